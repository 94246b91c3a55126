#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hinge/history.hpp"
#include "hinge/policy.hpp"
#include "hinge/suggestion.hpp"

namespace hinge {

/// How far to look.
struct PlanRequest {
  std::optional<Load> to;     ///< until this load is suggested, two years at most
  int weeks = 8;              ///< else for so many weeks
  std::optional<int> detour;  ///< one red check-in (an ache of two days) in this week, from 1
};

/// One training day to come, if all goes well.
struct PlannedDay {
  Date date;
  Decision decision = Decision::progress;
  std::optional<int> deload_percent;
  Target target;
  Phase phase = Phase::build;
  std::optional<int> wave_week;
  bool detour = false;  ///< the check-in after it is the red one
  friend bool operator==(const PlannedDay&, const PlannedDay&) = default;
};

/// Training days: so many over so many days.
struct Rhythm {
  int exposures = 1;
  int days = 4;
  bool own = false;  ///< the lifter's, of the last weeks; else the policy's, or the usual one
};

/// The road ahead, if every suggestion is lifted and every check-in but the detour's is green.
/// Never a promise.
struct Plan {
  Suggestion today;  ///< where it begins
  Rhythm rhythm;
  std::vector<PlannedDay> days;  ///< none for start and stop
  bool calm_first = false;       ///< it begins once quiet check-ins have ended calm
  bool reached = false;          ///< the load asked for
};

/// Pure, as `suggest`. `lift` empty: the one trained last.
[[nodiscard]] Plan plan(const History& history, const Policies& policies, const Moment& now,
                        const std::string& lift, const PlanRequest& request);

}  // namespace hinge
