#pragma once

#include <string>

#include "hinge/suggestion.hpp"

namespace hinge::report {

/// The one sentence about what is normal that fits under a suggestion: of all that made the
/// decision, what asks for most patience has the word. Empty beside a referral or symptoms of a
/// nerve, and where none fits.
[[nodiscard]] std::string education(const Suggestion& suggestion);

}  // namespace hinge::report
