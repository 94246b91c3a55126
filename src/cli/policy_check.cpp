#include <algorithm>
#include <array>
#include <set>

#include "cli/days.hpp"
#include "cli/exit_code.hpp"
#include "cli/now.hpp"
#include "cli/option_values.hpp"
#include "cli/policies_of.hpp"
#include "cli/policy_argument.hpp"
#include "cli/policy_commands.hpp"
#include "hinge/replay.hpp"
#include "hinge/suggest.hpp"

namespace hinge::cli {
namespace {

/// What is compared: the policies in use, and those with the candidate in its place.
struct Trial {
  Policies now;
  Policies then;
};

Trial trial_of(const std::vector<PolicyVersion>& choices, const Policy& candidate,
               const std::optional<std::string>& lift) {
  Trial trial{policies_after(choices), policies_after(choices)};
  if (lift) {
    exchange::refuse_back_keys(candidate, trial.now.general);
    trial.then.lifts.insert_or_assign(*lift, candidate);
  } else {
    trial.then.general = candidate;
  }
  return trial;
}

/// Which days and lifts are looked at.
struct Window {
  DayRange range;
  std::optional<std::string> lift;
  [[nodiscard]] bool has(Date date, const std::string& of_lift) const {
    return (!range.since || date >= *range.since) && (!range.until || date <= *range.until) &&
           (!lift || of_lift == *lift);
  }
};

void compare(report::PolicyCheck& check, report::DifferentDecision decision) {
  ++check.looked_at;
  if (decision.before != decision.after) check.different.push_back(std::move(decision));
}

report::Suggested suggested_in(const Exposure& exposure) {
  return {exposure.decision, exposure.deload_percent, exposure.suggested};
}

report::Suggested suggested_in(const Suggestion& suggestion) {
  return {suggestion.decision, suggestion.deload_percent, suggestion.target};
}

/// Each exposure as it was suggested; both roads have the same ones, in the same order.
void compare_past(report::PolicyCheck& check, const History& history, const Trial& trial,
                  const Window& window, const Moment& now) {
  const auto before = replay(history, trial.now, now);
  const auto after = replay(history, trial.then, now);
  for (std::size_t at = 0; at < before.size(); ++at) {
    const Exposure& exposure = before[at];
    if (!window.has(exposure.date, exposure.lift)) continue;
    compare(check, {exposure.date, false, exposure.lift, suggested_in(exposure),
                    suggested_in(after.at(at))});
  }
}

/// What is next, of every lift that was trained.
void compare_next(report::PolicyCheck& check, const History& history, const Trial& trial,
                  const Window& window, const Moment& now) {
  std::set<std::string> lifts;
  for (const Session& session : history.sessions) {
    if (session.when.date <= now.date) lifts.insert(session.lift);
  }
  for (const std::string& lift : lifts) {
    if (!window.has(now.date, lift)) continue;
    compare(check, {now.date, true, lift, suggested_in(suggest(history, trial.now, now, lift)),
                    suggested_in(suggest(history, trial.then, now, lift))});
  }
}

int run_check(Invocation& call) {
  const PolicyArgument argument = read_policy_argument(call.arguments.operands());
  if (!argument.from && argument.changes.empty()) {
    throw Error(ErrorKind::usage, "policy check needs a policy",
                "for example: hinge policy check rehab");
  }
  const Window window{read_range(call.arguments, call.now.date), lift_option_of(call.arguments)};
  const Chooser chooser = chooser_of(call);
  const Policy candidate = policy_meant(call, argument, chooser.choices, window.lift);
  const Trial trial = trial_of(chooser.choices, candidate, window.lift);

  report::PolicyCheck check;
  check.name = candidate.name;
  check.lift = window.lift.value_or("");
  if (chooser.lifter) {
    check.lifter = chooser.lifter->id;
    const Date first = std::min(call.now.date, window.range.since.value_or(call.now.date));
    History history = chooser.store->history(check.lifter, window_start(first));
    const Moment now = now_by(history, call);
    if (call.arguments.has("assume-green")) history = assuming_green(std::move(history), now);
    compare_past(check, history, trial, window, now);
    compare_next(check, history, trial, window, now);
  }
  answer(call, call.globals.json ? report::json(check)
                                 : report::text(check, call.now.date, style_of(call)));
  return call.arguments.has("exit-code") && !check.different.empty() ? look_here : done;
}

constexpr std::array options = {
    OptionSpec{"lift", 0, "NAME", "as the policy of this lift alone"},
    week_option,
    since_option,
    until_option,
    last_option,
    OptionSpec{"assume-green", 0, "", "take days without a check-in as green, as for an import"},
    OptionSpec{"exit-code", 0, "", "exit 1 where a decision would differ"},
};

constexpr std::array examples = {
    Example{"hinge policy check rehab", "The last year, day by day, and what is next."},
    Example{"hinge policy check excessive_pain=5 --last 8w", "One number of the policy in use."},
    Example{"hinge policy check my.json --exit-code", "Also whether the file can be used at all."}};

}  // namespace

constexpr CommandSpec policy_check_command{
    "policy check",
    "",
    "say which decisions another policy would change",
    "[NAME|FILE|-] [KEY=VALUE...] [--lift NAME] [--week WEEK | --since DAY --until DAY | --last "
    "SPAN] [--assume-green] [--exit-code]",
    "Goes through the log by the policy in use and by this one, and lists what was suggested for "
    "each day where they differ, and what is next. Stores nothing.",
    options,
    examples,
    -1,
    run_check};

}  // namespace hinge::cli
