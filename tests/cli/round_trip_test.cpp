// A log that is exported as a whole, and read back: nothing is lost, and nothing comes twice.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "hinge/store.hpp"
#include "store/fixture.hpp"
#include "world.hpp"

namespace hinge::cli {
namespace {

constexpr const char* at = "2026-11-22T18:30:00+01:00";

/// A check-in that `feel` would have taken.
CheckIn sound(CheckIn checkin) {
  checkin.twinge = false;
  if (symptom_of(checkin) >= Symptom::soreness && !checkin.peak) checkin.peak = Nprs{3};
  if (checkin.nature == Nature::sharp && checkin.peak == Nprs{0}) checkin.peak = Nprs{2};
  checkin.now = std::min(checkin.now, peak_of(checkin));
  RC_PRE(contradiction_in(checkin).empty());
  return checkin;
}

Session sound(Session session) {
  for (Set& set : session.sets) {
    if (set.reps == 0) set.failed = true;
    if (set.rpe && *set.rpe < Rpe{5}) set.rpe = std::nullopt;
  }
  return session;
}

Screen sound(Screen screen) {
  if (screen.cleared_by) screen.yes.clear();
  return screen;
}

/// Some records of the lifter, now and then with a key of another app.
void add_some(Store::Writing& writing, const std::string& lifter) {
  std::vector<std::int64_t> sessions;
  const int count = *rc::gen::inRange(0, 6);
  for (int each = 0; each < count; ++each) {
    const std::string key = *rc::gen::arbitrary<bool>() ? "strong:" + std::to_string(each) : "";
    sessions.push_back(writing.add(lifter, sound(*test::any_session()), key).id);
    CheckIn checkin = sound(*test::any_checkin());
    if (*rc::gen::arbitrary<bool>()) checkin.session = *rc::gen::elementOf(sessions);
    writing.add(lifter, checkin);
    if (*rc::gen::arbitrary<bool>()) writing.add(lifter, sound(*test::any_screen()));
  }
  if (*rc::gen::arbitrary<bool>()) writing.add_policy(lifter, "", "double");
  if (*rc::gen::arbitrary<bool>()) writing.add_policy(lifter, "sumo", "rehab");
}

void fill(const std::filesystem::path& path) {
  Store store = test::open(path);
  for (int command = 0; command < 3; ++command) {
    Store::Writing writing = store.begin("log", at);
    for (const char* const id : {"anna", "me"}) {
      Lifter lifter = *test::any_lifter();
      lifter.id = id;
      if (!writing.lifter(id)) writing.put(lifter);
      add_some(writing, id);
    }
    writing.commit();
    // What is taken back leaves a gap in the ids and the versions.
    if (command == 1 && *rc::gen::arbitrary<bool>()) {
      Store::Writing back = store.begin("undo", at);
      (void)back.undo();
      back.commit();
    }
  }
}

std::string exported(World& world, const std::string& database) {
  const Ran ran = world.run({"export", "all", "--db", database});
  RC_ASSERT(ran.code == 0);
  return ran.out;
}

}  // namespace

TEST_CASE("a whole log comes back as it was") {
  CHECK(rc::check("export, import, export: the same bytes", [] {
    World world;
    const std::string one = (world.home() / "one.db").string();
    const std::string other = (world.home() / "other.db").string();
    fill(one);
    const std::string text = exported(world, one);
    const Ran import = world.run({"import", "-", "--db", other}, text);
    RC_LOG(import.err);
    RC_ASSERT(import.code == 0);
    RC_ASSERT(exported(world, other) == text);

    // Into what has it already, nothing comes.
    for (const std::string& database : {one, other}) {
      const Ran again = world.run({"import", "-", "--json", "--db", database}, text);
      RC_ASSERT(again.code == 0);
      RC_ASSERT(again.out.find("\"added\":0") != std::string::npos);
      RC_ASSERT(exported(world, database) == text);
    }
  }));
}

TEST_CASE("a log joins another: ids that are taken move, and what they are about moves with them") {
  World world;
  const std::string away = (world.home() / "away.db").string();
  REQUIRE(world.run({"lifter", "add", "anna"}).code == 0);
  REQUIRE(world.run({"log", "100x5", "-l", "anna"}).code == 0);
  REQUIRE(world.run({"log", "140x5", "--db", away, "--on", "fri"}).code == 0);
  REQUIRE(world.run({"feel", "ache=3", "--session", "s1", "--db", away}).code == 0);
  const Ran log = world.run({"export", "all", "--db", away});
  const Ran import = world.run({"import", "-"}, log.out);
  CHECK(import.code == 0);
  CHECK(world.run({"show", "s1"}).out.find("100 kg") != std::string::npos);
  CHECK(world.run({"show", "s2"}).out.find("140 kg") != std::string::npos);
  CHECK(world.run({"show", "f1", "--json"}).out.find("\"session\":\"s2\"") != std::string::npos);
  CHECK(world.run({"import", "-"}, log.out).out.find("added  nothing") == std::string::npos);
  CHECK(world.run({"undo"}).code == 0);
  CHECK(world.run({"show", "s2"}).code == 3);
}

TEST_CASE("a record that was changed since it came is left as it is") {
  World world;
  REQUIRE(world.run({"log", "140x5", "--on", "fri"}).code == 0);
  const Ran log = world.run({"export", "all"});
  REQUIRE(world.run({"log", "150x5", "--on", "fri"}).code == 0);  // joins the day's session
  const Ran before = world.run({"export", "all"});
  REQUIRE(before.out != log.out);
  CHECK(world.run({"import", "-"}, log.out).code == 0);
  CHECK(world.run({"export", "all"}).out == before.out);
}

TEST_CASE("a log of one lifter goes to whoever is meant, and comes twice as once") {
  World world;
  const std::string theirs = (world.home() / "theirs.db").string();
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  const std::string file = (world.home() / "me.json").string();
  REQUIRE(world.run({"export", "all", "-o", file}).code == 0);
  REQUIRE(world.run({"--db", theirs, "log", "60x5x3", "--on", "thu"}).code == 0);
  REQUIRE(world.run({"--db", theirs, "import", file, "-l", "joe"}).code == 0);
  CHECK(world.run({"--db", theirs, "history", "-l", "joe"}).out.find("140 kg") !=
        std::string::npos);
  CHECK(world.run({"--db", theirs, "history", "-l", "me"}).out.find("140 kg") == std::string::npos);
  const Ran again = world.run({"--db", theirs, "import", file, "-l", "joe", "--json"});
  CHECK(again.out.find("\"same\":1") != std::string::npos);
  CHECK(world.run({"--db", theirs, "import", file, "-l", "Joe Doe"}).code == 2);
}

TEST_CASE("an export of another app adds nothing to a log that came by way of JSON") {
  World world;
  const std::string csv =
      "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
      "2026-11-02,Deadlift,Back,100,5,,,\n2026-11-09,Deadlift,Back,105,5,,,\n";
  const std::string other = (world.home() / "other.db").string();
  REQUIRE(world.run({"import", "-"}, csv).code == 0);
  const Ran log = world.run({"export", "all"});
  REQUIRE(world.run({"import", "-", "--db", other}, log.out).code == 0);
  const Ran again = world.run({"import", "-", "--json", "--db", other}, csv);
  CHECK(again.out.find("\"added\":0") != std::string::npos);
  CHECK(again.out.find("\"same\":2") != std::string::npos);
}

TEST_CASE("a table brings the same from a file, which is read twice, as from a pipe") {
  World world;
  const std::string header =
      "lifter,session,date,week,lift,set,kind,load_kg,load,unit,reps,failed,rpe\n";
  const std::string first = "me,s1,2026-11-19,,deadlift,1,work,,225,lb,5,no,8\n";
  const std::string second = "me,s2,2026-11-20,,sumo,1,work,,140,kg,5,no,\n";
  const std::string third = "me,s2,2026-11-20,,sumo,2,work,,315,lb,3,yes,9.5\n";
  const auto in_order = header + first + second + third;
  for (const std::string& text : {in_order, header + second + first + third}) {
    world.write("log.csv", text);
    const std::string file = (world.home() / "log.csv").string();
    const std::string one = (world.home() / "one.db").string();
    const std::string other = (world.home() / "other.db").string();
    REQUIRE(world.run({"import", file, "--db", one}).code == 0);
    REQUIRE(world.run({"import", "-", "--db", other}, text).code == 0);
    const Ran log = world.run({"export", "all", "--db", one});
    CHECK(log.out == world.run({"export", "all", "--db", other}).out);
    CHECK(log.out.find("\"unit\":\"lb\",\"bar\":45") != std::string::npos);  // of most sets
    CHECK(world.run({"export", "sets", "--db", one}).out.find("me,s2,2026-11-20") !=
          std::string::npos);
    const Ran again = world.run({"import", file, "--json", "--db", one});
    CHECK(again.out.find("\"added\":0") != std::string::npos);
    CHECK(again.out.find("\"same\":2") != std::string::npos);
    std::filesystem::remove(one);
    std::filesystem::remove(other);
  }
  world.write("log.csv", in_order + "me,s3,2026-11-20,,sumo,1,work,,0,kg,5,no,\n");
  const Ran bad = world.run({"import", (world.home() / "log.csv").string()});
  CHECK(bad.code == 4);
  CHECK(bad.err.find("log.csv:5: load \"0\"") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(world.database()));
}

TEST_CASE("what steers the load comes back from tables, too") {
  World world;
  REQUIRE(world.run({"log", "100x5x3@8", "--on", "2026-11-16"}).code == 0);
  REQUIRE(world.run({"feel", "none", "--on", "2026-11-17"}).code == 0);
  REQUIRE(world.run({"log", "60x5x3", "--light", "--on", "2026-11-19T18:30"}).code == 0);
  REQUIRE(world.run({"feel", "sharp=2", "--twinge", "--on", "2026-11-19T19:00"}).code == 0);
  REQUIRE(world.run({"feel", "none", "--on", "2026-11-20"}).code == 0);
  const Ran next = world.run({"next"});
  const std::string other = (world.home() / "other.db").string();
  for (const char* table : {"sets", "feel"}) {
    const Ran exported = world.run({"export", table});
    REQUIRE(world.run({"import", "-", "--db", other}, exported.out).code == 0);
    CHECK(world.run({"export", table, "--db", other}).out == exported.out);
  }
  CHECK(world.run({"next", "--db", other}).out == next.out);
}

TEST_CASE("guards against formulas come off when import is told of them") {
  World world;
  REQUIRE(world.run({"feel", "tight", "--note", "=1+1", "--on", "fri"}).code == 0);
  const Ran guarded = world.run({"export", "feel", "--excel-safe"});
  CHECK(guarded.out.find(",'=1+1,no\n") != std::string::npos);
  const std::string other = (world.home() / "other.db").string();
  REQUIRE(world.run({"import", "-", "--excel-safe", "--db", other}, guarded.out).code == 0);
  CHECK(world.run({"export", "feel", "--db", other}).out == world.run({"export", "feel"}).out);
}

}  // namespace hinge::cli
