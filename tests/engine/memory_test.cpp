// What one training day leaves for the next, and what calm, time away and another app's session
// make of it.
#include <catch2/catch.hpp>

#include "engine/log.hpp"
#include "hinge/replay.hpp"

using namespace hinge;
using namespace hinge::test;
using namespace std::chrono_literals;

namespace {

/// 100 kg of the deadlift on day 0, and a hip hinge beside it that keeps the days going.
Log& other(Log& log, int on) { return log.lift(on, 60_kg, 5, 3, "romanian"); }

/// Calm from day 4 on, left on day 7.
Log& through_calm(Log& log) { return log.feel(4, ache(5).limits(3)).fine(5).fine(7); }

const Finding& of(const Suggestion& made, RuleId rule) {
  return *std::find_if(made.findings.begin(), made.findings.end(),
                       [&](const Finding& found) { return found.rule == rule; });
}

std::string rules_of(const Exposure& row) {
  std::string names;
  for (const RuleId rule : row.rules) {
    names += (names.empty() ? "" : " ") + std::string{rule_info(rule).name};
  }
  return names;
}

}  // namespace

TEST_CASE("out of calm every lift begins again, whatever held it before") {
  Log log = Log{}.lift(0, 100_kg);  // no check-in: held for the back's sake
  through_calm(other(log, 3));
  CHECK(decision(log.next(8, "deadlift")) == "rebuild");
  other(log, 8).fine(9);  // a green day of another lift gives nothing back
  const Suggestion made = log.next(10, "deadlift");
  CHECK(decision(made) == "hold");
  CHECK(target(made) == "50 kg x 2");
  CHECK(fired(made) == "OK");
  CHECK_FALSE(of(made, RuleId::ok).seen.load);  // and no light session is the reason

  // Nor does a red day before calm, of which it was none.
  Log red = Log{}.lift(0, 100_kg).fine(1);
  other(red, 2).feel(2, ache(7).lasted(2h));
  CHECK(of(red.next(3, "deadlift"), RuleId::g1).seen.count == 1);
  through_calm(other(red, 3));
  CHECK(of(red.next(8, "deadlift"), RuleId::g1).seen.count == 0);
}

TEST_CASE("a light session before calm is not the first of two") {
  const auto after = [](bool calm) {
    Log log = Log{}.lift(0, 100_kg).fine(1).lift(3, 60_kg);
    if (calm)
      through_calm(log);
    else
      log.fine(4);
    return fired(log.lift(8, 40_kg).fine(9).next(11));
  };
  CHECK(after(true) == "OK");
  CHECK(after(false) == "LIGHT");
}

TEST_CASE("a day that calm came from keeps its rules, and the next one has its own") {
  Log log = Log{}.lift(0, 100_kg).fine(1).miss(3, 105_kg);
  through_calm(log).lift(8, 50_kg, 5, 2).fine(9);
  const auto rows = replay(log.history(), linear_policy(), day(10));
  CHECK(rules_of(rows[1]) == "T4 F1");
  CHECK(rules_of(rows[2]).empty());
}

TEST_CASE("what ended calm was felt all the same") {
  // Quiet on day 2, trained on day 3, sore on day 4: quiet too, and calm is left by it.
  Log log = Log{}.lift(0, 100_kg).feel(1, ache(5).limits(3)).fine(2).lift(3, 40_kg);
  log.feel(4, soreness(5));
  CHECK(decision(log.next(5)) == "rebuild");
  CHECK(fired(log.next(5)) == "OK");  // spent for the next load
  CHECK(rules_of(replay(log.history(), linear_policy(), day(5)).back()) == "H4");
}

TEST_CASE("calm goes on from its first day, whatever is felt of a session in it") {
  // One set at the bar: nothing is less, so any threshold would be calm by itself.
  Log log = Log{}.lift(0, 20_kg, 5, 1).feel(1, ache(5).limits(3));
  log.lift(3, 20_kg, 5, 1).feel(4, ache(7).lasted(2h));
  CHECK(of(log.next(16), RuleId::calm).seen.days == 15);
  CHECK(log.next(16).refer == Refer::see_pt);
}

