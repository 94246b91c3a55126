#include "store/tally.hpp"

#include <fmt/core.h>

#include <limits>
#include <map>

namespace hinge::store {

namespace {

constexpr std::int64_t lowest = 1;
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

std::string_view plural_of(Kind kind) {
  switch (kind) {
    case Kind::lifter:
      return "lifters";
    case Kind::session:
      return "sessions";
    case Kind::checkin:
      return "check-ins";
    case Kind::screen:
      return "screens";
    case Kind::policy:
      break;
  }
  return "choices of a policy";
}

/// A month without rows goes: who was erased left no month either.
void note(Connection& database, const TallyPlace& place, const Tally& more) {
  const std::string_view kind = sql_of(place.kind).word;
  Statement{database,
            "INSERT INTO tally (lifter, kind, month, records, ids) VALUES (?1, ?2, ?3, ?4, ?5)"
            " ON CONFLICT (lifter, kind, month) DO UPDATE SET records = records + ?4,"
            " ids = ids + ?5",
            place.lifter,
            kind,
            place.month,
            more.records,
            more.ids}
      .run();
  if (more.records > 0) return;
  Statement{database,
            "DELETE FROM tally WHERE lifter = ?1 AND kind = ?2 AND month = ?3 AND records = 0"
            " AND ids = 0",
            place.lifter, kind, place.month}
      .run();
}

void note_rows(Connection& database, Kind kind, std::int64_t first, std::int64_t last,
               std::int64_t sign) {
  Statement months{database, sql_of(kind).months, first, last};
  while (months.step()) {
    note(database, {kind, months.integer(0), std::string{months.text(1)}},
         {sign * months.integer(2), sign * months.integer(3)});
  }
}

TallyPlace place_in(Connection& database, Kind kind, std::string_view snapshot) {
  Statement row{database,
                "SELECT ifnull(?1 ->> 'lifter', 0), ifnull(substr(?1 ->> 'day', 1, 7), '')",
                snapshot};
  row.step();
  return {kind, row.integer(0), std::string{row.text(1)}};
}

[[noreturn]] void refuse(Connection& database, Kind kind, std::int64_t lifter) {
  Statement row{database, "SELECT id FROM lifter WHERE key = ?1", lifter};
  const std::string whose = row.step() ? fmt::format(" of {}", row.text(0)) : std::string{};
  throw Failure{Failure::Cause::other, ErrorKind::database,
                fmt::format("{}: not all {}{} are found: the file is damaged there",
                            database.path(), plural_of(kind), whose),
                "keep a copy of the file as it is, and restore a backup"};
}

}  // namespace

std::string month_of(Date since) { return month_counting(since) + "-01"; }

std::string month_counting(Date day) { return iso_date(day).substr(0, 7); }

void tally_added(Connection& database, const TallyPlace& place, const Tally& more) {
  note(database, place, more);
}

void tally_erased(Connection& database, Kind kind, std::int64_t id) {
  note_rows(database, kind, id, id, -1);
}

void tally_replaced(Connection& database, Kind kind, std::int64_t id, std::string_view before,
                    std::string_view after) {
  const TallyPlace was = place_in(database, kind, before);
  const TallyPlace is = place_in(database, kind, after);
  if (was == is) return;
  note(database, was, {-1, -id});
  note(database, is, {1, id});
}

void tally_all(Connection& database) {
  for (const Kind kind : all_kinds) note_rows(database, kind, lowest, highest, 1);
}

void require_all(Connection& database, Kind kind, std::int64_t lifter, std::string_view first,
                 const Tally& read) {
  Statement row{database,
                "SELECT ifnull(sum(records), 0), ifnull(sum(ids), 0) FROM tally"
                " WHERE lifter = ?1 AND kind = ?2 AND month >= ?3",
                lifter, sql_of(kind).word, first.substr(0, 7)};
  row.step();
  if (read != Tally{row.integer(0), row.integer(1)}) refuse(database, kind, lifter);
}

std::vector<std::string> wrong_tallies(Connection& database) {
  std::vector<std::string> wrong;
  for (const Kind kind : all_kinds) {
    std::map<std::pair<std::int64_t, std::string>, std::pair<Tally, Tally>> kept_and_found;
    Statement kept{database, "SELECT lifter, month, records, ids FROM tally WHERE kind = ?1",
                   sql_of(kind).word};
    while (kept.step()) {
      kept_and_found[{kept.integer(0), std::string{kept.text(1)}}].first = {kept.integer(2),
                                                                            kept.integer(3)};
    }
    Statement found{database, sql_of(kind).months, lowest, highest};
    while (found.step()) {
      kept_and_found[{found.integer(0), std::string{found.text(1)}}].second = {found.integer(2),
                                                                               found.integer(3)};
    }
    for (const auto& [place, counts] : kept_and_found) {
      const auto& [tally, rows] = counts;
      if (tally == rows) continue;
      const std::string_view month = place.second;
      wrong.push_back(fmt::format("{}: {} found{}{}, {} were counted", plural_of(kind),
                                  rows.records, month.empty() ? "" : " in ", month, tally.records));
    }
  }
  return wrong;
}

}  // namespace hinge::store
