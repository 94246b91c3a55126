#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/each_lifter.hpp"
#include "cli/lifter_status.hpp"
#include "cli/open_store.hpp"
#include "cli/whose_log.hpp"

namespace hinge::cli {
namespace {

/// Who needs a look is asked of all, unless some are named.
bool asks_about_everybody(const Invocation& call) {
  return call.arguments.has("all") ||
         (call.arguments.has("flagged") && !call.arguments.has("lifter"));
}

int run_status(Invocation& call) {
  const Store store = open_existing(call, Access::read);
  const bool everybody = asks_about_everybody(call);
  const KnownLifters known = whose_logs(call, known_lifters(call, store, everybody), everybody);
  std::vector<report::LifterStatus> lifters;
  const int code = for_each_lifter(call, known.lifters, [&](const Lifter& lifter) {
    lifters.push_back(lifter_status(call, store, lifter, call.now));
  });
  std::sort(lifters.begin(), lifters.end(), report::is_worse);
  const bool any_flagged = std::any_of(lifters.begin(), lifters.end(), report::is_flagged);
  if (call.arguments.has("flagged")) {
    lifters.erase(std::remove_if(lifters.begin(), lifters.end(),
                                 [](const auto& each) { return !report::is_flagged(each); }),
                  lifters.end());
  }
  answer(call, call.globals.json ? report::json(lifters, call.now.date)
                                 : report::text(lifters, call.now.date, style_of(call)));
  const int found = call.arguments.has("exit-code") && any_flagged ? look_here : done;
  return std::max({known.code, code, found});
}

constexpr std::array options = {
    lifters_option,
    OptionSpec{"all", 0, "", "every lifter who isn't archived, worst first"},
    OptionSpec{"flagged", 0, "", "only those who need a look; nothing when nobody does"},
    OptionSpec{"exit-code", 0, "", "exit 1 when somebody needs a look"},
};

constexpr std::array examples = {
    Example{"hinge status", "Where you stand, in one line."},
    Example{"hinge status --all --flagged", "Whom to look at today."},
};

}  // namespace

int run_bare(Invocation& call) {
  const bool nobody = !has_database(call) || open_existing(call, Access::read).lifters().empty();
  if (!nobody) return run_status(call);
  answer(call, call.globals.json ? report::json(std::vector<report::LifterStatus>{}, call.now.date)
                                 : report::welcome(style_of(call)));
  return done;
}

constexpr CommandSpec status_command{
    "status",
    "",
    "say where you stand, one line a lifter",
    "[--all | -l NAME...] [--flagged] [--exit-code]",
    "Somebody needs a look after a deload, calm or stop, with any referral, or after two sessions "
    "in a row without a check-in. Reads the log and never writes to it.",
    options,
    examples,
    0,
    run_status};

}  // namespace hinge::cli
