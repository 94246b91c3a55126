#pragma once

#include "cli/invocation.hpp"
#include "hinge/store.hpp"

namespace hinge::cli {

/// Erases for good, after a yes at the terminal or -y, and says so. Throws Error{needs_terminal}
/// where there is nobody to ask.
int erase_for_good(Invocation& call, Store& store, const PurgeOrder& order);

}  // namespace hinge::cli
