#include <catch2/catch.hpp>
#include <set>

#include "cli/complete_values.hpp"

namespace hinge::cli {

// What only the person knows: numbers of theirs, names, notes, keys. Whoever adds an option decides
// whether Tab can offer something for it (complete_values.cpp), or adds it here.
const std::set<std::string_view> free_options = {
    "name",   "bar",        "step",       "note",    "id", "now",   "baseline", "count", "weeks",
    "detour", "worse-with", "eases-with", "cleared", "to", "today", "timeout",  "keep",  "map"};
const std::set<std::string_view> free_operands = {"lifter add", "__complete"};

TEST_CASE("Tab has something to offer for every value, or it is the person's own") {
  const auto look = [](const CommandSpec& command) {
    INFO(command.name);
    for (const OptionSpec& option : command.options) {
      INFO(option.name);
      if (option.value.empty()) continue;
      CHECK(is_value_known(option) != (free_options.count(option.name) > 0));
    }
    if (command.run == nullptr || command.most_operands == 0) return;
    CHECK(are_operands_known(command) != (free_operands.count(command.name) > 0));
  };
  for (const CommandSpec* command : all_commands()) {
    look(*command);
    for (const CommandSpec* each : command->commands) look(*each);
  }
  for (const OptionSpec& option : global_options()) {
    INFO(option.name);
    if (!option.value.empty()) {
      CHECK(is_value_known(option) != (free_options.count(option.name) > 0));
    }
  }
}

}  // namespace hinge::cli
