#include <catch2/catch.hpp>

#include "world.hpp"

namespace hinge::cli {
namespace {

using Catch::Contains;

}  // namespace

TEST_CASE("purge asks first, and no keeps everything") {
  World world;
  world.run({"log", "140x5x3", "--note", "private", "--on", "fri"});
  const std::string before = world.bytes();

  for (const char* typed : {"no\n", "q\n", ""}) {
    const Ran kept = world.talk({"purge", "s1"}, typed);
    CHECK(kept.code == 0);
    CHECK(kept.out.empty());
    CHECK_THAT(kept.err,
               Contains("This erases 1 session (s1) for good: there is no undo, and backups"));
    CHECK_THAT(kept.err, Contains("Nothing was erased."));
    CHECK(world.bytes() == before);
  }
  CHECK(world.run({"purge", "s1"}).code == 8);
  CHECK(world.talk({"purge", "s1", "--no-input"}, "yes\n").code == 8);
  CHECK(world.bytes() == before);

  const Ran erased = world.talk({"purge", "s1"}, "yes\n");
  CHECK(erased.code == 0);
  CHECK_THAT(erased.out, Contains("erased  1 session (s1), for good: no undo"));
  CHECK(world.bytes().find("private") == std::string::npos);
}

TEST_CASE("a lifter is erased by name only, never because -l or HINGE_LIFTER names one") {
  World world;
  world.run({"lifter", "add", "anna"});
  world.run({"log", "80x5x3", "-l", "anna"});
  const std::string before = world.bytes();
  world.environment.lifter = "anna";
  CHECK(world.run({"purge", "-y"}).code == 2);
  CHECK(world.run({"lifter", "delete", "-y"}).code == 2);
  CHECK(world.bytes() == before);
  CHECK(world.run({"lifter", "delete", "anna", "-y"}).code == 0);
  world.environment.lifter.reset();
  CHECK(world.run({"lifter", "list", "--json"}).out.find("anna") == std::string::npos);
}

TEST_CASE("a dry run and a refused correction leave every byte as it was") {
  World world;
  world.run({"log", "140x5x3", "--on", "fri"});
  world.run({"feel", "ache=3", "--lasted", "20h"});
  const std::string before = world.bytes();
  const std::vector<std::pair<std::vector<std::string>, int>> rows = {
      {{"edit", "s1", "145x5x3", "--dry-run"}, 0},
      {{"edit", "s1", "140x5x3"}, 0},
      {{"delete", "s1", "f1", "--dry-run"}, 0},
      {{"edit", "s1", "3x5"}, 2},
      {{"edit", "f1", "--now", "9"}, 2},
      {{"edit", "f1", "--light"}, 2},
      {{"delete", "s1", "s2"}, 3},
      {{"redo"}, 0},
  };
  for (const auto& [args, code] : rows) {
    INFO(args[0] << ' ' << args.back());
    CHECK(world.run(args).code == code);
    CHECK(world.bytes() == before);
  }
}

TEST_CASE("what is next is told where its words change, and not where they are the same") {
  World world;
  world.run({"log", "140x5x3", "--on", "fri"});
  world.run({"screen", "--yes", "weight-loss"});
  world.run({"screen", "--yes", "saddle-numbness"});
  CHECK_THAT(world.run({"delete", "r2"}).out, !Contains("was stop"));
  CHECK_THAT(world.run({"delete", "r1"}).out, Contains("was stop"));
}

TEST_CASE("on everybody's first page each name leads to their sheet") {
  World world;
  world.run({"lifter", "add", "anna"});
  world.run({"lifter", "add", "1"});
  const std::string page = world.run({"report", "--all", "-f", "html"}).out;
  for (const std::string id : {"anna", "1"}) {
    CHECK_THAT(page, Contains("<a href=\"#of:" + id + "\">"));
    CHECK_THAT(page, Contains("<article id=\"of:" + id + "\">"));
  }
  CHECK_THAT(page, Contains("Needs a look"));
}

}  // namespace hinge::cli
