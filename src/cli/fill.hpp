#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hinge::cli {

/// `text` in lines of at most 80, each begun by `indent` blanks; `first` stands where the first
/// indent would.
[[nodiscard]] std::string filled(std::string_view text, std::size_t indent, std::string first = "");

}  // namespace hinge::cli
