#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace hinge {

/// A civil day. No zone: a session's day never moves.
using Date = std::chrono::sys_days;
using Minutes = std::chrono::minutes;

/// A civil day and, where it is known, the local clock time on it (minutes since midnight).
struct Moment {
  Date date;
  std::optional<Minutes> time;

  Moment() = default;
  // Implicit on purpose: a day is a moment whose time is unknown.
  Moment(Date day) : date(day) {}  // NOLINT(google-explicit-constructor)
  Moment(Date day, std::optional<Minutes> clock) : date(day), time(clock) {}
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// From `from` to `to`: by both clock times where both are known, else 24 h for each day between.
[[nodiscard]] Minutes elapsed(const Moment& from, const Moment& to);

/// A week of ISO 8601: Monday to Sunday, named by the year that holds its Thursday.
struct IsoWeek {
  int year = 0;
  unsigned week = 0;
  friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

[[nodiscard]] IsoWeek iso_week(Date date);
/// The Monday of the week. Requires a week that exists.
[[nodiscard]] Date monday(IsoWeek week);
/// 52 or 53.
[[nodiscard]] unsigned weeks_in(int year);

/// "2026-11-20".
[[nodiscard]] std::string iso_date(Date date);
/// "2026-W47".
[[nodiscard]] std::string to_string(IsoWeek week);
/// "18:30".
[[nodiscard]] std::string clock_time(Minutes time);
/// "2026-11-20" or "2026-11-20T18:30".
[[nodiscard]] std::string to_string(const Moment& moment);

/// Strictly `YYYY-MM-DD`, a day that exists, 1900 to 2999; nothing before or after it.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);
/// Strictly `HH:MM`, 00:00 to 23:59.
[[nodiscard]] std::optional<Minutes> parse_clock_time(std::string_view text);
/// Strictly `YYYY-Www`, a week that exists.
[[nodiscard]] std::optional<IsoWeek> parse_iso_week(std::string_view text);

}  // namespace hinge