TEST_CASE("calm that came earlier may be over earlier: an ache of 2 is what ends it, too") {
  const auto felt = [](const Felt& at_first) {
    return Log{}.lift(0, 20_kg, 5, 1).feel(1, at_first).fine(2).feel(7, ache(2).ongoing()).next(7);
  };
  CHECK(decision(felt(none())) == "calm");
  CHECK(fired(felt(none())) == "T3");
  CHECK(decision(felt(none().limits(2))) == "rebuild");
  CHECK(target(felt(none().limits(2))) == "20 kg x 1");
}

TEST_CASE("before any session, too, calm is left by quiet check-ins, in any order of entry") {
  const Log severe = Log{}.feel(5, none()).feel(1, ache(5).limits(3));
  CHECK(decision(severe.next(8)) == "calm");
  CHECK(decision(Log{}.feel(7, none()).feel(5, none()).feel(1, ache(5).limits(3)).next(8)) ==
        "start");
}

TEST_CASE("after time away misses count from the first again") {
  Log log = Log{}.miss(0, 100_kg).fine(1);
  for (const int on : {12, 15, 18}) {
    CHECK(fired(log.next(on)) != "F3");
    log.miss(on, 100_kg).fine(on + 1);
  }
  CHECK(fired(log.next(20)) == "F3");
}

TEST_CASE("a light day keeps what the back held for a green day of another lift") {
  Log log = Log{}.lift(0, 100_kg).lift(3, 70_kg);  // no check-in to either
  CHECK(decision(log.next(5)) == "hold");
  CHECK(target(other(log, 5).fine(6).next(7, "deadlift")) == "105 kg x 3");
}

TEST_CASE("only a green day of another lift gives back what the back held") {
  const auto then = [](bool checked_in) {
    Log log = Log{}.lift(0, 100_kg);
    other(log, 3);
    if (checked_in) log.fine(4);
    return decision(log.lift(6, 60_kg).light().fine(7).next(9));
  };
  CHECK(then(true) == "progress");
  CHECK(then(false) == "hold");  // a light day earns nothing
}

TEST_CASE("what another app brought in rebuild is the new R, not a rung of the old") {
  // 80 % of 100 is next; 95 is no light session beside R, and a rung of it.
  Log log = Log{}.lift(0, 100_kg).feel(1, sharp(6).lasted(2h)).lift(3, 95_kg).imported().fine(4);
  CHECK(decision(log.next(6)) == "progress");
  CHECK(target(log.next(6)) == "100 kg x 3");
  CHECK(to_string(*log.next(6).reference) == "95 kg");
}

TEST_CASE("half the sets at the lowest rung are over once a rung below loads less again") {
  // Down the ladder of 40 kg: 70 % of it, 60 %, the bar, and half the sets at the bar.
  Log log = Log{}.lift(0, 40_kg).feel(1, sharp(6).lasted(48h));
  int on = 4;
  for (const std::string_view next : {"27.5 kg x 2", "22.5 kg x 2", "20 kg x 2"}) {
    CHECK(target(log.next(on)) == next);
    log.lift(on, log.next(on).target->weight, 5, 2).feel(on + 1, sharp(6).lasted(48h));
    on += 4;
  }
  CHECK(target(log.next(on)) == "20 kg x 1");
  // A light one of another app's: 80 % of R is what 32.5 reaches, and 70 % is below that.
  log.lift(on, 32.5_kg).imported().feel(on + 1, ache(7).lasted(2h));
  CHECK(target(log.next(on + 3)) == "27.5 kg x 2");
}

TEST_CASE("sets given back by a step up are no longer half of them") {
  Log log = Log{}.lift(0, 20_kg, 5, 5).feel(1, ache(6).lasted(2h)).lift(3, 20_kg, 5, 3);
  CHECK(log.next(5).half_sets);
  other(log, 5).fine(6);
  CHECK(target(log.next(7, "deadlift")) == "22.5 kg x 5");
  CHECK_FALSE(log.next(7, "deadlift").half_sets);
}

TEST_CASE("more than was asked for is taken up on a green day, and counts as asked on any other") {
  const auto then = [](bool checked_in) {
    Log log = Log{}.by(*built_in_policy("double")).lift(0, 100_kg).fine(1).lift(3, 120_kg);
    if (checked_in) log.fine(4);
    return log.next(6);
  };
  CHECK(target(then(true)) == "120 kg x 3");
  CHECK(target(then(false)) == "100 kg x 3");
}
