#include "hinge/plan.hpp"

#include <algorithm>

#include "engine/compose.hpp"
#include "engine/fold.hpp"
#include "hinge/suggest.hpp"
#include "hinge/training_day.hpp"

namespace hinge {
namespace {

using namespace engine;
using Days = std::chrono::days;

constexpr int gaps_looked_at = 8;
constexpr Days longest_gap{14};   // a longer one is time away, and no rhythm
constexpr Days still_to_come{2};  // a check-in so soon after a session may yet be given
constexpr int longest_calm = 10;  // days of quiet check-ins, more than any policy asks for
constexpr std::chrono::weeks horizon{104};

std::vector<Date> days_of(const Timeline& timeline, const std::string& lift) {
  std::vector<Date> days;
  for (const TrainingDay& day : timeline.days) {
    const auto same = [&](const LiftDay& each) { return each.lift == lift; };
    if (std::any_of(day.lifts.begin(), day.lifts.end(), same)) days.push_back(day.start.date);
  }
  return days;
}

/// How often the lift was trained lately, else how often the policy means it to be.
Rhythm rhythm_of(const std::vector<Date>& trained, const Policy& policy) {
  if (policy.block) return {policy.block->exposures, policy.block->weeks * 7, false};
  Rhythm rhythm{0, 0, true};
  for (std::size_t at = trained.size(); at > 1 && rhythm.exposures < gaps_looked_at; --at) {
    const Days gap = trained[at - 1] - trained[at - 2];
    if (gap > longest_gap) continue;
    ++rhythm.exposures;
    rhythm.days += static_cast<int>(gap.count());
  }
  return rhythm.exposures > 0 ? rhythm : Rhythm{};
}

/// The history as it is if today's and yesterday's training is answered, and calm has ended.
struct Outset {
  History history;
  Moment from;
  bool calm_first = false;
};

Outset outset(History history, const Policies& policies, const Moment& now) {
  const auto unanswered = unanswered_days(history.sessions, history.checkins);
  if (!unanswered.empty() && now.date - *unanswered.rbegin() < still_to_come) {
    CheckIn fine;
    fine.when = *unanswered.rbegin();
    history.checkins.push_back(fine);
  }
  Outset made{std::move(history), now, false};
  const auto in_calm = [&] {
    return suggest(made.history, policies, made.from).decision == Decision::calm;
  };
  for (int day = 0; day < longest_calm && in_calm(); ++day) {
    made.calm_first = true;
    CheckIn quiet;
    quiet.when = now.date + Days{day};
    made.history.checkins.push_back(quiet);
    made.from = quiet.when;
  }
  return made;
}

/// A training day to come on which the lift is trained as suggested.
TrainingDay trained(const std::string& lift, const PlannedDay& planned) {
  LiftDay done;
  done.lift = lift;
  for (const LeadIn& set : planned.target.lead_in) {
    done.sets.push_back({set.weight, set.reps, false, {}, SetKind::work});
  }
  done.sets.insert(done.sets.end(), static_cast<std::size_t>(planned.target.sets),
                   Set{planned.target.weight, planned.target.reps, false, {}, SetKind::work});
  done.sessions = {0};
  CheckIn felt;
  felt.when = planned.date + Days{planned.detour ? 2 : 1};
  if (planned.detour) {
    felt.nature = Nature::ache;
    felt.peak = 3;
    felt.lasted = std::chrono::hours{48};
  }
  return {planned.date, {done}, {felt}};
}

PlannedDay planned_on(Date date, const Suggestion& suggestion) {
  PlannedDay day;
  day.date = date;
  day.decision = suggestion.decision;
  day.deload_percent = suggestion.deload_percent;
  day.target = *suggestion.target;
  day.phase = suggestion.phase;
  day.wave_week = suggestion.wave_week;
  return day;
}

/// The dates of the road: each a rhythm after the one before, and no earlier than it may be.
class Calendar {
 public:
  Calendar(Date first, const Rhythm& rhythm) : first_(first), rhythm_(rhythm) {}
  [[nodiscard]] Date next(Date earliest) {
    const Date due = first_ + Days{rhythm_.days * count_ / rhythm_.exposures};
    ++count_;
    if (due < earliest) first_ += earliest - due;
    return std::max(due, earliest);
  }

 private:
  Date first_;
  Rhythm rhythm_;
  int count_ = 0;
};

Date first_date(const std::vector<Date>& trained, const Rhythm& rhythm, Date from) {
  if (trained.empty()) return from;
  return std::max(from, trained.back() + Days{rhythm.days / rhythm.exposures});
}

/// Walks from one suggestion to the next until the end, or the load asked for.
void walk(Plan& made, State state, Date date, Calendar calendar, const Setting& setting,
          const PlanRequest& request, Date now) {
  const std::string& lift = made.today.lift;
  const Date end = now + (request.to ? horizon : std::chrono::weeks{request.weeks});
  const Date detour = now + std::chrono::weeks{request.detour.value_or(1) - 1};
  bool detour_ahead = request.detour.has_value();
  while (date <= end && !made.reached) {
    const Suggestion next = answer(state, setting, lift, date).said;
    if (!next.target) return;
    PlannedDay day = planned_on(date, next);
    day.detour = detour_ahead && date >= detour;
    detour_ahead = detour_ahead && !day.detour;
    made.reached = request.to && day.target.weight.load >= *request.to && !day.detour;
    state = step(std::move(state), trained(lift, day), date + Days{2}, setting);
    date = calendar.next(answer(state, setting, lift, date + Days{1}).said.earliest);
    made.days.push_back(std::move(day));
  }
}

}  // namespace

Plan plan(const History& history, const Policies& policies, const Moment& now,
          const std::string& lift, const PlanRequest& request) {
  Plan made;
  made.today =
      lift.empty() ? suggest(history, policies, now) : suggest(history, policies, now, lift);
  if (made.today.decision == Decision::start || made.today.decision == Decision::stop) return made;

  const std::string& name = made.today.lift;
  const Outset start = outset(history, policies, now);
  const Setting setting{history.lifter, policies, history.screens};
  const Timeline timeline = timeline_of(start.history, start.from);
  made.calm_first = start.calm_first;
  const std::vector<Date> trained = days_of(timeline, name);
  made.rhythm = rhythm_of(trained, policies.of(name));

  Calendar calendar{first_date(trained, made.rhythm, start.from.date), made.rhythm};
  const State today = fold(timeline, setting, start.from);
  const Date first = calendar.next(answer(today, setting, name, start.from).said.earliest);
  walk(made, fold(timeline, setting, first), first, calendar, setting, request, now.date);
  return made;
}

}  // namespace hinge
