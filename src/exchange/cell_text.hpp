#pragma once

#include <string>
#include <string_view>

namespace hinge::exchange {

/// `Weight "-20": what is wrong with it`: how the reason of a bad row begins. Long values are cut.
[[nodiscard]] std::string about_cell(std::string_view column, std::string_view value,
                                     std::string_view what);

/// The longest start of `text` of at most `bytes` bytes that cuts no character in two.
[[nodiscard]] std::string_view cut(std::string_view text, std::size_t bytes);

}  // namespace hinge::exchange
