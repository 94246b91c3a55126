#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "hinge/date.hpp"
#include "hinge/load.hpp"
#include "hinge/score.hpp"

/// The values of cli.md section 5, as nlohmann sees them: for the .cpp files that write documents.
namespace hinge::report {

/// Made by Json::object() or Json::array(): a null that an operator turns into one is left half
/// made where memory runs out, and its destructor crashes (3.11.2).
using Json = nlohmann::ordered_json;

/// A number of at most three decimals; a whole one as an integer.
[[nodiscard]] Json json_thousandths(std::int64_t thousandths);
/// The number in `unit`, as it is shown.
[[nodiscard]] Json json_number(Unit unit, Load load);
/// In kilograms, rounded to grams.
[[nodiscard]] Json json_kg(Load load);
[[nodiscard]] Json json_score(Score score);
[[nodiscard]] Json json_hours(Minutes minutes);

/// null where there is none, else what `write` makes of it. (Result is a parameter so that Json may
/// be incomplete here: its header is slow to read.)
template <class Value, class Write, class Result = Json>
[[nodiscard]] Result json_or_null(const std::optional<Value>& value, Write write) {
  return value ? Result(write(*value)) : Result(nullptr);
}
/// null for the empty one.
[[nodiscard]] Json json_text(const std::string& text);

/// Puts `load`, `unit` and `load_kg` into an object.
void put_load(Json& object, Weight weight);
/// Puts `date` and `time` into an object.
void put_moment(Json& object, const Moment& when);

/// {"schema": "hinge.<name>/1"}
[[nodiscard]] Json document(const char* name);
/// The document in one line, UTF-8, with its newline.
[[nodiscard]] std::string written(const Json& json);

}  // namespace hinge::report
