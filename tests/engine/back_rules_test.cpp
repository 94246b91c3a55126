// The rules about the back: two rows for every comparison, one just inside and one at or past it.
#include <catch2/catch.hpp>

#include "engine/log.hpp"

using namespace hinge;
using namespace hinge::test;
using namespace std::chrono_literals;

namespace {

struct Row {
  std::string what;
  Log log;
  int as_of;
  std::string decision;
  std::string rules;
};

void check(const Row& row) {
  INFO(row.what);
  const Suggestion made = row.log.next(row.as_of);
  CHECK(decision(made) == row.decision);
  CHECK(fired(made) == row.rules);
}

Log once(const Felt& felt) { return Log{}.lift(0, 100_kg).feel(1, felt); }
Log twice(const Felt& first, const Felt& second) {
  return Log{}.lift(0, 100_kg).feel(1, first).lift(4, 100_kg).feel(5, second);
}

}  // namespace

TEST_CASE("the four thresholds") {
  check(GENERATE(values<Row>({
      {"sharp of any height crosses", once(sharp(1).lasted(1h)), 3, "deload 10", "T1"},
      {"a twinge does not", once(sharp(2).twinge()), 3, "hold", "H0"},
      {"however late it was told of, as if it went on",
       Log{}.lift(0, 100_kg).feel(2, sharp(2).twinge().ongoing()), 3, "hold", "H0"},
      {"pain under 6", once(ache(Score::halves(11)).lasted(2h)), 3, "hold", "H1"},
      {"pain at 6", once(ache(6).lasted(2h)), 3, "deload 10", "T2"},
      {"pain under 8 counts once", once(ache(Score::halves(15)).lasted(2h)), 3, "deload 10", "T2"},
      {"pain at 8 counts twice", once(ache(8).lasted(2h)), 3, "deload 20", "T2"},
      {"soreness under 8", once(soreness(Score::halves(15)).lasted(24h)), 3, "progress", "OK"},
      {"soreness at 8", once(soreness(8).lasted(24h)), 3, "deload 10", "T2"},
      {"pain for 24 h", once(ache(2).lasted(24h)), 3, "progress", "OK"},
      {"pain beyond a day", once(ache(2).lasted(24h + 1min)), 3, "deload 10", "T3"},
      {"pain at baseline + 1 has no length", once(ache(3).baseline(2).lasted(48h)), 3, "hold",
       "H1"},
      {"nor has soreness of 1", Log{}.lift(0, 100_kg).feel(6, soreness(1)), 6, "progress", "OK"},
      {"pain over baseline + 1 has", once(ache(Score::halves(7)).baseline(2).lasted(48h)), 3,
       "deload 10", "T3"},
      {"soreness for 120 h", once(soreness(3).lasted(120h)), 6, "hold", "H4"},
      {"soreness for longer", once(soreness(3).lasted(120h + 1min)), 6, "deload 10", "T3"},
      {"a little limited", once(pump().limits(1)), 3, "hold", "H2"},
      {"something skipped, for a pump too", once(pump().limits(2)), 3, "deload 10", "T4"},
      {"three crossings", once(sharp(6).lasted(25h)), 3, "deload 30", "T1 T2 T3"},
      {"four crossings, two of them by pain of 8", once(sharp(8).lasted(25h)), 3, "calm",
       "T1 T2 T3"},
      {"normal life stopped", once(soreness(2).lasted(2h).limits(3)), 3, "calm", "T4"},
  })));
}

TEST_CASE("soreness that began during the lift, or is below the knee, is an ache") {
  check(GENERATE(values<Row>({
      {"after", once(soreness(6).lasted(10h).onset(Onset::after)), 3, "progress", "OK"},
      {"during", once(soreness(6).lasted(10h).onset(Onset::during)), 3, "deload 10", "T2"},
      {"above the knee", once(soreness(6).lasted(10h).in(Site::leg_above_knee)), 3, "progress",
       "OK"},
      {"below the knee", once(soreness(6).lasted(10h).in(Site::leg_below_knee)), 3, "deload 10",
       "T2"},
  })));
}

