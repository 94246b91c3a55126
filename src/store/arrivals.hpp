#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "store/changes.hpp"
#include "store/find.hpp"

/// The keys that came with records: each is known while the command that brought it stands.
namespace hinge::store {

/// What became of a key the last time it came with a command that still stands.
[[nodiscard]] std::optional<Arrived> known_arrival(Connection& database, std::int64_t lifter,
                                                   std::string_view key, std::int64_t digest);

/// Has the key stand for that record as long as the command of `log` stands.
void note_arrival(Connection& database, ChangeLog& log, std::int64_t lifter, std::string_view key,
                  Kind kind, std::int64_t record, std::int64_t digest);

/// Has the keys that came with a record stand for it again, where the command that brought them was
/// taken back. Returns the record that one of them stands for meanwhile, if there is one.
[[nodiscard]] std::optional<std::int64_t> claim_keys_again(Connection& database, ChangeLog& log,
                                                           const NamedRow& row);

}  // namespace hinge::store
