#include "report/records.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "report/words.hpp"

namespace hinge::report {
namespace {

bool in_range(Date date, const HistorySelection& selection) {
  return (!selection.since || date >= *selection.since) &&
         (!selection.until || date <= *selection.until);
}

int order_on_a_day(const Item& item) {
  if (item.session != nullptr) return 0;
  return item.checkin != nullptr ? 1 : 2;
}

/// A record without a clock time: a session comes before the day's others, what was felt after.
Minutes time_on_its_day(const Item& item) {
  constexpr Minutes end_of_day = std::chrono::hours{24};
  return item.when.time.value_or(item.session != nullptr ? Minutes{0} : end_of_day);
}

bool is_earlier(const Item& a, const Item& b) {
  return std::tuple{a.when.date, time_on_its_day(a), order_on_a_day(a), a.id} <
         std::tuple{b.when.date, time_on_its_day(b), order_on_a_day(b), b.id};
}

}  // namespace

std::vector<Item> selected(const History& history, const HistorySelection& selection) {
  const SessionsByDay by_day{history.sessions};
  std::vector<Item> items;
  std::set<std::int64_t> of_the_lift;
  for (const Session& session : history.sessions) {
    if (selection.lift && session.lift != *selection.lift) continue;
    of_the_lift.insert(session.id);
    items.push_back({session.when, session.id, session_name(session.id), &session, {}, {}});
  }
  for (const CheckIn& checkin : history.checkins) {
    if (selection.lift && of_the_lift.count(by_day.about(checkin).value_or(0)) == 0) continue;
    items.push_back({checkin.when, checkin.id, checkin_name(checkin.id), {}, &checkin, {}});
  }
  for (const Screen& screen : history.screens) {
    if (selection.lift) break;
    items.push_back({screen.when, screen.id, screen_name(screen.id), {}, {}, &screen});
  }
  items.erase(
      std::remove_if(items.begin(), items.end(),
                     [&](const Item& item) { return !in_range(item.when.date, selection); }),
      items.end());
  std::sort(items.begin(), items.end(), is_earlier);
  if (selection.last > 0 && items.size() > selection.last) {
    items.erase(items.begin(), items.end() - static_cast<std::ptrdiff_t>(selection.last));
  }
  return items;
}

std::string offset_words(Minutes offset) {
  const auto minutes = offset.count() < 0 ? -offset.count() : offset.count();
  return fmt::format("{}{:02}:{:02}", offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace hinge::report
