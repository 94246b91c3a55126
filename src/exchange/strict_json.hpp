#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace hinge::exchange {

/// How much of a JSON text is taken.
struct JsonLimits {
  std::size_t depth = 64;  ///< arrays and objects within each other
};

/// The one JSON value that `text` is. Stricter than the format: no key twice in an object, nothing
/// nested deeper than the limit, nothing before or behind the value. Throws Error{bad_data} that
/// names the place as a JSON pointer, or as line and column where the text is no JSON at all.
[[nodiscard]] nlohmann::json parse_strict(std::string_view text, JsonLimits limits = {});

/// The JSON pointer (RFC 6901) of a member of what `parent` points to: "/a~1b/0".
[[nodiscard]] std::string pointer_to(std::string_view parent, std::string_view key);
[[nodiscard]] std::string pointer_to(std::string_view parent, std::size_t index);

/// A pointer as a message names it: "/policy/step", cut where it is very long; "the document" for
/// the whole of it.
[[nodiscard]] std::string named_pointer(std::string_view pointer);

}  // namespace hinge::exchange
