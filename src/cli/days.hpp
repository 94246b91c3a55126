#pragma once

#include <optional>
#include <string_view>

#include "cli/arguments.hpp"
#include "hinge/date.hpp"

namespace hinge::cli {

/// No log has an earlier day.
inline constexpr Date first_day = std::chrono::year{1900} / 1 / 1;

/// One day as people write it: today, yesterday, mon…sun (the latest, today included), 3d, 2w
/// (ago), 2026-11-20, in small letters or capitals. Throws Error{usage} naming `option` for
/// anything else.
[[nodiscard]] Date read_day(std::string_view text, Date today, std::string_view option);

/// A day, and a clock time where one follows: "friT18:30".
[[nodiscard]] Moment read_moment(std::string_view text, Date today, std::string_view option);
/// The same for what lies ahead: a weekday is the coming one, today included, and there is
/// "tomorrow".
[[nodiscard]] Moment read_coming_moment(std::string_view text, Date today, std::string_view option);

/// The same for what has happened: throws Error{usage} for what lies after `now`.
[[nodiscard]] Moment read_past_moment(std::string_view text, const Moment& now,
                                      std::string_view option);

/// "2026-11-22" or "2026-11-22T18:30", for --today.
[[nodiscard]] Moment read_pinned_now(std::string_view text, std::string_view option);

/// "90m", "48h", "1.5h", "3d", "1w": how long something lasted, to the minute.
[[nodiscard]] Minutes read_duration(std::string_view text, std::string_view option);

/// The days from `since` to `until`, both of them in it; absent: no bound.
struct DayRange {
  std::optional<Date> since;
  std::optional<Date> until;
};

inline constexpr OptionSpec week_option{"week", 0, "WEEK", "this, last or 2026-W47"};
inline constexpr OptionSpec since_option{"since", 0, "DAY", "from this day on"};
inline constexpr OptionSpec until_option{"until", 0, "DAY", "up to this day, and with it"};
inline constexpr OptionSpec last_option{"last", 0, "SPAN", "the latest 8w or 30d, today included"};

/// Reads the four options above. Throws Error{usage} where they contradict each other.
[[nodiscard]] DayRange read_range(const Arguments& arguments, Date today);

}  // namespace hinge::cli
