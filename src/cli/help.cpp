#include "cli/help.hpp"

#include <fmt/format.h>

#include <sstream>
#include <vector>

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

std::string option_table(const std::vector<const OptionSpec*>& options) {
  constexpr std::size_t gap = 26;
  std::string out;
  for (const OptionSpec* option : options) {
    std::string label = "  " + option_label(*option) + "  ";
    if (label.size() > gap) {
      out += label.substr(0, label.size() - 2) + '\n';
      label.clear();
    }
    out += filled(option_help(*option), gap, label);
  }
  return out;
}

std::vector<const OptionSpec*> addresses(std::span<const OptionSpec> options) {
  std::vector<const OptionSpec*> result;
  for (const OptionSpec& option : options) result.push_back(&option);
  return result;
}

std::string command_table(std::span<const CommandSpec* const> commands) {
  constexpr std::size_t gap = 18;
  std::string out;
  for (const CommandSpec* command : commands) {
    if (command->hidden) continue;
    out += filled(command->summary, gap, fmt::format("  {}  ", command->name));
  }
  return out;
}

}  // namespace

std::string overview() {
  std::string out =
      "hinge: a deadlift log that suggests the next load from how your back felt.\n\n"
      "Usage: hinge [COMMAND] [options]\n\nCommands:\n";
  out += command_table(all_commands());
  out += "\nOptions of every command, before it or after it:\n";
  out += option_table(addresses(global_options()));
  out +=
      "\nStart with:   hinge log 140x5x3        (load first: 140 for 5 reps, 3 sets)\n"
      "then:         hinge feel soreness=3\n"
      "and:          hinge next\n"
      "More on one:  hinge help log\n\n"
      "What hinge says is a suggestion, never a diagnosis.\n";
  return out;
}

std::string help_for(const CommandSpec& command) {
  std::string out = fmt::format("hinge {}: {}\n\n", command.name, command.summary);
  out += filled(command.usage, 7 + 6 + command.name.size() + 1,
                fmt::format("Usage: hinge {} ", command.name));
  if (!command.alias.empty()) out += fmt::format("Also:  hinge {}\n", command.alias);
  std::istringstream paragraphs{std::string(command.description)};
  for (std::string paragraph; std::getline(paragraphs, paragraph);)
    out += '\n' + filled(paragraph, 0);
  if (!command.commands.empty()) out += "\nCommands:\n" + command_table(command.commands);
  if (!command.options.empty()) out += "\nOptions:\n" + option_table(addresses(command.options));
  out += "\nExamples:\n";
  for (const Example& example : command.examples) {
    out += fmt::format("  {}\n", example.line) + filled(example.does, 6);
  }
  out += "\nOptions of every command (hinge help explains them):\n";
  std::string shared;
  for (const OptionSpec& option : global_options()) shared += fmt::format("--{} ", option.name);
  return out + filled(shared, 2);
}

}  // namespace hinge::cli
