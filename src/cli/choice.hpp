#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hinge::cli {

/// The one of `choices`, which are small letters and hyphens, that a person meant: "Low back" is
/// low-back, and so is "lower back"; "KG" is kg.
[[nodiscard]] std::optional<std::string> choice_meant(std::string_view typed,
                                                      std::span<const std::string_view> choices);

}  // namespace hinge::cli
