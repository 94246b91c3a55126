#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hinge/history.hpp"
#include "hinge/policy.hpp"
#include "hinge/suggestion.hpp"

namespace hinge {

/// What was done beside what had been suggested.
enum class Adherence : std::uint8_t {
  unasked,       ///< nothing was suggested yet (a first session), or nothing but outliers logged
  as_suggested,  ///< that load, all sets and reps
  more,          ///< a heavier load
  less,          ///< a lighter load, or fewer sets or reps
  no_load,       ///< no load was suggested (calm, stop), and it was trained
};

/// How a training day was felt: the worst of its check-ins.
struct DayFelt {
  bool checked_in = false;
  Nature nature = Nature::none;
  std::optional<Nprs> peak;
  Minutes lasted{0};
  int limits = 0;
  bool ongoing = false;  ///< it was still there when last noted, and lasted longer than that
  friend bool operator==(const DayFelt&, const DayFelt&) = default;
};

/// One lift on one training day, as the engine sees it.
struct Exposure {
  Date date;
  std::string lift;
  std::vector<std::string> sessions;  ///< "s41"

  Decision decision = Decision::start;  ///< what `suggest` said for that day, before it was trained
  std::optional<int> deload_percent;
  std::optional<Target> suggested;

  std::optional<Weight> load;  ///< W; none if no rep was good
  int sets = 0;                ///< at W
  int reps = 0;                ///< the fewest among them; of another app's, what half of them had
  bool missed = false;
  bool light = false;
  std::optional<Rpe> rpe;  ///< the highest among them
  Adherence adherence = Adherence::unasked;
  std::optional<Weight> outlier;  ///< the heaviest that was too far off the usual to count

  DayFelt felt;
  int crossings = 0;           ///< thresholds that the day crossed, of the five
  std::vector<RuleId> rules;   ///< that fired for the suggestion (L, G1) or on this day, in order
  Phase phase = Phase::build;  ///< after the day
  Refer refer = Refer::none;
  friend bool operator==(const Exposure&, const Exposure&) = default;
};

/// The road behind: every exposure up to `now`, in order, by one fold over the whole history (where
/// `suggest` begins a year before the day it is asked for).
[[nodiscard]] std::vector<Exposure> replay(const History& history, const Policies& policies,
                                           const Moment& now);

/// The same, but from the day `first` on each exposure is as `next` had it: by the year before its
/// day alone. Differs from `replay` only in logs of over a year, and takes a fold of a year for
/// each training day from `first` on. Requires a history that goes back a year before `first`.
[[nodiscard]] std::vector<Exposure> replay_as_said(const History& history, const Policies& policies,
                                                   const Moment& now, Date first);

/// The history with a check-in "nothing felt" for each training day up to `now` that has none: for
/// logs that another app kept.
[[nodiscard]] History assuming_green(History history, const Moment& now);

[[nodiscard]] std::string_view to_string(Adherence adherence);

}  // namespace hinge
