#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "report/layout.hpp"
#include "world.hpp"

namespace hinge::cli {
namespace {

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    widest = std::max(widest, report::columns(line));
  }
  return widest;
}

/// The words alone, whatever the lines.
std::string words_of(const std::string& text) {
  std::string words;
  std::istringstream in{text};
  for (std::string word; in >> word;) words += word + " ";
  return words;
}

}  // namespace

TEST_CASE("a narrow terminal cuts neither errors nor greetings inside a word") {
  World wide;
  World narrow;
  narrow.terminal.width = 50;
  narrow.terminal.err = narrow.terminal.out = true;
  narrow.environment.no_color = "1";
  const auto args = GENERATE(values<std::vector<std::string>>({
      {"log", "140x5", "--on", "2026-13-01"},
      {"log", "140x5x3", "--on", "fri"},
      {"feel", "ache=3", "--lasted", "48h"},
      {"next", "--lift", "somersault"},
      {"lgo"},
  }));
  const Ran on_wide = wide.run(args);
  const Ran on_narrow = narrow.run(args);
  INFO(on_narrow.out << on_narrow.err);
  CHECK(on_narrow.code == on_wide.code);
  CHECK(widest_line(on_narrow.out) <= 50);
  CHECK(widest_line(on_narrow.err) <= 50);
  CHECK(words_of(on_narrow.err) == words_of(on_wide.err));
  CHECK(words_of(on_narrow.out) == words_of(on_wide.out));
}

TEST_CASE("an error that goes to a file is one line, however long") {
  World world;
  world.terminal.width = 50;
  const Ran ran = world.run({"log", "140x5", "--on", "2026-13-01"});
  CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
  CHECK(widest_line(ran.err) > 50);
}

}  // namespace hinge::cli
