#include <array>
#include <map>

#include "cli/commands.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/policies_of.hpp"
#include "cli/policy_argument.hpp"
#include "cli/policy_commands.hpp"
#include "cli/whose_log.hpp"

namespace hinge::cli {

Chooser chooser_of(const Invocation& call) {
  Chooser chooser;
  if (!has_database(call)) return chooser;
  Store store = open_existing(call, Access::read);
  const auto lifters = store.lifters();
  if (!lifters.empty()) {
    chooser.lifter = whose_log(call, lifters);
    chooser.choices = store.policies(chooser.lifter->id);
    chooser.store = std::move(store);
  }
  return chooser;
}

namespace {

/// What changed from one policy to another.
std::vector<report::ChangedKey> changed_keys(const Policy& before, const Policy& after) {
  std::vector<report::ChangedKey> changed;
  for (exchange::PolicyDifference& each : exchange::differences(before, after)) {
    changed.push_back({std::string{each.key}, std::move(each.before), std::move(each.after),
                       report::key_words(each.key, before), report::key_words(each.key, after)});
  }
  return changed;
}

}  // namespace

report::PolicyChoice told_choice(const Policies& before, const Policies& after,
                                 const std::string& lift) {
  const Policy used = policy_used_for(after, lift);
  const bool has_own = lift.empty() || after.lifts.count(lift) > 0;
  report::PolicyChoice told;
  told.now = {lift, has_own ? used.name : std::string{}, used.version};
  told.clinician = used.clinician;
  told.changed = changed_keys(policy_used_for(before, lift), used);
  return told;
}

namespace {

/// The latest choice of each name of the lifter's own, by name.
std::vector<report::NamedPolicy> own_policies(const std::vector<PolicyVersion>& choices) {
  std::map<std::string, report::NamedPolicy> latest;
  for (const PolicyVersion& choice : choices) {
    if (choice.policy.empty() || built_in_policy(choice.policy) != nullptr) continue;
    const std::string name = policy_of(choice).name;
    latest[name] = {choice.lift, name, choice.version};
  }
  std::vector<report::NamedPolicy> own;
  own.reserve(latest.size());
  for (const auto& [name, policy] : latest) own.push_back(policy);
  return own;
}

int run_list(Invocation& call) {
  const Chooser chooser = chooser_of(call);
  report::PolicyList list;
  if (chooser.lifter) {
    const Policies in_use = policies_after(chooser.choices);
    list.lifter = chooser.lifter->id;
    list.in_use.push_back({"", in_use.general.name, in_use.general.version});
    for (const auto& [lift, policy] : in_use.lifts) {
      list.in_use.push_back({lift, policy.name, policy.version});
    }
    list.own = own_policies(chooser.choices);
  }
  answer(call, call.globals.json ? report::json(list) : report::text(list, style_of(call)));
  return 0;
}

int run_show(Invocation& call) {
  const auto lift = lift_option_of(call.arguments);
  const Chooser chooser = chooser_of(call);
  const PolicyArgument argument = read_policy_argument(call.arguments.operands());
  const Policy policy = policy_meant(call, argument, chooser.choices, lift);
  answer(call,
         call.globals.json ? exchange::policy_json(policy) : report::text(policy, style_of(call)));
  return 0;
}

/// Each choice with what it changed against what was in use before it.
std::vector<report::PolicyChoice> told(const std::vector<PolicyEntry>& entries) {
  std::vector<report::PolicyChoice> choices;
  std::vector<PolicyVersion> standing;
  for (const PolicyEntry& entry : entries) {
    const PolicyVersion& choice = entry.choice;
    const Policies before = policies_after(standing);
    auto with_it = standing;
    with_it.push_back(choice);
    report::PolicyChoice told = told_choice(before, policies_after(with_it), choice.lift);
    told.now.version = choice.version;
    told.at = entry.at;
    told.removed = entry.removed;
    choices.push_back(std::move(told));
    if (!entry.removed) standing = std::move(with_it);
  }
  return choices;
}

int run_log(Invocation& call) {
  const Store store = open_existing(call, Access::read);
  const Lifter lifter = whose_log(call, store.lifters());
  const report::PolicyLog log{lifter.id, told(store.policy_log(lifter.id))};
  answer(call, call.globals.json ? report::json(log) : report::text(log, style_of(call)));
  return 0;
}

constexpr std::array show_options = {OptionSpec{"lift", 0, "NAME", "the one in use for this lift"}};

constexpr std::array list_examples = {
    Example{"hinge policy list", "Which there are, and which is in use."},
    Example{"hinge policy list -l anna --json", "The same for a script."}};
constexpr std::array show_examples = {
    Example{"hinge policy show", "Every number you go by, and where it comes from."},
    Example{"hinge policy show rehab --json > my.json", "A file to change and to set."}};
constexpr std::array log_examples = {Example{"hinge policy log", "What was changed, and when."},
                                     Example{"hinge policy log --json", "The same for a script."}};

constexpr CommandSpec list_command{"policy list",
                                   "",
                                   "list the policies, and which is in use",
                                   "",
                                   "A policy of your own is listed once it was set.",
                                   {},
                                   list_examples,
                                   0,
                                   run_list};
constexpr CommandSpec show_policy_command{
    "policy show",
    "",
    "show every number of a policy",
    "[NAME|FILE|-] [--lift NAME]",
    "NAME is a built-in policy, one of your own, or the number of a version; without it, the one "
    "in use. With --json it is a policy file: change it, and hinge policy set takes it.",
    show_options,
    show_examples,
    -1,
    run_show};
constexpr CommandSpec log_of_policies_command{
    "policy log",
    "",
    "list the versions: what was in use, and what each changed",
    "",
    "Each choice is a version of its own and stays what it was. What a version was used for names "
    "it: next, replay and report. Everybody begins with linear, version 1.",
    {},
    log_examples,
    0,
    run_log};

constexpr std::array commands = {
    &list_command,         &show_policy_command,     &policy_set_command,
    &policy_check_command, &log_of_policies_command, &policy_reset_command};

constexpr std::array examples = {
    Example{"hinge policy list", "Which there are."},
    Example{"hinge policy set double", "Reps climb first, then the load."},
    Example{"hinge policy check rehab", "What it would have said of your log."}};

}  // namespace

constexpr CommandSpec policy_command{
    "policy",
    "",
    "choose how loads go up, and by which limits they come down",
    "list | show | set | check | log | reset",
    "Without any choice it is linear: a step up each time it was made.",
    {},
    examples,
    0,
    nullptr,
    commands};

}  // namespace hinge::cli
