#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hinge/date.hpp"

/// Where days and loads stand on paper: whole numbers only, so that the same log draws the same
/// bytes everywhere.
namespace hinge::report {

/// A day with a label on the time axis; `year` where it is the first one or another than before.
struct TimeTick {
  Date date;
  std::string label;
  std::string year;
  friend bool operator==(const TimeTick&, const TimeTick&) = default;
};

/// The days from `first` to `last` that carry a label: every day, second day, Monday, second
/// Monday, month, quarter, half year, year, …: the closest that makes at most `most` of them.
/// Requires first <= last and most >= 2.
[[nodiscard]] std::vector<TimeTick> time_ticks(Date first, Date last, int most);

/// An axis for values in thousandths: from `low` to `high`, both of them whole steps.
struct ValueScale {
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t step = 1;
  friend bool operator==(const ValueScale&, const ValueScale&) = default;
};

/// The smallest step of 1, 2 or 5 times a power of ten, from 1.000 on, that spans the values in at
/// most `most` steps. Values that lie closer than 10.000 are given that much, so that a small step
/// does not look like a cliff; never below zero. Requires 0 <= lowest <= highest and most >= 3.
[[nodiscard]] ValueScale value_scale(std::int64_t lowest, std::int64_t highest, int most);

/// `part` of `whole` as that share of `length`, rounded half up. Requires 0 <= part and 0 < whole.
[[nodiscard]] int share_of(std::int64_t part, std::int64_t whole, int length);

}  // namespace hinge::report
