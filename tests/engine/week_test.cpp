// Weeks: what was done and felt in each, and where that left the lifter.
#include "hinge/week.hpp"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <utility>

#include "engine/lives.hpp"
#include "engine/log.hpp"
#include "hinge/replay.hpp"

using namespace hinge;
using namespace hinge::test;
using namespace std::chrono_literals;

namespace {

template <class Record>
NextRecord<Record> in_order(std::vector<Record> records) {
  std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
    return std::pair(a.when.date, a.id) < std::pair(b.when.date, b.id);
  });
  return [held = std::move(records), at = std::size_t{0}]() mutable {
    return at < held.size() ? &held.at(at++) : nullptr;
  };
}

/// As a log hands its records out.
std::vector<Week> weeks_in(History history, Date first, Date last, const Moment& now) {
  auto sessions = in_order(std::exchange(history.sessions, {}));
  auto checkins = in_order(std::exchange(history.checkins, {}));
  const auto next = weeks_of(std::move(history), std::move(sessions), std::move(checkins),
                             linear_policy(), first, last, now);
  std::vector<Week> found;
  while (const Week* const week = next()) found.push_back(*week);
  return found;
}

std::vector<Week> weeks(const Log& log, int first, int last, int on) {
  return weeks_in(log.history(), day(first), day(last), day(on));
}

Set work(Load load, int reps) { return {{load, Unit::kg}, reps, false, {}, SetKind::work}; }

}  // namespace

TEST_CASE("a week adds up its work sets and names the heaviest") {
  Log log;
  Set warmup = work(60_kg, 5);
  warmup.kind = SetKind::warmup;
  Set wild = work(300_kg, 1);
  wild.kind = SetKind::outlier;
  Set missed = work(110_kg, 0);
  missed.failed = true;
  log.session(0, {warmup, work(100_kg, 5), work(105_kg, 3), work(105_kg, 4), missed});
  log.session(6, {wild, work(50_kg, 10)}, "romanian");
  const auto found = weeks(log, 0, 6, 6);
  REQUIRE(found.size() == 1);
  const Week& week = found.front();
  CHECK(to_string(week.week) == "2026-W02");
  CHECK(week.sessions == 2);
  CHECK(week.work.sets == 5);
  CHECK(week.work.reps == 22);
  CHECK(kg_of(week.work.volume) == "1735");  // 500 + 315 + 420 + 0 + 500
  REQUIRE(week.top);
  CHECK(to_string(week.top->weight) == "105 kg");
  CHECK(week.top->reps == 4);
  REQUIRE(week.e1rm);
  CHECK(week.e1rm->load == 119_kg);  // 105 x (1 + 4 / 30)
}

TEST_CASE("a week holds Monday to Sunday, and an empty one stands too") {
  Log log;
  log.lift(6, 100_kg).lift(7, 102.5_kg).lift(21, 105_kg);
  const auto found = weeks(log, 3, 27, 27);
  REQUIRE(found.size() == 4);
  CHECK(found[0].sessions == 1);
  CHECK(found[1].sessions == 1);
  CHECK(found[2].sessions == 0);
  CHECK_FALSE(found[2].top);
  CHECK_FALSE(found[2].e1rm);
  CHECK(kg_of(found[2].work.volume) == "0");
  CHECK(found[2].suggestion.decision == Decision::hold);
  CHECK(found[3].sessions == 1);
  CHECK(weeks(log, 0, 27, 14).size() == 3);
  CHECK(weeks(log, 0, 27, 13).size() == 2);
  CHECK(weeks(log, 0, 0, 27).size() == 1);
  CHECK(weeks(log, 7, 0, 27).empty());
}

TEST_CASE("a week says what was felt on its days") {
  Log log;
  log.lift(0, 100_kg).feel(0, soreness(7)).feel(0, ache(3).limits(1)).feel(1, none());
  log.feel(2, ache(8).unrelated().limits(3));
  log.feel(3, ache(2)).lift(8, 100_kg);
  const auto found = weeks(log, 0, 13, 13);
  REQUIRE(found.size() == 2);
  CHECK(found[0].checkins == 5);
  CHECK(found[0].pain_peak == Nprs{3});  // soreness is no pain, and day 2 was not the deadlift
  CHECK(found[0].pain_mean_hundredths == 167);  // of 3, 0 and 2
  CHECK(found[0].limits_max == 1);
  CHECK(found[1].checkins == 0);
  CHECK_FALSE(found[1].pain_peak);
  CHECK_FALSE(found[1].pain_mean_hundredths);
  CHECK_FALSE(found[1].limits_max);
}

TEST_CASE("the best of a week is that of all its sessions, in whatever order") {
  const auto both = [](const Set& one, const Set& other) {
    const auto in_order = [](const Set& first, const Set& second) {
      return weeks(Log{}.session(0, {first}).session(2, {second}), 0, 6, 6).front();
    };
    const Week week = in_order(one, other);
    CHECK(week.top == in_order(other, one).top);
    CHECK(week.e1rm == in_order(other, one).e1rm);
    return week;
  };
  // Epley 120 x 5 is 140, 100 x 12 is too, but rough, and 110 x 12 is 154.
  CHECK(both(work(120_kg, 5), work(110_kg, 12)).e1rm == E1rm{140_kg, false});
  CHECK(both(work(100_kg, 12), work(110_kg, 12)).e1rm == E1rm{154_kg, true});
  CHECK(both(work(120_kg, 5), work(60_kg, 5)).e1rm == E1rm{140_kg, false});
  CHECK(both(work(120_kg, 5), work(110_kg, 12)).top == TopSet{{120_kg, Unit::kg}, 5});
  CHECK(both(work(120_kg, 5), work(120_kg, 3)).top == TopSet{{120_kg, Unit::kg}, 5});
}

