#include <algorithm>
#include <array>
#include <istream>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/days.hpp"
#include "cli/invocation.hpp"
#include "cli/now.hpp"
#include "cli/option_values.hpp"
#include "cli/policy_argument.hpp"
#include "domain/did_you_mean.hpp"
#include "exchange/history_json.hpp"
#include "exchange/policy_json.hpp"
#include "hinge/error.hpp"
#include "hinge/screening.hpp"
#include "hinge/suggest.hpp"

namespace hinge::cli {
namespace {

using exchange::AskedHistory;

std::string read_all(std::istream& in) {
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.bad()) return text;
  throw Error(ErrorKind::bad_data, "standard input could not be read");
}

/// The moment it is asked for: --for, --today, else what the document says, else the clock.
Moment asked_for(const Invocation& call, const AskedHistory& asked) {
  const bool pinned = call.arguments.has("today") || !asked.today;
  const Moment today = pinned ? call.now : *asked.today;
  const auto day = call.arguments.value("for");
  if (day == "tomorrow") return today.date + std::chrono::days{1};
  return day ? read_coming_moment(*day, today.date, "--for") : today;
}

/// The policy that the document holds; its pointers are below /policy.
Policy whole_policy(const std::string& text) {
  try {
    return exchange::read_policy(text, built_in_policies());
  } catch (const Error& error) {
    throw Error(error.kind(), std::string{"/policy"} + error.what(), error.hint());
  }
}

/// --policy, else the document's, else the usual one.
Policy policy_of(Invocation& call, const AskedHistory& asked) {
  if (const auto option = call.arguments.value("policy")) {
    return policy_meant(call, {*option, {}}, {}, {});
  }
  if (!asked.policy) return linear_policy();
  const std::string& name = *asked.policy;
  if (name.starts_with('{')) return whole_policy(name);
  if (const Policy* policy = built_in_policy(name)) return *policy;
  std::vector<std::string_view> names;
  for (const Policy& policy : built_in_policies()) names.emplace_back(policy.name);
  throw Error(ErrorKind::bad_data, "/policy: there is no policy '" + name + "'",
              did_you_mean_or(name, names, "there are " + any_of(names)));
}

int run_suggest_json(Invocation& call) {
  AskedHistory asked = exchange::read_asked_history(read_all(call.context.in));
  const Moment when = now_by(asked.history, call, asked_for(call, asked));
  const auto option = lift_option_of(call.arguments);
  const auto lift = option ? option : asked.lift;
  const Policy policy = policy_of(call, asked);
  const History history = as_known_on(asked.history, when.date);
  const Suggestion suggestion =
      lift ? suggest(history, policy, when, *lift) : suggest(history, policy, when);

  report::NextOptions options;
  options.explain = call.arguments.has("explain");
  options.screen_due = is_screen_due(history, when.date);
  options.loading = loading_for(history.lifter, suggestion.lift);
  answer(call, report::json(suggestion, history.lifter.id, options));
  return 0;
}

constexpr std::array options = {
    OptionSpec{"lift", 0, "NAME", "of which lift (the one trained last)"},
    OptionSpec{"for", 0, "DAY", "as of that day: tomorrow, 2026-11-24"},
    OptionSpec{"policy", 0, "NAME|FILE", "by which policy (linear)"},
    OptionSpec{"explain", 0, "", "every rule that was looked at, with its limit and its source"},
};

constexpr std::array examples = {
    Example{"hinge suggest-json < history.json", "What hinge next --json would say of it."},
    Example{"hinge history -n 1000000 --json | hinge suggest-json --explain",
            "The log's own history, with all the rules."},
};

}  // namespace

constexpr CommandSpec suggest_json_command{
    "suggest-json",
    "",
    "say what to lift next, of a history given as JSON",
    "[--lift NAME] [--for DAY] [--policy NAME|FILE] [--explain]",
    "Reads a hinge.suggest/1 or hinge.history/1 document from standard input and prints what "
    "hinge next --json would. For tests, and for comparing another implementation with this one. "
    "Opens no database.",
    options,
    examples,
    0,
    run_suggest_json,
    {},
    true};

}  // namespace hinge::cli
