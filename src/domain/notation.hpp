#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hinge/load.hpp"
#include "hinge/session.hpp"

namespace hinge {

/// What the notation of a session was read as.
struct ReadSets {
  std::vector<Set> sets;
  bool any_bare_load = false;  ///< a load stood without its unit, and was read in the lifter's
};

/// Reads the set notation of docs/commands/log.md ("60x5w 140x5x3 @8"): load first, reps second.
/// Bare loads are in `loading.unit`. With `force`, implausible readings are taken as they stand;
/// without, they throw Error{usage} that names the token and the rewrite (a bare load under the
/// bar, over 20 sets, over 50 reps, sets that look first). `best` is the lifter's heaviest load of
/// this lift so far (0: none): 25 % over it is refused too.
[[nodiscard]] ReadSets read_sets(std::string_view text, const Loading& loading, Load best,
                                 bool force);

/// The shortest notation that reads back as exactly these sets, units written out.
[[nodiscard]] std::string write_sets(const std::vector<Set>& sets);

}  // namespace hinge
