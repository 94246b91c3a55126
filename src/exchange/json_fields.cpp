#include "exchange/json_fields.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "domain/did_you_mean.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/strict_json.hpp"
#include "hinge/error.hpp"
#include "hinge/load.hpp"

namespace hinge::exchange {
namespace {

using Json = nlohmann::json;

std::string hint_for(std::string_view key, Keys known) {
  constexpr std::size_t most_named = 10;  // a line, and not a page
  std::string hint = "known here:";
  const std::size_t named = known.size() > most_named ? most_named - 1 : known.size();
  for (const std::string_view name : known.first(named)) (hint += ' ') += name;
  if (named < known.size()) hint += " and " + std::to_string(known.size() - named) + " more";
  return did_you_mean_or(key, known, hint);
}

/// `value` times `scale`, where that is whole; to the precision that decimals have in binary.
std::optional<std::int64_t> scaled(const Json& value, int scale) {
  constexpr double largest = 1e12;
  constexpr double noise = 1e-6;
  if (!value.is_number()) return std::nullopt;
  const double exact = value.get<double>() * scale;
  if (!(std::abs(exact) < largest)) return std::nullopt;
  const double whole = std::round(exact);
  if (std::abs(exact - whole) > noise) return std::nullopt;
  return static_cast<std::int64_t>(whole);
}

std::optional<std::int64_t> scaled_between(const Json& value, int scale, std::int64_t least,
                                           std::int64_t most) {
  const auto number = scaled(value, scale);
  return number && *number >= least && *number <= most ? number : std::nullopt;
}

}  // namespace

JsonFields::JsonFields(const Json& value, std::string pointer, Keys known)
    : object_(value), pointer_(std::move(pointer)) {
  if (!value.is_object()) refuse_at(pointer_, shown(value) + " is no object");
  for (const auto& member : value.items()) {
    if (std::find(known.begin(), known.end(), member.key()) != known.end()) continue;
    refuse_at(pointer_to(pointer_, member.key()), "there is no such key",
              hint_for(member.key(), known));
  }
}

const Json* JsonFields::find(std::string_view key) const {
  const auto found = object_.find(key);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

bool JsonFields::has(std::string_view key) const { return object_.contains(key); }

std::string JsonFields::pointer(std::string_view key) const { return pointer_to(pointer_, key); }

std::optional<bool> JsonFields::flag(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_boolean()) refuse(key, "neither true nor false");
  return value->get<bool>();
}

std::optional<int> JsonFields::whole(std::string_view key, int least, int most) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  return whole_at(*value, pointer(key), least, most);
}

std::optional<Score> JsonFields::score(std::string_view key, Score least, Score most) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  const auto halves = scaled_between(*value, 2, least.in_halves(), most.in_halves());
  if (!halves) {
    refuse(key, "no number from " + to_string(least) + " to " + to_string(most) + " in halves");
  }
  return Score::halves(static_cast<int>(*halves));
}

std::optional<std::int64_t> JsonFields::thousandths(std::string_view key, std::int64_t most,
                                                    std::int64_t least) const {
  constexpr int scale = 1000;
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  const auto number = scaled_between(*value, scale, least, most * scale);
  if (!number) {
    const std::string from = number_in(Unit::kg, Load::of(least, Unit::kg));
    refuse(key, "no number from " + from + " to " + std::to_string(most) +
                    " with at most three decimals");
  }
  return number;
}

std::optional<std::string> JsonFields::text(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_string()) refuse(key, "no text");
  return value->get<std::string>();
}

std::vector<std::string> JsonFields::texts(std::string_view key) const {
  std::vector<std::string> found;
  for (const Json* member : list(key)) {
    if (!member->is_string()) {
      refuse_at(pointer_to(pointer(key), found.size()), shown(*member) + " is no text");
    }
    found.push_back(member->get<std::string>());
  }
  return found;
}

std::vector<const Json*> JsonFields::list(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_array()) refuse(key, "no list");
  std::vector<const Json*> members;
  members.reserve(value->size());
  for (const Json& member : *value) members.push_back(&member);
  return members;
}

void JsonFields::refuse(std::string_view key, std::string_view what) const {
  const Json* value = find(key);
  refuse_at(pointer(key),
            shown(value == nullptr ? Json(nullptr) : *value) + " is " + std::string{what});
}

void JsonFields::refuse_absence(std::string_view key) const {
  refuse_at(pointer(key), "this is missing");
}

int whole_at(const Json& value, std::string_view pointer, int least, int most) {
  const auto number = scaled_between(value, 1, least, most);
  if (number) return static_cast<int>(*number);
  refuse_at(pointer, shown(value) + " is no whole number from " + std::to_string(least) + " to " +
                         std::to_string(most));
}

void refuse_at(std::string_view pointer, const std::string& message, const std::string& hint) {
  throw Error(ErrorKind::bad_data, named_pointer(pointer) + ": " + message, hint);
}

std::string shown(const Json& value) {
  constexpr std::size_t enough = 40;
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  const std::string text = value.dump();
  return text.size() <= enough ? text : std::string{cut(text, enough)} + "...";
}

}  // namespace hinge::exchange
