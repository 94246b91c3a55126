#include <array>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/invocation.hpp"

namespace hinge::cli {
namespace {

/// What is no command, and explained all the same.
constexpr std::string_view exit_codes_topic = "exit-codes";

int run_help(Invocation& call) {
  const auto& words = call.arguments.operands();
  const std::size_t columns = columns_of(call.context.terminal.width);
  if (words.empty()) {
    answer(call, overview(columns));
    return 0;
  }
  if (words.size() == 1 && words.front() == exit_codes_topic) {
    answer(call, exit_codes_help(columns));
    return 0;
  }
  const CommandLine line = find_command_in(words);
  if (line.command == nullptr || !line.arguments.empty()) {
    throw Error(ErrorKind::usage, "there is no help for '" + words.back() + "'",
                "see the commands: hinge help");
  }
  answer(call, help_for(*line.command, columns));
  return 0;
}

constexpr std::array examples = {
    Example{"hinge help", "All commands."},
    Example{"hinge help log", "One command, with its options and examples."},
    Example{"hinge help exit-codes", "What a command ends with, for scripts."},
};

}  // namespace

constexpr CommandSpec help_command{"help",
                                   "",
                                   "explain hinge, or one command",
                                   "[COMMAND | exit-codes]",
                                   "Of a command the same as hinge COMMAND --help.",
                                   {},
                                   examples,
                                   2,
                                   run_help};

}  // namespace hinge::cli
