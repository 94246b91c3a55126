#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"

namespace hinge::cli {

/// Everything but main: does what `args` (without the program's name) ask for, and returns the exit
/// code. Every Error is said on `context.err`; only bugs leave as exceptions.
int run(const std::vector<std::string>& args, Context& context);

}  // namespace hinge::cli
