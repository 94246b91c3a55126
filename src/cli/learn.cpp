#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/invocation.hpp"
#include "domain/did_you_mean.hpp"
#include "report/learn.hpp"

namespace hinge::cli {
namespace {

/// "soreness-or-pain"; its words may stand apart.
std::string topic_name(const Invocation& call) {
  std::string name;
  for (const std::string& word : call.arguments.operands()) {
    name += (name.empty() ? "" : "-") + word;
  }
  return name;
}

report::Topic topic_named(const std::string& name) {
  if (auto topic = report::find_topic(name)) return *std::move(topic);
  const std::vector<report::Topic> topics = report::topics();
  std::vector<std::string_view> names;
  names.reserve(topics.size());
  for (const report::Topic& topic : topics) names.emplace_back(topic.name);
  throw Error(ErrorKind::not_found, fmt::format("there is no topic '{}'", name),
              did_you_mean_or(name, names, "see them all: hinge learn"));
}

int run_learn(Invocation& call) {
  const std::string name = topic_name(call);
  const report::Style style = style_of(call);
  if (name.empty()) {
    answer(call, call.globals.json ? report::json(report::topics()) : report::topic_list(style));
    if (!call.globals.json) hint(call, "Read one: hinge learn normal");
    return 0;
  }
  const report::Topic topic = topic_named(name);
  answer(call, call.globals.json ? report::json(std::vector{topic}) : report::text(topic, style));
  return 0;
}

constexpr std::array examples = {
    Example{"hinge learn", "What there is to read."},
    Example{"hinge learn soreness-or-pain", "How to tell the one from the other."},
};

}  // namespace

constexpr CommandSpec learn_command{
    "learn",
    "",
    "read what is normal, and what is not",
    "[TOPIC]",
    "A few plain sentences on a topic: what is normal, soreness or pain, what lasts how long, what "
    "to do about it, and what the studies say and don't. Needs no log.",
    {},
    examples,
    -1,
    run_learn};

}  // namespace hinge::cli
