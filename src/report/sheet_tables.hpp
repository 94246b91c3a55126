#pragma once

#include <string>
#include <vector>

#include "report/sheet.hpp"

/// The tables of a sheet, for the forms that have tables. Free text in them is as it came.
namespace hinge::report {

struct Table {
  std::string caption;
  std::vector<std::string> head;               ///< empty: the rows need none
  std::vector<std::vector<std::string>> rows;  ///< the first cell names its row
  /// Pain of 0 to 10 in halves, a row: what the second cell says, for a bar beside it. Empty: none.
  std::vector<int> bars = {};
  /// Of the first rows the id of the lifter whose page they are about. Empty: none.
  std::vector<std::string> links = {};
};

/// Who stands where, in the order of the pages.
[[nodiscard]] Table overview_table(const ReportHead& head);
[[nodiscard]] Table done_table(const Sheet& sheet);
/// Each answer of the back, also those about earlier days, and the days without one.
[[nodiscard]] Table back_table(const Sheet& sheet);
[[nodiscard]] Table episode_table(const Sheet& sheet);
/// Counted: worse with, eases with.
[[nodiscard]] Table factor_table(const Sheet& sheet);
[[nodiscard]] Table change_table(const Sheet& sheet);
/// All that a picture shows, mark by mark; of how the back felt only with `felt`.
[[nodiscard]] Table picture_table(const Timeline& timeline, bool felt);

}  // namespace hinge::report
