#pragma once

#include <string>
#include <vector>

#include "hinge/history.hpp"

namespace hinge::engine {

/// What was done of one lift on one day; several sessions of it are one.
struct LiftDay {
  std::string lift;
  std::vector<Set> sets;
  bool light = false;     ///< every session of it was marked light
  bool imported = false;  ///< every session of it came from another app
  std::vector<std::int64_t> sessions;
};

/// The sessions of one civil day, and the check-ins that belong to it, earliest first.
struct TrainingDay {
  Moment start;
  std::vector<LiftDay> lifts;
  std::vector<CheckIn> checkins;
};

/// The history as the engine sees it, up to `now` and in order, whatever order it was entered in.
struct Timeline {
  std::vector<CheckIn> older;   ///< check-ins before the window, from the last severe one on
  std::vector<CheckIn> before;  ///< check-ins that no training day precedes
  std::vector<TrainingDay> days;
};

/// When the rules of the day at `at` are evaluated: as of the next training day, or of `now`.
[[nodiscard]] Moment as_of(const std::vector<TrainingDay>& days, std::size_t at, const Moment& now);

[[nodiscard]] Timeline timeline_of(const History& history, const Moment& now);

/// Whether `a` certainly came after `b`: a later day, or the same and a later clock time where both
/// are known.
[[nodiscard]] bool came_after(const Moment& a, const Moment& b);

}  // namespace hinge::engine
