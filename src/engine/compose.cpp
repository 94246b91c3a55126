#include "engine/compose.hpp"

#include <algorithm>

#include "engine/records.hpp"

namespace hinge::engine {
namespace {

constexpr std::chrono::hours rest_after_session{36};
constexpr std::chrono::days rest_after_red{2};
constexpr std::chrono::hours settling{24};

/// The day that `hours` after `start` falls on; without a clock time, counted in whole days.
Moment after(const Moment& start, std::chrono::hours hours) {
  if (!start.time) return std::chrono::ceil<std::chrono::days>(start.date + hours);
  const auto then = start.date + *start.time + hours;
  const Date day = std::chrono::floor<std::chrono::days>(then);
  return {day, std::chrono::duration_cast<Minutes>(then - day)};
}

/// The first day that keeps to the policy's training days a week.
Date earliest_by_week(const State& state, int most_a_week) {
  const auto days = static_cast<std::ptrdiff_t>(state.days.size());
  if (most_a_week == 0 || days < most_a_week) return {};
  return (state.days.end() - most_a_week)->date + std::chrono::weeks{1};
}

Date earliest_day(const State& state, const LiftState* lift, const Policy& policy, Date asked) {
  if (!state.last || state.last->lifts.empty()) return asked;
  const Moment& start = state.last->start;
  const bool deloaded = lift != nullptr && lift->last_trained == start.date && lift->percent > 0;
  const bool red = state.back.light == Light::red || deloaded;
  const Date rested =
      std::max(after(start, rest_after_session).date, earliest_by_week(state, policy.most_a_week));
  return red ? std::max(rested, start.date + rest_after_red) : rested;
}

std::optional<Moment> provisional_until(const State& state, const Moment& now) {
  if (!state.last || state.last->lifts.empty()) return std::nullopt;
  if (elapsed(state.last->start, now) >= settling) return std::nullopt;
  return after(state.last->start, settling);
}

std::optional<Moment> calm_until(const State& state, const Policy& policy) {
  if (!state.calm || !state.calm->quiet_since) return std::nullopt;
  return after(*state.calm->quiet_since,
               std::chrono::duration_cast<std::chrono::hours>(policy.calm_quiet));
}

bool all_green(const std::vector<Finding>& findings) {
  return std::all_of(findings.begin(), findings.end(),
                     [](const Finding& found) { return found.light == Light::green; });
}

Decision decide(const State& state, const LiftState* lift, const std::optional<Proposal>& proposal,
                const Ladder* ladder) {
  if (state.back.stop) return Decision::stop;
  if (state.calm) return Decision::calm;
  if (!proposal) return Decision::start;
  if (lift->percent > 0 || proposal->percent_down > 0) return Decision::deload;
  if (proposal->returning) return Decision::returning;
  if (proposal->steps_up)
    return ladder->up(proposal->rung) ? Decision::rebuild : Decision::progress;
  const bool green =
      all_green(state.back.findings) && all_green(lift->findings) && all_green(proposal->findings);
  return state.left_calm.has_value() && green ? Decision::rebuild : Decision::hold;
}

bool is_cause(const LiftState& lift, RuleId rule) {
  return std::any_of(lift.deload_because.begin(), lift.deload_because.end(),
                     [&](const Finding& cause) { return cause.rule == rule; });
}

/// Whether a fired rule is among those that the lift's deload comes from.
bool deloads(const Finding& found, const Suggestion& made, const LiftState& lift,
             const Proposal& proposal, const Policies& policies) {
  const int percent = *made.deload_percent;
  if (found.rule == RuleId::g1) return proposal.percent_down > 0;
  if (found.rule == RuleId::layoff) return proposal.lowered;
  if (found.rule == RuleId::f3) return policies.missed_percent(made.lift) == percent;
  if (!is_cause(lift, found.rule)) return false;  // a red day without this lift speaks through G1
  if (found.rule == RuleId::n1) return policies.general.nerve_below_knee_percent == percent;
  if (found.rule == RuleId::n2) return policies.general.nerve_above_knee_percent == percent;
  return true;
}

/// Whether a fired rule is among those that made the decision what it is.
bool decides(const Finding& found, const Suggestion& made, const LiftState* lift,
             const std::optional<Proposal>& proposal, const Policies& policies) {
  switch (made.decision) {
    case Decision::stop:
      return found.refer >= Refer::urgent;
    case Decision::calm:
      return found.light == Light::red && found.refer < Refer::urgent;
    case Decision::deload:
      return deloads(found, made, *lift, *proposal, policies);
    case Decision::returning:
      return found.rule == RuleId::layoff;
    case Decision::hold:  // what is red lowers, but F3 at the bar, and a day without this lift (G1)
      return found.light == Light::amber || found.rule == RuleId::f3;
    default:
      return false;
  }
}

void name_what_decides(Suggestion& made, const LiftState* lift,
                       const std::optional<Proposal>& proposal, const Policies& policies) {
  bool decided = false;
  for (Finding& found : made.findings) {
    if (found.verdict != Verdict::fired || !decides(found, made, lift, proposal, policies))
      continue;
    found.verdict = Verdict::decides;
    decided = true;
  }
  if (decided) return;
  Finding ok;
  ok.rule = RuleId::ok;
  ok.verdict = Verdict::decides;
  // Where no rule holds and calm spent none, the last session was light: it earns nothing, and what
  // was asked for before it stands.
  if (made.decision == Decision::hold && !lift->findings.empty()) ok.seen.load = lift->lifted;
  made.findings.push_back(std::move(ok));
}

std::vector<Weight> road_above(const Ladder& ladder, int rung) {
  std::vector<Weight> road;
  for (auto up = ladder.up(rung); up; up = ladder.up(*up)) road.push_back(ladder.load(*up));
  return road;
}

/// How the load came about: a rung of R, what a policy works its loads out from, or a step.
Working working_of(const Proposal& proposal, const LiftState& lift, const Policy& policy,
                   const Loading& loading) {
  const auto in_tenths = [&](Load estimate) {
    return Weight{estimate.floor_to(Load::of(100, loading.unit)), loading.unit};
  };
  Working made;
  made.rung = proposal.target_rung;
  if (const auto single = one_rep_max_behind(proposal.base, lift.efforts, policy)) {
    made.one_rep_max = in_tenths(*single);
  }
  if (const auto& wave = proposal.scheme.wave) {
    made.training_max = in_tenths(wave->training_max);
    made.percents = week_percents(proposal.scheme, policy);
  }
  const Load from = proposal.base.reference.load;
  const Load to = proposal.target.weight.load;
  if (!made.one_rep_max && !made.training_max && to > from) {
    made.step = Weight{to - from, loading.unit};
    made.step_halved = lift.step_halved;
  }
  return made;
}

void put_on_the_bar(Suggestion& made, const Proposal& proposal, const Ladder& ladder,
                    bool half_sets) {
  const int rung = proposal.target_rung;
  if (made.phase != Phase::calm && rung < ladder.top()) made.phase = Phase::rebuild;
  if (made.decision == Decision::stop || made.decision == Decision::calm) return;
  made.target = proposal.target;
  if (proposal.scheme.wave) made.wave_week = proposal.scheme.wave->week + 1;
  if (ladder.sets(rung) < proposal.scheme.sets) made.full_sets = proposal.scheme.sets;
  made.half_sets = half_sets && !proposal.steps_up;
  made.road = road_above(ladder, rung);
}

/// The rules about the back on the latest day; a deload that stands from the lift's own day keeps
/// its reasons.
std::vector<Finding> back_findings(const State& state, const LiftState* lift) {
  std::vector<Finding> findings = state.back.findings;
  if (lift == nullptr || lift->deload_because.empty()) return findings;
  for (Finding& found : findings) {
    const auto same = [&](const Finding& cause) { return cause.rule == found.rule; };
    const auto cause = std::find_if(lift->deload_because.begin(), lift->deload_because.end(), same);
    if (cause != lift->deload_because.end() && found.verdict == Verdict::pass) found = *cause;
  }
  return findings;
}

std::vector<Finding> all_findings(const State& state, const LiftState* lift,
                                  const std::optional<Proposal>& proposal) {
  std::vector<Finding> findings = back_findings(state, lift);
  if (lift != nullptr) {
    findings.insert(findings.end(), lift->findings.begin(), lift->findings.end());
  }
  if (proposal) {
    findings.insert(findings.end(), proposal->findings.begin(), proposal->findings.end());
  }
  return findings;
}

const LiftState* find_lift(const State& state, const std::string& name) {
  const auto known = state.lifts.find(name);
  return known == state.lifts.end() ? nullptr : &known->second;
}

}  // namespace

Answer answer(const State& state, const Setting& setting, const std::string& name,
              const Moment& now) {
  const LiftState* const lift = find_lift(state, name);
  const Policy& policy = setting.policies.of(name);
  Answer given{{}, propose(state, setting, name, now)};
  const auto& proposal = given.proposal;
  Suggestion& made = given.said;
  made.lift = name;
  made.asked_for = now.date;
  made.earliest = earliest_day(state, lift, policy, now.date);
  if (state.calm) made.phase = Phase::calm;
  made.calm_until = calm_until(state, setting.policies.general);
  made.policy = policy.name;
  made.policy_version = policy.version;
  const std::string& responsible = setting.policies.general.clinician;
  made.clinician = responsible.empty() ? policy.clinician : responsible;
  if (&policy != &setting.policies.general) made.back_policy = setting.policies.general.name;

  if (!proposal) {
    made.decision = decide(state, lift, proposal, nullptr);
    return given;
  }
  const Loading loading = loading_for(setting.lifter, name);
  const Ladder ladder{proposal->base, loading, policy};
  made.decision = decide(state, lift, proposal, &ladder);
  if (made.decision == Decision::deload) {
    made.deload_percent = lift->percent > 0 ? lift->percent : proposal->percent_down;
  }
  made.reference = proposal->base.reference;
  made.reference_reps = proposal->base.reps;
  made.lifted = lift->lifted;
  put_on_the_bar(made, *proposal, ladder, lift->half_sets);
  if (made.target) made.working = working_of(*proposal, *lift, policy, loading);
  if (made.target) made.provisional_until = provisional_until(state, now);
  return given;
}

Suggestion compose(const State& state, const Setting& setting, const std::string& name,
                   const Moment& now) {
  const LiftState* const lift = find_lift(state, name);
  Answer given = answer(state, setting, name, now);
  Suggestion& made = given.said;
  made.findings = all_findings(state, lift, given.proposal);
  for (const Finding& found : made.findings) made.refer = std::max(made.refer, found.refer);
  name_what_decides(made, lift, given.proposal, setting.policies);
  add_records(made.findings, state, lift, setting.screens);
  return std::move(made);
}

}  // namespace hinge::engine
