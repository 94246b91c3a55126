#include "engine/training_days.hpp"

#include <algorithm>
#include <tuple>

#include "hinge/training_day.hpp"

namespace hinge::engine {
namespace {

auto order_of(const Moment& when) { return std::tuple(when.date, when.time.value_or(Minutes{0})); }

bool earlier_session(const Session* a, const Session* b) {
  return std::tuple(order_of(a->when), a->id) < std::tuple(order_of(b->when), b->id);
}

bool earlier_checkin(const CheckIn& a, const CheckIn& b) {
  return std::tuple(order_of(a.when), a.when.time.has_value()) <
         std::tuple(order_of(b.when), b.when.time.has_value());
}

void add_session(TrainingDay& day, const Session& session) {
  const auto same = [&](const LiftDay& known) { return known.lift == session.lift; };
  auto found = std::find_if(day.lifts.begin(), day.lifts.end(), same);
  if (found == day.lifts.end()) {
    day.lifts.push_back({session.lift, {}, true, true, {}});
  } else {
    std::rotate(found, std::next(found), day.lifts.end());  // the lift trained last stands last
  }
  found = std::prev(day.lifts.end());
  found->sets.insert(found->sets.end(), session.sets.begin(), session.sets.end());
  found->light = found->light && session.light;
  found->imported = found->imported && session.imported;
  found->sessions.push_back(session.id);
}

TrainingDay& day_on(std::vector<TrainingDay>& days, Date date) {
  return *std::lower_bound(days.begin(), days.end(), date, [](const TrainingDay& day, Date wanted) {
    return day.start.date < wanted;
  });
}

bool is_upto(const Moment& when, const Moment& now) { return !came_after(when, now); }

}  // namespace

bool came_after(const Moment& a, const Moment& b) {
  if (a.date != b.date) return a.date > b.date;
  return a.time && b.time && *a.time > *b.time;
}

Moment as_of(const std::vector<TrainingDay>& days, std::size_t at, const Moment& now) {
  return at + 1 < days.size() ? days.at(at + 1).start : now;
}

Timeline timeline_of(const History& history, const Moment& now) {
  std::vector<const Session*> ordered;
  for (const Session& session : history.sessions) {
    if (is_upto(session.when, now)) ordered.push_back(&session);
  }
  std::sort(ordered.begin(), ordered.end(), earlier_session);

  Timeline timeline;
  for (const Session* session : ordered) {
    if (timeline.days.empty() || timeline.days.back().start.date != session->when.date) {
      timeline.days.push_back({session->when.date, {}, {}});
    }
    add_session(timeline.days.back(), *session);
  }

  timeline.older = history.earlier_checkins;
  const TrainingDays belonging{ordered};
  for (TrainingDay& day : timeline.days) day.start = belonging.start_of(day.start.date);
  for (const CheckIn& checkin : history.checkins) {
    if (!is_upto(checkin.when, now)) continue;
    const std::optional<Date> day = belonging.of(checkin);
    (day ? day_on(timeline.days, *day).checkins : timeline.before).push_back(checkin);
  }
  std::sort(timeline.older.begin(), timeline.older.end(), earlier_checkin);
  std::sort(timeline.before.begin(), timeline.before.end(), earlier_checkin);
  for (TrainingDay& day : timeline.days) {
    std::sort(day.checkins.begin(), day.checkins.end(), earlier_checkin);
  }
  return timeline;
}

}  // namespace hinge::engine
