#pragma once

#include "cli/invocation.hpp"
#include "hinge/history.hpp"

namespace hinge::cli {

/// `asked`, unless it is what the clock says: then no earlier than the records of today and
/// tomorrow. A clock goes back behind them after a flight west, and in the hour that autumn
/// repeats; they happened all the same. What --today pins is taken at its word.
[[nodiscard]] Moment now_by(const History& history, const Invocation& call, const Moment& asked);

/// The same, asked for now.
[[nodiscard]] Moment now_by(const History& history, const Invocation& call);

/// Says on stderr that there are records of days after `now`, where it is the clock's: a clock that
/// is wrong would hide them, and what they ask for.
void say_what_is_ahead(Invocation& call, const History& history, const Moment& now);

}  // namespace hinge::cli
