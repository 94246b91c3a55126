#include "engine/fold.hpp"

#include <algorithm>
#include <utility>

#include "engine/back_rules.hpp"
#include "engine/calm.hpp"
#include "engine/exposure.hpp"

namespace hinge::engine {
namespace {

/// `merged` is what of the day's check-ins is looked at, `whole` all of them.
Assessment assess(const State& state, const TrainingDay& day, const CalmCourse& course,
                  Merge merged, const Merge& whole, const Moment& as_of, const Setting& setting) {
  // What leaving calm spent was a check-in; without a session there is nothing to check in for.
  merged.checked_in = whole.checked_in || day.lifts.empty();
  const RedFlagState flags = red_flags_on(setting.screens, as_of.date);
  return assess_back({merged, state, flags, setting.policies.general, day.start, as_of,
                      state.calm.has_value() && course.calm.has_value(),
                      course.calm ? std::optional{course.calm->since} : std::nullopt,
                      std::max(whole.pain.worst.peak, whole.unrelated_pain), course.left});
}

Assessment assess_for_next(const State& state, const TrainingDay& day, const CalmCourse& course,
                           const Merge& whole, const Moment& as_of, const Setting& setting) {
  const Merge counting =
      still_counting(day, course, day.checkins.size(), as_of, setting.policies.general);
  return assess(state, day, course, counting, whole, as_of, setting);
}

/// What leaving calm spent is spent for the next load alone: the day stays what it was.
std::optional<Assessment> assess_spent(const State& state, const TrainingDay& day,
                                       const CalmCourse& course, const Merge& whole,
                                       const Moment& as_of, const Setting& setting) {
  if (course.spent == 0) return std::nullopt;
  return assess(state, day, course, whole, whole, as_of, setting);
}

void count(LiftState& lift, const LiftExposure& exposure, bool symptom_red) {
  const Done& done = exposure.done;
  if (fired(exposure.findings, RuleId::f3)) {
    lift.misses = 0;
    lift.step_halved = true;
  } else if (!done.missed) {
    if (!done.light) lift.misses = 0;
  } else if (!symptom_red) {
    ++lift.misses;
  }
  if (!done.light) lift.shorts = done.short_of && lift.shorts == 0 ? 1 : 0;
}

/// The second short session in a row is what the lifter does now; below rung 90 they were asked for
/// half the sets.
void shorten(Scheme& scheme, const Scheme& done, int asked_sets) {
  scheme.reps = std::min(scheme.reps, done.reps);
  const int sets = asked_sets < scheme.sets ? done.sets * 2 : done.sets;
  scheme.sets = std::min(scheme.sets, sets);
}

/// A lift's own ground: its plates, its policy, and the ladder down from where it trains.
struct Ground {
  const Policy& policy;
  const Loading& loading;
  Ladder ladder;
  int missed_percent = 0;  ///< what F3 takes off
};

/// The full load or more, lifted on a rung: a green day would go on from it. Where that is lighter
/// than the rung (a wave's light week, an effort over the target), no other day asks for more.
void hold_under_the_full_load(LiftState& lift, Weight lifted, const Ground& ground) {
  const Ladder& ladder = ground.ladder;
  if (lifted.load < lift.scheme->reference.load) return;
  const Scheme full = held(*lift.scheme, ladder.top(), lift.efforts, lift.step_halved,
                           ground.policy, ground.loading);
  if (full.reference.load < ladder.load(lift.rung).load) lift.rung = ladder.top();
}

/// A heavier single after the work is no new load for five; in a range of reps, where a heavier
/// load begins with fewer of them, fewer are (the first time, an amber F2, they count as
/// suggested).
bool is_in_scheme(const LiftExposure& exposure, const Policy& policy) {
  return exposure.done.working.reps >= exposure.suggested->target.reps || has_range_of_reps(policy);
}

/// W, at most what was suggested unless all of it was good. A miss is never green.
Weight counted(const LiftDay& day, const LiftExposure& exposure, bool green, bool in_scheme) {
  const Done& done = exposure.done;
  const bool as_suggested = done.over && !day.imported && (!green || !in_scheme);
  return as_suggested ? exposure.suggested->target.weight : *done.working_load;
}

/// Scheme and rung follow what was lifted, at most what was suggested unless all of it was good.
/// What another app brought was lifted without a suggestion: it is the scheme.
void follow(LiftState& lift, const LiftDay& day, const LiftExposure& exposure, bool green,
            const Ground& ground) {
  const Ladder& ladder = ground.ladder;
  const Done& done = exposure.done;
  const Proposal& suggested = *exposure.suggested;
  const bool in_scheme = is_in_scheme(exposure, ground.policy);
  Weight lifted = counted(day, exposure, green, in_scheme);
  Scheme& scheme = *lift.scheme;
  Scheme asked = suggested.scheme;
  if (done.short_of && lift.shorts > 0) {
    const Scheme taken = taken_up(done.working, done.effort, ground.policy, ground.loading);
    shorten(scheme, taken, suggested.target.sets);
    shorten(asked, taken, suggested.target.sets);
    if (taken.reference.load < lifted.load) lifted = taken.reference;
  }
  if (day.imported || (exposure.other_work && green)) {
    scheme = taken_up(done.working, done.effort, ground.policy, ground.loading);
    lift.rung = ladder.top();
    lift.half_sets = false;
    return;
  }
  if (suggested.rung < ladder.top() && lifted.load < scheme.reference.load) {
    const bool as_suggested = lifted.load == suggested.target.weight.load;
    lift.rung = as_suggested ? suggested.target_rung : ladder.reached_by(lifted.load);
    if (in_scheme) hold_under_the_full_load(lift, *done.working_load, ground);
    return;
  }
  lift.rung = ladder.top();
  scheme = followed(scheme, asked, lifted, ground.policy);
  if (green) scheme = grown(scheme, done.working, working_sets(day.sets), ground.policy);
}

/// A light session leaves scheme and rung; the second unmarked one in a row is where the lifter
/// trains now.
void lighten(LiftState& lift, const LiftExposure& exposure, const Ground& ground) {
  const Done& done = exposure.done;
  if (done.marked_light || !done.working_load) return;
  if (!lift.light) {
    lift.light = done.working;
    return;
  }
  const bool was_more = lift.light->reference.load > done.working.reference.load;
  lift.scheme = was_more ? taken_up(*lift.light, {}, ground.policy, ground.loading)
                         : taken_up(done.working, done.effort, ground.policy, ground.loading);
  lift.rung = ground.ladder.top();
  lift.half_sets = false;  // those were of another scheme
  lift.light.reset();
}

void move_by_what_was_done(LiftState& lift, const LiftDay& day, const LiftExposure& exposure,
                           bool green, const Ground& ground) {
  const Done& done = exposure.done;
  if (!exposure.suggested) return;
  lift.rung = exposure.suggested->rung;
  if (exposure.suggested->steps_up) lift.half_sets = false;  // it gave all of them back
  if (exposure.suggested->away) lift.earned = lift.held_by_back = false;
  if (!done.working_load) return;
  if (day.imported) {
    lift.rung = std::max(lift.rung, ground.ladder.reached_by(done.working_load->load));
  }
  if (done.light) return lighten(lift, exposure, ground);
  lift.light.reset();
  follow(lift, day, exposure, green, ground);
}

/// What was lifted is below every rung: the ladder begins anew from there.
void begin_from_what_was_lifted(LiftState& lift, const Done& done, const Ground& ground) {
  const Ladder& ladder = ground.ladder;
  if (!done.working_load || done.working_load->load >= ladder.load(ladder.bottom()).load) return;
  lift.scheme = rebased(*lift.scheme, *done.working_load, ground.policy);
}

/// The rung becomes 100 - percent, and below both what was suggested and what was lifted. Returns
/// false where no rung loads less.
bool lower(LiftState& lift, const LiftExposure& exposure, int percent, const Ladder& ladder) {
  const auto& lifted = exposure.done.working_load;
  Load limit =
      lifted ? ladder.load(ladder.reached_by(lifted->load)).load : lift.scheme->reference.load;
  if (exposure.asked) limit = std::min(limit, exposure.asked->weight.load);
  if (const auto rung = ladder.below(ladder.top() - percent, limit)) {
    lift.rung = *rung;
    lift.half_sets = false;
    return true;
  }
  return false;
}

/// Half the sets once more on the highest rung of the lowest load where that is less than was asked
/// for and done. Returns false where there is none.
bool halve(LiftState& lift, const LiftExposure& exposure, int percent, const Ground& ground) {
  if (lift.half_sets) return false;
  const Ladder& ladder = ground.ladder;
  const Load floor = ladder.load(ladder.bottom()).load;
  const Done& done = exposure.done;
  const auto& asked = exposure.asked;
  const auto less = [&](int sets) {
    const std::pair half{floor, sets};
    const bool than_done =
        !done.working_load || half < std::pair{done.working_load->load, done.working.sets};
    return than_done && (!asked || half < std::pair{asked->weight.load, asked->sets});
  };
  const auto& rungs = ground.policy.rungs;
  const auto found = std::find_if(rungs.rbegin(), rungs.rend(), [&](int rung) {
    return rung <= ladder.top() - percent && ladder.load(rung).load == floor &&
           less((ladder.sets(rung) + 1) / 2);
  });
  if (found == rungs.rend()) return false;
  lift.rung = *found;
  lift.half_sets = true;
  return true;
}

/// The light of the day on one lift. Returns false where only calm is left.
bool light_up(LiftState& lift, const LiftExposure& exposure, const Assessment& back,
              const Ground& ground) {
  const Ladder& ladder = ground.ladder;
  const bool missed_out = fired(exposure.findings, RuleId::f3);
  const int percent = std::max(back.percent, missed_out ? ground.missed_percent : 0);
  const Light light = std::max(back.light, light_of(exposure.findings));
  if (light == Light::green) {
    if (!exposure.done.light) {
      lift.earned = true;
      lift.half_sets = false;
    }
    return true;  // nothing is to be lowered
  }
  // A light day leaves it as it was: what it never had, no later green day gives back.
  const bool had = !exposure.done.light || lift.earned || lift.held_by_back;
  lift.earned = false;
  lift.held_by_back = percent == 0 && had && light_of(exposure.findings) == Light::green;
  if (percent > 0 || back.calm) begin_from_what_was_lifted(lift, exposure.done, ground);
  if (percent == 0) return true;
  const bool found = lower(lift, exposure, percent, ladder) ||
                     (back.percent > 0 && halve(lift, exposure, percent, ground));
  lift.percent = found ? percent : 0;
  std::copy_if(back.findings.begin(), back.findings.end(), std::back_inserter(lift.deload_because),
               [](const Finding& cause) {
                 return cause.verdict == Verdict::fired && is_symptom_rule(cause.rule);
               });
  return found || back.percent == 0;  // F3 alone never ends in calm, but in a hold
}

/// One lift through the day. Returns false where its ladder has no way further down.
bool train(State& state, const TrainingDay& day, const LiftDay& lift_day, const Assessment& back,
           bool left_calm, const Setting& setting) {
  LiftState& lift = state.lifts[lift_day.lift];
  LiftExposure exposure = expose(state, lift, day, lift_day, back, setting);
  lift.last_trained = day.start.date;
  lift.red_since = false;
  lift.crossings_since = 0;
  lift.sessions = lift_day.sessions;
  lift.percent = 0;
  lift.deload_because.clear();
  lift.spent.clear();
  bool has_way_down = true;
  const Done& done = exposure.done;
  const Policy& policy = setting.policies.of(lift_day.lift);
  const Loading loading = loading_for(setting.lifter, lift_day.lift);
  if (!lift.scheme && done.working_load) {
    lift.scheme = taken_up(done.working, done.effort, policy, loading);
  }
  if (!done.light && done.effort) remember_effort(lift.efforts, *done.effort);
  if (lift.scheme) {
    const Ground ground{policy, loading, Ladder{*lift.scheme, loading, policy},
                        setting.policies.missed_percent(lift_day.lift)};
    // A day that asked for calm is spent once calm is left, but not what was lifted on it.
    const bool green =
        !left_calm && std::max(back.light, light_of(exposure.findings)) == Light::green;
    move_by_what_was_done(lift, lift_day, exposure, green, ground);
    if (back.light != Light::green || light_of(exposure.findings) != Light::green) {
      lift.scheme = held(*lift.scheme, lift.rung, lift.efforts, lift.step_halved, policy, loading);
    }
    has_way_down = light_up(lift, exposure, back, ground);
    if (left_calm) begin_from_what_was_lifted(lift, done, ground);
  }
  count(lift, exposure, back.symptom_red());
  lift.lifted = done.working_load;
  lift.findings = std::move(exposure.findings);
  return has_way_down;
}

/// What a day means for the lifts that were not trained on it: it is one back.
void tell_the_others(State& state, const TrainingDay& day, const Assessment& back) {
  for (auto& [name, lift] : state.lifts) {
    if (lift.last_trained == day.start.date) continue;
    if (back.light == Light::red) {
      lift.red_since = true;
      lift.crossings_since = std::max(lift.crossings_since, back.crossings);
    } else if (back.light == Light::green && lift.held_by_back) {
      lift.earned = true;
    }
  }
}

/// In calm, and on leaving it: every lift begins again at the lowest rung.
void to_the_bottom(State& state, const Policies& policies) {
  for (auto& [name, lift] : state.lifts) {
    lift.rung = policies.of(name).rungs.front();
    lift.earned = false;
    lift.held_by_back = false;
    lift.half_sets = false;
    lift.percent = 0;
    lift.deload_because.clear();
    lift.red_since = false;
    lift.crossings_since = 0;
    lift.light.reset();
    if (!state.calm) lift.spent = std::exchange(lift.findings, {});  // with the day
  }
}

void remember(State& state, TrainingDay day, const Merge& whole, Assessment back,
              const Policy& policy) {
  const bool red = symptom_percent(whole, policy) > 0 || asks_for_calm(whole, policy);
  if (!day.lifts.empty()) {
    state.days.push_back(
        {day.start.date, whole.checked_in, whole.pain.worst.peak, whole.above_baseline, red});
  }
  state.amber_pain = red ? Nprs{} : whole.pain.worst.peak;
  if (fired(back.findings, RuleId::s1)) state.persisted = day.start.date;
  state.last = std::move(day);
  state.back = std::move(back);
}

bool is_long_away(const State& state, const TrainingDay& day, const Policy& policy) {
  return state.last && day.start.date - state.last->start.date >
                           std::chrono::days{policy.layoff.front().over_days};
}

/// Time away clears the misses and the amber memory, never a red flag or calm.
void forget(State& state) {
  state.amber_pain = {};
  for (auto& [name, lift] : state.lifts) lift.misses = 0;
}

/// Check-ins without a session, as a day of their own on which nothing was lifted.
TrainingDay reports_alone(const std::vector<CheckIn>& checkins, const Moment& as_of) {
  return {checkins.empty() ? as_of : checkins.front().when, {}, checkins};
}

}  // namespace

State step(State state, TrainingDay day, const Moment& as_of, const Setting& setting) {
  const Policy& policy = setting.policies.general;
  if (is_long_away(state, day, policy)) forget(state);
  const Merge whole = merge(day.checkins, day.start, as_of, policy);
  CalmCourse course = calm_course(state.calm, day, policy);
  Assessment back = assess_for_next(state, day, course, whole, as_of, setting);
  const bool was_in_calm = state.calm.has_value();

  bool has_way_down = true;
  for (const LiftDay& lift : day.lifts) {
    has_way_down = train(state, day, lift, back, course.left.has_value(), setting) && has_way_down;
  }
  if (!has_way_down && !was_in_calm) {
    course = calm_course({}, day, policy, CalmCause::any_threshold);
    back = assess_for_next(state, day, course, whole, as_of, setting);
  }
  state.spent = assess_spent(state, day, course, whole, as_of, setting);
  state.calm = course.calm;
  state.left_calm = course.left;
  tell_the_others(state, day, back);
  if (course.calm || course.left || was_in_calm) to_the_bottom(state, setting.policies);
  remember(state, std::move(day), whole, std::move(back), policy);
  return state;
}

State beginning(const Timeline& timeline, const Setting& setting, const Moment& as_of) {
  State state;
  if (!timeline.older.empty()) {
    const Moment window = timeline.older.back().when;
    state.calm = step(State{}, reports_alone(timeline.older, window), window, setting).calm;
  }
  if (timeline.before.empty() && !timeline.days.empty()) return state;
  return step(std::move(state), reports_alone(timeline.before, as_of), as_of, setting);
}

State fold(Timeline timeline, const Setting& setting, const Moment& now) {
  auto& days = timeline.days;
  State state = beginning(timeline, setting, days.empty() ? now : days.front().start);
  for (std::size_t at = 0; at < days.size(); ++at) {
    const Moment next = as_of(days, at, now);
    state = step(std::move(state), std::move(days[at]), next, setting);
  }
  return state;
}

}  // namespace hinge::engine
