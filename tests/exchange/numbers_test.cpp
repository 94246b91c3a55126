#include "exchange/numbers.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "hinge/load.hpp"

using namespace hinge;
using exchange::Decimal;

namespace {

std::string load_of(const char* text, Unit unit) {
  const auto number = Decimal::parse(text);
  return number ? to_string(exchange::snapped(*number, unit)) : "refused";
}

}  // namespace

TEST_CASE("what a conversion left behind is taken back to what was on the bar") {
  struct Case {
    const char* text;
    Unit unit;
    const char* load;
  };
  const auto c = GENERATE(values<Case>({
      {"44.09245243697551", Unit::lb, "20 kg"},
      {"61.23496995", Unit::kg, "135 lb"},
      {"185.00000000000003", Unit::lb, "185 lb"},
      {"124.73790175", Unit::kg, "275 lb"},  // 0.012 kg beside a multiple of 0.25 kg
      {"220.46", Unit::lb, "100 kg"},        // what Hevy writes for 100 kg
      {"93.7", Unit::lb, "42.5 kg"},
      {"102.06", Unit::kg, "225 lb"},
      {"62.5", Unit::kg, "62.5 kg"},
      {"62,5", Unit::kg, "62.5 kg"},
      {"61.25", Unit::kg, "61.25 kg"},  // on its own grid: not 135.03 lb
      {"61.2", Unit::kg, "61.2 kg"},    // 134.92 lb: near, and not it
      {"100.0", Unit::kg, "100 kg"},
      {"099", Unit::lb, "99 lb"},
      {"132.7", Unit::lb, "132.7 lb"},
      {"59.999999999", Unit::kg, "60 kg"},
  }));
  CAPTURE(c.text);
  CHECK(load_of(c.text, c.unit) == c.load);
}

TEST_CASE("numbers are digits and a point or comma; anything else is none") {
  const auto* const text =
      GENERATE(as<const char*>{}, "", "-20", "+20", "nan", "inf", "1e3", "0x10", "1.2.3", "1,234.5",
               "1,000", "62,500", ".5", "5.", "1 000", "100000", "99999999999999999999", "5O", "٥");
  CAPTURE(text);
  CHECK_FALSE(Decimal::parse(text));
}

TEST_CASE("every load on either plate grid comes back from its conversion, at any precision") {
  CHECK(rc::check("snapped(converted) = what was lifted", [] {
    const bool kg = *rc::gen::arbitrary<bool>();
    const Unit unit = kg ? Unit::kg : Unit::lb;
    const Unit other = kg ? Unit::lb : Unit::kg;
    const std::int64_t step = kg ? 1250 : 2500;
    const std::int64_t thousandths = *rc::gen::inRange<std::int64_t>(16, 320) * step;
    const double converted = static_cast<double>(Load::of(thousandths, unit).nanograms()) /
                             static_cast<double>(nanograms_per_thousandth(other)) / 1000;
    const int decimals = *rc::gen::element(2, 4, 8, 14);
    std::array<char, 40> text{};
    (void)std::snprintf(text.data(), text.size(), "%.*f", decimals, converted);
    const Weight read = exchange::snapped(*Decimal::parse(text.data()), other);
    const Weight lifted{Load::of(thousandths, unit), unit};
    // Some loads are on both grids, near enough, and light ones written to the hundredth are too
    // coarse to tell: then the number of the file stands.
    RC_ASSERT(read == lifted || read.unit == other);
    const std::int64_t written_to =
        Load::of(1000, other).nanograms() / (decimals == 2 ? 200 : 20'000);
    const std::int64_t apart = std::abs((read.load - lifted.load).nanograms());
    RC_ASSERT(apart <= std::max(written_to, lifted.load.nanograms() / 10'000) + 1000);
  }));
}
