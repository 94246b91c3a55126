#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/date.hpp"
#include "store/kinds.hpp"
#include "store/sqlite.hpp"

/// How many records of each kind a lifter has in every month, kept beside the records themselves.
/// A checksum tells that a row is as it was written; a tally, that no row is missing: one that an
/// index no longer finds, or that went with a damaged page, would leave no trace otherwise.
namespace hinge::store {

/// So many rows, and the sum of their ids: two sets of rows that differ in one row differ in it.
struct Tally {
  std::int64_t records = 0;
  std::int64_t ids = 0;

  void add(std::int64_t id) {
    ++records;
    ids += id;
  }
  bool operator==(const Tally&) const = default;
};

/// The first day of the month of `since`, as ISO has it: rows are counted by the month, so a month
/// is read as a whole.
[[nodiscard]] std::string month_of(Date since);

/// Where a row is counted.
struct TallyPlace {
  Kind kind = Kind::session;
  std::int64_t lifter = 0;  ///< the key of the lifter whose it is; 0 of a lifter's own row
  std::string month;        ///< "2026-11"; empty of a kind that has no days
  bool operator==(const TallyPlace&) const = default;
};
/// The month that a record of that day is counted in.
[[nodiscard]] std::string month_counting(Date day);
/// Counts rows in that were added.
void tally_added(Connection& database, const TallyPlace& place, const Tally& more);
/// Counts a row out that is about to be erased.
void tally_erased(Connection& database, Kind kind, std::int64_t id);
/// Counts a row where `after` has it instead of where `before` had it (snapshots of it).
void tally_replaced(Connection& database, Kind kind, std::int64_t id, std::string_view before,
                    std::string_view after);
/// What a log of format 2 or before lacks.
void tally_all(Connection& database);

/// Throws Failure unless `read` is all of the lifter's rows of a kind, those taken back too: from
/// `first` on, the first day of a month (`month_of`), or all where it is empty. Requires the
/// transaction that they were read in.
void require_all(Connection& database, Kind kind, std::int64_t lifter, std::string_view first,
                 const Tally& read);

/// Every tally that is not that of the rows in the tables, in words.
[[nodiscard]] std::vector<std::string> wrong_tallies(Connection& database);

}  // namespace hinge::store
