#include <array>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/invocation.hpp"

namespace hinge::cli {
namespace {

int run_help(Invocation& call) {
  const auto& words = call.arguments.operands();
  if (words.empty()) {
    answer(call, overview(columns_of(call.context.terminal.width)));
    return 0;
  }
  const CommandLine line = find_command_in(words);
  if (line.command == nullptr || !line.arguments.empty()) {
    throw Error(ErrorKind::usage, "there is no help for '" + words.back() + "'",
                "see the commands: hinge help");
  }
  answer(call, help_for(*line.command, columns_of(call.context.terminal.width)));
  return 0;
}

constexpr std::array examples = {
    Example{"hinge help", "All commands."},
    Example{"hinge help log", "One command, with its options and examples."},
};

}  // namespace

constexpr CommandSpec help_command{"help",
                                   "",
                                   "explain hinge, or one command",
                                   "[COMMAND]",
                                   "The same as hinge COMMAND --help.",
                                   {},
                                   examples,
                                   2,
                                   run_help};

}  // namespace hinge::cli
