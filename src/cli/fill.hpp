#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hinge::cli {

inline constexpr std::size_t widest_line = 80;

/// `text` in lines of at most `width`, each begun by `indent` blanks; `first` stands where the
/// first indent would.
[[nodiscard]] std::string filled(std::string_view text, std::size_t indent, std::string first = "",
                                 std::size_t width = widest_line);

}  // namespace hinge::cli
