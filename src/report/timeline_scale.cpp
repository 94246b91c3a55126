#include "report/timeline_scale.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>

namespace hinge::report {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int months_a_year = 12;

std::string_view month_name(const year_month_day& civil) {
  return months.at(static_cast<unsigned>(civil.month()) - 1);
}

int year_of(Date date) { return static_cast<int>(year_month_day{date}.year()); }

/// Every `step` days, counted from a Monday long ago; none where there are more than `most`.
std::optional<std::vector<TimeTick>> day_ticks(Date first, Date last, int step, int most) {
  constexpr Date some_monday{days{-3}};  // 29 December 1969
  const auto past = (first - some_monday).count() % step;
  Date at = first + days{((past > 0 ? step : 0) - past) % step};
  std::vector<TimeTick> ticks;
  for (; at <= last; at += days{step}) {
    if (static_cast<int>(ticks.size()) == most) return std::nullopt;
    const year_month_day civil{at};
    ticks.push_back(
        {at, fmt::format("{} {}", static_cast<unsigned>(civil.day()), month_name(civil)), {}});
  }
  return ticks;
}

/// The first of every `step`th month, counted from January.
std::optional<std::vector<TimeTick>> month_ticks(Date first, Date last, int step, int most) {
  const year_month_day begin{first};
  int month = year_of(first) * months_a_year + static_cast<int>(unsigned{begin.month()}) - 1;
  if (unsigned{begin.day()} > 1) ++month;
  month += (step - month % step) % step;
  std::vector<TimeTick> ticks;
  for (;; month += step) {
    const year_month_day civil{std::chrono::year{month / months_a_year},
                               std::chrono::month{static_cast<unsigned>(month % months_a_year + 1)},
                               std::chrono::day{1}};
    if (Date{civil} > last) return ticks;
    if (static_cast<int>(ticks.size()) == most) return std::nullopt;
    const bool years = step >= months_a_year;
    ticks.push_back({Date{civil},
                     years ? std::to_string(month / months_a_year) : std::string{month_name(civil)},
                     {}});
  }
}

std::vector<TimeTick> with_years(std::vector<TimeTick> ticks) {
  int before = 0;
  for (TimeTick& tick : ticks) {
    const int year = year_of(tick.date);
    if (year != before) tick.year = std::to_string(year);
    before = year;
  }
  return ticks;
}

}  // namespace

std::vector<TimeTick> time_ticks(Date first, Date last, int most) {
  for (const int step : {1, 2, 7, 14}) {
    if (const auto ticks = day_ticks(first, last, step, most)) return with_years(*ticks);
  }
  for (const int step : {1, 3, 6}) {
    if (const auto ticks = month_ticks(first, last, step, most)) return with_years(*ticks);
  }
  for (int years = 1;; years *= 2) {
    if (const auto ticks = month_ticks(first, last, years * months_a_year, most)) return *ticks;
  }
}

ValueScale value_scale(std::int64_t lowest, std::int64_t highest, int most) {
  constexpr std::int64_t least_height = 10'000;
  if (highest - lowest < least_height) {
    lowest = std::max<std::int64_t>(0, lowest - (least_height - (highest - lowest)) / 2);
    highest = std::max(highest, lowest + least_height);
  }
  for (std::int64_t power = 1000;; power *= 10) {
    for (const std::int64_t factor : {1, 2, 5}) {
      const std::int64_t step = power * factor;
      const ValueScale scale{lowest / step * step, (highest + step - 1) / step * step, step};
      if ((scale.high - scale.low) / step <= most) return scale;
    }
  }
}

int share_of(std::int64_t part, std::int64_t whole, int length) {
  return static_cast<int>((part * length * 2 + whole) / (whole * 2));
}

}  // namespace hinge::report
