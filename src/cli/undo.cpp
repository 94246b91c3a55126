#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "cli/commands.hpp"
#include "cli/correct.hpp"
#include "cli/next_shift.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/record_name.hpp"
#include "cli/whose_log.hpp"

namespace hinge::cli {
namespace {

int list_changes(Invocation& call) {
  constexpr int usual_count = 20;
  constexpr int most = 1'000'000;
  const auto count = call.arguments.value("count");
  const Store store = open_existing(call, Access::read);
  std::vector<report::PastCommand> commands;
  for (ChangeSummary& change :
       store.changes(count ? read_whole(*count, 1, most, "-n") : usual_count)) {
    auto changes = store.changed_by(change.id);
    commands.push_back({std::move(change), std::move(changes)});
  }
  answer(call, call.globals.json ? report::json(commands)
                                 : report::text(commands, store.lifters().size() > 1, call.now.date,
                                                style_of(call)));
  return 0;
}

/// -l stands for whose command is meant: never for one that was somebody else's too.
void refuse_anothers(const Invocation& call, const ChangeSummary& change,
                     const std::string& meant) {
  const bool theirs_alone = change.lifters == std::vector<std::string>{meant};
  if (meant.empty() || change.lifters.empty() || theirs_alone) return;
  const std::string whose = fmt::format("{}", fmt::join(change.lifters, " and "));
  const bool one = change.lifters.size() == 1;
  throw Error(
      ErrorKind::not_found,
      fmt::format("the latest command was for {}, not for {}{} ({}: {}); nothing was changed",
                  whose, meant, one ? "" : " alone", change.command,
                  fmt::join(change.records, ", ")),
      one ? fmt::format("for that one: hinge {} -l {}", call.command.name, whose)
          : fmt::format("for that one, without -l: hinge {}", call.command.name));
}

/// Undo and redo are one command in two directions.
struct Direction {
  report::CorrectionKind kind;
  std::optional<ChangeSummary> (Store::Writing::*would)() const;
  std::optional<ChangeSummary> (Store::Writing::*does)();
};

report::Correction take(Invocation& call, Store::Writing& writing, const Direction& direction,
                        const std::string& meant) {
  report::Correction correction;
  correction.kind = direction.kind;
  const auto change = (writing.*direction.would)();
  if (!change) return correction;
  refuse_anothers(call, *change, meant);
  if (change->lifters.size() == 1) correction.lifter = change->lifters.front();
  const auto before = suggestion_by(writing, correction.lifter, "", call);
  (writing.*direction.does)();
  // Of the same lift as before, also where another one is the latest now.
  const std::string lift = before ? before->lift : std::string{};
  correction.shift = shift_between(before, suggestion_by(writing, correction.lifter, lift, call));
  correction.command = change->command;
  correction.records = change->records;
  correction.record_count = change->record_count;
  correction.changes = writing.changed();
  return correction;
}

int run_there_or_back(Invocation& call, const Direction& direction) {
  Store store = open_existing(call, Access::write);
  const std::vector<Lifter> lifters = store.lifters();
  const std::string meant =
      call.globals.lifter ? lifter_named(lifters, *call.globals.lifter).id : std::string{};
  Store::Writing writing = store.begin(call.command.name, timestamp(call));
  report::Correction correction = take(call, writing, direction, meant);
  correction.name_lifter = std::max(lifters.size(), writing.lifters().size()) > 1;
  if (!correction.command.empty()) {
    writing.commit();
    call.stored = true;
  }
  confirm(call, report::text(correction, call.now.date, style_of(call)),
          [&] { return report::json(correction); });
  return 0;
}

/// Whose the deleted records are; empty where they are not one lifter's. What is none is left to
/// the store to refuse.
std::string owner_of_removed(const Invocation& call, const Store& store,
                             const std::vector<std::string>& names) {
  std::set<std::string> owners;
  for (const std::string& name : names) {
    require_record_name(name);
    const auto record = store.find_removed(name);
    if (!record) continue;
    refuse_anothers_record(call, store, *record, name);
    owners.insert(record->lifter);
  }
  return owners.size() == 1 ? *owners.begin() : std::string{};
}

int bring_back(Invocation& call) {
  Store store = open_existing(call, Access::write);
  report::Correction correction;
  correction.kind = report::CorrectionKind::bring_back;
  for (const std::string& name : call.arguments.operands()) {
    auto& records = correction.records;
    if (std::count(records.begin(), records.end(), name) == 0) records.push_back(name);
  }
  correction.lifter = owner_of_removed(call, store, correction.records);
  correction.name_lifter = has_several(store.lifters());
  correct_records(call, store, std::move(correction), &Store::Writing::bring_back);
  return 0;
}

int run_undo(Invocation& call) {
  const bool names_records = !call.arguments.operands().empty();
  if (call.arguments.has("list")) {
    if (!names_records) return list_changes(call);
    throw Error(ErrorKind::usage, "--list is about commands, not records", "leave one out");
  }
  if (call.arguments.has("count")) {
    throw Error(ErrorKind::usage, "-n goes with --list", "one undo takes back one command");
  }
  if (names_records) return bring_back(call);
  return run_there_or_back(
      call, {report::CorrectionKind::undo, &Store::Writing::undoable, &Store::Writing::undo});
}

int run_redo(Invocation& call) {
  return run_there_or_back(
      call, {report::CorrectionKind::redo, &Store::Writing::redoable, &Store::Writing::redo});
}

constexpr std::array options = {
    OptionSpec{"list", 0, "", "the latest commands that changed the log, newest first"},
    OptionSpec{"count", 'n', "N", "how many of them to list (20)"},
};

constexpr std::array undo_examples = {
    Example{"hinge undo", "Takes the latest command back, whole."},
    Example{"hinge undo --list", "What could be taken back."},
    Example{"hinge undo s41 f12", "Two deleted records, back as they were."},
};

constexpr std::array redo_examples = {
    Example{"hinge redo", "Puts back what undo took back last."},
    Example{"hinge redo -l anna", "Only where it was a command for Anna."},
};

}  // namespace

constexpr CommandSpec undo_command{
    "undo",
    "",
    "take the latest change back, or deleted records",
    "[ID... | --list [-n N]]",
    "Every command that stored something is taken back as a whole, the latest first, an import "
    "too; hinge redo puts it back. The record of changes keeps both. The latest command of a log "
    "is anybody's; with -l it is taken back only where it is that lifter's alone. With ids, "
    "deleted records come back as they were, whenever they were deleted, all of them or none.",
    options,
    undo_examples,
    -1,
    run_undo};

constexpr CommandSpec redo_command{
    "redo",
    "",
    "put back what undo took back",
    "",
    "The latest undo first, as often as there were undos. A new change ends what can be put back. "
    "With -l only where it is that lifter's alone.",
    {},
    redo_examples,
    0,
    run_redo};

}  // namespace hinge::cli
