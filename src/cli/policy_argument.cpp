#include "cli/policy_argument.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <istream>

#include "cli/input_file.hpp"
#include "cli/policies_of.hpp"
#include "domain/did_you_mean.hpp"
#include "domain/digits.hpp"

namespace hinge::cli {
namespace {

namespace fs = std::filesystem;

Error bad_data(const std::string& message, const std::string& hint) {
  return {ErrorKind::bad_data, message, hint};
}

/// `step_kg=2.5`: a key has only small letters and underscores.
std::optional<exchange::PolicyChange> change_in(const std::string& word) {
  const auto equals = word.find('=');
  if (equals == std::string::npos || equals == 0) return std::nullopt;
  const auto fits = [](char letter) { return (letter >= 'a' && letter <= 'z') || letter == '_'; };
  if (!std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals), fits)) {
    return std::nullopt;
  }
  return exchange::PolicyChange{word.substr(0, equals), word.substr(equals + 1)};
}

std::string text_of(std::istream& in, const std::string& name) {
  std::string text(exchange::largest_policy + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) throw bad_data(name + " can't be read", "check the name and the permissions");
  return text;
}

std::string text_of_file(const std::string& name) {
  std::error_code error;
  if (!fs::is_regular_file(name, error)) {
    if (fs::exists(name, error)) throw bad_data(name + " is no file", "name a policy file");
    throw Error(ErrorKind::not_found, "there is no file " + name,
                "check the name, or see the policies there are: hinge policy list");
  }
  std::ifstream file = input_file(name);
  if (!file) throw bad_data(name + " can't be opened", "check the name and the permissions");
  return text_of(file, name);
}

/// A file's policy; what is wrong with it names the file.
Policy policy_in(const std::string& text, const std::string& name, const PolicyArgument& argument) {
  try {
    return exchange::read_policy(text, built_in_policies(), argument.changes);
  } catch (const Error& error) {
    throw Error(error.kind(), name + ": " + error.what(), error.hint());
  }
}

/// What was typed is named as it was, and not as a place in a file.
Policy with_changes(const Policy& policy, const PolicyArgument& argument) {
  if (argument.changes.empty()) return policy;
  try {
    return exchange::read_policy(exchange::policy_json(policy), built_in_policies(),
                                 argument.changes);
  } catch (const Error& error) {
    const std::string_view what = error.what();
    throw Error(error.kind(), std::string{what.substr(what.starts_with('/') ? 1 : 0)},
                error.hint());
  }
}

/// The latest choice of that name, or the one of that version.
std::optional<Policy> chosen_before(const std::vector<PolicyVersion>& choices,
                                    const std::string& name) {
  const auto number = number_of_digits(name);
  std::optional<Policy> latest;
  for (const PolicyVersion& choice : choices) {
    if (choice.policy.empty() || !is_readable(choice)) continue;
    Policy policy = policy_of(choice);
    const bool is_meant =
        policy.name == name || (number && *number == static_cast<unsigned>(choice.version));
    if (is_meant) latest = std::move(policy);
  }
  return latest;
}

bool looks_like_a_file(const std::string& name) {
  std::error_code error;
  return name.find_first_of("./") != std::string::npos || fs::exists(name, error);
}

Error no_such_policy(const std::string& name, const std::vector<PolicyVersion>& choices) {
  std::vector<std::string> names;
  for (const Policy& policy : built_in_policies()) names.push_back(policy.name);
  for (const PolicyVersion& choice : choices) {
    if (!choice.policy.empty() && is_readable(choice)) names.push_back(policy_of(choice).name);
  }
  const std::vector<std::string_view> words{names.begin(), names.end()};
  return {ErrorKind::not_found, fmt::format("there is no policy '{}'", name),
          did_you_mean_or(name, words, "see: hinge policy list")};
}

}  // namespace

PolicyArgument read_policy_argument(const std::vector<std::string>& operands) {
  PolicyArgument argument;
  for (const std::string& word : operands) {
    if (auto change = change_in(word)) {
      argument.changes.push_back(std::move(*change));
    } else if (argument.from) {
      throw Error(ErrorKind::usage, fmt::format("'{}' is no KEY=VALUE", word),
                  "one policy at a time, and behind it for example step_kg=2.5");
    } else {
      argument.from = word;
    }
  }
  return argument;
}

Policy policy_meant(Invocation& call, const PolicyArgument& argument,
                    const std::vector<PolicyVersion>& choices,
                    const std::optional<std::string>& lift) {
  if (!argument.from) {
    return with_changes(policy_used_for(policies_after(choices), lift.value_or("")), argument);
  }
  const std::string& from = *argument.from;
  if (from == "-") {
    const std::string name = "standard input";
    return policy_in(text_of(call.context.in, name), name, argument);
  }
  if (const Policy* policy = built_in_policy(from)) return with_changes(*policy, argument);
  if (const auto policy = chosen_before(choices, from)) return with_changes(*policy, argument);
  if (looks_like_a_file(from)) return policy_in(text_of_file(from), from, argument);
  throw no_such_policy(from, choices);
}

}  // namespace hinge::cli
