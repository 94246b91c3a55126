#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace hinge::report {

/// What was erased for good.
struct Erased {
  std::string lifter;  ///< who went with it; empty: nobody who was asked for
  std::int64_t sessions = 0;
  std::int64_t checkins = 0;
  std::int64_t screens = 0;
  bool earlier = false;       ///< only what they were before corrections; the records stay
  std::int64_t settings = 0;  ///< of so many lifters, earlier ones
  std::vector<std::string> names = {};  ///< of the records, where they were named
};
[[nodiscard]] std::string text(const Erased& erased, const Style& style);
/// hinge.purge/1.
[[nodiscard]] std::string json(const Erased& erased);

/// "anna, 2 sessions and 1 check-in"; "1 check-in (f12)"; "nothing".
[[nodiscard]] std::string words(const Erased& erased);

}  // namespace hinge::report
