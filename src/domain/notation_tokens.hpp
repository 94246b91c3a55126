#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hinge {

enum class TokenKind : std::uint8_t {
  number,
  times,
  slash,
  at,
  kg,
  lb,
  missed,
  warmup,
  other,
  end
};

/// One token of the set notation.
struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;
  std::size_t offset = 0;  ///< of its first byte
  bool spaced = false;     ///< a space stands before it
};

/// Cuts the set notation into tokens, the last one `end`. Any bytes will do: what is no token of
/// the notation is `other`, a word or a sign at a time.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

}  // namespace hinge
