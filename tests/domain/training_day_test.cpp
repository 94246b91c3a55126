#include "hinge/training_day.hpp"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <set>
#include <vector>

namespace hinge {
namespace {

using std::chrono::days;
using namespace std::chrono_literals;

const Date day_zero = std::chrono::year{2026} / 11 / 16;
Date on(int number) { return day_zero + days{number}; }

Session session_at(const Moment& when, std::int64_t id = 0) {
  Session session;
  session.id = id;
  session.when = when;
  return session;
}

CheckIn checkin_at(const Moment& when) {
  CheckIn checkin;
  checkin.when = when;
  return checkin;
}

TEST_CASE("a check-in belongs to the latest training day at or before it") {
  const std::vector<Session> sessions = {session_at(on(4)), session_at(on(0)), session_at(on(2))};
  CHECK_FALSE(training_day_of(checkin_at(on(-1)), sessions));
  CHECK(training_day_of(checkin_at(on(0)), sessions) == on(0));
  CHECK(training_day_of(checkin_at(on(1)), sessions) == on(0));
  CHECK(training_day_of(checkin_at(on(2)), sessions) == on(2));
  CHECK(training_day_of(checkin_at(on(3)), sessions) == on(2));
  CHECK(training_day_of(checkin_at(on(40)), sessions) == on(4));
  CHECK_FALSE(training_day_of(checkin_at(on(0)), {}));
}

TEST_CASE("on the day itself the clock decides, where everybody has one") {
  const std::vector<Session> clocked = {session_at(on(0)), session_at({on(2), 18h}),
                                        session_at({on(2), 17h})};
  CHECK(training_day_of(checkin_at({on(2), 16h + 59min}), clocked) == on(0));
  CHECK(training_day_of(checkin_at({on(2), 17h}), clocked) == on(2));
  CHECK(training_day_of(checkin_at(on(2)), clocked) == on(2));
  const std::vector<Session> half = {session_at(on(0)), session_at({on(2), 18h}),
                                     session_at(on(2))};
  CHECK(training_day_of(checkin_at({on(2), 8h}), half) == on(2));
  const std::vector<Session> alone = {session_at({on(2), 18h})};
  CHECK_FALSE(training_day_of(checkin_at({on(2), 8h}), alone));
}

TEST_CASE("what began during the session belongs to that day, whatever the clocks say") {
  const std::vector<Session> sessions = {session_at(on(0)), session_at({on(2), 18h})};
  CheckIn checkin = checkin_at({on(2), 17h});
  checkin.onset = Onset::during;
  CHECK(training_day_of(checkin, sessions) == on(2));
  checkin.onset = Onset::after;
  CHECK(training_day_of(checkin, sessions) == on(0));
}

TEST_CASE("the session that a check-in names wins, if there is one") {
  const std::vector<Session> sessions = {session_at(on(0), 7), session_at(on(2), 8)};
  CheckIn checkin = checkin_at(on(3));
  checkin.session = 7;
  CHECK(training_day_of(checkin, sessions) == on(0));
  checkin.session = 9;
  CHECK(training_day_of(checkin, sessions) == on(2));
}

TEST_CASE("a check-in that names a session that is not there goes by its day") {
  const std::vector<Session> sessions = {session_at(on(0), 3), session_at(on(2), 5)};
  CheckIn checkin = checkin_at(on(1));
  for (const std::int64_t gone : {1, 4, 6}) {
    checkin.session = gone;
    CHECK(training_day_of(checkin, sessions) == on(0));
  }
}

TEST_CASE("sessions that are pointed to need no order") {
  const Session middle = session_at(on(2), 9);
  const Session late = session_at(on(4), 7);
  const Session early = session_at(on(0), 1);
  const std::vector<const Session*> sessions = {&middle, &late, &early};
  const TrainingDays training{sessions};
  CHECK(training.of(checkin_at(on(1))) == on(0));
  CheckIn named = checkin_at(on(5));
  named.session = 1;
  CHECK(training.of(named) == on(0));
}

TEST_CASE("a day is answered by what is felt after it, and by nothing unrelated") {
  const std::vector<Session> sessions = {session_at(on(0)), session_at(on(2)), session_at(on(4))};
  CheckIn unrelated = checkin_at(on(4));
  unrelated.unrelated = true;
  CHECK(unanswered_days(sessions, {}) == std::set<Date>{on(0), on(2), on(4)});
  CHECK(unanswered_days(sessions, {checkin_at(on(3))}) == std::set<Date>{on(0), on(4)});
  CHECK(unanswered_days(sessions, {checkin_at(on(-1)), unrelated}) ==
        std::set<Date>{on(0), on(2), on(4)});
}

TEST_CASE("what lasted too long on the very first day is still that day's") {
  CheckIn checkin = checkin_at({on(0), 20h});
  checkin.lasted = 30h;
  CHECK(training_day_of(checkin, {session_at({on(0), 18h})}) == on(0));
}

TEST_CASE("a day starts with its earliest session, where all have a clock time") {
  const std::vector<Session> sessions = {session_at({on(0), 18h}), session_at({on(0), 9h}),
                                         session_at({on(1), 7h}), session_at(on(1))};
  CHECK(start_of_day(on(0), sessions) == Moment{on(0), 9h});
  CHECK(start_of_day(on(1), sessions) == Moment{on(1)});
}

TEST_CASE("a symptom lasts as said, or until the report while it goes on") {
  CheckIn checkin = checkin_at({on(2), 8h});
  CHECK(duration_of(checkin, {on(0), 18h}) == 38h);
  CHECK(duration_of(checkin, on(0)) == 48h);
  CHECK(duration_of(checkin, {on(2), 9h}) == 0h);
  checkin.lasted = 5h;
  CHECK(duration_of(checkin, on(0)) == 5h);
}

TEST_CASE("what lasted since the day before belongs to it, though there was training since") {
  const std::vector<Session> sessions = {session_at(on(0)), session_at(on(2))};
  CheckIn checkin = checkin_at(on(2));
  CHECK(training_day_of(checkin, sessions) == on(2));
  checkin.lasted = 24h - 1min;
  CHECK(training_day_of(checkin, sessions) == on(2));
  checkin.lasted = 24h;
  CHECK(training_day_of(checkin, sessions) == on(0));
  checkin.onset = Onset::during;
  CHECK(training_day_of(checkin, sessions) == on(2));
  CHECK(training_day_of(checkin, {session_at(on(2))}) == on(2));
}

TEST_CASE("nothing lasts longer than the time since the session can be") {
  CheckIn checkin = checkin_at({on(2), 8h});
  const Moment clocked{on(0), 18h};
  CHECK_FALSE(lasted_too_long(checkin, clocked));
  checkin.lasted = 41h;  // 38 h, and a session that was logged at its end
  CHECK_FALSE(lasted_too_long(checkin, clocked));
  checkin.lasted = 41h + 1min;
  CHECK(lasted_too_long(checkin, clocked));
  CHECK_FALSE(lasted_too_long(checkin, on(0)));  // it may have been early in the day
  checkin.lasted = 72h - 1min;
  CHECK_FALSE(lasted_too_long(checkin, on(0)));
  checkin.lasted = 72h;
  CHECK(lasted_too_long(checkin, on(0)));
  checkin.when = {on(0), 17h};  // before the session by the clock
  checkin.lasted = 3h;
  CHECK_FALSE(lasted_too_long(checkin, clocked));
  checkin.lasted = 3h + 1min;
  CHECK(lasted_too_long(checkin, clocked));
}

Moment any_moment() {
  const Date date = on(*rc::gen::inRange(0, 8));
  return *rc::gen::arbitrary<bool>() ? Moment{date, Minutes{60 * *rc::gen::inRange(0, 24)}}
                                     : Moment{date};
}

TEST_CASE("laws of training days") {
  rc::prop("the order of entry never matters", [] {
    std::vector<Session> sessions;
    const int count = *rc::gen::inRange(0, 8);
    for (int id = 1; id <= count; ++id) sessions.push_back(session_at(any_moment(), id));
    CheckIn checkin = checkin_at(any_moment());
    if (*rc::gen::arbitrary<bool>()) checkin.session = *rc::gen::inRange(1, 10);
    if (*rc::gen::arbitrary<bool>()) checkin.onset = Onset::during;
    const auto before = training_day_of(checkin, sessions);
    std::vector<Session> shuffled = sessions;
    for (std::size_t i = shuffled.size(); i > 1; --i) {
      std::swap(shuffled[i - 1], shuffled[*rc::gen::inRange<std::size_t>(0, i)]);
    }
    RC_ASSERT(training_day_of(checkin, shuffled) == before);
  });
  rc::prop(
      "it is a day of training, never a later one, and the latest of those on earlier dates", [] {
        std::vector<Session> sessions;
        const int count = *rc::gen::inRange(0, 8);
        for (int i = 0; i < count; ++i) sessions.push_back(session_at(any_moment()));
        const CheckIn checkin = checkin_at(any_moment());
        const auto found = training_day_of(checkin, sessions);
        for (const Session& session : sessions) {
          const Date date = session.when.date;
          if (date < checkin.when.date) RC_ASSERT(found && *found >= date);
          if (date == checkin.when.date && !checkin.when.time) RC_ASSERT(found == date);
        }
        if (!found) return;
        RC_ASSERT(*found <= checkin.when.date);
        RC_ASSERT(std::any_of(sessions.begin(), sessions.end(),
                              [&](const Session& session) { return session.when.date == *found; }));
      });
}

}  // namespace
}  // namespace hinge
