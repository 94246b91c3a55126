#include "hinge/date.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace hinge {
namespace {

using std::chrono::days;
using namespace std::chrono_literals;

Date day(int year, unsigned month, unsigned of_month) {
  return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month},
                                     std::chrono::day{of_month}};
}

const Date first = day(1999, 1, 1);
const Date last = day(2040, 12, 31);

TEST_CASE("weeks are those of ISO 8601") {
  CHECK(to_string(iso_week(day(2026, 12, 31))) == "2026-W53");
  CHECK(to_string(iso_week(day(2027, 1, 1))) == "2026-W53");  // a Friday
  CHECK(to_string(iso_week(day(2027, 1, 3))) == "2026-W53");
  CHECK(to_string(iso_week(day(2027, 1, 4))) == "2027-W01");
  CHECK(to_string(iso_week(day(2026, 11, 20))) == "2026-W47");
  CHECK(to_string(iso_week(day(2024, 12, 30))) == "2025-W01");
  CHECK(to_string(iso_week(day(2023, 1, 1))) == "2022-W52");
  CHECK(monday({2026, 53}) == day(2026, 12, 28));
  CHECK(monday({2027, 1}) == day(2027, 1, 4));
  CHECK(monday({2025, 1}) == day(2024, 12, 30));
  CHECK(weeks_in(2026) == 53);
  CHECK(weeks_in(2027) == 52);
  CHECK(weeks_in(2020) == 53);
  CHECK(IsoWeek{2026, 53} < IsoWeek{2027, 1});
}

TEST_CASE("every day is in the week that starts on the Monday before it") {
  bool all_fit = true;
  for (Date date = first; date <= last; date += days{1}) {
    const IsoWeek week = iso_week(date);
    const Date start = monday(week);
    all_fit = all_fit && start <= date && date < start + days{7} && week.week >= 1 &&
              week.week <= weeks_in(week.year) &&
              std::chrono::weekday{start} == std::chrono::Monday;
  }
  CHECK(all_fit);
}

/// What a command prints, line by line.
std::vector<std::string> lines_of(const std::string& command) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{popen(command.c_str(), "r"), pclose};
  REQUIRE(pipe != nullptr);
  std::vector<std::string> lines;
  std::array<char, 256> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) {
    lines.emplace_back(buffer.data());
    while (!lines.back().empty() && lines.back().back() == '\n') lines.back().pop_back();
  }
  return lines;
}

TEST_CASE("all days from 1999 to 2040 are written and counted as GNU date does") {
  const auto version = lines_of("LC_ALL=C date --version 2>/dev/null");
  if (version.empty() || version.front().find("GNU") == std::string::npos) {
    WARN("skipped: there is no GNU date here to compare with");
    return;
  }
  // Seconds since the epoch tell GNU date the day without our own way of writing it.
  const auto file = std::filesystem::temp_directory_path() /
                    ("hinge-days-" + std::to_string(std::random_device{}()));
  std::ofstream seconds{file};
  for (Date date = first; date <= last; date += days{1}) {
    seconds << '@' << std::chrono::seconds{date.time_since_epoch()}.count() << '\n';
  }
  seconds.close();
  const auto gnu = lines_of("LC_ALL=C date -u -f '" + file.string() + "' '+%Y-%m-%d %G-W%V'");
  std::filesystem::remove(file);
  REQUIRE(gnu.size() == static_cast<std::size_t>((last - first).count() + 1));
  std::size_t differences = 0;
  Date date = first;
  for (const std::string& line : gnu) {
    if (iso_date(date) + " " + to_string(iso_week(date)) != line) ++differences;
    if (parse_iso_date(line.substr(0, 10)) != date) ++differences;
    if (parse_iso_week(line.substr(11)) != iso_week(date)) ++differences;
    date += days{1};
  }
  CHECK(differences == 0);
}

TEST_CASE("days that exist are read, and written back the same") {
  const std::string text = GENERATE(values<std::string>(
      {"2026-11-20", "2024-02-29", "2000-02-29", "1900-01-01", "2999-12-31", "2026-01-31"}));
  CAPTURE(text);
  REQUIRE(parse_iso_date(text));
  CHECK(iso_date(*parse_iso_date(text)) == text);
}

TEST_CASE("what is no day of ours is not read") {
  const std::string text = GENERATE(values<std::string>(
      {"2026-02-30",  "2026-02-29",       "1900-02-29", "2026-13-01",  "2026-00-10",
       "2026-01-00",  "2026-04-31",       "1899-12-31", "3000-01-01",  "2026-1-2",
       "20261120",    "2026/11/20",       "11/12/2026", " 2026-11-20", "2026-11-20 ",
       "2026-11-20T", "+026-11-20",       "2026-+1-20", "2026-11- 2",  "",
       "today",       "2026-11-2\xC2\xB2"}));
  CAPTURE(text);
  CHECK_FALSE(parse_iso_date(text));
}

TEST_CASE("clock times") {
  CHECK(parse_clock_time("00:00") == Minutes{0});
  CHECK(parse_clock_time("18:30") == Minutes{18 * 60 + 30});
  CHECK(parse_clock_time("23:59") == Minutes{1439});
  CHECK(clock_time(Minutes{0}) == "00:00");
  CHECK(clock_time(Minutes{5}) == "00:05");
  CHECK(clock_time(Minutes{1439}) == "23:59");
  const std::string none = GENERATE(values<std::string>(
      {"24:00", "12:60", "1:30", "12:3", "12-30", "12:30:00", " 12:30", "-1:30", "", "ab:cd"}));
  CAPTURE(none);
  CHECK_FALSE(parse_clock_time(none));
}

TEST_CASE("weeks that exist are read") {
  CHECK(parse_iso_week("2026-W47") == IsoWeek{2026, 47});
  CHECK(parse_iso_week("2026-W53") == IsoWeek{2026, 53});
  const std::string none = GENERATE(
      values<std::string>({"2027-W53", "2026-W54", "2026-W00", "2026-W1", "2026-47", "2026W47",
                           "2026/W47", "2026-w47", "2026-W471", "1899-W01", ""}));
  CAPTURE(none);
  CHECK_FALSE(parse_iso_week(none));
}

TEST_CASE("time between two moments goes by the clock only where both have one") {
  const Date monday_16 = day(2026, 11, 16);
  const Moment evening{monday_16, Minutes{18h}};
  const Moment next_morning{monday_16 + days{1}, Minutes{8h}};
  CHECK(elapsed(evening, next_morning) == 14h);
  CHECK(elapsed(evening, Moment{monday_16 + days{1}}) == 24h);
  CHECK(elapsed(Moment{monday_16}, next_morning) == 24h);
  CHECK(elapsed(Moment{monday_16}, Moment{monday_16}) == 0h);
  CHECK(elapsed(next_morning, evening) == -14h);
}

TEST_CASE("a moment is said with the clock where it has one") {
  CHECK(to_string(Moment{day(2026, 11, 20)}) == "2026-11-20");
  CHECK(to_string(Moment{day(2026, 11, 20), Minutes{18h + 30min}}) == "2026-11-20T18:30");
}

}  // namespace
}  // namespace hinge
