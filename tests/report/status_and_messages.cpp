#include <algorithm>
#include <catch2/catch.hpp>

#include "report/report.hpp"
#include "samples.hpp"

using namespace hinge;
using namespace hinge::report;
using namespace hinge::report::samples;

TEST_CASE("status: worst first, one line each") {
  Suggestion seen = progress();
  seen.refer = Refer::see_pt;
  std::vector<LifterStatus> lifters = {
      status("ada", progress()),
      status("bo", hold(finding(RuleId::h3, Verdict::decides)), 2),
      status("cy", deload()),
      status("di", seen),
      status("eli", stop(RuleId::e1, Refer::emergency, RedFlag::bladder_change)),
      status("flo", hold(finding(RuleId::h3, Verdict::decides)), 1)};
  std::sort(lifters.begin(), lifters.end(), is_worse);
  CHECK(text(lifters, today, Style{}) ==
        "! eli  stop                         2 days ago  go to an emergency department\n"
        "! di   progress: 145 kg × 5 × 3     2 days ago  see a physical therapist\n"
        "! cy   deload 10 %: 125 kg × 5 × 3  2 days ago\n"
        "! bo   hold: 140 kg × 5 × 3         2 days ago  2 sessions without a check-in\n"
        "  flo  hold: 140 kg × 5 × 3         2 days ago  1 session without a check-in\n"
        "  ada  progress: 145 kg × 5 × 3     2 days ago\n");
}

TEST_CASE("among deloads the greatest stands first") {
  Suggestion greater = deload();
  greater.deload_percent = 20;
  CHECK(is_worse(status("b", greater), status("a", deload())));
  CHECK_FALSE(is_worse(status("a", deload(), 1), status("b", greater)));
  CHECK(is_worse(status("a", deload()), status("b", deload())));
}

TEST_CASE("read aloud, who is flagged is a line of its own") {
  CHECK(text({status("cy", deload())}, today, Style{80, false, false, true}) ==
        "lifter: cy\nflagged: yes\nnext: deload 10 %: 125 kg x 5 x 3\nlast: Fri 20 Nov, 2 days "
        "ago\n");
  CHECK(
      text({status("ada", progress(), 1)}, today, Style{80, false, false, true}).find("flagged") ==
      std::string::npos);
}

TEST_CASE("who is flagged: two rows for each reason") {
  CHECK_FALSE(is_flagged(status("a", progress(), 1)));
  CHECK(is_flagged(status("a", progress(), 2)));
  CHECK_FALSE(is_flagged(status("a", hold(finding(RuleId::h1, Verdict::decides)))));
  CHECK(is_flagged(status("a", deload())));
  CHECK(is_flagged(status("a", calm())));
  Suggestion referred = progress();
  CHECK_FALSE(is_flagged(status("a", referred)));
  referred.refer = Refer::see_pt;
  CHECK(is_flagged(status("a", referred)));
}

TEST_CASE("a lifter, and all of them") {
  Lifter anna = lifter("anna", "Anna K");
  anna.lifts = {{"sumo", Loading::standard(Unit::lb)}};
  CHECK(text(anna, Style{}) ==
        "anna\n"
        "  name   Anna K\n"
        "  loads  kg, bar 20 kg, step 2.5 kg\n"
        "  sumo   lb, bar 45 lb, step 5 lb\n");
  Lifter bo = lifter("bo");
  bo.archived = true;
  CHECK(text(std::vector<Lifter>{anna, bo}, Style{}) ==
        "anna  Anna K  kg, bar 20 kg, step 2.5 kg\n"
        "bo    kg, bar 20 kg, step 2.5 kg  (archived)\n");
}

TEST_CASE("an import accounts for every row") {
  CHECK(text(import_summary(), today, Style{}) ==
        "Import: strong.csv (strong) for me\n"
        "  rows     60 read, 34 of them sets\n"
        "  added    10 sessions, Mon 3 Mar 2025 to Fri 20 Nov\n"
        "  same     2, here already\n"
        "  skipped  5 rows: rest timer 5\n"
        "  bad      1 row left out\n"
        "  unknown  Deadlift Machine 2; take them as a lift with --lift NAME\n"
        "  ignored  18 rows of 2 other exercises: Bench Press 15, Squat 3\n"
        "  undo     hinge undo\n");
  CHECK(text(BadLine{17, "reps: \"five\" is no number"}, "strong.csv") ==
        "strong.csv:17: reps: \"five\" is no number\n");
}

