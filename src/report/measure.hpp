#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/timeline.hpp"

namespace hinge::report {

[[nodiscard]] std::string_view to_string(Measure measure);
[[nodiscard]] std::optional<Measure> parse_measure(std::string_view word);

/// "estimated single (e1RM), kg": what an axis of it says.
[[nodiscard]] std::string axis_of(Measure measure, Unit unit);

/// A session by one measure.
struct Reading {
  std::optional<std::int64_t> value;  ///< thousandths of the unit; none: nothing says it
  std::string shown;                  ///< the value, with a unit where it isn't the one asked for
};
/// Requires another measure than pain, which is the back's.
[[nodiscard]] Reading reading_of(Measure measure, const TimelinePoint& point, Unit unit);

/// "2138": a value to the unit, where its parts would say nothing.
[[nodiscard]] std::string whole_number(std::int64_t thousandths);

}  // namespace hinge::report
