#pragma once

#include <set>
#include <string>

#include "cli/invocation.hpp"
#include "hinge/history.hpp"
#include "hinge/policy.hpp"
#include "hinge/store.hpp"
#include "report/report.hpp"
#include "report/sheet.hpp"

namespace hinge::cli {

/// Where the lifter of `whole` stands at `now`, and what is next of each lift of the last five
/// weeks, the one trained last first; of that one alone where there was none. Of `whole`, only the
/// engine's window up to `now` counts.
[[nodiscard]] report::Standing standing_of(const History& whole, const Policies& policies,
                                           const Moment& now);

/// Where a lifter stands as of `asked`: by the lift trained last, or by another one of the last
/// five weeks where that stands worse.
[[nodiscard]] report::LifterStatus lifter_status(const Invocation& call, const Store& store,
                                                 const Lifter& lifter, const Moment& asked);

/// The lifts of the five weeks before `today`.
[[nodiscard]] std::set<std::string> recent_lifts(const History& history, Date today);

/// How many of the latest training days, in a row, have no check-in of their own. An unrelated one
/// doesn't count (engine.md section 2).
[[nodiscard]] int days_without_checkin(const History& history);

}  // namespace hinge::cli
