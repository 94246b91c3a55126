#pragma once

#include <cstddef>
#include <string>

#include "cli/command.hpp"
#include "cli/fill.hpp"

namespace hinge::cli {

/// What `hinge help` prints: the commands, the options they share, where to read on.
[[nodiscard]] std::string overview(std::size_t columns);

/// What `hinge help COMMAND` prints. But for a usage's and an example's words nothing is wider than
/// `columns`.
[[nodiscard]] std::string help_for(const CommandSpec& command, std::size_t columns);

/// What `hinge help exit-codes` prints: each code a command may end with, and when.
[[nodiscard]] std::string exit_codes_help(std::size_t columns);

}  // namespace hinge::cli
