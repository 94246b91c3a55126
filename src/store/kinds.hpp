#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hinge/store.hpp"
#include "store/sqlite.hpp"

namespace hinge::store {

/// What the record of changes can hold, each with ids of its own.
enum class Kind : std::uint8_t { lifter, session, checkin, screen, policy };
inline constexpr std::array all_kinds = {Kind::lifter, Kind::session, Kind::checkin, Kind::screen,
                                         Kind::policy};
inline constexpr std::size_t kind_count = all_kinds.size();

/// How the rows of a kind are marked as removed, unmarked, counted, kept as JSON and brought back.
/// A marked row has the complement of its checksum (checksum.hpp).
struct KindSql {
  std::string_view word;
  Sql mark;    ///< ?1, ?2: ids from, to
  Sql unmark;  ///< ?1, ?2: ids from, to
  Sql owners;  ///< ?1, ?2: ids from, to; the ids of the lifters whose rows they are
  /// ?1, ?2: ids from, to; lifter, month, how many rows, sum of their ids. From the table itself
  /// and no index of it. A month is `YYYY-MM`, empty for what has no day; a lifter is lifter 0's.
  Sql months;
  Sql snapshot;  ///< ?1: id
  Sql restore;   ///< ?1: id, ?2: snapshot
};
[[nodiscard]] const KindSql& sql_of(Kind kind);

[[nodiscard]] std::optional<Kind> parse_kind(std::string_view word);
/// A kind in the record of changes. Throws Failure for none that there is.
[[nodiscard]] Kind require_kind(const Connection& database, std::string_view word);

/// The row and all that belongs to it, as JSON that `restore` takes; none where there is no row.
[[nodiscard]] std::optional<std::string> snapshot_of(Connection& database, Kind kind,
                                                     std::int64_t id);
/// Makes the row and all that belongs to it what it was.
void restore_row(Connection& database, Kind kind, std::int64_t id, std::string_view snapshot);
/// What a snapshot says, verified as every row is that is read.
[[nodiscard]] Version version_in(Connection& database, Kind kind, std::int64_t id,
                                 std::string_view snapshot);

}  // namespace hinge::store
