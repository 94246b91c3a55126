#include "exchange/policy_keys.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <nlohmann/json.hpp>

#include "domain/text.hpp"
#include "exchange/policy_scheme.hpp"
#include "exchange/strict_json.hpp"

namespace hinge::exchange {
namespace {

using Json = nlohmann::ordered_json;

constexpr int least_percent = 5;  // of a deload: less is no plate off most bars
constexpr int most_percent = 90;

// `deload_percents`, `rungs` and `block`: the values that no other key is like.

void read_percents(const JsonFields& fields, std::string_view key, Policy& policy) {
  const auto members = fields.list(key);
  if (members.size() != policy.deload_percent.size()) fields.refuse(key, "not three whole numbers");
  for (std::size_t at = 0; at < members.size(); ++at) {
    policy.deload_percent.at(at) =
        whole_at(*members.at(at), pointer_to(fields.pointer(key), at), least_percent, most_percent);
  }
}

Json write_percents(const Policy& policy) { return policy.deload_percent; }

void read_rungs(const JsonFields& fields, std::string_view key, Policy& policy) {
  constexpr std::size_t most_rungs = 20;
  const auto members = fields.list(key);
  if (members.empty() || members.size() > most_rungs) fields.refuse(key, "not 1 to 20 rungs");
  policy.rungs.clear();
  for (const auto* member : members) {
    const std::string place = pointer_to(fields.pointer(key), policy.rungs.size());
    policy.rungs.push_back(whole_at(*member, place, lowest_rung, highest_rung));
  }
}

Json write_rungs(const Policy& policy) { return policy.rungs; }

void read_block(const JsonFields& fields, std::string_view key, Policy& policy) {
  constexpr std::array<std::string_view, 2> members = {"exposures", "weeks"};
  constexpr int most_exposures = 200;
  constexpr int most_weeks = 52;
  policy.block.reset();
  const auto* value = fields.find(key);
  if (value == nullptr) return;
  const JsonFields block{*value, fields.pointer(key), members};
  policy.block = Block{required_whole(block, "exposures", 1, most_exposures),
                       required_whole(block, "weeks", 1, most_weeks)};
}

Json write_block(const Policy& policy) {
  if (!policy.block) return nullptr;
  return {{"exposures", policy.block->exposures}, {"weeks", policy.block->weeks}};
}

// The lowest values of excessive and lingering soreness are the article's message: normal soreness
// is never answered with rest.
constexpr std::array table = {
    PolicyKey{"clinician", Scope::lift, TextKey{&Policy::clinician, 200}},
    PolicyKey{"under_care", Scope::back, FlagKey{&Policy::under_care}},
    PolicyKey{"scheme", Scope::lift, OtherKey{read_scheme, write_scheme, false}},
    PolicyKey{"step_kg", Scope::lift, LoadKey{&Policy::step_kg, Unit::kg, 250, 20}},
    PolicyKey{"step_lb", Scope::lift, LoadKey{&Policy::step_lb, Unit::lb, 500, 45}},
    PolicyKey{"largest_step_percent", Scope::lift, WholeKey{&Policy::largest_step_percent, 1, 10}},
    PolicyKey{"rpe_hold", Scope::lift, HalvesKey{&Policy::rpe_hold, 6, 10}},
    PolicyKey{"most_a_week", Scope::lift, OptionalWholeKey{&Policy::most_a_week, 1, 7}},
    PolicyKey{"block", Scope::lift, OtherKey{read_block, write_block, true}},
    PolicyKey{"excessive_pain", Scope::back, HalvesKey{&Policy::excessive_pain, 1, 10}},
    PolicyKey{"severe_pain", Scope::back, HalvesKey{&Policy::severe_pain, 1, 10}},
    PolicyKey{"excessive_soreness", Scope::back, HalvesKey{&Policy::excessive_soreness, 8, 10}},
    PolicyKey{"lingering_pain_h", Scope::back, HoursKey{&Policy::lingering_pain, 1, 168}},
    PolicyKey{"lingering_soreness_h", Scope::back, HoursKey{&Policy::lingering_soreness, 72, 336}},
    PolicyKey{"limiting", Scope::back, WholeKey{&Policy::limiting, 1, 3}},
    PolicyKey{"disabling", Scope::back, WholeKey{&Policy::disabling, 1, 3}},
    PolicyKey{"deload_percents", Scope::back, OtherKey{read_percents, write_percents, false}},
    PolicyKey{"nerve_below_knee_percent", Scope::back,
              WholeKey{&Policy::nerve_below_knee_percent, least_percent, most_percent}},
    PolicyKey{"nerve_above_knee_percent", Scope::back,
              WholeKey{&Policy::nerve_above_knee_percent, least_percent, most_percent}},
    PolicyKey{"calm_quiet_h", Scope::back, HoursKey{&Policy::calm_quiet, 24, 336}},
    PolicyKey{"new_pain", Scope::back, HalvesKey{&Policy::new_pain, 1, 10}},
    PolicyKey{"mild_pain", Scope::back, HalvesKey{&Policy::amber_pain, 1, 10}},
    PolicyKey{"slow_soreness_h", Scope::back, HoursKey{&Policy::amber_soreness, 24, 336}},
    PolicyKey{"sore_now", Scope::back, HalvesKey{&Policy::sore_now, 1, 10}},
    PolicyKey{"rising_pain", Scope::back, HalvesKey{&Policy::important_change, 1, 10}},
    PolicyKey{"rungs", Scope::lift, OtherKey{read_rungs, write_rungs, false}},
    PolicyKey{"full_sets_from", Scope::lift,
              WholeKey{&Policy::full_sets_from, lowest_rung, highest_rung}},
    PolicyKey{"light_percent", Scope::lift, WholeKey{&Policy::light_percent, 50, 99}},
    PolicyKey{"missed_sessions", Scope::lift, WholeKey{&Policy::missed_sessions, 1, 10}},
    PolicyKey{"missed_percent", Scope::lift,
              WholeKey{&Policy::missed_percent, least_percent, most_percent}},
    PolicyKey{"layoff", Scope::back, LayoffKey{&Policy::layoff, 1}},
    PolicyKey{"lift_layoff", Scope::lift, LayoffKey{&Policy::lift_layoff, 0}},
};

/// One key's value out of a file, by its kind.
struct Reader {
  const JsonFields& fields;
  std::string_view key;
  Policy& policy;

