#pragma once

#include <optional>
#include <vector>

#include "hinge/e1rm.hpp"
#include "hinge/history.hpp"
#include "hinge/next_record.hpp"
#include "hinge/policy.hpp"
#include "hinge/suggestion.hpp"
#include "hinge/volume.hpp"

namespace hinge {

/// The heaviest load of some work sets, and the most good reps of one set at it.
struct TopSet {
  Weight weight;
  int reps = 0;
  friend bool operator==(const TopSet&, const TopSet&) = default;
};
/// None where no work set has a good rep.
[[nodiscard]] std::optional<TopSet> top_set(const std::vector<Set>& sets);

/// What one lifter did and felt in one ISO week, all lifts together, and where that left them.
struct Week {
  IsoWeek week;
  int sessions = 0;
  WorkDone work;
  std::optional<TopSet> top;
  std::optional<E1rm> e1rm;  ///< the highest; a rough one only where there is no other

  int checkins = 0;  ///< of these days, the unrelated ones too; what follows is without those
  std::optional<Nprs> pain_peak;  ///< 0 where there were check-ins and no pain; none: no check-in
  /// The mean, in hundredths, of each checked-in day's worst pain.
  std::optional<int> pain_mean_hundredths;
  std::optional<int> limits_max;
  int crossings = 0;  ///< thresholds crossed, added up over the week's training days

  /// As of the end of the week's Sunday, or of `now` inside the week that is not over: read from
  /// the log as it is now and by the policies of now, without what was done or felt later.
  Suggestion suggestion;
};

/// The weeks from the one of `first` to the one of `last`, empty ones too, each with its facts; no
/// week after that of `now`. `before` is the lifter with their screens and earlier check-ins; the
/// records come in (date, id) order and from window_start(monday of the first week) on. Of those it
/// holds about three years at a time: a check-in about a session of over a year before is read by
/// its own day, as `suggest` does. Pure.
[[nodiscard]] NextRecord<Week> weeks_of(History before, NextRecord<Session> sessions,
                                        NextRecord<CheckIn> checkins, const Policies& policies,
                                        Date first, Date last, const Moment& now);

}  // namespace hinge
