// A log as one JSON document, field by field: what each key means, and what is refused where.
#include "exchange/log_json.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "hinge/error.hpp"

using namespace hinge;
using exchange::LoggedLifter;
using exchange::read_log;

namespace {

std::string document(const std::string& lifters) {
  return R"({"schema":"hinge.log/1","lifters":[)" + lifters + "]}";
}

LoggedLifter only(const std::string& lifter) {
  const auto lifters = read_log(document(lifter));
  REQUIRE(lifters.size() == 1);
  return lifters.front();
}

LoggedLifter with(const std::string& list, const std::string& record) {
  return only(R"({"id":"me",")" + list + R"(":[)" + record + "]}");
}

/// What is said about a document; "taken" where nothing is.
std::string refusal(const std::string& text) {
  try {
    (void)read_log(text);
    return "taken";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::bad_data);
    return error.what();
  }
}

const Date friday = *parse_iso_date("2026-11-20");

}  // namespace

TEST_CASE("a lifter with every field") {
  const Lifter lifter = only(R"({"id":"anna","name":"Anna","archived":true,"unit":"lb","bar":35,
      "step":2.5,"lifts":{"sumo":{"unit":"kg","bar":25,"step":1},"trap-bar":{"bar":60}}})")
                            .history.lifter;
  CHECK(lifter.id == "anna");
  CHECK(lifter.name == "Anna");
  CHECK(lifter.archived);
  CHECK(lifter.loading.unit == Unit::lb);
  CHECK(lifter.loading.bar == 35_lb);
  CHECK(lifter.loading.step == Load::of(2500, Unit::lb));
  REQUIRE(lifter.lifts.size() == 2);
  CHECK(lifter.lifts.at("sumo").unit == Unit::kg);
  CHECK(lifter.lifts.at("sumo").bar == 25_kg);
  CHECK(lifter.lifts.at("sumo").step == 1_kg);
  CHECK(lifter.lifts.at("trap-bar").unit == Unit::lb);
  CHECK(lifter.lifts.at("trap-bar").bar == 60_lb);
  CHECK(lifter.lifts.at("trap-bar").step == 5_lb);
}

TEST_CASE("what nothing is said of is as usual") {
  const LoggedLifter logged = only(R"({"id":"me"})");
  CHECK(logged.history.lifter == Lifter{});
  CHECK(logged.history.sessions.empty());
  CHECK(logged.policies.empty());
  CHECK(logged.keys.empty());
}

TEST_CASE("loads to the nanogram go before loads as typed") {
  const Lifter lifter = only(R"({"id":"me","bar":20,"bar_nanograms":19999999999999,"step":2.5,
      "step_nanograms":10000000000000000})")
                            .history.lifter;
  CHECK(lifter.loading.bar == Load::from_nanograms(19'999'999'999'999));
  CHECK(lifter.loading.step == 10000_kg);
}

TEST_CASE("a session with every field, and with none that may be missing") {
  const Session session =
      with("sessions", R"({"kind":"session","id":"s41","date":"2026-11-20","time":"18:30",
      "utc_offset":"-01:30","imported":true,"light":true,"lift":"sumo","note":"n","sets":[
      {"kind":"warmup","load":60,"unit":"kg","reps":5},
      {"kind":"outlier","load":315,"unit":"lb","nanograms":142881596550000,"reps":0,"failed":true,
       "rpe":9.5},
      {"load":140,"reps":1}]})")
          .history.sessions.at(0);
  CHECK(session.id == 41);
  CHECK(session.when == Moment{friday, Minutes{18 * 60 + 30}});
  CHECK(session.utc_offset == Minutes{-90});
  CHECK(session.imported);
  CHECK(session.light);
  CHECK(session.lift == "sumo");
  CHECK(session.note == "n");
  REQUIRE(session.sets.size() == 3);
  CHECK(session.sets[0] == Set{{60_kg, Unit::kg}, 5, false, {}, SetKind::warmup});
  CHECK(session.sets[1] == Set{{Load::from_nanograms(142'881'596'550'000), Unit::lb},
                               0,
                               true,
                               Rpe::halves(19),
                               SetKind::outlier});
  CHECK(session.sets[2] == Set{{140_kg, Unit::kg}, 1, false, {}, SetKind::work});

  const Session bare = with("sessions", R"({"id":"s1","date":"2026-11-20","sets":"140x5/4f"})")
                           .history.sessions.at(0);
  CHECK(bare.when == Moment{friday});
  CHECK_FALSE(bare.utc_offset);
  CHECK_FALSE(bare.imported);
  CHECK_FALSE(bare.light);
  CHECK(bare.lift == "deadlift");
  CHECK(bare.note.empty());
  REQUIRE(bare.sets.size() == 2);
  CHECK(bare.sets[1] == Set{{140_kg, Unit::kg}, 4, true, {}, SetKind::work});
}

