#include "domain/table.hpp"

#include <catch2/catch.hpp>

namespace hinge {

TEST_CASE("an offset from UTC has its sign, and two digits of each") {
  CHECK(offset_text(Minutes{0}) == "+00:00");
  CHECK(offset_text(Minutes{60}) == "+01:00");
  CHECK(offset_text(Minutes{-1}) == "-00:01");
  CHECK(offset_text(Minutes{-570}) == "-09:30");
  CHECK(offset_text(Minutes{14 * 60}) == "+14:00");
}

}  // namespace hinge
