#pragma once

#include <string>

#include "hinge/history.hpp"
#include "hinge/policy.hpp"
#include "hinge/suggestion.hpp"

namespace hinge {

/// The first day `suggest` looks at: a year before. Red flags and calm count however old they are.
[[nodiscard]] Date window_start(Date today);

/// The whole history as a log hands it out on `today`: nothing later, one year back, and from
/// before that the check-ins since the last one that alone could start a calm. Requires a history
/// that goes back at least to window_start(today).
[[nodiscard]] History as_known_on(const History& whole, Date today);
/// The same, and what came after `today` up to the day `until`.
[[nodiscard]] History as_known_on(const History& whole, Date today, Date until);

/// What to lift next of `lift`, and why, as of `now` (a plain Date will do; a clock time sharpens
/// only the first day after a session). Pure: the same inputs give the same answer on every
/// machine, whatever order the records come in. Records after `now` are ignored. The whole history
/// is read by the policies given, also what was lifted under others.
[[nodiscard]] Suggestion suggest(const History& history, const Policies& policies,
                                 const Moment& now, const std::string& lift);

/// The same for the lift trained last ("deadlift" if none was).
[[nodiscard]] Suggestion suggest(const History& history, const Policies& policies,
                                 const Moment& now);

}  // namespace hinge
