#include "cli/now.hpp"

#include <algorithm>

namespace hinge::cli {
namespace {

template <class Record>
std::optional<Minutes> latest_on(Date day, const std::vector<Record>& records) {
  std::optional<Minutes> latest;
  for (const Record& record : records) {
    if (record.when.date == day) latest = std::max(latest, record.when.time);
  }
  return latest;
}

}  // namespace

Moment now_by(const History& history, const Invocation& call, const Moment& asked) {
  const bool by_the_clock = !call.globals.today && asked == call.now && asked.time;
  if (!by_the_clock) return asked;
  return {asked.date, std::max({asked.time, latest_on(asked.date, history.sessions),
                                latest_on(asked.date, history.checkins),
                                latest_on(asked.date, history.screens)})};
}

Moment now_by(const History& history, const Invocation& call) {
  return now_by(history, call, call.now);
}

}  // namespace hinge::cli
