#include "cli/red_flag_questions.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "cli/ask.hpp"
#include "cli/now.hpp"
#include "cli/policies_of.hpp"
#include "hinge/suggest.hpp"
#include "report/screen_questions.hpp"
#include "report/words.hpp"

namespace hinge::cli {
namespace {

/// Why an answer changed nothing where an earlier yes still stands.
std::string why_it_still_stands(const Screen& screen, const report::Style& style) {
  if (!screen.yes.empty()) return {};
  return report::paragraph("still",
                           screen.cleared_by
                               ? "That clearance is older than the answer it would settle."
                               : "A no now doesn't take back an earlier yes.",
                           style);
}

/// A yes that can't wait is answered at once, and -q doesn't silence it.
void say_what_to_do(Invocation& call, const History& history, const Policies& policies,
                    const Screen& screen, bool name_lifter) {
  if (call.globals.json) return;
  const Suggestion suggestion = suggest(history, policies, now_by(history, call));
  if (suggestion.decision != Decision::stop) return;
  report::NextOptions options;
  if (name_lifter) options.lifter = history.lifter.id;
  answer(call, report::text(suggestion, options, style_of(call)) +
                   why_it_still_stands(screen, style_of(call)));
  const auto yes = std::find_if(history.screens.rbegin(), history.screens.rend(),
                                [](const Screen& each) { return !each.yes.empty(); });
  if (yes == history.screens.rbegin()) {
    hint(call, fmt::format("Answered by mistake? {} undo", hinge_of(call)));
  } else if (yes != history.screens.rend()) {
    hint(call, fmt::format("Was the yes a mistake? {} delete {}", hinge_of(call),
                           report::screen_name(yes->id)));
  }
}

}  // namespace

Screen ask_red_flags(Invocation& call, const std::vector<Screen>& earlier) {
  const bool asked_before = std::any_of(earlier.begin(), earlier.end(),
                                        [](const Screen& each) { return !each.cleared_by; });
  Screen screen;
  screen.when = call.now;
  say(call.context, report::screen_intro());
  say(call.context, "(q leaves, and none of the answers is stored)");
  for (const RedFlag flag : all_red_flags) {
    if (is_history(flag) && asked_before) continue;
    if (!ask_yes_no(call.context, report::question_for(flag))) continue;
    screen.yes.push_back(flag);
    if (is_emergency(flag)) break;  // what to do is said now, and not after ten more questions
  }
  return screen;
}

void store_screen(Invocation& call, Store& store, const Owner& owner, Screen screen) {
  Store::Writing writing = store.begin("screen", timestamp(call));
  put_if_new(writing, owner);
  screen.id = writing.add(owner.lifter.id, screen).id;
  // Before the commit: where the log can't be read, nothing is stored.
  const History history = writing.history(owner.lifter.id, window_start(call.now.date));
  const Policies policies = policies_of(writing, owner.lifter);
  const bool name_lifter = has_several(writing.lifters());
  writing.commit();
  call.stored = true;
  const report::StoredScreen stored{owner.lifter.id, screen, report::Outcome::added, name_lifter};
  confirm(call,
          report::text(stored, call.now.date, style_of(call)) + welcome_of(owner, style_of(call)),
          [&] { return report::json(stored); });
  say_what_to_do(call, history, policies, screen, name_lifter);
}

}  // namespace hinge::cli
