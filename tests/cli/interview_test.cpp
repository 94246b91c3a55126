#include <catch2/catch.hpp>

#include "cli/lifter_status.hpp"
#include "cli/red_flag_questions.hpp"
#include "hinge/screening.hpp"
#include "world.hpp"

namespace hinge::cli {
namespace {

std::string no_times(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) lines += "no\n";
  return lines;
}

}  // namespace

TEST_CASE("the interview asks only what the answers so far make relevant") {
  World world;
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  const Ran none = world.talk({"feel"}, "none\n");
  CHECK(none.code == 0);
  CHECK(none.err.find("keep you from") == std::string::npos);

  const Ran pump = world.talk({"feel"}, "pump\n0\n");
  CHECK(pump.code == 0);
  CHECK(pump.err.find("How strong") == std::string::npos);
  CHECK(pump.err.find("keep you from") != std::string::npos);

  const Ran twinge = world.talk({"feel"}, "sharp\n\n2\nyes\n0\n");
  CHECK(twinge.out.find("a twinge") != std::string::npos);
  CHECK(twinge.err.find("How long") == std::string::npos);

  const Ran there =
      world.talk({"feel"}, "soreness\nhamstring\nleft\n4\nafter\nyes\n3\n\nrest\n1\n");
  CHECK(there.code == 0);
  CHECK(there.err.find("How long") == std::string::npos);
  CHECK(there.out.find("soreness 4/10, ongoing, hamstring, left side") != std::string::npos);
}

TEST_CASE("an answer that can't be taken is asked for again") {
  World world;
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  const Ran ran = world.talk(
      {"feel"},
      "awful\nburning\nache\nback\nlow-back\n\n12\n0\n3\nduring\nmaybe\nno\n400h\n6h\n\n\n7\n0\n");
  CHECK(ran.code == 0);
  CHECK(ran.out.find("ache 3/10 for 6 h, low back, did everything") != std::string::npos);
}

TEST_CASE("answers in everyday spelling are taken, and everyday words are met with ours") {
  World world;
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  const Ran ran =
      world.talk({"feel"}, "sore\nsoreness\nLow Back\n\n3\nNext day\n\nNO\n6h\n\n\n0\n");
  CHECK(ran.code == 0);
  CHECK(ran.err.find("did you mean soreness?") != std::string::npos);
  CHECK(ran.err.find("please take yes, no, y or n") != std::string::npos);
  CHECK(ran.out.find("soreness 3/10 for 6 h, low back, did everything") != std::string::npos);
}

TEST_CASE("a score out of ten, a back and a no are answers too") {
  World world;
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  const Ran ran = world.talk({"feel"}, "ache\nlower back\n\n3/10\n\nyes\n2/10\n\n\nno\n");
  CHECK(ran.code == 0);
  CHECK(ran.out.find("ache 3/10, ongoing, low back, did everything") != std::string::npos);
  CHECK(ran.err.find("(q leaves)") == std::string::npos);
  CHECK(world.talk({"feel"}, "ache\nback\n\n3\n\nno\n6h\n\n\n0\n").out.find("low back") !=
        std::string::npos);
}

TEST_CASE("Enter alone is met kindly, and a no is nothing that makes it worse") {
  World world;
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  const Ran ran = world.talk({"feel"}, "\nache\nback\n\n\n3\n\nno\n6h\nno\nNothing\n\nn\n");
  CHECK(ran.code == 0);
  CHECK(ran.err.find("nothing was typed; take none, pump") != std::string::npos);
  CHECK(ran.err.find("nothing was typed; write 0 (none) to 10") != std::string::npos);
  CHECK(ran.err.find("''") == std::string::npos);
  CHECK(ran.out.find("worse with") == std::string::npos);
  CHECK(ran.out.find("did everything") != std::string::npos);
}

TEST_CASE("an answer that can't be taken is met with the way out") {
  World world;
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  CHECK(world.talk({"feel"}, "ache\nneck\nq\n").err.find("leg-below-knee (q leaves)") !=
        std::string::npos);
}

TEST_CASE("leaving the interview, at any question, stores nothing") {
  World world;
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  const std::string before = world.bytes();
  const std::vector<std::string> answers = {"ache\n", "hip\n", "left\n", "3\n", "after\n",
                                            "no\n",   "6h\n",  "\n",     "\n"};
  std::string typed;
  for (const std::string& answer : answers) {
    CHECK(world.talk({"feel"}, typed).code == 0);          // Ctrl-D
    CHECK(world.talk({"feel"}, typed + "q\n").code == 0);  // q
    typed += answer;
  }
  CHECK(world.bytes() == before);
  CHECK(world.talk({"feel"}, typed + "0\n").out.find("f1 noted") != std::string::npos);
}

TEST_CASE("strong pain brings the red flag questions; those about the past only once") {
  World world;
  REQUIRE(world.run({"log", "140x5x3", "--on", "fri"}).code == 0);
  const Ran first = world.talk({"feel", "ache=6"}, no_times(14));
  CHECK(first.out.find("r1 noted") != std::string::npos);
  CHECK(first.err.find("cancer") != std::string::npos);
  const Ran second = world.talk({"feel", "ache=6"}, no_times(12));
  CHECK(second.out.find("r2 noted") != std::string::npos);
  CHECK(second.err.find("cancer") == std::string::npos);
  const Ran left = world.talk({"feel", "ache=6"}, "no\nq\n");
  CHECK(left.code == 0);
  CHECK(left.out.find("f3 noted") != std::string::npos);
  CHECK(left.out.find("r3") == std::string::npos);
  CHECK(world.run({"feel", "ache=6"}).out.find("noted") != std::string::npos);
}

TEST_CASE("a yes is answered at once, and -q doesn't silence it") {
  World world;
  const Ran ran = world.run({"screen", "--yes", "saddle-numbness", "-q"});
  CHECK(ran.code == 0);
  CHECK(ran.out.find("emergency department") != std::string::npos);
}

TEST_CASE("the red flag questions are due from pain of 6, nerve symptoms, or limits of 3") {
  const auto due = [](Nature nature, Nprs peak, int limits) {
    CheckIn checkin;
    checkin.nature = nature;
    checkin.peak = peak;
    checkin.limits = limits;
    return calls_for_screen(checkin);
  };
  CHECK_FALSE(due(Nature::ache, Nprs::halves(11), 0));
  CHECK(due(Nature::ache, 6, 0));
  CHECK_FALSE(due(Nature::soreness, 9, 0));
  CHECK(due(Nature::tingling, 1, 0));
  CHECK_FALSE(due(Nature::tight, 0, 2));
  CHECK(due(Nature::tight, 0, 3));
}

TEST_CASE("training days without a check-in are counted from the latest back") {
  const auto day = [](unsigned number) {
    return Date{std::chrono::year{2026} / 11 / std::chrono::day{number}};
  };
  History history;
  CHECK(days_without_checkin(history) == 0);
  for (const unsigned number : {2U, 9U, 16U}) {
    Session session;
    session.when = day(number);
    history.sessions.push_back(session);
  }
  history.sessions.push_back(history.sessions.back());  // two lifts on one day
  CHECK(days_without_checkin(history) == 3);
  CheckIn checkin;
  checkin.when = day(10);
  history.checkins = {checkin};
  CHECK(days_without_checkin(history) == 1);
  history.checkins.front().unrelated = true;
  CHECK(days_without_checkin(history) == 3);
  checkin.when = day(16);
  history.checkins = {checkin};
  CHECK(days_without_checkin(history) == 0);
}

}  // namespace hinge::cli
