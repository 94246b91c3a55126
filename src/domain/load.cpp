#include "hinge/load.hpp"

#include <array>

namespace hinge {
namespace {

/// `value` divided by ten to the `decimals`, without the zeros at the end.
std::string decimal(std::int64_t value, int decimals) {
  std::int64_t rest = value < 0 ? -value : value;
  while (decimals > 0 && rest % 10 == 0) {
    rest /= 10;
    --decimals;
  }
  // From the last digit to the first: at least one stands before the point.
  std::array<char, 24> text{};
  char* const end = text.data() + text.size();
  char* at = end;
  for (int written = 0; rest != 0 || written <= decimals; ++written, rest /= 10) {
    if (written == decimals && decimals > 0) *--at = '.';
    *--at = static_cast<char>('0' + rest % 10);
  }
  if (value < 0) *--at = '-';
  return {at, end};
}

}  // namespace

std::string to_string(Unit unit) { return unit == Unit::kg ? "kg" : "lb"; }

std::string number_in(Unit unit, Load load) {
  const std::int64_t thousandth = nanograms_per_thousandth(unit);
  const std::int64_t nanograms = load.nanograms();
  if (nanograms % thousandth == 0) return decimal(nanograms / thousandth, 3);
  const std::int64_t hundredth = thousandth * 10;
  const std::int64_t half = nanograms < 0 ? -hundredth / 2 : hundredth / 2;
  return decimal((nanograms + half) / hundredth, 2);
}

std::string to_string(Weight weight) {
  return number_in(weight.unit, weight.load) + " " + to_string(weight.unit);
}

}  // namespace hinge
