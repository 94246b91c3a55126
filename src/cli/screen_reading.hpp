#pragma once

#include "cli/arguments.hpp"
#include "hinge/screen.hpp"

namespace hinge::cli {

/// Whether --none, --yes or --cleared stands there. Throws Error{usage} for more than one of them.
[[nodiscard]] bool has_screen_answers(const Arguments& arguments);

/// `screen` with the answers that they give. Throws Error{usage} with `did you mean`.
[[nodiscard]] Screen with_answers(Screen screen, const Arguments& arguments);

}  // namespace hinge::cli
