// The road ahead at its edges: the rhythm it goes by, and how far it looks.
#include "hinge/plan.hpp"

#include <catch2/catch.hpp>

#include "engine/log.hpp"

using namespace hinge;
using namespace hinge::test;
using namespace std::chrono_literals;

namespace {

Plan planned(const Log& log, int on, const PlanRequest& request,
             const Policies& by = linear_policy(), const std::string& lift = "") {
  return plan(log.history(), by, day(on), lift, request);
}

Log trained_on(const std::vector<int>& days) {
  Log log;
  for (const int on : days) log.lift(on, 100_kg).fine(on + 1);
  return log;
}

/// "8 in 16 days, own".
std::string rhythm(const Plan& made) {
  return std::to_string(made.rhythm.exposures) + " in " + std::to_string(made.rhythm.days) +
         " days" + (made.rhythm.own ? ", own" : "");
}

std::vector<int> dates(const Plan& made) {
  std::vector<int> numbers;
  for (const PlannedDay& each : made.days) {
    numbers.push_back(static_cast<int>((each.date - day_zero).count()));
  }
  return numbers;
}

}  // namespace

TEST_CASE("plan: the rhythm is that of the last eight gaps, time away left out") {
  CHECK(rhythm(planned(trained_on({0}), 1, {})) == "1 in 4 days");
  CHECK(rhythm(planned(trained_on({0, 14}), 15, {})) == "1 in 14 days, own");
  CHECK(rhythm(planned(trained_on({0, 15}), 16, {})) == "1 in 4 days");
  CHECK(rhythm(planned(trained_on({0, 15, 18}), 19, {})) == "1 in 3 days, own");
  CHECK(rhythm(planned(trained_on({0, 3, 18, 20}), 21, {})) == "2 in 5 days, own");
  // Nine gaps, the oldest of 7 days: it no longer counts. With eight it does.
  CHECK(rhythm(planned(trained_on({0, 7, 9, 11, 13, 15, 17, 19, 21, 23}), 24, {})) ==
        "8 in 16 days, own");
  CHECK(rhythm(planned(trained_on({0, 7, 9, 11, 13, 15, 17, 19, 21}), 22, {})) ==
        "8 in 21 days, own");
}

TEST_CASE("plan: the rhythm is the lift's own, or its policy's") {
  Log log = trained_on({0, 4});
  log.lift(2, 60_kg, 5, 3, "sumo").fine(3);
  CHECK(rhythm(planned(log, 5, {}, linear_policy(), "deadlift")) == "1 in 4 days, own");
  CHECK(rhythm(planned(log, 5, {}, linear_policy(), "sumo")) == "1 in 4 days");
  CHECK(planned(log, 5, {}, linear_policy(), "sumo").days.front().target.weight.load == 65_kg);
  CHECK(rhythm(planned(log, 5, {}, *built_in_policy("rehab"))) == "12 in 56 days");
  // Where there is no road there is no rhythm to it.
  CHECK(rhythm(planned(Log{}, 5, {}, *built_in_policy("rehab"))) == "1 in 4 days");
  CHECK(rhythm(planned(log.flags(4, {RedFlag::fever_unwell}), 5, {})) == "1 in 4 days");
}

TEST_CASE("plan: so many weeks, the last day included") {
  const Log log = trained_on({0, 7});
  CHECK(dates(planned(log, 7, {.to = {}, .weeks = 2, .detour = {}})) == std::vector{14, 21});
  CHECK(dates(planned(log, 8, {.to = {}, .weeks = 2, .detour = {}})) == std::vector{14, 21});
  CHECK(dates(planned(log, 13, {.to = {}, .weeks = 2, .detour = {}})) == std::vector{14, 21});
  CHECK(dates(planned(log, 14, {.to = {}, .weeks = 2, .detour = {}})) == std::vector{14, 21, 28});
}

TEST_CASE("plan: until a load it looks two years ahead") {
  const Plan far = planned(trained_on({0}), 0, {.to = 5000_kg, .weeks = 1, .detour = {}});
  CHECK_FALSE(far.reached);
  CHECK(far.days.size() == 182);  // every four days of 104 weeks
  CHECK(dates(far).back() == 728);
}

TEST_CASE("plan: calm is waited for as long as quiet days can end it") {
  const Log calm = Log{}.lift(0, 100_kg).feel(1, ache(5).limits(3));
  const auto first = [&](std::chrono::hours quiet) {
    Policy policy = linear_policy();
    policy.calm_quiet = quiet;
    return dates(planned(calm, 2, {.to = {}, .weeks = 2, .detour = {}}, policy));
  };
  CHECK(first(48h) == std::vector{4, 8, 12, 16});
  CHECK(first(9 * 24h) == std::vector{11, 15});  // quiet from day 2 on
  CHECK(first(10 * 24h).empty());
  Policy slow = linear_policy();
  slow.calm_quiet = 9 * 24h;
  CHECK(dates(planned(calm, 3, {.to = {}, .weeks = 2, .detour = {}}, slow)) == std::vector{12, 16});
}

TEST_CASE("plan: the detour comes with the first training of its week") {
  const auto detour = [](int week) {
    std::vector<int> found;
    const Plan made = planned(trained_on({0, 4}), 5, {.to = {}, .weeks = 4, .detour = week});
    for (const PlannedDay& each : made.days) {
      if (each.detour) found.push_back(static_cast<int>((each.date - day_zero).count()));
    }
    return found;
  };
  CHECK(detour(1) == std::vector{8});
  CHECK(detour(2) == std::vector{12});  // day 12 is a week from now
  CHECK(detour(3) == std::vector{20});
  const Plan made = planned(trained_on({0, 4}), 5, {.to = {}, .weeks = 4, .detour = 1});
  CHECK(made.days[0].decision == Decision::progress);
  CHECK_FALSE(made.days[0].deload_percent);
  CHECK(made.days[0].phase == Phase::build);
  CHECK(made.days[1].decision == Decision::deload);
  CHECK(made.days[1].deload_percent == 10);
  CHECK(made.days[1].phase == Phase::rebuild);
  CHECK(made.days[2].decision == Decision::rebuild);
}

TEST_CASE("plan: a wave's weeks follow each other") {
  const Log log = Log{}.lift(0, 140_kg, 5).fine(1);
  const Plan made = planned(log, 1, {.to = {}, .weeks = 3, .detour = {}}, *built_in_policy("wave"));
  std::string text;
  for (const PlannedDay& each : made.days) {
    text += std::to_string(each.wave_week.value_or(0)) + ":" +
            number_in(Unit::kg, each.target.weight.load) + " ";
  }
  CHECK(text == "1:122.5 2:130 3:137.5 4:87.5 1:127.5 ");  // of 147, then of 152
}
