#include "store/change_list.hpp"

#include <algorithm>

#include "store/read.hpp"

namespace hinge::store {

namespace {

constexpr std::int64_t most_named_records = 20;

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
      return "policy " + std::to_string(row.step() ? row.integer(0) : id);
    }
    case Kind::lifter:
      break;
  }
  Statement row{database, "SELECT id FROM lifter WHERE key = ?1", id};
  return "lifter " + (row.step() ? std::string{row.text(0)} : std::to_string(id));
}

void add_once(std::vector<std::string>& texts, std::string_view text) {
  if (std::count(texts.begin(), texts.end(), text) == 0) texts.emplace_back(text);
}

/// Whose rows a change is about. From columns kind, first, last, before, after.
std::vector<std::string> owners_of(Connection& database, const Statement& columns) {
  std::vector<std::string> owners;
  const Kind kind = require_kind(database, columns.text(0));
  Statement present{database, sql_of(kind).owners, columns.integer(1), columns.integer(2)};
  while (present.step()) add_once(owners, present.text(0));
  if (columns.is_null(3)) return owners;
  Statement past{database, "SELECT id FROM lifter WHERE key IN (?1 ->> 'lifter', ?2 ->> 'lifter')",
                 columns.text(3), columns.text(4)};
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
  Statement rows{database,
                 "SELECT kind, first, last, before, after FROM change WHERE command = ?1"
                 " ORDER BY position",
                 summary.id};
  while (rows.step()) {
    const Kind kind = require_kind(database, rows.text(0));
    const std::int64_t first = rows.integer(1);
    const std::int64_t last = rows.integer(2);
    summary.record_count += static_cast<int>(last - first + 1);
    const auto room = most_named_records - static_cast<std::int64_t>(summary.records.size());
    for (std::int64_t id = first; id <= std::min(last, first + room - 1); ++id) {
      summary.records.push_back(name_of(database, kind, id));
    }
    for (const std::string& owner : owners_of(database, rows)) add_once(summary.lifters, owner);
  }
  return summary;
}

/// One change, as it stands in the record of changes.
struct Entry {
  std::int64_t command = 0;
  std::int64_t position = 0;
  std::string action;
  Kind kind = Kind::session;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::string before;
  std::string after;
};

std::vector<Entry> entries_of(Connection& database, std::int64_t command) {
  std::vector<Entry> entries;
  Statement rows{database,
                 "SELECT position, action, kind, first, last, before, after FROM change"
                 " WHERE command = ?1 ORDER BY position",
                 command};
  while (rows.step()) {
    entries.push_back({command, rows.integer(0), std::string{rows.text(1)},
                       require_kind(database, rows.text(2)), rows.integer(3), rows.integer(4),
                       std::string{rows.text(5)}, std::string{rows.text(6)}});
  }
  return entries;
}

/// What the row was right after `entry`: what the next change found, or what it is. None where it
/// was erased since.
std::optional<Version> version_after(Connection& database, const Entry& entry, std::int64_t id) {
  Statement next{database,
                 "SELECT before FROM change WHERE command >= ?1"
                 " AND (command > ?1 OR position > ?2)"
                 " AND kind = ?3 AND first = ?4 AND action = 'replace'"
                 " ORDER BY command, position LIMIT 1",
                 entry.command,
                 entry.position,
                 sql_of(entry.kind).word,
                 id};
  const auto snapshot = next.step() ? std::optional{std::string{next.text(0)}}
                                    : snapshot_of(database, entry.kind, id);
  if (!snapshot) return std::nullopt;
  return version_in(database, entry.kind, id, *snapshot);
}

RecordChange record_change(Connection& database, const Entry& entry, std::int64_t id) {
  RecordChange change{name_of(database, entry.kind, id), {}, {}};
  if (entry.action == "replace") {
    change.before = version_in(database, entry.kind, id, entry.before);
    change.after = version_in(database, entry.kind, id, entry.after);
  } else if (entry.action == "add") {
    change.after = version_after(database, entry, id);
  } else {
    change.before = version_after(database, entry, id);
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
  return changes;
}

ChangeSummary read_change(Connection& database, std::int64_t command) {
  Statement row{database, "SELECT id, name, at, undone FROM command WHERE id = ?1", command};
  row.step();
  return summary_from(database, row);
}

std::vector<RecordChange> read_record_changes(Connection& database, std::int64_t command) {
  std::vector<RecordChange> changes;
  for (const Entry& entry : entries_of(database, command)) {
    for (std::int64_t id = entry.first; id <= entry.last; ++id) {
      RecordChange change = record_change(database, entry, id);
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
                 "SELECT kind, last FROM change JOIN command ON id = command"
                 " WHERE target IS NULL AND undone = 0 AND action IN ('add', 'replace')"
                 " AND kind IN ('session', 'checkin', 'screen')"
                 " ORDER BY command DESC, position DESC"};
  while (rows.step()) {
    const Kind kind = require_kind(database, rows.text(0));
    const std::int64_t id = rows.integer(1);
    if (stands_for(database, kind, id, lifter)) return name_of(database, kind, id);
  }
  return std::nullopt;
}

}  // namespace hinge::store
