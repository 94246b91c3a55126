#include "engine/exposure.hpp"

#include <algorithm>

namespace hinge::engine {
namespace {

/// Whether what was done becomes the scheme, rather than a step in the one that was asked for.
bool is_taken_up(const LiftState& before, const LiftExposure& exposure, const Policy& policy,
                 const Loading& loading) {
  const Done& done = exposure.done;
  const Scheme taken = taken_up(done.working, done.effort, policy, loading);
  std::vector<Effort> efforts = before.efforts;
  if (done.effort) remember_effort(efforts, *done.effort);
  const Scheme after = next_scheme(taken, efforts, before.step_halved, policy, loading);
  return is_other_work(exposure.suggested->scheme, taken, after, policy);
}

}  // namespace

Light light_of(const std::vector<Finding>& findings) {
  Light light = Light::green;
  for (const Finding& found : findings) light = std::max(light, found.light);
  return light;
}

bool fired(const std::vector<Finding>& findings, RuleId rule) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& found) {
    return found.rule == rule && found.verdict == Verdict::fired;
  });
}

void remember_effort(std::vector<Effort>& efforts, const Effort& effort) {
  if (efforts.size() == remembered_efforts) efforts.erase(efforts.begin());
  efforts.push_back(effort);
}

LiftExposure expose(const State& state, const LiftState& before, const TrainingDay& day,
                    const LiftDay& lift, const Assessment& back, const Setting& setting) {
  LiftExposure made;
  if (!state.calm) made.suggested = propose(state, setting, lift.lift, day.start);
  std::optional<Target> measure;
  if (made.suggested) measure = made.suggested->target;
  if (measure && lift.imported) measure = Target{before.scheme->reference, 0, 0, {}, {}};
  const Policy& policy = setting.policies.of(lift.lift);
  made.done = what_was_done(lift, measure, policy);
  if (measure && lift.imported) made.done.reference = measure->weight;
  // Nobody was told what would have been suggested to another app's session: it is lowered from
  // what was lifted.
  const bool is_told = !lift.imported || !made.done.working_load;
  if (made.suggested && is_told) made.asked = made.suggested->target;
  if (made.done.over) {
    made.other_work = is_taken_up(before, made, policy, loading_for(setting.lifter, lift.lift));
    if (made.other_work) made.done.short_of = false;
  }
  if (state.calm) made.done.missed = false;  // in calm there was no load to miss
  made.findings = assess_lift(before, made.done, back.symptom_red(), policy);
  return made;
}

}  // namespace hinge::engine