TEST_CASE("nerve symptoms") {
  check(GENERATE(values<Row>({
      {"above the knee", once(tingling(1).in(Site::buttock).lasted(1h)), 3, "deload 10", "N2"},
      {"below the knee", once(tingling(1).in(Site::leg_below_knee).lasted(1h)), 3, "deload 20",
       "N1"},
      {"no place given", once(tingling(1).lasted(1h)), 3, "deload 20", "N1"},
      {"unrelated all the same", once(tingling(1).lasted(1h).unrelated()), 3, "deload 20", "N1 H3"},
  })));
  CHECK(once(tingling(1).in(Site::buttock).lasted(1h)).next(3).refer == Refer::see_pt);
  CHECK(once(tingling(1).lasted(1h)).next(3).refer == Refer::see_pt);
}

TEST_CASE("mild pain holds the first time, and goes on if it comes no higher") {
  check(GENERATE(values<Row>({
      {"under 3", once(ache(Score::halves(5)).lasted(2h)), 3, "progress", "OK"},
      {"3", once(ache(3).lasted(2h)), 3, "hold", "H1"},
      {"the same again", twice(ache(3).lasted(2h), ache(3).lasted(2h)), 7, "progress", "OK"},
      {"higher", twice(ache(3).lasted(2h), ache(Score::halves(7)).lasted(2h)), 7, "hold", "H1"},
      {"a red day leaves no memory", twice(ache(6).lasted(2h), ache(3).lasted(2h)), 7, "hold",
       "H1"},
      {"nor does one before time away",
       Log{}
           .lift(0, 100_kg)
           .feel(1, ache(3).lasted(2h))
           .lift(11, 100_kg)
           .feel(12, ache(3).lasted(2h)),
       14, "hold", "H1"},
      {"ten days are no time away",
       Log{}
           .lift(0, 100_kg)
           .feel(1, ache(3).lasted(2h))
           .lift(10, 100_kg)
           .feel(11, ache(3).lasted(2h)),
       13, "progress", "OK"},
  })));
}

TEST_CASE("late soreness, and soreness now") {
  check(GENERATE(values<Row>({
      {"72 h", once(soreness(3).lasted(72h)), 4, "progress", "OK"},
      {"beyond 72 h", once(soreness(3).lasted(72h + 1min)), 4, "hold", "H4"},
      {"under 4 in the last day", Log{}.lift(0, 100_kg).feel(2, soreness(Score::halves(7))), 3,
       "progress", "OK"},
      {"4 in the last day", Log{}.lift(0, 100_kg).feel(2, soreness(4)), 3, "hold", "H4"},
      {"4, two days ago", Log{}.lift(0, 100_kg).feel(2, soreness(4)), 4, "progress", "OK"},
      {"over by the time of the report", Log{}.lift(0, 100_kg).feel(2, soreness(6).lasted(30h)), 3,
       "progress", "OK"},
  })));
}

TEST_CASE("a check-in that leaves things open holds until the next one") {
  check(GENERATE(values<Row>({
      {"still 2/10 next morning", once(ache(2)), 3, "hold", "H6"},
      {"1/10 is settled", once(ache(1)), 3, "progress", "OK"},
      {"and something came after", once(ache(2)).fine(2), 3, "progress", "OK"},
      {"an unrelated report is nothing", once(ache(2)).feel(2, pump().unrelated()), 3, "hold",
       "H6"},
      {"a twinge is over, whatever was ticked", once(sharp(2).twinge().ongoing()), 3, "hold", "H0"},
      {"after a day it is T3", Log{}.lift(0, 100_kg).feel(2, ache(2)), 3, "deload 10", "T3"},
  })));
}

TEST_CASE("what is not the deadlift holds at most, and is no check-in") {
  check(GENERATE(values<Row>({
      {"a mild one", once(ache(Score::halves(11)).lasted(2h).unrelated()).fine(1), 3, "progress",
       "OK"},
      {"6", once(ache(6).lasted(2h).unrelated()).fine(1), 3, "hold", "U1"},
      {"sharp", once(sharp(2).lasted(2h).unrelated()).fine(1), 3, "hold", "U1"},
      {"limits 1", once(ache(2).lasted(2h).limits(1).unrelated()).fine(1), 3, "progress", "OK"},
      {"limits 2", once(ache(2).lasted(2h).limits(2).unrelated()).fine(1), 3, "hold", "U1"},
      {"limits 3 counts like any", once(ache(2).lasted(2h).limits(3).unrelated()).fine(1), 3,
       "calm", "T4 U1"},
      {"alone it is no check-in", once(ache(2).lasted(2h).unrelated()), 3, "hold", "H3"},
  })));
}

