#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>

#include "cli/arguments.hpp"
#include "cli/help.hpp"
#include "hinge/error.hpp"
#include "world.hpp"

namespace hinge::cli {
namespace {

using Words = std::vector<std::string>;

const CommandSpec& command_named(std::string_view name) {
  const CommandSpec* command = find_command(all_commands(), name);
  REQUIRE(command != nullptr);
  return *command;
}

/// What parsing `words` after `name` fails with: "what; hint".
std::string refusal(std::string_view name, const Words& words) {
  try {
    static_cast<void>(parse_arguments(command_named(name), words));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    return error.what() + ("; " + error.hint());
  }
  return "none";
}

/// All commands, those of groups too.
void for_each_command(const std::function<void(const CommandSpec&)>& look) {
  for (const CommandSpec* command : all_commands()) {
    look(*command);
    for (const CommandSpec* each : command->commands) look(*each);
  }
}

std::string file_text(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("options may be written in every usual way") {
  const CommandSpec& log = command_named("log");
  CHECK(parse_arguments(log, {"140x5", "--on", "fri"}).value("on") == "fri");
  CHECK(parse_arguments(log, {"--on=fri", "140x5"}).value("on") == "fri");
  CHECK(parse_arguments(log, {"--note", "--json"}).value("note") == "--json");
  CHECK(parse_arguments(log, {"--note", "--light="}).value("note") == "--light=");
  CHECK(refusal("log", {"140x5", "--light=true"}) == "--light takes no value; write: --light");
  CHECK(parse_arguments(log, {"--note=a=b"}).value("note") == "a=b");
  CHECK(parse_arguments(log, {"--note", "[a,b]"}).value("note") == "[a,b]");
  CHECK(parse_arguments(log, {"a", "--light", "b"}).operands() == Words{"a", "b"});
  CHECK(parse_arguments(log, {"--", "--light"}).operands() == Words{"--light"});
  CHECK_FALSE(parse_arguments(log, {"--", "--light"}).has("light"));
  CHECK(parse_arguments(log, {"-q", "-q"}).has("quiet"));
  const CommandSpec& history = command_named("history");
  CHECK(parse_arguments(history, {"-n5"}).value("count") == "5");
  CHECK(parse_arguments(history, {"-qn", "5"}).value("count") == "5");
  CHECK(parse_arguments(command_named("import"), {"-"}).operands() == Words{"-"});
}

TEST_CASE("a repeatable option takes one value each time, a list all that follow") {
  const Arguments feel = parse_arguments(
      command_named("feel"), {"ache=3", "--worse-with", "a", "tight", "--worse-with", "b"});
  CHECK(feel.values("worse-with") == Words{"a", "b"});
  CHECK(feel.operands() == Words{"ache=3", "tight"});
  const Arguments screen =
      parse_arguments(command_named("screen"), {"--yes", "a", "b", "--json", "--yes", "c"});
  CHECK(screen.values("yes") == Words{"a", "b", "c"});
}

TEST_CASE("what can't be parsed is refused in our own words") {
  CHECK(refusal("log", {"--lfit", "x"}) == "log has no option --lfit; did you mean --lift?");
  CHECK(refusal("log", {"--lif=x"}) == "log has no option --lif; did you mean --lift?");
  CHECK(refusal("next", {"-z"}) == "next has no option -z; see: hinge help next");
  CHECK(refusal("log", {"--on"}) == "--on needs a value; write: --on DAY");
  CHECK(refusal("history", {"-n"}) == "--count needs a value; write: --count N");
  CHECK(refusal("log", {"--on=", "fri"}) ==
        "--on= has no value after the equals sign; write it after it");
  CHECK(refusal("next", {"--json=no"}) == "--json takes no value; write: --json");
  CHECK(refusal("log", {"--on", "a", "--on", "b"}) == "--on was given 2 times; give it once");
  CHECK(refusal("next", {"now"}) == "next can't do anything with 'now'; see: hinge help next");
  CHECK(refusal("feel", {"--side", "lft"}) == "--side can't be 'lft'; did you mean left?");
}

TEST_CASE("an option by the name that it has elsewhere is known") {
  CHECK(refusal("log", {"--date", "fri"}) == "log has no option --date; did you mean --on?");
  CHECK(refusal("next", {"--date=fri"}) == "next has no option --date; did you mean --for?");
  CHECK(refusal("feel", {"--when", "fri"}) == "feel has no option --when; did you mean --on?");
  CHECK(refusal("report", {"--from", "fri"}) ==
        "report has no option --from; did you mean --since?");
  CHECK(refusal("report", {"--file", "a"}) ==
        "report has no option --file; did you mean --output?");
  CHECK(refusal("status", {"--file", "a"}) ==
        "status has no option --file; see: hinge help status");
}

TEST_CASE("a word to choose from is taken in everyday spelling") {
  const auto where = [](const std::string& typed) {
    return parse_arguments(command_named("feel"), {"ache=3", "--where", typed}).value("where");
  };
  CHECK(where("low-back") == "low-back");
  CHECK(where("Low Back") == "low-back");
  CHECK(where("lower back") == "low-back");
  CHECK(where("back") == "low-back");
  CHECK(where("upper back") == "upper-back");
  CHECK(refusal("feel", {"ache=3", "--side", "back"}) ==
        "--side can't be 'back'; it is left, right or both");
}

TEST_CASE("no command and no option is matched by its beginning") {
  World world;
  CHECK(world.run({"hist"}).code == 2);
  CHECK(refusal("next", {"--expl"}) == "next has no option --expl; did you mean --explain?");
}

TEST_CASE("global options stand before or after the command") {
  CHECK(find_command_in({"-l", "next", "log", "x"}).command->name == "log");
  CHECK(find_command_in({"-qlnext", "log"}).command->name == "log");
  CHECK(find_command_in({"--db=next", "log"}).arguments == Words{"--db=next"});
  CHECK(find_command_in({"log", "-l", "next"}).arguments == Words{"-l", "next"});
  CHECK(find_command_in({"--json"}).command == nullptr);
  CHECK(find_command_in({"--", "log"}).command == nullptr);
  CHECK(find_command_in({"checkin"}).command->name == "feel");
  CHECK(find_command_in({"client", "--json", "list"}).command->name == "lifter");
  CHECK(find_command_in({"client", "list"}).command->name == "lifter list");
  CHECK_THROWS_WITH(find_command_in({"--lifterr", "me", "next"}),
                    "no option --lifterr stands before a command");
}

TEST_CASE("every command is whole: examples, help and a page with each of its options") {
  for_each_command([](const CommandSpec& command) {
    INFO(command.name);
    CHECK(command.examples.size() >= 2);
    CHECK((command.run != nullptr || !command.commands.empty()));
    const std::string help = help_for(command, widest);
    const std::string noun(command.name.substr(0, command.name.find(' ')));
    const std::string page =
        file_text(std::string(HINGE_SOURCE_DIR) + "/docs/commands/" + noun + ".md");
    REQUIRE_FALSE(page.empty());
    std::set<std::string_view> names;
    for (const OptionSpec& option : command.options) {
      INFO(option.name);
      CHECK(names.insert(option.name).second);
      const std::string dashed = "--" + std::string(option.name);
      CHECK(help.find(dashed) != std::string::npos);
      CHECK(page.find(dashed) != std::string::npos);
      const std::string in_usage =
          option.letter == '\0' ? dashed : std::string("-") + option.letter;
      CHECK(command.usage.find(in_usage) != std::string_view::npos);
    }
  });
}

TEST_CASE("every page of docs/commands belongs to a command") {
  for (const auto& page :
       std::filesystem::directory_iterator(std::string(HINGE_SOURCE_DIR) + "/docs/commands")) {
    INFO(page.path());
    const std::string name = page.path().stem().string();
    CHECK((name == "README" || find_command(all_commands(), name) != nullptr));
  }
}

TEST_CASE("no help is wider than 80") {
  std::string all = overview(widest);
  for_each_command([&all](const CommandSpec& command) { all += help_for(command, widest); });
  std::istringstream lines(all);
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    CHECK(line.size() <= 80);
  }
}

}  // namespace hinge::cli
