#include "store/purge.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "store/checksum.hpp"
#include "store/entries.hpp"
#include "store/find.hpp"
#include "store/rows.hpp"
#include "store/tally.hpp"

namespace hinge::store {

namespace {

/// Which rows go. In memory (temp_store), and the connection's own.
constexpr Sql make_list = R"sql(
CREATE TABLE IF NOT EXISTS temp.doomed (
  kind TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
DELETE FROM temp.doomed;
)sql";

void doom(Connection& database, Kind kind, std::int64_t id) {
  Statement{database, "INSERT INTO temp.doomed (kind, id) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            sql_of(kind).word, id}
      .run();
}

void doom_named(Connection& database, const std::string& name) {
  const auto row = row_named(name);
  if (!row || !snapshot_of(database, row->kind, row->id)) {
    throw Error{ErrorKind::not_found, "there is no record " + name + "; nothing was erased",
                "see: hinge undo --list"};
  }
  doom(database, row->kind, row->id);
}

/// What was taken back, of one lifter or (without) of all. Choices of a policy stay as long as
/// their lifter: no version comes twice.
void doom_removed(Connection& database, std::optional<std::int64_t> lifter) {
  Statement{database,
            "INSERT INTO temp.doomed (kind, id)"
            " SELECT 'session', id FROM session WHERE removed = 1 AND lifter = ifnull(?1, lifter)"
            " UNION ALL SELECT 'checkin', id FROM checkin"
            " WHERE removed = 1 AND lifter = ifnull(?1, lifter)"
            " UNION ALL SELECT 'screen', id FROM screen"
            " WHERE removed = 1 AND lifter = ifnull(?1, lifter)"
            " UNION ALL SELECT 'lifter', key FROM lifter"
            " WHERE removed = 1 AND key = ifnull(?1, key)"
            " ON CONFLICT DO NOTHING",
            lifter}
      .run();
}

/// All that doomed lifters have goes with them.
void doom_what_is_theirs(Connection& database) {
  Statement{database,
            "INSERT INTO temp.doomed (kind, id)"
            " SELECT 'session', id FROM session"
            " WHERE lifter IN (SELECT id FROM temp.doomed WHERE kind = 'lifter')"
            " UNION ALL SELECT 'checkin', id FROM checkin"
            " WHERE lifter IN (SELECT id FROM temp.doomed WHERE kind = 'lifter')"
            " UNION ALL SELECT 'screen', id FROM screen"
            " WHERE lifter IN (SELECT id FROM temp.doomed WHERE kind = 'lifter')"
            " UNION ALL SELECT 'policy', id FROM policy_version"
            " WHERE lifter IN (SELECT id FROM temp.doomed WHERE kind = 'lifter')"
            " ON CONFLICT DO NOTHING"}
      .run();
}

std::int64_t count_doomed(Connection& database) {
  Statement row{database, "SELECT count(*) FROM temp.doomed"};
  row.step();
  return row.integer(0);
}

/// Every record that was something else before: of all, or of those that are or once were this
/// lifter's.
void list_corrected(Connection& database, std::optional<std::int64_t> lifter) {
  Statement{database,
            "INSERT INTO temp.doomed (kind, id)"
            " SELECT kind, first FROM change WHERE action = 'replace' AND (?1 IS NULL"
            " OR (kind = 'lifter' AND first = ?1)"
            " OR (kind <> 'lifter' AND ?1 IN (before ->> 'lifter', after ->> 'lifter')))"
            " ON CONFLICT DO NOTHING",
            lifter}
      .run();
}

/// Only what was something else before stays listed, and what was corrected by the same commands
/// comes along: half a command can't be undone.
void list_all_of_their_commands(Connection& database) {
  Statement{database,
            "DELETE FROM temp.doomed WHERE (kind, id) NOT IN"
            " (SELECT kind, first FROM change WHERE action = 'replace')"}
      .run();
  constexpr Sql corrected_with_them =
      "INSERT INTO temp.doomed (kind, id)"
      " SELECT kind, first FROM change WHERE action = 'replace' AND command IN"
      " (SELECT command FROM change WHERE action = 'replace' AND (kind, first) IN temp.doomed)"
      " ON CONFLICT DO NOTHING";
  for (std::int64_t before = -1; before < count_doomed(database);) {
    before = count_doomed(database);
    Statement{database, corrected_with_them}.run();
  }
}

void refuse_anothers(Connection& database, std::int64_t lifter, const std::string& whose) {
  Statement row{database,
                "SELECT 1 FROM temp.doomed WHERE (kind = 'session' AND id IN"
                " (SELECT id FROM session WHERE lifter <> ?1)) OR (kind = 'checkin' AND id IN"
                " (SELECT id FROM checkin WHERE lifter <> ?1)) OR (kind = 'screen' AND id IN"
                " (SELECT id FROM screen WHERE lifter <> ?1))",
                lifter};
  if (!row.step()) return;
  throw Error{ErrorKind::not_found, "not all of that is " + whose + "'s; nothing was erased",
              "see whose it is: hinge undo --list"};
}

std::int64_t count_doomed(Connection& database, Kind kind) {
  Statement row{database, "SELECT count(*) FROM temp.doomed WHERE kind = ?1", sql_of(kind).word};
  row.step();
  return row.integer(0);
}

/// Check-ins that stay no longer name a session that goes.
void let_go_of_sessions(Connection& database) {
  Statement rows{database,
                 "SELECT id FROM checkin"
                 " WHERE session IN (SELECT id FROM temp.doomed WHERE kind = 'session')"
                 " AND id NOT IN (SELECT id FROM temp.doomed WHERE kind = 'checkin')"};
  while (rows.step()) {
    const std::int64_t id = rows.integer(0);
    Stored<CheckIn> stored =
        checkin_in(database, id, snapshot_of(database, Kind::checkin, id).value());
    stored.what.session.reset();
    const std::int64_t checksum = checksum_of(stored.what, stored.lifter);
    Statement{database, "UPDATE checkin SET session = NULL, checksum = ?2 WHERE id = ?1", id,
              with_mark(checksum, stored.removed)}
        .run();
  }
}

void count_doomed_out(Connection& database) {
  Statement rows{database, "SELECT kind, id FROM temp.doomed"};
  while (rows.step()) {
    tally_erased(database, require_kind(database, rows.text(0)), rows.integer(1));
  }
}

// A record that stays, and was once a doomed lifter's or about a doomed session, loses all its
// earlier versions: one that is left out of a row of changes would make undo skip a step.
constexpr Sql forget_their_versions = R"sql(
DELETE FROM change WHERE action = 'replace' AND (kind, first) IN temp.doomed;
)sql";
constexpr Sql forget_versions_with_them = R"sql(
DELETE FROM change WHERE action = 'replace' AND (kind, first) IN (
  SELECT kind, first FROM change WHERE action = 'replace' AND kind <> 'lifter' AND (
    before ->> 'lifter' IN (SELECT id FROM temp.doomed WHERE kind = 'lifter') OR
    after ->> 'lifter' IN (SELECT id FROM temp.doomed WHERE kind = 'lifter')));
DELETE FROM change WHERE action = 'replace' AND kind = 'checkin' AND first IN (
  SELECT first FROM change WHERE action = 'replace' AND kind = 'checkin' AND (
    before ->> 'session' IN (SELECT id FROM temp.doomed WHERE kind = 'session') OR
    after ->> 'session' IN (SELECT id FROM temp.doomed WHERE kind = 'session')));
)sql";

constexpr Sql erase_doomed = R"sql(
DELETE FROM arrival WHERE (kind, record) IN temp.doomed
  OR lifter IN (SELECT id FROM temp.doomed WHERE kind = 'lifter');
DELETE FROM checkin WHERE id IN (SELECT id FROM temp.doomed WHERE kind = 'checkin');
DELETE FROM screen WHERE id IN (SELECT id FROM temp.doomed WHERE kind = 'screen');
DELETE FROM session_set WHERE session IN (SELECT id FROM temp.doomed WHERE kind = 'session');
DELETE FROM session WHERE id IN (SELECT id FROM temp.doomed WHERE kind = 'session');
DELETE FROM policy_version WHERE id IN (SELECT id FROM temp.doomed WHERE kind = 'policy');
DELETE FROM loading WHERE lifter IN (SELECT id FROM temp.doomed WHERE kind = 'lifter');
DELETE FROM lifter WHERE key IN (SELECT id FROM temp.doomed WHERE kind = 'lifter');
)sql";

