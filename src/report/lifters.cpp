#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/text.hpp"
#include "report/json_values.hpp"
#include "report/layout.hpp"
#include "report/log_json.hpp"
#include "report/record_facts.hpp"
#include "report/record_json.hpp"

namespace hinge::report {
namespace {

void put_loading(Json& object, const Loading& loading) {
  object["unit"] = to_string(loading.unit);
  object["bar"] = json_number(loading.unit, loading.bar);
  object["bar_kg"] = json_kg(loading.bar);
  object["step"] = json_number(loading.unit, loading.step);
  object["step_kg"] = json_kg(loading.step);
}

std::string name_of(const Lifter& lifter) {
  return lifter.name.empty() ? std::string{} : escaped_for_terminal(lifter.name);
}

}  // namespace

void put(Json& object, const Lifter& lifter) {
  object["lifter"] = lifter.id;
  object["name"] = json_text(lifter.name);
  object["archived"] = lifter.archived;
  put_loading(object, lifter.loading);
  object["lifts"] = Json::array();
  for (const auto& [lift, loading] : lifter.lifts) {
    Json& entry = object["lifts"].emplace_back(Json::object());
    entry["lift"] = lift;
    put_loading(entry, loading);
  }
}

std::string text(const Lifter& lifter, const Style& style) {
  Page page{style};
  page.record({"lifter", lifter.id, lifter.id}, {}, Tone::strong);
  std::vector<Fact> facts;
  if (!lifter.name.empty()) facts.push_back({"name", name_of(lifter), {}});
  facts.push_back({"loads", loading_words(lifter.loading), {}});
  for (const auto& [lift, loading] : lifter.lifts) {
    facts.push_back({escaped_for_terminal(lift), loading_words(loading), {}});
  }
  if (lifter.archived) facts.push_back({"archived", "yes", {}});
  page.list(facts);
  return page.str();
}

std::string json(const Lifter& lifter) {
  Json object = document("lifter");
  put(object, lifter);
  return written(object);
}

std::string text(const std::vector<Lifter>& lifters, const Style& style) {
  Page page{style};
  std::size_t widest = 0;
  for (const Lifter& lifter : lifters) widest = std::max(widest, lifter.id.size());
  for (const Lifter& lifter : lifters) {
    std::vector<Fact> facts;
    if (!lifter.name.empty()) facts.push_back({"name", name_of(lifter), {}});
    facts.push_back({"loads", loading_words(lifter.loading), {}});
    if (lifter.archived) facts.push_back({"archived", "yes", "(archived)"});
    page.record({"lifter", lifter.id, padded(lifter.id, widest) + "  "}, facts);
  }
  return page.str();
}

std::string json(const std::vector<Lifter>& lifters) {
  Json object = document("lifters");
  object["lifters"] = Json::array();
  for (const Lifter& lifter : lifters) {
    Json& entry = object["lifters"].emplace_back(Json::object());
    put(entry, lifter);
  }
  return written(object);
}

namespace {

/// As hinge.suggest/1 has it, and the exact loads beside it.
void put_kept(Json& object, const Loading& loading) {
  object["unit"] = to_string(loading.unit);
  object["bar"] = json_number(loading.unit, loading.bar);
  object["bar_nanograms"] = loading.bar.nanograms();
  object["step"] = json_number(loading.unit, loading.step);
  object["step_nanograms"] = loading.step.nanograms();
}

}  // namespace

std::string log_json(const Lifter& lifter) {
  Json object = Json::object();
  object["id"] = lifter.id;
  object["name"] = json_text(lifter.name);
  object["archived"] = lifter.archived;
  put_kept(object, lifter.loading);
  object["lifts"] = Json::object();
  for (const auto& [lift, loading] : lifter.lifts) {
    Json own = Json::object();
    put_kept(own, loading);
    object["lifts"][lift] = std::move(own);
  }
  std::string text = written(object);
  text.pop_back();
  return text;
}

}  // namespace hinge::report
