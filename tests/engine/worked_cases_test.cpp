// The worked cases of the design, one row each. Their values are the design's, not the program's.
#include <catch2/catch.hpp>

#include "engine/log.hpp"

using namespace hinge;
using namespace hinge::test;
using namespace std::chrono_literals;

namespace {

struct Case {
  std::string what;
  Log log;
  int as_of;
  std::string decision;
  std::string next;
  std::string refer;
  std::string rules;
};

Log once() { return Log{}.lift(0, 100_kg); }
Log green_then() { return Log{}.lift(0, 100_kg).fine(1); }

}  // namespace

TEST_CASE("the worked cases hold") {
  const auto c = GENERATE(values<Case>({
      {"pump only", once().feel(1, pump(7)), 3, "progress", "105 kg x 3", "none", "OK"},
      {"soreness 5 for 48 h", once().feel(2, soreness(5).lasted(48h)), 3, "progress", "105 kg x 3",
       "none", "OK"},
      {"soreness 5 for 96 h", once().feel(4, soreness(5).lasted(96h)), 4, "hold", "100 kg x 3",
       "none", "H4"},
      {"soreness 4 for 6 days", once().feel(6, soreness(4).lasted(144h)), 6, "deload 10",
       "90 kg x 3", "none", "T3"},
      {"pump 7 and ache 2 for 6 h", once().feel(1, pump(7)).feel(1, ache(2).lasted(6h)), 3,
       "progress", "105 kg x 3", "none", "OK"},
      {"ache 4, gone next morning", once().feel(1, ache(4).lasted(12h)), 3, "hold", "100 kg x 3",
       "none", "H1"},
      {"the same again",
       once().feel(1, ache(4).lasted(12h)).lift(3, 100_kg).feel(4, ache(4).lasted(12h)), 6,
       "progress", "105 kg x 3", "none", "OK"},
      {"ache 3 for 48 h", once().feel(2, ache(3).lasted(48h)), 3, "deload 10", "90 kg x 3", "none",
       "T3"},
      {"ache 7 for 10 h", once().feel(1, ache(7).lasted(10h)), 3, "deload 10", "90 kg x 3", "none",
       "T2"},
      {"sharp 6 for 2 h", once().feel(1, sharp(6).lasted(2h)), 3, "deload 20", "80 kg x 2", "none",
       "T1 T2"},
      {"sharp 6 for 48 h", once().feel(2, sharp(6).lasted(48h)), 3, "deload 30", "70 kg x 2",
       "none", "T1 T2 T3"},
      {"sharp 6 for 48 h, skipped chores", once().feel(2, sharp(6).lasted(48h).limits(2)), 3,
       "calm", "-", "see_pt", "T1 T2 T3 T4"},
      {"ache 5 for 12 h, could not work", once().feel(1, ache(5).lasted(12h).limits(3)), 3, "calm",
       "-", "see_pt", "T4"},
      {"tingling below the knee", once().feel(1, tingling(3).in(Site::leg_below_knee).lasted(6h)),
       3, "deload 20", "80 kg x 2", "see_pt", "N1"},
      {"saddle numbness", once().fine(1).flags(1, {RedFlag::saddle_numbness}), 3, "stop", "-",
       "emergency", "E1"},
      {"no check-in", once(), 3, "hold", "100 kg x 3", "none", "H3"},
      {"a failed rep, third session in a row",
       Log{}.miss(0, 100_kg).fine(1).miss(3, 100_kg).fine(4).miss(6, 100_kg).fine(7), 9,
       "deload 10", "90 kg x 3", "none", "F3"},
      {"18 days off", once().fine(1), 18, "return", "90 kg x 3", "none", "L"},
      {"30 days off, ache 7 at the last session", once().feel(1, ache(7).lasted(10h)), 30,
       "deload 10", "80 kg x 2", "none", "T2 L"},
      {"rebuild at 90 of 100, ache 7",
       once().feel(1, ache(7).lasted(10h)).lift(3, 90_kg).feel(4, ache(7).lasted(10h)), 6,
       "deload 10", "80 kg x 2", "none", "T2"},
      {"100, green; then 70, green", green_then().lift(3, 70_kg).fine(4), 6, "progress",
       "105 kg x 3", "none", "OK"},
      {"100, green; then 70, sharp 3", green_then().lift(3, 70_kg).feel(4, sharp(3).lasted(2h)), 6,
       "deload 10", "60 kg x 2", "none", "T1"},
      {"100, green; then 105, ache 7", green_then().lift(3, 105_kg).feel(4, ache(7).lasted(10h)), 6,
       "deload 10", "92.5 kg x 3", "none", "T2"},
      {"100, green; then 120, no check-in", green_then().lift(3, 120_kg), 6, "hold", "105 kg x 3",
       "none", "H3"},
      {"only 22.5 kg", Log{}.lift(0, 22.5_kg).fine(1), 3, "progress", "25 kg x 3", "none", "OK"},
  }));
  INFO(c.what);
  const Suggestion made = c.log.next(c.as_of);
  CHECK(decision(made) == c.decision);
  CHECK(target(made) == c.next);
  CHECK(to_string(made.refer) == c.refer);
  CHECK(fired(made) == c.rules);
}

TEST_CASE("48 h of soreness changes nothing, 48 h of pain is a deload") {
  const Suggestion sore = once().feel(2, soreness(4).lasted(48h)).next(3);
  const Suggestion hurt = once().feel(2, ache(4).lasted(48h)).next(3);
  CHECK(decision(sore) == "progress");
  CHECK(decision(hurt) == "deload 10");
}

TEST_CASE("the ladder of 140 kg goes down by what was felt and comes back by green days") {
  Log log = Log{}.lift(0, 140_kg).feel(1, sharp(6).lasted(2h));
  CHECK(target(log.next(3)) == "110 kg x 2");
  log.lift(3, 110_kg, 5, 2).fine(4);
  CHECK(target(log.next(6)) == "125 kg x 3");
  CHECK(decision(log.next(6)) == "rebuild");
  log.lift(6, 125_kg).fine(7);
  CHECK(target(log.next(9)) == "132.5 kg x 3");
  log.lift(9, 132.5_kg).fine(10);
  CHECK(target(log.next(12)) == "140 kg x 3");
  log.lift(12, 140_kg).fine(13);
  CHECK(target(log.next(15)) == "145 kg x 3");
  CHECK(decision(log.next(15)) == "progress");
}
