// The checksums are a part of the format: whatever makes them faster, they stay what they are.
// Expected values come from docs/format.md, by a program of ten lines in another language, byte by
// byte.
#include "store/checksum.hpp"

#include <catch2/catch.hpp>

#include "fixture.hpp"

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
