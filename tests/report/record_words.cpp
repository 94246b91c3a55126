#include <catch2/catch.hpp>
#include <sstream>

#include "report/report.hpp"
#include "report/words.hpp"
#include "samples.hpp"

using namespace hinge;
using namespace hinge::report;
using namespace hinge::report::samples;

namespace {
const Style narrow{40, false, false, false};
const Style plain{80, false, false, true};

Set missed(Load load, int good) {
  Set set = set_of(load, good);
  set.failed = true;
  return set;
}
}  // namespace

TEST_CASE("sets in words") {
  CHECK(words({set_of(140_kg, 5, 8), set_of(140_kg, 5, 8), set_of(140_kg, 5, 8)}) ==
        "3 sets of 5 at 140 kg, RPE 8");
  CHECK(words({set_of(140_kg, 5)}) == "1 set of 5 at 140 kg");
  CHECK(words({set_of(140_kg, 5), set_of(140_kg, 5), missed(140_kg, 4)}) ==
        "5, 5, 4 + miss at 140 kg");
  CHECK(words({set_of(140_kg, 5), missed(140_kg, 0)}) == "5, a miss at 140 kg");
  CHECK(words({missed(140_kg, 5)}) == "5 + miss at 140 kg");
  CHECK(words({set_of(140_kg, 5, 8), set_of(140_kg, 5, Score::halves(17))}) ==
        "2 sets of 5 at 140 kg, RPE 8, 8.5");
  CHECK(words({set_of(140_kg, 5), set_of(140_kg, 5, 9)}) == "2 sets of 5 at 140 kg, RPE up to 9");
  CHECK(words({set_of(150_kg, 3), set_of(140_kg, 5), set_of(140_kg, 5)}) ==
        "1 set of 3 at 150 kg; 2 sets of 5 at 140 kg");
  CHECK(words({set_of(315_lb, 5, {}, Unit::lb)}) == "1 set of 5 at 315 lb");
  CHECK(words({warmup(60_kg, 5)}) == "warm-ups only");
  CHECK(words(std::vector<Set>{}) == "no sets");
}

TEST_CASE("a check-in in words") {
  CHECK(words(f12()) == "ache 3/10 for 48 h, low back, did everything");
  CheckIn pump;
  pump.nature = Nature::pump;
  CHECK(words(pump) == "pump, did everything");
  CheckIn none;
  CHECK(words(none) == "nothing felt, did everything");
  CheckIn sharp = f12();
  sharp.nature = Nature::sharp;
  sharp.peak = Score::halves(5);
  sharp.lasted.reset();
  sharp.side = Side::left;
  sharp.limits = 2;
  CHECK(words(sharp) == "sharp 2.5/10, ongoing, low back, left side, changed or skipped something");
  sharp.lasted = Minutes{90};
  sharp.unrelated = true;
  sharp.limits = 1;
  CHECK(words(sharp) ==
        "sharp 2.5/10 for 1 h 30 min, low back, left side, limited a little, but did everything, "
        "not from the deadlift");
}

TEST_CASE("days carry their year where it isn't this one") {
  CHECK(day(friday, today) == "Fri 20 Nov");
  CHECK(day(std::chrono::year{2025} / 12 / 31, today) == "Wed 31 Dec 2025");
  CHECK(day(std::chrono::year{2027} / 1 / 1, today) == "Fri 1 Jan 2027");
}

TEST_CASE("log says what it understood, and how to take it back") {
  CHECK(text(LoggedSession{"me", s41(), Outcome::added, 0}, today, {}) ==
        "s41 logged  Fri 20 Nov  3 sets of 5 at 140 kg, RPE 8  (+2 warm-ups)\n"
        "            undo: hinge undo\n");
  CHECK(text(LoggedSession{"me", s41(), Outcome::added, 0}, today, plain) ==
        "session: s41\nday: Fri 20 Nov\nsets: 3 sets of 5 at 140 kg, RPE 8\nwarm-ups: 2\n"
        "undo: hinge undo\n");
  CHECK(text(LoggedSession{"me", s41(), Outcome::added, 0}, today, narrow) ==
        "s41 logged\n  Fri 20 Nov\n  3 sets of 5 at 140 kg, RPE 8\n  (+2 warm-ups)\n"
        "  undo: hinge undo\n");
  CHECK(text(LoggedSession{"me", s41(), Outcome::same, 0}, today, {}) ==
        "s41 kept    nothing changed (already logged)\n");
  CHECK(text(LoggedSession{"me", s41(), Outcome::merged, 1}, today, {}) ==
        "added to s41  Fri 20 Nov  1 set of 5 at 140 kg, RPE 8  (now 5 sets)\n"
        "              undo: hinge undo\n");
  Session unstored = s41();
  unstored.id = 0;
  unstored.lift = "sumo";
  CHECK(text(LoggedSession{"me", unstored, Outcome::dry_run, 0}, today, {}) ==
        "not stored  Fri 20 Nov  sumo  3 sets of 5 at 140 kg, RPE 8  (+2 warm-ups)\n");
}

