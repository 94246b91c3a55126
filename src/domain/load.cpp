#include "hinge/load.hpp"

namespace hinge {
namespace {

/// `value` divided by ten to the `decimals`, without the zeros at the end.
std::string decimal(std::int64_t value, int decimals) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return value < 0 ? "-" + digits : digits;
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
