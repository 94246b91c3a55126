#include <nlohmann/json.hpp>

#include "report/chart.hpp"
#include "report/json_values.hpp"

namespace hinge::report {
namespace {

Json json_of(const TimelinePoint& point) {
  Json object = Json::object();
  object["date"] = iso_date(point.date);
  object["week"] = to_string(iso_week(point.date));
  object["sessions"] = point.sessions;
  if (point.load) {
    put_load(object, *point.load);
  } else {
    object["load"] = object["unit"] = object["load_kg"] = nullptr;
  }
  object["outlier_kg"] =
      json_or_null(point.outlier, [](Weight each) { return json_kg(each.load); });
  object["sets"] = point.sets;
  object["reps"] = point.reps;
  object["volume_kg"] = Json::parse(kg_of(point.work.volume));
  object["e1rm_kg"] = point.e1rm ? json_kg(point.e1rm->estimate.load) : Json();
  object["e1rm_rough"] = point.e1rm ? Json(point.e1rm->estimate.rough) : Json();
  object["decision"] = to_string(point.decision);
  object["deload_percent"] = point.deload_percent ? Json(*point.deload_percent) : Json();
  object["phase"] = to_string(point.phase);
  object["missed"] = point.missed;
  object["light"] = point.light;
  object["checked_in"] = point.checked_in;
  return object;
}

Json json_of(const PhaseSpan& span) {
  return {{"phase", to_string(span.phase)},
          {"since", iso_date(span.first)},
          {"until", iso_date(span.last)}};
}

std::string_view family_name(Symptom symptom) {
  if (is_pain(symptom)) return "pain";
  if (symptom == Symptom::soreness) return "soreness";
  return symptom == Symptom::sensation ? "sensation" : "none";
}

Json json_of(const TimelineCheckIn& mark) {
  const bool lasted = mark.symptom >= Symptom::soreness;
  Json object = Json::object();
  object["date"] = iso_date(mark.date);
  object["nature"] = to_string(mark.nature);
  object["counts_as"] = family_name(mark.symptom);
  object["peak"] = json_or_null(mark.peak, json_score);
  object["hours"] = lasted ? json_hours(mark.lasted) : Json();
  object["ongoing"] = mark.ongoing;
  object["limits"] = mark.limits;
  object["unrelated"] = mark.unrelated;
  object["training_day"] = json_or_null(mark.session, iso_date);
  return object;
}

template <class Items>
Json list_of(const Items& items) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(json_of(item));
  return list;
}

Json json_of(const Timeline& timeline) {
  Json object = Json::object();
  object["lift"] = timeline.lift;
  object["exposures"] = list_of(timeline.points);
  object["phases"] = list_of(timeline.phases);
  return object;
}

}  // namespace

std::string json(const Chart& chart) {
  Json object = document("chart");
  object["lifter"] = chart.lifter;
  object["since"] = iso_date(chart.first);
  object["until"] = iso_date(chart.last);
  object["measures"] = Json::array();
  for (const Measure measure : chart.measures) object["measures"].push_back(to_string(measure));
  object["lifts"] = Json::array();
  for (const Timeline& timeline : chart.lifts) object["lifts"].push_back(json_of(timeline));
  object["checkins"] = list_of(chart.checkins);
  return written(object);
}

}  // namespace hinge::report
