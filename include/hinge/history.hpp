#pragma once

#include <string_view>
#include <vector>

#include "hinge/checkin.hpp"
#include "hinge/lifter.hpp"
#include "hinge/screen.hpp"
#include "hinge/session.hpp"

namespace hinge {

/// What one lifter did and felt: everything `suggest` may look at. The order of the records never
/// matters.
struct History {
  Lifter lifter;
  std::vector<Session> sessions;
  std::vector<CheckIn> checkins;
  std::vector<Screen> screens;  ///< all of them, however old
  /// Check-ins before the window, from the last severe one on: calm lasts until quiet check-ins end
  /// it.
  std::vector<CheckIn> earlier_checkins;
  friend bool operator==(const History&, const History&) = default;
};

}  // namespace hinge
