#include "store/changes.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

#include "store/change_list.hpp"

namespace hinge::store {

namespace {

/// The last id of a kind that was ever given out.
std::int64_t last_given(Connection& database, std::string_view kind) {
  Statement row{database, "SELECT last FROM counter WHERE kind = ?1", kind};
  row.step();
  return row.integer(0);
}

void note_given(Connection& database, std::string_view kind, std::int64_t last) {
  Statement{database, "UPDATE counter SET last = ?2 WHERE kind = ?1", kind, last}.run();
}

std::size_t place_of(Kind kind) { return static_cast<std::size_t>(kind); }

void set_undone(Connection& database, std::int64_t command, bool undone) {
  Statement{database,
            "UPDATE command SET undone = ?2, checksum = ~checksum WHERE id = ?1 AND undone <> ?2",
            command, undone}
      .run();
}

}  // namespace

ChangeLog::ChangeLog(Connection& database, std::string_view command, std::string_view at)
    : database_(database), name_(command), at_(at) {}

std::int64_t ChangeLog::command() {
  if (command_ == 0) {
    command_ = last_given(database_, "command") + 1;
    Statement{database_, "INSERT INTO command (id, name, at, target) VALUES (?1, ?2, ?3, ?4)",
              command_,  name_,
              at_,       target_}
        .run();
    checksum_.add_command(command_, name_, at_, target_);
  }
  return command_;
}

std::int64_t& ChangeLog::last_id(Kind kind) {
  std::optional<std::int64_t>& last = last_id_.at(place_of(kind));
  if (!last) last = last_given(database_, sql_of(kind).word);
  return *last;
}

std::int64_t ChangeLog::new_id(Kind kind) { return ++last_id(kind); }

void ChangeLog::skip_to(Kind kind, std::int64_t id) {
  last_id(kind) = std::max(last_id(kind), id - 1);
}

void ChangeLog::added(std::int64_t id, const TallyPlace& place) {
  command();
  Range& range = adding_.at(place_of(place.kind));
  if (range.last == 0 || range.last + 1 != id) {
    write_range(place.kind);
    range = {id, id};
  }
  range.last = id;
  if (place != counted_) count();
  counted_ = place;
  uncounted_.add(id);
}

std::string ChangeLog::snapshot(Kind kind, std::int64_t id) const {
  auto snapshot = snapshot_of(database_, kind, id);
  assert(snapshot);
  return *std::move(snapshot);
}

void ChangeLog::replaced(Kind kind, std::int64_t id, const std::string& before) {
  const std::string after = snapshot(kind, id);
  if (after == before) return;
  write_ranges();  // a row may be added and then replaced: undo goes through this backwards
  tally_replaced(database_, kind, id, before, after);
  write("replace", kind, {id, id}, before, after);
}

void ChangeLog::remove(Kind kind, std::int64_t id) {
  write_ranges();
  Statement{database_, sql_of(kind).mark, id, id}.run();
  write("remove", kind, {id, id});
}

void ChangeLog::bring_back(Kind kind, std::int64_t id) {
  write_ranges();
  Statement{database_, sql_of(kind).unmark, id, id}.run();
  write("add", kind, {id, id});
}

void ChangeLog::write(std::string_view action, Kind kind, Range rows,
                      const std::optional<std::string>& before,
                      const std::optional<std::string>& after) {
  const std::string_view word = sql_of(kind).word;
  Statement{database_,
            "INSERT INTO change (command, position, action, kind, first, last, before, after)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            command(),
            ++position_,
            action,
            word,
            rows.first,
            rows.last,
            before,
            after}
      .run();
  checksum_.add_change(position_, action, word, rows.first, rows.last, before, after);
}

void ChangeLog::write_range(Kind kind) {
  Range& range = adding_.at(place_of(kind));
  if (range.last != 0) write("add", kind, range);
  range = {};
}

void ChangeLog::write_ranges() {
  count();
  for (const Kind kind : all_kinds) write_range(kind);
}

void ChangeLog::restore(Kind kind, std::int64_t id, const std::string& now,
                        const std::string& before) {
  // What isn't as this command left it was changed by no command: damage, which must not vanish
  // under what was there before. What comes back is verified too.
  const auto found = snapshot_of(database_, kind, id);
  const bool intact = found && *found == now;
  if (found) static_cast<void>(version_in(database_, kind, id, *found));
  if (!intact) refuse_damaged_entry(database_);
  restore_row(database_, kind, id, before);
  tally_replaced(database_, kind, id, now, before);
  static_cast<void>(version_in(database_, kind, id, snapshot(kind, id)));
}

void ChangeLog::take_back(std::int64_t command) {
  std::vector<Change> changes = changes_of(database_, command);
  std::reverse(changes.begin(), changes.end());
  for (const Change& change : changes) {
    const Range rows{change.first, change.last};
    if (change.action == "replace") {
      restore(change.kind, change.first, change.after, change.before);
      write("replace", change.kind, rows, change.after, change.before);
    } else if (change.action == "add") {
      Statement{database_, sql_of(change.kind).mark, rows.first, rows.last}.run();
      write("remove", change.kind, rows);
    } else {
      Statement{database_, sql_of(change.kind).unmark, rows.first, rows.last}.run();
      write("add", change.kind, rows);
    }
  }
}

std::optional<std::int64_t> ChangeLog::undo() {
  const auto taken = undoable_command(database_);
  if (!taken) return std::nullopt;
  verify_entries_since(database_, *taken);
  target_ = taken;
  take_back(*taken);
  set_undone(database_, *taken, true);
  command();
  return taken;
}

std::optional<std::int64_t> ChangeLog::redo() {
  const auto undo = redoable_undo(database_);
  if (!undo) return std::nullopt;
  const std::int64_t again = target_of(database_, *undo);
  verify_entries_since(database_, std::min(again, *undo));
  target_ = undo;
  take_back(*undo);
  set_undone(database_, *undo, true);
  set_undone(database_, again, false);
  command();
  return again;
}

void ChangeLog::count() {
  if (uncounted_ == Tally{}) return;
  tally_added(database_, counted_, uncounted_);
  uncounted_ = {};
}

void ChangeLog::seal() {
  write_ranges();
  if (!empty()) seal_entry(database_, command_, checksum_);
}

void ChangeLog::finish() {
  seal();
  if (command_ != 0) note_given(database_, "command", command_);
  for (const Kind kind : all_kinds) {
    const auto last = last_id_.at(static_cast<std::size_t>(kind));
    if (last) note_given(database_, sql_of(kind).word, *last);
  }
}

}  // namespace hinge::store
