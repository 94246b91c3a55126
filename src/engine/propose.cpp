#include "engine/propose.hpp"

#include <algorithm>

namespace hinge::engine {
namespace {

constexpr int crossings_for_a_rung = 2;  // G1

/// What time away allows: nothing fired, a hold, or a highest rung.
struct Away {
  bool fires = false;
  int days = 0;
  int over_days = 0;
  int highest_rung = 100;
};

Away away_for(int days, const std::vector<LayoffRung>& table) {
  Away away;
  away.days = days;
  for (const LayoffRung& step : table) {
    if (days <= step.over_days) break;
    away.fires = true;
    away.over_days = step.over_days;
    if (step.rung > 0) away.highest_rung = step.rung;
  }
  return away;
}

int days_between(Date from, Date to) { return static_cast<int>((to - from).count()); }

/// Time away from all lifts, and from this one while others were trained: the lower of the two.
Away time_away(const State& state, const LiftState& lift, const Policies& policies,
               const Policy& of_lift, Date as_of) {
  const Date last = state.last->start.date;
  const Away all = away_for(days_between(last, as_of), policies.general.layoff);
  if (lift.last_trained == last) return all;
  const Away one = away_for(days_between(lift.last_trained, as_of), of_lift.lift_layoff);
  const bool one_is_lower = one.fires && (!all.fires || one.highest_rung < all.highest_rung);
  return one_is_lower ? one : all;
}

Finding layoff_finding(const Away& away) {
  Finding made;
  made.rule = RuleId::layoff;
  made.verdict = away.fires ? Verdict::fired : Verdict::pass;
  made.light = away.fires ? Light::amber : Light::green;
  made.seen.days = away.days;
  made.limit.days = away.over_days;
  if (away.fires && away.highest_rung < 100) made.limit.percent = away.highest_rung;
  return made;
}

Finding red_without_it(const LiftState& lift) {
  Finding made;
  made.rule = RuleId::g1;
  made.verdict = lift.red_since ? Verdict::fired : Verdict::pass;
  made.light = lift.red_since ? Light::amber : Light::green;
  made.seen.count = lift.crossings_since;
  made.limit.count = crossings_for_a_rung;
  return made;
}

/// G1: one rung down after a red day without this lift that crossed two thresholds.
int after_red_days(const LiftState& lift, const Ladder& ladder) {
  if (!lift.red_since || lift.crossings_since < crossings_for_a_rung) return lift.rung;
  return ladder.below(lift.rung, ladder.load(lift.rung).load).value_or(lift.rung);
}

/// A scheme's load and sets at a rung.
Target target_at(const Scheme& scheme, int rung, bool half_sets, const Policy& policy,
                 const Loading& loading) {
  const Ladder ladder{scheme, loading, policy};
  const int sets = ladder.sets(rung);
  return {ladder.load(rung), half_sets ? (sets + 1) / 2 : sets, scheme.reps, rpe_cap(policy),
          lead_in(scheme, rung, policy, loading)};
}

}  // namespace

std::optional<Proposal> propose(const State& state, const Setting& setting, std::string_view lift,
                                const Moment& as_of) {
  const auto found = state.lifts.find(lift);
  if (found == state.lifts.end() || !found->second.scheme) return std::nullopt;
  const LiftState& known = found->second;
  const Loading loading = loading_for(setting.lifter, lift);
  const Policy& policy = setting.policies.of(lift);

  Proposal made;
  const Away away = time_away(state, known, setting.policies, policy, as_of.date);
  made.away = away.fires || known.red_since;
  const bool not_trained_last = known.last_trained != state.last->start.date;
  const bool back_holds = not_trained_last && state.back.light != Light::green;
  made.steps_up = known.earned && !made.away && !back_holds;
  const Scheme& scheme = *known.scheme;
  made.base = made.steps_up
                  ? scheme
                  : held(scheme, known.rung, known.efforts, known.step_halved, policy, loading);

  const Ladder ladder{made.base, loading, policy};
  made.rung = after_red_days(known, ladder);
  made.percent_down = known.rung - made.rung;
  made.returning = away.highest_rung < ladder.top();
  if (away.highest_rung < made.rung) {
    made.lowered = ladder.load(away.highest_rung).load < ladder.load(made.rung).load;
    made.rung = away.highest_rung;
  }
  // Earned: the next rung up whose load differs; at the top, what progress is.
  const auto up = ladder.up(made.rung);
  made.target_rung = made.steps_up ? up.value_or(ladder.top()) : made.rung;
  made.scheme = made.steps_up && !up
                    ? next_scheme(scheme, known.efforts, known.step_halved, policy, loading)
                    : made.base;
  made.target =
      target_at(made.scheme, made.target_rung, known.half_sets && !made.steps_up, policy, loading);
  made.findings = {red_without_it(known), layoff_finding(away)};
  return made;
}

}  // namespace hinge::engine
