#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"

namespace hinge::cli {
namespace {

/// "s41, f12", and how many more.
std::string records_of(const ChangeSummary& change) {
  std::string list;
  for (const std::string& record : change.records) list += (list.empty() ? "" : ", ") + record;
  const auto more = change.record_count - static_cast<int>(change.records.size());
  return more > 0 ? fmt::format("{} and {} more", list, more) : list;
}

std::string text_of(const std::vector<ChangeSummary>& changes) {
  constexpr std::size_t minute = 16;  // "2026-11-22T18:30"
  std::string out;
  for (const ChangeSummary& change : changes) {
    out += fmt::format("{}  {:<10}  {}{}\n", change.at.substr(0, minute), change.command,
                       records_of(change), change.undone ? "  (taken back)" : "");
  }
  return out;
}

std::string json_of(const std::vector<ChangeSummary>& changes) {
  nlohmann::ordered_json document;
  document["schema"] = "hinge.changes/1";
  document["items"] = nlohmann::ordered_json::array();
  for (const ChangeSummary& change : changes) {
    document["items"].push_back({{"change", change.id},
                                 {"at", change.at},
                                 {"command", change.command},
                                 {"records", change.records},
                                 {"record_count", change.record_count},
                                 {"undone", change.undone}});
  }
  return document.dump() + '\n';
}

int list_changes(Invocation& call) {
  constexpr int usual_count = 20;
  constexpr int most = 1'000'000;
  const auto count = call.arguments.value("count");
  const Store store = open_existing(call, Access::read);
  const auto changes = store.changes(count ? read_whole(*count, 1, most, "-n") : usual_count);
  answer(call, call.globals.json ? json_of(changes) : text_of(changes));
  return 0;
}

int run_undo(Invocation& call) {
  if (call.arguments.has("list")) return list_changes(call);
  if (call.arguments.has("count")) {
    throw Error(ErrorKind::usage, "-n goes with --list", "one undo takes back one command");
  }
  Store store = open_existing(call, Access::write);
  Store::Writing writing = store.begin("undo", timestamp(call));
  const auto change = writing.undo();
  report::Undone undone;
  if (change) {
    writing.commit();
    call.stored = true;
    undone = {change->command, change->records, change->record_count};
  }
  confirm(call, report::text(undone, style_of(call)), report::json(undone));
  return 0;
}

constexpr std::array options = {
    OptionSpec{"list", 0, "", "the latest commands that changed the log, newest first"},
    OptionSpec{"count", 'n', "N", "how many of them to list (20)"},
};

constexpr std::array examples = {
    Example{"hinge undo", "Takes the latest command back, whole."},
    Example{"hinge undo --list", "What could be taken back."},
};

}  // namespace

constexpr CommandSpec undo_command{
    "undo",
    "",
    "take the latest change back",
    "[--list [-n N]]",
    "Every command that stored something is taken back as a whole, the latest first, an import "
    "too. The record of changes keeps both.",
    options,
    examples,
    0,
    run_undo};

}  // namespace hinge::cli
