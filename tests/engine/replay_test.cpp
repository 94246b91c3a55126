// The road behind, and the road ahead.
#include <catch2/catch.hpp>

#include "engine/log.hpp"
#include "hinge/plan.hpp"
#include "hinge/replay.hpp"

using namespace hinge;
using namespace hinge::test;
using namespace std::chrono_literals;

namespace {

std::vector<Exposure> replayed(const Log& log, int on, const Policies& by = linear_policy()) {
  return replay(log.history(), by, day(on));
}

std::string rules_of(const Exposure& exposure) {
  std::string names;
  for (const RuleId rule : exposure.rules) {
    names += (names.empty() ? "" : " ") + std::string{rule_info(rule).name};
  }
  return names;
}

std::string asked(const Exposure& exposure) {
  std::string text{to_string(exposure.decision)};
  if (exposure.suggested) text += " " + to_string(exposure.suggested->weight);
  return text;
}

Plan planned(const Log& log, int on, const PlanRequest& request,
             const Policies& by = linear_policy()) {
  return plan(log.history(), by, day(on), "", request);
}

/// "3: 105 6: 110", the days and loads of a road.
std::string road(const Plan& made) {
  std::string text;
  for (const PlannedDay& each : made.days) {
    text += (text.empty() ? "" : " ") + std::to_string((each.date - day_zero).count()) + ":" +
            number_in(Unit::kg, each.target.weight.load);
  }
  return text;
}

}  // namespace

TEST_CASE("what was said in a long log is by the year before each day") {
  // 60 kg, eight weeks off, and then 100 kg each week without a check-in: by one fold the 60 kg
  // stay below it all; who reads one year sees nothing but 100 kg.
  Log log = Log{}.lift(0, 60_kg).lift(7, 60_kg);
  for (int at = 61; at <= 425; at += 7) log.lift(at, 100_kg);
  const int last = 425;
  const auto fold = replayed(log, last);
  const auto said = replay_as_said(log.history(), linear_policy(), day(last), day(last - 30));
  REQUIRE(said.size() == fold.size());
  CHECK(asked(fold.back()) != "hold 100 kg");
  CHECK(asked(said.back()) == "hold 100 kg");
  CHECK(said.back().adherence == Adherence::as_suggested);
  CHECK(said.front() == fold.front());
  for (const Exposure& each : said) {
    if (each.date < day(last - 30)) continue;
    const Suggestion next = suggest(as_known_on(log.history(), each.date - std::chrono::days{1}),
                                    linear_policy(), each.date);
    CHECK(asked(each) ==
          std::string{to_string(next.decision)} + " " + to_string(next.target->weight));
  }
  // What was told of a session after the next one was trained, nobody knew by then.
  History late = log.history();
  CheckIn told = ache(7).lasted(2h).checkin();
  told.when = day(last - 3);
  told.session = late.sessions[late.sessions.size() - 3].id;  // of day 411, after 418
  late.checkins.push_back(told);
  const auto third_last = [](const std::vector<Exposure>& rows) {
    return rules_of(rows.end()[-3]);
  };
  CHECK(third_last(replay(late, linear_policy(), day(last))) == "T2");
  CHECK(third_last(replay_as_said(late, linear_policy(), day(last), day(last - 30))) == "H3");
  const auto young = replay_as_said(log.history(), linear_policy(), day(300), day(0));
  CHECK(young == replayed(log, 300));
}

TEST_CASE("replay says what was suggested, done and felt, and which rules fired") {
  Log log = Log{}.lift(0, 100_kg).fine(1).lift(3, 105_kg).feel(5, ache(3).lasted(48h));
  log.lift(6, 95_kg).fine(7).lift(9, 90_kg);
  const auto rows = replayed(log, 10);
  REQUIRE(rows.size() == 4);
  CHECK(asked(rows[0]) == "start");
  CHECK(rows[0].adherence == Adherence::unasked);
  CHECK(rules_of(rows[0]).empty());
  CHECK(asked(rows[1]) == "progress 105 kg");
  CHECK(rows[1].adherence == Adherence::as_suggested);
  CHECK(rules_of(rows[1]) == "T3");
  CHECK(rows[1].felt.nature == Nature::ache);
  CHECK(rows[1].felt.lasted == 48h);
  CHECK(rows[1].phase == Phase::rebuild);
  CHECK(asked(rows[2]) == "deload 92.5 kg");
  CHECK(rows[2].deload_percent == 10);
  CHECK(rows[2].adherence == Adherence::more);
  // From rung 90 of 105 (92.5): rung 95 is 97.5; 95 counted as the rung that was asked for.
  CHECK(rows[3].adherence == Adherence::less);
  CHECK(rules_of(rows[3]) == "H3");
  CHECK_FALSE(rows[3].felt.checked_in);
  CHECK(rows[3].sessions == std::vector<std::string>{"s4"});
}

