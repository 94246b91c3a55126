#include "domain/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace hinge {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;  ///< 0: no UTF-8 here
};

/// What the first byte of a sequence says about it: the bytes after it, its own share of the code
/// point, and the least that a sequence of this length may stand for.
struct Lead {
  unsigned char mask;
  unsigned char pattern;
  std::size_t bytes;
  char32_t least;
};
constexpr std::array<Lead, 4> leads = {
    {{0x80, 0x00, 1, 0}, {0xE0, 0xC0, 2, 0x80}, {0xF0, 0xE0, 3, 0x800}, {0xF8, 0xF0, 4, 0x10000}}};

constexpr bool is_scalar(char32_t value) {
  return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

/// The code point at the start of `text`, which is not empty.
CodePoint first_code_point(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const auto* const lead = std::find_if(leads.begin(), leads.end(), [first](const Lead& row) {
    return (first & row.mask) == row.pattern;
  });
  if (lead == leads.end() || text.size() < lead->bytes) return {};
  char32_t value = first & static_cast<unsigned char>(~lead->mask);
  for (std::size_t i = 1; i < lead->bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0U) != 0x80U) return {};
    value = value << 6U | (next & 0x3FU);
  }
  if (value < lead->least || !is_scalar(value)) return {};
  return {value, lead->bytes};
}

struct Range {
  char32_t first;
  char32_t last;
};
// The controls (C0, DEL and C1), and what turns the direction or breaks the line (Unicode, UAX 9
// and UAX 14).
constexpr std::array<Range, 7> unseen = {{{0x00, 0x1F},
                                          {0x7F, 0x9F},
                                          {0x61C, 0x61C},
                                          {0x200E, 0x200F},
                                          {0x2028, 0x2029},
                                          {0x202A, 0x202E},
                                          {0x2066, 0x2069}}};

bool needs_escape(char32_t value) {
  return std::any_of(unseen.begin(), unseen.end(),
                     [value](Range range) { return value >= range.first && value <= range.last; });
}

std::string hex(char32_t value, std::size_t digits) {
  std::string text(digits, '0');
  for (std::size_t i = digits; i-- > 0; value >>= 4U) text[i] = hex_digits[value & 0xFU];
  return text;
}

std::string escape(char32_t value) {
  if (value == U'\n') return "\\n";
  if (value == U'\t') return "\\t";
  return "\\u" + hex(value, 4);
}

}  // namespace

bool is_plain_ascii(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t tops = ones << 7U;
  constexpr std::size_t width = sizeof ones;
  if (text.size() < width) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c != '\0' && (c & '\x80') == 0; });
  }
  std::uint64_t seen = 0;  // the top bit of a byte: it was over 0x7F, or 0 and borrowed
  const auto look = [&seen](const char* bytes) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, width);
    seen |= (eight - ones) | eight;
  };
  const char* const last = text.data() + text.size() - width;
  for (const char* at = text.data(); at < last; at += width) look(at);
  look(last);
  return (seen & tops) == 0;
}

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  if (is_plain_ascii(text)) return std::nullopt;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = first_code_point(text.substr(i));
    if (point.bytes == 0 || point.value == 0) return i;
    i += point.bytes;
  }
  return std::nullopt;
}

bool is_valid_utf8(std::string_view text) { return !first_bad_byte(text); }

std::string escaped_for_terminal(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    if (point.bytes == 0) {
      shown += "\\x" + hex(static_cast<unsigned char>(text[0]), 2);
    } else if (needs_escape(point.value)) {
      shown += escape(point.value);
    } else {
      shown += text.substr(0, point.bytes);
    }
    text.remove_prefix(std::max<std::size_t>(point.bytes, 1));
  }
  return shown;
}

std::string json_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      (quoted += '\\') += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      quoted += escape(static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return escaped_in_json(quoted) + '"';
}

std::string escaped_in_json(std::string_view json) {
  // The first bytes of all that `unseen` lists; JSON has written out the C0 controls itself.
  constexpr std::string_view suspects = "\x7f\xc2\xd8\xe2";
  std::string shown;
  shown.reserve(json.size());
  while (!json.empty()) {
    const std::size_t plain = std::min(json.find_first_of(suspects), json.size());
    shown += json.substr(0, plain);
    json.remove_prefix(plain);
    if (json.empty()) break;
    const CodePoint point = first_code_point(json);
    const bool acts = point.bytes != 0 && needs_escape(point.value);
    const std::size_t bytes = std::max<std::size_t>(point.bytes, 1);
    shown += acts ? "\\u" + hex(point.value, 4) : std::string(json.substr(0, bytes));
    json.remove_prefix(bytes);
  }
  return shown;
}

}  // namespace hinge
