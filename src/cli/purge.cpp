#include <fmt/format.h>

#include <array>

#include "cli/commands.hpp"
#include "cli/erase.hpp"
#include "cli/open_store.hpp"
#include "cli/record_name.hpp"
#include "cli/whose_log.hpp"

namespace hinge::cli {
namespace {

int run_purge(Invocation& call) {
  PurgeOrder order;
  order.removed = call.arguments.has("removed");
  order.earlier = call.arguments.has("earlier");
  if (order.removed && order.earlier) {
    throw Error(ErrorKind::usage, "--removed and --earlier are two commands",
                "give them one after the other");
  }
  if (call.arguments.operands().empty() && !order.removed && !order.earlier) {
    throw Error(ErrorKind::usage, "purge needs the ids of records, --removed or --earlier",
                "all of one lifter: hinge lifter delete NAME");
  }
  Store store = open_existing(call, Access::write);
  order.names = record_names_meant(call, store);
  if (call.globals.lifter) {
    order.only_of = lifter_named(store.lifters(), *call.globals.lifter).id;
  }
  return erase_for_good(call, store, order);
}

constexpr std::array options = {
    OptionSpec{"removed", 0, "", "all that delete and undo took out of the log"},
    OptionSpec{"earlier", 0, "", "only what the records, or all of them, were before corrections"},
};

constexpr std::array examples = {
    Example{"hinge purge f12", "Asks, and erases a check-in that nobody should read."},
    Example{"hinge purge --removed -y", "Erases what was deleted, without being asked."},
    Example{"hinge purge --earlier s41",
            "Keeps the session, and forgets what edit took out of it."},
};

}  // namespace

constexpr CommandSpec purge_command{
    "purge",
    "",
    "erase records for good",
    "ID... | --removed | --earlier [ID...]",
    "For your privacy: the records go, with their notes and earlier versions, and the file is "
    "written anew without a byte of them. There is no undo, and backups and exports made before "
    "still hold them. With --earlier the records stay as they are, and what they were before "
    "goes: a note that was corrected, a name. A record that is deleted can be purged too. With -l "
    "only what is that "
    "lifter's.",
    options,
    examples,
    -1,
    run_purge};

}  // namespace hinge::cli
