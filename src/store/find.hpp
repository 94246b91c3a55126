#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/kinds.hpp"

namespace hinge::store {

/// The row that a name of the program ("s41", "f12", "r3") stands for.
struct NamedRow {
  Kind kind = Kind::session;
  std::int64_t id = 0;
};
/// None for what is no such name.
[[nodiscard]] std::optional<NamedRow> row_named(std::string_view name);

/// The record of that name that stands. None: never given out, or taken back.
[[nodiscard]] std::optional<Record> find_record(Connection& database, std::string_view name);
/// The record of that name that was taken back. None: never given out, erased, or it stands. Its
/// lifter is empty where they were taken back, too.
[[nodiscard]] std::optional<Record> find_removed_record(Connection& database,
                                                        std::string_view name);

/// The id of the lifter whose row it is, also of one who was taken back. Requires that there is
/// one.
[[nodiscard]] std::string owner_of(Connection& database, const NamedRow& row);

}  // namespace hinge::store
