#include <array>

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/days.hpp"
#include "cli/exit_code.hpp"
#include "cli/lifter_status.hpp"
#include "cli/now.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/policies_of.hpp"
#include "cli/whose_log.hpp"
#include "hinge/screening.hpp"
#include "hinge/suggest.hpp"

namespace hinge::cli {
namespace {

/// The moment it is asked for: the clock's, unless --for names another day.
Moment asked_for(const Invocation& call) {
  const auto day = call.arguments.value("for");
  if (!day) return call.now;
  const Moment moment = read_coming_moment(*day, call.now.date, "--for");
  return moment.date == call.now.date && !moment.time ? call.now : moment;
}

bool needs_a_look(const Suggestion& suggestion) {
  return suggestion.decision == Decision::deload || suggestion.decision == Decision::calm ||
         suggestion.decision == Decision::stop || suggestion.refer != Refer::none;
}

/// So that a lift on its way back up isn't lost from view behind one that was trained since.
void name_other_lifts(Invocation& call, std::set<std::string> lifts, const std::string& answered) {
  lifts.erase(answered);
  if (lifts.empty()) return;
  std::string commands;
  for (const std::string& lift : lifts) {
    (commands += commands.empty() ? "hinge next" : " or") += " --lift " + lift;
  }
  hint(call, "Of your other lifts: " + commands);
}

int run_next(Invocation& call) {
  const Moment asked = asked_for(call);
  const auto lift = lift_option_of(call.arguments);
  const Store store = open_existing(call, Access::read);
  const Store::View view = store.view();
  const std::vector<Lifter> lifters = lifters_to_choose_from(call, store);
  const Lifter lifter = whose_log(call, lifters);
  const History history = store.history(lifter.id, window_start(asked.date));
  const Moment when = now_by(history, call, asked);
  const Policies policies = policies_of(store, lifter);
  const Suggestion suggestion =
      lift ? suggest(history, policies, when, *lift) : suggest(history, policies, when);

  report::NextOptions options;
  options.explain = call.arguments.has("explain");
  options.plates = call.arguments.has("plates");
  options.loading = loading_for(lifter, suggestion.lift);
  options.screen_due = is_screen_due(history, when.date);
  if (has_several(lifters)) options.lifter = lifter.id;
  if (call.globals.json) {
    answer(call, report::json(suggestion, lifter.id, options));
  } else {
    options.education = read_config(call.context.environment).hints() && !call.globals.quiet;
    answer(call, report::text(suggestion, options, style_of(call)));
  }
  if (!call.arguments.has("for")) say_what_is_ahead(call, history, when);
  if (!lift && suggestion.target)
    name_other_lifts(call, recent_lifts(history, when.date), suggestion.lift);
  if (history.screens.empty() && !options.screen_due)
    hint(call, "Once, a few questions to rule things out: hinge screen");
  return call.arguments.has("exit-code") && needs_a_look(suggestion) ? look_here : done;
}

constexpr std::array options = {
    OptionSpec{"lift", 0, "NAME", "of which lift (the one trained last)"},
    OptionSpec{"for", 0, "DAY", "as of that day: tomorrow, fri (the coming one), 3d (from now)"},
    OptionSpec{"explain", 0, "", "every rule that was looked at, with its limit and its source"},
    OptionSpec{"plates", 0, "", "what goes on each side of the bar"},
    OptionSpec{"exit-code", 0, "", "exit 1 for a deload, calm, stop or a referral"},
};

constexpr std::array examples = {
    Example{"hinge next", "What to lift, and why."},
    Example{"hinge next --explain --plates", "All the rules, and the plates to load."},
    Example{"hinge next --lift romanian --for tomorrow", "Another lift, on another day."},
};

}  // namespace

constexpr CommandSpec next_command{
    "next",
    "",
    "say what to lift next, and why",
    "[--lift NAME] [--for DAY] [--explain] [--plates] [--exit-code]",
    "Reads the log and never writes to it. What it says is a suggestion, never a diagnosis.",
    options,
    examples,
    0,
    run_next};

}  // namespace hinge::cli
