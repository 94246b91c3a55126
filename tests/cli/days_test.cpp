#include "cli/days.hpp"

#include <catch2/catch.hpp>

#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

// A Sunday.
const Date today = std::chrono::year{2026} / 11 / 22;

std::string day(std::string_view text) { return iso_date(read_day(text, today, "--on")); }

DayRange range(const Arguments::Options& options) { return read_range({options, {}}, today); }

std::string in_words(const DayRange& days) {
  const auto word = [](const std::optional<Date>& date) { return date ? iso_date(*date) : "open"; };
  return word(days.since) + " to " + word(days.until);
}

}  // namespace

TEST_CASE("a day is read as people write it") {
  CHECK(day("today") == "2026-11-22");
  CHECK(day("yesterday") == "2026-11-21");
  CHECK(day("sun") == "2026-11-22");  // today included
  CHECK(day("mon") == "2026-11-16");
  CHECK(day("sat") == "2026-11-21");
  CHECK(day("monday") == "2026-11-16");
  CHECK(day("Sunday") == "2026-11-22");
  CHECK(day("Tue") == "2026-11-17");
  CHECK(day("Today") == "2026-11-22");
  CHECK(day("0d") == "2026-11-22");
  CHECK(day("3d") == "2026-11-19");
  CHECK(day("2w") == "2026-11-08");
  CHECK(day("2024-02-29") == "2024-02-29");
}

TEST_CASE("a day may be written in capitals") {
  CHECK(day("TODAY") == "2026-11-22");
  CHECK(day("YESTERDAY") == "2026-11-21");  // whose T begins no time
  CHECK(day("MON") == "2026-11-16");
  CHECK(day("SAT") == "2026-11-21");
  CHECK(day("Saturday") == "2026-11-21");
  CHECK(day("3D") == "2026-11-19");
  CHECK(day("2W") == "2026-11-08");
  CHECK(to_string(read_moment("SATT18:30", today, "--on")) == "2026-11-21T18:30");
  CHECK(to_string(read_moment("SATURDAY", today, "--on")) == "2026-11-21");
  CHECK(to_string(read_coming_moment("TOMORROW", today, "--for")) == "2026-11-23");
  CHECK(to_string(read_coming_moment("SAT", today, "--for")) == "2026-11-28");
  CHECK(in_words(range({{"week", {"LAST"}}})) == "2026-11-09 to 2026-11-15");
  CHECK(in_words(range({{"last", {"8W"}}})) == "2026-09-28 to 2026-11-22");
  CHECK(read_duration("48H", "--lasted") == Minutes{2880});
}

TEST_CASE("what is no day is refused with what it may have been") {
  const auto text = GENERATE(as<std::string>{}, "", "tomorow", "tomorrow", "tues", "3", "d", "-3d",
                             "3x", "99999999999d", "2026-2-3", "2026-02-30", "2025-02-29",
                             "11/12/2026", "2026-11-22 ", "today18:30");
  INFO(text);
  CHECK_THROWS_AS(day(text), Error);
}

TEST_CASE("a date in an order nobody can know is refused with both readings") {
  const auto hint = [](std::string_view text) {
    try {
      static_cast<void>(day(text));
    } catch (const Error& error) {
      return error.hint();
    }
    return std::string();
  };
  CHECK(hint("11/12/2026") == "write 2026-12-11 (11 December) or 2026-11-12 (12 November)");
  CHECK(hint("13.12.2026") == "write 2026-12-13 (13 December)");
  CHECK(hint("12/13/2026") == "write 2026-12-13 (13 December)");
  CHECK(hint("11.11.2026") == "write 2026-11-11 (11 November)");  // one day in either order
}

TEST_CASE("tomorrow is refused with what may be asked of it, and a slip with its day") {
  const auto said = [](std::string_view text) {
    try {
      static_cast<void>(day(text));
    } catch (const Error& error) {
      return error.what() + std::string("; ") + error.hint();
    }
    return std::string();
  };
  CHECK(said("tomorrow") ==
        "--on tomorrow is still to come; give the day it was; to ask ahead: hinge next --for "
        "tomorrow");
  CHECK(said("Tomorrow") == said("tomorrow"));
  CHECK(said("wednesdy") == "--on 'wednesdy' is no day; did you mean wednesday?");
}

