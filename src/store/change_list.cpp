#include "store/change_list.hpp"

#include <algorithm>

#include "store/entries.hpp"
#include "store/read.hpp"

namespace hinge::store {

namespace {

constexpr std::int64_t most_named_records = 20;

/// Empty for a lifter or a choice of a policy that was erased: their numbers are nobody's names.
std::string name_of(Connection& database, Kind kind, std::int64_t id) {
  switch (kind) {
    case Kind::session:
      return session_name(id);
    case Kind::checkin:
      return checkin_name(id);
    case Kind::screen:
      return "r" + std::to_string(id);
    case Kind::policy: {
      Statement row{database, "SELECT version FROM policy_version WHERE id = ?1", id};
      return row.step() ? "policy " + std::to_string(row.integer(0)) : std::string{};
    }
    case Kind::lifter:
      break;
  }
  Statement row{database, "SELECT id FROM lifter WHERE key = ?1", id};
  return row.step() ? "lifter " + std::string{row.text(0)} : std::string{};
}

void add_once(std::vector<std::string>& texts, std::string_view text) {
  if (std::count(texts.begin(), texts.end(), text) == 0) texts.emplace_back(text);
}

/// Whose rows a change is about.
std::vector<std::string> owners_of(Connection& database, const Change& change) {
  std::vector<std::string> owners;
  Statement present{database, sql_of(change.kind).owners, change.first, change.last};
  while (present.step()) add_once(owners, present.text(0));
  if (change.action != "replace") return owners;
  Statement past{database, "SELECT id FROM lifter WHERE key IN (?1 ->> 'lifter', ?2 ->> 'lifter')",
                 change.before, change.after};
  while (past.step()) add_once(owners, past.text(0));
  return owners;
}

/// From columns id, name, at, undone.
ChangeSummary summary_from(Connection& database, const Statement& columns) {
  ChangeSummary summary;
  summary.id = columns.integer(0);
  summary.command = columns.text(1);
  summary.at = columns.text(2);
  summary.undone = columns.boolean(3);
  for (const Change& change : changes_of(database, summary.id)) {
    summary.record_count += static_cast<int>(change.last - change.first + 1);
    const auto room = most_named_records - static_cast<std::int64_t>(summary.records.size());
    for (std::int64_t id = change.first; id <= std::min(change.last, change.first + room - 1);
         ++id) {
      std::string name = name_of(database, change.kind, id);
      if (name.empty()) {
        --summary.record_count;
      } else {
        summary.records.push_back(std::move(name));
      }
    }
    for (const std::string& owner : owners_of(database, change)) add_once(summary.lifters, owner);
  }
  return summary;
}

/// What the row was right after this change: what the next change found, or what it is. None where
/// it was erased since.
std::optional<Version> version_after(Connection& database, std::int64_t command, const Change& made,
                                     std::int64_t id) {
  Statement next{database,
                 "SELECT before FROM change WHERE command >= ?1"
                 " AND (command > ?1 OR position > ?2)"
                 " AND kind = ?3 AND first = ?4 AND action = 'replace'"
                 " ORDER BY command, position LIMIT 1",
                 command,
                 made.position,
                 sql_of(made.kind).word,
                 id};
  const auto snapshot =
      next.step() ? std::optional{std::string{next.text(0)}} : snapshot_of(database, made.kind, id);
  if (!snapshot) return std::nullopt;
  return version_in(database, made.kind, id, *snapshot);
}

RecordChange record_change(Connection& database, std::int64_t command, const Change& made,
                           std::int64_t id) {
  RecordChange change{name_of(database, made.kind, id), {}, {}};
  if (made.action == "replace") {
    change.before = version_in(database, made.kind, id, made.before);
    change.after = version_in(database, made.kind, id, made.after);
  } else if (made.action == "add") {
    change.after = version_after(database, command, made, id);
  } else {
    change.before = version_after(database, command, made, id);
  }
  return change;
}

std::optional<std::int64_t> first_integer(Statement&& row) {
  return row.step() ? row.optional_integer(0) : std::nullopt;
}

bool stands_for(Connection& database, Kind kind, std::int64_t id, std::int64_t lifter) {
  const auto is_theirs = [lifter](const auto& stored) {
    return stored && stored->lifter == lifter;
  };
  if (kind == Kind::session) return is_theirs(read_session(database, id));
  if (kind == Kind::checkin) return is_theirs(read_checkin(database, id));
  return kind == Kind::screen && is_theirs(read_screen(database, id));
}

}  // namespace

std::vector<ChangeSummary> read_changes(Connection& database, int limit) {
  std::vector<ChangeSummary> changes;
  Statement rows{database, "SELECT id, name, at, undone FROM command ORDER BY id DESC LIMIT ?1",
                 limit};
  while (rows.step()) changes.push_back(summary_from(database, rows));
  if (!changes.empty()) verify_entries_since(database, changes.back().id);
  return changes;
}

ChangeSummary read_change(Connection& database, std::int64_t command) {
  Statement row{database, "SELECT id, name, at, undone FROM command WHERE id = ?1", command};
  row.step();
  return summary_from(database, row);
}

std::vector<RecordChange> read_record_changes(Connection& database, std::int64_t command) {
  std::vector<RecordChange> changes;
  for (const Change& entry : changes_of(database, command)) {
    for (std::int64_t id = entry.first; id <= entry.last; ++id) {
      RecordChange change = record_change(database, command, entry, id);
      const auto known = std::find_if(
          changes.begin(), changes.end(),
          [&change](const RecordChange& other) { return other.record == change.record; });
      if (known != changes.end()) {
        known->after = std::move(change.after);
      } else if (changes.size() == most_named_records) {
        return changes;
      } else if (change.before || change.after) {
        changes.push_back(std::move(change));
      }
    }
  }
  return changes;
}

std::optional<std::int64_t> undoable_command(Connection& database) {
  return first_integer(
      Statement{database, "SELECT max(id) FROM command WHERE undone = 0 AND target IS NULL"});
}

std::optional<std::int64_t> redoable_undo(Connection& database) {
  return first_integer(Statement{
      database,
      "SELECT max(undo.id) FROM command AS undo JOIN command AS taken ON taken.id = undo.target"
      " WHERE undo.undone = 0 AND taken.target IS NULL AND undo.id >"
      " (SELECT max(id) FROM command WHERE target IS NULL)"});
}

std::int64_t target_of(Connection& database, std::int64_t undo) {
  Statement row{database, "SELECT target FROM command WHERE id = ?1", undo};
  row.step();
  return row.integer(0);
}

std::optional<std::string> latest_record(Connection& database, std::int64_t lifter) {
  Statement rows{database,
                 "SELECT kind, last, command FROM change JOIN command ON id = command"
                 " WHERE target IS NULL AND undone = 0 AND action IN ('add', 'replace')"
                 " AND kind IN ('session', 'checkin', 'screen')"
                 " ORDER BY command DESC, position DESC"};
  while (rows.step()) {
    const Kind kind = require_kind(database, rows.text(0));
    const std::int64_t id = rows.integer(1);
    if (!stands_for(database, kind, id, lifter)) continue;
    verify_entries_since(database, rows.integer(2));
    return name_of(database, kind, id);
  }
  return std::nullopt;
}

}  // namespace hinge::store
