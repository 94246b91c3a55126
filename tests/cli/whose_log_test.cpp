#include <catch2/catch.hpp>

#include "world.hpp"

namespace hinge::cli {
namespace {

/// The lifter whose log `next` reads.
std::string lifter_of(World& world, const std::vector<std::string>& options = {}) {
  std::vector<std::string> args = {"next", "--json"};
  args.insert(args.end(), options.begin(), options.end());
  const Ran ran = world.run(args);
  if (ran.code != 0) return "exit " + std::to_string(ran.code);
  const std::string key = "\"lifter\":\"";
  const auto start = ran.out.find(key) + key.size();
  return ran.out.substr(start, ran.out.find('"', start) - start);
}

}  // namespace

TEST_CASE("whose log: -l, HINGE_LIFTER, the config, the only active one") {
  World world;
  for (const std::string id : {"anna", "joe", "kim"}) {
    REQUIRE(world.run({"lifter", "add", id}).code == 0);
  }
  CHECK(lifter_of(world) == "exit 2");
  world.write(".config/hinge/config.json", R"({"lifter": "kim"})");
  CHECK(lifter_of(world) == "kim");
  world.environment.lifter = "joe";
  CHECK(lifter_of(world) == "joe");
  CHECK(lifter_of(world, {"-l", "anna"}) == "anna");

  world.environment.lifter.reset();
  std::filesystem::remove(world.home() / ".config/hinge/config.json");
  REQUIRE(world.run({"lifter", "archive", "joe"}).code == 0);
  CHECK(lifter_of(world) == "exit 2");
  REQUIRE(world.run({"lifter", "archive", "kim"}).code == 0);
  CHECK(lifter_of(world) == "anna");
  REQUIRE(world.run({"lifter", "archive", "anna"}).code == 0);
  CHECK(lifter_of(world) == "exit 2");
  CHECK(lifter_of(world, {"-l", "anna"}) == "anna");
}

TEST_CASE("the first record makes `me`, in kg where nobody can be asked") {
  World world;
  const Ran ran = world.run({"log", "100x5"});
  CHECK(ran.code == 0);
  CHECK(ran.out.find("New log for me: loads in kg") != std::string::npos);
  CHECK(ran.out.find("Took 100 as kg (220 lb).") != std::string::npos);
  CHECK(world.run({"log", "100x5", "--new"}).out.find("Took") == std::string::npos);
}

TEST_CASE("at a terminal, the first record asks for the unit") {
  World world;
  const Ran ran = world.talk({"log", "225x5"}, "stone\nlb\n");
  CHECK(ran.code == 0);
  CHECK(ran.err.find("kg or lb?") != std::string::npos);
  CHECK(ran.out.find("225 lb") != std::string::npos);
  CHECK(ran.out.find("Took") == std::string::npos);  // it was asked just now
  CHECK(world.talk({"log", "225x5", "--no-input", "--db", (world.home() / "b.db").string()}, "")
            .out.find("225 kg") != std::string::npos);
}

TEST_CASE("leaving the question for the unit stores nothing") {
  World world;
  const Ran ran = world.talk({"log", "225x5"}, "q\n");
  CHECK(ran.code == 0);
  CHECK(std::filesystem::is_empty(world.home()));
}

TEST_CASE("a name nobody has is refused, and `me` may be named before there is anybody") {
  World world;
  CHECK(world.run({"log", "100x5", "-l", "anna"}).code == 3);
  CHECK(std::filesystem::is_empty(world.home()));
  CHECK(world.run({"log", "100x5", "-l", "me"}).code == 0);
  CHECK(world.run({"log", "100x5", "-l", "em"}).err.find("did you mean me?") != std::string::npos);
}

}  // namespace hinge::cli