TEST_CASE("an error at a terminal is cut between words") {
  const Error error{ErrorKind::usage, "log needs the sets you did",
                    "for example: hinge log 140x5x3"};
  CHECK(text(error, Style{30, false, false, false}) ==
        "hinge: log needs the sets you\n"
        "did; for example: hinge log\n"
        "140x5x3\n");
  CHECK(text(error, Style{}) == text(error));
}

TEST_CASE("status names the id that -l takes beside a name, and when training was") {
  LifterStatus joe = status("joe", progress());
  joe.lifter.name = "Joe Doe";
  joe.last_session->when = today;
  CHECK(text({joe}, today, Style{}) ==
        "  Joe Doe (joe)  progress: 145 kg × 5 × 3  trained today\n");
  joe.lifter.name = "Joe";
  joe.last_session->when = today - std::chrono::days{1};
  CHECK(text({joe}, today, Style{}) == "  Joe  progress: 145 kg × 5 × 3  yesterday\n");
}

TEST_CASE("in status, calm and stop name no lift") {
  Suggestion made = calm();
  made.lift = "romanian";
  CHECK(text({status("bo", made)}, today, Style{}).rfind("! bo  calm  2 days ago", 0) == 0);
  made = deload();
  made.lift = "romanian";
  CHECK(text({status("bo", made)}, today, Style{}).find("125 kg × 5 × 3 romanian") !=
        std::string::npos);
}

TEST_CASE("an error is one line: what, and what to do") {
  const Error error{ErrorKind::not_found, "no lifter \x1b[1manna", "did you mean: ana"};
  CHECK(text(error) == "hinge: no lifter \\u001b[1manna; did you mean: ana\n");
  CHECK(json(Error{ErrorKind::not_found, "no lifter anna", "did you mean: ana"}, 3) ==
        R"({"schema":"hinge.error/1","code":3,"kind":"not_found","message":"no lifter anna",)"
        R"("suggestion":"did you mean: ana"})"
        "\n");
  CHECK(json_of_bug("oh") ==
        R"({"schema":"hinge.error/1","code":70,"kind":"bug","message":"oh","suggestion":null})"
        "\n");
}

TEST_CASE("an error shows the two ends of what is too long, and cuts no character") {
  const std::string value(1'000'000, 'x');
  const Error error{ErrorKind::usage, "'" + value + "' is no day", "write 2026-11-20"};
  CHECK(text(error) == "hinge: '" + std::string(399, 'x') + "…" + std::string(149, 'x') +
                           "' is no day; write 2026-11-20\n");
  CHECK(json(error, 2).size() < 800);
  const std::string most(560, 'x');
  CHECK(text(Error{ErrorKind::usage, most}) == "hinge: " + most + "\n");
  for (const std::size_t shift : {0U, 1U, 2U}) {
    std::string signs(shift, 'x');
    for (int i = 0; i < 1'000; ++i) signs += "本";
    const std::string shown = text(Error{ErrorKind::usage, signs});
    CHECK(shown.find("\\x") == std::string::npos);
    CHECK(shown.find("本…本") != std::string::npos);
  }
}

TEST_CASE("a terminal that is shown JSON has nothing to act on") {
  const Error error{ErrorKind::usage, "a\u202eb\x7f c\u009b d\u2028e\x1b é 本 …", ""};
  CHECK(json(error, 2) ==
        R"({"schema":"hinge.error/1","code":2,"kind":"usage",)"
        R"("message":"a\u202eb\u007f c\u009b d\u2028e\u001b é 本 …","suggestion":null})"
        "\n");
}

TEST_CASE("welcome shows three commands to begin with") {
  CHECK(welcome({}) ==
        "hinge is a deadlift log: it tells an ordinary sore back from one that asks for a\n"
        "lighter load, and says what to lift next, and why.\n"
        "\n"
        "  log a session     hinge log 140x5x3 @8\n"
        "  say how it felt   hinge feel soreness=4 --lasted 36h\n"
        "  ask what is next  hinge next\n");
}
