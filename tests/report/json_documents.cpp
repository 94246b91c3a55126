#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "report/report.hpp"
#include "samples.hpp"

using namespace hinge;
using namespace hinge::report;
using namespace hinge::report::samples;

namespace {

std::vector<std::string> all_documents() {
  Session light = s41();
  light.id = 0;
  light.light = true;
  light.when.time = Minutes{18 * 60 + 30};
  light.utc_offset = Minutes{-210};
  light.note = "a \"note\"\n";
  light.sets.push_back(set_of(315_lb, 5, Score::halves(17), Unit::lb));
  CheckIn none;
  none.id = 13;
  none.when = friday;
  Screen yes;
  yes.id = 2;
  yes.when = today;
  yes.yes = {all_red_flags.begin(), all_red_flags.end()};
  Screen cleared;
  cleared.id = 3;
  cleared.when = today;
  cleared.cleared_by = "Dr B";
  History log = history();
  log.checkins.push_back(none);
  log.screens = {yes, cleared};
  Lifter anna = lifter("anna", "Anna");
  anna.lifts = {{"sumo", Loading::standard(Unit::lb)}};
  LifterStatus fresh = status("new", start());
  fresh.last_session.reset();
  std::vector<std::string> documents = {
      report::json(LoggedSession{"me", s41(), Outcome::added, 0}),
      report::json(LoggedSession{"me", light, Outcome::dry_run, 0}),
      report::json(NotedCheckIns{"me", {f12(), none}, {s41()}, Outcome::added}),
      report::json(NotedCheckIns{"me", {none}, {}, Outcome::same}),
      report::json(StoredScreen{"me", yes, Outcome::added}),
      report::json(ShownRecord{"me", s41(), {}}),
      report::json(ShownRecord{"me", f12(), {s41()}}),
      report::json(ShownRecord{"me", cleared, {}}),
      report::json(log, {}),
      report::json(
          std::vector<LifterStatus>{status("me", deload()), status("bo", calm(), 3), fresh}, today),
      report::json(std::vector<LifterStatus>{}, today),
      report::json(anna),
      report::json(std::vector<Lifter>{anna, lifter("bo")}),
      report::json(import_summary()),
      report::json(Error{ErrorKind::busy, "somebody else is writing", "try again"}, 6),
      report::json_of_bug("oh")};
  NextOptions explain;
  explain.explain = true;
  for (Suggestion suggestion : all_decisions()) {
    documents.push_back(report::json(suggestion, "me", explain));
    suggestion.provisional_until = Moment{today, Minutes{600}};
    documents.push_back(report::json(suggestion, "me"));
  }
  return documents;
}

}  // namespace

TEST_CASE("next as cli.md's contract has it") {
  Suggestion suggestion = deload();
  suggestion.target->rpe_cap = 8;
  CHECK(
      report::json(suggestion, "me") ==
      R"({"schema":"hinge.next/1","lifter":"me","lift":"deadlift","for":"2026-11-22",)"
      R"("earliest":"2026-11-22","phase":"rebuild","decision":"deload","deload_percent":10,)"
      R"("provisional_until":null,"calm_until":null,"target":{"load":125,"unit":"kg",)"
      R"("load_kg":125,"sets":3,"reps":5,"rpe_cap":8,"lead_in":[]},)"
      R"("reference":{"load":140,"unit":"kg","load_kg":140},"delta_kg":-15,)"
      R"("full_sets":null,"wave_week":null,"refer":"none",)"
      R"("summary":"Pain lasted beyond a day: a touch overloaded. )"
      R"(Calm it down, then build it back up.","rules":[{"id":"T3","verdict":"decides",)"
      R"("seen":"ache 3/10 for 48 h","limit":"24 h","source":"article",)"
      R"("records":["s41","f12"]}],"policy":{"name":"linear","version":1,"clinician":null,"back_policy":null},)"
      R"("screen_due":false,"plates":null,"working":null})"
      "\n");
}

TEST_CASE("the plates of next are those that its text names") {
  NextOptions asked;
  asked.plates = true;
  asked.loading = Loading::standard(Unit::kg);
  const auto plates_of = [&asked](const Suggestion& suggestion) {
    return nlohmann::json::parse(report::json(suggestion, "me", asked))["plates"].dump();
  };
  Suggestion suggestion = deload();
  CHECK(plates_of(suggestion) == R"({"bar":20,"each_side":[25,25,2.5],"short_by":0,"unit":"kg"})");
  suggestion.target->weight.load = 15_kg;
  CHECK(plates_of(suggestion) == R"({"bar":20,"each_side":[],"short_by":-5,"unit":"kg"})");
  CHECK(plates_of(calm()) == "null");
  asked.loading.bar = 0_kg;
  CHECK(plates_of(suggestion) == "null");
}

TEST_CASE("explain adds the rules that passed; no target is null, and so is its delta") {
  NextOptions explain;
  explain.explain = true;
  CHECK(nlohmann::json::parse(report::json(deload(), "me"))["rules"].size() == 1);
  CHECK(nlohmann::json::parse(report::json(deload(), "me", explain))["rules"].size() == 2);
  const nlohmann::json without = nlohmann::json::parse(report::json(calm(), "me"));
  CHECK(without["target"].is_null());
  CHECK(without["delta_kg"].is_null());
}

TEST_CASE("kilograms are rounded to grams, and whole numbers are integers") {
  Session session = s41();
  session.sets = {set_of(315_lb, 5, Score::halves(17), Unit::lb),
                  set_of(Load::of(142500, Unit::kg), 5)};
  const std::string said = report::json(LoggedSession{"me", session, Outcome::added, 0});
  CHECK(
      said.find(R"("load":315,"unit":"lb","load_kg":142.882,"reps":5,"failed":false,"rpe":8.5)") !=
      std::string::npos);
  CHECK(said.find(R"("load":142.5,"unit":"kg","load_kg":142.5,)") != std::string::npos);
  Suggestion suggestion = deload();
  suggestion.target->weight = {Load::of(132500, Unit::kg), Unit::kg};
  CHECK(report::json(suggestion, "me").find(R"("delta_kg":-7.5,)") != std::string::npos);
}

TEST_CASE("every document says its schema first, and stands on one line") {
  for (const std::string& document : all_documents()) {
    INFO(document);
    CHECK(document.rfind(R"({"schema":"hinge.)", 0) == 0);
    CHECK(document.find('\n') == document.size() - 1);
    CHECK(nlohmann::json::accept(document));
  }
}

TEST_CASE("every document is as its schema file says") {
  const std::string python = "/usr/bin/python3";
  if (std::system((python + " -c 'import jsonschema' 2>/dev/null").c_str()) != 0) {
    WARN("python3-jsonschema is not installed: the documents were not checked");
    return;
  }
  const auto folder = std::filesystem::temp_directory_path() /
                      ("hinge-json-" + std::to_string(Catch::rngSeed()) + "-" +
                       std::to_string(reinterpret_cast<std::uintptr_t>(&python)));
  std::filesystem::create_directories(folder);
  int number = 0;
  for (const std::string& document : all_documents()) {
    std::ofstream{folder / (std::to_string(++number) + ".json")} << document;
  }
  const std::string command = python + " " HINGE_SOURCE_DIR "/tests/report/validate.py " +
                              HINGE_SOURCE_DIR "/data/schema " + folder.string();
  CHECK(std::system(command.c_str()) == 0);
  std::filesystem::remove_all(folder);
}