TEST_CASE("replay: what replay says was suggested is what next said that morning") {
  Log log = Log{}.lift(0, 100_kg).fine(1).lift(3, 105_kg).feel(4, ache(7).lasted(10h));
  log.lift(7, 92.5_kg).fine(8).lift(29, 80_kg).fine(30).lift(33, 85_kg);
  const auto rows = replayed(log, 34);
  for (const Exposure& row : rows) {
    Log before;
    for (const Session& session : log.history().sessions) {
      if (session.when.date < row.date) {
        before.lift(static_cast<int>((session.when.date - day_zero).count()),
                    session.sets.front().weight);
      }
    }
    Log known = log;
    const int on = static_cast<int>((row.date - day_zero).count());
    History history = before.history();
    for (const CheckIn& checkin : log.history().checkins) {
      if (checkin.when.date <= row.date) history.checkins.push_back(checkin);
    }
    const Suggestion then = suggest(history, linear_policy(), day(on));
    CHECK(row.decision == then.decision);
    CHECK(row.suggested == then.target);
  }
  CHECK(rules_of(rows[3]) == "L");
}

TEST_CASE("replay: training in calm, and several lifts on one day") {
  Log log = Log{}.lift(0, 100_kg).feel(1, sharp(6).lasted(48h).limits(3)).lift(2, 60_kg);
  const auto calm = replayed(log, 3);
  CHECK(asked(calm[1]) == "calm");
  CHECK(calm[1].adherence == Adherence::no_load);
  CHECK(calm[1].phase == Phase::calm);

  Log two = Log{}.lift(0, 100_kg).lift(0, 80_kg, 8, 3, "romanian").fine(1);
  const auto rows = replayed(two, 3);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].lift == "romanian");
  CHECK(rows[1].reps == 8);
}

TEST_CASE("replay: what a day was stays after its calm was left") {
  // Sharp, 7/10 and limits 3: three crossings, and calm at once.
  Log log = Log{}.lift(0, 100_kg).fine(1).miss(3, 105_kg).at(10h);
  log.feel(4, sharp(7).limits(3).at(9h));
  const Exposure before = replayed(log, 4).back();
  CHECK(rules_of(before) == "T1 T2 T4 H6 F1");
  CHECK(before.phase == Phase::calm);
  log.feel(5, none().at(10h)).feel(7, none().at(10h + 1min));
  const Exposure after = replayed(log, 7).back();
  CHECK(target(log.next(7)) == "52.5 kg x 2");
  CHECK(rules_of(after) == "T1 T2 T4 F1");  // settled since: no H6
  CHECK(after.crossings == 3);
  CHECK(after.refer == Refer::see_pt);
  CHECK(after.phase == Phase::rebuild);
  // Whatever brings calm back before the next session comes on top.
  const Exposure again = replayed(log.feel(8, ache(3).lasted(30h)), 9).back();
  CHECK(rules_of(again).rfind("T1 T2 T3 T4", 0) == 0);
  CHECK(again.phase == Phase::calm);
  // The next training day is one of its own.
  log = Log{}.lift(0, 100_kg).at(10h).feel(1, sharp(7).limits(3).at(9h));
  log.feel(2, none().at(10h)).feel(4, none().at(11h)).lift(5, 50_kg, 5, 2).fine(6);
  CHECK(rules_of(replayed(log, 7)[0]) == "T1 T2 T4");
  CHECK(rules_of(replayed(log, 7)[1]).empty());
}

