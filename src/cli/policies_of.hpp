#pragma once

#include <string_view>
#include <vector>

#include "cli/invocation.hpp"
#include "hinge/policy.hpp"
#include "hinge/store.hpp"

namespace hinge::cli {

/// The policy that one choice stands for, with its version. Throws Error{database} for one that
/// this hinge can't read. Requires a choice that names or holds a policy.
[[nodiscard]] Policy policy_of(const PolicyVersion& choice);

/// Whether `policy_of` can read it; an empty one, too.
[[nodiscard]] bool is_readable(const PolicyVersion& choice);

/// What a lifter goes by after these choices, which are by version.
[[nodiscard]] Policies policies_after(const std::vector<PolicyVersion>& choices);

/// What the lifter goes by: linear, version 1, where nothing was ever chosen.
[[nodiscard]] Policies policies_of(const Store& store, const Lifter& lifter);
[[nodiscard]] Policies policies_of(const Store::Writing& writing, const Lifter& lifter);

/// All that `lift` (empty: every lift without a policy of its own) goes by, also about the back.
[[nodiscard]] Policy policy_used_for(const Policies& policies, std::string_view lift);

/// The policy that --policy names (as `policy set` would take it), else what the lifter goes by.
[[nodiscard]] Policies policies_or_named(Invocation& call, const Store& store,
                                         const Lifter& lifter);

}  // namespace hinge::cli
