#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace hinge::report {

/// One of the article's ideas in our own words (data/learn/NAME.md).
struct Topic {
  std::string name;                     ///< "soreness-or-pain"
  std::string title;                    ///< "Is it soreness, or pain?"
  std::vector<std::string> paragraphs;  ///< on one line each; an item of a list begins with "- "
};

/// All of them, in the order to read them in.
[[nodiscard]] std::vector<Topic> topics();
/// The one of that name; none where there is no such topic.
[[nodiscard]] std::optional<Topic> find_topic(std::string_view name);

/// Which topics there are.
[[nodiscard]] std::string topic_list(const Style& style);
[[nodiscard]] std::string text(const Topic& topic, const Style& style);
/// hinge.learn/1, of one topic or all.
[[nodiscard]] std::string json(const std::vector<Topic>& topics);

}  // namespace hinge::report
