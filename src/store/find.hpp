#pragma once

#include <cstdint>
#include <optional>
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

/// The record of that name. None: never given out, or taken back.
[[nodiscard]] std::optional<Record> find_record(Connection& database, std::string_view name);

}  // namespace hinge::store
