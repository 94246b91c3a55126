#include "store/changes.hpp"

#include <algorithm>

#include "store/read.hpp"

namespace hinge::store {

namespace {

constexpr std::int64_t most_named_records = 20;

/// How each kind is marked, kept and brought back. The complement of the checksum is that of a
/// marked row (checksum.hpp).
struct KindSql {
  std::string_view word;
  Sql mark;      ///< ?1, ?2: ids from, to
  Sql snapshot;  ///< ?1: id
  Sql restore;   ///< ?1: id, ?2: snapshot
};

constexpr std::array<KindSql, kind_count> kinds = {{
    {"lifter",
     "UPDATE lifter SET removed = 1, checksum = ~checksum"
     " WHERE key BETWEEN ?1 AND ?2 AND removed = 0",
     "SELECT json_object('id', id, 'name', name, 'unit', unit, 'bar', bar, 'step', step,"
     " 'archived', archived, 'removed', removed, 'checksum', checksum, 'lifts',"
     " (SELECT json_group_array(json_array(lift, unit, bar, step)) FROM loading"
     " WHERE loading.lifter = lifter.key)) FROM lifter WHERE key = ?1",
     "UPDATE lifter SET name = ?2 ->> 'name', unit = ?2 ->> 'unit', bar = ?2 ->> 'bar',"
     " step = ?2 ->> 'step', archived = ?2 ->> 'archived', removed = ?2 ->> 'removed',"
     " checksum = ?2 ->> 'checksum' WHERE key = ?1"},
    {"session",
     "UPDATE session SET removed = 1, checksum = ~checksum"
     " WHERE id BETWEEN ?1 AND ?2 AND removed = 0",
     "SELECT json_object('lifter', lifter, 'lift', lift, 'day', day, 'time', time, 'utc_offset',"
     " utc_offset, 'imported', imported, 'light', light, 'note', note, 'removed', removed, "
     "'checksum', checksum, 'sets',"
     " (SELECT json_group_array(json_array(position, kind, load, unit, reps, failed, rpe))"
     " FROM session_set WHERE session_set.session = session.id)) FROM session WHERE id = ?1",
     "UPDATE session SET lifter = ?2 ->> 'lifter', lift = ?2 ->> 'lift', day = ?2 ->> 'day',"
     " time = ?2 ->> 'time', utc_offset = ?2 ->> 'utc_offset', imported = ?2 ->> 'imported', light "
     "= ?2 ->> 'light',"
     " note = ?2 ->> 'note', removed = ?2 ->> 'removed', checksum = ?2 ->> 'checksum'"
     " WHERE id = ?1"},
    {"checkin",
     "UPDATE checkin SET removed = 1, checksum = ~checksum"
     " WHERE id BETWEEN ?1 AND ?2 AND removed = 0",
     "SELECT json_object('lifter', lifter, 'day', day, 'time', time, 'utc_offset', utc_offset,"
     " 'nature', nature, 'peak', peak, 'lasted', lasted, 'limits', limits, 'now', now, 'baseline',"
     " baseline, 'site', site, 'side', side, 'onset', onset, 'worse_with', worse_with,"
     " 'eases_with', eases_with, 'twinge', twinge, 'unrelated', unrelated, 'session', session,"
     " 'note', note, 'removed', removed, 'checksum', checksum) FROM checkin WHERE id = ?1",
     "UPDATE checkin SET lifter = ?2 ->> 'lifter', day = ?2 ->> 'day', time = ?2 ->> 'time',"
     " utc_offset = ?2 ->> 'utc_offset', nature = ?2 ->> 'nature', peak = ?2 ->> 'peak',"
     " lasted = ?2 ->> 'lasted', limits = ?2 ->> 'limits', now = ?2 ->> 'now',"
     " baseline = ?2 ->> 'baseline', site = ?2 ->> 'site', side = ?2 ->> 'side',"
     " onset = ?2 ->> 'onset', worse_with = ?2 ->> 'worse_with', eases_with = ?2 ->> 'eases_with',"
     " twinge = ?2 ->> 'twinge', unrelated = ?2 ->> 'unrelated', session = ?2 ->> 'session',"
     " note = ?2 ->> 'note', removed = ?2 ->> 'removed', checksum = ?2 ->> 'checksum'"
     " WHERE id = ?1"},
    {"screen",
     "UPDATE screen SET removed = 1, checksum = ~checksum"
     " WHERE id BETWEEN ?1 AND ?2 AND removed = 0",
     "SELECT json_object('lifter', lifter, 'day', day, 'time', time, 'yes', yes, 'cleared_by',"
     " cleared_by, 'removed', removed, 'checksum', checksum) FROM screen WHERE id = ?1",
     "UPDATE screen SET lifter = ?2 ->> 'lifter', day = ?2 ->> 'day', time = ?2 ->> 'time',"
     " yes = ?2 ->> 'yes', cleared_by = ?2 ->> 'cleared_by', removed = ?2 ->> 'removed',"
     " checksum = ?2 ->> 'checksum' WHERE id = ?1"},
    {"policy",
     "UPDATE policy_version SET removed = 1, checksum = ~checksum"
     " WHERE id BETWEEN ?1 AND ?2 AND removed = 0",
     "SELECT json_object('lifter', lifter, 'lift', lift, 'version', version, 'policy', policy,"
     " 'removed', removed, 'checksum', checksum) FROM policy_version WHERE id = ?1",
     "UPDATE policy_version SET lifter = ?2 ->> 'lifter', lift = ?2 ->> 'lift',"
     " version = ?2 ->> 'version', policy = ?2 ->> 'policy', removed = ?2 ->> 'removed',"
     " checksum = ?2 ->> 'checksum' WHERE id = ?1"},
}};

std::size_t place_of(Kind kind) { return static_cast<std::size_t>(kind); }
const KindSql& sql_of(Kind kind) { return kinds.at(place_of(kind)); }

std::optional<Kind> parse_kind(std::string_view word) {
  for (std::size_t place = 0; place < kinds.size(); ++place) {
    if (kinds.at(place).word == word) return static_cast<Kind>(place);
  }
  return std::nullopt;
}

std::string name_of(Connection& database, std::string_view kind, std::int64_t id) {
  if (kind == "session") return session_name(id);
  if (kind == "checkin") return checkin_name(id);
  if (kind == "screen") return "r" + std::to_string(id);
  if (kind == "policy") {
    Statement row{database, "SELECT version FROM policy_version WHERE id = ?1", id};
    return "policy " + std::to_string(row.step() ? row.integer(0) : id);
  }
  if (kind != "lifter") return std::string{kind} + " " + std::to_string(id);
  Statement row{database, "SELECT id FROM lifter WHERE key = ?1", id};
  return "lifter " + (row.step() ? std::string{row.text(0)} : std::to_string(id));
}

/// From columns id, name, at, undone.
ChangeSummary summary_from(Connection& database, const Statement& columns) {
  ChangeSummary summary;
  summary.id = columns.integer(0);
  summary.command = columns.text(1);
  summary.at = columns.text(2);
  summary.undone = columns.boolean(3);
  Statement rows{database,
                 "SELECT kind, first, last FROM change WHERE command = ?1 ORDER BY position",
                 summary.id};
  while (rows.step()) {
    const std::int64_t first = rows.integer(1);
    const std::int64_t last = rows.integer(2);
    summary.record_count += static_cast<int>(last - first + 1);
    const auto room = most_named_records - static_cast<std::int64_t>(summary.records.size());
    for (std::int64_t id = first; id <= std::min(last, first + room - 1); ++id) {
      summary.records.push_back(name_of(database, rows.text(0), id));
    }
  }
  return summary;
}

struct Change {
  std::string action;
  Kind kind;
  std::int64_t first;
  std::int64_t last;
  std::string before;
  std::string after;
};

/// Newest first: the order to take them back in.
std::vector<Change> changes_of(Connection& database, std::int64_t command) {
  std::vector<Change> changes;
  Statement rows{database,
                 "SELECT action, kind, first, last, before, after FROM change WHERE command = ?1"
                 " ORDER BY position DESC",
                 command};
  while (rows.step()) {
    const auto kind = parse_kind(rows.text(1));
    if (!kind) {
      throw Error{ErrorKind::database, database.path() + ": the record of changes is damaged"};
    }
    changes.push_back({std::string{rows.text(0)}, *kind, rows.integer(2), rows.integer(3),
                       std::string{rows.text(4)}, std::string{rows.text(5)}});
  }
  return changes;
}

}  // namespace

ChangeLog::ChangeLog(Connection& database, std::string_view command, std::string_view at)
    : database_(database), name_(command), at_(at) {}

std::int64_t ChangeLog::command() {
  if (command_ == 0) {
    Statement row{database_,
                  "UPDATE counter SET last = last + 1 WHERE kind = 'command' RETURNING last"};
    row.step();
    command_ = row.integer(0);
    row.run();
    Statement{database_, "INSERT INTO command (id, name, at) VALUES (?1, ?2, ?3)", command_, name_,
              at_}
        .run();
  }
  return command_;
}

std::int64_t ChangeLog::new_id(Kind kind) {
  std::optional<std::int64_t>& last = last_id_.at(place_of(kind));
  if (!last) {
    Statement row{database_, "SELECT last FROM counter WHERE kind = ?1", sql_of(kind).word};
    row.step();
    last = row.integer(0);
  }
  return ++*last;
}

void ChangeLog::added(Kind kind, std::int64_t id) {
  command();
  Range& range = adding_.at(place_of(kind));
  if (range.last != 0 && range.last + 1 == id) {
    range.last = id;
    return;
  }
  write_range(kind);
  range = {id, id};
}

std::string ChangeLog::snapshot(Kind kind, std::int64_t id) const {
  Statement row{database_, sql_of(kind).snapshot, id};
  row.step();
  return std::string{row.text(0)};
}

void ChangeLog::replaced(Kind kind, std::int64_t id, const std::string& before) {
  const std::string after = snapshot(kind, id);
  if (after == before) return;
  write_ranges();  // a row may be added and then replaced: undo goes through this backwards
  write("replace", sql_of(kind).word, {id, id}, before, after);
}

void ChangeLog::write(std::string_view action, std::string_view kind, Range rows,
                      const std::optional<std::string>& before,
                      const std::optional<std::string>& after) {
  Statement{database_,
            "INSERT INTO change (command, position, action, kind, first, last, before, after)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            command(),
            ++position_,
            action,
            kind,
            rows.first,
            rows.last,
            before,
            after}
      .run();
}

void ChangeLog::write_range(Kind kind) {
  Range& range = adding_.at(place_of(kind));
  if (range.last != 0) write("add", sql_of(kind).word, range);
  range = {};
}

void ChangeLog::write_ranges() {
  for (std::size_t place = 0; place < kind_count; ++place) write_range(static_cast<Kind>(place));
}

void ChangeLog::restore(Kind kind, std::int64_t id, const std::string& snapshot) {
  Statement{database_, sql_of(kind).restore, id, snapshot}.run();
  if (kind == Kind::lifter) {
    Statement{database_, "DELETE FROM loading WHERE lifter = ?1", id}.run();
    Statement{database_,
              "INSERT INTO loading (lifter, lift, unit, bar, step) SELECT ?1, value ->> 0,"
              " value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2, '$.lifts')",
              id, snapshot}
        .run();
  }
  if (kind == Kind::session) {
    Statement{database_, "DELETE FROM session_set WHERE session = ?1", id}.run();
    Statement{database_,
              "INSERT INTO session_set (session, position, kind, load, unit, reps, failed, rpe)"
              " SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4,"
              " value ->> 5, value ->> 6 FROM json_each(?2, '$.sets')",
              id, snapshot}
        .run();
  }
}

std::optional<ChangeSummary> ChangeLog::undo() {
  std::optional<ChangeSummary> undone;
  {
    Statement row{database_,
                  "SELECT id, name, at, undone FROM command WHERE undone = 0 AND target IS NULL"
                  " ORDER BY id DESC LIMIT 1"};
    if (!row.step()) return std::nullopt;
    undone = summary_from(database_, row);
  }
  for (const Change& change : changes_of(database_, undone->id)) {
    const Range rows{change.first, change.last};
    if (change.action == "replace") {
      restore(change.kind, change.first, change.before);
      write("replace", sql_of(change.kind).word, rows, change.after, change.before);
    } else {
      Statement{database_, sql_of(change.kind).mark, rows.first, rows.last}.run();
      write("remove", sql_of(change.kind).word, rows);
    }
  }
  Statement{database_, "UPDATE command SET undone = 1 WHERE id = ?1", undone->id}.run();
  Statement{database_, "UPDATE command SET target = ?2 WHERE id = ?1", command(), undone->id}.run();
  undone->undone = true;
  return undone;
}

void ChangeLog::finish() {
  write_ranges();
  for (std::size_t place = 0; place < kind_count; ++place) {
    if (!last_id_.at(place)) continue;
    Statement{database_, "UPDATE counter SET last = ?2 WHERE kind = ?1", kinds.at(place).word,
              last_id_.at(place)}
        .run();
  }
}

std::vector<ChangeSummary> read_changes(Connection& database, int limit) {
  std::vector<ChangeSummary> changes;
  Statement rows{database, "SELECT id, name, at, undone FROM command ORDER BY id DESC LIMIT ?1",
                 limit};
  while (rows.step()) changes.push_back(summary_from(database, rows));
  return changes;
}

}  // namespace hinge::store
