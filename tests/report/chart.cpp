#include "report/chart.hpp"

#include <catch2/catch.hpp>

#include "engine/lives.hpp"
#include "report/chart_rows.hpp"
#include "report/layout.hpp"

using namespace hinge;
using namespace hinge::report;
using test::day;
using test::Log;

namespace {

Chart chart_of_log(const Log& log, int first, int last, std::vector<Measure> measures) {
  const Policies policies{linear_policy()};
  ChartRequest request;
  request.measures = std::move(measures);
  request.first = day(first);
  request.last = day(last);
  return chart_of(log.history(), policies, replay(log.history(), policies, day(last)), request);
}

ChartRow row(int on, std::int64_t value, std::vector<ChartWord> words = {}) {
  ChartRow made;
  made.date = day(on);
  made.value = value;
  made.shown = whole_number(value);
  made.words = std::move(words);
  return made;
}

/// So many rows, a day apart, from a Monday on.
ChartSection section_of_days(int count) {
  ChartSection section;
  for (int at = 0; at < count; ++at) section.rows.push_back(row(at, 1000 * (at + 1)));
  return section;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("up to thirty rows are rows of their own") {
  const GatheredRows thirty = gathered(section_of_days(30));
  CHECK(thirty.each == "session");
  CHECK(thirty.rows.size() == 30);
  const GatheredRows more = gathered(section_of_days(31));
  CHECK(more.each == "week");
  CHECK(more.rows.size() == 5);
  CHECK(more.rows.front().period == "2026-W02");  // Monday 5 January 2026
}

TEST_CASE("thirty weeks are weeks, thirty-one are months, and so on") {
  const auto each = [](int days_apart) {
    ChartSection section;
    for (int at = 0; at <= 30; ++at) section.rows.push_back(row(at * days_apart, 1000));
    return gathered(section).each;
  };
  CHECK(each(6) == "week");      // 180 days: 26 weeks
  CHECK(each(7) == "month");     // 31 Mondays
  CHECK(each(29) == "month");    // to May 2028: 29 months
  CHECK(each(31) == "quarter");  // to July 2028: 31 months
  CHECK(each(366) == "year");
}

TEST_CASE("a stretch is its highest row or its sum, with what must be said of all") {
  ChartSection section = section_of_days(0);
  section.rows = {row(0, 100'000, {{"5×3", false}}),
                  row(2, 90'000, {{"3×3", false}, {"deload", true}}),
                  row(400, 80'000, {{"4×3", false}})};
  for (int more = 401; more < 430; ++more) section.rows.push_back(row(more, 1000));
  const std::vector<ChartRow> highest = gathered(section).rows;
  REQUIRE(highest.size() == 15);  // January 2026 to March 2027
  CHECK(highest[0].period == "2026-01");
  CHECK(highest[0].value == 100'000);
  REQUIRE(highest[0].words.size() == 3);
  CHECK(highest[0].words[0].text == "2 sessions");
  CHECK(highest[0].words[1].text == "5×3");
  CHECK(highest[0].words[2].text == "deload");
  CHECK_FALSE(highest[1].value);
  section.gather = Gather::sum;
  const std::vector<ChartRow> sums = gathered(section).rows;
  CHECK(sums[0].value == 190'000);
  CHECK(sums[0].shown == "190");
  REQUIRE(sums[0].words.size() == 2);
  CHECK(sums[0].words[1].text == "deload");
}

TEST_CASE("volume is load times reps over all work sets, in the lifter's unit") {
  Log log{Loading::standard(Unit::lb)};
  log.lift(0, Weight{315_lb, Unit::lb}).lift(3, 100_kg, 1, 1);
  const Chart chart = chart_of_log(log, 0, 5, {Measure::volume});
  const ChartSection section = section_of(Measure::volume, chart.lifts.front());
  CHECK(section.rows[0].shown == "4725");  // 315 × 15
  CHECK(section.rows[1].shown == "220");   // 220.46
}

TEST_CASE("pain and soreness of one day are two rows, the worst of each") {
  Log log;
  log.lift(0, 100_kg).feel(1, test::ache(2)).feel(1, test::ache(4)).feel(1, test::soreness(6));
  log.feel(1, test::pump()).lift(3, 100_kg);
  const ChartSection section = felt_section(chart_of_log(log, 0, 5, {Measure::pain}));
  REQUIRE(section.rows.size() == 3);
  CHECK(section.rows[0].shown == "4");
  CHECK(section.rows[0].words[0].text == "ache");
  CHECK_FALSE(section.rows[0].soft);
  CHECK(section.rows[1].shown == "6");
  CHECK(section.rows[1].soft);
  CHECK(section.rows[2].words[0].text == "no check-in");
  CHECK_FALSE(section.rows[2].value);
}

TEST_CASE("a range without sessions names the latest before it") {
  Log log;
  log.lift(0, 100_kg).lift(4, 100_kg);
  CHECK(chart_of_log(log, 5, 9, {Measure::load}).latest == day(4));
  CHECK_FALSE(chart_of_log(log, 4, 9, {Measure::load}).latest);
  CHECK_FALSE(chart_of_log(Log{}, 4, 9, {Measure::load}).latest);
}

TEST_CASE("whatever the log, a chart keeps to its width, and ASCII is ASCII") {
  const bool held = rc::check("no line is too wide", [](void) {
    const test::Lived lived = test::live(*test::any_life());
    const Chart chart = chart_of_log(
        lived.log, 0, lived.today, {Measure::load, Measure::e1rm, Measure::volume, Measure::pain});
    Style style;
    style.width = *rc::gen::inRange(40, 100);
    style.ascii = *rc::gen::arbitrary<bool>();
    style.plain = *test::one_in(4);
    const std::string shown = text(chart, day(lived.today), style);
    for (const std::string& line : lines_of(shown)) {
      RC_ASSERT(columns(line) <= static_cast<std::size_t>(std::min(style.width, 80)));
      RC_ASSERT(line.empty() || line.back() != ' ');
    }
    const bool all_ascii = std::all_of(shown.begin(), shown.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 128; });
    RC_ASSERT(all_ascii || !(style.ascii || style.plain));
  });
  CHECK(held);
}
