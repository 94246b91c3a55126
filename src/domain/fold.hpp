#pragma once

#include <string>
#include <string_view>

namespace hinge {

/// A name as names are compared: the words in small Latin letters without accents, one space
/// between them, everything that is no letter or digit left out ("Rumänisches  Kreuzheben (KH)":
/// "rumanisches kreuzheben kh"). Cyrillic letters become small ones, other
/// scripts stay as they are.
[[nodiscard]] std::string folded(std::string_view name);

}  // namespace hinge
