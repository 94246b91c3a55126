#include "report/plates.hpp"

#include <array>

namespace hinge::report {
namespace {

/// Plates from the heaviest down, in thousandths of the unit. The small ones only where the
/// lifter's step needs them.
std::vector<Load> plates_for(const Loading& loading) {
  constexpr std::array kilograms = {25000, 20000, 15000, 10000, 5000, 2500, 1250, 500, 250};
  constexpr std::array pounds = {45000, 35000, 25000, 10000, 5000, 2500, 1250, 500, 250};
  const auto& sizes = loading.unit == Unit::kg ? kilograms : pounds;
  const Load smallest_usual = Load::of(loading.unit == Unit::kg ? 1250 : 2500, loading.unit);
  std::vector<Load> plates;
  for (const int size : sizes) {
    const Load plate = Load::of(size, loading.unit);
    if (plate < smallest_usual && plate * 2 < loading.step) continue;
    if (plate < smallest_usual && loading.step >= smallest_usual * 2) continue;
    plates.push_back(plate);
  }
  return plates;
}

}  // namespace

LoadedBar loaded_bar(Load load, const Loading& loading) {
  LoadedBar made{loading.bar, {}, load - loading.bar};
  for (const Load plate : plates_for(loading)) {
    for (; plate * 2 <= made.short_by; made.short_by = made.short_by - plate * 2) {
      made.each_side.push_back(plate);
    }
  }
  return made;
}

std::string plates(Weight weight, const Loading& loading) {
  if (loading.bar.nanograms() == 0) return "no bar: " + to_string(weight) + " in each hand";
  const Weight bar{loading.bar, loading.unit};
  if (weight.load < loading.bar)
    return "lighter than the " + to_string(bar) + " bar: a lighter bar";
  if (weight.load == loading.bar) return "the empty " + to_string(bar) + " bar";
  const LoadedBar made = loaded_bar(weight.load, loading);
  std::string side;
  for (const Load plate : made.each_side) {
    side += (side.empty() ? "" : " + ") + number_in(loading.unit, plate);
  }
  std::string out =
      to_string(bar) + " bar, " +
      (side.empty() ? "no plates" : "each side " + side + " " + to_string(loading.unit));
  if (made.short_by.nanograms() > 0) {
    out += "; " + to_string(Weight{made.short_by, loading.unit}) + " short of " + to_string(weight);
  }
  return out;
}

}  // namespace hinge::report
