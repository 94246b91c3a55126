#include "store/kinds.hpp"

#include <array>

#include "store/rows.hpp"

namespace hinge::store {

namespace {

constexpr std::array<KindSql, kind_count> kinds = {{
    {"lifter",
     "UPDATE lifter SET removed = 1, checksum = ~checksum"
     " WHERE key BETWEEN ?1 AND ?2 AND removed = 0",
     "UPDATE lifter SET removed = 0, checksum = ~checksum"
     " WHERE key BETWEEN ?1 AND ?2 AND removed = 1",
     "SELECT id FROM lifter WHERE key BETWEEN ?1 AND ?2",
     "SELECT 0, '', count(*), sum(key) FROM lifter NOT INDEXED WHERE key BETWEEN ?1 AND ?2"
     " GROUP BY 1, 2",
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
     "UPDATE session SET removed = 0, checksum = ~checksum"
     " WHERE id BETWEEN ?1 AND ?2 AND removed = 1",
     "SELECT DISTINCT lifter.id FROM session JOIN lifter ON key = lifter"
     " WHERE session.id BETWEEN ?1 AND ?2",
     "SELECT lifter, substr(day, 1, 7), count(*), sum(id) FROM session NOT INDEXED"
     " WHERE id BETWEEN ?1 AND ?2 GROUP BY 1, 2",
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
     "UPDATE checkin SET removed = 0, checksum = ~checksum"
     " WHERE id BETWEEN ?1 AND ?2 AND removed = 1",
     "SELECT DISTINCT lifter.id FROM checkin JOIN lifter ON key = lifter"
     " WHERE checkin.id BETWEEN ?1 AND ?2",
     "SELECT lifter, substr(day, 1, 7), count(*), sum(id) FROM checkin NOT INDEXED"
     " WHERE id BETWEEN ?1 AND ?2 GROUP BY 1, 2",
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
     "UPDATE screen SET removed = 0, checksum = ~checksum"
     " WHERE id BETWEEN ?1 AND ?2 AND removed = 1",
     "SELECT DISTINCT lifter.id FROM screen JOIN lifter ON key = lifter"
     " WHERE screen.id BETWEEN ?1 AND ?2",
     "SELECT lifter, substr(day, 1, 7), count(*), sum(id) FROM screen NOT INDEXED"
     " WHERE id BETWEEN ?1 AND ?2 GROUP BY 1, 2",
     "SELECT json_object('lifter', lifter, 'day', day, 'time', time, 'yes', yes, 'cleared_by',"
     " cleared_by, 'removed', removed, 'checksum', checksum) FROM screen WHERE id = ?1",
     "UPDATE screen SET lifter = ?2 ->> 'lifter', day = ?2 ->> 'day', time = ?2 ->> 'time',"
     " yes = ?2 ->> 'yes', cleared_by = ?2 ->> 'cleared_by', removed = ?2 ->> 'removed',"
     " checksum = ?2 ->> 'checksum' WHERE id = ?1"},
    {"policy",
     "UPDATE policy_version SET removed = 1, checksum = ~checksum"
     " WHERE id BETWEEN ?1 AND ?2 AND removed = 0",
     "UPDATE policy_version SET removed = 0, checksum = ~checksum"
     " WHERE id BETWEEN ?1 AND ?2 AND removed = 1",
     "SELECT DISTINCT lifter.id FROM policy_version JOIN lifter ON key = lifter"
     " WHERE policy_version.id BETWEEN ?1 AND ?2",
     "SELECT lifter, '', count(*), sum(id) FROM policy_version NOT INDEXED"
     " WHERE id BETWEEN ?1 AND ?2 GROUP BY 1, 2",
     "SELECT json_object('lifter', lifter, 'lift', lift, 'version', version, 'policy', policy,"
     " 'removed', removed, 'checksum', checksum) FROM policy_version WHERE id = ?1",
     "UPDATE policy_version SET lifter = ?2 ->> 'lifter', lift = ?2 ->> 'lift',"
     " version = ?2 ->> 'version', policy = ?2 ->> 'policy', removed = ?2 ->> 'removed',"
     " checksum = ?2 ->> 'checksum' WHERE id = ?1"},
}};

/// The id of a lifter, also of one who was taken back.
std::string lifter_id(Connection& database, std::int64_t key) {
  Statement row{database, "SELECT id FROM lifter WHERE key = ?1", key};
  return row.step() ? std::string{row.text(0)} : std::string{};
}

template <class What>
Version owned(Connection& database, Stored<What> stored) {
  return {lifter_id(database, stored.lifter), std::move(stored.what)};
}

}  // namespace

const KindSql& sql_of(Kind kind) { return kinds.at(static_cast<std::size_t>(kind)); }

std::optional<Kind> parse_kind(std::string_view word) {
  for (std::size_t place = 0; place < kinds.size(); ++place) {
    if (kinds.at(place).word == word) return static_cast<Kind>(place);
  }
  return std::nullopt;
}

Kind require_kind(const Connection& database, std::string_view word) {
  if (const auto kind = parse_kind(word)) return *kind;
  throw Error{ErrorKind::database, database.path() + ": the record of changes is damaged"};
}

std::optional<std::string> snapshot_of(Connection& database, Kind kind, std::int64_t id) {
  Statement row{database, sql_of(kind).snapshot, id};
  return row.step() ? std::optional{std::string{row.text(0)}} : std::nullopt;
}

void restore_row(Connection& database, Kind kind, std::int64_t id, std::string_view snapshot) {
  Statement{database, sql_of(kind).restore, id, snapshot}.run();
  if (kind == Kind::lifter) {
    Statement{database, "DELETE FROM loading WHERE lifter = ?1", id}.run();
    Statement{database,
              "INSERT INTO loading (lifter, lift, unit, bar, step) SELECT ?1, value ->> 0,"
              " value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2, '$.lifts')",
              id, snapshot}
        .run();
  }
  if (kind == Kind::session) {
    Statement{database, "DELETE FROM session_set WHERE session = ?1", id}.run();
    Statement{database,
              "INSERT INTO session_set (session, position, kind, load, unit, reps, failed, rpe)"
              " SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4,"
              " value ->> 5, value ->> 6 FROM json_each(?2, '$.sets')",
              id, snapshot}
        .run();
  }
}

Version version_in(Connection& database, Kind kind, std::int64_t id, std::string_view snapshot) {
  switch (kind) {
    case Kind::lifter: {
      StoredLifter stored = lifter_in(database, id, snapshot);
      return {stored.lifter.id, std::move(stored.lifter)};
    }
    case Kind::session:
      return owned(database, session_in(database, id, snapshot));
    case Kind::checkin:
      return owned(database, checkin_in(database, id, snapshot));
    case Kind::screen:
      return owned(database, screen_in(database, id, snapshot));
    case Kind::policy:
      break;
  }
  return owned(database, policy_in(database, id, snapshot));
}

}  // namespace hinge::store
