#include <catch2/catch.hpp>

#include "world.hpp"

namespace hinge::cli {
namespace {

using Catch::Contains;

const std::vector<std::vector<std::string>> readers = {{"next"},
                                                       {"next", "--for", "today"},
                                                       {"status"},
                                                       {"plan"},
                                                       {"replay"},
                                                       {"chart"},
                                                       {"report"},
                                                       {"report", "-f", "html"},
                                                       {"report", "--all"},
                                                       {"policy", "check", "rehab"},
                                                       {"export", "weeks"}};

/// An ordinary week, and on the day when summer time ends a session with pain that is still there,
/// both entered ten minutes to three, before the clock went back.
void log_before_the_clock_went_back(World& world) {
  world.now = {std::chrono::year{2026} / 10 / 25, std::chrono::hours{2} + Minutes{50}};
  world.run({"log", "140x5x3", "--on", "thu"});
  world.run({"feel", "none", "--on", "fri"});
  world.run({"log", "142.5x5x3"});
  world.run({"feel", "ache=5", "--ongoing", "--limits", "2"});
}

}  // namespace

TEST_CASE("a clock that goes back doesn't go back behind the records of its day") {
  World world;
  log_before_the_clock_went_back(world);
  const Moment before = world.now;
  const Moment behind{before.date, std::chrono::hours{2} + Minutes{10}};
  for (std::vector<std::string> command : readers) {
    INFO(command.front());
    command.emplace_back("--plain");
    world.now = before;
    const Ran then = world.run(command);
    world.now = behind;
    const Ran now = world.run(command);
    CHECK(then.code == 0);
    CHECK(now.code == 0);
    CHECK(now.out == then.out);
    // Pinned, the clock is taken at its word: neither of the two records is there yet.
    command.insert(command.end(), {"--today", "2026-10-25T02:10"});
    CHECK(world.run(command).out != then.out);
  }
}

// Over the date line, and by a clock whose battery is empty.
TEST_CASE("a clock a day behind hides no red flag, and one further behind says what it hides") {
  World world;
  world.run({"log", "140x5x3", "--on", "2d"});
  world.run({"screen", "--yes", "bladder-change"});
  const Moment then = world.now;
  world.now.date = then.date - std::chrono::days{1};
  const Ran flown = world.run({"next"});
  CHECK_THAT(flown.out, Contains("Please go to an emergency department now"));
  CHECK(flown.err.empty());
  world.now.date = then.date - std::chrono::days{2};
  const Ran wrong = world.run({"next"});
  CHECK_THAT(wrong.out, Contains("140 kg"));
  CHECK_THAT(wrong.err, Contains("1 record of later days does not count yet. Is the clock right?"));
  // Who asks for another day knows.
  CHECK(world.run({"next", "--for", "2d"}).err.empty());
  CHECK(world.run({"next", "--today", iso_date(world.now.date)}).err.empty());
}

TEST_CASE("a correction is told by records that are ahead of the clock") {
  World world;
  log_before_the_clock_went_back(world);
  world.now.time = std::chrono::hours{2} + Minutes{10};
  CHECK_THAT(world.run({"next"}).out, Contains("deload 10 %, from 142.5 kg"));
  CHECK_THAT(world.run({"delete", "f2"}).out, Contains("was 127.5 kg"));
  CHECK_THAT(world.run({"undo"}).out, Contains("next: 127.5 kg"));
  CHECK_THAT(world.run({"log", "--as-suggested", "--new"}).out, Contains("127.5 kg"));
}

// What was felt before a session was entered is about the one before, also within one minute: else
// "none" of three days ago would stand for a session that nobody has said anything of.
TEST_CASE("a session entered after a check-in doesn't take it") {
  const Minutes behind = GENERATE(Minutes{0}, Minutes{45});
  World world;
  world.run({"log", "140x5", "--on", "3d"});
  world.run({"feel", "none"});
  world.now.time = *world.now.time - behind;
  world.run({"log", "145x5"});
  CHECK_THAT(world.run({"show", "f1"}).out, Contains("s1"));
  CHECK_THAT(world.run({"next"}).out, Contains("145 kg") && Contains("hold"));
}

TEST_CASE("a check-in entered after a session is about it") {
  const Minutes behind = GENERATE(Minutes{0}, Minutes{45});
  World world;
  world.run({"log", "140x5", "--on", "3d"});
  world.run({"feel", "none", "--on", "2d"});
  world.run({"log", "145x5"});
  world.now.time = *world.now.time - behind;
  world.run({"feel", "sharp=7"});
  CHECK_THAT(world.run({"show", "f2"}).out, Contains("s2"));
  CHECK_THAT(world.run({"next"}).out, Contains("from 145 kg"));
}

TEST_CASE("a check-in at the last minute of a day moves the session no further") {
  World world;
  world.now.time = std::chrono::hours{23} + Minutes{59};
  world.run({"feel", "none"});
  CHECK(world.run({"log", "145x5"}).code == 0);
  CHECK_THAT(world.run({"show", "s1", "--json"}).out, Contains("23:59"));
}

}  // namespace hinge::cli