TEST_CASE("a check-in with every field, and with none that may be missing") {
  const CheckIn checkin =
      only(R"({"id":"me","sessions":[{"id":"s41","date":"2026-11-20","sets":"140x5"}],"checkins":[
      {"kind":"checkin","id":"f12","date":"2026-11-20","time":"07:05","utc_offset":"+02:00",
       "session":"s41","nature":"ache","peak":3.5,"now":1.5,"hours":1.333,"limits":2,
       "baseline":0.5,"where":"hip","side":"left","onset":"after","worse_with":["sitting"],
       "eases_with":["walking","heat"],"unrelated":true,"note":"n"}]})")
          .history.checkins.at(0);
  CHECK(checkin.id == 12);
  CHECK(checkin.when == Moment{friday, Minutes{7 * 60 + 5}});
  CHECK(checkin.utc_offset == Minutes{120});
  CHECK(checkin.session == 41);
  CHECK(checkin.nature == Nature::ache);
  CHECK(checkin.peak == Score::halves(7));
  CHECK(checkin.now == Score::halves(3));
  CHECK(checkin.lasted == Minutes{80});  // 79.98
  CHECK(checkin.limits == 2);
  CHECK(checkin.baseline == Score::halves(1));
  CHECK(checkin.where == Site::hip);
  CHECK(checkin.side == Side::left);
  CHECK(checkin.onset == Onset::after);
  CHECK(checkin.worse_with == std::vector<std::string>{"sitting"});
  CHECK(checkin.eases_with == std::vector<std::string>{"walking", "heat"});
  CHECK(checkin.unrelated);
  CHECK_FALSE(checkin.twinge);
  CHECK(checkin.note == "n");

  const CheckIn bare =
      with("checkins", R"({"id":"f1","date":"2026-11-20","nature":"ache","peak":3})")
          .history.checkins.at(0);
  CHECK_FALSE(bare.lasted);
  CHECK(bare.now == 3);  // it is ongoing, and nothing says that it is less
  CHECK(bare.baseline == 0);
  CHECK(bare.limits == 0);
  CHECK_FALSE(bare.twinge);
  CHECK_FALSE(bare.unrelated);
  CHECK_FALSE(bare.session);
  const CheckIn over =
      with("checkins", R"({"id":"f1","date":"2026-11-20","nature":"ache","peak":3,"hours":0.5})")
          .history.checkins.at(0);
  CHECK(over.lasted == Minutes{30});
  CHECK(over.now == 0);
  const CheckIn soon_over =
      with("checkins", R"({"id":"f1","date":"2026-11-20","nature":"ache","peak":3,"hours":0.025})")
          .history.checkins.at(0);
  CHECK(soon_over.lasted == Minutes{2});  // 1.5
  const CheckIn twinge =
      with("checkins",
           R"({"id":"f1","date":"2026-11-20","nature":"sharp","peak":2,"twinge":true,"now":0})")
          .history.checkins.at(0);
  CHECK(twinge.twinge);
  CHECK(twinge.lasted == Minutes{1});
}