  void operator()(FlagKey kind) const { policy.*kind.field = *fields.flag(key); }
  void operator()(TextKey kind) const {
    const std::string text = fields.text(key).value_or("");
    if (text.size() > kind.most_bytes) {
      fields.refuse(key, "longer than " + std::to_string(kind.most_bytes) + " bytes");
    }
    if (escaped_for_terminal(text) != text) {
      fields.refuse(key, "no text that can be shown: it has control characters");
    }
    const bool said =
        std::any_of(text.begin(), text.end(), [](char letter) { return letter != ' '; });
    if (!text.empty() && !said) fields.refuse(key, "blank");
    policy.*kind.field = text;
  }
  void operator()(WholeKey kind) const {
    policy.*kind.field = *fields.whole(key, kind.least, kind.most);
  }
  void operator()(OptionalWholeKey kind) const {
    policy.*kind.field = fields.whole(key, kind.least, kind.most).value_or(0);
  }
  void operator()(HalvesKey kind) const {
    policy.*kind.field = *fields.score(key, kind.least, kind.most);
  }
  void operator()(HoursKey kind) const {
    policy.*kind.field = std::chrono::hours{*fields.whole(key, kind.least, kind.most)};
  }
  void operator()(LoadKey kind) const {
    policy.*kind.field =
        Load::of(*fields.thousandths(key, kind.most, kind.least_thousandths), kind.unit);
  }
  void operator()(LayoffKey kind) const {
    policy.*kind.field = read_layoff(fields, key, kind.fewest);
  }
  void operator()(OtherKey kind) const { kind.read(fields, key, policy); }
};

Json thousandths_as_number(std::int64_t thousandths) {
  constexpr int scale = 1000;
  if (thousandths % scale == 0) return thousandths / scale;
  return static_cast<double>(thousandths) / scale;
}

/// One key's value for a file, by its kind.
struct Writer {
  const Policy& policy;

  Json operator()(FlagKey kind) const { return policy.*kind.field; }
  Json operator()(TextKey kind) const {
    const std::string& text = policy.*kind.field;
    return text.empty() ? Json(nullptr) : Json(text);
  }
  Json operator()(WholeKey kind) const { return policy.*kind.field; }
  Json operator()(OptionalWholeKey kind) const {
    const int number = policy.*kind.field;
    return number == 0 ? Json(nullptr) : Json(number);
  }
  Json operator()(HalvesKey kind) const { return score_as_number(policy.*kind.field); }
  Json operator()(HoursKey kind) const {
    return std::chrono::floor<std::chrono::hours>(policy.*kind.field).count();
  }
  Json operator()(LoadKey kind) const {
    const Load load = policy.*kind.field;
    return thousandths_as_number(load.nanograms() / nanograms_per_thousandth(kind.unit));
  }
  Json operator()(LayoffKey kind) const { return write_layoff(policy.*kind.field); }
  Json operator()(OtherKey kind) const { return kind.write(policy); }
};

bool takes_null(const KeyKind& kind) {
  const auto* const other = std::get_if<OtherKey>(&kind);
  return std::holds_alternative<TextKey>(kind) || std::holds_alternative<OptionalWholeKey>(kind) ||
         (other != nullptr && other->nullable);
}

}  // namespace

std::span<const PolicyKey> policy_keys() { return table; }

void read_key(const PolicyKey& key, const JsonFields& fields, Policy& policy) {
  if (!fields.has(key.name)) return;
  if (fields.find(key.name) == nullptr && !takes_null(key.kind)) {
    fields.refuse(key.name, "no value for this");
  }
  std::visit(Reader{fields, key.name, policy}, key.kind);
}

Json written_key(const PolicyKey& key, const Policy& policy) {
  return std::visit(Writer{policy}, key.kind);
}

Json written_key(std::string_view name, const Policy& policy) {
  const auto* const found = std::find_if(table.begin(), table.end(),
                                         [name](const PolicyKey& key) { return key.name == name; });
  assert(found != table.end());
  return written_key(*found, policy);
}

}  // namespace hinge::exchange
