#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/whose_log.hpp"

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

/// The command that undo would take back.
std::optional<ChangeSummary> latest_change(const Store& store) {
  for (int limit = 50;; limit *= 2) {
    const auto changes = store.changes(limit);
    const auto found = std::find_if(changes.begin(), changes.end(), [](const auto& change) {
      return !change.undone && change.command != "undo";
    });
    if (found != changes.end()) return *found;
    if (changes.size() < static_cast<std::size_t>(limit)) return std::nullopt;
  }
}

/// What a command left behind, as far as undo has to speak of it.
struct Traces {
  std::string lifter;  ///< whose records they are; empty where that can't be told
  std::map<std::string, std::size_t> sets_of;  ///< by "s41"
};

Traces traces_of(const Store& store, const ChangeSummary& change) {
  constexpr std::string_view lifter = "lifter ";
  Traces traces;
  for (const std::string& name : change.records) {
    if (name.substr(0, lifter.size()) == lifter) traces.lifter = name.substr(lifter.size());
    const auto record = store.find(name);
    if (!record) continue;
    traces.lifter = record->lifter;
    if (const auto* session = std::get_if<Session>(&record->what)) {
      traces.sets_of[name] = session->sets.size();
    }
  }
  return traces;
}

/// -l stands for whose command is to be taken back: never for somebody else's.
void refuse_anothers(const Invocation& call, const Store& store, const ChangeSummary& change,
                     const std::string& whose) {
  if (!call.globals.lifter) return;
  const std::string meant = lifter_named(store.lifters(), *call.globals.lifter).id;
  if (whose.empty() || whose == meant) return;
  throw Error(
      ErrorKind::not_found,
      fmt::format("the latest command was for {}, not for {} ({}: {}); nothing was taken back",
                  whose, meant, change.command, records_of(change)),
      fmt::format("to take that one back: hinge undo -l {}", whose));
}

/// The sessions that were longer before.
std::vector<report::Shortened> shortened(const Traces& before, const Traces& after) {
  std::vector<report::Shortened> sessions;
  for (const auto& [name, sets] : before.sets_of) {
    const auto left = after.sets_of.find(name);
    if (left == after.sets_of.end() || left->second >= sets) continue;
    sessions.push_back(
        {name, static_cast<int>(sets - left->second), static_cast<int>(left->second)});
  }
  return sessions;
}

int run_undo(Invocation& call) {
  if (call.arguments.has("list")) return list_changes(call);
  if (call.arguments.has("count")) {
    throw Error(ErrorKind::usage, "-n goes with --list", "one undo takes back one command");
  }
  Store store = open_existing(call, Access::write);
  const auto latest = latest_change(store);
  const Traces before = latest ? traces_of(store, *latest) : Traces{};
  if (latest) refuse_anothers(call, store, *latest, before.lifter);
  const bool several = store.lifters().size() > 1;

  Store::Writing writing = store.begin("undo", timestamp(call));
  const auto change = writing.undo();
  if (change && (!latest || change->id != latest->id)) {
    throw Error(ErrorKind::busy, "somebody else has just changed this log; nothing was taken back",
                "look at what it was: hinge undo --list");
  }
  report::Undone undone;
  if (change) {
    writing.commit();
    call.stored = true;
    undone = {change->command,
              change->records,
              change->record_count,
              before.lifter,
              shortened(before, traces_of(store, *change)),
              several && !before.lifter.empty()};
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
    "too. The record of changes keeps both. The latest command of a log is anybody's; with -l it "
    "is taken back only where it is that lifter's.",
    options,
    examples,
    0,
    run_undo};

}  // namespace hinge::cli
