#include "hinge/e1rm.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace hinge {
namespace {

/// The RTS row for RPE 10, one rep to sixteen, in tenths of a percent of the 1RM.
constexpr std::array<int, 16> row = {1000, 955, 922, 892, 863, 837, 811, 786,
                                     762,  739, 707, 680, 653, 626, 599, 572};
constexpr int most_reps = 12;
constexpr int sure_reps = 10;

/// A share of the 1RM, in units of which `whole` are all of it: a half point is a mean of two.
constexpr std::int64_t whole = 2000;

/// T(reps, rpe): reps left in reserve count as if they had been done.
std::optional<int> share(int reps, Rpe rpe) {
  if (reps < 1 || rpe < 5 || rpe > 10) return std::nullopt;
  const int halves = 2 * reps + (Rpe{10} - rpe).in_halves();
  const auto below = static_cast<std::size_t>(halves / 2 - 1);
  const auto above = below + static_cast<std::size_t>(halves % 2);
  if (above >= row.size()) return std::nullopt;
  return row[below] + row[above];
}

/// `load` × `times` / `parts`, rounded down; split so that no real load overflows.
Load scaled(Load load, std::int64_t times, std::int64_t parts) {
  const std::int64_t nanograms = load.nanograms();
  return Load::from_nanograms(nanograms / parts * times + nanograms % parts * times / parts);
}

}  // namespace

std::optional<E1rm> e1rm(Load load, int reps, std::optional<Rpe> rpe) {
  if (reps < 1 || reps > most_reps) return std::nullopt;
  const bool rough = reps > sure_reps;
  if (!rpe) return E1rm{reps == 1 ? load : scaled(load, 30 + reps, 30), rough};
  const auto part = share(reps, *rpe);
  if (!part) return std::nullopt;
  return E1rm{scaled(load, whole, *part), rough};
}

std::optional<BestE1rm> best_e1rm(const std::vector<Set>& sets) {
  std::optional<BestE1rm> best;
  for (const Set& set : sets) {
    if (set.kind != SetKind::work) continue;
    const auto estimate = e1rm(set.weight.load, set.reps, set.rpe);
    if (!estimate) continue;
    const auto rank = [](const E1rm& each) { return std::pair{!each.rough, each.load}; };
    if (!best || rank(*estimate) > rank(best->estimate)) best = BestE1rm{*estimate, set};
  }
  return best;
}

std::optional<Load> at_rpe(Load e1rm, int reps, Rpe rpe) {
  const auto part = share(reps, rpe);
  if (!part) return std::nullopt;
  return scaled(e1rm, *part, whole);
}

}  // namespace hinge
