#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "hinge/history.hpp"
#include "hinge/store.hpp"
#include "store/sqlite.hpp"

namespace hinge::store {

/// A lifter with the key that their records carry.
struct StoredLifter {
  std::int64_t key = 0;
  Lifter lifter;
  bool removed = false;  ///< taken back
};

/// A record with the key of the lifter it belongs to.
template <class What>
struct Stored {
  std::int64_t lifter = 0;
  What what;
  bool removed = false;  ///< taken back
};

// Every read verifies the checksum of the row and throws Failure where it is not the row's; a read
// of all there is, or of all from a day on, also where some of it is missing. What was taken back
// is passed over, unless it is asked for. Requires an open transaction where several reads belong
// together.

/// `of_damaged` as for Store::lifters.
[[nodiscard]] std::vector<Lifter> read_lifters(Connection& database,
                                               const Store::OfDamaged& of_damaged = {});
/// The first so many that are not archived, by id.
[[nodiscard]] std::vector<Lifter> read_active_lifters(Connection& database, int most);
[[nodiscard]] std::optional<StoredLifter> read_lifter(Connection& database, std::string_view id);
[[nodiscard]] std::optional<StoredLifter> read_lifter(Connection& database, std::int64_t key);
/// As above, and throws Error{not_found} where there is none.
[[nodiscard]] StoredLifter require_lifter(Connection& database, std::string_view id);

/// Of one row: what stands, or what was taken back.
enum class Wanted : std::uint8_t { standing, removed };
[[nodiscard]] std::optional<Stored<Session>> read_session(Connection& database, std::int64_t id,
                                                          Wanted wanted = Wanted::standing);
[[nodiscard]] std::optional<Stored<CheckIn>> read_checkin(Connection& database, std::int64_t id,
                                                          Wanted wanted = Wanted::standing);
[[nodiscard]] std::optional<Stored<Screen>> read_screen(Connection& database, std::int64_t id,
                                                        Wanted wanted = Wanted::standing);

[[nodiscard]] std::vector<Session> read_sessions_on(Connection& database, std::int64_t lifter,
                                                    Date day);
[[nodiscard]] std::vector<CheckIn> read_checkins_on(Connection& database, std::int64_t lifter,
                                                    Date day);
[[nodiscard]] std::vector<PolicyVersion> read_policies(Connection& database, std::int64_t lifter);
/// Those taken back too.
[[nodiscard]] std::vector<PolicyEntry> read_policy_log(Connection& database, std::int64_t lifter);
/// Record by record, in (date, id) order from `since` on. The connection has to outlive it. Throws
/// Failure at the end where it did not come to all of them.
[[nodiscard]] Store::Next<Session> follow_sessions(Connection& database, std::int64_t lifter,
                                                   Date since);
[[nodiscard]] Store::Next<CheckIn> follow_checkins(Connection& database, std::int64_t lifter,
                                                   Date since);
[[nodiscard]] Store::Next<KnownKey> follow_keys(Connection& database, std::int64_t lifter);
[[nodiscard]] History read_history(Connection& database, std::string_view lifter, Date since);
[[nodiscard]] History read_history_before(Connection& database, std::string_view lifter,
                                          Date since);

}  // namespace hinge::store
