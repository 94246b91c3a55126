#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hinge {

/// Whether `text` is ASCII without NUL: what nearly all text is, told eight bytes at a time.
[[nodiscard]] bool is_plain_ascii(std::string_view text);

/// Where `text` stops being UTF-8 that we take: the offset of the first byte that is NUL, no
/// UTF-8, overlong, a surrogate or past U+10FFFF. None: all of it is well.
[[nodiscard]] std::optional<std::size_t> first_bad_byte(std::string_view text);

/// Whether `text` is UTF-8 throughout, without NUL.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// `text` as it may be shown in a terminal, on one line: what would move the cursor, colour, ring,
/// or turn the direction of the text is written out (\n, \t, \u001b, \u202e), and so is each byte
/// that is no UTF-8 (\xff).
[[nodiscard]] std::string escaped_for_terminal(std::string_view text);

/// `text` as a JSON string, with its quotes, and what a terminal would act on as \u escapes.
[[nodiscard]] std::string json_string(std::string_view text);

/// A JSON document that reads the same, with nothing in it that a terminal would act on: the
/// characters that `escaped_for_terminal` writes out stand as \u escapes. Takes compact JSON.
[[nodiscard]] std::string escaped_in_json(std::string_view json);

}  // namespace hinge
