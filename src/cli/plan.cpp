#include "hinge/plan.hpp"

#include <array>

#include "cli/commands.hpp"
#include "cli/now.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/policies_of.hpp"
#include "cli/whose_log.hpp"
#include "domain/notation.hpp"
#include "hinge/suggest.hpp"
#include "report/road.hpp"

namespace hinge::cli {
namespace {

constexpr int most_weeks = 104;

PlanRequest read_request(const Invocation& call, const Loading& loading) {
  const Arguments& arguments = call.arguments;
  PlanRequest request;
  if (arguments.has("to") && arguments.has("weeks")) {
    throw Error(ErrorKind::usage, "--to and --weeks both say where to stop", "leave one out");
  }
  if (const auto to = arguments.value("to")) request.to = read_load(*to, loading.unit, "--to");
  if (const auto weeks = arguments.value("weeks")) {
    request.weeks = read_whole(*weeks, 1, most_weeks, "--weeks");
  }
  if (const auto detour = arguments.value("detour")) {
    request.detour = read_whole(*detour, 1, request.to ? most_weeks : request.weeks, "--detour");
  }
  return request;
}

int run_plan(Invocation& call) {
  const auto lift = lift_option_of(call.arguments);
  const Store store = open_existing(call, Access::read);
  const Lifter lifter = whose_log(call, store.lifters());
  const History history = store.history(lifter.id, window_start(call.now.date));
  const Moment now = now_by(history, call);
  const Policies policies = policies_of(store, lifter);

  report::RoadAhead road;
  road.lifter = lifter.id;
  road.request = read_request(call, loading_for(lifter, lift.value_or("deadlift")));
  const std::string name = lift.value_or("");
  road.plan = plan(history, policies, now, name, road.request);
  if (road.request.detour) {
    PlanRequest straight = road.request;
    straight.detour.reset();
    road.straight = plan(history, policies, now, name, straight);
  }
  answer(call, call.globals.json ? report::json(road)
                                 : report::text(road, call.now.date, style_of(call)));
  return 0;
}

constexpr std::array options = {
    OptionSpec{"to", 0, "LOAD", "until this load is suggested: 160, 315lb"},
    OptionSpec{"weeks", 0, "N", "so many weeks ahead (8)"},
    OptionSpec{"detour", 0, "N", "what it costs if week N brings an ache of two days"},
    OptionSpec{"lift", 0, "NAME", "of which lift (the one trained last)"},
};

constexpr std::array examples = {
    Example{"hinge plan --to 160", "When 160 would come, if every check-in is green."},
    Example{"hinge plan --to 160 --detour 3", "And what one red week costs."},
};

}  // namespace

constexpr CommandSpec plan_command{
    "plan",
    "",
    "draw the road ahead, if every check-in is green",
    "[--to LOAD | --weeks N] [--detour N] [--lift NAME]",
    "Dates come from your own rhythm of the last sessions. A sketch, never a promise: each session "
    "and check-in redraws it. Reads the log and never writes to it.",
    options,
    examples,
    0,
    run_plan};

}  // namespace hinge::cli