TEST_CASE("a weekday that is asked ahead for is the coming one") {
  const auto [text, means] = GENERATE(table<std::string, std::string>({
      {"sun", "2026-11-22"},
      {"mon", "2026-11-23"},
      {"Saturday", "2026-11-28"},
      {"tomorrow", "2026-11-23"},
      {"friT18:30", "2026-11-27T18:30"},
      {"3d", "2026-11-25"},
      {"1w", "2026-11-29"},
      {"2026-11-01", "2026-11-01"},
      {"today", "2026-11-22"},
  }));
  INFO(text);
  CHECK(to_string(read_coming_moment(text, today, "--for")) == means);
}

TEST_CASE("a clock time may follow a day, and what is to come is refused") {
  const Moment now{today, std::chrono::hours{18}};
  CHECK(to_string(read_moment("friT18:30", today, "--on")) == "2026-11-20T18:30");
  CHECK(to_string(read_moment("TuesdayT18:30", today, "--on")) == "2026-11-17T18:30");
  CHECK(to_string(read_moment("2026-11-20 18:30", today, "--on")) == "2026-11-20T18:30");
  CHECK(to_string(read_moment("Saturday 07:05", today, "--on")) == "2026-11-21T07:05");
  CHECK_THROWS_AS(read_moment("fri 24:00", today, "--on"), Error);
  CHECK_THROWS_AS(read_moment(" 18:30", today, "--on"), Error);
  CHECK(to_string(read_past_moment("todayT18:00", now, "--on")) == "2026-11-22T18:00");
  CHECK_THROWS_AS(read_past_moment("todayT18:01", now, "--on"), Error);
  CHECK_THROWS_AS(read_past_moment("2026-11-23", now, "--on"), Error);
  CHECK_THROWS_AS(read_moment("todayT24:00", today, "--on"), Error);
  CHECK_THROWS_AS(read_moment("todayT", today, "--on"), Error);
  CHECK(to_string(read_pinned_now("2026-11-20T08:05", "--today")) == "2026-11-20T08:05");
  CHECK_THROWS_AS(read_pinned_now("fri", "--today"), Error);
}

TEST_CASE("a length of time is a number and its unit") {
  CHECK(read_duration("90m", "--lasted") == Minutes{90});
  CHECK(read_duration("20min", "--lasted") == Minutes{20});
  CHECK(read_duration("48h", "--lasted") == Minutes{2880});
  CHECK(read_duration("1.5h", "--lasted") == Minutes{90});
  CHECK(read_duration("3d", "--lasted") == Minutes{4320});
  CHECK(read_duration("1w", "--lasted") == Minutes{10080});
  CHECK(read_duration("2 days", "--lasted") == Minutes{2880});
  CHECK(read_duration("36 Hours", "--lasted") == Minutes{2160});
  const auto bad = GENERATE(as<std::string>{}, "", "h", "48", "-3h", "48  y", "1e3h", "inf", "nanh",
                            "0x3h", "2000d", "3hh");
  INFO(bad);
  CHECK_THROWS_AS(read_duration(bad, "--lasted"), Error);
}

TEST_CASE("a range is one way of saying from when to when") {
  CHECK(in_words(range({})) == "open to open");
  CHECK(in_words(range({{"week", {"this"}}})) == "2026-11-16 to 2026-11-22");
  CHECK(in_words(range({{"week", {"last"}}})) == "2026-11-09 to 2026-11-15");
  CHECK(in_words(range({{"week", {"2026-W53"}}})) == "2026-12-28 to 2027-01-03");
  CHECK(in_words(range({{"last", {"1d"}}})) == "2026-11-22 to 2026-11-22");
  CHECK(in_words(range({{"last", {"8w"}}})) == "2026-09-28 to 2026-11-22");
  CHECK(in_words(range({{"since", {"fri"}}})) == "2026-11-20 to open");
  CHECK(in_words(range({{"since", {"fri"}}, {"until", {"fri"}}})) == "2026-11-20 to 2026-11-20");
  CHECK_THROWS_AS(range({{"since", {"sat"}}, {"until", {"fri"}}}), Error);
  CHECK_THROWS_AS(range({{"week", {"this"}}, {"since", {"fri"}}}), Error);
  CHECK_THROWS_AS(range({{"week", {"this"}}, {"last", {"3d"}}}), Error);
  CHECK_THROWS_AS(range({{"last", {"3d"}}, {"until", {"fri"}}}), Error);
  CHECK_THROWS_AS(range({{"last", {"0d"}}}), Error);
  CHECK_THROWS_AS(range({{"week", {"2027-W53"}}}), Error);
}

}  // namespace hinge::cli
