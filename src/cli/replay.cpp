#include "hinge/replay.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "cli/commands.hpp"
#include "cli/days.hpp"
#include "cli/now.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/policies_of.hpp"
#include "cli/whose_log.hpp"
#include "hinge/training_day.hpp"
#include "report/road.hpp"

namespace hinge::cli {
namespace {

void keep_only(std::vector<Exposure>& exposures, const DayRange& range,
               const std::optional<std::string>& lift) {
  std::erase_if(exposures, [&](const Exposure& each) {
    return (range.since && each.date < *range.since) || (range.until && each.date > *range.until) ||
           (lift && each.lift != *lift);
  });
}

/// By the rules, days without a check-in were fine; nobody said so.
std::vector<Exposure> replay_as_green(History history, const Policies& policies,
                                      const Moment& now) {
  const std::set<Date> unanswered = unanswered_days(history.sessions, history.checkins);
  std::vector<Exposure> exposures = replay(assuming_green(std::move(history), now), policies, now);
  for (Exposure& each : exposures) {
    if (unanswered.count(each.date) > 0) each.felt.checked_in = false;
  }
  return exposures;
}

int run_replay(Invocation& call) {
  const DayRange range = read_range(call.arguments, call.now.date);
  const auto lift = lift_option_of(call.arguments);
  if (call.globals.json && call.arguments.has("csv")) {
    throw Error(ErrorKind::usage, "--json and --csv are two forms of the same", "leave one out");
  }
  const Store store = open_existing(call, Access::read);
  const Lifter lifter = whose_log(call, store.lifters());
  History history = store.history(lifter.id, first_day);
  const bool assume_green = call.arguments.has("assume-green");
  const Policies policies = policies_or_named(call, store, lifter);
  const Moment now = now_by(history, call);

  report::ReplayedLog replayed{lifter.id, {}, policies, lift, assume_green};
  replayed.exposures = assume_green ? replay_as_green(std::move(history), policies, now)
                                    : replay(history, policies, now);
  keep_only(replayed.exposures, range, lift);
  if (call.arguments.has("csv")) {
    answer(call, report::csv(replayed));
  } else {
    answer(call,
           call.globals.json ? report::json(replayed) : report::text(replayed, style_of(call)));
  }
  return 0;
}

constexpr std::array options = {
    week_option,
    since_option,
    until_option,
    last_option,
    OptionSpec{"lift", 0, "NAME", "only this lift"},
    OptionSpec{"policy", 0, "NAME|FILE", "as if this policy had been in force"},
    OptionSpec{"assume-green", 0, "", "take days without a check-in as green, as for an import"},
    OptionSpec{"csv", 0, "", "one row an exposure, for a spreadsheet"},
};

constexpr std::array examples = {
    Example{"hinge replay --last 8w", "What was suggested, done and felt in the last 8 weeks."},
    Example{"hinge replay --policy wave --assume-green", "The whole log as the wave sees it."},
};

}  // namespace

constexpr CommandSpec replay_command{
    "replay",
    "",
    "show the road behind: suggested, done, felt, and which rules fired",
    "[--week WEEK | --last SPAN | --since DAY --until DAY] [--lift NAME] [--policy NAME|FILE] "
    "[--assume-green] [--csv]",
    "One row for each lift on each training day, read anew from the whole log each time. Rules are "
    "the ones that the day fired; hinge next --explain has them in words. Reads the log and never "
    "writes to it.",
    options,
    examples,
    0,
    run_replay};

}  // namespace hinge::cli
