#pragma once

#include <span>
#include <string_view>

#include "exchange/layout.hpp"

/// data/apps/*.json and data/dates.json, compiled in (cmake/AppTable.cmake).
namespace hinge::exchange::app_table {

struct MonthName {
  std::string_view name;
  unsigned month;
};

struct HalfOfDay {
  std::string_view word;
  bool afternoon;
};

/// Every app whose export is read, the most particular header first; the last is the table of
/// one's own (csv.json), whose names are too common to be recognised by.
[[nodiscard]] std::span<const ForeignApp> apps();
[[nodiscard]] std::span<const MonthName> months();
[[nodiscard]] std::span<const HalfOfDay> halves_of_day();
/// Words that may stand in a date and add nothing.
[[nodiscard]] std::span<const std::string_view> filler();
/// What stands behind the number of a month.
[[nodiscard]] std::span<const std::string_view> month_marks();

}  // namespace hinge::exchange::app_table