TEST_CASE("more than seven days after, the length no longer counts") {
  check(GENERATE(values<Row>({
      {"seven", Log{}.lift(0, 100_kg).fine(1).feel(7, ache(2)), 8, "deload 10", "T3"},
      {"eight", Log{}.lift(0, 100_kg).fine(1).feel(8, ache(2)), 8, "progress", "OK"},
      {"seven by the clock", Log{}.lift(0, 100_kg).at(18h).fine(1).feel(7, ache(2).at(18h)), 8,
       "deload 10", "T3"},
      {"and a minute more", Log{}.lift(0, 100_kg).at(18h).fine(1).feel(7, ache(2).at(18h + 1min)),
       8, "progress", "OK"},
      {"the rest does", Log{}.lift(0, 100_kg).fine(1).feel(8, ache(6)), 8, "deload 10", "T2"},
  })));
}

TEST_CASE("rising pain holds") {
  const auto four = [](Nprs a, Nprs b, Nprs c, Nprs d, int gap) {
    Log log;
    for (const auto& [at, pain] : {std::pair{0, a}, {gap, b}, {2 * gap, c}, {3 * gap, d}}) {
      log.lift(at, 100_kg).feel(at + 1, ache(pain).lasted(2h));
    }
    return log;
  };
  check(GENERATE_COPY(values<Row>({
      {"two points on both", four(0, 0, 2, 2, 4), 15, "hold", "P2"},
      {"less on one", four(0, 0, 2, Score::halves(3), 4), 15, "progress", "OK"},
      {"less over one", four(0, Score::halves(1), 2, 2, 4), 15, "progress", "OK"},
      {"unknown is not a low pain",
       Log{}
           .lift(0, 100_kg)
           .lift(4, 100_kg)
           .lift(8, 100_kg)
           .feel(9, ache(2).lasted(2h))
           .lift(12, 100_kg)
           .feel(13, ache(2).lasted(2h)),
       15, "progress", "OK"},
      {"within 28 days", four(0, 0, 2, 2, 9), 30, "hold", "P2"},
      {"over more", four(0, 0, 2, 2, 10), 33, "progress", "OK"},
  })));
}

TEST_CASE("pain that stays is worth showing to somebody") {
  const auto three = [](Nprs last, int gap) {
    return Log{}
        .lift(0, 100_kg)
        .feel(1, ache(4).lasted(2h))
        .lift(gap, 100_kg)
        .feel(gap + 1, ache(4).lasted(2h))
        .lift(2 * gap, 100_kg)
        .feel(2 * gap + 1, ache(last).lasted(2h));
  };
  CHECK(fired(three(4, 7).next(16)) == "S1");
  CHECK(decision(three(4, 7).next(16)) == "hold");
  CHECK(three(4, 7).next(16).refer == Refer::see_pt);
  CHECK(fired(three(4, 6).next(14)) == "OK");                 // 12 days
  CHECK(fired(three(3, 7).next(16)) == "OK");                 // a point below the first
  CHECK(fired(three(Score::halves(7), 7).next(16)) == "S1");  // half a point is not enough

  // The second day alone is no better: with the last they are two.
  Log two = once(ache(5).lasted(2h)).lift(3, 100_kg).feel(4, ache(4).lasted(2h));
  two.lift(20, 100_kg).feel(21, ache(4).lasted(2h));
  CHECK(fired(two.next(22)).find("S1") == std::string::npos);

  Log later = three(4, 7);
  later.lift(18, 100_kg).feel(19, ache(4).lasted(2h));
  CHECK(fired(later.next(21)) == "S1 OK");
  CHECK(decision(later.next(21)) == "progress");
  CHECK(later.next(21).refer == Refer::see_pt);
}

