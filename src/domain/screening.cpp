#include "hinge/screening.hpp"

#include <algorithm>

namespace hinge {
namespace {

constexpr std::chrono::days remembered{14};

bool answers(const Screen& screen, const CheckIn& checkin) {
  if (screen.cleared_by) return false;
  if (screen.when.date != checkin.when.date) return screen.when.date > checkin.when.date;
  const bool known = screen.when.time && checkin.when.time;
  return !known || *screen.when.time >= *checkin.when.time;
}

}  // namespace

bool calls_for_screen(const CheckIn& checkin) {
  constexpr Nprs strong_pain = 6;
  constexpr int disabling = 3;
  const Symptom symptom = symptom_of(checkin);
  return symptom == Symptom::nerve || checkin.limits >= disabling ||
         (is_pain(symptom) && peak_of(checkin) >= strong_pain);
}

bool is_screen_due(const History& history, Date on) {
  return std::any_of(
      history.checkins.begin(), history.checkins.end(), [&history, on](const CheckIn& checkin) {
        const bool recent = checkin.when.date <= on && on - checkin.when.date <= remembered;
        return recent && calls_for_screen(checkin) &&
               std::none_of(history.screens.begin(), history.screens.end(),
                            [&checkin](const Screen& each) { return answers(each, checkin); });
      });
}

}  // namespace hinge
