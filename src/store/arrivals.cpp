#include "store/arrivals.hpp"

#include <string>
#include <vector>

#include "store/entries.hpp"

namespace hinge::store {
namespace {

/// A key with whose it is, outliving the row it was read from.
struct Key {
  std::int64_t lifter = 0;
  std::string key;
  std::int64_t digest = 0;
};

std::vector<Key> keys_of(Connection& database, const NamedRow& row) {
  std::vector<Key> keys;
  Statement rows{database,
                 "SELECT lifter, key, command, kind, record, digest, checksum FROM arrival"
                 " WHERE kind = ?1 AND record = ?2 ORDER BY command",
                 sql_of(row.kind).word, row.id};
  while (rows.step()) {
    const ArrivalRow arrival = arrival_from(database, rows);
    keys.push_back({arrival.lifter, std::string{arrival.key}, arrival.digest});
  }
  return keys;
}

}  // namespace

std::optional<Arrived> known_arrival(Connection& database, std::int64_t lifter,
                                     std::string_view key, std::int64_t digest) {
  Statement row{database,
                "SELECT lifter, key, arrival.command, kind, record, digest,"
                " arrival.checksum FROM arrival JOIN command ON id = command"
                " WHERE lifter = ?1 AND key = ?2 AND undone = 0"
                " ORDER BY arrival.command DESC LIMIT 1",
                lifter, key};
  if (!row.step()) return std::nullopt;
  const ArrivalRow known = arrival_from(database, row);
  return Arrived{known.digest == digest ? Arrival::same : Arrival::changed, known.record};
}

void note_arrival(Connection& database, ChangeLog& log, std::int64_t lifter, std::string_view key,
                  Kind kind, std::int64_t record, std::int64_t digest) {
  const ArrivalRow arrival{lifter, key, log.command(), sql_of(kind).word, record, digest};
  Statement{database,
            "INSERT INTO arrival (lifter, key, command, kind, record, digest, checksum)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
            " ON CONFLICT (lifter, key, command) DO UPDATE SET kind = ?4, record = ?5,"
            " digest = ?6, checksum = ?7",
            arrival.lifter,
            arrival.key,
            arrival.command,
            arrival.kind,
            arrival.record,
            arrival.digest,
            checksum_of(arrival)}
      .run();
}

std::optional<std::int64_t> claim_keys_again(Connection& database, ChangeLog& log,
                                             const NamedRow& row) {
  for (const Key& key : keys_of(database, row)) {
    const auto known = known_arrival(database, key.lifter, key.key, key.digest);
    if (known && known->id != row.id) return known->id;
    if (!known) note_arrival(database, log, key.lifter, key.key, row.kind, row.id, key.digest);
  }
  return std::nullopt;
}

}  // namespace hinge::store
