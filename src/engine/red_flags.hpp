#pragma once

#include <optional>
#include <vector>

#include "hinge/screen.hpp"

namespace hinge::engine {

/// How the red flag questions stand on one day (engine.md section 7).
struct RedFlagState {
  std::vector<RedFlag> open;      ///< answered yes and not cleared, however old
  std::optional<Moment> cleared;  ///< when open flags were last cleared
};

[[nodiscard]] RedFlagState red_flags_on(const std::vector<Screen>& screens, Date as_of);

}  // namespace hinge::engine
