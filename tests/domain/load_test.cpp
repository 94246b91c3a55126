#include "hinge/load.hpp"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>
#include <tuple>

namespace hinge {
namespace {

TEST_CASE("a load is exact in both units") {
  // 0.45359237 kg a pound, by definition (1959): 315 lb is 142.88159655 kg.
  CHECK((1_lb).nanograms() == 453'592'370'000);
  CHECK((315_lb).nanograms() == 142'881'596'550'000);
  CHECK((142.5_kg).nanograms() == 142'500'000'000'000);
  CHECK(Load::of(1, Unit::kg).nanograms() == 1'000'000'000);
  CHECK(315_lb > 142.88_kg);
  CHECK(315_lb < 142.89_kg);
}

TEST_CASE("rounding down keeps what is a whole step already") {
  CHECK((315_lb).floor_to(5_lb) == 315_lb);
  CHECK((314.9_kg).floor_to(2.5_kg) == 312.5_kg);
  CHECK((312.5_kg).floor_to(2.5_kg) == 312.5_kg);
  CHECK((2.4_kg).floor_to(2.5_kg) == 0_kg);
}

TEST_CASE("loadable is the bar and whole steps, and never under the bar") {
  constexpr Loading kg = Loading::standard(Unit::kg);
  CHECK(kg.floor(126_kg) == 125_kg);
  CHECK(kg.floor(127.5_kg) == 127.5_kg);
  CHECK(kg.floor(20_kg) == 20_kg);
  CHECK(kg.floor(19.9_kg) == 20_kg);
  CHECK(kg.floor(0_kg) == 20_kg);
  constexpr Loading lb = Loading::standard(Unit::lb);
  CHECK(lb.floor((315_lb).percent(90)) == 280_lb);  // 283.5 lb
  constexpr Loading odd{Unit::kg, 15_kg, 4_kg};     // the step counts from the bar
  CHECK(odd.floor(22.9_kg) == 19_kg);
  CHECK(odd.floor(23_kg) == 23_kg);
}

TEST_CASE("a percentage is rounded down to a nanogram") {
  CHECK((140_kg).percent(90) == 126_kg);
  CHECK((315_lb).percent(90) == Load::of(283'500, Unit::lb));
  CHECK((140_kg).percent(100) == 140_kg);
  CHECK(Load::from_nanograms(199).percent(50) == Load::from_nanograms(99));
}

using Row = std::tuple<std::string, Unit, Load>;

TEST_CASE("numbers have the decimals they need") {
  const auto [text, unit, load] = GENERATE(table<std::string, Unit, Load>({
      Row{"140", Unit::kg, 140_kg},
      Row{"142.5", Unit::kg, 142.5_kg},
      Row{"0.5", Unit::kg, 0.5_kg},
      Row{"0.001", Unit::kg, Load::of(1, Unit::kg)},
      Row{"100.1", Unit::kg, 100.1_kg},
      Row{"0", Unit::kg, 0_kg},
      Row{"315", Unit::lb, 315_lb},
      Row{"-15", Unit::kg, 125_kg - 140_kg},
      Row{"-2.5", Unit::kg, 0_kg - 2.5_kg},
      // Conversions: to hundredths, half up.
      Row{"142.88", Unit::kg, 315_lb},  // 142.88159655
      Row{"220.46", Unit::lb, 100_kg},  // 220.4622...
      Row{"308.65", Unit::lb, 140_kg},  // 308.6471...
      Row{"-308.65", Unit::lb, 0_kg - 140_kg},
      Row{"0.45", Unit::kg, 1_lb},  // 0.45359237
      Row{"1", Unit::kg, Load::from_nanograms(995'000'000'001)},
      Row{"0.99", Unit::kg, Load::from_nanograms(994'999'999'999)},
  }));
  CHECK(number_in(unit, load) == text);
}

TEST_CASE("a weight is said in the unit it was typed in") {
  CHECK(to_string(Weight{142.5_kg, Unit::kg}) == "142.5 kg");
  CHECK(to_string(Weight{315_lb, Unit::lb}) == "315 lb");
  CHECK(Weight{1_kg, Unit::kg} == Weight{1_kg, Unit::kg});
  CHECK_FALSE(Weight{0_kg, Unit::kg} == Weight{0_kg, Unit::lb});
}

TEST_CASE("laws of loads") {
  rc::prop("what a load is rounded to is a whole step, at most one under it", [] {
    const Load load = Load::of(*rc::gen::inRange(0, 1'000'000), Unit::lb);
    const Load step = Load::of(*rc::gen::inRange(1, 10'000), Unit::kg);
    const Load floor = load.floor_to(step);
    RC_ASSERT(floor <= load);
    RC_ASSERT(load < floor + step);
    RC_ASSERT(floor.nanograms() % step.nanograms() == 0);
  });
  rc::prop("thousandths of either unit survive", [] {
    const auto which = *rc::gen::element(Unit::kg, Unit::lb);
    const auto thousandths = *rc::gen::inRange(0, 1'000'000);
    const Load load = Load::of(thousandths, which);
    RC_ASSERT(load.nanograms() == thousandths * nanograms_per_thousandth(which));
    RC_ASSERT(std::stod(number_in(which, load)) == Approx(thousandths / 1000.0).epsilon(1e-12));
  });
}

}  // namespace
}  // namespace hinge
