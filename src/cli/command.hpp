#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace hinge::cli {

struct Invocation;

/// How often an option may stand, and how many values follow it.
enum class Times : std::uint8_t {
  once,
  repeatable,  ///< one value each time
  list,        ///< all the values that follow it, each time
};

/// One option, for parsing, help, manual pages and completion alike.
struct OptionSpec {
  std::string_view name;                           ///< "lift", without the dashes
  char letter = '\0';                              ///< 'l'; none: '\0'
  std::string_view value;                          ///< what follows it ("NAME"); empty: a flag
  std::string_view help;                           ///< one line, no full stop
  std::span<const std::string_view> choices = {};  ///< the values it takes; empty: any
  Times times = Times::once;
};

struct Example {
  std::string_view line;  ///< "hinge log 140x5x3 @8"
  std::string_view does;
};

/// One command, or a group of commands under one noun ("lifter").
struct CommandSpec {
  std::string_view name;     ///< "log", "lifter add"
  std::string_view alias;    ///< another name of it; empty: none
  std::string_view summary;  ///< one line, no full stop
  std::string_view usage;    ///< what follows the name
  std::string_view description;
  std::span<const OptionSpec> options;
  std::span<const Example> examples;
  int most_operands = 0;  ///< arguments that are no options; -1: any number
  int (*run)(Invocation&) = nullptr;
  std::span<const CommandSpec* const> commands = {};  ///< of a group
  bool hidden = false;                                ///< left out of the list of commands
};

/// All commands that stand on their own, in the order help lists them.
[[nodiscard]] std::span<const CommandSpec* const> all_commands();
/// By name or alias.
[[nodiscard]] const CommandSpec* find_command(std::span<const CommandSpec* const> commands,
                                              std::string_view name);
/// The options every command takes.
[[nodiscard]] std::span<const OptionSpec> global_options();

}  // namespace hinge::cli
