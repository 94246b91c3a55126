#include <nlohmann/json.hpp>

#include "report/json_values.hpp"
#include "report/policies.hpp"
#include "report/target_json.hpp"

namespace hinge::report {
namespace {

Json json_of(const NamedPolicy& policy) {
  return {{"lift", json_text(policy.lift)},
          {"name", json_text(policy.name)},
          {"version", policy.version}};
}

Json json_of(const PolicyChoice& choice) {
  Json object = json_of(choice.now);
  object["clinician"] = json_text(choice.clinician);
  object["at"] = json_text(choice.at);
  object["removed"] = choice.removed;
  object["changed"] = Json::array();
  for (const ChangedKey& change : choice.changed) {
    object["changed"].push_back({{"key", change.key},
                                 {"before", Json::parse(change.before)},
                                 {"after", Json::parse(change.after)}});
  }
  return object;
}

Json json_of(const std::vector<PolicyChoice>& choices) {
  Json list = Json::array();
  for (const PolicyChoice& choice : choices) list.push_back(json_of(choice));
  return list;
}

Json json_of(const Suggested& suggested) {
  Json object = Json::object();
  object["decision"] = to_string(suggested.decision);
  object["deload_percent"] = suggested.deload_percent ? Json(*suggested.deload_percent) : Json();
  object["target"] = json_or_null(suggested.target, json_of_target);
  return object;
}

}  // namespace

std::string json(const PolicyList& list) {
  Json object = document("policies");
  object["lifter"] = json_text(list.lifter);
  object["in_use"] = Json::array();
  for (const NamedPolicy& policy : list.in_use) object["in_use"].push_back(json_of(policy));
  object["built_in"] = Json::array();
  for (const Policy& policy : built_in_policies()) {
    object["built_in"].push_back({{"name", policy.name}, {"for", purpose_of(policy.name)}});
  }
  object["own"] = Json::array();
  for (const NamedPolicy& policy : list.own) {
    object["own"].push_back({{"name", policy.name}, {"version", policy.version}});
  }
  return written(object);
}

std::string json(const ChosenPolicies& chosen) {
  Json object = document("policy_set");
  object["lifter"] = chosen.lifter;
  object["choices"] = json_of(chosen.choices);
  return written(object);
}

std::string json(const PolicyLog& log) {
  Json object = document("policy_log");
  object["lifter"] = log.lifter;
  object["beginning"] = json_of(first_policy());
  object["choices"] = json_of(log.choices);
  return written(object);
}

std::string json(const PolicyCheck& check) {
  Json object = document("policy_check");
  object["lifter"] = json_text(check.lifter);
  object["policy"] = check.name;
  object["lift"] = json_text(check.lift);
  object["looked_at"] = check.looked_at;
  object["different"] = Json::array();
  for (const DifferentDecision& each : check.different) {
    object["different"].push_back({{"date", iso_date(each.date)},
                                   {"next", each.is_next},
                                   {"lift", each.lift},
                                   {"now", json_of(each.before)},
                                   {"then", json_of(each.after)}});
  }
  return written(object);
}

}  // namespace hinge::report
