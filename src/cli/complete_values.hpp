#pragma once

#include <string>
#include <vector>

#include "cli/complete.hpp"

namespace hinge::cli {

/// Whether something can be offered for the value of an option, or it is the person's own (a note,
/// a number): then the option stands in a list of those.
[[nodiscard]] bool is_value_known(const OptionSpec& option);
/// The same for what a command takes beside its options.
[[nodiscard]] bool are_operands_known(const CommandSpec& command);

/// All that may be the value of `option`.
[[nodiscard]] Completion values_of(Invocation& call, const OptionSpec& option);
/// All that may stand beside the options of `command`, where `typed` stand already.
[[nodiscard]] Completion operands_of(Invocation& call, const CommandSpec& command,
                                     const std::vector<std::string>& typed);

}  // namespace hinge::cli
