#pragma once

#include <functional>

#include "cli/context.hpp"
#include "hinge/checkin.hpp"

namespace hinge::cli {

/// What is wrong with a check-in so far: throws Error{usage} with what to say.
using CheckInCheck = std::function<void(const CheckIn&)>;

/// Fills in `begun` (its time, and what else is known) question by question, as a therapist would,
/// asking only what the answers so far make relevant. Throws Left.
[[nodiscard]] CheckIn ask_how_it_feels(Context& context, CheckIn begun, const CheckInCheck& check);

}  // namespace hinge::cli
