#include "cli/help.hpp"

#include <fmt/format.h>

#include <sstream>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/fill.hpp"

namespace hinge::cli {
namespace {

std::string option_label(const OptionSpec& option) {
  std::string label =
      option.letter == '\0' ? std::string("    ") : fmt::format("-{}, ", option.letter);
  label += fmt::format("--{}", option.name);
  if (!option.value.empty()) label += fmt::format(" {}", option.value);
  if (option.times == Times::list) label += "...";
  return label;
}

std::string option_help(const OptionSpec& option) {
  std::string help(option.help);
  for (std::size_t i = 0; i < option.choices.size(); ++i) {
    help += fmt::format("{} {}", i == 0 ? ":" : ",", option.choices[i]);
  }
  if (option.times == Times::repeatable) help += " (repeatable)";
  return help;
}

/// Where what a label means begins: under it, on a narrow terminal.
std::size_t gap_for(std::size_t columns, std::size_t usual) {
  constexpr std::size_t under = 6;
  return is_narrow(columns) ? under : usual;
}

std::string option_table(const std::vector<const OptionSpec*>& options, std::size_t columns) {
  const std::size_t gap = gap_for(columns, 26);
  std::string out;
  for (const OptionSpec* option : options) {
    std::string label = "  " + option_label(*option) + "  ";
    if (label.size() > gap) {
      out += label.substr(0, label.size() - 2) + '\n';
      label.clear();
    }
    out += filled(option_help(*option), gap, label, columns);
  }
  return out;
}

std::vector<const OptionSpec*> addresses(std::span<const OptionSpec> options) {
  std::vector<const OptionSpec*> result;
  for (const OptionSpec& option : options) result.push_back(&option);
  return result;
}

std::string command_table(std::span<const CommandSpec* const> commands, std::size_t columns) {
  const std::size_t gap = gap_for(columns, 18);
  std::string out;
  for (const CommandSpec* command : commands) {
    if (command->hidden) continue;
    out += filled(command->summary, gap, fmt::format("  {}  ", command->name), columns);
  }
  return out;
}

}  // namespace

std::string overview(std::size_t columns) {
  std::string out = filled(
      "hinge: a deadlift log that suggests the next load from how your back felt.", 0, "", columns);
  out += "\nUsage: hinge [COMMAND] [options]\n\nCommands:\n";
  out += command_table(all_commands(), columns);
  out += '\n' + filled("Options of every command, before it or after it:", 0, "", columns);
  out += option_table(addresses(global_options()), columns);
  out += "\nStart with:   hinge log 140x5x3";
  if (columns == widest) out += "        (load first: 140 for 5 reps, 3 sets)";
  out +=
      "\nthen:         hinge feel soreness=3\n"
      "and:          hinge next\n"
      "More on one:  hinge help log\n"
      "For scripts:  hinge help exit-codes\n\n";
  return out + filled("What hinge says is a suggestion, never a diagnosis.", 0, "", columns);
}

std::string help_for(const CommandSpec& command, std::size_t columns) {
  const std::string usage = fmt::format("Usage: hinge {} ", command.name);
  std::string out =
      filled(fmt::format("hinge {}: {}", command.name, command.summary), 0, "", columns) + '\n';
  out += filled(command.usage, gap_for(columns, usage.size()), usage, columns);
  if (!command.alias.empty()) out += fmt::format("Also:  hinge {}\n", command.alias);
  std::istringstream paragraphs{std::string(command.description)};
  for (std::string paragraph; std::getline(paragraphs, paragraph);)
    out += '\n' + filled(paragraph, 0, "", columns);
  if (!command.commands.empty()) out += "\nCommands:\n" + command_table(command.commands, columns);
  if (!command.options.empty()) {
    out += "\nOptions:\n" + option_table(addresses(command.options), columns);
  }
  out += "\nExamples:\n";
  for (const Example& example : command.examples) {
    out += fmt::format("  {}\n", example.line) + filled(example.does, 6, "", columns);
  }
  out += '\n' + filled("Options of every command (hinge help explains them):", 0, "", columns);
  std::string shared;
  for (const OptionSpec& option : global_options()) shared += fmt::format("--{} ", option.name);
  return out + filled(shared, 2, "", columns);
}

std::string exit_codes_help(std::size_t columns) {
  std::string out =
      filled("hinge exit codes: how a script knows whether it worked", 0, "", columns) + '\n';
  for (const ExitCode& each : exit_codes) {
    out += filled(each.when, 6, fmt::format("  {:<2}  ", each.code), columns);
  }
  out += '\n' + filled(
                    "Of several lifters, one failure doesn't stop the others: the code is the "
                    "highest. 0 from a command that stores means that it is on the disk. An "
                    "error is one line on standard error: what failed, and what to do.",
                    0, "", columns);
  return out;
}

}  // namespace hinge::cli
