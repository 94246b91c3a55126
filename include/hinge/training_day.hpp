#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "hinge/checkin.hpp"
#include "hinge/session.hpp"

namespace hinge {

/// The training days of some sessions, for asking about many check-ins. Computed when read, never
/// stored; a copy, so the sessions may go.
class TrainingDays {
 public:
  explicit TrainingDays(const std::vector<Session>& sessions);
  explicit TrainingDays(std::span<const Session* const> sessions);
  /// As training_day_of(checkin, sessions).
  [[nodiscard]] std::optional<Date> of(const CheckIn& checkin) const;
  /// As start_of_day(day, sessions).
  [[nodiscard]] Moment start_of(Date day) const;

 private:
  void add(const Session& session);
  void put_in_order();

  std::vector<Moment> starts_;                        ///< one a day, ascending
  std::vector<std::pair<std::int64_t, Date>> by_id_;  ///< ascending
};

/// When a training day's clock starts: its earliest session's time, where all of that day's
/// sessions have one. Requires `day` to be the day of at least one session.
[[nodiscard]] Moment start_of_day(Date day, const std::vector<Session>& sessions);

/// The training day a check-in belongs to: the day of the session it names, else the latest
/// training day at or before it (by clock where both times are known; on its own date also by
/// `lasted`, if that is longer than that day can be ago); none before the first.
/// Computed when read, never stored.
[[nodiscard]] std::optional<Date> training_day_of(const CheckIn& checkin,
                                                  const std::vector<Session>& sessions);

/// The training days that no check-in about the deadlift belongs to.
[[nodiscard]] std::set<Date> unanswered_days(const std::vector<Session>& sessions,
                                             const std::vector<CheckIn>& checkins);

/// Hours from the training day to the end of the symptom: `lasted`, or until the report while
/// ongoing. Never negative.
[[nodiscard]] Minutes duration_of(const CheckIn& checkin, const Moment& training);

/// Whether `lasted` is longer than the time since the session can be: by the clock and the length
/// of a session where both times are known; else the day may have been anywhere in its 24 h, so
/// only what no clock could allow is a contradiction.
[[nodiscard]] bool lasted_too_long(const CheckIn& checkin, const Moment& training);

}  // namespace hinge
