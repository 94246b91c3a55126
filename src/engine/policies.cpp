#include <algorithm>
#include <array>

#include "hinge/policy.hpp"

namespace hinge {
namespace {

Policy named(std::string name, Progression progression) {
  Policy policy;
  policy.name = std::move(name);
  policy.progression = progression;
  return policy;
}

/// The density of the trial that the article cites (12 sessions in 8 weeks) [P]; its loads are not
/// public, so the steps are half of the usual ones [D].
Policy rehab() {
  Policy policy = named("rehab", Linear{});
  policy.step_kg = 2.5_kg;
  policy.step_lb = 5_lb;
  policy.most_a_week = 2;
  policy.block = Block{12, 8};
  return policy;
}

/// For those who do not want to lift heavy: lower loads reach the same goal [A].
Policy low_load() {
  Policy policy = named("low-load", DoubleProgression{10, 15, Rpe{6}});
  policy.rpe_hold = Score::halves(15);
  policy.step_kg = 2.5_kg;
  policy.step_lb = 5_lb;
  return policy;
}

}  // namespace

std::span<const Policy> built_in_policies() {
  static const std::array<Policy, 6> all = {named("linear", Linear{}),
                                            named("double", DoubleProgression{}),
                                            named("rpe", RpeTarget{}),
                                            named("wave", Wave{}),
                                            rehab(),
                                            low_load()};
  return all;
}

const Policy* built_in_policy(std::string_view name) {
  const auto all = built_in_policies();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Policy& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const Policy& linear_policy() { return built_in_policies().front(); }

}  // namespace hinge
