#include <array>

#include "cli/commands.hpp"
#include "cli/open_store.hpp"
#include "cli/record_name.hpp"
#include "hinge/suggest.hpp"

namespace hinge::cli {
namespace {

Date date_of(const Record& record) {
  return std::visit([](const auto& what) { return what.when.date; }, record.what);
}

int run_show(Invocation& call) {
  if (call.arguments.operands().empty()) {
    throw Error(ErrorKind::usage, "show needs the id of a record", "for example: hinge show s41");
  }
  const Store store = open_existing(call, Access::read);
  const std::string name = record_name_meant(call, store, call.arguments.operands().front());
  const auto removed = store.find_removed(name);
  const bool deleted = removed && !removed->lifter.empty();
  const Record record = deleted ? *removed : find_record(store, name);
  const History history = store.history(record.lifter, window_start(date_of(record)));
  const report::ShownRecord shown{record.lifter, record.what, history.sessions, deleted};
  answer(call, call.globals.json ? report::json(shown)
                                 : report::text(shown, call.now.date, style_of(call)));
  return 0;
}

constexpr std::array examples = {
    Example{"hinge show s41", "A session, with every set."},
    Example{"hinge show f12", "A check-in, with all that was said."},
};

}  // namespace

constexpr CommandSpec show_command{
    "show",
    "",
    "show one record in full",
    "ID|last",
    "ID is s and a number for a session, f for a check-in, r for the red flag questions; hinge "
    "history lists them. last is the record stored or changed last. A deleted one is shown too, "
    "and said to be. Reads the log and never writes "
    "to it.",
    {},
    examples,
    1,
    run_show};

}  // namespace hinge::cli
