#include <nlohmann/json.hpp>

#include "report/json_values.hpp"
#include "report/sheet.hpp"
#include "report/target_json.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

constexpr auto word_of = [](auto value) { return std::string{to_string(value)}; };

Json json_of(const Period& period) {
  return {{"from", iso_date(period.from)},
          {"until", iso_date(period.until)},
          {"week", is_week(period) ? Json(to_string(iso_week(period.from))) : Json()}};
}

Json json_of(const BackAnswer& answer) {
  const CheckIn& checkin = answer.checkin;
  const bool lasts = symptom_of(checkin) >= Symptom::soreness;
  Json object = Json::object();
  object["checkin"] = checkin_name(checkin.id);
  put_moment(object, checkin.when);
  object["about"] = json_or_null(answer.about, iso_date);
  object["nature"] = to_string(checkin.nature);
  object["peak"] = json_or_null(checkin.peak, json_score);
  object["hours"] = lasts && answer.lasted > Minutes{0} ? json_hours(answer.lasted) : Json();
  object["ongoing"] = lasts && !checkin.lasted;
  object["limits"] = checkin.limits;
  object["where"] = json_or_null(checkin.where, word_of);
  object["side"] = json_or_null(checkin.side, word_of);
  object["worse_with"] = checkin.worse_with;
  object["eases_with"] = checkin.eases_with;
  object["twinge"] = checkin.twinge;
  object["unrelated"] = checkin.unrelated;
  object["note"] = json_text(checkin.note);
  return object;
}

Json answers_of(const std::vector<BackAnswer>& answers) {
  Json array = Json::array();
  for (const BackAnswer& answer : answers) array.push_back(json_of(answer));
  return array;
}

Json json_of(const Set& set) {
  Json object = Json::object();
  put_load(object, set.weight);
  object["reps"] = set.reps;
  object["failed"] = set.failed;
  object["rpe"] = json_or_null(set.rpe, json_score);
  return object;
}

Json json_of(const SheetLift& lift) {
  Json object = json_of_exposure(lift.exposure);
  object["work_sets"] = Json::array();
  for (const Set& set : lift.sets) object["work_sets"].push_back(json_of(set));
  object["tonnage_kg"] = json_kg(lift.tonnage);
  object["notes"] = lift.notes;
  return object;
}

Json json_of(const SheetDay& day) {
  Json object = Json::object();
  object["date"] = iso_date(day.date);
  object["checked_in"] = day.checked_in;
  object["lifts"] = Json::array();
  for (const SheetLift& lift : day.lifts) object["lifts"].push_back(json_of(lift));
  object["answers"] = answers_of(day.answers);
  return object;
}

Json json_of(const Episode& episode) {
  Json object = Json::object();
  object["lift"] = episode.lift;
  object["start"] = iso_date(episode.start);
  object["end"] = json_or_null(episode.end, iso_date);
  object["rules"] = Json::array();
  for (const RuleId rule : episode.rules) object["rules"].push_back(rule_info(rule).name);
  object["nature"] = to_string(episode.felt.nature);
  object["peak"] = json_or_null(episode.felt.peak, json_score);
  object["red_days"] = episode.red_days;
  return object;
}

Json json_of(const BestOfLift& best) {
  Json object = Json::object();
  object["lift"] = best.lift;
  if (best.load) {
    put_load(object, *best.load);
  } else {
    object["load"] = object["unit"] = object["load_kg"] = nullptr;
  }
  object["e1rm_kg"] = json_or_null(best.e1rm, json_kg);
  return object;
}

Json json_of(const Totals& totals) {
  Json object = json_of(totals.period);
  object["training_days"] = totals.training_days;
  object["without_checkin"] = totals.without_checkin;
  object["work_sets"] = totals.work_sets;
  object["reps"] = totals.reps;
  object["tonnage_kg"] = json_kg(totals.tonnage);
  object["pain"] = json_or_null(totals.pain, json_score);
  object["best"] = Json::array();
  for (const BestOfLift& best : totals.best) object["best"].push_back(json_of(best));
  return object;
}

Json json_of(const std::vector<Counted>& counted) {
  Json array = Json::array();
  for (const Counted& each : counted) {
    array.push_back({{"what", each.what}, {"times", each.times}});
  }
  return array;
}

Json next_of(const Standing& standing) {
  Json array = Json::array();
  for (const Suggestion& suggestion : standing.next) {
    Json object = Json::object();
    put_suggestion(object, suggestion, false);
    array.push_back(std::move(object));
  }
  return array;
}

Json json_of(const Screen& screen) {
  Json object = Json::object();
  object["id"] = screen_name(screen.id);
  object["date"] = iso_date(screen.when.date);
  object["yes"] = Json::array();
  for (const RedFlag flag : screen.yes) object["yes"].push_back(to_string(flag));
  object["cleared_by"] =
      json_or_null(screen.cleared_by, [](const std::string& who) { return who; });
  return object;
}

Json json_of(const Sheet& sheet) {
  const auto screen = [](const Screen& each) { return json_of(each); };
  Json object = json_of_status(sheet.standing.status, sheet.as_of.date);
  object["next"] = next_of(sheet.standing);
  object["screened"] = json_or_null(sheet.screened, screen);
  object["cleared"] = json_or_null(sheet.cleared, screen);
  object["days"] = Json::array();
  for (const SheetDay& day : sheet.days) object["days"].push_back(json_of(day));
  object["earlier"] = answers_of(sheet.earlier);
  object["episodes"] = Json::array();
  for (const Episode& episode : sheet.episodes) object["episodes"].push_back(json_of(episode));
  object["worse_with"] = json_of(sheet.worse_with);
  object["eases_with"] = json_of(sheet.eases_with);
  object["now"] = json_of(sheet.now);
  object["before"] = json_of(sheet.before);
  object["start"] = json_or_null(sheet.start, [](const Totals& start) { return json_of(start); });
  return object;
}

/// A value inside a document: without the newline that ends one.
std::string inside(const Json& value) {
  std::string out = written(value);
  out.pop_back();
  return out;
}

std::string opening(const ReportHead& head, const Style& /*style*/) {
  Json object = document("report");
  object.update(json_of(head.period));
  object["as_of"] = iso_date(head.as_of);
  std::string out = inside(object);
  out.pop_back();  // the lifters are still to come into the object
  return out + R"(,"lifters":[)";
}

std::string page(const Sheet& sheet, const ReportHead& /*head*/, const Style& /*style*/) {
  return inside(json_of(sheet));
}

std::string closing(const ReportHead& head, const Style& /*style*/) {
  return R"(],"unreadable":)" + inside(head.unreadable) + "}\n";
}

}  // namespace

const ReportForm json_report{"json", ",", opening, page, closing};

}  // namespace hinge::report
