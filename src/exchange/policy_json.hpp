#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/policy.hpp"

namespace hinge::exchange {

inline constexpr std::size_t largest_policy = 65'536;  ///< bytes of a policy file

/// One KEY=VALUE that goes over what a file says. The value is JSON, or a text as it stands.
struct PolicyChange {
  std::string key;
  std::string value;
};

/// The policy that a file's text describes (hinge.policy/1, data/schema/hinge.policy.schema.json):
/// the built-in it extends, with its own keys and then `changes` over that. A built-in that was
/// changed and has no new name becomes NAME-own. Throws Error{bad_data} that names the key by its
/// JSON pointer, the value, and what is allowed.
[[nodiscard]] Policy read_policy(std::string_view text, std::span<const Policy> built_ins,
                                 std::span<const PolicyChange> changes = {});

/// The whole policy as a file, one key a line: reading it gives the same policy again (its version
/// is not in it).
[[nodiscard]] std::string policy_json(const Policy& policy);

/// A key that two policies differ in, with both values as JSON.
struct PolicyDifference {
  std::string_view key;
  std::string before;
  std::string after;
  friend bool operator==(const PolicyDifference&, const PolicyDifference&) = default;
};
[[nodiscard]] std::vector<PolicyDifference> differences(const Policy& before, const Policy& after);

/// A lift's own policy with what it takes from `general`: all that is about the back, and who
/// answers for that.
[[nodiscard]] Policy as_used(Policy of_lift, const Policy& general);

/// A lift's own policy leaves what is about the back as `general` or a built-in has it: it is one
/// back. Throws Error{bad_data} naming the first key that differs from both.
void refuse_back_keys(const Policy& of_lift, const Policy& general);

}  // namespace hinge::exchange
