#include "exchange/strict_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "exchange/cell_text.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

using Json = nlohmann::json;

Error bad(const std::string& message, const std::string& hint = {}) {
  return {ErrorKind::bad_data, message, hint};
}

/// Line and column (in bytes, from 1) of a place in the text.
std::string line_and_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - start + 1);
}

/// Takes nlohmann's parse events and builds the value, refusing on the way what it would let pass.
class Builder {
 public:
  Builder(std::string_view text, JsonLimits limits) : text_(text), limits_(limits) {}

  [[nodiscard]] Json take() { return std::move(root_); }

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(Json::number_integer_t value) { return put(value); }
  bool number_unsigned(Json::number_unsigned_t value) { return put(value); }
  bool number_float(Json::number_float_t value, const std::string& /*text*/) { return put(value); }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(Json::binary_t& value) { return put(std::move(value)); }  // not in text

  bool start_object(std::size_t /*unknown*/) { return open(Json::object()); }
  bool start_array(std::size_t /*unknown*/) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    Level& level = open_.back();
    level.key = std::move(name);
    if (std::erase(level.key, '\0') > 0) {  // in a message it would be the end
      throw bad(named_pointer(here()) + ": this key has a NUL byte in it", "leave it out");
    }
    if (level.value->contains(level.key)) {
      throw bad(named_pointer(here()) + ": this key is there twice", "keep one of the two");
    }
    return true;
  }

  bool parse_error(std::size_t offset, const std::string& /*token*/, const Json::exception& what) {
    constexpr int out_of_range = 406;
    const std::string at = line_and_column(text_, offset == 0 ? 0 : offset - 1);
    const std::string place = named_pointer(here());
    if (what.id == out_of_range) throw bad(place + ": the number is too large (" + at + ")");
    throw bad(place + ": this is no JSON (" + at + ")", "check it with: python3 -m json.tool");
  }

 private:
  /// An array or object that is not complete yet, and the member being read.
  struct Level {
    Json* value;
    std::string key;
  };

  [[nodiscard]] std::string here() const {
    std::string pointer;
    for (const Level& level : open_) {
      // An array's members come one by one; a place inside one is in the last of them.
      pointer = level.value->is_array() ? pointer_to(pointer, index_in(level))
                                        : pointer_to(pointer, level.key);
    }
    return pointer;
  }

  [[nodiscard]] std::size_t index_in(const Level& level) const {
    const std::size_t size = level.value->size();
    return &level == &open_.back() ? size : size - 1;
  }

  Json* add(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Level& level = open_.back();
    if (level.value->is_array()) return &level.value->emplace_back(std::move(value));
    Json& member = (*level.value)[level.key];
    member = std::move(value);
    return &member;
  }

  bool put(Json value) {
    add(std::move(value));
    return true;
  }

  bool open(Json value) {
    if (open_.size() == limits_.depth) {
      throw bad(named_pointer(here()) + ": nested deeper than " + std::to_string(limits_.depth) +
                " levels");
    }
    Json* const added = add(std::move(value));
    open_.push_back({added, {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  JsonLimits limits_;
  Json root_;
  std::vector<Level> open_;
};

}  // namespace

Json parse_strict(std::string_view text, JsonLimits limits) {
  // The library takes a NUL byte for the end of the text.
  if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
    throw bad(named_pointer({}) + ": a NUL byte is no JSON (" + line_and_column(text, at) + ")");
  }
  Builder builder{text, limits};
  Json::sax_parse(text, &builder);
  return builder.take();
}

std::string pointer_to(std::string_view parent, std::string_view key) {
  std::string pointer{parent};
  pointer += '/';
  for (const char letter : key) {
    if (letter == '~') {
      pointer += "~0";
    } else if (letter == '/') {
      pointer += "~1";
    } else {
      pointer += letter;
    }
  }
  return pointer;
}

std::string pointer_to(std::string_view parent, std::size_t index) {
  return pointer_to(parent, std::to_string(index));
}

std::string named_pointer(std::string_view pointer) {
  constexpr std::size_t longest = 200;
  if (pointer.empty()) return "the document";
  if (pointer.size() <= longest) return std::string{pointer};
  return std::string{cut(pointer, longest)} + "...";
}

}  // namespace hinge::exchange