TEST_CASE("replay: what is too far off the usual to count is named") {
  const Set good{{100_kg, Unit::kg}, 5, false, {}, {}};
  const Set slip{{1005_kg, Unit::kg}, 5, false, {}, SetKind::outlier};
  const auto rows = replayed(Log{}.session(0, {good, slip}).session(2, {slip, slip}), 3);
  REQUIRE(rows.size() == 2);
  CHECK(to_string(*rows[0].load) == "100 kg");
  CHECK(to_string(*rows[0].outlier) == "1005 kg");
  CHECK_FALSE(rows[1].load);
  CHECK(to_string(*rows[1].outlier) == "1005 kg");
  // The heaviest of them, first or last.
  const Set worse{{2005_kg, Unit::kg}, 5, false, {}, SetKind::outlier};
  for (const auto& sets : {std::vector{slip, worse}, std::vector{worse, slip}}) {
    CHECK(to_string(*replayed(Log{}.session(0, sets), 1).front().outlier) == "2005 kg");
  }
}

TEST_CASE("assuming green answers only the days that nobody answered, up to now") {
  const Log log = Log{}.lift(0, 100_kg).lift(3, 100_kg).feel(4, ache(7).lasted(2h)).lift(9, 100_kg);
  const History green = assuming_green(log.history(), day(5));
  REQUIRE(green.checkins.size() == 2);
  CHECK(green.checkins.back().when.date == day(0));
  CHECK(green.checkins.back().nature == Nature::none);
  CHECK(asked(replay(green, linear_policy(), day(5))[1]) == "progress 105 kg");
}

TEST_CASE("plan: a step each time, in the lifter's own rhythm") {
  Log log = Log{}.lift(0, 100_kg).fine(1).lift(3, 105_kg).fine(4).lift(7, 110_kg).fine(8);
  const Plan made = planned(log, 8, {.to = {}, .weeks = 2, .detour = {}});
  CHECK(made.rhythm.own);
  CHECK(made.rhythm.exposures == 2);
  CHECK(made.rhythm.days == 7);
  CHECK(road(made) == "10:115 13:120 17:125 20:130");
}

TEST_CASE("plan: until a load, and what one red week costs") {
  Log log = Log{}.lift(0, 100_kg).fine(1).lift(4, 105_kg).fine(5);
  const Plan straight = planned(log, 5, {.to = 125_kg, .weeks = 8, .detour = {}});
  CHECK(straight.reached);
  CHECK(road(straight) == "8:110 12:115 16:120 20:125");
  // The red check-in comes after 115 on day 12: 90 % of 115 is 103.5, 95 % is 109.25.
  const Plan detour = planned(log, 5, {.to = 125_kg, .weeks = 8, .detour = 2});
  CHECK(road(detour) == "8:110 12:115 16:102.5 20:107.5 24:115 28:120 32:125");
  CHECK(detour.days[1].detour);
  CHECK_FALSE(detour.days[0].detour);
  CHECK(detour.days[2].decision == Decision::deload);
}

TEST_CASE("plan: a red check-in after the load that was asked for puts its arrival off") {
  Log log = Log{}.lift(0, 100_kg).fine(1).lift(4, 105_kg).fine(5);
  const Plan on_the_day = planned(log, 5, {.to = 115_kg, .weeks = 8, .detour = 2});
  CHECK(road(on_the_day) == "8:110 12:115 16:102.5 20:107.5 24:115");
  CHECK(on_the_day.reached);
  const Plan later = planned(log, 5, {.to = 115_kg, .weeks = 8, .detour = 5});
  CHECK(road(later) == "8:110 12:115");
}

TEST_CASE("plan: where the ladder is under way it goes up that first") {
  const Log log = Log{}.lift(0, 140_kg).feel(1, sharp(6).lasted(2h));
  const Plan made = planned(log, 2, {.to = 145_kg, .weeks = 8, .detour = {}});
  CHECK(road(made) == "4:110 8:125 12:132.5 16:140 20:145");
  CHECK(made.days.front().target.sets == 2);
  CHECK(made.days.front().phase == Phase::rebuild);
}

TEST_CASE("plan: a session of today or yesterday counts as if its check-in will be green") {
  const Log log = Log{}.lift(0, 100_kg);
  CHECK(road(planned(log, 1, {.to = {}, .weeks = 1, .detour = {}})) == "4:105 8:110");
  CHECK(road(planned(log, 2, {.to = {}, .weeks = 1, .detour = {}})) == "4:100 8:105");
}

