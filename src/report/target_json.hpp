#pragma once

#include "hinge/suggestion.hpp"
#include "report/json_values.hpp"

namespace hinge::report {

/// The `target` of hinge.next/1, hinge.replay/1 and hinge.plan/1.
[[nodiscard]] Json json_of_target(const Target& target);

}  // namespace hinge::report
