#include "store/examine.hpp"

#include <string>

#include "store/entries.hpp"
#include "store/file.hpp"
#include "store/rows.hpp"
#include "store/schema.hpp"
#include "store/tally.hpp"

namespace hinge {

namespace store {

namespace {

/// Counts what is looked at, and says so once in a while.
class Ticker {
 public:
  explicit Ticker(const Progress& progress) : progress_(progress) {}
  void tick() {
    constexpr std::size_t every = 4096;
    if (++records_ % every == 0 && progress_) progress_(records_);
  }

 private:
  const Progress& progress_;
  std::size_t records_ = 0;
};

/// Of an error's sentence, what it says about the file, without its path.
std::string reason_of(const Connection& database, const Error& error) {
  std::string what = error.what();
  if (what.rfind(database.path(), 0) == 0) what.erase(0, database.path().size());
  return what.substr(std::min(what.find_first_not_of(": "), what.size()));
}

/// Runs a check of which SQLite itself may say that it can't be run to its end.
template <class Check>
void guarded(Connection& database, std::vector<Damage>& damage, const Check& check) {
  try {
    check();
  } catch (const Failure& failure) {
    if (failure.cause() != Failure::Cause::damaged) throw;
    damage.push_back({{}, reason_of(database, failure)});
  }
}

void check_pages(Connection& database, std::vector<Damage>& damage) {
  Statement rows{database, "PRAGMA integrity_check(100)"};
  while (rows.step()) {
    if (rows.text(0) != "ok") damage.push_back({{}, std::string{rows.text(0)}});
  }
}

void check_references(Connection& database, std::vector<Damage>& damage) {
  Statement rows{database, "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check"};
  while (rows.step()) {
    damage.push_back({{},
                      "a row of " + std::string{rows.text(0)} + " points to a " +
                          std::string{rows.text(1)} + " that is not there"});
  }
}

/// An id that is given out twice would make two records one.
void check_counters(Connection& database, std::vector<Damage>& damage) {
  Statement rows{database,
                 "SELECT 'session', (SELECT max(id) FROM session)"
                 " UNION ALL SELECT 'checkin', (SELECT max(id) FROM checkin)"
                 " UNION ALL SELECT 'screen', (SELECT max(id) FROM screen)"
                 " UNION ALL SELECT 'lifter', (SELECT max(key) FROM lifter)"
                 " UNION ALL SELECT 'policy', (SELECT max(id) FROM policy_version)"
                 " UNION ALL SELECT 'command', (SELECT max(id) FROM command)"};
  while (rows.step()) {
    Statement counter{database, "SELECT last FROM counter WHERE kind = ?1", rows.text(0)};
    const bool counted = counter.step();
    if (counted && counter.integer(0) >= rows.integer(1)) continue;
    damage.push_back(
        {{}, "the last id of a " + std::string{rows.text(0)} + " is lower than one in use"});
  }
}

void check_tallies(Connection& database, std::vector<Damage>& damage) {
  for (std::string& wrong : wrong_tallies(database)) damage.push_back({{}, std::move(wrong)});
}

/// Turns every row of `rows` by `from`, and hands `keep` what stands and is well.
template <class From, class Keep>
void check_rows(Connection& database, Statement& rows, std::string_view letter,
                std::vector<Damage>& damage, Ticker& ticker, From from, Keep keep) {
  guarded(database, damage, [&] {
    while (rows.step()) {
      ticker.tick();
      try {
        const auto stored = from(database, rows);
        if (!stored.removed) keep(stored, rows);
      } catch (const Failure&) {
        damage.push_back({std::string{letter} + std::to_string(rows.integer(0)), {}});
      }
    }
  });
}

template <class What, class From>
void check_records(Connection& database, Statement& rows, int checksum_column,
                   std::string_view letter, std::vector<RecordMark>& marks, Examined& examined,
                   Ticker& ticker, From from) {
  check_rows(database, rows, letter, examined.damage, ticker, from,
             [&](const Stored<What>& stored, const Statement& row) {
               marks.push_back({stored.what.id, stored.lifter, stored.what.when.date,
                                row.integer(checksum_column)});
             });
}

void check_all_rows(Connection& database, Examined& examined, Ticker& ticker) {
  Inventory& inventory = examined.inventory;
  Statement lifters{database,
                    "SELECT key, id, name, unit, bar, step, archived, removed, checksum"
                    " FROM lifter NOT INDEXED ORDER BY key"};
  check_rows(database, lifters, "lifter ", examined.damage, ticker, lifter_from,
             [&](const StoredLifter& stored, const Statement& row) {
               inventory.lifters.push_back(
                   {stored.key, stored.lifter.id, stored.lifter.archived, row.integer(8)});
             });
  Statement sessions{
      database,
      "SELECT id, lifter, lift, day, time, utc_offset, imported, light, note, removed, checksum"
      " FROM session NOT INDEXED ORDER BY id"};
  check_records<Session>(database, sessions, 10, "s", inventory.sessions, examined, ticker,
                         session_from);
  Statement checkins{database,
                     "SELECT id, lifter, day, time, utc_offset, nature, peak, lasted, limits, now,"
                     " baseline, site, side, onset, worse_with, eases_with, twinge, unrelated,"
                     " session, note, removed, checksum FROM checkin NOT INDEXED ORDER BY id"};
  check_records<CheckIn>(database, checkins, 21, "f", inventory.checkins, examined, ticker,
                         checkin_from);
  Statement screens{database,
                    "SELECT id, lifter, day, time, yes, cleared_by, removed, checksum"
                    " FROM screen NOT INDEXED ORDER BY id"};
  check_records<Screen>(database, screens, 7, "r", inventory.screens, examined, ticker,
                        screen_from);
  Statement policies{database,
                     "SELECT id, lifter, lift, version, policy, removed, checksum"
                     " FROM policy_version NOT INDEXED ORDER BY id"};
  check_rows(
      database, policies, "policy ", examined.damage, ticker, policy_from,
      [&](const Stored<PolicyVersion>& stored, const Statement& row) {
        inventory.policies.push_back({stored.what.id, stored.lifter, Date{}, row.integer(6)});
      });
}

void check_schema(Connection& database, Examined& examined) {
  SchemaFaults faults = schema_faults(database);
  for (std::string& wrong : faults.wrong) examined.damage.push_back({{}, std::move(wrong)});
  examined.strangers = std::move(faults.strangers);
}

void check_entries(Connection& database, std::vector<Damage>& damage) {
  for (const std::int64_t command : damaged_entries(database)) {
    damage.push_back({"change " + std::to_string(command), {}});
  }
}

void check_arrivals(Connection& database, std::vector<Damage>& damage, Ticker& ticker) {
  Statement rows{database,
                 "SELECT lifter, key, command, kind, record, digest, checksum FROM arrival"};
  while (rows.step()) {
    ticker.tick();
    try {
      static_cast<void>(arrival_from(database, rows));
    } catch (const Failure&) {
      damage.push_back({{},
                        "a key that came with change " + std::to_string(rows.integer(2)) +
                            " does not match its checksum"});
    }
  }
}

}  // namespace

std::vector<Damage> damage_to_the_file(Connection& database) {
  std::vector<Damage> damage;
  guarded(database, damage, [&] { check_pages(database, damage); });
  guarded(database, damage, [&] { check_references(database, damage); });
  return damage;
}

Examined examine(Connection& database, const Progress& progress) {
  const ReadTransaction transaction{database};
  Examined examined;
  const Contents contents = contents_of(database, schema_steps());
  if (contents == Contents::nothing) {
    throw Error{ErrorKind::database, database.path() + " is an empty database, not a hinge log",
                "choose another file with --db"};
  }
  examined.format = schema_version(database);
  examined.known = static_cast<std::int64_t>(schema_steps().size());
  examined.damage = damage_to_the_file(database);
  if (contents == Contents::older) return examined;
  guarded(database, examined.damage, [&] { check_schema(database, examined); });
  Ticker ticker{progress};
  guarded(database, examined.damage, [&] { check_counters(database, examined.damage); });
  guarded(database, examined.damage, [&] { check_all_rows(database, examined, ticker); });
  guarded(database, examined.damage, [&] { check_tallies(database, examined.damage); });
  guarded(database, examined.damage, [&] { check_entries(database, examined.damage); });
  guarded(database, examined.damage, [&] { check_arrivals(database, examined.damage, ticker); });
  return examined;
}

}  // namespace store

Examined examine(const std::filesystem::path& path, std::chrono::milliseconds timeout,
                 const Progress& progress) {
  const std::string absolute = store::absolute_path(path).string();
  if (store::presence_of(absolute) != store::Presence::present) {
    throw Error{ErrorKind::database, "nothing logged yet at " + absolute,
                "start with: hinge log 140x5x3"};
  }
  store::Connection database{absolute, store::Connection::Mode::read, timeout};
  return store::examine(database, progress);
}

}  // namespace hinge
