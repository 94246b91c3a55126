#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hinge/history.hpp"

namespace hinge::exchange {

/// A question for the engine, as a hinge.suggest/1 document asks it.
struct AskedHistory {
  History history;  ///< all of it, however old
  std::optional<Moment> today;
  std::optional<std::string> lift;    ///< a lift's id
  std::optional<std::string> policy;  ///< a name, which may not exist, or a hinge.policy/1 object
};

/// Reads a hinge.suggest/1 document, or the hinge.history/1 document that `hinge history --json`
/// prints (docs/format.md). Throws Error{bad_data} that names what is wrong by its JSON pointer.
[[nodiscard]] AskedHistory read_asked_history(std::string_view text);

}  // namespace hinge::exchange
