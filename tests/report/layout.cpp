#include "report/layout.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <set>

#include "samples.hpp"

using namespace hinge;
using namespace hinge::report;
using namespace hinge::report::samples;

namespace {

NextOptions everything() {
  NextOptions options;
  options.explain = true;
  options.plates = true;
  options.screen_due = true;
  return options;
}

/// A word as long as any column, wide letters, and what a terminal would act on.
std::string awkward() {
  return std::string(120, 'x') + " 体が少し張る " + "\x1b[2J\u202e" + " e\u0301" +
         std::string(40, ' ') + "end";
}

std::vector<std::string> all_texts(const Style& style) {
  Session session = s41();
  session.note = awkward();
  session.lift = "romanian-dumbbell";
  for (int i = 0; i < 12; ++i) session.sets.push_back(set_of(Load::of(101250 + i, Unit::kg), i));
  CheckIn checkin = f12();
  checkin.worse_with = {awkward(), "sitting"};
  checkin.limits = 3;
  checkin.side = Side::both;
  History log = history();
  log.sessions = {session};
  log.checkins = {checkin};
  log.screens[0].yes = {all_red_flags.begin(), all_red_flags.end()};
  HistorySelection sets;
  sets.sets = true;
  Lifter named = lifter("anna-with-a-name-of-forty-characters-0123", awkward());
  named.lifts = {{"sumo", Loading::standard(Unit::lb)}};
  LifterStatus flagged = status("anna", deload(), 3);
  flagged.lifter = named;
  ImportSummary import = import_summary();
  import.file = awkward();
  import.ignored[awkward()] = 3;
  std::vector<std::string> texts = {
      text(LoggedSession{"me", session, Outcome::added, 0}, today, style),
      text(LoggedSession{"me", session, Outcome::merged, 12}, today, style),
      text(LoggedSession{"me", session, Outcome::same, 0}, today, style),
      text(NotedCheckIns{"me", {checkin, f12()}, {session}, Outcome::added}, today, style),
      text(StoredScreen{"me", log.screens[0], Outcome::added}, today, style),
      text(ShownRecord{"me", session, {}}, today, style),
      text(ShownRecord{"me", checkin, {session}}, today, style),
      text(ShownRecord{"me", log.screens[0], {}}, today, style),
      text(log, sets, today, style),
      text({flagged, status("bo", calm()), status("cy", progress())}, today, style),
      text(named, style),
      text(std::vector<Lifter>{named, lifter("bo")}, style),
      text(import, today, style),
      welcome(style)};
  for (const Suggestion& suggestion : all_decisions()) {
    texts.push_back(text(suggestion, everything(), style));
  }
  return texts;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t end = 0; (end = text.find('\n', from)) != std::string::npos; from = end + 1) {
    lines.push_back(text.substr(from, end - from));
  }
  return lines;
}

}  // namespace

TEST_CASE("columns of a terminal") {
  CHECK(columns("") == 0);
  CHECK(columns("125 kg × 5") == 10);
  CHECK(columns("体") == 2);
  CHECK(columns("e\u0301") == 1);
  CHECK(columns("🏋") == 2);
}

TEST_CASE("a command stays in one piece with its name") {
  Page page{{20, false, false, false}};
  page.line("", "say how it was: hinge feel");
  CHECK(page.str() == "say how it was:\nhinge feel\n");
}

TEST_CASE("no line is wider than the style, nor than 80; each ends in a newline") {
  CHECK(rc::check([] {
    Style style;
    style.width = *rc::gen::inRange(16, 200);
    style.ascii = *rc::gen::arbitrary<bool>();
    style.plain = *rc::gen::arbitrary<bool>();
    for (const std::string& said : all_texts(style)) {
      RC_ASSERT(!said.empty());
      RC_ASSERT(said.back() == '\n');
      for (const std::string& line : lines_of(said)) {
        RC_LOG() << line << "\n";
        RC_ASSERT(columns(line) <= static_cast<std::size_t>(std::min(style.width, 80)));
        RC_ASSERT(line.find('\x1b') == std::string::npos);
        RC_ASSERT(line.find("\u202e") == std::string::npos);
      }
    }
  }));
}

TEST_CASE("plain and ASCII text has none of our symbols") {
  for (const Style& style : {Style{80, false, true, false}, Style{80, true, false, true}}) {
    for (const std::string& said : all_texts(style)) {
      for (const char* symbol : {"×", "→", "–", "…"}) CHECK(said.find(symbol) == std::string::npos);
    }
  }
}

TEST_CASE("plain text is label: value, without padding") {
  for (const Suggestion& suggestion : all_decisions()) {
    NextOptions options;
    for (const std::string& line : lines_of(text(suggestion, options, {400, true, false, true}))) {
      CHECK(line.front() != ' ');
      CHECK(line.find("  ") == std::string::npos);
    }
  }
  CHECK(
      text({status("bo", progress()), status("cy", hold(finding(RuleId::h3, Verdict::decides)), 2)},
           today, {80, false, false, true}) ==
      "lifter: bo\nnext: progress: 145 kg x 5 x 3\nlast: Fri 20 Nov, 2 days ago\n\n"
      "lifter: cy\nflagged: yes\nnext: hold: 140 kg x 5 x 3\nlast: Fri 20 Nov, 2 days ago\n"
      "look: 2 sessions without a check-in\n");
}

TEST_CASE("what is verbatim is never broken") {
  const std::string path = "/srv/logs of a season/" + std::string(70, 'x') + "/hinge.db";
  Page wide{Style{}};
  wide.verbatim("file", "kept: ", "/srv/a b.db");
  wide.verbatim("file", "kept: ", path);
  CHECK(wide.str() == "  kept: /srv/a b.db\n  kept:\n  " + path + "\n");
  Page plain{{40, false, false, true}};
  plain.verbatim("file", "kept: ", path);
  CHECK(plain.str() == "file: " + path + "\n");
}

TEST_CASE("in plain every paragraph has its label") {
  Page usual{Style{}};
  usual.statement("note", "A sketch.");
  usual.sentence("note", "A sketch.");
  CHECK(usual.str() == "A sketch.\n  A sketch.\n");
  Page plain{{80, false, false, true}};
  plain.statement("note", "A sketch.");
  plain.sentence("note", "A sketch.");
  CHECK(plain.str() == "note: A sketch.\nnote: A sketch.\n");
}
