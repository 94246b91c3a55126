#include <fmt/format.h>

#include <array>

#include "cli/commands.hpp"
#include "cli/erase.hpp"
#include "cli/open_store.hpp"
#include "cli/whose_log.hpp"

namespace hinge::cli {
namespace {

int run_purge(Invocation& call) {
  PurgeOrder order;
  order.names = call.arguments.operands();
  order.removed = call.arguments.has("removed");
  if (order.names.empty() && !order.removed) {
    throw Error(ErrorKind::usage, "purge needs the ids of records, or --removed",
                "all of one lifter: hinge lifter delete NAME");
  }
  Store store = open_existing(call, Access::write);
  if (call.globals.lifter) {
    order.only_of = lifter_named(store.lifters(), *call.globals.lifter).id;
  }
  return erase_for_good(call, store, order);
}

constexpr std::array options = {
    OptionSpec{"removed", 0, "", "all that delete and undo took out of the log"},
};

constexpr std::array examples = {
    Example{"hinge purge f12", "Asks, and erases a check-in that nobody should read."},
    Example{"hinge purge --removed -y", "Erases what was deleted, without being asked."},
};

}  // namespace

constexpr CommandSpec purge_command{
    "purge",
    "",
    "erase records for good",
    "ID... | --removed",
    "For your privacy: the records go, with their notes and earlier versions, and the file is "
    "written anew without a byte of them. There is no undo, and backups and exports made before "
    "still hold them. A record that is deleted can be purged too. With -l only what is that "
    "lifter's.",
    options,
    examples,
    -1,
    run_purge};

}  // namespace hinge::cli
