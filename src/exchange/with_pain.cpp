#include <algorithm>
#include <vector>

#include "exchange/tables.hpp"
#include "hinge/training_day.hpp"

namespace hinge::exchange {
namespace {

/// The sessions of one date, and the worst pain that came of them.
struct Day {
  std::vector<Session> sessions;
  std::optional<Nprs> pain;
  void felt(Nprs peak) { pain = std::max(pain.value_or(Nprs{}), peak); }
  [[nodiscard]] bool is_on(Date date) const {
    return !sessions.empty() && sessions.front().when.date == date;
  }
};

/// Two training days on their way through the log. A check-in belongs to the latest one at or
/// before it, or, by clock and length, to the one before that.
class Walk {
 public:
  Walk(const NextRecord<Session>& sessions, const NextRecord<CheckIn>& checkins,
       const std::map<std::int64_t, Nprs>& named)
      : sessions_(sessions),
        checkins_(checkins),
        named_(named),
        session_(sessions()),
        checkin_(checkins()) {}

  /// The day that nothing more can belong to; no sessions: there is none yet.
  [[nodiscard]] Day step() {
    Day done = std::move(before_);
    before_ = std::move(day_);
    day_ = next_day();
    take_checkins();
    return done;
  }
  [[nodiscard]] bool ended() const { return day_.sessions.empty() && before_.sessions.empty(); }

 private:
  Day next_day() {
    Day day;
    while (session_ != nullptr && (day.sessions.empty() || day.is_on(session_->when.date))) {
      day.sessions.push_back(*session_);
      session_ = sessions_();
    }
    for (const Session& session : day.sessions) {
      const auto found = named_.find(session.id);
      if (found != named_.end()) day.felt(found->second);
    }
    return day;
  }

  void take_checkins() {
    std::optional<TrainingDays> days;  // few days have one to ask for
    for (; checkin_ != nullptr && is_due(*checkin_); checkin_ = checkins_()) {
      if (checkin_->unrelated || (checkin_->session && named_.count(*checkin_->session) > 0))
        continue;
      if (!days) days.emplace(both());
      const auto day = days->of(*checkin_);
      if (day && day_.is_on(*day)) day_.felt(pain_of(*checkin_));
      if (day && before_.is_on(*day)) before_.felt(pain_of(*checkin_));
    }
  }

  [[nodiscard]] bool is_due(const CheckIn& checkin) const {
    return session_ == nullptr || checkin.when.date < session_->when.date;
  }

  [[nodiscard]] std::vector<Session> both() const {
    std::vector<Session> sessions = before_.sessions;
    sessions.insert(sessions.end(), day_.sessions.begin(), day_.sessions.end());
    return sessions;
  }

  const NextRecord<Session>& sessions_;
  const NextRecord<CheckIn>& checkins_;
  const std::map<std::int64_t, Nprs>& named_;
  const Session* session_;
  const CheckIn* checkin_;
  Day before_;
  Day day_;
};

}  // namespace

Nprs pain_of(const CheckIn& checkin) {
  return is_pain(symptom_of(checkin)) ? peak_of(checkin) : Nprs{};
}

void with_pain(const NextRecord<Session>& sessions, const NextRecord<CheckIn>& checkins,
               const std::map<std::int64_t, Nprs>& named,
               const std::function<void(const Session& session, std::optional<Nprs> pain)>& take) {
  Walk walk(sessions, checkins, named);
  do {
    const Day day = walk.step();
    for (const Session& session : day.sessions) take(session, day.pain);
  } while (!walk.ended());
}

}  // namespace hinge::exchange
