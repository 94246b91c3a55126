#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "report/json_values.hpp"
#include "report/road.hpp"
#include "report/target_json.hpp"

namespace hinge::report {
namespace {

Json json_of(const DayFelt& felt) {
  Json object = Json::object();
  object["checked_in"] = felt.checked_in;
  object["nature"] = felt.checked_in ? Json(to_string(felt.nature)) : Json();
  object["peak"] = json_or_null(felt.peak, json_score);
  object["hours"] = felt.lasted > Minutes{0} ? json_hours(felt.lasted) : Json();
  object["ongoing"] = felt.ongoing;
  object["limits"] = felt.checked_in ? Json(felt.limits) : Json();
  return object;
}

Json done_of(const Exposure& exposure) {
  Json object = Json::object();
  if (exposure.load) {
    put_load(object, *exposure.load);
  } else {
    object["load"] = object["unit"] = object["load_kg"] = nullptr;
  }
  object["sets"] = exposure.sets;
  object["reps"] = exposure.reps;
  object["rpe"] = json_or_null(exposure.rpe, json_score);
  object["missed"] = exposure.missed;
  object["light"] = exposure.light;
  object["outlier_kg"] =
      json_or_null(exposure.outlier, [](Weight each) { return json_kg(each.load); });
  return object;
}

Json json_of(const PlannedDay& day) {
  Json object = Json::object();
  object["date"] = iso_date(day.date);
  object["decision"] = to_string(day.decision);
  object["deload_percent"] = day.deload_percent ? Json(*day.deload_percent) : Json();
  object["target"] = json_of_target(day.target);
  object["phase"] = to_string(day.phase);
  object["wave_week"] = day.wave_week ? Json(*day.wave_week) : Json();
  object["detour"] = day.detour;
  return object;
}

Json json_of_policy(const Policy& policy) {
  return {{"name", policy.name}, {"version", policy.version}};
}

Json days_of(const Plan& plan) {
  Json days = Json::array();
  for (const PlannedDay& day : plan.days) days.push_back(json_of(day));
  return days;
}

}  // namespace

Json json_of_exposure(const Exposure& exposure) {
  Json object = Json::object();
  object["date"] = iso_date(exposure.date);
  object["lift"] = exposure.lift;
  object["sessions"] = exposure.sessions;
  object["suggested"] = {
      {"decision", to_string(exposure.decision)},
      {"deload_percent", exposure.deload_percent ? Json(*exposure.deload_percent) : Json()},
      {"target", json_or_null(exposure.suggested, json_of_target)}};
  object["done"] = done_of(exposure);
  object["adherence"] = to_string(exposure.adherence);
  object["felt"] = json_of(exposure.felt);
  object["rules"] = Json::array();
  for (const RuleId rule : exposure.rules) object["rules"].push_back(rule_info(rule).name);
  object["phase"] = to_string(exposure.phase);
  object["refer"] = to_string(exposure.refer);
  return object;
}

std::string json(const ReplayedLog& replayed) {
  Json object = document("replay");
  object["lifter"] = replayed.lifter;
  const Policies& policies = replayed.policies;
  object["policy"] = json_of_policy(replayed.lift ? policies.of(*replayed.lift) : policies.general);
  object["lift_policies"] = Json::object();
  for (const auto& [lift, policy] : policies.lifts) {
    object["lift_policies"][lift] = json_of_policy(policy);
  }
  object["assumed_green"] = replayed.assumed_green;
  object["exposures"] = Json::array();
  for (const Exposure& each : replayed.exposures)
    object["exposures"].push_back(json_of_exposure(each));
  constexpr std::array kinds = {Adherence::unasked, Adherence::as_suggested, Adherence::more,
                                Adherence::less, Adherence::no_load};
  object["adherence"] = Json::object();
  for (const Adherence kind : kinds) {
    object["adherence"][std::string{to_string(kind)}] =
        std::count_if(replayed.exposures.begin(), replayed.exposures.end(),
                      [kind](const Exposure& each) { return each.adherence == kind; });
  }
  return written(object);
}

std::string json(const RoadAhead& road) {
  const Suggestion& today = road.plan.today;
  Json object = document("plan");
  object["lifter"] = road.lifter;
  object["lift"] = today.lift;
  object["from"] = iso_date(today.asked_for);
  object["decision"] = to_string(today.decision);
  object["to_kg"] = json_or_null(road.request.to, json_kg);
  object["weeks"] = road.request.to ? Json() : Json(road.request.weeks);
  object["detour_week"] = road.request.detour ? Json(*road.request.detour) : Json();
  object["rhythm"] = {{"exposures", road.plan.rhythm.exposures},
                      {"days", road.plan.rhythm.days},
                      {"own", road.plan.rhythm.own}};
  object["calm_first"] = road.plan.calm_first;
  object["reached"] = road.plan.reached;
  object["days"] = days_of(road.plan);
  object["without_detour"] = json_or_null(road.straight, days_of);
  object["policy"] = {{"name", today.policy}, {"version", today.policy_version}};
  return written(object);
}

}  // namespace hinge::report
