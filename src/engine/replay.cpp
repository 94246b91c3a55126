#include "hinge/replay.hpp"

#include <algorithm>
#include <array>

#include "engine/compose.hpp"
#include "engine/fold.hpp"
#include "engine/lift_rules.hpp"
#include "hinge/suggest.hpp"
#include "hinge/training_day.hpp"

namespace hinge {
namespace {

using namespace engine;

Adherence adherence(const Done& done, const Suggestion& suggested) {
  if (suggested.decision == Decision::start) return Adherence::unasked;
  if (!suggested.target) return Adherence::no_load;
  const Load asked = suggested.target->weight.load;
  if (done.over) return Adherence::more;
  const bool reached = done.working_load && reaches(done.working_load->load, asked);
  return reached && !done.short_of && !done.missed ? Adherence::as_suggested : Adherence::less;
}

void add_fired(std::vector<RuleId>& rules, const std::vector<Finding>& findings) {
  for (const Finding& found : findings) {
    if (found.verdict != Verdict::pass) rules.push_back(found.rule);
  }
}

std::optional<Weight> heaviest_outlier(const std::vector<Set>& sets) {
  std::optional<Weight> heaviest;
  for (const Set& set : sets) {
    if (set.kind != SetKind::outlier) continue;
    if (!heaviest || set.weight.load > heaviest->load) heaviest = set.weight;
  }
  return heaviest;
}

/// What was suggested for a lift that morning, and what was done of it.
Exposure before_training(const State& state, const Setting& setting, const TrainingDay& day,
                         const LiftDay& lift) {
  const Answer given = answer(state, setting, lift.lift, day.start);
  const Suggestion& suggested = given.said;
  const Done done = what_was_done(lift, suggested.target, setting.policies.of(lift.lift));
  Exposure made;
  made.date = day.start.date;
  made.lift = lift.lift;
  for (const std::int64_t id : lift.sessions) made.sessions.push_back(session_name(id));
  made.decision = suggested.decision;
  made.deload_percent = suggested.deload_percent;
  made.suggested = suggested.target;
  made.load = done.working_load;
  made.sets = done.working.sets;
  made.reps = done.working.reps;
  made.missed = done.missed;
  made.light = done.light;
  made.rpe = done.highest_rpe;
  made.outlier = heaviest_outlier(lift.sets);
  const bool is_unknown = made.outlier && !made.load;  // a slip of the keys says nothing
  made.adherence = is_unknown ? Adherence::unasked : adherence(done, suggested);
  if (given.proposal) add_fired(made.rules, given.proposal->findings);  // G1 and L, that morning
  return made;
}

DayFelt felt_on(const TrainingDay& day, const Moment& as_of, const Policy& policy) {
  const Merge merged = merge(day.checkins, day.start, as_of, policy);
  DayFelt felt;
  felt.checked_in = merged.checked_in;
  felt.limits = merged.limits;
  const Course& course = merged.pain.reported() ? merged.pain : merged.soreness;
  if (course.reported()) {
    felt.nature = course.worst.nature;
    felt.peak = course.worst.peak;
    felt.lasted = course.longest.lasted;
    felt.ongoing = felt.lasted > Minutes{0} && !course.longest.settled;
    return felt;
  }
  for (const CheckIn& checkin : day.checkins) {
    if (!checkin.unrelated && checkin.nature != Nature::none) felt.nature = checkin.nature;
  }
  return felt;
}

/// What the day led to.
void after_training(Exposure& made, const State& state, const DayFelt& felt) {
  const LiftState& lift = state.lifts.find(made.lift)->second;
  const Assessment& back = state.spent ? *state.spent : state.back;
  made.felt = felt;
  made.crossings = back.crossings;
  add_fired(made.rules, back.findings);
  add_fired(made.rules, lift.findings);
  add_fired(made.rules, lift.spent);
  std::sort(made.rules.begin(), made.rules.end());
  made.rules.erase(std::unique(made.rules.begin(), made.rules.end()), made.rules.end());
  for (const Finding& found : back.findings) made.refer = std::max(made.refer, found.refer);
  if (state.calm)
    made.phase = Phase::calm;
  else if (lift.rung < 100)
    made.phase = Phase::rebuild;
}

}  // namespace

std::vector<Exposure> replay(const History& history, const Policies& policies, const Moment& now) {
  const Setting setting{history.lifter, policies, history.screens};
  Timeline timeline = timeline_of(history, now);
  auto& days = timeline.days;
  std::vector<Exposure> exposures;
  exposures.reserve(history.sessions.size());
  State state = beginning(timeline, setting, days.empty() ? now : days.front().start);
  for (std::size_t at = 0; at < days.size(); ++at) {
    const Moment next = as_of(days, at, now);
    const std::size_t first = exposures.size();
    for (const LiftDay& lift : days[at].lifts) {
      exposures.push_back(before_training(state, setting, days[at], lift));
    }
    state = step(std::move(state), std::move(days[at]), next, setting);
    const DayFelt felt = felt_on(*state.last, next, policies.general);
    for (std::size_t row = first; row < exposures.size(); ++row) {
      after_training(exposures[row], state, felt);
    }
  }
  return exposures;
}

std::vector<Exposure> replay_as_said(const History& history, const Policies& policies,
                                     const Moment& now, Date first) {
  std::vector<Exposure> exposures = replay(history, policies, now);
  const auto is_before = [](const Exposure& exposure, Date day) { return exposure.date < day; };
  auto row = std::lower_bound(exposures.begin(), exposures.end(), first, is_before);
  while (row != exposures.end()) {
    const Date day = row->date;
    const auto next = std::find_if(row, exposures.end(),
                                   [day](const Exposure& each) { return each.date != day; });
    if (exposures.front().date < window_start(day)) {
      // The day itself is told as of the next one.
      const Date until = next == exposures.end() ? now.date : next->date;
      const auto year = replay(as_known_on(history, day, until), policies, now);
      const auto said = std::lower_bound(year.begin(), year.end(), day, is_before);
      std::copy_n(said, next - row, row);
    }
    row = next;
  }
  return exposures;
}

History assuming_green(History history, const Moment& now) {
  for (const Date day : unanswered_days(history.sessions, history.checkins)) {
    if (came_after(day, now)) continue;
    CheckIn fine;
    fine.when = day;
    history.checkins.push_back(fine);
  }
  return history;
}

std::string_view to_string(Adherence adherence) {
  constexpr std::array<std::string_view, 5> names = {"unasked", "as_suggested", "more", "less",
                                                     "no_load"};
  return names.at(static_cast<std::size_t>(adherence));
}

}  // namespace hinge
