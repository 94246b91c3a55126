#include "cli/policies_of.hpp"

#include <fmt/format.h>

#include <map>

#include "cli/policy_argument.hpp"
#include "exchange/policy_json.hpp"

namespace hinge::cli {
namespace {

Error unreadable(const PolicyVersion& choice, std::string_view why) {
  return {ErrorKind::database,
          fmt::format("version {} of the policy can't be read: {}", choice.version, why),
          "choose another: hinge policy set linear"};
}

/// A built-in's name needs no parsing; one's own begins with a brace.
Policy named_or_read(const PolicyVersion& choice) {
  if (choice.policy.front() == '{') {
    return exchange::read_policy(choice.policy, built_in_policies());
  }
  if (const Policy* policy = built_in_policy(choice.policy)) return *policy;
  throw unreadable(choice, fmt::format("this hinge has no policy '{}'", choice.policy));
}

}  // namespace

Policy policy_of(const PolicyVersion& choice) {
  try {
    Policy policy = named_or_read(choice);
    policy.version = choice.version;
    return policy;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::bad_data) throw;
    throw unreadable(choice, error.what());
  }
}

bool is_readable(const PolicyVersion& choice) {
  if (choice.policy.empty()) return true;
  try {
    (void)policy_of(choice);
    return true;
  } catch (const Error&) {
    return false;
  }
}

Policies policies_after(const std::vector<PolicyVersion>& choices) {
  std::map<std::string_view, const PolicyVersion*> latest;
  for (const PolicyVersion& choice : choices) latest[choice.lift] = &choice;
  Policies policies = linear_policy();
  for (const auto& [lift, choice] : latest) {
    if (lift.empty()) {
      policies.general = policy_of(*choice);
    } else if (!choice->policy.empty()) {
      policies.lifts.emplace(lift, policy_of(*choice));
    }
  }
  return policies;
}

Policies policies_of(const Store& store, const Lifter& lifter) {
  return policies_after(store.policies(lifter.id));
}

Policies policies_of(const Store::Writing& writing, const Lifter& lifter) {
  return policies_after(writing.policies(lifter.id));
}

Policy policy_used_for(const Policies& policies, std::string_view lift) {
  const Policy& policy = policies.of(lift);
  return &policy == &policies.general ? policy : exchange::as_used(policy, policies.general);
}

Policies policies_or_named(Invocation& call, const Store& store, const Lifter& lifter) {
  const auto name = call.arguments.value("policy");
  const auto choices = store.policies(lifter.id);
  if (!name) return policies_after(choices);
  return policy_meant(call, {*name, {}}, choices, {});
}

}  // namespace hinge::cli
