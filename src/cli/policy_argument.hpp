#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/invocation.hpp"
#include "exchange/policy_json.hpp"
#include "hinge/store.hpp"

namespace hinge::cli {

/// A policy as a command line names it: `NAME|FILE|- KEY=VALUE…`.
struct PolicyArgument {
  std::optional<std::string> from;  ///< absent: the one in use
  std::vector<exchange::PolicyChange> changes;
};

/// Throws Error{usage} for more than one name.
[[nodiscard]] PolicyArgument read_policy_argument(const std::vector<std::string>& operands);

/// The policy that is meant: a built-in, one of these choices by name or version, a file, or
/// standard input, with the changes over it; else the one in use for `lift`. Throws
/// Error{not_found}, and Error{bad_data} naming the file and the key.
[[nodiscard]] Policy policy_meant(Invocation& call, const PolicyArgument& argument,
                                  const std::vector<PolicyVersion>& choices,
                                  const std::optional<std::string>& lift);

}  // namespace hinge::cli
