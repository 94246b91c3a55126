#pragma once

#include <vector>

#include "exchange/import.hpp"
#include "hinge/session.hpp"

namespace hinge::cli {

/// The sessions of a log before another app's are added: what those are held against.
class LoggedSessions {
 public:
  /// In (date, id) order, as the store gives them.
  explicit LoggedSessions(std::vector<Session> sessions) : sessions_(std::move(sessions)) {}

  [[nodiscard]] const std::vector<Session>& all() const { return sessions_; }
  /// Whether one of the same day and lift has all its sets, or it all of that one's: the same
  /// loads, to 100 g, for the same reps. Apps round, few know a warm-up or an RPE, and by hand some
  /// log the work sets alone.
  [[nodiscard]] bool has_like(const Session& session) const;

 private:
  std::vector<Session> sessions_;
};

/// The session as another app has it now, with what an earlier import judged of its sets: which of
/// them are far off the usual is asked once.
[[nodiscard]] Session as_judged(Session session, const Session& known);

}  // namespace hinge::cli
