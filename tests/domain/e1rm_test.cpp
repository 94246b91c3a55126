#include "hinge/e1rm.hpp"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>

namespace hinge {
namespace {

constexpr Load grams(std::int64_t count) { return Load::of(count, Unit::kg); }
constexpr Rpe rpe(int points) { return Rpe{points}; }
constexpr Rpe and_a_half(int points) { return Rpe::halves(points * 2 + 1); }

/// Down to the gram, to compare with what was worked out by hand.
Load to_grams(Load load) { return load.floor_to(grams(1)); }

using Row = std::tuple<std::string, Load, int, std::optional<Rpe>, Load>;

TEST_CASE("e1RM by hand") {
  const auto [why, load, reps, effort,
              expected] = GENERATE(table<std::string, Load, int, std::optional<Rpe>, Load>({
      // engine.md section 8, for 100 kg × 5.
      Row{"Epley: 100 × (1 + 5/30) = 116.666…", 100_kg, 5, std::nullopt, grams(116'666)},
      Row{"RTS @10: 100 / 0.863 = 115.874…", 100_kg, 5, rpe(10), grams(115'874)},
      Row{"RTS @8: 5 and 2 left is 7: 100 / 0.811 = 123.304…", 100_kg, 5, rpe(8), grams(123'304)},
      // Our own.
      Row{"Epley: 140 × 35/30 = 163.333…", 140_kg, 5, std::nullopt, grams(163'333)},
      Row{"Epley: 90 × 33/30 = 99", 90_kg, 3, std::nullopt, 99_kg},
      Row{"Epley: 60 × 40/30 = 80", 60_kg, 10, std::nullopt, 80_kg},
      Row{"Epley: 60 × 42/30 = 84", 60_kg, 12, std::nullopt, 84_kg},
      Row{"Epley: two reps: 150 × 32/30 = 160", 150_kg, 2, std::nullopt, 160_kg},
      Row{"a single is what it is", 182.5_kg, 1, std::nullopt, 182.5_kg},
      Row{"RTS: a single @10 is what it is", 182.5_kg, 1, rpe(10), 182.5_kg},
      Row{"RTS: a single @9 is as two: 191 / 0.955 = 200", 191_kg, 1, rpe(9), 200_kg},
      Row{"RTS: 3 @9.5: (92.2 + 89.2) / 2 = 90.7 %: 181.4 / 0.907 = 200", 181.4_kg, 3,
          and_a_half(9), 200_kg},
      Row{"RTS: 5 @8.5: (83.7 + 81.1) / 2 = 82.4 %: 100 / 0.824 = 121.359…", 100_kg, 5,
          and_a_half(8), grams(121'359)},
      Row{"RTS: 10 @6 is as 14: 62.6 / 0.626 = 100", 62.6_kg, 10, rpe(6), 100_kg},
      Row{"RTS: 11 @5 is as 16, the last of the row: 57.2 / 0.572 = 100", 57.2_kg, 11, rpe(5),
          100_kg},
  }));
  INFO(why);
  const auto estimate = e1rm(load, reps, effort);
  REQUIRE(estimate);
  CHECK(to_grams(estimate->load) == expected);
}

TEST_CASE("pounds are estimated as exactly as kilograms") {
  // 300 lb × 3: 300 × 33/30 = 330 lb.
  CHECK(e1rm(300_lb, 3, std::nullopt)->load == 330_lb);
  // 955 lb for a single @9: 955 / 0.955 = 1000 lb.
  CHECK(e1rm(955_lb, 1, rpe(9))->load == 1000_lb);
}

TEST_CASE("more than ten reps say little, more than twelve nothing") {
  CHECK_FALSE(e1rm(60_kg, 10, std::nullopt)->rough);
  CHECK(e1rm(60_kg, 11, std::nullopt)->rough);
  CHECK(e1rm(60_kg, 12, std::nullopt)->rough);
  CHECK_FALSE(e1rm(60_kg, 10, rpe(8))->rough);
  CHECK(e1rm(60_kg, 11, rpe(8))->rough);
  CHECK_FALSE(e1rm(60_kg, 13, std::nullopt));
  CHECK_FALSE(e1rm(60_kg, 13, rpe(10)));
  CHECK_FALSE(e1rm(60_kg, 0, std::nullopt));
  CHECK_FALSE(e1rm(60_kg, 0, rpe(10)));
}

TEST_CASE("the table ends at sixteen reps, done and in reserve") {
  CHECK(e1rm(60_kg, 12, rpe(6)));  // as 16
  CHECK_FALSE(e1rm(60_kg, 12, and_a_half(5)));
  CHECK(at_rpe(100_kg, 16, rpe(10)) == 57.2_kg);
  CHECK_FALSE(at_rpe(100_kg, 16, and_a_half(9)));
  CHECK_FALSE(at_rpe(100_kg, 17, rpe(10)));
}

TEST_CASE("a load for reps at an RPE, by hand") {
  CHECK(at_rpe(200_kg, 5, rpe(8)) == 162.2_kg);         // as 7: 81.1 %
  CHECK(at_rpe(200_kg, 1, rpe(10)) == 200_kg);          // 100 %
  CHECK(at_rpe(200_kg, 1, and_a_half(9)) == 195.5_kg);  // (100 + 95.5) / 2 = 97.75 %
  CHECK(at_rpe(200_kg, 3, and_a_half(7)) == 170_kg);    // (86.3 + 83.7) / 2 = 85 %
  CHECK(at_rpe(1000_lb, 8, rpe(7)) == 707_lb);          // as 11: 70.7 %
}

TEST_CASE("the whole row of the table") {
  // engine.md section 8: RPE 10, one rep to sixteen.
  int reps = 0;
  for (const double percent : {100.0, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7,
                               68.0, 65.3, 62.6, 59.9, 57.2}) {
    CAPTURE(percent);
    CHECK(at_rpe(100_kg, ++reps, rpe(10)) == grams(std::lround(percent * 1000)));
  }
}

TEST_CASE("no RPE outside five to ten") {
  CHECK(at_rpe(100_kg, 1, rpe(5)) == 83.7_kg);  // as 6
  CHECK_FALSE(at_rpe(100_kg, 1, Rpe::halves(9)));
  CHECK_FALSE(at_rpe(100_kg, 1, Rpe::halves(21)));
  CHECK_FALSE(at_rpe(100_kg, 0, rpe(8)));
  CHECK_FALSE(e1rm(100_kg, 5, Rpe::halves(9)));
}

Set done(Load load, int reps, std::optional<Rpe> effort = {}, SetKind kind = SetKind::work) {
  return {{load, Unit::kg}, reps, false, effort, kind};
}

TEST_CASE("a session's e1RM is that of its best work set") {
  // 150 × 32/30 = 160; 140 × 35/30 = 163.33; 140 × 34/30 = 158.67.
  const auto best = best_e1rm({done(150_kg, 2), done(140_kg, 5), done(140_kg, 4)});
  REQUIRE(best);
  CHECK(to_grams(best->estimate.load) == grams(163'333));
  CHECK(best->from == done(140_kg, 5));
  CHECK(best_e1rm({done(140_kg, 5), done(200_kg, 5, {}, SetKind::warmup),
                   done(300_kg, 5, {}, SetKind::outlier)})
            ->from == done(140_kg, 5));
  Set missed = done(140_kg, 4);
  missed.failed = true;
  CHECK(best_e1rm({missed})->from == missed);
  CHECK_FALSE(best_e1rm({}));
  CHECK_FALSE(best_e1rm({done(140_kg, 0), done(60_kg, 20)}));
}

TEST_CASE("a rough estimate stands only where there is no other") {
  // 100 × 42/30 = 140 is more than 110 × 35/30 = 128.33, and less sure.
  CHECK(best_e1rm({done(100_kg, 12), done(110_kg, 5)})->from == done(110_kg, 5));
  CHECK(best_e1rm({done(110_kg, 5), done(100_kg, 12)})->from == done(110_kg, 5));
  CHECK(best_e1rm({done(100_kg, 12)})->estimate == E1rm{140_kg, true});
}

TEST_CASE("laws of the estimates") {
  rc::prop("an estimate, put back into the table, gives the load but for a few nanograms", [] {
    const Load load = Load::of(*rc::gen::inRange(1, 500'000), Unit::lb);
    const auto reps = *rc::gen::inRange(1, 11);
    const auto effort = Rpe::halves(*rc::gen::inRange(10, 21));
    const auto estimate = e1rm(load, reps, effort);
    RC_PRE(estimate.has_value());
    const Load back = *at_rpe(estimate->load, reps, effort);
    RC_ASSERT(back <= load);
    RC_ASSERT(load - back <= Load::from_nanograms(1));
  });
  rc::prop("more reps, or more in reserve, never mean a lower estimate", [] {
    const Load load = Load::of(*rc::gen::inRange(1, 500'000), Unit::kg);
    const auto reps = *rc::gen::inRange(1, 9);
    const auto halves = *rc::gen::inRange(12, 21);
    RC_ASSERT(e1rm(load, reps + 1, std::nullopt)->load > e1rm(load, reps, std::nullopt)->load);
    const auto here = e1rm(load, reps, Rpe::halves(halves));
    RC_ASSERT(e1rm(load, reps + 1, Rpe::halves(halves))->load > here->load);
    RC_ASSERT(e1rm(load, reps, Rpe::halves(halves - 1))->load > here->load);
    RC_ASSERT(here->load >= load);
  });
}

}  // namespace
}  // namespace hinge
