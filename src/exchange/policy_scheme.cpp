#include "exchange/policy_scheme.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "domain/did_you_mean.hpp"
#include "exchange/strict_json.hpp"

namespace hinge::exchange {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 1> linear_members = {"kind"};
constexpr std::array<std::string_view, 4> double_members = {"kind", "low", "high", "rpe_cap"};
constexpr std::array<std::string_view, 3> rpe_members = {"kind", "reps", "rpe"};
constexpr std::array<std::string_view, 3> wave_members = {"kind", "training_max_percent", "weeks"};
constexpr std::array<std::string_view, 2> wave_set_members = {"percent", "reps"};
constexpr std::array<std::string_view, 2> layoff_members = {"over_days", "rung"};

constexpr int most_reps = 30;
constexpr int most_rated_reps = 12;  // an e1RM reaches no further (e1rm.hpp)
constexpr int least_effort = 5;
constexpr int most_effort = 10;

/// The scheme so far where it is of this kind, else the kind's usual.
template <class Kind>
Kind from(const Policy& policy) {
  const auto* const same = std::get_if<Kind>(&policy.progression);
  return same == nullptr ? Kind{} : *same;
}

Progression read_linear(const JsonFields& /*scheme*/, const Policy& /*policy*/) { return Linear{}; }

Progression read_double(const JsonFields& scheme, const Policy& policy) {
  auto range = from<DoubleProgression>(policy);
  range.low = scheme.whole("low", 1, most_reps).value_or(range.low);
  range.high = scheme.whole("high", 1, most_reps).value_or(range.high);
  if (scheme.has("rpe_cap")) range.rpe_cap = scheme.score("rpe_cap", least_effort, most_effort);
  return range;
}

Progression read_rpe(const JsonFields& scheme, const Policy& policy) {
  auto target = from<RpeTarget>(policy);
  target.reps = scheme.whole("reps", 1, most_rated_reps).value_or(target.reps);
  target.rpe = scheme.score("rpe", least_effort, most_effort).value_or(target.rpe);
  return target;
}

WaveSet read_wave_set(const nlohmann::json& value, const std::string& pointer) {
  constexpr int least_percent = 30;
  constexpr int most_percent = 100;
  const JsonFields set{value, pointer, wave_set_members};
  return {required_whole(set, "percent", least_percent, most_percent),
          required_whole(set, "reps", 1, most_reps)};
}

/// A list of exactly so many members.
const nlohmann::json& list_of(const nlohmann::json& value, const std::string& pointer,
                              std::size_t size, const std::string& what) {
  if (!value.is_array() || value.size() != size) {
    const std::string count = value.is_array() ? " of " + std::to_string(value.size()) : "";
    refuse_at(pointer, shown(value) + count + " is not " + what);
  }
  return value;
}

Progression read_wave(const JsonFields& scheme, const Policy& policy) {
  constexpr int least_training_max = 50;
  auto wave = from<Wave>(policy);
  wave.training_max_percent = scheme.whole("training_max_percent", least_training_max, 100)
                                  .value_or(wave.training_max_percent);
  const auto* weeks = scheme.find("weeks");
  if (weeks == nullptr) return wave;
  list_of(*weeks, scheme.pointer("weeks"), wave.weeks.size(), "a list of four weeks");
  for (std::size_t week = 0; week < wave.weeks.size(); ++week) {
    const std::string place = pointer_to(scheme.pointer("weeks"), week);
    const auto& sets =
        list_of(weeks->at(week), place, wave.weeks.at(week).size(), "a list of three sets");
    for (std::size_t set = 0; set < sets.size(); ++set) {
      wave.weeks.at(week).at(set) = read_wave_set(sets.at(set), pointer_to(place, set));
    }
  }
  return wave;
}

/// To add a progression: a row here, and how it is written below.
struct SchemeKind {
  std::string_view name;
  Keys members;
  Progression (*read)(const JsonFields&, const Policy&);
};
constexpr std::array kinds = {
    SchemeKind{"linear", linear_members, read_linear},
    SchemeKind{"double", double_members, read_double},
    SchemeKind{"rpe", rpe_members, read_rpe},
    SchemeKind{"wave", wave_members, read_wave},
};

/// Whatever a scheme may say; which of it goes with its kind is looked at once that is known.
constexpr std::array<std::string_view, 8> all_members = {
    "kind", "low", "high", "rpe_cap", "reps", "rpe", "training_max_percent", "weeks"};

const SchemeKind& kind_named(const nlohmann::json& name, const std::string& pointer) {
  std::array<std::string_view, kinds.size()> names;
  std::string all;
  for (std::size_t at = 0; at < kinds.size(); ++at) {
    names.at(at) = kinds.at(at).name;
    (all += at == 0 ? "" : ", ") += names.at(at);
    if (name == names.at(at)) return kinds.at(at);
  }
  refuse_at(pointer, shown(name) + " is none of: " + all,
            name.is_string() ? did_you_mean_or(name.get<std::string>(), names, "") : "");
}

struct SchemeWriter {
  Json operator()(const Linear&) const { return Json::object({{"kind", "linear"}}); }
  Json operator()(const DoubleProgression& range) const {
    return {{"kind", "double"},
            {"low", range.low},
            {"high", range.high},
            {"rpe_cap", range.rpe_cap ? score_as_number(*range.rpe_cap) : Json(nullptr)}};
  }
  Json operator()(const RpeTarget& target) const {
    return {{"kind", "rpe"}, {"reps", target.reps}, {"rpe", score_as_number(target.rpe)}};
  }
  Json operator()(const Wave& wave) const {
    Json weeks = Json::array();
    for (const WaveWeek& week : wave.weeks) {
      Json& sets = weeks.emplace_back(Json::array());
      for (const WaveSet& set : week)
        sets.push_back({{"percent", set.percent}, {"reps", set.reps}});
    }
    return {{"kind", "wave"},
            {"training_max_percent", wave.training_max_percent},
            {"weeks", std::move(weeks)}};
  }
};

}  // namespace

