#include <catch2/catch.hpp>

#include "world.hpp"

namespace hinge::cli {
namespace {

using Catch::Contains;

}  // namespace

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

}  // namespace hinge::cli
