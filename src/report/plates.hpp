#pragma once

#include <string>

#include "hinge/load.hpp"

namespace hinge::report {

/// What to put on the bar: "20 kg bar, each side 25 + 25 + 2.5"; says so where the plates don't
/// come out even, or there is no bar.
[[nodiscard]] std::string plates(Weight weight, const Loading& loading);

}  // namespace hinge::report
