#include "hinge/volume.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace hinge;

TEST_CASE("volume is exact, in kilograms") {
  CHECK(kg_of(Volume{}) == "0");
  CHECK(kg_of(Volume{}.add(140_kg, 5).add(140_kg, 5)) == "1400");
  CHECK(kg_of(Volume{}.add(142.5_kg, 3)) == "427.5");
  CHECK(kg_of(Volume{}.add(315_lb, 5)) == "714.41");                   // 714.40798275
  CHECK(kg_of(Volume{}.add(220_lb, 1)) == "99.79");                    // 99.7903214
  CHECK(kg_of(Volume{}.add(Load::of(220462, Unit::lb), 1)) == "100");  // 99.99988105…, rounded up
  CHECK(kg_of(Volume{}.add(100_kg, 0)) == "0");
  CHECK(Volume{}.add(0.5_kg, 3).kg() == Approx(1.5));
  CHECK(Volume{}.add(315_lb, 5).load() == 315_lb * 5);
  CHECK(Volume{}.add(10000_kg, 922).add(3371_kg, 1).load() == 9'223'371_kg);
  CHECK(Volume{}.add(10000_kg, 923).load() ==
        Load::from_nanograms(std::numeric_limits<std::int64_t>::max()));
}

TEST_CASE("volume holds more than a load could") {
  Volume sum;
  for (int set = 0; set < 1000; ++set) sum.add(10000_kg, 1000);
  CHECK(kg_of(sum) == "10000000000");
}

TEST_CASE("work done leaves out warm-ups and outliers, and counts a missed rep as none") {
  const std::vector<Set> sets = {{{60_kg, Unit::kg}, 5, false, {}, SetKind::warmup},
                                 {{100_kg, Unit::kg}, 5, false, {}, SetKind::work},
                                 {{100_kg, Unit::kg}, 4, true, {}, SetKind::work},
                                 {{500_kg, Unit::kg}, 1, false, {}, SetKind::outlier}};
  WorkDone done = work_done(sets);
  CHECK(done.sets == 2);
  CHECK(done.reps == 9);
  CHECK(kg_of(done.volume) == "900");
  done += done;
  CHECK(done.sets == 4);
  CHECK(done.reps == 18);
  CHECK(kg_of(done.volume) == "1800");
}
