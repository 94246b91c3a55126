#pragma once

#include "engine/propose.hpp"

namespace hinge::engine {

/// Before the first training day: calm may already be on, from reports older than what is read or
/// without a session.
[[nodiscard]] State beginning(const Timeline& timeline, const Setting& setting,
                              const Moment& as_of);

/// One training day: what was done moves scheme and rung, what was felt lights the day. Its rules
/// are evaluated as of `as_of`: the next training day, or today. Days come in order.
[[nodiscard]] State step(State state, TrainingDay day, const Moment& as_of, const Setting& setting);

/// All days up to `now`.
[[nodiscard]] State fold(Timeline timeline, const Setting& setting, const Moment& now);

}  // namespace hinge::engine
