#include <array>

#include "cli/commands.hpp"
#include "cli/days.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/whose_log.hpp"

namespace hinge::cli {
namespace {

report::HistorySelection read_selection(const Invocation& call) {
  constexpr std::size_t usual_count = 20;
  constexpr int most = 1'000'000;
  const DayRange range = read_range(call.arguments, call.now.date);
  report::HistorySelection selection;
  selection.since = range.since;
  selection.until = range.until;
  selection.lift = lift_option_of(call.arguments);
  selection.sets = call.arguments.has("sets");
  if (const auto count = call.arguments.value("count")) {
    selection.last = static_cast<std::size_t>(read_whole(*count, 1, most, "-n"));
  } else if (!range.since && !range.until) {
    selection.last = usual_count;
  }
  return selection;
}

int run_history(Invocation& call) {
  const report::HistorySelection selection = read_selection(call);
  const Store store = open_existing(call, Access::read);
  const Lifter lifter = whose_log(call, store.lifters());
  const History history = store.history(lifter.id, first_day);
  answer(call, call.globals.json ? report::json(history, selection)
                                 : report::text(history, selection, call.now.date, style_of(call)));
  return 0;
}

constexpr std::array options = {
    OptionSpec{"count", 'n', "N", "the latest N records (20, or all of a range)"},
    week_option,
    since_option,
    until_option,
    last_option,
    OptionSpec{"lift", 0, "NAME", "only this lift, and the check-ins about it"},
    OptionSpec{"sets", 0, "", "every set on a line of its own"},
};

constexpr std::array examples = {
    Example{"hinge history -n 5", "The latest five records, the newest last."},
    Example{"hinge history --week last --sets", "Last week, set by set."},
};

}  // namespace

constexpr CommandSpec history_command{
    "history",
    "list",
    "list what is logged, one record a line",
    "[-n N] [--week WEEK | --last SPAN | --since DAY --until DAY] [--lift NAME] [--sets]",
    "Each line begins with the record's id, which show takes. Reads the log and never writes to "
    "it.",
    options,
    examples,
    0,
    run_history};

}  // namespace hinge::cli
