#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/state.hpp"

namespace hinge::engine {

/// Calm as one day's check-ins, in order, bring it on and end it.
struct CalmCourse {
  std::optional<Calm> calm;  ///< in force after the last of them
  std::optional<Date> left;  ///< when quiet check-ins ended it: the day that caused it is spent
  std::size_t spent = 0;     ///< the check-ins before this one no longer count
};

/// The day's check-ins before `upto` that still count, as one: all, or after calm was left the
/// later ones that were not quiet.
[[nodiscard]] Merge still_counting(const TrainingDay& day, const CalmCourse& course,
                                   std::size_t upto, const Moment& as_of, const Policy& policy);

/// What brings calm on: what the symptoms ask for by themselves, or on a day on which no rung below
/// loads less any threshold.
enum class CalmCause : std::uint8_t { symptoms, any_threshold };

/// Goes on from `before` over the day's check-ins.
[[nodiscard]] CalmCourse calm_course(const std::optional<Calm>& before, const TrainingDay& day,
                                     const Policy& policy, CalmCause cause = CalmCause::symptoms);

}  // namespace hinge::engine
