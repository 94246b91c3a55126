#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "exchange/policy_json.hpp"
#include "hinge/error.hpp"

/// Made-up policies, each key anywhere in its range, then brought to what keys have to be to each
/// other. Some are named by a clinician, and those may be less careful.
namespace hinge::test {

[[nodiscard]] inline Policy read(const std::string& text) {
  return exchange::read_policy(text, built_in_policies());
}

[[nodiscard]] inline Nprs any_score(int least, int most) {
  return Score::halves(*rc::gen::inRange(2 * least, 2 * most + 1));
}
[[nodiscard]] inline int any_whole(int least, int most) {
  return *rc::gen::inRange(least, most + 1);
}
[[nodiscard]] inline Minutes any_hours(int least, int most) {
  return std::chrono::hours{any_whole(least, most)};
}

[[nodiscard]] inline Progression any_progression(Rpe hold) {
  const Rpe effort = Score::halves(*rc::gen::inRange(10, hold.in_halves()));
  switch (any_whole(0, 4)) {
    case 0:
      return RpeTarget{any_whole(1, 10), std::max(effort, Rpe{5})};
    case 1: {
      const int low = any_whole(1, 11);
      const int high = any_whole(low, 30);
      if (any_whole(0, 1) == 0) return DoubleProgression{low, high, {}};
      return DoubleProgression{low, high, effort};
    }
    case 2: {
      Wave wave;
      wave.training_max_percent = any_whole(50, 100);
      int top = any_whole(70, 85);
      for (WaveWeek& week : wave.weeks) {
        week = {{{30, any_whole(1, 30)}, {any_whole(30, top), 5}, {top, any_whole(1, 8)}}};
        top = any_whole(60, std::min(100, top + top / 10));
      }
      return wave;
    }
    default:
      return Linear{};
  }
}

[[nodiscard]] inline std::vector<int> any_rungs(int lowest) {
  std::vector<int> rungs = {any_whole(10, lowest)};
  while (rungs.back() < 100) rungs.push_back(std::min(100, rungs.back() + any_whole(5, 20)));
  return rungs;
}

[[nodiscard]] inline std::vector<LayoffRung> any_layoff(int fewest) {
  std::vector<LayoffRung> layoff;
  int days = 6;
  int rung = 99;
  const int count = any_whole(fewest, 6);
  for (int at = 0; at < count; ++at) {
    days += any_whole(1, 40);
    rung = any_whole(10 + (count - at), rung - 1);
    layoff.push_back({days, at == 0 && any_whole(0, 1) == 0 ? 0 : rung});
  }
  return layoff;
}

[[nodiscard]] inline Policy any_policy_of(const std::string& clinician) {
  const bool free = !clinician.empty();
  Policy policy;
  policy.name = "made-up";
  policy.clinician = clinician;
  policy.under_care = any_whole(0, 1) == 1;
  policy.rpe_hold = any_score(6, 10);
  policy.progression = any_progression(policy.rpe_hold);
  policy.step_kg = Load::of(any_whole(1, 80) * 250, Unit::kg);
  policy.step_lb = Load::of(any_whole(1, 90) * 500, Unit::lb);
  policy.largest_step_percent = any_whole(1, 10);
  policy.most_a_week = any_whole(0, 7);
  if (any_whole(0, 1) == 0) {
    const int weeks = any_whole(1, 52);
    const int a_week = policy.most_a_week == 0 ? 7 : policy.most_a_week;
    policy.block = Block{any_whole(1, std::min(200, weeks * a_week)), weeks};
  }
  policy.excessive_pain = any_score(1, free ? 10 : 6);
  policy.severe_pain = std::max(policy.excessive_pain, any_score(1, free ? 10 : 8));
  policy.excessive_soreness = free ? any_score(8, 10) : Nprs{8};
  policy.lingering_pain = any_hours(1, free ? 168 : 24);
  policy.lingering_soreness = any_hours(72, free ? 336 : 120);
  policy.limiting = any_whole(1, free ? 3 : 2);
  policy.disabling = any_whole(policy.limiting, 3);
  policy.rungs = any_rungs(50);
  const int deepest = 100 - policy.rungs.front();
  policy.deload_percent = {any_whole(free ? 5 : 10, deepest), any_whole(free ? 5 : 20, deepest),
                           any_whole(free ? 5 : 30, deepest)};
  std::sort(policy.deload_percent.begin(), policy.deload_percent.end());
  policy.nerve_above_knee_percent = any_whole(5, deepest);
  policy.nerve_below_knee_percent = any_whole(policy.nerve_above_knee_percent, deepest);
  policy.missed_percent = any_whole(5, deepest);
  policy.calm_quiet = any_hours(free ? 24 : 48, 120);
  policy.new_pain = any_score(1, free ? 10 : 3);
  policy.amber_pain = std::min(policy.excessive_pain, any_score(1, 10));
  policy.amber_soreness = std::min(policy.lingering_soreness, any_hours(24, 120));
  policy.sore_now = any_score(1, 10);
  policy.important_change = any_score(1, 10);
  policy.full_sets_from = any_whole(10, 100);
  policy.light_percent = any_whole(50, 99);
  policy.missed_sessions = any_whole(1, 10);
  policy.layoff = any_layoff(1);
  policy.lift_layoff = any_layoff(0);
  return policy;
}

[[nodiscard]] inline rc::Gen<Policy> any_policy() {
  return rc::gen::exec([] {
    return any_policy_of(*rc::gen::element<std::string>("", "", "Dr \"Å\" Berg", "a\\b/c"));
  });
}

}  // namespace hinge::test
