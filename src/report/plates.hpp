#pragma once

#include <string>
#include <vector>

#include "hinge/load.hpp"

namespace hinge::report {

/// A bar and the plates on each side of it, heaviest first: bar + 2 × each side + `short_by` is the
/// load asked for, exactly. `short_by` is below zero where the bar alone is heavier than that.
struct LoadedBar {
  Load bar;
  std::vector<Load> each_side;
  Load short_by;
};
/// The usual plates of the loading's unit, small ones only where its step needs them. Requires a
/// loading with a bar.
[[nodiscard]] LoadedBar loaded_bar(Load load, const Loading& loading);

/// The same in words: "20 kg bar, each side 25 + 25 + 2.5"; says so where the plates don't come out
/// even, or there is no bar.
[[nodiscard]] std::string plates(Weight weight, const Loading& loading);

}  // namespace hinge::report
