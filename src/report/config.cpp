#include "report/config.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "domain/text.hpp"
#include "report/json_values.hpp"
#include "report/layout.hpp"

namespace hinge::report {
namespace {

std::string_view to_string(SettingSource source) {
  constexpr std::array<std::string_view, 4> words = {"option", "environment", "file", "default"};
  return words.at(static_cast<std::size_t>(source));
}

std::string value_words(const Setting& setting) {
  std::string words =
      setting.value.empty() ? std::string{"not set"} : escaped_for_terminal(setting.value);
  if (setting.from == SettingSource::standard) {
    return setting.value.empty() ? words : words + " (default)";
  }
  words +=
      setting.from == SettingSource::file ? " (from the file)" : " (from " + setting.name + ")";
  return words;
}

}  // namespace

std::string text(const std::vector<Setting>& settings, const std::string& file,
                 const std::string& undo, const Style& style) {
  Page page{style};
  std::vector<Fact> facts;
  facts.reserve(settings.size() + 2);
  for (const Setting& setting : settings) {
    facts.push_back({setting.key, value_words(setting) + ": " + setting.meaning, {}});
  }
  facts.push_back({"file", escaped_for_terminal(file), {}});
  if (!undo.empty()) facts.push_back({"undo", undo, {}});
  page.list(facts);
  return page.str();
}

std::string json(const std::vector<Setting>& settings, const std::string& file) {
  Json object = document("config");
  object["file"] = file;
  object["items"] = Json::array();
  for (const Setting& setting : settings) {
    object["items"].push_back({{"key", setting.key},
                               {"value", json_text(setting.value)},
                               {"from", to_string(setting.from)},
                               {"name", json_text(setting.name)}});
  }
  return written(object);
}

}  // namespace hinge::report
