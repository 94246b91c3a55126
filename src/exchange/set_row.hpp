#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/layout.hpp"
#include "hinge/session.hpp"

namespace hinge::exchange {

/// A row of a deadlift, read: a set, or why it is none, or what is wrong with it.
struct SetRow {
  std::optional<Set> set;
  std::string_view skipped;
  std::string bad;
  std::size_t count = 1;  ///< how often the set was done
  bool rpe_dropped = false;
  bool unit_unknown = false;
};

/// Reads the numbers of a row of a deadlift.
[[nodiscard]] SetRow read_set(const Cells& cells, const ImportOptions& options);

}  // namespace hinge::exchange
