#pragma once

#include <string>
#include <string_view>

namespace hinge::report {

/// Free text as it may stand in XML or HTML, between tags or in a quoted attribute: `& < > " '` as
/// references, and what would act, turn the direction or is no XML character written out as
/// `escaped_for_terminal` does.
[[nodiscard]] std::string escaped_for_markup(std::string_view text);

}  // namespace hinge::report
