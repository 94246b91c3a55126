#pragma once

#include <vector>

#include "engine/state.hpp"

namespace hinge::engine {

/// Names the records each fired rule looked at ("s41", "f12"), so that a reader can go and see.
void add_records(std::vector<Finding>& findings, const State& state, const LiftState* lift,
                 const std::vector<Screen>& screens);

}  // namespace hinge::engine
