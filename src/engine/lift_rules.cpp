#include "engine/lift_rules.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

namespace hinge::engine {
namespace {

Finding finding(RuleId rule, bool fires, Light light) {
  Finding made;
  made.rule = rule;
  made.verdict = fires ? Verdict::fired : Verdict::pass;
  made.light = fires ? light : Light::green;
  return made;
}

Scheme scheme_of(const std::vector<Set>& working) {
  Scheme scheme{working.front().weight, static_cast<int>(working.size()), working.front().reps, {}};
  for (const Set& set : working) scheme.reps = std::min(scheme.reps, set.reps);
  return scheme;
}

/// The most reps that at least half of the working sets had: a last set that fell short is not what
/// the lifter trains, and neither is one that went on.
int usual_reps(const std::vector<Set>& working) {
  std::vector<int> reps(working.size());
  std::transform(working.begin(), working.end(), reps.begin(),
                 [](const Set& set) { return set.reps; });
  const auto middle = reps.begin() + static_cast<std::ptrdiff_t>((reps.size() - 1) / 2);
  std::nth_element(reps.begin(), middle, reps.end(), std::greater<>{});
  return *middle;
}

bool failed_at(const std::vector<Set>& sets, Load suggested) {
  return std::any_of(sets.begin(), sets.end(), [&](const Set& set) {
    return set.kind == SetKind::work && set.failed && reaches(set.weight.load, suggested);
  });
}

/// Sets of at least the suggested reps, at the suggested load or (where that was not reached) at W.
int full_sets(const std::vector<Set>& sets, const Target& suggested, Load working) {
  const Load from = std::min(suggested.weight.load, working);
  return static_cast<int>(std::count_if(sets.begin(), sets.end(), [&](const Set& set) {
    return set.kind == SetKind::work && set.reps >= suggested.reps &&
           reaches(set.weight.load, from);
  }));
}

}  // namespace

Done what_was_done(const LiftDay& day, const std::optional<Target>& suggested,
                   const Policy& policy) {
  Done done;
  done.marked_light = day.light;
  const std::vector<Set> working = working_sets(day.sets);
  if (!working.empty()) {
    done.working = scheme_of(working);
    done.working_load = done.working.reference;
    if (day.imported)
      done.working.reps = usual_reps(working);
    else if (!suggested)
      done.working.reps = working.front().reps;
  }
  for (const Set& set : working) done.highest_rpe = std::max(done.highest_rpe, set.rpe);
  done.effort = effort_of(working);

  if (!suggested) {
    done.missed = done.working_load && failed_at(day.sets, done.working_load->load);
    return done;
  }
  const Load asked = suggested->weight.load;
  done.missed = failed_at(day.sets, asked);
  if (!done.working_load) return done;
  const Load lifted = done.working_load->load;
  done.light = day.light || !reaches(lifted, asked.percent(policy.light_percent));
  done.over = !reaches(asked, lifted);
  done.short_of =
      !done.light && !done.missed && full_sets(day.sets, *suggested, lifted) < suggested->sets;
  return done;
}

std::vector<Finding> assess_lift(const LiftState& before, const Done& done, bool symptom_red,
                                 const Policy& policy) {
  const bool counted = done.missed && !symptom_red;
  const bool third = counted && before.misses + 1 >= policy.missed_sessions;
  Finding f1 = finding(RuleId::f1, done.missed && !third, Light::amber);
  f1.seen.load = done.working_load;
  f1.seen.count = done.missed ? before.misses + (counted ? 1 : 0) : 0;
  f1.limit.count = policy.missed_sessions;
  Finding f3 = finding(RuleId::f3, third, Light::red);
  f3.seen = f1.seen;
  f3.limit = f1.limit;

  Finding f2 = finding(RuleId::f2, done.short_of && before.shorts == 0, Light::amber);
  f2.seen.count = done.short_of ? before.shorts + 1 : 0;
  f2.limit.load = done.reference;
  Finding r1 =
      finding(RuleId::r1, done.highest_rpe && *done.highest_rpe >= policy.rpe_hold, Light::amber);
  r1.seen.rpe = done.highest_rpe;
  r1.limit.rpe = policy.rpe_hold;
  Finding light =
      finding(RuleId::light, done.light && !done.marked_light && before.light, Light::amber);
  light.seen.load = done.working_load;
  light.seen.count = done.light ? (light.verdict == Verdict::pass ? 1 : 2) : 0;
  light.limit.percent = policy.light_percent;
  light.limit.load = done.reference;
  std::array findings{std::move(f3), std::move(f1), std::move(f2), std::move(r1), std::move(light)};
  return {std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end())};
}

}  // namespace hinge::engine
