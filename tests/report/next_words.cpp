#include <algorithm>
#include <catch2/catch.hpp>

#include "report/advice.hpp"
#include "report/plates.hpp"
#include "report/report.hpp"
#include "report/rule_words.hpp"
#include "samples.hpp"

using namespace hinge;
using namespace hinge::report;
using namespace hinge::report::samples;

namespace {
const Style plain{80, false, false, true};
const Style ascii{80, false, true, false};
const Style narrow{40, false, false, false};
}  // namespace

TEST_CASE("next as cli.md shows it") {
  CHECK(text(deload(), {}, Style{}) ==
        "Next: 125 kg × 5 × 3   from Sun 22 Nov   (deload 10 %, from 140 kg)\n"
        "  Pain lasted beyond a day (48 h, limit 24 h): a touch overloaded.\n"
        "  Calm it down, then build it back up: 125 → 132.5 → 140.\n"
        "  Feeling the work in your back is normal. This pain asks for a lighter load,\n"
        "  not for rest.\n");
}

TEST_CASE("the same in ASCII, plain and narrow") {
  CHECK(text(deload(), {}, ascii) ==
        "Next: 125 kg x 5 x 3   from Sun 22 Nov   (deload 10 %, from 140 kg)\n"
        "  Pain lasted beyond a day (48 h, limit 24 h): a touch overloaded.\n"
        "  Calm it down, then build it back up: 125 -> 132.5 -> 140.\n"
        "  Feeling the work in your back is normal. This pain asks for a lighter load,\n"
        "  not for rest.\n");
  NextOptions short_of_words;
  short_of_words.education = false;
  CHECK(text(deload(), short_of_words, plain) ==
        "lift: deadlift\n"
        "next: 3 sets of 5 at 125 kg\n"
        "decision: deload 10 %, from 140 kg\n"
        "from: Sun 22 Nov\n"
        "reason: Pain lasted beyond a day (48 h, limit 24 h): a touch overloaded.\n"
        "advice: Calm it down, then build it back up: 125, 132.5, 140.\n");
  CHECK(text(deload(), short_of_words, narrow) ==
        "Next: 125 kg × 5 × 3\n"
        "  from Sun 22 Nov\n"
        "  (deload 10 %, from 140 kg)\n"
        "  Pain lasted beyond a day (48 h, limit\n"
        "  24 h): a touch overloaded.\n"
        "  Calm it down, then build it back up:\n"
        "  125 → 132.5 → 140.\n");
}

