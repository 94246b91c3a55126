#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/load.hpp"
#include "hinge/score.hpp"

namespace hinge {

/// What nobody lifts in a session, whatever they insist on.
inline constexpr Load heaviest_load = 1000_kg;
inline constexpr int most_reps = 1000;
inline constexpr int most_sets = 1000;

/// The reps of one set, as written: "4f" is four good ones, then a miss.
struct Reps {
  int good = 0;
  bool missed = false;
};

/// One group of the set notation: a load, and the sets done with it.
struct Group {
  std::string text;    ///< as typed, made safe to show, and cut short where it is long
  std::string number;  ///< of the load, as typed
  Weight weight;
  bool bare = false;         ///< the load stood without a unit
  std::vector<Reps> reps;    ///< one for all sets, or one a set
  std::optional<int> times;  ///< how many sets, where that was written
  std::vector<Rpe> rpes;     ///< none, one for all sets, or one a set
  bool warmup = false;

  [[nodiscard]] int sets() const { return times.value_or(static_cast<int>(reps.size())); }
};

/// Reads the groups of a session, bare loads in `unit`. Throws Error{usage}, which names the token
/// and the rewrite, for what is no set notation; implausible loads and counts are taken.
[[nodiscard]] std::vector<Group> read_groups(std::string_view text, Unit unit);

/// Throws Error{usage} for a group that is well written and hard to believe: a bare load under the
/// bar, over 20 sets, over 50 reps, over 25 % above `best` (0: nothing to compare with).
void refuse_implausible(const Group& group, const Loading& loading, Load best);

}  // namespace hinge
