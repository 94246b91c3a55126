#include <memory>
#include <string>

#include "store/entries.hpp"
#include "store/kinds.hpp"
#include "store/read.hpp"
#include "store/rows.hpp"
#include "store/tally.hpp"

namespace hinge::store {

namespace {

/// A statement on its way through its rows, and the record that stands in the present one.
template <class What>
struct Following {
  Statement rows;
  What present{};
  bool ended = false;  ///< one step more would begin anew

  template <class... Values>
  Following(Connection& database, Sql sql, const Values&... values)
      : rows(database, sql, values...) {}

  /// `read` says whether a row counts, after it has put it into `present`.
  template <class Read>
  const What* next(Read read) {
    while (!ended && rows.step()) {
      if (read(*this)) return &present;
    }
    ended = true;
    return nullptr;
  }
};

/// The end is only told where nothing is missing.
template <class What>
Store::Next<What> follow(Connection& database, Kind kind, Sql sql, std::int64_t lifter, Date since,
                         Stored<What> (*from)(Connection&, const Statement&)) {
  struct Records : Following<What> {
    using Following<What>::Following;
    Tally read;
  };
  const std::string first = month_of(since);
  const auto records = std::make_shared<Records>(database, sql, lifter, first);
  return [&database, kind, lifter, since, first, records, from]() -> const What* {
    if (records->ended) return nullptr;
    const What* const next = records->next([&](Following<What>& row) {
      Stored<What> stored = from(database, row.rows);
      records->read.add(stored.what.id);
      row.present = std::move(stored.what);
      return !stored.removed && row.present.when.date >= since;
    });
    if (next == nullptr) require_all(database, kind, lifter, first, records->read);
    return next;
  };
}

// A key that came again with other content stands for what it brought last.
constexpr Sql standing_keys =
    "SELECT lifter, key, this.command, kind, record, digest, this.checksum"
    " FROM arrival AS this JOIN command ON id = this.command"
    " WHERE lifter = ?1 AND undone = 0 AND key NOT GLOB 'hinge:*'"
    " AND NOT EXISTS (SELECT 1 FROM arrival AS later JOIN command ON id = later.command"
    " WHERE later.lifter = ?1 AND later.key = this.key AND later.command > this.command"
    " AND undone = 0)"
    " AND CASE kind"
    " WHEN 'session' THEN EXISTS (SELECT 1 FROM session WHERE id = record AND removed = 0)"
    " WHEN 'checkin' THEN EXISTS (SELECT 1 FROM checkin WHERE id = record AND removed = 0)"
    " ELSE EXISTS (SELECT 1 FROM screen WHERE id = record AND removed = 0) END"
    " ORDER BY key";

std::string record_name(std::string_view kind, std::int64_t id) {
  return (kind == "session" ? "s" : kind == "checkin" ? "f" : "r") + std::to_string(id);
}

}  // namespace

Store::Next<Session> follow_sessions(Connection& database, std::int64_t lifter, Date since) {
  return follow<Session>(database, Kind::session, sessions_from, lifter, since, session_from);
}

Store::Next<CheckIn> follow_checkins(Connection& database, std::int64_t lifter, Date since) {
  return follow<CheckIn>(database, Kind::checkin, checkins_from, lifter, since, checkin_from);
}

Store::Next<KnownKey> follow_keys(Connection& database, std::int64_t lifter) {
  const auto following = std::make_shared<Following<KnownKey>>(database, standing_keys, lifter);
  return [&database, following] {
    return following->next([&database](Following<KnownKey>& row) {
      const ArrivalRow arrival = arrival_from(database, row.rows);
      row.present = {std::string{arrival.key}, record_name(arrival.kind, arrival.record),
                     arrival.digest};
      return true;
    });
  };
}

}  // namespace hinge::store
