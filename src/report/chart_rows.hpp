#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/chart.hpp"

namespace hinge::report {

/// What stands beside a bar. `needed` stays also where there is little room.
struct ChartWord {
  std::string text;
  bool needed = false;
};

/// One row of a chart: a day, or a longer stretch, with what was read then.
struct ChartRow {
  Date date;
  std::string period;                 ///< "2026-W47"; empty: the day itself
  std::optional<std::int64_t> value;  ///< in thousandths; none: nothing was, or could be, measured
  std::string shown;             ///< the value in words, with a unit where it isn't the chart's
  std::vector<ChartWord> words;  ///< "5×3", "deload"
  bool soft = false;             ///< soreness beside pain: drawn lighter
};

/// How several readings of one stretch become one.
enum class Gather : std::uint8_t { highest, sum };

/// One measure of one lift, or of the back.
struct ChartSection {
  std::string title;   ///< "Deadlift: load, kg"
  std::string label;   ///< what a value is, for `label: value`
  std::string unit;    ///< " kg", behind a value that stands alone
  std::string remark;  ///< a sentence under it; empty: none
  std::string empty;   ///< what to say where there are no rows
  Gather gather = Gather::highest;
  std::string_view counted = "session";  ///< what there are several of in a stretch
  std::int64_t least_top = 0;            ///< the bars reach at least so far: 10/10
  int longest_bar = 40;                  ///< in columns
  bool from_zero = true;                 ///< bars begin at zero, however close the values lie
  std::vector<ChartRow> rows;
};

[[nodiscard]] ChartSection section_of(Measure measure, const Timeline& timeline);
/// How the back felt, over the days of all lifts.
[[nodiscard]] ChartSection felt_section(const Chart& chart);

/// The rows as they are where they fit on a screen; else one a week, month, quarter or year, the
/// closest that fits. Stretches between them without any have an empty row.
struct GatheredRows {
  std::string each;  ///< "session", "week", …
  std::vector<ChartRow> rows;
};
[[nodiscard]] GatheredRows gathered(const ChartSection& section);

}  // namespace hinge::report
