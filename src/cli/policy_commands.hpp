#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/invocation.hpp"
#include "hinge/lifter.hpp"
#include "hinge/store.hpp"
#include "report/policies.hpp"

/// The commands under `policy`, and what they share.
namespace hinge::cli {

extern const CommandSpec policy_set_command;
extern const CommandSpec policy_reset_command;
extern const CommandSpec policy_check_command;

/// Whose policies are looked at, and what they chose; nobody where there is no log yet.
struct Chooser {
  std::optional<Store> store;
  std::optional<Lifter> lifter;
  std::vector<PolicyVersion> choices;
};
[[nodiscard]] Chooser chooser_of(const Invocation& call);

/// What a choice for `lift` (empty: all lifts) made of what was in use before it.
[[nodiscard]] report::PolicyChoice told_choice(const Policies& before, const Policies& after,
                                               const std::string& lift);

}  // namespace hinge::cli
