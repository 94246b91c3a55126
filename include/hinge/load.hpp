#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace hinge {

enum class Unit : std::uint8_t { kg, lb };

/// The exact mass of a thousandth of a unit. The pound is 0.45359237 kg by definition (1959).
[[nodiscard]] constexpr std::int64_t nanograms_per_thousandth(Unit unit) {
  return unit == Unit::kg ? 1'000'000'000 : 453'592'370;
}

/// A mass on the bar, exact in both kilograms and pounds.
class Load {
 public:
  constexpr Load() = default;
  /// `thousandths` of a kilogram or of a pound.
  [[nodiscard]] static constexpr Load of(std::int64_t thousandths, Unit unit) {
    return Load{thousandths * nanograms_per_thousandth(unit)};
  }
  [[nodiscard]] static constexpr Load from_nanograms(std::int64_t nanograms) {
    return Load{nanograms};
  }
  [[nodiscard]] constexpr std::int64_t nanograms() const { return nanograms_; }

  /// The heaviest multiple of `step` no heavier than this load. Requires step > 0 and a load >= 0.
  [[nodiscard]] constexpr Load floor_to(Load step) const {
    return Load{nanograms_ - nanograms_ % step.nanograms_};
  }
  /// `percent` hundredths of this load, rounded down to a nanogram.
  [[nodiscard]] constexpr Load percent(std::int64_t percent) const {
    return Load{nanograms_ / 100 * percent + nanograms_ % 100 * percent / 100};
  }

  friend constexpr Load operator+(Load a, Load b) { return Load{a.nanograms_ + b.nanograms_}; }
  friend constexpr Load operator-(Load a, Load b) { return Load{a.nanograms_ - b.nanograms_}; }
  friend constexpr Load operator*(Load a, std::int64_t n) { return Load{a.nanograms_ * n}; }
  friend constexpr auto operator<=>(Load, Load) = default;

 private:
  explicit constexpr Load(std::int64_t nanograms) : nanograms_(nanograms) {}
  std::int64_t nanograms_ = 0;
};

inline namespace literals {
constexpr Load operator""_kg(unsigned long long kg) {
  return Load::of(static_cast<std::int64_t>(kg) * 1000, Unit::kg);
}
constexpr Load operator""_kg(long double kg) {
  return Load::of(static_cast<std::int64_t>(kg * 1000 + 0.5L), Unit::kg);
}
constexpr Load operator""_lb(unsigned long long lb) {
  return Load::of(static_cast<std::int64_t>(lb) * 1000, Unit::lb);
}
}  // namespace literals

static_assert((315_lb).floor_to(5_lb) == 315_lb);

/// A load together with the unit it was written in: what was typed is kept, never converted.
/// Equality is of load and unit; compare `.load` to compare masses.
struct Weight {
  Load load;
  Unit unit = Unit::kg;
  friend constexpr bool operator==(Weight, Weight) = default;
};

[[nodiscard]] std::string to_string(Unit unit);
/// The number of units, up to three decimals and none that is not needed: "142.5". A load that is
/// not a whole number of thousandths of `unit` (a conversion) is rounded to hundredths, half up.
[[nodiscard]] std::string number_in(Unit unit, Load load);
/// "142.5 kg": the number in the unit as typed, and the unit.
[[nodiscard]] std::string to_string(Weight weight);

/// What a lifter can put on a bar: `bar + k × step`, and the unit they think in.
struct Loading {
  Unit unit = Unit::kg;
  Load bar = 20_kg;
  Load step = 2.5_kg;

  /// The usual bar and smallest step: 20 kg and 2.5 kg, 45 lb and 5 lb.
  [[nodiscard]] static constexpr Loading standard(Unit unit) {
    return unit == Unit::kg ? Loading{Unit::kg, 20_kg, 2.5_kg} : Loading{Unit::lb, 45_lb, 5_lb};
  }
  /// The heaviest loadable load no heavier than `load`; the bar itself where `load` is under it.
  [[nodiscard]] constexpr Load floor(Load load) const {
    return load <= bar ? bar : bar + (load - bar).floor_to(step);
  }
  friend constexpr bool operator==(const Loading&, const Loading&) = default;
};

static_assert(Loading::standard(Unit::kg).floor(126_kg) == 125_kg);

}  // namespace hinge
