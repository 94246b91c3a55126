#include <algorithm>
#include <iterator>
#include <optional>

#include "hinge/suggest.hpp"

namespace hinge {
namespace {

/// As many as the log hands out.
constexpr std::size_t most_earlier_checkins = 500;

/// What alone can start a calm, and so is kept however old it is.
bool is_severe(const CheckIn& checkin) {
  return checkin.limits == 3 || (is_pain(symptom_of(checkin)) && peak_of(checkin) >= 6);
}

bool is_earlier(const CheckIn& a, const CheckIn& b) { return a.when.date < b.when.date; }

/// The records of `all` from `since` to `until`, both days in it.
template <class Record>
std::vector<Record> between(const std::vector<Record>& all, Date since, Date until) {
  std::vector<Record> kept;
  std::copy_if(all.begin(), all.end(), std::back_inserter(kept), [&](const Record& record) {
    return record.when.date >= since && record.when.date <= until;
  });
  return kept;
}

/// The check-ins before `day`, from the day of the last severe one on.
std::vector<CheckIn> since_last_severe(const std::vector<CheckIn>& all, Date day) {
  std::optional<Date> last;
  for (const CheckIn& checkin : all) {
    const Date reported = checkin.when.date;
    if (reported < day && is_severe(checkin)) last = std::max(last, std::optional{reported});
  }
  if (!last) return {};
  auto kept = between(all, *last, day - std::chrono::days{1});
  std::stable_sort(kept.begin(), kept.end(), is_earlier);
  if (kept.size() > most_earlier_checkins) kept.resize(most_earlier_checkins);
  return kept;
}

}  // namespace

History as_known_on(const History& whole, Date today) { return as_known_on(whole, today, today); }

History as_known_on(const History& whole, Date today, Date until) {
  const Date since = window_start(today);
  History known;
  known.lifter = whole.lifter;
  known.screens = whole.screens;
  known.sessions = between(whole.sessions, since, until);
  known.checkins = between(whole.checkins, since, until);
  std::vector<CheckIn> all = whole.earlier_checkins;
  all.insert(all.end(), whole.checkins.begin(), whole.checkins.end());
  known.earlier_checkins = since_last_severe(all, since);
  return known;
}

}  // namespace hinge
