#include <sqlite3.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "world.hpp"

namespace hinge::cli {
namespace {

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};

/// Another program that holds the write lock of `path`.
std::unique_ptr<sqlite3, Close> writer_at_work(const std::filesystem::path& path) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  std::unique_ptr<sqlite3, Close> held(db);
  REQUIRE(sqlite3_exec(db, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
  return held;
}

}  // namespace

TEST_CASE("each kind of failure has its exit code, and one line that says what to do") {
  World world;
  REQUIRE(world.run({"log", "140x5x3"}).code == 0);
  world.write("bad.csv",
              "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
              "2026-11-02,Deadlift,Back,heavy,5,,,\n");
  world.write("none.db", "this is no database, however long it goes on");
  struct Case {
    std::vector<std::string> args;
    int code;
    std::string kind;
  };
  const auto c = GENERATE(values<Case>({
      {{"lgo"}, 2, "usage"},
      {{"log", "3x5"}, 2, "usage"},
      {{"next", "--for", "2026-02-30"}, 2, "usage"},
      {{"next", "--timeout", "-1"}, 2, "usage"},
      {{"next", "--today", "today"}, 2, "usage"},
      {{"next", "-l", "anna"}, 3, "not_found"},
      {{"show", "s99"}, 3, "not_found"},
      {{"import", "HOME/bad.csv"}, 4, "bad_data"},
      {{"next", "--db", "HOME/absent.db"}, 5, "database"},
      {{"next", "--db", "HOME/none.db"}, 5, "database"},
      {{"log", "140x5", "--db", "HOME/none.db"}, 5, "database"},
      {{"feel"}, 8, "needs_terminal"},
      {{"screen"}, 8, "needs_terminal"},
  }));
  INFO(c.args.front());
  std::vector<std::string> args = c.args;
  for (std::string& word : args) {
    if (word.substr(0, 5) == "HOME/") word.replace(0, 4, world.home().string());
  }
  const Ran plain = world.run(args);
  CHECK(plain.code == c.code);
  CHECK(plain.out.empty());
  CHECK(plain.err.find("hinge: ") != std::string::npos);
  CHECK(plain.err.back() == '\n');

  args.emplace_back("--json");
  const Ran json = world.run(args);
  CHECK(json.code == c.code);
  const auto start = json.err.rfind("{\"schema\"");
  REQUIRE(start != std::string::npos);
  const auto document = nlohmann::json::parse(json.err.substr(start));
  CHECK(document["schema"] == "hinge.error/1");
  CHECK(document["code"] == c.code);
  CHECK(document["kind"] == c.kind);
}

TEST_CASE("somebody else's lock is exit 6, once the wait is over") {
  World world;
  REQUIRE(world.run({"log", "140x5x3"}).code == 0);
  const auto held = writer_at_work(world.database());
  CHECK(world.run({"log", "100x5", "--new", "--timeout", "0"}).code == 6);
  CHECK(world.run({"next", "--timeout", "0"}).code == 6);
}

TEST_CASE("output that can't be written is exit 7, and says that the record is stored") {
  World world;
  std::istringstream in;
  std::ostringstream err;
  std::ostream nowhere(nullptr);
  Context context{in, nowhere, err, world.now, {}, world.environment, {}};
  CHECK(run({"log", "140x5x3"}, context) == 7);
  CHECK(err.str().find("what you entered is stored") != std::string::npos);
  CHECK(world.run({"history"}).out.find("140 kg") != std::string::npos);
  CHECK(run({"history"}, context) == 7);
  CHECK(run({"--version"}, context) == 7);
}

TEST_CASE("--exit-code answers with 1 where somebody should look") {
  World world;
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  CHECK(world.run({"next", "--exit-code"}).code == 0);
  CHECK(world.run({"status", "--exit-code"}).code == 0);
  REQUIRE(world.run({"feel", "ache=3", "--lasted", "30h"}).code == 0);
  CHECK(world.run({"next"}).code == 0);
  CHECK(world.run({"next", "--exit-code"}).code == 1);
  CHECK(world.run({"status", "--exit-code"}).code == 1);
}

TEST_CASE("without a home folder, the file has to be named") {
  World world;
  world.environment.home.reset();
  const Ran ran = world.run({"log", "140x5x3"});
  CHECK(ran.code == 5);
  CHECK(ran.err.find("--db") != std::string::npos);
  CHECK(world.run({"log", "140x5x3", "--db", (world.home() / "own.db").string()}).code == 0);
}

TEST_CASE("reading commands change no byte, and make no file") {
  World world;
  const std::vector<std::vector<std::string>> readers = {{},
                                                         {"status"},
                                                         {"status", "--all"},
                                                         {"next"},
                                                         {"next", "--explain"},
                                                         {"history"},
                                                         {"history", "--sets"},
                                                         {"show", "s1"},
                                                         {"undo", "--list"},
                                                         {"lifter", "list"},
                                                         {"help"},
                                                         {"lifter", "show"},
                                                         {"--version"}};
  for (const auto& args : readers) world.run(args);
  CHECK(std::filesystem::is_empty(world.home()));
  CHECK(world.run({"log", "140x5", "--dry-run"}).code == 0);
  CHECK(std::filesystem::is_empty(world.home()));

  REQUIRE(world.run({"log", "140x5x3"}).code == 0);
  const std::string before = world.bytes();
  struct stat was {};
  REQUIRE(stat(world.database().c_str(), &was) == 0);
  for (const auto& args : readers) CHECK(world.run(args).code == 0);
  struct stat is {};
  REQUIRE(stat(world.database().c_str(), &is) == 0);
  CHECK(world.bytes() == before);
  CHECK(is.st_mtim.tv_sec == was.st_mtim.tv_sec);
  CHECK(is.st_mtim.tv_nsec == was.st_mtim.tv_nsec);
}

TEST_CASE("only commands that record begin a log") {
  const auto args = GENERATE(values<std::vector<std::string>>(
      {{"undo"}, {"lifter", "set", "me", "--unit", "lb"}, {"lifter", "archive", "me"}}));
  World world;
  CHECK(world.run(args).code == 5);
  CHECK(std::filesystem::is_empty(world.home()));
}

}  // namespace hinge::cli
