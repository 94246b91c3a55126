#include "report/sheet.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "report/samples.hpp"
#include "report/sheet_words.hpp"

namespace hinge::report {
namespace {

using samples::set_of;
using std::chrono::days;
using std::chrono::hours;

constexpr Date monday_16 = std::chrono::year{2026} / 11 / 16;
constexpr Period week_47 = {monday_16, monday_16 + days{6}};

Session session(std::int64_t id, Date date, Load load, int sets = 3) {
  Session made;
  made.id = id;
  made.when = date;
  for (int i = 0; i < sets; ++i) made.sets.push_back(set_of(load, 5, 8));
  return made;
}

CheckIn checkin(std::int64_t id, Date date, Nature nature, Nprs peak = 0, int lasted_h = 0) {
  CheckIn made;
  made.id = id;
  made.when = date;
  made.nature = nature;
  if (nature != Nature::none) made.peak = peak;
  if (lasted_h > 0) made.lasted = hours{lasted_h};
  return made;
}

/// Two weeks: Mon 9, Thu 12, Mon 16 and Thu 19 Nov, the third of them too much.
History two_weeks() {
  History history;
  history.sessions = {session(1, monday_16 - days{7}, 100_kg),
                      session(2, monday_16 - days{4}, 105_kg), session(3, monday_16, 110_kg),
                      session(4, monday_16 + days{3}, 97.5_kg)};
  history.checkins = {checkin(1, monday_16 - days{6}, Nature::none),
                      checkin(2, monday_16 - days{3}, Nature::none),
                      checkin(3, monday_16 + days{2}, Nature::ache, 4, 48),
                      checkin(4, monday_16 + days{4}, Nature::none)};
  history.checkins[2].worse_with = {"Sitting", "long drives"};
  history.checkins[3].worse_with = {"sitting"};
  return history;
}

Sheet sheet_as_of(const History& history, const Period& period, Date day) {
  return sheet_of(history, linear_policy(), {}, {period, day});
}

TEST_CASE("a sheet has the days of its range, with what the back said of each") {
  const Sheet sheet = sheet_as_of(two_weeks(), week_47, week_47.until);
  REQUIRE(sheet.days.size() == 2);
  CHECK(sheet.days[0].date == monday_16);
  CHECK(sheet.days[0].lifts.at(0).tonnage == 1650_kg);  // 110 × 5 × 3
  REQUIRE(sheet.days[0].answers.size() == 1);
  CHECK(sheet.days[0].answers[0].checkin.id == 3);
  CHECK(sheet.days[0].answers[0].lasted == hours{48});
  CHECK(sheet.now.tonnage == 3112.5_kg);  // and 97.5 × 5 × 3
  CHECK(sheet.now.reps == 30);
  CHECK(sheet.now.pain == Nprs{4});
  CHECK(sheet.before.tonnage == 3075_kg);  // (100 + 105) × 5 × 3
  CHECK(sheet.before.pain == Nprs{0});     // said twice: none
  // The week before is the first one: it need not stand there twice.
  CHECK_FALSE(sheet.start);
}

TEST_CASE("the first days of the log stand beside a range that is two away from them") {
  const Period week_48 = {monday_16 + days{7}, monday_16 + days{13}};
  const Sheet sheet = sheet_as_of(two_weeks(), week_48, week_48.until);
  REQUIRE(sheet.start);
  CHECK(sheet.start->period == Period{monday_16 - days{7}, monday_16 - days{1}});
  CHECK(sheet.start->tonnage == 3075_kg);
}

TEST_CASE("what made it worse is counted by check-ins, whatever its capitals") {
  const Sheet sheet = sheet_as_of(two_weeks(), week_47, week_47.until);
  REQUIRE(sheet.worse_with.size() == 2);
  CHECK(sheet.worse_with[0].what == "Sitting");
  CHECK(sheet.worse_with[0].times == 2);
  CHECK(sheet.worse_with[1].times == 1);
}

TEST_CASE("a check-in about an earlier week's session stands in the week it was made") {
  History history = two_weeks();
  history.checkins[1] = checkin(2, monday_16, Nature::soreness, 3, 80);
  history.sessions.erase(history.sessions.begin() + 2);
  const Sheet sheet = sheet_as_of(history, week_47, week_47.until);
  REQUIRE_FALSE(sheet.earlier.empty());
  CHECK(sheet.earlier[0].checkin.id == 2);
  CHECK(sheet.earlier[0].about == monday_16 - days{4});
  // The week of the session knew nothing of it: there it is a day without a check-in.
  const Period week_46 = {monday_16 - days{7}, monday_16 - days{1}};
  CHECK(sheet_as_of(history, week_46, week_46.until).now.without_checkin == 1);
}

TEST_CASE("an episode lasts from the day that was too much to full load again") {
  Exposure quiet;
  quiet.lift = "deadlift";
  const auto on = [quiet](int day, Phase phase, std::vector<RuleId> rules) {
    Exposure made = quiet;
    made.date = monday_16 + days{day};
    made.phase = phase;
    made.rules = std::move(rules);
    return made;
  };
  const auto episodes = episodes_in(
      {on(0, Phase::build, {RuleId::h1}), on(2, Phase::rebuild, {RuleId::t3}),
       on(4, Phase::rebuild, {}), on(6, Phase::rebuild, {RuleId::n2}), on(8, Phase::rebuild, {}),
       on(10, Phase::build, {}), on(12, Phase::build, {}), on(14, Phase::rebuild, {RuleId::f3}),
       on(16, Phase::calm, {RuleId::t1, RuleId::h2})});
  REQUIRE(episodes.size() == 2);
  CHECK(episodes[0].start == monday_16 + days{2});
  CHECK(episodes[0].end == monday_16 + days{10});
  CHECK(episodes[0].red_days == 2);
  CHECK(episodes[1].start == monday_16 + days{16});
  CHECK(episodes[1].rules == std::vector{RuleId::t1});
  CHECK_FALSE(episodes[1].end);
}

TEST_CASE("another lift's quiet day ends no episode") {
  Exposure red;
  red.lift = "deadlift";
  red.date = monday_16;
  red.phase = Phase::rebuild;
  red.rules = {RuleId::t2};
  Exposure other = red;
  other.lift = "romanian";
  other.date = monday_16 + days{2};
  other.phase = Phase::build;
  other.rules = {};
  const auto episodes = episodes_in({red, other});
  REQUIRE(episodes.size() == 1);
  CHECK_FALSE(episodes[0].end);
}

/// All that a sheet says.
std::string written(const Sheet& sheet) {
  return text_report.page(sheet, {sheet.period, sheet.as_of.date, false, {}}, Style{});
}

TEST_CASE("a first page says what the sheets behind it say") {
  CHECK(rc::check([] {
    History history = two_weeks();
    const auto said = monday_16 + days{*rc::gen::inRange(-8, 9)};
    history.sessions.push_back(session(8, said, 90_kg));
    history.checkins.push_back(checkin(8, said, Nature::ache, *rc::gen::inRange(0, 11), 3));
    const auto as_of = monday_16 + days{*rc::gen::inRange(0, 9)};
    const Sheet sheet = sheet_as_of(history, week_47, as_of);
    const Placed first = placed(history, {}, {week_47, Moment{as_of}});
    RC_ASSERT(first.training_days == sheet.now.training_days);
    RC_ASSERT(first.pain == sheet.now.pain);
  }));
}

TEST_CASE("nothing of a later day changes a report of the past") {
  CHECK(rc::check([] {
    const History before = two_weeks();
    const int later = *rc::gen::inRange(1, 20);
    History after = before;
    after.sessions.push_back(session(9, week_47.until + days{later}, 150_kg));
    const auto peak = *rc::gen::inRange(1, 11);
    const auto said = week_47.until + days{*rc::gen::inRange(1, 20)};
    after.checkins.push_back(checkin(9, said, Nature::sharp, peak, *rc::gen::inRange(1, 72)));
    Screen screen;
    screen.id = 9;
    screen.when = said;
    after.screens.push_back(screen);
    RC_ASSERT(written(sheet_as_of(before, week_47, week_47.until)) ==
              written(sheet_as_of(after, week_47, week_47.until)));
  }));
}

TEST_CASE("the order of the records never matters to a sheet") {
  const History history = two_weeks();
  History turned = history;
  std::reverse(turned.sessions.begin(), turned.sessions.end());
  std::reverse(turned.checkins.begin(), turned.checkins.end());
  CHECK(written(sheet_as_of(history, week_47, week_47.until)) ==
        written(sheet_as_of(turned, week_47, week_47.until)));
}

TEST_CASE("no pain is said only where somebody said so") {
  History history = two_weeks();
  history.checkins = {checkin(1, monday_16, Nature::soreness, 3, 24)};
  CHECK(sheet_as_of(history, week_47, week_47.until).now.pain == Nprs{0});
  history.checkins[0].nature = Nature::ache;
  history.checkins[0].unrelated = true;
  CHECK_FALSE(sheet_as_of(history, week_47, week_47.until).now.pain);
  history.checkins.clear();
  CHECK_FALSE(sheet_as_of(history, week_47, week_47.until).now.pain);
}

/// The sheet in one form.
std::string in(const ReportForm& form, const Sheet& sheet, int width = 80) {
  Style style;
  style.width = width;
  return form.page(sheet, {sheet.period, sheet.as_of.date, false, {}}, style);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a column that has no room stands below the others, under its own head") {
  const Period week_48 = {monday_16 + days{7}, monday_16 + days{13}};
  const Sheet sheet = sheet_as_of(two_weeks(), week_48, week_48.until);
  CHECK(has(in(text_report, sheet), "2026-W48   Week before, 2026-W47  First week, 2026-W46\n"));
  const std::string narrower = in(text_report, sheet, 64);
  CHECK(has(narrower, "2026-W48   Week before, 2026-W47\n"));
  CHECK(has(narrower, "\n\n                 First week, 2026-W46\n  Training days  2 (-2)\n"));
}

TEST_CASE("one day is compared with the day before it, in words") {
  const Date day = monday_16 + days{3};
  const ChangeRow head = change_head(sheet_as_of(two_weeks(), {day, day}, day));
  CHECK(head.now == "This day");
  CHECK(head.before == "The day before");
  CHECK(head.start == "First day");
}

TEST_CASE("nothing trained, nothing compared, in any form") {
  const Sheet sheet = sheet_as_of(History{}, week_47, week_47.until);
  for (const ReportForm* form : {&text_report, &markdown_report, &html_report}) {
    CHECK_FALSE(has(in(*form, sheet), "Then and now"));
  }
}

TEST_CASE("a note keeps its lines on a page, and stays in its cell") {
  History history = two_weeks();
  history.sessions[2].note = "slept\tbadly\r\n<b>sore</b>";
  const Sheet sheet = sheet_as_of(history, week_47, week_47.until);
  CHECK(has(in(html_report, sheet), "<td>slept badly<br>&lt;b&gt;sore&lt;/b&gt;</td>"));
  CHECK(has(in(markdown_report, sheet), "| slept badly  &lt;b&gt;sore&lt;/b&gt; |"));
}

std::vector<std::string> phases_of(std::vector<Suggestion> next) {
  Sheet sheet;
  sheet.standing.status.suggestion = next.front();
  sheet.standing.next = std::move(next);
  std::vector<std::string> said;
  for (const Fact& fact : standing_facts(sheet)) {
    if (fact.label.rfind("phase", 0) == 0) said.push_back(fact.label + ": " + fact.value);
  }
  return said;
}

TEST_CASE("a phase says whose it is where lifts differ, and stands beside no stop") {
  using Said = std::vector<std::string>;
  Suggestion romanian = samples::deload();
  romanian.lift = "romanian";
  CHECK(phases_of({romanian, samples::progress()}) ==
        Said{"phase, romanian: rebuild, on the way back to full load",
             "phase, deadlift: build, at full load"});
  CHECK(phases_of({samples::deload(), romanian}) ==
        Said{"phase: rebuild, on the way back to full load"});
  CHECK(phases_of({samples::stop(RuleId::e1, Refer::emergency, RedFlag::saddle_numbness)}).empty());
}

TEST_CASE("the back is drawn once, below the lift done most") {
  History history = two_weeks();
  history.sessions.push_back(session(5, monday_16 + days{3}, 60_kg));
  history.sessions.back().lift = "romanian";
  const std::string page = in(html_report, sheet_as_of(history, week_47, week_47.until));
  const auto second = page.find("The picture of Romanian deadlift");
  REQUIRE(second != std::string::npos);
  const auto felt = page.find("Felt, 0–10");
  CHECK(felt < second);
  CHECK(page.find("Felt, 0–10", felt + 1) == std::string::npos);
  CHECK(has(page, "<figcaption>Deadlift: 4 sessions"));
}

TEST_CASE("the health questions: the latest answers, and a clearance only after them") {
  History history = two_weeks();
  Screen yes;
  yes.id = 1;
  yes.when = monday_16;
  yes.yes = {RedFlag::fever_unwell};
  Screen cleared;
  cleared.id = 2;
  cleared.when = monday_16 + days{1};
  cleared.cleared_by = "Dr Who";
  history.screens = {yes, cleared};
  const Sheet sheet = sheet_as_of(history, week_47, week_47.until);
  REQUIRE(sheet.cleared);
  CHECK(sheet.cleared->cleared_by == "Dr Who");
  yes.id = 3;
  yes.when = monday_16 + days{2};
  history.screens.push_back(yes);
  CHECK_FALSE(sheet_as_of(history, week_47, week_47.until).cleared);
}

}  // namespace
}  // namespace hinge::report
