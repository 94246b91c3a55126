#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"
#include "report/timeline.hpp"

namespace hinge::report {

/// What `chart` draws in the terminal.
enum class Measure : std::uint8_t {
  load,    ///< the working load
  e1rm,    ///< the single it stands for: an estimate
  volume,  ///< load times reps, over all work sets
  pain,    ///< how the back felt, pain and soreness apart
};
[[nodiscard]] std::string_view to_string(Measure measure);
[[nodiscard]] std::optional<Measure> parse_measure(std::string_view word);

/// What `chart` prints.
struct Chart {
  std::string lifter;
  bool name_lifter = false;  ///< say in text whose it is: the log has several
  std::vector<Measure> measures;
  Date first;  ///< both in the range
  Date last;
  std::vector<Timeline> lifts;            ///< those with an exposure, the one trained last first
  std::vector<TimelineCheckIn> checkins;  ///< about all of them: it is one back
  std::optional<Date> latest;             ///< session before the range, where the range has none
};

struct ChartRequest {
  std::vector<Measure> measures;
  std::optional<std::string> lift;  ///< none: every lift of the range
  Date first;
  Date last;
};
[[nodiscard]] Chart chart_of(const History& history, const Policies& policies,
                             const std::vector<Exposure>& exposures, const ChartRequest& request);

[[nodiscard]] std::string text(const Chart& chart, Date today, const Style& style);
/// hinge.chart/1: every measure, whichever is asked for.
[[nodiscard]] std::string json(const Chart& chart);

}  // namespace hinge::report
