#include <array>

#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/policies_of.hpp"
#include "cli/policy_argument.hpp"
#include "cli/policy_commands.hpp"
#include "cli/whose_log.hpp"

namespace hinge::cli {
namespace {

/// As it is kept: a built-in by its name, so that reading it needs no parsing; one's own whole, so
/// that a later hinge with other defaults changes nothing.
std::string kept_as(const Policy& policy) {
  return built_in_policy(policy.name) != nullptr ? policy.name : exchange::policy_json(policy);
}

/// Whether the policy is the one that this lift, or all of them, goes by of its own.
bool is_in_use(Policy policy, const Policies& policies, const std::string& lift) {
  if (!lift.empty() && policies.lifts.count(lift) == 0) return false;
  const Policy& used = policies.of(lift);
  policy.version = used.version;
  return policy == used;
}

/// The choices that can be read. Another one, which only a newer hinge may have made, must not keep
/// a lifter from choosing anew.
struct Standing {
  std::vector<PolicyVersion> choices;
  bool all_readable = true;
};

Standing standing_of(std::vector<PolicyVersion> choices) {
  const auto unreadable = [](const PolicyVersion& choice) { return !is_readable(choice); };
  const bool all_readable = std::erase_if(choices, unreadable) == 0;
  return {std::move(choices), all_readable};
}

/// One choice to be stored; `policy` absent: as all lifts again.
struct Choice {
  std::string lift;
  std::optional<Policy> policy;
};

void apply(Policies& policies, const Choice& choice) {
  if (choice.lift.empty()) {
    policies.general = *choice.policy;
  } else if (choice.policy) {
    policies.lifts.insert_or_assign(choice.lift, *choice.policy);
  } else {
    policies.lifts.erase(choice.lift);
  }
}

/// Stores the choices as one command, and tells what each changed.
report::ChosenPolicies store_choices(Invocation& call, Store& store, const Owner& owner,
                                     Policies policies, const std::vector<Choice>& choices) {
  report::ChosenPolicies chosen{owner.lifter.id, {}, {}};
  if (choices.empty()) return chosen;
  Store::Writing writing = store.begin(call.command.name, timestamp(call));
  put_if_new(writing, owner);
  for (const Choice& choice : choices) {
    const Policies before = policies;
    apply(policies, choice);
    const std::string kept = choice.policy ? kept_as(*choice.policy) : std::string{};
    const int version = writing.add_policy(owner.lifter.id, choice.lift, kept);
    chosen.choices.push_back(told_choice(before, policies, choice.lift));
    chosen.choices.back().now.version = version;
  }
  if (choices.front().lift.empty()) {
    for (const auto& [lift, policy] : policies.lifts) chosen.lifts_apart.push_back(lift);
  }
  writing.commit();
  call.stored = true;
  return chosen;
}

void tell(Invocation& call, const report::ChosenPolicies& chosen, const Owner& owner) {
  confirm(call, report::text(chosen, style_of(call)) + welcome_of(owner, style_of(call)),
          [&] { return report::json(chosen); });
}

/// The policy to set; whatever is wrong with it, nothing was stored.
Policy policy_to_set(Invocation& call, const PolicyArgument& argument,
                     const std::vector<PolicyVersion>& choices,
                     const std::optional<std::string>& lift) {
  try {
    Policy policy = policy_meant(call, argument, choices, lift);
    if (lift) exchange::refuse_back_keys(policy, policies_after(choices).general);
    return policy;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::bad_data) throw;
    throw Error(error.kind(), std::string{error.what()} + "; nothing was stored", error.hint());
  }
}

int run_set(Invocation& call) {
  const PolicyArgument argument = read_policy_argument(call.arguments.operands());
  if (!argument.from && argument.changes.empty()) {
    throw Error(ErrorKind::usage, "policy set needs a policy",
                "for example: hinge policy set double");
  }
  const auto lift = lift_option_of(call.arguments);
  Store store = open_or_create(call);
  const auto lifters = store.lifters();
  // Before the unit is asked for: a policy that can't be taken begins no log.
  const Standing standing =
      lifters.empty() ? Standing{}
                      : standing_of(store.policies(whose_new_record(call, lifters).lifter.id));
  const auto& choices = standing.choices;
  Choice choice{lift.value_or(""), policy_to_set(call, argument, choices, lift)};
  const Owner owner = whose_new_record(call, lifters);
  const Policies policies = policies_after(choices);
  std::vector<Choice> wanted;
  if (!standing.all_readable || !is_in_use(*choice.policy, policies, choice.lift)) {
    wanted.push_back(std::move(choice));
  }
  tell(call, store_choices(call, store, owner, policies, wanted), owner);
  return 0;
}

int run_reset(Invocation& call) {
  const auto lift = lift_option_of(call.arguments);
  Store store = open_existing(call, Access::write);
  const Owner owner{whose_log(call, store.lifters())};
  const Standing standing = standing_of(store.policies(owner.lifter.id));
  const Policies policies = policies_after(standing.choices);
  std::vector<Choice> wanted;
  if (!lift && (!standing.all_readable || !is_in_use(linear_policy(), policies, ""))) {
    wanted.push_back({"", linear_policy()});
  }
  for (const auto& [name, policy] : policies.lifts) {
    if (!lift || *lift == name) wanted.push_back({name, std::nullopt});
  }
  tell(call, store_choices(call, store, owner, policies, wanted), owner);
  return 0;
}

constexpr std::array set_options = {
    OptionSpec{"lift", 0, "NAME", "for this lift alone: all keys but those about the back"}};
constexpr std::array reset_options = {
    OptionSpec{"lift", 0, "NAME", "this lift alone: it goes by the policy of all lifts again"}};

constexpr std::array set_examples = {
    Example{"hinge policy set rehab", "Half steps, at most twice a week."},
    Example{"hinge policy set linear step_kg=2.5", "A number of your own; it becomes linear-own."},
    Example{"hinge policy set my.json --lift romanian", "From a file, for one lift."}};
constexpr std::array reset_examples = {
    Example{"hinge policy reset", "Back to linear, for all lifts."},
    Example{"hinge policy reset --lift romanian", "That lift goes by the others' policy again."}};

}  // namespace

constexpr CommandSpec policy_set_command{
    "policy set",
    "",
    "choose a policy, or change a number of one",
    "[NAME|FILE|-] [KEY=VALUE...] [--lift NAME]",
    "NAME is a built-in policy, one of your own, or the number of a version; FILE or - is a policy "
    "file. KEY=VALUE goes over it; without NAME, over the policy in use. Each choice is a new "
    "version, and the whole log is read by it from then on.\n"
    "Where it is less careful than the article says, it needs the name of the clinician who "
    "answers for it: clinician=NAME.",
    set_options,
    set_examples,
    -1,
    run_set};

constexpr CommandSpec policy_reset_command{
    "policy reset",
    "",
    "go by linear again",
    "[--lift NAME]",
    "For all lifts, also those with a policy of their own. Like every choice it is a new version, "
    "and hinge undo takes it back.",
    reset_options,
    reset_examples,
    0,
    run_reset};

}  // namespace hinge::cli
