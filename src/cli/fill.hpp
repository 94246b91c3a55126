#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hinge::cli {

/// Nothing is ever wider.
inline constexpr std::size_t widest = 80;
/// The columns of a terminal as they are used: 20 at least, `widest` at most.
[[nodiscard]] std::size_t columns_of(int terminal_width);

/// Whether one thing has to stand below the other, for want of room beside it.
[[nodiscard]] bool is_narrow(std::size_t columns);

/// `text` in lines of at most `columns`, each begun by `indent` blanks; `first` stands where the
/// first indent would.
[[nodiscard]] std::string filled(std::string_view text, std::size_t indent, std::string first = "",
                                 std::size_t columns = widest);

}  // namespace hinge::cli
