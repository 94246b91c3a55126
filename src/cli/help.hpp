#pragma once

#include <string>

#include "cli/command.hpp"

namespace hinge::cli {

/// What `hinge help` prints: the commands, the options they share, where to read on.
[[nodiscard]] std::string overview();

/// What `hinge help COMMAND` prints. Nothing is wider than 80.
[[nodiscard]] std::string help_for(const CommandSpec& command);

}  // namespace hinge::cli
