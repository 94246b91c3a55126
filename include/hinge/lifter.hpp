#pragma once

#include <map>
#include <string>
#include <string_view>

#include "hinge/load.hpp"

namespace hinge {

/// One person in the file.
struct Lifter {
  std::string id = "me";  ///< [a-z0-9-], 1 to 40 characters, never changes
  std::string name;       ///< as they write it; empty: the id
  Loading loading;        ///< what they can load, unless the lift says otherwise
  std::map<std::string, Loading, std::less<>> lifts;  ///< per lift, where it was set
  bool archived = false;
  friend bool operator==(const Lifter&, const Lifter&) = default;
};

[[nodiscard]] bool is_lifter_id(std::string_view text);
/// The lift's own setting, else the lifter's; with bar 0 for lifts done with dumbbells or
/// kettlebells.
[[nodiscard]] Loading loading_for(const Lifter& lifter, std::string_view lift);

}  // namespace hinge
