#pragma once

#include <optional>
#include <vector>

#include "engine/lift_rules.hpp"

namespace hinge::engine {

/// One lift on the day at hand, with what is needed to move it.
struct LiftExposure {
  std::optional<Proposal> suggested;
  std::optional<Target> asked;  ///< that suggestion, where it is what the session is lowered from
  Done done;
  bool other_work = false;  ///< not what was asked for, and more
  std::vector<Finding> findings;
};

/// What `lift` was asked for on `day`, as `before` and the day's light on the back have it, what
/// was done, and what the lift's own rules find. In calm nothing was asked for. Moves nothing.
[[nodiscard]] LiftExposure expose(const State& state, const LiftState& before,
                                  const TrainingDay& day, const LiftDay& lift,
                                  const Assessment& back, const Setting& setting);

/// The worst of them; green where there is none.
[[nodiscard]] Light light_of(const std::vector<Finding>& findings);

/// Whether `rule` is among them, and fired.
[[nodiscard]] bool fired(const std::vector<Finding>& findings, RuleId rule);

/// The last `remembered_efforts` of them are kept.
void remember_effort(std::vector<Effort>& efforts, const Effort& effort);

}  // namespace hinge::engine
