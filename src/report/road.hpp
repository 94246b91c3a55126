#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hinge/plan.hpp"
#include "hinge/replay.hpp"
#include "report/report.hpp"

/// The road behind and the road ahead, in words.
namespace hinge::report {

/// What `replay` prints: the exposures of a range, oldest first.
struct ReplayedLog {
  std::string lifter;
  std::vector<Exposure> exposures;
  Policies policies;                ///< that it was replayed under
  std::optional<std::string> lift;  ///< the only one; none: all
  bool assumed_green = false;
};
[[nodiscard]] std::string text(const ReplayedLog& replayed, const Style& style);
/// hinge.replay/1.
[[nodiscard]] std::string json(const ReplayedLog& replayed);
/// A header always, and a row an exposure.
[[nodiscard]] std::string csv(const ReplayedLog& replayed);

/// What `plan` prints. `straight` is the same road without the detour, where there is one.
struct RoadAhead {
  std::string lifter;
  PlanRequest request;
  Plan plan;
  std::optional<Plan> straight;
};
[[nodiscard]] std::string text(const RoadAhead& road, Date today, const Style& style);
/// hinge.plan/1.
[[nodiscard]] std::string json(const RoadAhead& road);

}  // namespace hinge::report