TEST_CASE("answers, choices of a policy and keys with every field") {
  const LoggedLifter logged = only(R"({"id":"me","screens":[
      {"kind":"screen","id":"r3","date":"2026-11-20","time":"07:00","yes":["fragility",
       "weight-loss"]},
      {"id":"r4","date":"2026-11-20","cleared_by":"Dr. Ek"}],
      "policies":[{"kind":"policy","lift":"sumo","version":1000000,"policy":"rehab"},
      {"version":1}],
      "keys":[{"kind":"key","key":"strong:1","record":"s41","digest":"-5"}]})");
  const auto& screens = logged.history.screens;
  REQUIRE(screens.size() == 2);
  CHECK(screens[0].id == 3);
  CHECK(screens[0].when == Moment{friday, Minutes{7 * 60}});
  CHECK(screens[0].yes == std::vector<RedFlag>{RedFlag::fragility, RedFlag::weight_loss});
  CHECK_FALSE(screens[0].cleared_by);
  CHECK(screens[1].cleared_by == "Dr. Ek");
  CHECK(screens[1].yes.empty());
  REQUIRE(logged.policies.size() == 2);
  CHECK(logged.policies[0] == PolicyVersion{0, "sumo", 1'000'000, "rehab"});
  CHECK(logged.policies[1] == PolicyVersion{0, "", 1, ""});
  REQUIRE(logged.keys.size() == 1);
  CHECK(logged.keys[0].key == "strong:1");
  CHECK(logged.keys[0].record == "s41");
  CHECK(logged.keys[0].digest == -5);
}

