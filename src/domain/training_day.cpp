#include "hinge/training_day.hpp"

#include <algorithm>
#include <cassert>

namespace hinge {
namespace {

constexpr std::chrono::days one_day{1};
// A session's clock time is mostly that of its entry, at its end; what began with it is older.
constexpr std::chrono::hours longest_session{3};

/// The earlier start of the two; unknown as soon as one is.
std::optional<Minutes> earlier(std::optional<Minutes> a, std::optional<Minutes> b) {
  return a && b ? std::min(a, b) : std::nullopt;
}

/// Whether what is reported on a training day happened before it, by the clock.
bool comes_before(const CheckIn& checkin, const Moment& start) {
  return checkin.onset != Onset::during && checkin.when.time && start.time &&
         *checkin.when.time < *start.time;
}

/// Whether it began before that day's training: it lasted longer than that can be ago.
bool began_before(const CheckIn& checkin, const Moment& start) {
  return checkin.onset != Onset::during && lasted_too_long(checkin, start);
}

}  // namespace

TrainingDays::TrainingDays(const std::vector<Session>& sessions) {
  for (const Session& session : sessions) add(session);
  put_in_order();
}

TrainingDays::TrainingDays(std::span<const Session* const> sessions) {
  for (const Session* const session : sessions) add(*session);
  put_in_order();
}

void TrainingDays::add(const Session& session) {
  starts_.push_back(session.when);
  by_id_.emplace_back(session.id, session.when.date);
}

void TrainingDays::put_in_order() {
  std::sort(by_id_.begin(), by_id_.end());
  std::sort(starts_.begin(), starts_.end(),
            [](const Moment& a, const Moment& b) { return a.date < b.date; });
  std::vector<Moment> merged;
  for (const Moment& start : starts_) {
    if (merged.empty() || merged.back().date != start.date) {
      merged.push_back(start);
    } else {
      merged.back().time = earlier(merged.back().time, start.time);
    }
  }
  starts_ = std::move(merged);
}

std::optional<Date> TrainingDays::of(const CheckIn& checkin) const {
  if (checkin.session) {
    const auto named =
        std::lower_bound(by_id_.begin(), by_id_.end(), std::pair{*checkin.session, Date::min()});
    if (named != by_id_.end() && named->first == *checkin.session) return named->second;
  }
  auto after = std::upper_bound(starts_.begin(), starts_.end(), checkin.when.date,
                                [](Date day, const Moment& start) { return day < start.date; });
  if (after == starts_.begin()) return std::nullopt;
  auto latest = after - 1;
  if (latest->date != checkin.when.date) return latest->date;
  const bool is_first = latest == starts_.begin();
  if (comes_before(checkin, *latest)) {
    return is_first ? std::nullopt : std::optional{(latest - 1)->date};
  }
  // Too long for the very first day is a contradiction, to be said where it is entered.
  if (!is_first && began_before(checkin, *latest)) --latest;
  return latest->date;
}

Moment TrainingDays::start_of(Date day) const {
  const auto start = std::lower_bound(starts_.begin(), starts_.end(), day,
                                      [](const Moment& a, Date b) { return a.date < b; });
  assert(start != starts_.end() && start->date == day);
  return *start;
}

Moment start_of_day(Date day, const std::vector<Session>& sessions) {
  return TrainingDays{sessions}.start_of(day);
}

std::optional<Date> training_day_of(const CheckIn& checkin, const std::vector<Session>& sessions) {
  return TrainingDays{sessions}.of(checkin);
}

std::set<Date> unanswered_days(const std::vector<Session>& sessions,
                               const std::vector<CheckIn>& checkins) {
  std::set<Date> unanswered;
  for (const Session& session : sessions) unanswered.insert(session.when.date);
  const TrainingDays training{sessions};
  for (const CheckIn& checkin : checkins) {
    const auto day = checkin.unrelated ? std::nullopt : training.of(checkin);
    if (day) unanswered.erase(*day);
  }
  return unanswered;
}

Minutes duration_of(const CheckIn& checkin, const Moment& training) {
  return std::max(Minutes{0}, checkin.lasted.value_or(elapsed(training, checkin.when)));
}

bool lasted_too_long(const CheckIn& checkin, const Moment& training) {
  if (!checkin.lasted) return false;
  if (checkin.when.time && training.time) {
    const Minutes since = std::max(Minutes{0}, elapsed(training, checkin.when));
    return *checkin.lasted > since + longest_session;
  }
  return *checkin.lasted >= checkin.when.date - training.date + one_day;
}

}  // namespace hinge
