#pragma once

#include "cli/invocation.hpp"
#include "hinge/history.hpp"

namespace hinge::cli {

/// `asked`, unless it is what the clock says: then no earlier than the records of today. A clock
/// goes back behind them after a flight west, and in the hour that autumn repeats; they happened
/// all the same. What --today pins is taken at its word.
[[nodiscard]] Moment now_by(const History& history, const Invocation& call, const Moment& asked);

/// The same, asked for now.
[[nodiscard]] Moment now_by(const History& history, const Invocation& call);

}  // namespace hinge::cli