TEST_CASE("what is wrong with a record is said where it stands") {
  using Row = std::pair<std::string, std::string>;
  const std::string start = R"({"id":"me","sessions":[{"id":"s1","date":"2026-11-20",)";
  const std::string set = start + R"("sets":[{"load":140,)";
  const std::string felt = R"({"id":"me","checkins":[{"id":"f1","date":"2026-11-20",)";
  const auto [lifter, message] = GENERATE_COPY(values<Row>({
      {R"({"id":"me"},{"id":"me"})", "/lifters/1/id: there are two lifters of that id"},
      {R"({})", "/lifters/0/id: is missing"},
      {R"({"id":"Anna"})",
       "/lifters/0/id: \"Anna\" is no lifter's id: 1 to 40 of a-z, 0-9 and - (not first)"},
      {R"({"id":"-a"})",
       "/lifters/0/id: \"-a\" is no lifter's id: 1 to 40 of a-z, 0-9 and - (not first)"},
      {R"({"id":"a-"})", "taken"},
      {R"({"id":"me","step":0})", "/lifters/0/step: 0 is no step: it has to be more than 0"},
      {R"({"id":"me","bar_nanograms":10000000000000001})",
       "/lifters/0/bar_nanograms: 10000000000000001 is not 0 to 10,000 kg in nanograms"},
      {R"({"id":"me","bar_nanograms":-1})",
       "/lifters/0/bar_nanograms: -1 is not 0 to 10,000 kg in nanograms"},
      {R"({"id":"me","bar_nanograms":1.5})",
       "/lifters/0/bar_nanograms: 1.5 is no whole number of nanograms"},
      {R"({"id":"me","bar_nanograms":0})", "taken"},
      {R"({"id":"me","lifts":[]})", "/lifters/0/lifts: a list is no object"},
      {R"({"id":"me","sessions":{}})", "/lifters/0/sessions: an object is no list"},
      {R"({"id":"me","sessions":null})", "taken"},
      {start + R"("sets":"140x5"}]})", "taken"},
      {start + R"("lift":"x"}]})", "/lifters/0/sessions/0/lift: there is no lift \"x\""},
      {start + R"("note":""}]})", "/lifters/0/sessions/0/sets: this is missing"},
      {start + R"("sets":7}]})",
       "/lifters/0/sessions/0/sets: 7 is neither a list nor a text such as 140x5x3"},
      {start + R"("kind":"screen","sets":"140x5"}]})",
       "/lifters/0/sessions/0/kind: \"screen\" is not the kind of record that stands here"},
      {start + R"("utc_offset":"02:00","sets":"140x5"}]})",
       "/lifters/0/sessions/0/utc_offset: \"02:00\" is no offset such as +02:00"},
      {set + R"("reps":0}]}]})",
       "/lifters/0/sessions/0/sets/0/reps: 0 is no set: no reps, and none failed"},
      {set + R"("reps":0,"failed":true}]}]})", "taken"},
      {set + R"("reps":1}]}]})", "taken"},
      {set + R"("reps":1,"kind":"heavy"}]}]})",
       "/lifters/0/sessions/0/sets/0/kind: \"heavy\" is none of: work, warmup, outlier"},
      {R"({"id":"me","sessions":[{"date":"2026-11-20","sets":"140x5"}]})",
       "/lifters/0/sessions/0: a record needs its id"},
      {R"({"id":"me","sessions":[{"id":"s0","date":"2026-11-20","sets":"140x5"}]})",
       "/lifters/0/sessions/0/id: \"s0\" is no id such as s12"},
      {R"({"id":"me","sessions":[{"id":"f1","date":"2026-11-20","sets":"140x5"}]})",
       "/lifters/0/sessions/0/id: \"f1\" is no id such as s12"},
      {R"({"id":"me","sessions":[{"id":"s1","sets":"140x5"}]})",
       "/lifters/0/sessions/0/date: this is missing"},
      {felt + R"("peak":3}]})", "/lifters/0/checkins/0/nature: this is missing"},
      {felt + R"("nature":"ouch"}]})",
       "/lifters/0/checkins/0/nature: \"ouch\" is none of: none, pump, fatigue, tight, soreness, "
       "stiff, ache, sharp, stabbing, catching, shooting, tingling, numb, weak"},
      {felt + R"("nature":"none","session":"s9"}]})",
       "/lifters/0/checkins/0/session: s9 is not a session of this file"},
      {felt + R"("nature":"none"},{"id":"f1","date":"2026-11-20","nature":"none"}]})",
       "/lifters/0/checkins/1: its id is there twice in this file"},
      {felt + R"("nature":"ache","peak":3,"hours":1,"ongoing":true}]})",
       "/lifters/0/checkins/0/ongoing: it is ongoing, and has hours too"},
      {felt + R"("nature":"ache","peak":3,"ongoing":false}]})",
       "/lifters/0/checkins/0/ongoing: it is over, and has no hours"},
      {felt + R"("nature":"pump","ongoing":false}]})", "taken"},
      {R"({"id":"me","screens":[{"id":"r1","date":"2026-11-20","yes":["x"]}]})",
       "/lifters/0/screens/0/yes/0: \"x\" is none of: saddle-numbness, bladder-change, "
       "bowel-change, sexual-change, leg-weakness-worsening, both-legs-weak, new-leg-weakness, "
       "spreading-leg-symptoms, major-trauma, fragility, fever-unwell, cancer-history, "
       "weight-loss, severe-night-pain"},
      {R"({"id":"me","screens":[{"id":"r1","date":"2026-11-20","kind":"session"}]})",
       "/lifters/0/screens/0/kind: \"session\" is not the kind of record that stands here"},
      {R"({"id":"me","screens":[{"id":"r1","date":"2026-11-20","yes":["fragility"],
          "cleared_by":"x"}]})",
       "/lifters/0/screens/0: a clearance answers no questions"},
      {R"({"id":"me","policies":[{"policy":"rehab"}]})",
       "/lifters/0/policies/0/version: this is missing"},
      {R"({"id":"me","policies":[{"version":1000001}]})",
       "/lifters/0/policies/0/version: 1000001 is no whole number from 1 to 1000000"},
      {R"({"id":"me","keys":[{"key":"a","record":"s1"}]})",
       "/lifters/0/keys/0/digest: this is missing"},
      {R"({"id":"me","keys":[{"key":"a","record":"s1","digest":"5x"}]})",
       "/lifters/0/keys/0/digest: \"5x\" is no whole number"},
  }));
  CAPTURE(lifter);
  CHECK(refusal(document(lifter)) == message);
}

TEST_CASE("what is no log of hinge's is refused") {
  CHECK(refusal(R"({"schema":"hinge.log/1"})") == "taken");
  CHECK(refusal(R"({"schema":"hinge.log/2"})") == "/schema: this is no hinge.log/1 document");
  CHECK(refusal("{}") == "/schema: this is no hinge.log/1 document");
  CHECK(refusal(R"({"schema":"hinge.log/1","lifters":7})") == "/lifters: 7 is no list");
  CHECK(refusal(R"({"kind":"session"})") ==
        "these are JSON lines, which are for other programs to read");
  CHECK(exchange::begins_like_a_log(" \t\r\n{"));
  CHECK_FALSE(exchange::begins_like_a_log("["));
  CHECK_FALSE(exchange::begins_like_a_log(" \n"));
  CHECK_FALSE(exchange::begins_like_a_log(""));
}
