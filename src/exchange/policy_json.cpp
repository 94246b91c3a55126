#include "exchange/policy_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/did_you_mean.hpp"
#include "domain/text.hpp"
#include "exchange/json_fields.hpp"
#include "exchange/policy_checks.hpp"
#include "exchange/policy_keys.hpp"
#include "exchange/strict_json.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

using Json = nlohmann::json;

constexpr std::string_view schema = "hinge.policy/1";
constexpr JsonLimits limits{8};
constexpr std::size_t longest_name = 40;

std::vector<std::string_view> known_keys() {
  std::vector<std::string_view> names = {"schema", "name", "extends"};
  for (const PolicyKey& key : policy_keys()) names.push_back(key.name);
  return names;
}

/// A value as typed: JSON where it is some, else a text.
Json value_of(const std::string& text) {
  if (Json::accept(text)) return parse_strict(text, limits);
  if (!is_valid_utf8(text)) return escaped_for_terminal(text);
  return text;
}

void apply(Json& document, std::span<const PolicyChange> changes) {
  for (std::size_t at = 0; at < changes.size(); ++at) {
    const auto same = [&](const PolicyChange& other) { return other.key == changes[at].key; };
    if (std::any_of(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(at), same)) {
      refuse_at(pointer_to("", changes[at].key), "this key is there twice", "keep one of the two");
    }
    document[changes[at].key] = value_of(changes[at].value);
  }
}

const Policy* named(std::span<const Policy> policies, std::string_view name) {
  const auto found = std::find_if(policies.begin(), policies.end(),
                                  [name](const Policy& policy) { return policy.name == name; });
  return found == policies.end() ? nullptr : &*found;
}

/// The policy that the file starts from: the one it extends, else the first built-in.
Policy base_of(const JsonFields& fields, std::span<const Policy> built_ins) {
  if (!fields.has("extends")) return built_ins.front();
  const auto name = fields.text("extends");
  if (!name) fields.refuse("extends", "no built-in policy");
  if (const Policy* base = named(built_ins, *name)) return *base;
  std::vector<std::string_view> names;
  for (const Policy& policy : built_ins) names.emplace_back(policy.name);
  refuse_at("/extends", shown(Json(*name)) + " is no built-in policy",
            did_you_mean_or(*name, names, "there are " + any_of(names)));
}

/// Not `-`, which is the standard input, nor a number, which is a version.
bool is_name(std::string_view text) {
  const auto fits = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
  };
  const auto is_letter = [](char letter) { return letter >= 'a' && letter <= 'z'; };
  return !text.empty() && text.size() <= longest_name && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), fits) &&
         std::any_of(text.begin(), text.end(), is_letter);
}

std::string name_in(const JsonFields& fields) {
  const auto name = fields.text("name");
  if (!name) fields.refuse_absence("name");
  if (!is_name(*name))
    fields.refuse("name", "not 1 to 40 of a-z, 0-9 and -, with a letter among them and no - first");
  return *name;
}

void check_schema(const JsonFields& fields) {
  const auto said = fields.text("schema");
  if (said && *said != schema) fields.refuse("schema", "not " + std::string{schema});
}

bool renames(std::span<const PolicyChange> changes) {
  return std::any_of(changes.begin(), changes.end(),
                     [](const PolicyChange& change) { return change.key == "name"; });
}

/// A built-in's name stands for that built-in alone.
void settle_name(Policy& policy, std::span<const Policy> built_ins, bool may_rename) {
  const Policy* same_name = named(built_ins, policy.name);
  if (same_name == nullptr || policy == *same_name) return;
  if (may_rename) {
    policy.name += "-own";
    return;
  }
  refuse_at("/name",
            shown(Json(policy.name)) + " is a built-in policy, and this one differs from it",
            "give it a name of its own");
}

}  // namespace

Policy read_policy(std::string_view text, std::span<const Policy> built_ins,
                   std::span<const PolicyChange> changes) {
  if (text.size() > largest_policy) {
    throw Error(ErrorKind::bad_data, "a policy has at most 64 KiB, and this is longer",
                "write one anew: hinge policy show linear --json is one to start from");
  }
  Json document = parse_strict(text, limits);
  if (!document.is_object()) {
    refuse_at("", shown(document) + " is no object",
              R"(a policy is one, for example {"name":"mine","step_kg":2.5})");
  }
  apply(document, changes);
  const std::vector<std::string_view> known = known_keys();
  const JsonFields fields{document, "", known};
  check_schema(fields);
  Policy policy = base_of(fields, built_ins);
  policy.name = name_in(fields);
  for (const PolicyKey& key : policy_keys()) read_key(key, fields, policy);
  check_policy(policy, document);
  settle_name(policy, built_ins, !changes.empty() && !renames(changes));
  return policy;
}

std::string policy_json(const Policy& policy) {
  std::string text =
      "{\n  \"schema\": \"" + std::string{schema} + "\",\n  \"name\": \"" + policy.name + "\"";
  for (const PolicyKey& key : policy_keys()) {
    text += ",\n  \"" + std::string{key.name} + "\": ";
    text += escaped_in_json(written_key(key, policy).dump());
  }
  return text + "\n}\n";
}

std::vector<PolicyDifference> differences(const Policy& before, const Policy& after) {
  std::vector<PolicyDifference> found;
  for (const PolicyKey& key : policy_keys()) {
    const auto was = written_key(key, before);
    const auto is = written_key(key, after);
    if (was != is) found.push_back({key.name, was.dump(), is.dump()});
  }
  return found;
}

Policy as_used(Policy of_lift, const Policy& general) {
  Json document = Json::object();
  for (const PolicyKey& key : policy_keys()) {
    if (key.scope == Scope::back) document[std::string{key.name}] = written_key(key, general);
  }
  const std::vector<std::string_view> known = known_keys();
  const JsonFields fields{document, "", known};
  for (const PolicyKey& key : policy_keys()) read_key(key, fields, of_lift);
  if (!general.clinician.empty()) of_lift.clinician = general.clinician;
  return of_lift;
}

void refuse_back_keys(const Policy& of_lift, const Policy& general) {
  const Policy usual;
  for (const PolicyKey& key : policy_keys()) {
    if (key.scope != Scope::back) continue;
    const auto value = written_key(key, of_lift);
    if (value == written_key(key, general) || value == written_key(key, usual)) continue;
    throw Error(ErrorKind::bad_data,
                std::string{key.name} + ": " + value.dump() +
                    " can't be for one lift alone: it is one back",
                "set it without --lift");
  }
}

}  // namespace hinge::exchange
