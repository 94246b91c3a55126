#include "domain/lifts.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/lift_table.hpp"
#include "hinge/lifter.hpp"

namespace hinge {
namespace {

using Name = std::pair<std::string, std::string>;

TEST_CASE("other apps' names are our lifts") {
  const auto [name, lift] = GENERATE(values<Name>({
      {"Deadlift", "deadlift"},
      {"Deadlift (Barbell)", "deadlift"},
      {"Deadlift (Bar)", "deadlift"},
      {"Deadlifts", "deadlift"},
      {"Dead Lift", "deadlift"},
      {"Conventional Deadlift", "deadlift"},
      {"Conv. Deadlift", "deadlift"},
      {"Deadlift w/ Trap Bar", "trap-bar"},
      {"Deadlift Old Data ", "deadlift"},
      {"  DEADLIFT  (barbell)", "deadlift"},
      {"Barbell Deadlift", "deadlift"},
      {"Deadlift, Barbell", "deadlift"},
      {"Sumo Deadlift (Barbell)", "sumo"},
      {"Deadlift - Sumo", "sumo"},
      {"Sumo Deadlift", "sumo"},
      {"Trap Bar Deadlift", "trap-bar"},
      {"Deadlift (Trap bar)", "trap-bar"},
      {"Deadlift Hex", "trap-bar"},
      {"Hex Bar Deadlift", "trap-bar"},
      {"Romanian Deadlift (Barbell)", "romanian"},
      {"Romanian Deadlift", "romanian"},
      {"RDL", "romanian"},
      {"Romanian Deadlift (RDL)", "romanian"},
      {"Deadlift (Romanian)", "romanian"},
      {"Romanian Deadlift (Dumbbell)", "romanian-dumbbell"},
      {"Romanian Deadlift, Dumbbell", "romanian-dumbbell"},
      {"Dumbbell Romanian Deadlift", "romanian-dumbbell"},
      {"DB RDL", "romanian-dumbbell"},
      {"Deadlift (Dumbbell)", "deadlift-dumbbell"},
      {"Deadlift (Smith Machine)", "deadlift-smith"},
      {"Deadlift, Smith Machine", "deadlift-smith"},
      {"Deadlift (Machine)", "deadlift-machine"},
      {"Deadlift (Kettlebell)", "deadlift-kettlebell"},
      {"Sumo Deadlift (Kettlebell)", "sumo-kettlebell"},
      {"Stiff Leg Deadlift (Barbell)", "stiff-leg"},
      {"Stiff-Legged Deadlift", "stiff-leg"},
      {"Straight Leg Deadlift", "stiff-leg"},
      {"Straight Leg Deadlift (Dumbbell)", "stiff-leg-dumbbell"},
      {"Deficit Deadlift", "deficit"},
      {"Deadlift from Deficit (Barbell)", "deficit"},
      {"Block Pull", "block-pull"},
      {"Rack Pull", "rack-pull"},
      {"Rack Pulls", "rack-pull"},
      {"Rack Pull (Barbell)", "rack-pull"},
      {"Single Leg Deadlift", "single-leg"},
      {"Single Leg Romanian Deadlift", "single-leg"},
      {"Single Leg Romanian Deadlift (Dumbbell)", "single-leg-dumbbell"},
      {"Single-Leg Stiff-Leg Deadlift", "single-leg"},
      {"Snatch Grip Deadlift", "snatch-grip"},
      {"Paused Deadlift (Barbell)", "paused"},
      {"Kreuzheben", "deadlift"},
      {"Kreuzheben (Langhantel)", "deadlift"},
      {"Kreuzheben (Multipresse)", "deadlift-smith"},
      {"Sumo-Kreuzheben", "sumo"},
      {"Rumänisches Kreuzheben (Kurzhantel)", "romanian-dumbbell"},
      {"Rumänisches Kreuzheben", "romanian"},  // the dots as a letter of their own
      {"Kreuzheben mit gestreckten Beinen", "stiff-leg"},
      {"Einbeiniges Kreuzheben", "single-leg"},
      {"Levantamento Terra (Barra)", "deadlift"},
      {"Levantamento Terra", "deadlift"},
      {"Levantamento Terra Romeno (Halteres)", "romanian-dumbbell"},
      {"Levantamento Terra Sumô", "sumo"},
      {"Levantamento Terra com Pernas Estendidas", "stiff-leg"},
      {"Soulevé de Terre (Barre)", "deadlift"},
      {"Soulevé de terre sumo", "sumo"},
      {"Stacco da terra", "deadlift"},
      {"Stacco da terra (bilanciere)", "deadlift"},
      {"Stacco rumeno (manubri)", "romanian-dumbbell"},
      {"Stacco sumo", "sumo"},
      {"Peso muerto", "deadlift"},
      {"Peso muerto rumano (mancuerna)", "romanian-dumbbell"},
      {"Peso muerto sumo", "sumo"},
      {"Peso muerto con piernas rígidas", "stiff-leg"},
      {"Peso muerto a una pierna", "single-leg"},
      {"Rumänisches Kreuzheben (Langhantel)", "romanian"},
      {"Sumo Kreuzheben", "sumo"},
      {"Kreuzheben (Trap-Bar)", "trap-bar"},
      {"Kreuzheben mit der Hexbar", "trap-bar"},
      {"Defizit-Kreuzheben", "deficit"},
      {"Romanya Deadlift (Bar)", "romanian"},
      {"Romanian Deadlift (Dambıl)", "romanian-dumbbell"},
      {"Sumo Deadlift (Bar)", "sumo"},
      {"Düz Bacak Deadlift", "stiff-leg"},
      {"杠铃硬拉", "deadlift"},
      {"硬拉", "deadlift"},
      {"罗马尼亚硬拉（哑铃）", "romanian-dumbbell"},
      {"相扑硬拉（杠铃）", "sumo"},
      {"直腿硬拉（杠铃）", "stiff-leg"},
      {"六角杠硬拉", "trap-bar"},
      {"传统硬拉", "deadlift"},
      {"单腿硬拉", "single-leg"},
      {"架上硬拉", "rack-pull"},
      {"赤字硬拉", "deficit"},
      {"Kettlebell 硬拉", "deadlift-kettlebell"},
      {"硬拉（壶铃）", "deadlift-kettlebell"},
      {"硬拉（史密斯机）", "deadlift-smith"},
      {"Становая тяга (Штанга)", "deadlift"},
      {"становая тяга со штангой", "deadlift"},
      {"РУМЫНСКАЯ ТЯГА (Гантели)", "romanian-dumbbell"},
      {"デッドリフト (バーベル)", "deadlift"},
      {"루마니안 데드리프트 (덤벨)", "romanian-dumbbell"},
      {"Martwy ciąg", "deadlift"},
      {"Rumuński martwy ciąg", "romanian"},
      {"Marklyft", "deadlift"},
      {"Dødløft", "deadlift"},
      {"Peso Muerto (Barra)", "deadlift"},
      {"Peso muerto rumano con mancuernas", "romanian-dumbbell"},
      {"Peso Muerto Sumo", "sumo"},
      {"Peso muerto piernas rígidas", "stiff-leg"},
      {"Stacco", "deadlift"},
      {"Stacco da Terra (Bilanciere)", "deadlift"},
      {"Stacco Rumeno", "romanian"},
      {"STACCO SUMO", "sumo"},
      {"Stacco a gambe tese", "stiff-leg"},
      {"Soulevé de terre", "deadlift"},
      {"Soulevé de terre roumain (Haltères)", "romanian-dumbbell"},
      {"Soulevé de terre jambes tendues", "stiff-leg"},
      {"Romen Deadlift (Dambıl)", "romanian-dumbbell"},
      {"硬拉（杠铃）", "deadlift"},
      {"romanian-dumbbell", "romanian-dumbbell"},
  }));
  CAPTURE(name);
  CHECK(lift_named(name).value_or("(none)") == lift);
}

TEST_CASE("names that only look like a deadlift are none, and not worth a line") {
  const std::string name = GENERATE(values<std::string>({"Sumo Deadlift High Pull",
                                                         "Trap Bar Shoulder Press",
                                                         "Shrug (Trap Bar)",
                                                         "Trap Bar Jump",
                                                         "Romanian Deadlift to Shrug",
                                                         "Dumbbell Single Leg Deadlift To Row",
                                                         "Deadlift + Jump",
                                                         "Bench Press (Barbell)",
                                                         "Pull Up",
                                                         "Leg Press",
                                                         "Seated Leg Curl (Machine)",
                                                         "Dead Bug",
                                                         "Hurdle Jump",
                                                         "Good Morning (Barbell)",
                                                         "Back Day",
                                                         "",
                                                         " ",
                                                         "()",
                                                         "Barbell",
                                                         "Single Leg",
                                                         "Bar"}));
  CAPTURE(name);
  CHECK_FALSE(lift_named(name));
  CHECK_FALSE(may_be_a_deadlift(name));
}

TEST_CASE("unknown names with a deadlift in them are worth a line") {
  const std::string name = GENERATE(values<std::string>(
      {"Jefferson Deadlift", "Clean Deadlift", "Deadlift (Band)", "Deadlifting w/ Bob",
       "Suitcase Deadlift", "Становая тяга (Тренажёр)", "Zercher-Kreuzheben", "Peso muerto búlgaro",
       "B-Stance RDL", "Tempo Deadlift", "Trap Bar Deadlift (Dumbbell)"}));
  CAPTURE(name);
  CHECK_FALSE(lift_named(name));
  CHECK(may_be_a_deadlift(name));
}

TEST_CASE("a title that mentions a deadlift stands for no lift") {
  CHECK_FALSE(lift_named("Back Day w/o Deadlift"));
  CHECK_FALSE(lift_named("Deadlift Day"));
}

TEST_CASE("lifts are found by their id") {
  REQUIRE(find_lift("romanian-dumbbell") != nullptr);
  CHECK(find_lift("romanian-dumbbell")->label == "Romanian deadlift (dumbbell)");
  CHECK(find_lift("deadlift")->label == "Deadlift");
  CHECK(find_lift("") == nullptr);
  CHECK(find_lift("Deadlift") == nullptr);
}

TEST_CASE("every lift has an id of its own, and finds itself by id and by label") {
  std::set<std::string_view> ids;
  for (const Lift& lift : all_lifts()) {
    CAPTURE(lift.id);
    CHECK(ids.insert(lift.id).second);
    CHECK(lift_named(lift.id) == std::string{lift.id});
    CHECK(lift_named(lift.label) == std::string{lift.id});
  }
  CHECK(ids.size() > 20);
}

TEST_CASE("no phrase and no set of terms stands for two things") {
  std::set<std::string_view> phrases;
  for (const auto& row : lift_table::phrases()) {
    CAPTURE(row.phrase);
    CHECK(phrases.insert(row.phrase).second);
  }
  std::set<std::pair<std::string_view, std::size_t>> names;
  for (const auto& row : lift_table::names()) {
    CAPTURE(row.terms, row.lift);
    CHECK(names.insert({row.terms, row.equipment}).second);
  }
}

TEST_CASE("dumbbells and kettlebells have no bar, unless the lifter says so") {
  Lifter lifter;
  lifter.loading = {Unit::kg, 15_kg, 2.5_kg};
  CHECK(loading_for(lifter, "deadlift").bar == 15_kg);
  CHECK(loading_for(lifter, "deadlift-smith").bar == 15_kg);
  CHECK(loading_for(lifter, "romanian-dumbbell").bar == 0_kg);
  CHECK(loading_for(lifter, "romanian-dumbbell").step == 2.5_kg);
  CHECK(loading_for(lifter, "sumo-kettlebell").bar == 0_kg);
  CHECK(loading_for(lifter, "something of their own").bar == 15_kg);
  lifter.lifts["romanian-dumbbell"] = {Unit::kg, 4_kg, 1_kg};
  CHECK(loading_for(lifter, "romanian-dumbbell") == Loading{Unit::kg, 4_kg, 1_kg});
  CHECK(loading_for(lifter, "deadlift") == lifter.loading);
}

}  // namespace
}  // namespace hinge