TEST_CASE("a week's mean pain is that of its own days, Monday to Sunday, rounded to hundredths") {
  const Nprs half = Score::halves(1);
  const auto first_week = [](const Log& log) { return weeks(log, 0, 13, 13).front(); };
  const Week single = first_week(Log{}.feel(6, ache(half)).feel(7, ache(9)));
  CHECK(single.pain_mean_hundredths == 50);
  CHECK(single.pain_peak == half);
  CHECK(single.limits_max == 0);
  // 0.5 / 4 is 0.125.
  const Log four = Log{}.feel(0, none()).feel(1, none()).feel(2, none()).feel(3, ache(half));
  CHECK(first_week(four).pain_mean_hundredths == 13);
}

TEST_CASE("a week counts the thresholds its training days crossed") {
  Log log;
  log.lift(0, 100_kg).feel(1, sharp(4).lasted(30h)).lift(3, 80_kg).fine(4);
  log.lift(0, 60_kg, 5, 3, "romanian");             // which is the same day, and the same back
  log.lift(6, 80_kg).feel(7, ache(3).lasted(25h));  // told on Monday, about Sunday's training
  const auto found = weeks(log, 0, 13, 13);
  CHECK(found[0].crossings == 3);  // sharp, beyond a day; beyond a day
  CHECK(found[1].crossings == 0);
}

TEST_CASE("a week's decision is the one of its Sunday, whatever came later") {
  Log log;
  log.lift(0, 100_kg).fine(1).lift(4, 105_kg).fine(5);
  const auto before = weeks(log, 0, 6, 13);
  CHECK(target(before[0].suggestion) == "110 kg x 3");
  CHECK(before[0].suggestion == log.next(6));
  log.lift(7, 110_kg).feel(8, sharp(5));
  const auto found = weeks(log, 0, 13, 9);
  CHECK(found[0].suggestion == before[0].suggestion);
  CHECK(found[1].suggestion == log.next(9));  // the week is not over: as of today
  CHECK(found[1].suggestion.decision == Decision::deload);
}

TEST_CASE("on its Sunday a week is read up to the minute") {
  const Log evening = Log{}.lift(6, 100_kg).at(18h);
  const auto at = [&](Minutes clock) {
    const Moment now{day(6), clock};
    return weeks_in(evening.history(), day(0), day(6), now)[0].suggestion.decision;
  };
  CHECK(at(17h + 59min) == Decision::start);
  CHECK(at(18h) == Decision::hold);
}

TEST_CASE("the end of a week says what next said on that Sunday") {
  CHECK(rc::check([] {
    const Life life = *any_life();
    const Lived lived = live(life);
    const int sunday = *rc::gen::inRange(0, 20) * 7 + 6;
    const auto found = weeks_in(lived.log.history(), day(sunday), day(sunday), day(sunday + 100));
    RC_ASSERT(found.size() == 1);
    RC_ASSERT(found[0].suggestion == suggest(lived.log.history(), linear_policy(), day(sunday)));
  }));
}

TEST_CASE("over years, in pieces, the weeks count what one fold over the whole log does") {
  CHECK(rc::check([] {
    // A life now and again, with years between or none: weeks are read a year at a time.
    History all;
    const int lives = *rc::gen::inRange(2, 4);
    int begin = 0;
    for (int which = 0; which < lives; ++which) {
      History lived = live(*any_life()).log.history();
      const auto move = [begin](auto& record) { record.when.date += std::chrono::days{begin}; };
      for (Session& session : lived.sessions) {
        move(session);
        session.id += which * 1000;
        all.sessions.push_back(session);
      }
      for (CheckIn& checkin : lived.checkins) {
        move(checkin);
        checkin.id += which * 1000;
        if (checkin.session) *checkin.session += which * 1000;
        all.checkins.push_back(checkin);
      }
      begin += *rc::gen::inRange(200, 500);
    }
    const Moment now = day(begin);
    const auto found = weeks_in(all, day(0), day(begin), now);
    RC_ASSERT(found.size() == static_cast<std::size_t>(begin / 7 + 1));
    std::map<IsoWeek, int> crossings;
    std::set<Date> counted;
    for (const hinge::Exposure& exposure : replay(all, linear_policy(), now)) {
      if (!counted.insert(exposure.date).second) continue;
      crossings[iso_week(exposure.date)] += exposure.crossings;
    }
    for (const Week& week : found) {
      const Date sunday = std::min(monday(week.week) + std::chrono::days{6}, now.date);
      RC_ASSERT(week.crossings == crossings[week.week]);
      RC_ASSERT(week.suggestion == suggest(as_known_on(all, sunday), linear_policy(), sunday));
    }
  }));
}