// An added or removed range goes when its last row does, a command when its last change does. An
// undo has a change for each of the command it took back, so both go together.
constexpr Sql forget_empty_commands = R"sql(
DELETE FROM change WHERE action <> 'replace' AND CASE kind
  WHEN 'session' THEN NOT EXISTS (SELECT 1 FROM session WHERE id BETWEEN first AND last)
  WHEN 'checkin' THEN NOT EXISTS (SELECT 1 FROM checkin WHERE id BETWEEN first AND last)
  WHEN 'screen' THEN NOT EXISTS (SELECT 1 FROM screen WHERE id BETWEEN first AND last)
  WHEN 'policy' THEN NOT EXISTS (SELECT 1 FROM policy_version WHERE id BETWEEN first AND last)
  ELSE NOT EXISTS (SELECT 1 FROM lifter WHERE key BETWEEN first AND last) END;
DELETE FROM command WHERE NOT EXISTS (SELECT 1 FROM change WHERE change.command = command.id)
  AND NOT EXISTS (SELECT 1 FROM arrival WHERE arrival.command = command.id);
)sql";

/// The key of a lifter, also of one who was taken back.
std::int64_t key_of(Connection& database, const std::string& lifter) {
  Statement row{database, "SELECT key FROM lifter WHERE id = ?1", lifter};
  if (row.step()) return row.integer(0);
  throw Error{ErrorKind::not_found, "there is no lifter called " + lifter,
              "see who there is: hinge lifter list"};
}

