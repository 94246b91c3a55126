#include "exchange/numbers.hpp"

#include <cmath>
#include <string>

#include "domain/digits.hpp"

namespace hinge::exchange {
namespace {

constexpr std::int64_t one = 1'000'000'000'000;
constexpr std::size_t decimals_kept = 12;

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The digits behind the point as trillionths; what is smaller is noise.
std::int64_t fraction_of(std::string_view decimals) {
  std::int64_t fraction = 0;
  for (std::size_t i = 0; i < decimals_kept; ++i) {
    fraction = fraction * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
  }
  return fraction;
}

/// A load's grid in thousandths of its unit: what typed loads are on, and what bars carry.
constexpr std::int64_t typed_grid(Unit unit) { return unit == Unit::kg ? 250 : 500; }
constexpr std::int64_t plate_grid(Unit unit) { return unit == Unit::kg ? 1250 : 2500; }
constexpr Unit other_than(Unit unit) { return unit == Unit::kg ? Unit::lb : Unit::kg; }

std::int64_t nearest_multiple(double thousandths, std::int64_t grid) {
  return std::llround(thousandths / static_cast<double>(grid)) * grid;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  constexpr unsigned bound = 100'000;
  const std::size_t mark = text.find_first_of(".,");
  const auto whole = number_of_digits(text.substr(0, mark));
  if (!whole || *whole >= bound) return std::nullopt;
  if (mark == std::string_view::npos) return Decimal(*whole * one);
  const std::string_view decimals = text.substr(mark + 1);
  const bool could_be_thousands = text[mark] == ',' && decimals.size() == 3;
  if (!all_digits(decimals) || could_be_thousands) return std::nullopt;
  return Decimal(*whole * one + fraction_of(decimals));
}

std::optional<int> Decimal::whole() const {
  if (trillionths_ % one != 0) return std::nullopt;
  return static_cast<int>(trillionths_ / one);
}

std::optional<int> Decimal::halves() const {
  if (trillionths_ % (one / 2) != 0) return std::nullopt;
  return static_cast<int>(trillionths_ / (one / 2));
}

std::int64_t Decimal::rounded(int digits) const {
  const std::int64_t step = one / power_of_ten(digits);
  return (trillionths_ + step / 2) / step;
}

double Decimal::approximately() const {
  return static_cast<double>(trillionths_) / static_cast<double>(one);
}

Weight as_written(Decimal number, Unit unit) { return {Load::of(number.rounded(3), unit), unit}; }

Weight snapped(Decimal number, Unit unit) {
  constexpr double noise = 1e-3;  // thousandths of a unit
  constexpr double one_in_10_000 = 1e-4;
  const double thousandths = number.approximately() * 1000;
  const std::int64_t typed = nearest_multiple(thousandths, typed_grid(unit));
  if (std::abs(thousandths - static_cast<double>(typed)) > noise) {
    const Unit other = other_than(unit);
    const double converted = thousandths * static_cast<double>(nanograms_per_thousandth(unit)) /
                             static_cast<double>(nanograms_per_thousandth(other));
    const std::int64_t plates = nearest_multiple(converted, plate_grid(other));
    if (std::abs(converted - static_cast<double>(plates)) <= converted * one_in_10_000) {
      return {Load::of(plates, other), other};
    }
  }
  return {Load::of(number.rounded(2) * 10, unit), unit};
}

}  // namespace hinge::exchange
