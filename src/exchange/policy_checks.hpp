#pragma once

#include <nlohmann/json_fwd.hpp>

#include "hinge/policy.hpp"

namespace hinge::exchange {

/// What keys have to be to each other, so that the promises of engine.md section 10 hold for every
/// policy that is taken, and who answers for one that is less careful than the article. Throws
/// Error{bad_data} that points, where it can, to a key that `document` itself has.
void check_policy(const Policy& policy, const nlohmann::json& document);

}  // namespace hinge::exchange
