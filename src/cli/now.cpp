#include "cli/now.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "cli/ask.hpp"
#include "report/words.hpp"

namespace hinge::cli {
namespace {

/// How far a clock goes back on a flight over the date line.
constexpr std::chrono::days furthest_behind{1};

bool is_earlier(const Moment& a, const Moment& b) {
  return std::pair(a.date, a.time) < std::pair(b.date, b.time);
}

/// `now`, or the latest of `records` that is later and no further ahead than a clock goes back.
template <class Record>
Moment no_earlier_than(const std::vector<Record>& records, Moment now, Date last) {
  for (const Record& record : records) {
    if (record.when.date <= last && is_earlier(now, record.when)) now = record.when;
  }
  return now;
}

template <class Record>
std::size_t count_after(Date day, const std::vector<Record>& records) {
  return static_cast<std::size_t>(std::count_if(
      records.begin(), records.end(), [day](const auto& each) { return each.when.date > day; }));
}

}  // namespace

Moment now_by(const History& history, const Invocation& call, const Moment& asked) {
  const bool by_the_clock = !call.globals.today && asked == call.now && asked.time;
  if (!by_the_clock) return asked;
  const Date last = asked.date + furthest_behind;
  Moment now = no_earlier_than(history.sessions, asked, last);
  now = no_earlier_than(history.checkins, now, last);
  return no_earlier_than(history.screens, now, last);
}

Moment now_by(const History& history, const Invocation& call) {
  return now_by(history, call, call.now);
}

void say_what_is_ahead(Invocation& call, const History& history, const Moment& now) {
  if (call.globals.today) return;
  const std::size_t ahead = count_after(now.date, history.sessions) +
                            count_after(now.date, history.checkins) +
                            count_after(now.date, history.screens);
  if (ahead == 0) return;
  say(call.context,
      fmt::format("{} of later days {} not count yet. Is the clock right? {} doctor",
                  report::count_of(ahead, "record"), ahead == 1 ? "does" : "do", hinge_of(call)));
}

}  // namespace hinge::cli
