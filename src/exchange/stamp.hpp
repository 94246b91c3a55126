#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hinge/date.hpp"

namespace hinge::exchange {

/// When a workout began, by the clock on its wall. Seconds tell apart what the minute does not.
struct Stamp {
  Moment when;
  int seconds = 0;
  friend bool operator==(const Stamp&, const Stamp&) = default;
};

/// Reads a day, with or without a time, in the ways the apps write it: "2026-04-05 13:01:22",
/// "2026-04-05T13:01", "5 Apr 2026, 13:01", "Apr 5, 2026, 1:01 PM", "05.04.2026, 13:01",
/// "5 Nis 2026, 13:01", "2026年4月5日 13:01". Months by their names in the languages of stamp.cpp.
/// None for a day that does not exist, that reads two ways ("11/12/2026"), for a zone or anything
/// else behind the time.
[[nodiscard]] std::optional<Stamp> parse_stamp(std::string_view text);

/// "2026-04-05" or "2026-04-05T13:01:22": the same for the same moment, however a file wrote it.
[[nodiscard]] std::string to_string(const Stamp& stamp);

}  // namespace hinge::exchange
