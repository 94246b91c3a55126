#include "report/learn.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>

#include "report/layout.hpp"

using namespace hinge;
using namespace hinge::report;

TEST_CASE("every file of data/learn is a topic, and every topic a file") {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(HINGE_SOURCE_DIR "/data/learn")) {
    files.insert(entry.path().stem().string());
  }
  std::set<std::string> names;
  for (const Topic& topic : topics()) names.insert(topic.name);
  CHECK(names == files);
  CHECK(names.size() == topics().size());
  CHECK_FALSE(find_topic("deadlifts"));
}

TEST_CASE("a topic is a title and paragraphs; items of a list are paragraphs of their own") {
  const auto topic = find_topic("soreness-or-pain");
  REQUIRE(topic);
  CHECK(topic->title == "Is it soreness, or pain?");
  CHECK(std::count(topic->paragraphs.begin(), topic->paragraphs.end(), "- it is sharp") == 1);
  CHECK(std::count_if(topic->paragraphs.begin(), topic->paragraphs.end(),
                      [](const std::string& each) { return each.substr(0, 2) == "- "; }) == 4);
  for (const std::string& paragraph : topic->paragraphs) {
    CHECK(paragraph.find_first_of("\n#*`") == std::string::npos);
    CHECK(paragraph.find("  ") == std::string::npos);
  }
}

TEST_CASE("a topic is read in a minute") {
  for (const Topic& topic : topics()) {
    const std::string said = text(topic, Style{});
    INFO(topic.name);
    CHECK(std::count(said.begin(), said.end(), '\n') <= 45);
  }
}

TEST_CASE("topics keep to the width, and say the same at any") {
  const auto width = GENERATE(40, 60, 80, 200);
  for (const Topic& topic : topics()) {
    std::istringstream lines{text(topic, Style{width, false, false, false})};
    std::string words;
    for (std::string line; std::getline(lines, line);) {
      CHECK(columns(line) <= static_cast<std::size_t>(std::min(width, 80)));
      std::istringstream in_line{line};
      for (std::string word; in_line >> word;) words += word + " ";
    }
    std::string said = topic.title + " ";
    for (const std::string& paragraph : topic.paragraphs) said += paragraph + " ";
    CHECK(words == said);
  }
}

TEST_CASE("no topic uses a word that frightens") {
  for (const Topic& topic : topics()) {
    std::string all;
    for (const std::string& paragraph : topic.paragraphs) all += paragraph + "\n";
    for (const char* word : {"injur", "damage", "danger", "harm", "risk", "tear", "rupture"}) {
      INFO(topic.name << " says " << word);
      CHECK(all.find(word) == std::string::npos);
    }
  }
}