TEST_CASE("feel says what it understood, and which session it is about") {
  CHECK(text(NotedCheckIns{"me", {f12()}, {s41()}, Outcome::added}, today, {}) ==
        "f12 noted   Sun 22 Nov  ache 3/10 for 48 h, low back, did everything  (s41)\n");
  CheckIn sore = f12();
  sore.nature = Nature::soreness;
  sore.onset = Onset::during;
  CHECK(text(NotedCheckIns{"me", {sore}, {s41()}, Outcome::added}, today, {}) ==
        "f12 noted   Sun 22 Nov  soreness 3/10 for 48 h, low back, did everything  (s41)\n"
        "            taken as an ache: soreness that began in the session counts as pain\n");
}

TEST_CASE("history lists one record a line, oldest first") {
  CHECK(text(history(), {}, today, {}) ==
        "s41  Fri 20 Nov  3 sets of 5 at 140 kg, RPE 8  (+2 warm-ups)\n"
        "f12  Sun 22 Nov  ache 3/10 for 48 h, low back, did everything  (s41)\n"
        "r1   Sun 22 Nov  health questions: all no\n");
  HistorySelection latest;
  latest.last = 1;
  CHECK(text(history(), latest, today, {}) == "r1  Sun 22 Nov  health questions: all no\n");
  HistorySelection sumo;
  sumo.lift = "sumo";
  CHECK(text(history(), sumo, today, {}) == "Nothing logged in these days.\n");
  HistorySelection of_lift;
  of_lift.lift = "deadlift";
  of_lift.since = today;
  CHECK(text(history(), of_lift, today, {}) ==
        "f12  Sun 22 Nov  ache 3/10 for 48 h, low back, did everything  (s41)\n");
}

TEST_CASE("show shows every field") {
  CheckIn checkin = f12();
  checkin.worse_with = {"sitting", "putting on socks"};
  checkin.note = "after moving \x1b[31mred";
  const std::string shown = text(ShownRecord{"me", checkin, {s41()}}, today, {});
  for (const char* field :
       {"nature", "peak", "lasted", "limits", "now", "baseline", "where", "side", "onset",
        "worse with", "eases with", "twinge", "unrelated", "session", "note"}) {
    CHECK(shown.find("\n  " + std::string{field} + " ") != std::string::npos);
  }
  CHECK(shown.find("sitting and putting on socks") != std::string::npos);
  CHECK(shown.find('\x1b') == std::string::npos);
}

TEST_CASE("whose record it is, where the log has several lifters") {
  LoggedSession logged{"anna", s41(), Outcome::added, 0, true};
  CHECK(text(logged, today, Style{}).rfind("s41 logged  anna  Fri 20 Nov  3 sets", 0) == 0);
  logged.outcome = Outcome::merged;
  logged.sets_added = 1;
  CHECK(text(logged, today, Style{}).rfind("added to s41  anna  Fri 20 Nov  1 set", 0) == 0);
  logged.outcome = Outcome::dry_run;
  CHECK(text(logged, today, Style{}).rfind("not stored  anna  Fri 20 Nov", 0) == 0);
  const NotedCheckIns noted{"anna", {f12()}, {s41()}, Outcome::added, true};
  CHECK(text(noted, today, Style{}).rfind("f12 noted   anna  Sun 22 Nov  ache 3/10", 0) == 0);
}

TEST_CASE("a day's records stand in the order of their times") {
  History log = history();
  log.screens.clear();
  log.sessions[0].when = {today, std::chrono::hours{18}};
  const auto checkin_at = [](std::int64_t id, std::optional<Minutes> time) {
    CheckIn made = f12();
    made.id = id;
    made.when = {today, time};
    return made;
  };
  Session untimed = s41();
  untimed.id = 42;
  untimed.when = today;
  log.sessions.push_back(untimed);
  log.checkins = {checkin_at(1, std::chrono::hours{20}), checkin_at(2, std::chrono::hours{8}),
                  checkin_at(3, {})};
  std::string order;
  std::istringstream lines{text(log, {}, today, Style{})};
  for (std::string line; std::getline(lines, line);) order += line.substr(0, line.find(' ')) + " ";
  CHECK(order == "s42 f2 s41 f1 f3 ");
}
