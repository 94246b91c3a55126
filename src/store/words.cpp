#include "store/words.hpp"

#include <array>

namespace hinge::store {

namespace {

constexpr std::array<std::string_view, 3> set_kinds = {"work", "warmup", "outlier"};
constexpr std::string_view hex_digits = "0123456789abcdef";

void append_quoted(std::string& json, std::string_view text) {
  json += '"';
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\') {
      json += '\\';
      json += character;
    } else if (byte < 0x20) {
      json += "\\u00";
      json += hex_digits[byte / 16];
      json += hex_digits[byte % 16];
    } else {
      json += character;
    }
  }
  json += '"';
}

}  // namespace

std::string_view to_string(SetKind kind) { return set_kinds.at(static_cast<std::size_t>(kind)); }

std::optional<SetKind> parse_set_kind(std::string_view word) {
  for (std::size_t index = 0; index < set_kinds.size(); ++index) {
    if (set_kinds.at(index) == word) return static_cast<SetKind>(index);
  }
  return std::nullopt;
}

std::string json_array(const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) {
    if (json.size() > 1) json += ',';
    append_quoted(json, text);
  }
  return json += ']';
}

}  // namespace hinge::store
