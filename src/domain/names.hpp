#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hinge {

/// The words for the values of an enum that counts from 0, in its order.
template <std::size_t N>
using Names = std::array<std::string_view, N>;

template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::string_view name_of(Enum value, const Names<N>& names) {
  return names.at(static_cast<std::size_t>(value));
}

template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::optional<Enum> value_named(std::string_view word,
                                                        const Names<N>& names) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace hinge
