#include "report/learn.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "data_file.hpp"
#include "report/json_values.hpp"
#include "report/layout.hpp"

namespace hinge::report {
namespace {

constexpr std::array<std::string_view, 8> names = {
    "normal",
    "soreness-or-pain",
    "how-long",
    "calm-down-build-up",
    "lighter-is-not-worse",
    "when-to-see-someone",
    "what-studies-say",
    "words",
};

/// Takes one line off the front of `rest`.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

/// A line goes on with the paragraph above it, unless that has ended or the line begins an item.
Topic read_topic(std::string_view name) {
  std::string_view rest = data_file("learn/" + std::string{name} + ".md");
  Topic topic{std::string{name}, std::string{next_line(rest).substr(2)}, {}};
  bool ended = true;
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string_view::npos) {
      ended = true;
    } else if (ended || line.substr(0, 2) == "- ") {
      topic.paragraphs.emplace_back(line);
      ended = false;
    } else {
      topic.paragraphs.back() += ' ';
      topic.paragraphs.back() += line.substr(first);
    }
  }
  return topic;
}

bool is_item(std::string_view paragraph) { return paragraph.substr(0, 2) == "- "; }

}  // namespace

std::vector<Topic> topics() {
  std::vector<Topic> all;
  all.reserve(names.size());
  for (const std::string_view name : names) all.push_back(read_topic(name));
  return all;
}

std::optional<Topic> find_topic(std::string_view name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) return std::nullopt;
  return read_topic(name);
}

std::string topic_list(const Style& style) {
  std::vector<Fact> facts;
  for (const Topic& topic : topics()) facts.push_back({topic.name, topic.title, {}});
  Page page{style};
  page.list(facts);
  return page.str();
}

std::string text(const Topic& topic, const Style& style) {
  Page page{style};
  page.statement("topic", topic.title, Tone::strong);
  bool in_list = false;
  for (const std::string& paragraph : topic.paragraphs) {
    if (!(in_list && is_item(paragraph))) page.blank();
    in_list = is_item(paragraph);
    if (in_list) {
      page.line(page.plain() ? "point: " : "- ", std::string_view{paragraph}.substr(2));
    } else {
      page.statement("text", paragraph);
    }
  }
  return page.str();
}

std::string json(const std::vector<Topic>& topics) {
  Json object = document("learn");
  object["topics"] = Json::array();
  for (const Topic& topic : topics) {
    object["topics"].push_back(
        {{"topic", topic.name}, {"title", topic.title}, {"paragraphs", topic.paragraphs}});
  }
  return written(object);
}

}  // namespace hinge::report