TEST_CASE("plan: from calm it begins with two quiet days, and a red flag has no road") {
  const Log log = Log{}.lift(0, 100_kg).feel(1, ache(5).limits(3));
  const Plan made = planned(log, 2, {.to = {}, .weeks = 2, .detour = {}});
  CHECK(made.calm_first);
  CHECK(road(made) == "4:50 8:60 12:70 16:80");
  const Log stopped = Log{}.lift(0, 100_kg).flags(1, {RedFlag::saddle_numbness});
  CHECK(planned(stopped, 2, {}).days.empty());
  CHECK_FALSE(planned(Log{}.lift(0, 100_kg).fine(1), 2, {}).calm_first);
  CHECK(planned(Log{}, 2, {}).days.empty());
}

TEST_CASE("plan: a programme has the rhythm of its policy") {
  const Log log = Log{}.lift(0, 100_kg).fine(1);
  const Plan made =
      planned(log, 1, {.to = {}, .weeks = 8, .detour = {}}, *built_in_policy("rehab"));
  CHECK_FALSE(made.rhythm.own);
  // 56 days / 12 = 4.67: days 4, 8.67, 13.33, ...
  CHECK(road(made).substr(0, 26) == "4:102.5 8:105 13:107.5 18:");
}

TEST_CASE("replay: how what was done compares with what was suggested") {
  const auto done = [](const Log& log) { return replayed(log, 9).back(); };
  const auto green = [] { return Log{}.lift(0, 100_kg).fine(1); };  // 105 kg x 5 x 3 is next
  CHECK(done(green().lift(3, 105_kg)).adherence == Adherence::as_suggested);
  CHECK(done(green().lift(3, Weight{Load::of(231'485, Unit::lb), Unit::lb})).adherence ==
        Adherence::as_suggested);  // 105.000 kg but for the conversion
  CHECK(done(green().lift(3, 107.5_kg)).adherence == Adherence::more);
  CHECK(done(green().lift(3, 102.5_kg)).adherence == Adherence::less);
  CHECK(done(green().lift(3, 105_kg, 5, 2)).adherence == Adherence::less);
  CHECK(done(green().lift(3, 105_kg, 4)).adherence == Adherence::less);
  CHECK(done(green().miss(3, 105_kg)).adherence == Adherence::less);
  const Log failed = green().session(3, {{{105_kg, Unit::kg}, 0, true, {}, {}}});
  CHECK(done(failed).adherence == Adherence::less);
  CHECK_FALSE(done(failed).load);
  CHECK(done(failed).sets == 0);
  CHECK(done(failed).reps == 0);
  CHECK(done(Log{}.lift(3, 105_kg)).adherence == Adherence::unasked);
  const Set slip{{1005_kg, Unit::kg}, 5, false, {}, SetKind::outlier};
  const Set made{{100_kg, Unit::kg}, 5, false, {}, {}};
  CHECK(done(green().session(3, {slip})).adherence == Adherence::unasked);
  CHECK(done(green().session(3, {slip, made})).adherence == Adherence::less);
  std::string names;
  for (int kind = 0; kind <= static_cast<int>(Adherence::no_load); ++kind) {
    names += std::string{to_string(static_cast<Adherence>(kind))} + " ";
  }
  CHECK(names == "unasked as_suggested more less no_load ");
}

TEST_CASE("replay: what was done is said in full") {
  const auto set = [](Load load, int reps, Rpe rpe) {
    return Set{{load, Unit::kg}, reps, false, rpe, {}};
  };
  Log log = Log{}.lift(0, 100_kg).fine(1);
  log.session(3, {set(105_kg, 5, 7), set(105_kg, 4, 9), set(100_kg, 8, 10)});
  const Exposure row = replayed(log, 4).back();
  CHECK(row.date == day(3));
  CHECK(row.lift == "deadlift");
  CHECK(to_string(*row.load) == "105 kg");
  CHECK(row.sets == 2);
  CHECK(row.reps == 4);
  CHECK(row.rpe == Rpe{9});
  CHECK_FALSE(row.missed);
  CHECK_FALSE(row.light);
  CHECK(replayed(Log{}.lift(0, 100_kg).fine(1).lift(3, 60_kg), 4).back().light);
  CHECK(replayed(Log{}.lift(0, 100_kg).fine(1).miss(3, 105_kg), 4).back().missed);
}

TEST_CASE("replay: how a day was felt") {
  const auto felt = [](const Log& log) { return replayed(log, 8).back().felt; };
  const auto log = [] { return Log{}.lift(0, 100_kg); };
  CHECK(felt(log()) == DayFelt{});
  CHECK(felt(log().fine(1)) == DayFelt{true, Nature::none, {}, 0h, 0});
  CHECK(felt(log().feel(1, pump().limits(1))) == DayFelt{true, Nature::pump, {}, 0h, 1});
  CHECK(felt(log().feel(1, pump()).fine(2)) == DayFelt{true, Nature::pump, {}, 0h, 0});
  CHECK(felt(log().feel(2, soreness(4).lasted(40h))) ==
        DayFelt{true, Nature::soreness, Nprs{4}, 40h, 0});
  CHECK(felt(log().feel(2, soreness(4).lasted(40h)).feel(2, ache(2).lasted(3h))) ==
        DayFelt{true, Nature::ache, Nprs{2}, 3h, 0});
  CHECK(felt(log().feel(1, ache(3).ongoing())) ==
        DayFelt{true, Nature::ache, Nprs{3}, 24h, 0, true});
  CHECK(felt(log().feel(1, ache(3).ongoing()).feel(2, ache(2).lasted(40h))) ==
        DayFelt{true, Nature::ache, Nprs{3}, 40h, 0, false});
  CHECK(felt(log().feel(1, ache(1).ongoing())) == DayFelt{true, Nature::ache, Nprs{1}, 0h, 0});
  CHECK(felt(log().feel(2, pump().unrelated())) == DayFelt{});
}

TEST_CASE("replay: whom to see, and where the lift stands after the day") {
  const Exposure nerve = replayed(Log{}.lift(0, 100_kg).feel(1, tingling(3).lasted(2h)), 3).front();
  CHECK(nerve.refer == Refer::see_pt);
  CHECK(nerve.phase == Phase::rebuild);
  const Exposure fine = replayed(Log{}.lift(0, 100_kg).fine(1), 3).front();
  CHECK(fine.refer == Refer::none);
  CHECK(fine.phase == Phase::build);
  CHECK(rules_of(replayed(Log{}.miss(0, 100_kg).feel(1, ache(7).lasted(2h)), 3).front()) ==
        "T2 F1");
}

TEST_CASE("replay: rules stand in order, those of that morning among those of the day") {
  Log log = Log{}.lift(0, 100_kg).fine(1).lift(18, 90_kg).feel(19, ache(7).lasted(2h));
  CHECK(rules_of(replayed(log, 20).back()) == "T2 L");
}

TEST_CASE("a day's rules are evaluated as of the next training day") {
  // Soreness of 4 on day 2 is of the last day on day 3 (H4), and an old story later.
  Log log = Log{}.lift(0, 100_kg).feel(2, soreness(4)).lift(3, 92.5_kg).fine(4);
  CHECK(asked(replayed(log, 6)[1]) == "hold 100 kg");
  CHECK(target(log.next(6)) == "97.5 kg x 3");  // 92.5 was not light: the scheme follows
  log.lift(7, 97.5_kg).fine(8);
  CHECK(asked(replayed(log, 9)[1]) == "hold 100 kg");
  CHECK(asked(replayed(log, 9)[2]) == "progress 97.5 kg");
  Log later = Log{}.lift(0, 100_kg).feel(2, soreness(4)).lift(4, 92.5_kg).fine(5);
  CHECK(target(later.next(7)) == "105 kg x 3");
  // As of the question where there is no next one.
  CHECK(rules_of(replayed(Log{}.lift(0, 100_kg).feel(2, soreness(4)), 3).front()) == "H4");
  CHECK(rules_of(replayed(Log{}.lift(0, 100_kg).feel(2, soreness(4)), 4).front()).empty());
  CHECK(fired(Log{}.lift(0, 100_kg).feel(2, soreness(4)).next(3)) == "H4");
  CHECK(fired(Log{}.lift(0, 100_kg).feel(2, soreness(4)).next(4)) == "OK");
}

TEST_CASE("assuming green answers today's training too") {
  CHECK(assuming_green(Log{}.lift(5, 100_kg).history(), day(5)).checkins.size() == 1);
  CHECK(assuming_green(Log{}.lift(6, 100_kg).history(), day(5)).checkins.empty());
}
