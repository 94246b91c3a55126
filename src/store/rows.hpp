#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "store/read.hpp"

namespace hinge::store {

// Each turns the columns of a row into what the domain speaks, taken back or not. Throws Failure
// where the checksum is not the row's, or a value is none that the program ever writes.

/// The lifter's sessions (?1) from a day (?2) on, and their check-ins: what `session_from` and
/// `checkin_from` take. One text each, so that a command prepares them once.
inline constexpr Sql sessions_from =
    "SELECT id, lifter, lift, day, time, utc_offset, imported, light, note, removed, checksum"
    " FROM session WHERE lifter = ?1 AND day >= ?2 ORDER BY day, id";
inline constexpr Sql checkins_from =
    "SELECT id, lifter, day, time, utc_offset, nature, peak, lasted, limits, now, baseline, site,"
    " side, onset, worse_with, eases_with, twinge, unrelated, session, note, removed, checksum"
    " FROM checkin WHERE lifter = ?1 AND day >= ?2 ORDER BY day, id";

/// From columns key, id, name, unit, bar, step, archived, removed, checksum.
[[nodiscard]] StoredLifter lifter_from(Connection& database, const Statement& columns);
/// From columns id, lifter, lift, day, time, utc_offset, imported, light, note, removed, checksum.
[[nodiscard]] Stored<Session> session_from(Connection& database, const Statement& columns);
/// From columns id, lifter, day, time, utc_offset, nature, peak, lasted, limits, now, baseline,
/// site, side, onset, worse_with, eases_with, twinge, unrelated, session, note, removed, checksum.
[[nodiscard]] Stored<CheckIn> checkin_from(Connection& database, const Statement& columns);
/// From columns id, lifter, day, time, yes, cleared_by, removed, checksum.
[[nodiscard]] Stored<Screen> screen_from(Connection& database, const Statement& columns);
/// From columns id, lifter, lift, version, policy, removed, checksum.
[[nodiscard]] Stored<PolicyVersion> policy_from(Connection& database, const Statement& columns);

// The same from what the record of changes keeps of a row: JSON, with the columns as its keys.

[[nodiscard]] StoredLifter lifter_in(Connection& database, std::int64_t key,
                                     std::string_view snapshot);
[[nodiscard]] Stored<Session> session_in(Connection& database, std::int64_t id,
                                         std::string_view snapshot);
[[nodiscard]] Stored<CheckIn> checkin_in(Connection& database, std::int64_t id,
                                         std::string_view snapshot);
[[nodiscard]] Stored<Screen> screen_in(Connection& database, std::int64_t id,
                                       std::string_view snapshot);
[[nodiscard]] Stored<PolicyVersion> policy_in(Connection& database, std::int64_t id,
                                              std::string_view snapshot);

}  // namespace hinge::store
