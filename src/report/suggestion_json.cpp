#include <nlohmann/json.hpp>
#include "report/json_values.hpp"
#include "report/plates.hpp"
#include "report/report.hpp"
#include "report/rule_words.hpp"
#include "report/target_json.hpp"

namespace hinge::report {
namespace {

Json json_of_weight(Weight weight) {
  Json object = Json::object();
  put_load(object, weight);
  return object;
}

Json json_of(const Finding& finding) {
  const RuleInfo& rule = rule_info(finding.rule);
  Json object = Json::object();
  object["id"] = rule.name;
  object["verdict"] = to_string(finding.verdict);
  object["seen"] = seen_by(finding);
  object["limit"] = limit_of(finding);
  object["source"] = to_string(rule.source);
  object["records"] = finding.records;
  return object;
}

Json delta_of(const Suggestion& suggestion) {
  if (!suggestion.target || !suggestion.reference) return nullptr;
  return json_kg(suggestion.target->weight.load - suggestion.reference->load);
}

Json json_of_working(const Working& working) {
  Json object = Json::object();
  object["rung"] = working.rung;
  object["one_rep_max"] = json_or_null(working.one_rep_max, json_of_weight);
  object["training_max"] = json_or_null(working.training_max, json_of_weight);
  object["percents"] = working.percents;
  object["step"] = json_or_null(working.step, json_of_weight);
  object["step_halved"] = working.step_halved;
  return object;
}

/// null where it was not asked for, or nothing goes on a bar.
Json json_of_plates(const Suggestion& suggestion, const NextOptions& options) {
  const Loading& loading = options.loading;
  if (!options.plates || !suggestion.target || loading.bar.nanograms() == 0) return nullptr;
  const LoadedBar made = loaded_bar(suggestion.target->weight.load, loading);
  Json object = Json::object();
  object["unit"] = to_string(loading.unit);
  object["bar"] = json_number(loading.unit, made.bar);
  object["each_side"] = Json::array();
  for (const Load plate : made.each_side) {
    object["each_side"].push_back(json_number(loading.unit, plate));
  }
  object["short_by"] = json_number(loading.unit, made.short_by);
  return object;
}

}  // namespace

Json json_of_target(const Target& target) {
  Json object = Json::object();
  put_load(object, target.weight);
  object["sets"] = target.sets;
  object["reps"] = target.reps;
  object["rpe_cap"] = json_or_null(target.rpe_cap, json_score);
  object["lead_in"] = Json::array();
  for (const LeadIn& set : target.lead_in) {
    Json lighter = json_of_weight(set.weight);
    lighter["reps"] = set.reps;
    object["lead_in"].push_back(std::move(lighter));
  }
  return object;
}

void put_suggestion(Json& object, const Suggestion& suggestion, bool all_rules) {
  object["lift"] = suggestion.lift;
  object["for"] = iso_date(suggestion.asked_for);
  object["earliest"] = iso_date(suggestion.earliest);
  object["phase"] = to_string(suggestion.phase);
  object["decision"] = to_string(suggestion.decision);
  object["deload_percent"] = suggestion.deload_percent ? Json(*suggestion.deload_percent) : Json();
  object["provisional_until"] = json_or_null(suggestion.provisional_until,
                                             [](const Moment& until) { return to_string(until); });
  object["calm_until"] =
      json_or_null(suggestion.calm_until, [](const Moment& until) { return to_string(until); });
  object["target"] = json_or_null(suggestion.target, json_of_target);
  object["reference"] = json_or_null(suggestion.reference, json_of_weight);
  object["delta_kg"] = delta_of(suggestion);
  object["full_sets"] = suggestion.full_sets > 0 ? Json(suggestion.full_sets) : Json();
  object["wave_week"] = suggestion.wave_week ? Json(*suggestion.wave_week) : Json();
  object["refer"] = to_string(suggestion.refer);
  object["summary"] = summary(suggestion);
  object["rules"] = Json::array();
  for (const Finding& finding : suggestion.findings) {
    if (finding.verdict == Verdict::pass && !all_rules) continue;
    object["rules"].push_back(json_of(finding));
  }
  object["policy"] = {{"name", suggestion.policy},
                      {"version", suggestion.policy_version},
                      {"clinician", json_text(suggestion.clinician)},
                      {"back_policy", json_text(suggestion.back_policy)}};
}

std::string json(const Suggestion& suggestion, std::string_view lifter,
                 const NextOptions& options) {
  Json object = document("next");
  object["lifter"] = lifter;
  put_suggestion(object, suggestion, options.explain);
  object["screen_due"] = options.screen_due;
  object["plates"] = json_of_plates(suggestion, options);
  object["working"] =
      options.explain ? json_or_null(suggestion.working, json_of_working) : Json(nullptr);
  return written(object);
}

}  // namespace hinge::report
