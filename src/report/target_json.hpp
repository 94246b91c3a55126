#pragma once

#include "hinge/replay.hpp"
#include "hinge/suggestion.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"

namespace hinge::report {

/// The `target` of hinge.next/1, hinge.replay/1 and hinge.plan/1.
[[nodiscard]] Json json_of_target(const Target& target);
/// Puts a suggestion into an object: all of hinge.next/1 but whose it is. Rules that passed are in
/// it with `all_rules`.
void put_suggestion(Json& object, const Suggestion& suggestion, bool all_rules);
/// One of the `exposures` of hinge.replay/1.
[[nodiscard]] Json json_of_exposure(const Exposure& exposure);
/// One of the `lifters` of hinge.status/1.
[[nodiscard]] Json json_of_status(const LifterStatus& status, Date today);

}  // namespace hinge::report
