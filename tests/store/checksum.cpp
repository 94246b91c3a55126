// The checksums are a part of the format: whatever makes them faster, they stay what they are.
// Expected values come from docs/format.md, by a program of ten lines in another language, byte by
// byte.
#include "store/checksum.hpp"

#include <catch2/catch.hpp>

#include "fixture.hpp"
#include "store/entries.hpp"

using namespace hinge;
using store::Checksum;

TEST_CASE("a number is eight bytes, the lowest first, however many of them are zero") {
  const auto of = [](std::int64_t number) { return Checksum{}.add(number).value(); };
  CHECK(of(0) == -6284781860667377211);
  CHECK(of(1) == -8517097267634966620);
  CHECK(of(255) == -8064062821143829734);
  CHECK(of(256) == -2056600594528442646);
  CHECK(of(-1) == -8289690350564177859);
  CHECK(of(140'000'000'000'000) == -171547114736463586);
  CHECK(of(std::int64_t{1} << 62) == -6284711491923171707);
}

TEST_CASE("a text is its length and its bytes") {
  CHECK(Checksum{}.add(std::string_view{"deadlift"}).value() == 1528737880960756194);
  CHECK(Checksum{}.add(std::string_view{}).value() == -6284781860667377211);
}

TEST_CASE("a session with every field") {
  Session session;
  session.id = 41;
  session.when = {test::day(2026, 11, 20), Minutes{18 * 60 + 30}};
  session.utc_offset = Minutes{-60};
  session.light = true;
  session.note = "ä";
  session.sets = {{{140_kg, Unit::kg}, 5, false, Rpe{8}, SetKind::work},
                  {{45_lb, Unit::lb}, 0, true, {}, SetKind::warmup}};
  CHECK(store::checksum_of(session, 1) == -6178435272825170265);
}

TEST_CASE("a check-in with every field, and with none") {
  CheckIn checkin;
  checkin.id = 12;
  checkin.when = {test::day(2026, 11, 20), Minutes{7 * 60 + 5}};
  checkin.utc_offset = Minutes{60};
  checkin.nature = Nature::stiff;
  checkin.peak = Score::halves(7);
  checkin.lasted = Minutes{26 * 60};
  checkin.limits = 2;
  checkin.now = 1;
  checkin.baseline = Score::halves(1);
  checkin.where = Site::hamstring;
  checkin.side = Side::left;
  checkin.onset = Onset::after;
  checkin.worse_with = {"bending", "sitting"};
  checkin.eases_with = {"walking"};
  checkin.unrelated = true;
  checkin.session = 41;
  checkin.note = "n";
  CHECK(store::checksum_of(checkin, 2) == -6476452226071458895);
  CheckIn none;
  none.when = {test::day(2026, 11, 20), {}};
  CHECK(store::checksum_of(none, 1) == 3877896520585787716);
}

TEST_CASE("answers to the red flag questions, a choice of a policy, and a lifter") {
  Screen screen;
  screen.id = 3;
  screen.when = {test::day(2026, 11, 20), Minutes{7 * 60}};
  screen.yes = {RedFlag::bladder_change, RedFlag::fragility};
  screen.cleared_by = "Dr. Ek";
  CHECK(store::checksum_of(screen, 2) == 8781267162175238542);
  CHECK(store::checksum_of(PolicyVersion{9, "sumo", 4, "rehab"}, 2) == 3302107233864829519);
  Lifter lifter{"anna", "Anna", {Unit::kg, 20_kg, 2.5_kg}, {}, true};
  lifter.lifts["trap-bar"] = {Unit::kg, 25_kg, 5_kg};
  lifter.lifts["sumo"] = {Unit::lb, 45_lb, 5_lb};
  CHECK(store::checksum_of(lifter, 2) == 1242046955497160134);
}

TEST_CASE("a command with its changes, and a key that came with a record") {
  store::EntryChecksum entry;
  entry.add_command(7, "edit", "2026-11-22T18:30:00+01:00", 5);
  entry.add_change(1, "replace", "session", 3, 3, "{}", "[]");
  entry.add_change(2, "add", "checkin", 4, 6, {}, {});
  CHECK(entry.value() == -2657815704266098216);
  CHECK(store::checksum_of(store::ArrivalRow{2, "key", 7, "session", 41, -5}) ==
        1946616785236820152);
}
