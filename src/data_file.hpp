#pragma once

#include <string_view>

namespace hinge {

/// A file of data/ as it was when the program was built ("learn/normal.md"); empty if there is
/// none.
[[nodiscard]] std::string_view data_file(std::string_view path);

}  // namespace hinge