/// What was damaged before stays so: a new checksum would hide it.
void seal_all_but(Connection& database, const std::vector<std::int64_t>& damaged) {
  Statement commands{database, "SELECT id FROM command"};
  while (commands.step()) {
    const std::int64_t command = commands.integer(0);
    if (!std::binary_search(damaged.begin(), damaged.end(), command)) {
      seal_entry(database, command);
    }
  }
}

Purged counted(Connection& database) {
  return {count_doomed(database, Kind::lifter), count_doomed(database, Kind::session),
          count_doomed(database, Kind::checkin), count_doomed(database, Kind::screen)};
}

/// Erases what is listed, and all that is known of it.
void erase_listed(Connection& database) {
  let_go_of_sessions(database);
  count_doomed_out(database);
  database.run(forget_their_versions);
  database.run(forget_versions_with_them);
  database.run(erase_doomed);
}

}  // namespace

Purged erase_rows(Connection& database, const PurgeOrder& order) {
  database.run(make_list);
  const auto lifter = order.only_of.empty() ? std::optional<std::int64_t>{}
                                            : std::optional{key_of(database, order.only_of)};
  for (const std::string& name : order.names) doom_named(database, name);
  if (lifter) refuse_anothers(database, *lifter, order.only_of);
  if (order.removed) doom_removed(database, lifter);
  if (!order.whole_lifter.empty()) {
    doom(database, Kind::lifter, key_of(database, order.whole_lifter));
  }
  if (order.earlier) {
    if (order.names.empty()) list_corrected(database, lifter);
    list_all_of_their_commands(database);
  } else {
    doom_what_is_theirs(database);
  }
  const Purged purged = counted(database);
  const std::vector<std::int64_t> damaged = damaged_entries(database);
  if (order.earlier) {
    database.run(forget_their_versions);
  } else {
    erase_listed(database);
  }
  database.run(forget_empty_commands);
  seal_all_but(database, damaged);
  return purged;
}

void rewrite_file(Connection& database) {
  try {
    database.run("PRAGMA secure_delete = ON");
    database.run("VACUUM");
  } catch (const Error& error) {
    std::string why = error.what();
    constexpr std::string_view nothing = "; nothing was stored";  // true of the file, not of them
    if (why.ends_with(nothing)) why.resize(why.size() - nothing.size());
    throw Error{
        error.kind(),
        why +
            "; the records are erased, but the file could not be written anew, and bytes of "
            "them may still be in it",
        "once there is room: hinge purge --removed"};
  }
}

}  // namespace hinge::store
