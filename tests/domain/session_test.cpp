#include "hinge/session.hpp"

#include <catch2/catch.hpp>
#include <vector>

namespace hinge {
namespace {

Set set_of(Load load, int reps, SetKind kind = SetKind::work) {
  Set set;
  set.weight = {load, Unit::kg};
  set.reps = reps;
  set.kind = kind;
  return set;
}

TEST_CASE("the working load is the heaviest work set with a good rep") {
  CHECK_FALSE(working_load({}));
  CHECK_FALSE(working_load({set_of(140_kg, 5, SetKind::warmup)}));
  CHECK_FALSE(working_load({set_of(140_kg, 0)}));
  const std::vector<Set> sets = {set_of(200_kg, 5, SetKind::warmup),
                                 set_of(190_kg, 5, SetKind::outlier),
                                 set_of(180_kg, 0),
                                 set_of(140_kg, 5),
                                 set_of(150_kg, 1),
                                 set_of(150_kg, 0),
                                 set_of(150_kg, 3),
                                 set_of(100_kg, 10)};
  REQUIRE(working_load(sets));
  CHECK(working_load(sets)->load == 150_kg);
  CHECK(working_sets(sets) == std::vector<Set>{set_of(150_kg, 1), set_of(150_kg, 3)});
  CHECK(working_sets({set_of(140_kg, 0)}).empty());
}

TEST_CASE("the same mass in pounds is the same working load, as first typed") {
  Set in_pounds = set_of(315_lb, 5);
  in_pounds.weight.unit = Unit::lb;
  const std::vector<Set> sets = {in_pounds, set_of(315_lb, 3)};
  CHECK(working_load(sets) == Weight{315_lb, Unit::lb});
  CHECK(working_sets(sets).size() == 2);
}

TEST_CASE("a session is named s and its number") { CHECK(session_name(41) == "s41"); }

}  // namespace
}  // namespace hinge
