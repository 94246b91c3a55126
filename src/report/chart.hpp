#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/measure.hpp"
#include "report/report.hpp"

namespace hinge::report {

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