TEST_CASE("the third symptom deload in eight weeks, and pain for over six weeks") {
  const auto deloads = [](int gap) {
    Log log = Log{}.lift(0, 100_kg).feel(1, ache(6).lasted(2h));
    log.lift(gap - 4, 90_kg).fine(gap - 3).lift(gap, 90_kg).feel(gap + 1, ache(6).lasted(2h));
    return log.lift(56, 80_kg).feel(57, ache(6).lasted(2h));
  };
  CHECK(deloads(28).next(58).refer == Refer::see_pt);
  Log outside = Log{}.lift(0, 100_kg).feel(1, ache(6).lasted(2h));
  outside.lift(24, 80_kg)
      .fine(25)
      .lift(28, 80_kg)
      .feel(29, ache(6).lasted(2h))
      .lift(57, 60_kg)
      .feel(58, ache(6).lasted(2h));
  CHECK(outside.next(59).refer == Refer::none);

  const auto daily = [](int last) {
    Log log;
    for (int at = 0; at <= last; at += 6) log.lift(at, 100_kg).feel(at + 1, ache(1).lasted(2h));
    return log;
  };
  CHECK(daily(42).next(44).refer == Refer::none);
  CHECK(daily(48).next(50).refer == Refer::see_pt);
  CHECK(daily(48).lift(54, 100_kg).fine(55).next(56).refer == Refer::none);  // it is over

  // Two weeks apart is training with pain; more than that, and nobody knows what was between.
  const auto every = [](int gap) {
    Log log;
    for (int times = 0; times < 5; ++times) {
      log.lift(times * gap, 100_kg).feel(times * gap + 1, ache(1).lasted(2h));
    }
    return log.next(4 * gap + 2).refer;
  };
  CHECK(every(14) == Refer::see_pt);
  CHECK(every(15) == Refer::none);
  Log away = Log{}.lift(0, 100_kg).feel(1, ache(2).lasted(3h));
  away.lift(45, 90_kg).feel(46, ache(2).lasted(3h));
  CHECK(away.next(47).refer == Refer::none);
}

TEST_CASE("red flags stop, however old, until they are cleared") {
  const Log raised = Log{}.lift(0, 100_kg).fine(1).flags(1, {RedFlag::fever_unwell});
  CHECK(decision(raised.next(3)) == "stop");
  CHECK(raised.next(3).refer == Refer::urgent);
  CHECK(decision(raised.next(300)) == "stop");

  Log no_later = raised;
  no_later.flags(2, {});
  CHECK(decision(no_later.next(3)) == "stop");  // a later no does not take a yes back

  Log cleared = raised;
  cleared.cleared(3);
  CHECK(decision(cleared.next(2)) == "stop");
  CHECK(decision(cleared.next(3)) == "hold");
  CHECK(fired(cleared.next(3)) == "C1");
  cleared.lift(4, 100_kg).fine(5);
  CHECK(decision(cleared.next(7)) == "progress");
}

TEST_CASE("a history of cancer or fragility is urgent together with new pain") {
  const auto history = [](Nprs pain) {
    return once(ache(pain).lasted(2h)).flags(0, {RedFlag::cancer_history});
  };
  CHECK(decision(history(3).next(3)) == "stop");
  CHECK(history(3).next(3).refer == Refer::urgent);
  CHECK(decision(history(Score::halves(5)).next(3)) == "progress");
  CHECK(history(Score::halves(5)).next(3).refer == Refer::see_pt);
}

TEST_CASE("calm is left by quiet check-ins 48 h apart, and rung 50 is next") {
  const Log calm = once(ache(5).lasted(12h).limits(3));
  CHECK(decision(calm.next(20)) == "calm");
  CHECK(calm.next(15).refer == Refer::see_pt);

  Log quiet = calm;
  quiet.feel(3, ache(2)).fine(4);
  CHECK(decision(quiet.next(5)) == "calm");
  quiet.fine(5);
  CHECK(decision(quiet.next(5)) == "rebuild");
  CHECK(target(quiet.next(5)) == "50 kg x 2");
  CHECK(fired(quiet.next(5)) == "OK");

  Log noisy = calm;
  noisy.fine(3).feel(4, ache(Score::halves(5))).fine(5);
  CHECK(decision(noisy.next(5)) == "calm");
  noisy.feel(6, ache(5).unrelated());  // says nothing of this back
  noisy.fine(7);
  CHECK(decision(noisy.next(7)) == "rebuild");
}

