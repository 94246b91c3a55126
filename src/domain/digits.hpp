#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace hinge {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that `text` writes with digits alone: no sign, no spaces, nothing else; none where it
/// does not fit.
[[nodiscard]] inline std::optional<unsigned> number_of_digits(std::string_view text) {
  unsigned value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

}  // namespace hinge