void read_scheme(const JsonFields& fields, std::string_view key, Policy& policy) {
  const nlohmann::json& value = *fields.find(key);
  const std::string pointer = fields.pointer(key);
  if (value.is_string()) {
    const auto object = nlohmann::json::object({{"kind", value}});
    const SchemeKind& kind = kind_named(value, pointer);
    policy.progression = kind.read(JsonFields{object, pointer, kind.members}, policy);
    return;
  }
  const JsonFields any{value, pointer, all_members};
  if (!any.has("kind")) any.refuse_absence("kind");
  const SchemeKind& kind = kind_named(value.at("kind"), any.pointer("kind"));
  policy.progression = kind.read(JsonFields{value, pointer, kind.members}, policy);
}

Json write_scheme(const Policy& policy) { return std::visit(SchemeWriter{}, policy.progression); }

std::vector<LayoffRung> read_layoff(const JsonFields& fields, std::string_view key,
                                    std::size_t fewest) {
  constexpr std::size_t most_steps = 10;
  constexpr int fewest_days = 7;  // a usual week is no time away: it would be a hold every time
  constexpr int most_days = 365;
  const auto members = fields.list(key);
  if (members.size() < fewest || members.size() > most_steps) {
    fields.refuse(key,
                  "not " + std::to_string(fewest) + " to " + std::to_string(most_steps) + " steps");
  }
  std::vector<LayoffRung> layoff;
  for (const auto* member : members) {
    const JsonFields step{*member, pointer_to(fields.pointer(key), layoff.size()), layoff_members};
    if (!step.has("rung")) step.refuse_absence("rung");
    layoff.push_back({required_whole(step, "over_days", fewest_days, most_days),
                      step.whole("rung", lowest_rung, highest_rung - 1).value_or(0)});
  }
  return layoff;
}

Json write_layoff(const std::vector<LayoffRung>& layoff) {
  Json steps = Json::array();
  for (const LayoffRung& step : layoff) {
    steps.push_back({{"over_days", step.over_days},
                     {"rung", step.rung == 0 ? Json(nullptr) : Json(step.rung)}});
  }
  return steps;
}

Json score_as_number(Score score) {
  if (score.in_halves() % 2 == 0) return score.in_halves() / 2;
  return score.in_halves() / 2.0;
}

int required_whole(const JsonFields& fields, std::string_view key, int least, int most) {
  const auto number = fields.whole(key, least, most);
  if (!number) fields.refuse_absence(key);
  return *number;
}

}  // namespace hinge::exchange
