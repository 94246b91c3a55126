// Every number of a policy, as engine.md sections 3 to 8 have them.
#include <catch2/catch.hpp>

#include "hinge/policy.hpp"

using namespace hinge;
using namespace std::chrono_literals;

namespace {

std::string in_words(const std::vector<LayoffRung>& table) {
  std::string text;
  for (const LayoffRung& step : table) {
    text += std::to_string(step.over_days) + ":" + std::to_string(step.rung) + " ";
  }
  return text;
}

std::string in_words(const Wave& wave) {
  std::string text;
  for (const WaveWeek& week : wave.weeks) {
    for (const WaveSet& set : week) {
      text += std::to_string(set.percent) + "x" + std::to_string(set.reps) + " ";
    }
    text += "/ ";
  }
  return text;
}

}  // namespace

TEST_CASE("the thresholds of section 3") {
  const Policy policy;
  CHECK(policy.excessive_pain == Nprs{6});
  CHECK(policy.severe_pain == Nprs{8});
  CHECK(policy.excessive_soreness == Nprs{8});
  CHECK(policy.lingering_pain == 24h);
  CHECK(policy.lingering_soreness == 120h);
  CHECK(policy.limiting == 2);
  CHECK(policy.disabling == 3);
  CHECK(policy.deload_percent == std::array{10, 20, 30});
  CHECK(policy.nerve_below_knee_percent == 20);
  CHECK(policy.nerve_above_knee_percent == 10);
  CHECK(policy.new_pain == Nprs{3});
}

TEST_CASE("the ambers of section 4") {
  const Policy policy;
  CHECK(policy.amber_pain == Nprs{3});
  CHECK(policy.amber_soreness == 72h);
  CHECK(policy.sore_now == Nprs{4});
  CHECK(policy.important_change == Nprs{2});
  CHECK(policy.rpe_hold.in_halves() == 19);  // 9.5
  CHECK(policy.missed_sessions == 3);
  CHECK(policy.missed_percent == 10);
}

TEST_CASE("the ladder of section 5 and the time away of section 6") {
  const Policy policy;
  CHECK(policy.rungs == std::vector{50, 60, 70, 80, 90, 95, 100});
  CHECK(policy.full_sets_from == 90);
  CHECK(policy.step_kg == 5_kg);
  CHECK(policy.step_lb == 10_lb);
  CHECK(policy.largest_step_percent == 10);
  CHECK(policy.light_percent == 90);
  CHECK(policy.calm_quiet == 48h);
  CHECK(in_words(policy.layoff) == "10:0 14:90 21:80 56:70 90:50 ");
  CHECK(in_words(policy.lift_layoff) == "14:0 35:90 90:80 ");
  CHECK(policy.most_a_week == 0);
  CHECK_FALSE(policy.block);
}

TEST_CASE("who answers for a policy, if nobody says so") {
  const Policy policy;
  CHECK(policy.name == "linear");
  CHECK(policy.version == 1);
  CHECK(policy.clinician.empty());
  CHECK_FALSE(policy.under_care);
  CHECK(std::holds_alternative<Linear>(policy.progression));
}

TEST_CASE("the progressions of section 8") {
  const DoubleProgression range;
  CHECK(range.low == 5);
  CHECK(range.high == 8);
  CHECK_FALSE(range.rpe_cap);
  const RpeTarget target;
  CHECK(target.reps == 5);
  CHECK(target.rpe == Rpe{8});
  const Wave wave;
  CHECK(wave.training_max_percent == 90);
  CHECK(in_words(wave) == "65x5 75x5 85x5 / 70x3 80x3 90x3 / 75x5 85x3 95x1 / 40x5 50x5 60x5 / ");
}

TEST_CASE("the built-in policies differ from the usual one in their scheme, and in what it needs") {
  const auto same_but_for_name = [](std::string_view name, const Progression& progression) {
    Policy expected;
    expected.name = name;
    expected.progression = progression;
    return *built_in_policy(name) == expected;
  };
  CHECK(same_but_for_name("linear", Linear{}));
  CHECK(same_but_for_name("double", DoubleProgression{}));
  CHECK(same_but_for_name("rpe", RpeTarget{}));
  CHECK(same_but_for_name("wave", Wave{}));

  Policy rehab;
  rehab.name = "rehab";
  rehab.step_kg = Load::of(2500, Unit::kg);
  rehab.step_lb = 5_lb;
  rehab.most_a_week = 2;
  rehab.block = Block{12, 8};
  CHECK(*built_in_policy("rehab") == rehab);

  Policy low_load;
  low_load.name = "low-load";
  low_load.progression = DoubleProgression{10, 15, Rpe{6}};
  low_load.rpe_hold = Score::halves(15);  // 7.5
  low_load.step_kg = Load::of(2500, Unit::kg);
  low_load.step_lb = 5_lb;
  CHECK(*built_in_policy("low-load") == low_load);
}
