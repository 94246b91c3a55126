#pragma once

#include <cstdint>
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

/// How a file orders the numbers of its days, where it says so.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

/// Reads a day, with or without a time, in the ways the apps write it: "2026-04-05 13:01:22",
/// "2026-04-05T13:01", "5 Apr 2026, 13:01", "Apr 5, 2026, 1:01 PM", "05.04.2026, 13:01",
/// "5 Nis 2026, 13:01", "2026年4月5日 13:01". Months by their names in the languages of
/// data/dates.json. None for a day that does not exist, for one with slashes whose order is not
/// known ("11/12/2026"), for a zone or anything else behind the time.
[[nodiscard]] std::optional<Stamp> parse_stamp(std::string_view text,
                                               DateOrder order = DateOrder::unknown);

/// Reads what `parse_stamp` reads of a clock that shows UTC, with "Z" behind it or without.
[[nodiscard]] std::optional<Stamp> parse_utc_stamp(std::string_view text);

/// "2026-04-05" or "2026-04-05T13:01:22": the same for the same moment, however a file wrote it.
[[nodiscard]] std::string to_string(const Stamp& stamp);

}  // namespace hinge::exchange
