#pragma once

#include <optional>
#include <span>

#include "engine/training_days.hpp"
#include "hinge/policy.hpp"

namespace hinge::engine {

/// One report of a symptom as the rules look at it. Of two the greater is the one with the higher
/// peak, then the one that lasted longer: no two that differ are equal, whatever their order.
struct Report {
  Nprs peak;
  Minutes lasted{0};
  Nature nature = Nature::none;
  bool as_ache = false;  ///< soreness by that name, which counts as pain
  bool settled = false;  ///< how long it lasted is known; else it was still there when noted
  friend auto operator<=>(const Report&, const Report&) = default;
};

/// One family of symptoms over a day's check-ins: two reports, or one that is both.
struct Course {
  Report worst;    ///< by its peak
  Report longest;  ///< by its time
  [[nodiscard]] bool reported() const { return worst.nature != Nature::none; }
};

/// A training day's check-ins as one (engine.md section 2, "The merge"); the same in any order.
struct Merge {
  bool checked_in = false;  ///< with something related; else nothing is known
  Course pain;              ///< ache, sharp and nerve; hours only of those above baseline + 1
  Course soreness;          ///< hours likewise
  Nprs above_baseline;      ///< the highest pain peak that was above baseline + 1
  Nprs unrelated_pain;      ///< the highest pain peak of unrelated reports
  int limits = 0;
  Course sharp;  ///< sharp, and no twinge
  Course twinge;
  Course nerve_below_knee;  ///< or no place was given
  Course nerve_above_knee;
  bool unsettled = false;  ///< last seen in pain within the first 24 h, and nothing came after:
                           ///< unknown, not fine
  bool unrelated_concern = false;  ///< U1: unrelated pain >= 6, sharp, or limits 2
  std::optional<Nprs> sore_now;  ///< the highest soreness at the time of a report of the last 24 h
};

/// `checkins` belong to the training that began at `start`; `as_of` is the day the question is
/// asked for.
[[nodiscard]] Merge merge(std::span<const CheckIn> checkins, const Moment& start,
                          const Moment& as_of, const Policy& policy);

/// Whether a report says anything of the deadlift's back: an unrelated one only with nerve
/// symptoms, or where it stopped daily life.
[[nodiscard]] bool is_merged(const CheckIn& checkin, const Policy& policy);

}  // namespace hinge::engine
