#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/layout.hpp"

namespace hinge::exchange {

/// A row with more fields than its header, brought to the header's columns: some apps write names
/// and notes with commas in them and no quotes around them, so neighbours are joined in the columns
/// that hold free text until every other column holds what it should. None where that can't be
/// done, or where it can be done in two ways that are different sets.
[[nodiscard]] std::optional<std::vector<std::string>> fitted(
    std::span<const std::string_view> fields, const Layout& layout, char delimiter);

}  // namespace hinge::exchange
