#include <catch2/catch.hpp>

#include "world.hpp"

namespace hinge::cli {

using Catch::Contains;

// A lift on its way back up is lost from view where another one was trained since.
TEST_CASE("next names the other lifts of the last five weeks, at a terminal") {
  World world;
  world.run({"log", "140x5", "--on", "4w"});
  world.run({"log", "60x8", "--lift", "sumo", "--on", "36d"});
  CHECK(world.talk({"next"}, "").err.find("other lifts") == std::string::npos);
  world.run({"log", "80x5", "--lift", "romanian", "--on", "3d"});
  CHECK_THAT(world.talk({"next"}, "").err, Contains("other lifts: hinge next --lift deadlift\n"));
  world.run({"log", "60x8", "--lift", "sumo", "--on", "35d"});
  CHECK_THAT(world.talk({"next"}, "").err,
             Contains("hinge next --lift deadlift or") && Contains("--lift sumo"));

  CHECK(world.talk({"next", "-q"}, "").err.empty());
  CHECK(world.talk({"next", "--lift", "romanian"}, "").err.find("other") == std::string::npos);
  CHECK(world.run({"next"}).err.empty());
}

}  // namespace hinge::cli
