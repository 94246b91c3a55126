#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/layout.hpp"

namespace hinge::exchange {

/// How many fields there are but for the empty ones at the end.
[[nodiscard]] std::size_t length_without_blanks(std::span<const std::string_view> fields);

/// A row with more fields than its header, brought to the header's columns: some programs end
/// their rows with delimiters for nothing, so empty fields at the end are dropped; and some apps
/// write names and notes with commas in them and no quotes around them, so neighbours are joined in
/// the columns that hold free text until every other column holds what it should. None where that
/// can't be done, or where it can be done in two ways that are different sets.
[[nodiscard]] std::optional<std::vector<std::string>> fitted(
    std::span<const std::string_view> fields, const Layout& layout, char delimiter);

}  // namespace hinge::exchange
