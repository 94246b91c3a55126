// What an export does when something is wrong, and what it never says.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "world.hpp"

namespace hinge::cli {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// anna (s1), joe (s2) and kim (s3), with a set each.
void log_three(World& world) {
  for (const std::string id : {"anna", "joe", "kim"}) {
    REQUIRE(world.run({"lifter", "add", id, "--name", "Name of " + id}).code == 0);
    REQUIRE(world.run({"log", "100x5", "--on", "fri", "-l", id, "--note", "note of " + id}).code ==
            0);
    REQUIRE(world
                .run({"feel", "ache=3", "--lasted", "2h", "-l", id, "--worse-with", "secret",
                      "--on", "fri"})
                .code == 0);
  }
}

/// One value of joe's only session, changed as a failing disk might.
void damage_joe(const World& world) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(world.database().c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, "UPDATE session_set SET reps = 6 WHERE session = 2", nullptr,
                     nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

}  // namespace

TEST_CASE("one damaged lifter doesn't stop the others, and the exit code tells") {
  World world;
  log_three(world);
  const std::string whole = world.run({"export", "sets", "--all"}).out;
  damage_joe(world);
  for (const std::string what : {"sessions", "sets", "weeks"}) {
    INFO(what);
    const Ran ran = world.run({"export", what, "--all"});
    CHECK(ran.code == 5);
    CHECK_THAT(ran.err, Contains("s2 does not match its checksum"));
    CHECK_THAT(ran.out, Contains("\nanna,") && Contains("\nkim,") && !Contains("joe,"));
  }
  CHECK(world.run({"export", "feel", "--all"}).code == 0);
  const Ran all = world.run({"export", "all"});
  CHECK(all.code == 5);
  CHECK_THAT(all.out, Contains(R"({"id":"anna")") && Contains(R"({"id":"kim")") &&
                          !Contains("joe") && Catch::EndsWith("]}]}\n"));
  const Ran one = world.run({"export", "sets", "-l", "joe"});
  CHECK(one.code == 5);
}

TEST_CASE("a file of a damaged lifter stays the old one") {
  World world;
  log_three(world);
  const std::string pattern = (world.home() / "{lifter}.csv").string();
  REQUIRE(world.run({"export", "sets", "--all", "-o", pattern}).code == 0);
  const std::string before = content_of(world.home() / "joe.csv");
  damage_joe(world);
  fs::remove(world.home() / "kim.csv");
  const Ran ran = world.run({"export", "sets", "--all", "-o", pattern});
  CHECK(ran.code == 5);
  CHECK(ran.out.empty());
  CHECK(content_of(world.home() / "joe.csv") == before);
  CHECK_THAT(content_of(world.home() / "kim.csv"), Contains("kim,s3"));
}

TEST_CASE("an anonymous export holds no name and no word of theirs") {
  World world;
  log_three(world);
  REQUIRE(world.run({"screen", "--cleared", "Dr Secret", "-l", "anna"}).code == 0);
  for (const std::string what : {"sessions", "sets", "feel", "weeks", "all"}) {
    for (const std::string form : {"csv", "json", "jsonl"}) {
      if (what == "all" && form == "csv") continue;
      std::vector<std::string> args = {"export", what, "--anon", "-f", form};
      if (what != "all") args.push_back("--all");
      const Ran ran = world.run(args);
      INFO(what << " " << form);
      CHECK(ran.code == 0);
      CHECK_THAT(ran.out, Contains("l1") && Contains("l3"));
      for (const std::string secret : {"anna", "joe", "kim", "Name", "note of", "ecret"}) {
        CHECK_THAT(ran.out, !Contains(secret));
      }
    }
  }
  const std::string pattern = (world.home() / "{lifter}.csv").string();
  CHECK(world.run({"export", "sets", "--all", "--anon", "-o", pattern}).code == 0);
  CHECK(fs::exists(world.home() / "l2.csv"));
}

TEST_CASE("the same log gives the same bytes, whenever it is asked and wherever") {
  World world;
  log_three(world);
  for (const std::string what : {"sessions", "sets", "feel", "all"}) {
    world.now = Moment{std::chrono::year{2026} / 11 / 22};
    std::vector<std::string> args = {"export", what};
    if (what != "all") args.push_back("--all");
    const std::string today = world.run(args).out;
    world.now = Moment{std::chrono::year{2031} / 3 / 30};
    CHECK(world.run(args).out == today);
  }
}

TEST_CASE("a long note, every character and none of them come through") {
  World world;
  const std::string note = "=cmd()\n<script>\x1b[31m\xe2\x80\xae\"q\", \xf0\x9f\x92\xaa";
  REQUIRE(world.run({"log", "100x5", "--note", note}).code == 0);
  CHECK_THAT(world.run({"export", "sessions"}).out,
             Contains("\"=cmd()\n<script>\x1b[31m\xe2\x80\xae\"\"q\"\", \xf0\x9f\x92\xaa\"\n"));
  const std::string json = world.run({"export", "sessions", "--json"}).out;
  CHECK_THAT(json, Contains(R"("note":"=cmd()\n<script>\u001b[31m\u202e\"q\", )"));
}

}  // namespace hinge::cli
