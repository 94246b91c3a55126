#include "cli/erase.hpp"

#include <fmt/format.h>

#include "cli/ask.hpp"
#include "report/purged.hpp"

namespace hinge::cli {
namespace {

report::Erased erased_by(const PurgeOrder& order, const Purged& purged) {
  return {order.whole_lifter, purged.sessions, purged.checkins,
          purged.screens,     order.earlier,   order.earlier ? purged.lifters : 0,
          order.names};
}

bool says_yes(Invocation& call, const report::Erased& would) {
  if (call.globals.assume_yes) return true;
  if (!can_ask(call)) {
    throw Error(ErrorKind::needs_terminal,
                fmt::format("{} would have to ask, and there is no terminal; nothing was erased",
                            call.command.name),
                "to erase without being asked: -y");
  }
  say(call.context, fmt::format("This erases {} for good: there is no undo, and backups and "
                                "exports made before still hold it.",
                                report::words(would)));
  return ask_yes_no(call.context, "Erase it?");
}

}  // namespace

int erase_for_good(Invocation& call, Store& store, const PurgeOrder& order) {
  const report::Erased would = erased_by(order, store.purgeable(order));
  try {
    if (report::words(would) != "nothing" && !says_yes(call, would)) throw Left{};
  } catch (const Left&) {
    say(call.context, "Nothing was erased.");
    return 0;
  }
  const report::Erased erased = erased_by(order, store.purge(order));
  call.stored = true;
  confirm(call, report::text(erased, style_of(call)), [&] { return report::json(erased); });
  return 0;
}

}  // namespace hinge::cli
