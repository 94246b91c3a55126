#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/session.hpp"

namespace hinge::store {

[[nodiscard]] std::string_view to_string(SetKind kind);
[[nodiscard]] std::optional<SetKind> parse_set_kind(std::string_view word);

/// A list of texts as a JSON array of strings, as it stands in one column.
[[nodiscard]] std::string json_array(const std::vector<std::string>& texts);

}  // namespace hinge::store