TEST_CASE("in calm there was no load to miss or to fall short of") {
  Log log = once(ache(5).lasted(12h).limits(3));
  log.lift(3, 50_kg, 5, 1).fine(4);  // rung 50 would have been 50 kg x 2
  CHECK(fired(log.next(4)) == "CALM");
  Log missed = once(ache(5).lasted(12h).limits(3));
  missed.miss(3, 50_kg).fine(4);
  CHECK(fired(missed.next(4)) == "CALM");
}

TEST_CASE("out of calm comes no more than was lifted on the day that asked for it, or in it") {
  Log light = Log{}.lift(0, 100_kg).fine(1);
  light.lift(3, 40_kg).feel(4, ache(5).lasted(12h).limits(3)).fine(5).fine(7);
  CHECK(decision(light.next(8)) == "rebuild");
  CHECK(target(light.next(8)) == "20 kg x 2");  // rung 50 of 40
  Log in_calm = once(ache(5).lasted(12h).limits(3)).lift(3, 40_kg).fine(4).fine(6);
  CHECK(target(in_calm.next(7)) == "20 kg x 2");
  Log heavy = Log{}.lift(0, 100_kg).fine(1);
  heavy.lift(3, 120_kg).feel(4, ache(5).lasted(12h).limits(3)).fine(5).fine(7);
  CHECK(target(heavy.next(8)) == "52.5 kg x 2");  // rung 50 of the 105 suggested
}

TEST_CASE("training in calm does not end it, and earns nothing") {
  Log log = once(ache(5).lasted(12h).limits(3));
  log.lift(3, 100_kg).fine(4);
  CHECK(decision(log.next(4)) == "calm");
  CHECK(fired(log.next(4)) == "CALM");
  CHECK(log.next(4).refer == Refer::none);
  CHECK(log.next(16).refer == Refer::see_pt);  // more than 14 days
  log.fine(6);
  CHECK(decision(log.next(6)) == "rebuild");
  CHECK(target(log.next(6)) == "50 kg x 2");
}

TEST_CASE("in calm strong or long soreness is not quiet, and milder soreness is") {
  const auto calm = Log{}.lift(0, 100_kg).feel(1, ache(5).limits(3));
  const auto after = [&](const Felt& felt) {
    Log log = calm;
    return decision(log.feel(2, felt).feel(4, none()).next(4));
  };
  CHECK(after(soreness(5).lasted(48h)) == "rebuild");
  CHECK(after(soreness(Score::halves(15)).lasted(48h)) == "rebuild");
  CHECK(after(soreness(8).lasted(48h)) == "calm");

  // And once calm was left, strong soreness before the next session brings it back.
  Log left = calm;
  left.fine(2).fine(4);
  CHECK(decision(left.next(5)) == "rebuild");
  left.feel(5, soreness(10));
  CHECK(decision(left.next(6)) == "calm");
  Log long_sore = calm;
  long_sore.fine(2).fine(4).feel(6, soreness(4).lasted(121h));
  CHECK(decision(long_sore.next(7)) == "calm");
  Log within = calm;
  within.fine(2).fine(4).feel(6, soreness(4).lasted(120h));
  CHECK(decision(within.next(7)) == "rebuild");
}

TEST_CASE("quiet check-ins end calm, but not what new pain beside a flag of the past asks for") {
  // One set at the bar has no way down: an ache of 6 is calm, and two quiet days end that.
  const auto after = [](Nprs pain) {
    Log log = Log{}.lift(0, 20_kg, 5, 1).flags(0, {RedFlag::cancer_history});
    log.feel(1, ache(pain).lasted(10h)).fine(2).fine(5);
    return decision(log.next(6));
  };
  CHECK(after(Score::halves(11)) == "stop");
  CHECK(after(6) == "stop");
}
