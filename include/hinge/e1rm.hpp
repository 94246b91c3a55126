#pragma once

#include <optional>
#include <vector>

#include "hinge/load.hpp"
#include "hinge/score.hpp"
#include "hinge/session.hpp"

namespace hinge {

/// What a set says about the heaviest single: an estimate, never something that was lifted.
struct E1rm {
  Load load;
  bool rough = false;  ///< from 11 or 12 reps, where the formulas begin to drift apart
  friend constexpr bool operator==(const E1rm&, const E1rm&) = default;
};

/// The e1RM of one set of `reps` good reps, rounded down to a nanogram: by the RTS table where an
/// RPE was logged, else Epley's w (1 + reps / 30) (Epley 1985), and w itself for a single. None
/// for no reps, for more than 12, and where the table does not reach.
[[nodiscard]] std::optional<E1rm> e1rm(Load load, int reps, std::optional<Rpe> rpe);

/// The highest e1RM of a session's work sets, and the set it comes from.
struct BestE1rm {
  E1rm estimate;
  Set from;
};
/// A rough one only where there is no other; none where no work set gives any. A missed rep takes
/// nothing from the good ones before it.
[[nodiscard]] std::optional<BestE1rm> best_e1rm(const std::vector<Set>& sets);

/// The load for `reps` at `rpe`: the RTS table's share of the e1RM (Tuchscherer 2008), half points
/// the mean of their neighbours, rounded down to a nanogram. None outside RPE 5 to 10, for no reps,
/// and where reps and reps in reserve come to more than the table's 16.
[[nodiscard]] std::optional<Load> at_rpe(Load e1rm, int reps, Rpe rpe);

}  // namespace hinge
