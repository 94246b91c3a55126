#pragma once

#include <string_view>
#include <vector>

#include "hinge/change.hpp"
#include "hinge/history.hpp"
#include "hinge/kept.hpp"

namespace hinge::exchange {

/// One lifter of a hinge.log/1 document. The ids of the records are those of the log it was
/// exported from.
struct LoggedLifter {
  History history;
  std::vector<PolicyVersion> policies;  ///< by version
  std::vector<KnownKey> keys;
};

/// Whether a file that begins so is one of hinge's JSON documents.
[[nodiscard]] bool begins_like_a_log(std::string_view text);

/// Reads what `hinge export all` writes. Throws Error{bad_data} that names what is wrong by its
/// JSON pointer: also an id that is missing or there twice, and a check-in about a session that is
/// not there.
[[nodiscard]] std::vector<LoggedLifter> read_log(std::string_view text);

}  // namespace hinge::exchange
