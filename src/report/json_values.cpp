#include "report/json_values.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "domain/text.hpp"

namespace hinge::report {
namespace {

/// What `number_in` wrote, as a number again.
std::int64_t thousandths_in(const std::string& number) {
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return static_cast<std::int64_t>(value * 1000 + (value < 0 ? -0.5 : 0.5));
}

}  // namespace

Json json_thousandths(std::int64_t thousandths) {
  if (thousandths % 1000 == 0) return thousandths / 1000;
  return static_cast<double>(thousandths) / 1000;
}

Json json_number(Unit unit, Load load) {
  return json_thousandths(thousandths_in(number_in(unit, load)));
}

Json json_kg(Load load) {
  constexpr std::int64_t gram = nanograms_per_thousandth(Unit::kg);
  const std::int64_t nanograms = load.nanograms();
  return json_thousandths((nanograms + (nanograms < 0 ? -gram / 2 : gram / 2)) / gram);
}

Json json_score(Score score) { return json_thousandths(std::int64_t{score.in_halves()} * 500); }

Json json_hours(Minutes minutes) { return json_thousandths((minutes.count() * 1000 + 30) / 60); }

Json json_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

void put_load(Json& object, Weight weight) {
  object["load"] = json_number(weight.unit, weight.load);
  object["unit"] = to_string(weight.unit);
  object["load_kg"] = json_kg(weight.load);
}

void put_moment(Json& object, const Moment& when) {
  object["date"] = iso_date(when.date);
  object["time"] = json_or_null(when.time, clock_time);
}

Json document(const char* name) { return {{"schema", std::string{"hinge."} + name + "/1"}}; }

std::string written(const Json& json) {
  return escaped_in_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace hinge::report
