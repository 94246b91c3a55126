// L2 LOG LIFTER DAY: one session of three sets in one durable transaction, with the rows that let
// it be taken back.
#include "limit.hpp"

namespace {

std::int64_t next_id(sqlite3* log, const char* kind) {
  limit::Statement counter(log,
                           "UPDATE counter SET last = last + 1 WHERE kind = ?1 RETURNING last");
  counter.bind(1, std::string_view(kind));
  if (!counter.step()) limit::stop("no counter");
  const std::int64_t id = counter.integer(0);
  counter.step();
  return id;
}

constexpr std::int64_t load = 140'000'000'000'000;
constexpr int set_count = 3;

std::int64_t checksum(std::int64_t id, std::int64_t lifter, std::int64_t day) {
  limit::Checksum sum;
  sum.add("deadlift").add(day).add(1).add(18 * 60).add(1).add(60).add(0).add(0).add("");
  sum.add(set_count);
  for (int set = 0; set < set_count; ++set) {
    sum.add("work").add(load).add("kg").add(5).add(0).add(0);
  }
  return sum.add(id).add(lifter).value();
}

void add_sets(sqlite3* log, std::int64_t session) {
  limit::Statement row(log,
                       "INSERT INTO session_set (session, position, kind, load, unit, reps, failed)"
                       " VALUES (?1, ?2, 'work', ?3, 'kg', 5, 0)");
  for (int position = 1; position <= set_count; ++position) {
    row.bind(1, session).bind(2, std::int64_t{position}).bind(3, load).run();
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) limit::stop("usage: l2_log LOG LIFTER DAY");
  sqlite3* const log = limit::open(argv[1], SQLITE_OPEN_READWRITE);
  limit::run(log,
             "PRAGMA foreign_keys = ON; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
             "BEGIN IMMEDIATE");
  limit::Statement lifter(log, "SELECT key, julianday(?2) - 2440587.5 FROM lifter WHERE id = ?1");
  lifter.bind(1, std::string_view(argv[2])).bind(2, std::string_view(argv[3]));
  if (!lifter.step()) limit::stop("no such lifter");
  const std::int64_t key = lifter.integer(0);
  const std::int64_t id = next_id(log, "session");
  limit::Statement session(
      log,
      "INSERT INTO session (id, lifter, lift, day, time, utc_offset, imported, light, note,"
      " checksum) VALUES (?1, ?2, 'deadlift', ?3, 1080, 60, 0, 0, '', ?4)");
  session.bind(1, id).bind(2, key).bind(3, std::string_view(argv[3]));
  session.bind(4, checksum(id, key, lifter.integer(1))).run();
  lifter.reset();
  add_sets(log, id);
  const std::int64_t command = next_id(log, "command");
  limit::Statement row(log,
                       "INSERT INTO command (id, name, at, checksum)"
                       " VALUES (?1, 'log', '2026-11-21T18:00:00+01:00', ?2)");
  limit::Checksum entry;
  entry.add(command).add("log").add("2026-11-21T18:00:00+01:00").add(0);
  entry.add(1).add("add").add("session").add(id).add(id).add(0).add(0);
  row.bind(1, command).bind(2, entry.value()).run();
  limit::Statement change(log,
                          "INSERT INTO change (command, position, action, kind, first, last)"
                          " VALUES (?1, 1, 'add', 'session', ?2, ?2)");
  change.bind(1, command).bind(2, id).run();
  limit::Statement tally(log,
                         "INSERT INTO tally (lifter, kind, month, records, ids)"
                         " VALUES (?1, 'session', substr(?2, 1, 7), 1, ?3)"
                         " ON CONFLICT DO UPDATE SET records = records + 1, ids = ids + ?3");
  tally.bind(1, key).bind(2, std::string_view(argv[3])).bind(3, id).run();
  limit::run(log, "COMMIT");
  return 0;
}
