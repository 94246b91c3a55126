#pragma once

#include <string_view>

namespace hinge::report {

/// The style of a sheet as a page: light and dark, for a screen and for paper. System fonts, and
/// nothing fetched.
[[nodiscard]] std::string_view sheet_style();

}  // namespace hinge::report
