#include <array>

#include "cli/commands.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/red_flag_questions.hpp"
#include "cli/screen_reading.hpp"
#include "cli/whose_log.hpp"

namespace hinge::cli {
namespace {

/// The answers that the command line gives; none where it gives none.
std::optional<Screen> read_screen(const Invocation& call) {
  const Arguments& arguments = call.arguments;
  if (!has_screen_answers(arguments)) {
    if (!arguments.has("on")) return std::nullopt;
    throw Error(ErrorKind::usage, "--on goes with --none, --yes or --cleared",
                "for example: hinge screen --cleared \"Dr Lee\" --on yesterday");
  }
  Screen screen;
  screen.when = when_it_was(arguments, call.now);
  return with_answers(screen, arguments);
}

int run_screen(Invocation& call) {
  std::optional<Screen> screen = read_screen(call);
  if (!screen && !can_ask(call)) {
    throw Error(ErrorKind::needs_terminal, "screen would have to ask, and there is no terminal",
                "answer with --none, or with --yes and what is so");
  }
  Store store = open_or_create(call);
  const Owner owner = whose_new_record(call, store.lifters());
  if (!screen) {
    const auto earlier = owner.is_new ? std::vector<Screen>{}
                                      : store.history(owner.lifter.id, call.now.date).screens;
    screen = ask_red_flags(call, earlier);
  }
  store_screen(call, store, owner, *screen);
  return 0;
}

constexpr std::array options = {
    OptionSpec{"none", 0, "", "every answer is no"},
    OptionSpec{"yes", 0, "FLAG", "what is so: FLAG as above", {}, Times::list},
    OptionSpec{"cleared", 0, "WHO", "the clinician who settled it"},
    OptionSpec{"on", 0, "DAY", "when that was (now)"},
};

constexpr std::array examples = {
    Example{"hinge screen", "Asks the questions, one by one."},
    Example{"hinge screen --none", "None of it is so."},
    Example{"hinge screen --cleared \"Dr Lee\" --on 2026-11-20", "A clinician has settled it."},
};

}  // namespace

constexpr CommandSpec screen_command{
    "screen",
    "",
    "answer the red flag questions",
    "[--none | --yes FLAG... | --cleared WHO] [--on DAY]",
    "A few signs need a clinician before any load. Without options, at a terminal, hinge asks for "
    "each. A yes stops all suggestions until a clinician has settled it.\n"
    "FLAG is saddle-numbness, bladder-change, bowel-change, sexual-change, leg-weakness-worsening, "
    "both-legs-weak, new-leg-weakness, spreading-leg-symptoms, major-trauma, fragility, "
    "fever-unwell, cancer-history, weight-loss or severe-night-pain.",
    options,
    examples,
    0,
    run_screen};

}  // namespace hinge::cli
