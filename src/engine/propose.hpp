#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/state.hpp"
#include "hinge/lifter.hpp"

namespace hinge::engine {

/// What stays the same over one fold.
struct Setting {
  const Lifter& lifter;
  const Policies& policies;
  const std::vector<Screen>& screens;
};

/// What a lift's state suggests on a day: its load if the back allows one.
struct Proposal {
  Target target;
  Scheme base;    ///< that a hold and the rungs stand on
  Scheme scheme;  ///< that the target stands in: the base, or at the top the next one
  int rung =
      100;  ///< where the lift stands, after time away and G1; the target may be a step above
  int target_rung = 100;  ///< the rung of the target
  bool steps_up = false;  ///< earned, and nothing holds it
  bool away =
      false;  ///< time away, or a red day without it: earned is gone for good, not for today
  bool returning = false;         ///< from time away that has a highest rung, not just a hold
  bool lowered = false;           ///< and that rung was lower than where the lift stood
  int percent_down = 0;           ///< by how many % of R G1 lowered the rung
  std::vector<Finding> findings;  ///< G1 and L
};

/// None where nothing of the lift has set a scheme yet. Reads the state only.
[[nodiscard]] std::optional<Proposal> propose(const State& state, const Setting& setting,
                                              std::string_view lift, const Moment& as_of);

}  // namespace hinge::engine