TEST_CASE("colour adds and takes nothing away") {
  std::string coloured = text(deload(), {}, {80, true, false, false});
  CHECK(coloured.find("\x1b[") != std::string::npos);
  for (std::size_t at = 0; (at = coloured.find('\x1b')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == text(deload(), {}, Style{}));
}

TEST_CASE("progress, hold and start") {
  CHECK(text(progress(), {}, Style{}) ==
        "Next: 145 kg × 5 × 3   from Sun 22 Nov   (progress, from 140 kg)\n"
        "  The last session went well.\n"
        "  A small step up.\n"
        "  Feeling deadlifts in your back is normal: it is doing the work.\n");
  CHECK(text(hold(finding(RuleId::h3, Verdict::decides)), {}, Style{}) ==
        "Next: 140 kg × 5 × 3   from Sun 22 Nov   (hold)\n"
        "  No check-in since the last session, so the load waits; say how your back was:\n"
        "  hinge feel.\n"
        "  The same again, and no need for extra rest.\n"
        "  Nothing felt? That is worth a check-in too: hinge feel none.\n");
  CHECK(text(start(), {}, Style{}) ==
        "Next: a first session\n"
        "  Nothing of this lift is logged within a year.\n"
        "  Begin with a load you could lift ten times, for five: hinge log 60x5x3.\n"
        "  A lift is felt the most while it is new. That passes.\n");
}

TEST_CASE("what is next is said beside what was lifted last") {
  const auto said = [](Suggestion made, Load lifted) {
    made.lifted = Weight{lifted, Unit::kg};
    NextOptions bare;
    bare.education = false;
    const std::string all = text(made, bare, Style{});
    return all.substr(all.find('('));
  };
  const auto next = [](Load load, int reps, std::optional<Rpe> effort) {
    Suggestion made = progress();
    made.target = Target{{load, Unit::kg}, 1, reps, effort, {}};
    made.reference = Weight{70_kg, Unit::kg};
    made.reference_reps = 5;
    return made;
  };
  const std::string well = "  The last session went well.\n";
  CHECK(said(next(70_kg, 6, {}), 70_kg) ==
        "(progress, from 70 kg)\n" + well + "  One more rep at the same load.\n");
  CHECK(said(next(70_kg, 6, {}), 80_kg) ==
        "(progress, from 80 kg)\n" + well + "  More reps at a lighter load.\n");
  CHECK(said(next(75_kg, 5, {}), 80_kg) ==
        "(progress, from 80 kg)\n" + well + "  The next step.\n");
  CHECK(said(next(72.5_kg, 8, 8), 80_kg) ==
        "(progress, from 80 kg)\n" + well + "  The load for that effort, by your last sessions.\n");
  CHECK(said(next(65_kg, 6, {}), 65_kg) ==
        "(progress, from 70 kg)\n" + well + "  The next step.\n");

  const Suggestion unsaid = hold(finding(RuleId::h3, Verdict::decides));
  CHECK(said(unsaid, 140_kg).find("  The same again, and no need for extra rest.\n") !=
        std::string::npos);
  CHECK(said(unsaid, 150_kg).find("  No step up yet, and no need for extra rest.\n") !=
        std::string::npos);
  Evidence light;
  light.load = Weight{120_kg, Unit::kg};
  CHECK(said(hold(finding(RuleId::ok, Verdict::decides, light)), 120_kg) ==
        "(hold)\n"
        "  The last session was light and moves nothing: what was next before it still is\n"
        "  (at 120 kg).\n"
        "  What was next before the lighter session, and no need for extra rest.\n");
}

TEST_CASE("a new lift waits for a back that asks for patience") {
  Suggestion made = start();
  Finding t3 = finding(RuleId::t3, Verdict::fired, felt(Nature::ache, 3, 48), hours(24));
  t3.light = Light::red;
  made.findings.push_back(t3);
  CHECK(text(made, {}, Style{}) ==
        "Next: a first session\n"
        "  Nothing of this lift is logged within a year.\n"
        "  Also: pain lasted beyond a day (48 h, limit 24 h): a touch overloaded.\n"
        "  Your back asks for patience first. Once it is quiet, begin with a load you\n"
        "  could lift ten times, for five: hinge log 60x5x3.\n");
}

TEST_CASE("fewer sets on a low rung are said") {
  Suggestion made = deload();
  made.target->sets = 2;
  CHECK(text(made, {}, Style{}).find("Half the sets") == std::string::npos);
  made.full_sets = 3;
  CHECK(text(made, {}, Style{})
            .find("  Calm it down, then build it back up: 125 → 132.5 → 140.\n"
                  "  Half the sets on this rung: 2 instead of 3.\n") != std::string::npos);
  CHECK(summary(made) ==
        "Pain lasted beyond a day: a touch overloaded. Calm it down, then build it back up. Half "
        "the sets on this rung: 2 instead of 3.");
  made.half_sets = true;  // said already: half the sets at this load
  CHECK(text(made, {}, Style{}).find("on this rung") == std::string::npos);
}

TEST_CASE("whose it is stands in the first line where it has to be said") {
  NextOptions anna;
  anna.lifter = "anna";
  anna.education = false;
  Suggestion made = progress();
  CHECK(text(made, anna, Style{}).rfind("Next for anna: 145 kg × 5 × 3   from", 0) == 0);
  made.lift = "sumo";
  CHECK(text(made, anna, Style{}).rfind("Next sumo for anna: 145 kg × 5 × 3   from", 0) == 0);
  CHECK(text(made, anna, plain).rfind("lifter: anna\nlift: sumo\nnext: 3 sets of 5", 0) == 0);
}

TEST_CASE("calm and stop are the back's, so they name no lift") {
  Suggestion made = calm();
  made.lift = "romanian";
  CHECK(text(made, {}, Style{}).rfind("Next: calm it down first\n", 0) == 0);
  CHECK(text(made, {}, plain).rfind("lift: all\nnext: calm it down first\n", 0) == 0);
  made = stop(RuleId::e2, Refer::urgent, RedFlag::fever_unwell);
  made.lift = "romanian";
  CHECK(text(made, {}, Style{}).rfind("Next: no load for now\n", 0) == 0);
}

TEST_CASE("calm says how much quiet is still needed, and what quiet is") {
  const auto says = [](const Suggestion& made, const std::string& words) {
    return text(made, {}, Style{}).find(words) != std::string::npos;
  };
  Suggestion made = calm();
  CHECK(says(made,
             "  Two quiet check-ins at least 48 h apart, and the bar comes back, lightly.\n"
             "  Quiet is pain at 2/10 or less, or no more than usual, none of it sharp or down\n"
             "  the leg, and nothing it keeps you from.\n"));
  made.findings.push_back(finding(RuleId::calm, Verdict::decides, {}, hours(36)));
  CHECK(says(made, "check-ins at least 36 h apart"));
  made.calm_until = Moment{std::chrono::year{2026} / 11 / 24, std::chrono::hours{8}};
  CHECK(says(made,
             "  One more quiet check-in from Tue 24 Nov, 08:00 on, and the bar comes back,\n"
             "  lightly."));
  made.calm_until = Moment{std::chrono::year{2026} / 11 / 24};
  CHECK(says(made, "check-in from Tue 24 Nov on, and"));
  made.asked_for = std::chrono::year{2026} / 11 / 24;
  CHECK(says(made, "  One more quiet check-in, and the bar comes back, lightly."));
  made.calm_until = Moment{std::chrono::year{2026} / 11 / 24, std::chrono::hours{8}};
  CHECK(says(made, "check-in from Tue 24 Nov, 08:00 on, and"));
  made.asked_for = std::chrono::year{2026} / 11 / 25;
  CHECK(says(made, "  One more quiet check-in, and the bar comes back, lightly."));
}

TEST_CASE("after calm, when it ended is among the reasons, and the bar comes back lightly") {
  Suggestion made = deload();
  made.decision = Decision::rebuild;
  made.deload_percent.reset();
  Evidence ended;
  ended.ended = std::chrono::year{2026} / 11 / 21;
  made.findings = {finding(RuleId::calm, Verdict::pass, ended, hours(48)),
                   finding(RuleId::ok, Verdict::decides)};
  NextOptions explained;
  explained.education = false;
  CHECK(text(made, explained, Style{}) ==
        "Next: 125 kg × 5 × 3   from Sun 22 Nov   (rebuild, back up to 140 kg)\n"
        "  Calm ended on Sat 21 Nov, so the bar comes back lightly.\n"
        "  A light start, on the way back: 125 → 132.5 → 140.\n");
  CHECK(seen_by(made.findings.front()) == "ended Sat 21 Nov 2026");
}

TEST_CASE("a road in two units names the unit of each step") {
  Suggestion made = deload();
  made.target->weight = {220_lb, Unit::lb};
  made.road = {{230_lb, Unit::lb}, {Load::of(111'100, Unit::kg), Unit::kg}};
  CHECK(road_words(made, ", ") == "220 lb, 230 lb, 111.1 kg");
  made.road.pop_back();
  CHECK(road_words(made, ", ") == "220, 230");
}

TEST_CASE("in calm, what holds a load is left unsaid, and whom to see is not") {
  Suggestion made = calm();
  for (const RuleId rule : {RuleId::h3, RuleId::h4, RuleId::h6, RuleId::layoff})
    made.findings.push_back(finding(rule, Verdict::fired, felt(Nature::soreness, 4, 100)));
  CHECK(text(made, {}, Style{}) == text(calm(), {}, Style{}));
  CHECK(summary(made) == summary(calm()));
  made.findings.push_back(finding(RuleId::s2, Verdict::fired));
  made.findings.back().refer = Refer::see_pt;
  CHECK(summary(made).find("Also: pain has been there on every training day") != std::string::npos);
  NextOptions explained;
  explained.explain = true;
  CHECK(text(made, explained, Style{}).find("  H4     fired") != std::string::npos);
}

TEST_CASE("several thresholds are one sentence") {
  Suggestion made = deload();
  Evidence six;
  six.peak = 6;
  made.findings = {finding(RuleId::t1, Verdict::decides, felt(Nature::sharp, 6, 48)),
                   finding(RuleId::t2, Verdict::decides, felt(Nature::sharp, 6, 48), six),
                   finding(RuleId::t3, Verdict::decides, felt(Nature::sharp, 6, 48), hours(24)),
                   finding(RuleId::h3, Verdict::fired)};
  const std::string said = text(made, {}, Style{});
  CHECK(
      said.find("  Pain was sharp (6/10); pain was strong (6/10, limit 6/10); pain lasted beyond\n"
                "  a day (48 h, limit 24 h): a touch overloaded.\n") != std::string::npos);
  CHECK(said.find("  Also: no check-in since") != std::string::npos);
}

TEST_CASE("calm is said as engine.md's authors wrote it, and stands beside no sensation") {
  CHECK(text(calm(), {}, Style{}) ==
        "Next: calm it down first\n"
        "  It got in the way of other things (could not do normal things, or was woken by\n"
        "  it): more than your back has room for now.\n"
        "  Calm it down, then build it back up.\n"
        "  No deadlift from the floor for now. Keep moving as is comfortable, and check\n"
        "  in daily: hinge feel.\n"
        "  Two quiet check-ins at least 48 h apart, and the bar comes back, lightly.\n"
        "  Quiet is pain at 2/10 or less, or no more than usual, none of it sharp or down\n"
        "  the leg, and nothing it keeps you from.\n"
        "  It would be good to show this to a physical therapist. hinge gives\n"
        "  suggestions, not a diagnosis.\n");
}

TEST_CASE("half the sets once more, and the calm after it, are said in words") {
  Suggestion halved = deload();
  halved.half_sets = true;
  halved.road.clear();
  CHECK(text(halved, {}, Style{})
            .find("There is no lighter step to take, so half the sets at "
                  "this load.") != std::string::npos);
  Suggestion then = calm();
  then.refer = Refer::none;
  then.findings = deload().findings;
  CHECK(
      text(then, {}, Style{}).find("There is no lighter step left on the ladder, so calm first.") !=
      std::string::npos);
}

TEST_CASE("an emergency, word for word") {
  CHECK(text(stop(RuleId::e1, Refer::emergency, RedFlag::saddle_numbness), {}, Style{}) ==
        "Next: no load for now\n"
        "  Please go to an emergency department now. You answered yes to: changed feeling\n"
        "  between the legs (saddle-numbness). It may prove harmless, but it has to be\n"
        "  checked today. hinge shows no loads until a clinician has seen you.\n"
        "  Once they have: hinge screen --cleared WHO --on DATE\n");
  CHECK(summary(stop(RuleId::e2, Refer::urgent, RedFlag::fever_unwell)) ==
        "Please call a doctor today. You answered yes to: fever or feeling ill (fever-unwell). It "
        "may prove harmless, but it has to be checked today. hinge shows no loads until a "
        "clinician has seen you.");
  // What lies in the past stops nobody by itself: what is new is said.
  CHECK(summary(stop(RuleId::e2, Refer::urgent, RedFlag::cancer_history)) ==
        "Please call a doctor today. You answered yes to: a history of cancer (cancer-history). It "
        "may prove harmless, but with new pain beside it it has to be checked today. hinge shows "
        "no loads until a clinician has seen you.");
}

TEST_CASE("what lies in the past, with no new pain, is said softly") {
  Suggestion made = progress();
  Finding past = finding(RuleId::e2, Verdict::fired, flags({RedFlag::cancer_history}));
  past.refer = made.refer = Refer::see_pt;
  made.findings.push_back(past);
  CHECK(text(made, {}, Style{}) ==
        "Next: 145 kg × 5 × 3   from Sun 22 Nov   (progress, from 140 kg)\n"
        "  The last session went well.\n"
        "  Also: you mentioned a history of cancer (cancer-history); by itself it changes\n"
        "  no load.\n"
        "  A small step up.\n"
        "  It is worth a word when you next see a doctor or a physical therapist.\n"
        "  hinge gives suggestions, not a diagnosis.\n");
  // Anything else that asks for a look has the usual words.
  Finding s2 = finding(RuleId::s2, Verdict::fired);
  s2.refer = Refer::see_pt;
  made.findings.push_back(s2);
  CHECK(text(made, {}, Style{}).find("It would be good to show this") != std::string::npos);
}

TEST_CASE("what may still change says until when") {
  Suggestion made = progress();
  made.provisional_until = Moment{today, Minutes{18 * 60 + 30}};
  CHECK(text(made, {}, Style{})
            .find("  This may still change until Sun 22 Nov, 18:30: less than a day "
                  "has passed\n  since the session.\n") != std::string::npos);
}

TEST_CASE("explain shows every rule, what it saw, its limit and its source; what decides first") {
  NextOptions options;
  options.explain = true;
  Suggestion made = deload();
  made.findings.insert(made.findings.begin(), finding(RuleId::h2, Verdict::fired));
  CHECK(
      text(made, options, Style{})
          .find("What every rule saw:\n"
                "  T3     decides  Pain beyond a day, or soreness beyond its days: ache 3/10 for\n"
                "                  48 h; limit: 24 h [A] s41 f12\n"
                "  H2     fired    It limited you a little: it limited you a little; limit:\n"
                "                  limited a little, but did everything [D]\n"
                "  T1     pass     Sharp pain: ache 3/10 for 48 h; limit: sharp, and not a twinge\n"
                "                  [A]\n"
                "  Policy: linear, version 1.\n") != std::string::npos);
  made.lifted = Weight{130_kg, Unit::kg};
  CHECK(text(made, options, Style{})
            .find("  Lowered from the 130 kg lifted last; the full load is 140 kg.\n"
                  "  Policy: linear, version 1.\n") != std::string::npos);
  made.lifted = made.reference;
  CHECK(text(made, options, Style{}).find("  Lowered from the 140 kg lifted last.\n") !=
        std::string::npos);
}

TEST_CASE("plates for each side of the bar") {
  const Loading kg = Loading::standard(Unit::kg);
  const Loading lb = Loading::standard(Unit::lb);
  CHECK(plates({125_kg, Unit::kg}, kg) == "20 kg bar, each side 25 + 25 + 2.5 kg");
  CHECK(plates({Load::of(142500, Unit::kg), Unit::kg}, kg) ==
        "20 kg bar, each side 25 + 25 + 10 + 1.25 kg");
  CHECK(plates({20_kg, Unit::kg}, kg) == "the empty 20 kg bar");
  CHECK(plates({15_kg, Unit::kg}, kg) == "lighter than the 20 kg bar: a lighter bar");
  CHECK(plates({Load::of(141000, Unit::kg), Unit::kg}, kg) ==
        "20 kg bar, each side 25 + 25 + 10 kg; 1 kg short of 141 kg");
  CHECK(plates({Load::of(141000, Unit::kg), Unit::kg}, {Unit::kg, 20_kg, 1_kg}) ==
        "20 kg bar, each side 25 + 25 + 10 + 0.5 kg");
  CHECK(plates({315_lb, Unit::lb}, lb) == "45 lb bar, each side 45 + 45 + 45 lb");
  CHECK(plates({320_lb, Unit::lb}, lb) == "45 lb bar, each side 45 + 45 + 45 + 2.5 lb");
  CHECK(plates({24_kg, Unit::kg}, {Unit::kg, 0_kg, 2_kg}) == "no bar: 24 kg in each hand");
}

TEST_CASE("a loaded bar falls short of the load by what it says, to the nanogram") {
  const Loading kg = Loading::standard(Unit::kg);
  const Loading fine{Unit::kg, 20_kg, 0.5_kg};
  for (const Loading& loading : {kg, fine, Loading::standard(Unit::lb)}) {
    for (const Load load : {15_kg, 20_kg, 141_kg, 142.5_kg, 315_lb, 317_lb}) {
      const LoadedBar made = loaded_bar(load, loading);
      Load sum = made.bar + made.short_by;
      for (const Load plate : made.each_side) sum = sum + plate * 2;
      CHECK(sum == load);
      CHECK(std::is_sorted(made.each_side.rbegin(), made.each_side.rend()));
    }
  }
  CHECK(loaded_bar(142.5_kg, kg).each_side == std::vector<Load>{25_kg, 25_kg, 10_kg, 1.25_kg});
  CHECK(loaded_bar(141_kg, kg).short_by == 1_kg);
  CHECK(loaded_bar(15_kg, kg).short_by == Load{} - 5_kg);
}
