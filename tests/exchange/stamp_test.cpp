#include "exchange/stamp.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace hinge;
using exchange::parse_stamp;

TEST_CASE("days and times as the apps write them") {
  struct Case {
    const char* text;
    const char* reads;
  };
  const auto c = GENERATE(values<Case>({
      {"2026-04-05 13:01:22", "2026-04-05T13:01:22"},
      {"2026-04-05 13:01", "2026-04-05T13:01:00"},
      {"2026-04-05T13:01:22", "2026-04-05T13:01:22"},
      {"2026-04-05T13:01:22.500", "2026-04-05T13:01:22"},
      {"2026-04-05 9:01", "2026-04-05T09:01:00"},
      {"2026-04-05", "2026-04-05"},
      {"2026/04/05", "2026-04-05"},
      {"5 Apr 2026, 13:01", "2026-04-05T13:01:00"},
      {"5 april 2026 13:01", "2026-04-05T13:01:00"},
      {"Apr 5, 2026, 1:01 PM", "2026-04-05T13:01:00"},
      {"Apr 5, 2026, 1:01\xE2\x80\xAFPM", "2026-04-05T13:01:00"},
      {"Apr 5, 2026, 12:01 AM", "2026-04-05T00:01:00"},
      {"Apr 5, 2026, 12:01 PM", "2026-04-05T12:01:00"},
      {"05.04.2026, 13:01", "2026-04-05T13:01:00"},
      {"1 Sept. 2026, 07:30", "2026-09-01T07:30:00"},
      {"16 Juni 2026, 18:00", "2026-06-16T18:00:00"},
      {"3 févr. 2026, 18:00", "2026-02-03T18:00:00"},
      {"3 août 2026, 18:00", "2026-08-03T18:00:00"},
      {"22 de set. de 2026, 17:00", "2026-09-22T17:00:00"},
      {"22 сент. 2026 г., 17:00", "2026-09-22T17:00:00"},
      {"2026年4月5日 13:01", "2026-04-05T13:01:00"},
      {"5 4월 2026, 13:01", "2026-04-05T13:01:00"},
      {"2026. 4. 5. 오후 1:01", "2026-04-05T13:01:00"},
  }));
  CAPTURE(c.text);
  const auto stamp = parse_stamp(c.text);
  REQUIRE(stamp);
  CHECK(to_string(*stamp) == c.reads);
}

TEST_CASE("the months in Turkish, as a Turkish account's file has them") {
  const std::array<const char*, 12> months{"Oca", "Şub", "Mar", "Nis", "May", "Haz",
                                           "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"};
  for (unsigned i = 0; i < months.size(); ++i) {
    const std::string text = "7 " + std::string(months.at(i)) + " 2025, 06:45";
    CAPTURE(text);
    const auto stamp = parse_stamp(text);
    REQUIRE(stamp);
    const std::chrono::year_month_day day{stamp->when.date};
    CHECK(unsigned(day.month()) == i + 1);
  }
}

TEST_CASE("days that are none, that read two ways, or have more to them are not read") {
  const auto* const text =
      GENERATE(as<const char*>{}, "", " ", "11/12/2026", "22/12/2026 10:00", "2026-02-30",
               "2026-13-01", "31 Jun 2026", "5 Foo 2026", "2026-04-05 25:01", "2026-04-05 13:60",
               "2026-04-05 13:01:60", "2026-04-05T13:01:22Z", "2026-04-05T13:01:22+02:00",
               "2026-04-05 13:01 x", "13:01", "Apr 5, 2026, 13:01 PM", "Apr 5, 2026, 0:01 AM",
               "20260405", "-2026-04-05", "1899-12-31", "3000-01-01", "5 Apr 26, 13:01",
               "2026-04-05 PM", "2026-04-05 13:01!", "1e3-04-05", "2026-04-05 13:01:22:30");
  CAPTURE(text);
  CHECK_FALSE(parse_stamp(text));
}

TEST_CASE("every moment reads back from how it is written") {
  CHECK(rc::check("parse(print) = id", [] {
    const int day = *rc::gen::inRange(0, 20000);
    exchange::Stamp stamp;
    stamp.when = Moment(Date{std::chrono::days(day)});
    if (*rc::gen::arbitrary<bool>()) {
      stamp.when.time = Minutes(*rc::gen::inRange(0, 24 * 60));
      stamp.seconds = *rc::gen::inRange(0, 60);
    }
    RC_ASSERT(parse_stamp(to_string(stamp)) == stamp);
  }));
}
