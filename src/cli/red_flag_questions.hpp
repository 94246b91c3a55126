#pragma once

#include <vector>

#include "cli/whose_log.hpp"
#include "hinge/history.hpp"

namespace hinge::cli {

/// Asks the red flag questions at the terminal; those about the past only where `earlier` has no
/// answers yet. Throws Left.
[[nodiscard]] Screen ask_red_flags(Invocation& call, const std::vector<Screen>& earlier);

/// Stores the answers, and the owner where they are new, and says so.
void store_screen(Invocation& call, Store& store, const Owner& owner, Screen screen);

}  // namespace hinge::cli
