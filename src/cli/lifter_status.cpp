#include "cli/lifter_status.hpp"

#include <string>
#include <utility>

#include "cli/now.hpp"
#include "cli/policies_of.hpp"
#include "hinge/suggest.hpp"
#include "hinge/training_day.hpp"

namespace hinge::cli {

int days_without_checkin(const History& history) {
  const std::set<Date> unanswered = unanswered_days(history.sessions, history.checkins);
  std::set<Date> all;
  for (const Session& session : history.sessions) all.insert(session.when.date);
  int count = 0;
  for (auto day = all.rbegin(); day != all.rend() && unanswered.count(*day) > 0; ++day) ++count;
  return count;
}

std::set<std::string> recent_lifts(const History& history, Date today) {
  constexpr std::chrono::weeks lately{5};
  std::set<std::string> lifts;
  for (const Session& session : history.sessions) {
    if (today - session.when.date <= lately) lifts.insert(session.lift);
  }
  return lifts;
}

namespace {

bool lowers(const Suggestion& suggestion) {
  return suggestion.decision == Decision::deload || suggestion.refer != Refer::none;
}

}  // namespace

report::Standing standing_of(const History& whole, const Policies& policies, const Moment& now) {
  // An import may bring days that are still to come; where a lifter stands knows nothing of them.
  const History history = as_known_on(whole, now.date);
  report::Standing standing;
  report::LifterStatus& status = standing.status;
  status.lifter = history.lifter;
  if (!history.sessions.empty()) status.last_session = history.sessions.back();
  status.suggestion = suggest(history, policies, now);
  status.sessions_without_checkin = days_without_checkin(history);
  standing.next.push_back(status.suggestion);
  const std::string last_lift = status.suggestion.lift;
  for (const std::string& lift : recent_lifts(history, now.date)) {
    if (lift == last_lift) continue;
    report::LifterStatus other = status;
    other.suggestion = suggest(history, policies, now, lift);
    standing.next.push_back(other.suggestion);
    // A deload must not hide behind a lift that was trained since.
    if (lowers(other.suggestion) && report::is_worse(other, status)) status = std::move(other);
  }
  return standing;
}

report::LifterStatus lifter_status(const Invocation& call, const Store& store, const Lifter& lifter,
                                   const Moment& asked) {
  const History history = store.history(lifter.id, window_start(asked.date));
  return standing_of(history, policies_of(store, lifter), now_by(history, call, asked)).status;
}

}  // namespace hinge::cli
