// The part of a long log that `suggest` is given: a year, and from before it what can still matter.
#include <catch2/catch.hpp>

#include "engine/log.hpp"

using namespace hinge;
using namespace hinge::test;

namespace {

/// The names of check-ins in their order: "f1 f3".
std::string names(const std::vector<CheckIn>& checkins) {
  std::string text;
  for (const CheckIn& each : checkins) text += (text.empty() ? "" : " ") + checkin_name(each.id);
  return text;
}

/// What is known on day 400, whose year begins on day 35.
History known(const Log& log) { return as_known_on(log.history(), day(400)); }
std::string earlier(const Log& log) { return names(known(log).earlier_checkins); }

}  // namespace

TEST_CASE("as a log hands it out: a year, and the calm before it") {
  Log log;
  log.feel(0, ache(7))
      .feel(1, ache(2))
      .lift(2, 100_kg)
      .lift(400, 100_kg)
      .fine(401)
      .lift(500, 100_kg);
  const History then = as_known_on(log.history(), day(402));
  CHECK(then.sessions.size() == 1);
  CHECK(then.checkins.size() == 1);
  CHECK(then.earlier_checkins.size() == 2);
  History later = then;
  later.checkins.clear();
  CHECK(as_known_on(later, day(402)).earlier_checkins.size() == 2);
  // Exactly a year back is inside, and so is the day itself.
  CHECK(as_known_on(log.history(), day(2 + 365)).sessions.size() == 1);
  CHECK(as_known_on(log.history(), day(3 + 365)).sessions.empty());
  CHECK(as_known_on(log.history(), day(400)).sessions.size() == 1);
}

TEST_CASE("before the year only what alone can start a calm is a beginning") {
  const auto begins = [](const Felt& felt) { return !earlier(Log{}.feel(34, felt)).empty(); };
  CHECK(begins(ache(6)));
  CHECK_FALSE(begins(ache(Score::halves(11))));
  CHECK(begins(tingling(6)));
  CHECK(begins(none().limits(3)));
  CHECK_FALSE(begins(none().limits(2)));
  CHECK_FALSE(begins(soreness(8)));  // no pain
}

TEST_CASE("before the year the last beginning counts, and all that came after it") {
  Log log = Log{}.feel(1, ache(6)).feel(5, none()).feel(9, ache(7)).feel(9, none());
  log.feel(34, none()).feel(35, ache(8)).feel(100, ache(8));
  CHECK(earlier(log) == "f3 f4 f5");  // the year's own are no beginning of what was before it
  CHECK(names(known(log).checkins) == "f6 f7");
  CHECK(earlier(Log{}.feel(34, none()).feel(35, ache(8))).empty());
}

TEST_CASE("before the year check-ins stand by day, those of one day as entered; 500 at most") {
  Log log = Log{}.feel(12, none()).feel(9, ache(7)).feel(12, pump()).feel(10, none());
  CHECK(earlier(log) == "f2 f4 f1 f3");
  for (int more = 5; more <= 500; ++more) log.feel(20, none());
  CHECK(known(log).earlier_checkins.size() == 500);
  log.feel(11, none()).feel(30, none());
  const auto most = known(log).earlier_checkins;
  REQUIRE(most.size() == 500);
  CHECK(names({most[0], most[1], most[2]}) == "f2 f4 f501");
  CHECK(checkin_name(most.back().id) == "f499");  // the latest do not fit
}
