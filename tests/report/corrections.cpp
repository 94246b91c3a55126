#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/corrections.hpp"
#include "report/purged.hpp"
#include "samples.hpp"

using namespace hinge;
using namespace hinge::report;
using namespace hinge::report::samples;

namespace {

Session lighter() {
  Session session = s41();
  for (Set& set : session.sets) {
    if (set.kind == SetKind::work) set.weight = {135_kg, Unit::kg};
  }
  return session;
}

RecordChange changed(const Session& before, const Session& after) {
  return {"s41", Version{"me", before}, Version{"me", after}};
}

RecordChange changed(const CheckIn& before, const CheckIn& after) {
  return {"f12", Version{"me", before}, Version{"me", after}};
}

Correction edited(RecordChange change) {
  Correction correction;
  correction.lifter = "me";
  correction.records = {change.record};
  correction.record_count = 1;
  correction.changes = {std::move(change)};
  return correction;
}

const Style plain{80, false, false, true};

}  // namespace

TEST_CASE("what differs is said field by field, and nothing else") {
  CHECK(words(changed(s41(), lighter()), today) ==
        "3 sets of 5 at 140 kg, RPE 8 (+2 warm-ups) → 3 sets of 5 at 135 kg, RPE 8 (+2 warm-ups)");
  Session other = s41();
  other.light = true;
  other.note = "heat";
  other.when = today;
  CHECK(words(changed(s41(), other), today) ==
        "day Fri 20 Nov → Sun 22 Nov; light no → yes; note none → heat");
  // Only warm-ups differ, and both have two: each set is said.
  Session warmups = s41();
  warmups.sets[0].reps = 6;
  CHECK(words(changed(s41(), warmups), today) ==
        "60kgx5w 100kgx3w 140kgx5x3@8 → 60kgx6w 100kgx3w 140kgx5x3@8");
  CheckIn felt = f12();
  felt.peak = 5;
  felt.where.reset();
  felt.session = 41;
  CHECK(words(changed(f12(), felt), today) ==
        "peak 3/10 → 5/10; where low back → not said; session not said → s41");
  CHECK(words(RecordChange{"s41", Version{"me", s41()}, Version{"anna", s41()}}, today) ==
        "lifter me → anna");
}

TEST_CASE("every text of a record is escaped, and a long one cut") {
  Session other = s41();
  other.note = "\x1b[31mred " + std::string(200, 'x');
  const std::string said = words(changed(s41(), other), today);
  CHECK(said.find('\x1b') == std::string::npos);
  CHECK(said.find("…") != std::string::npos);
  CHECK(said.size() < 100);
  CHECK(words(Version{"me", Screen{3, today, {}, "Dr \x1b[1mLee"}}, today).find('\x1b') ==
        std::string::npos);
}

TEST_CASE("an edit says what was, what is, what comes next, and how to take it back") {
  Correction correction = edited(changed(s41(), lighter()));
  CHECK(text(correction, today, Style{}) ==
        "s41 edited  3 sets of 5 at 140 kg, RPE 8 (+2 warm-ups) → 3 sets of 5 at 135 kg,\n"
        "            RPE 8 (+2 warm-ups)\n"
        "            undo: hinge undo\n");
  correction.shift = Shift{progress(), deload()};
  correction.dry_run = true;
  const std::string said = text(correction, today, plain);
  CHECK(said.find("would be: s41\nchanged: 3 sets") == 0);
  CHECK(said.find("\nnext: 125 kg x 5 x 3 (deload 10 %), was ") != std::string::npos);
  CHECK(said.find("stored: nothing: this was a dry run\n") != std::string::npos);
  CHECK(said.find("hinge undo") == std::string::npos);
}

TEST_CASE("a correction that changes nothing says so") {
  Correction correction;
  correction.lifter = "me";
  correction.records = {"s41"};
  correction.record_count = 1;
  CHECK(text(correction, today, Style{}) == "s41 kept  nothing changed (it says so already)\n");
  CHECK(nlohmann::json::parse(json(correction))["outcome"] == "same");
}

TEST_CASE("undo and redo say what is again as it was") {
  Correction correction = edited(changed(lighter(), s41()));
  correction.kind = CorrectionKind::undo;
  correction.command = "edit";
  CHECK(text(correction, today, Style{120, false, false, false})
            .find("took back edit: s41\n  s41: 3 sets of 5 at 135 kg, RPE 8 (+2 warm-ups) → ") ==
        0);
  correction.changes = {{"s41", Version{"me", s41()}, {}}};
  correction.command = "log";
  correction.name_lifter = true;
  CHECK(text(correction, today, Style{}) ==
        "took back log for me: s41\n"
        "  s41 is gone: Fri 20 Nov, 3 sets of 5 at 140 kg, RPE 8 (+2 warm-ups)\n");
  correction.kind = CorrectionKind::redo;
  correction.changes = {{"s41", {}, Version{"me", s41()}}};
  CHECK(text(correction, today, plain) ==
        "put back: log\nlifter: me\nrecords: s41\n"
        "changed: s41 is back: Fri 20 Nov, 3 sets of 5 at 140 kg, RPE 8 (+2 warm-ups)\n");
  // Of an import, which records is enough.
  correction.records = {"s1", "s2"};
  correction.record_count = 40;
  correction.command = "import";
  CHECK(text(correction, today, Style{}) == "put back import for me: s1, s2 and 38 more\n");
  correction = {};
  correction.kind = CorrectionKind::undo;
  CHECK(text(correction, today, Style{}) == "Nothing to take back.\n");
  correction.kind = CorrectionKind::redo;
  CHECK(text(correction, today, Style{}) ==
        "Nothing to put back: nothing was taken back since the latest change.\n");
}

TEST_CASE("the list says what each command did") {
  PastCommand edit{{7, "edit", "2026-11-22T18:30:00+01:00", {"s41"}, 1, {"me"}, true},
                   {changed(s41(), lighter())}};
  PastCommand removed{{6, "delete", "2026-11-22T18:00:00+01:00", {"f12"}, 1, {"me"}, false},
                      {{"f12", Version{"me", f12()}, {}}}};
  CHECK(text({edit, removed}, true, today, plain) ==
        "command: edit, 2026-11-22T18:30\n"
        "lifter: me\n"
        "record: s41: 3 sets of 5 at 140 kg, RPE 8 (+2 warm-ups), now 3 sets of 5 at "
        "135\n"
        "kg, RPE 8 (+2 warm-ups)\n"
        "taken back: yes\n"
        "command: delete, 2026-11-22T18:00\n"
        "lifter: me\n"
        "record: without f12: Sun 22 Nov, ache 3/10 for 48 h, low back, did everything\n");
  CHECK(text(std::vector<PastCommand>{}, false, today, Style{}) ==
        "Nothing has changed this log yet.\n");
}

TEST_CASE("what was erased is counted") {
  CHECK(words(Erased{"anna", 2, 1, 0}) == "anna, 2 sessions and 1 check-in");
  CHECK(text(Erased{}, Style{}) == "Nothing to erase.\n");
  CHECK(text(Erased{{}, 1, 0, 0}, Style{}) ==
        "erased  1 session, for good: no undo\n"
        "  Backups and exports made before still hold it.\n");
}
