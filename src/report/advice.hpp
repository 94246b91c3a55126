#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hinge/suggestion.hpp"

namespace hinge::report {

/// The reasons, one sentence each: what decides first, then whatever else fired; in calm
/// only what decides or refers. Parentheses hold what was seen and the limit, where `details` asks
/// for them.
[[nodiscard]] std::vector<std::string> reasons(const Suggestion& suggestion, bool details);
/// What follows from them: "Calm it down, then build it back up". Without the road and full stop.
[[nodiscard]] std::string advice(const Suggestion& suggestion);
/// Whether what is next is less load than the lift's latest session had.
[[nodiscard]] bool is_under_what_was_lifted(const Suggestion& suggestion);
/// "Half the sets on this rung: 2 instead of 3."; empty where none are left out.
[[nodiscard]] std::string fewer_sets(const Suggestion& suggestion);
/// "125 → 132.5 → 140", from the target to R; empty where there is no road.
[[nodiscard]] std::string road_words(const Suggestion& suggestion,
                                     std::string_view between = " → ");
/// What stands instead of a load: for calm and stop. Fixed, tested wording.
[[nodiscard]] std::string instead_of_a_load(const Suggestion& suggestion);

}  // namespace hinge::report
