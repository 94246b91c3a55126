#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "hinge/load.hpp"
#include "hinge/score.hpp"

namespace hinge::exchange {

/// A number of a file, exact to the twelfth decimal: what conversions between units leave behind.
class Decimal {
 public:
  /// Digits, and at most one point or comma with digits behind it: no sign, no exponent, below
  /// 100,000. None for a comma with three digits behind it, which is a thousand in one country and
  /// a thousandth in another.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

  [[nodiscard]] bool is_zero() const { return trillionths_ == 0; }
  /// The whole number this is; none if it has a fraction.
  [[nodiscard]] std::optional<int> whole() const;
  /// How many halves this is; none if it is no number of halves.
  [[nodiscard]] std::optional<int> halves() const;
  /// The number times 10^`digits`, rounded half up. Requires 0 to 12 digits.
  [[nodiscard]] std::int64_t rounded(int digits) const;
  [[nodiscard]] double approximately() const;

 private:
  explicit Decimal(std::int64_t trillionths) : trillionths_(trillionths) {}
  std::int64_t trillionths_ = 0;
};

/// The load a file means by `number` of `unit`. What an app converted from the other unit is taken
/// back to it: where the number is on no plate grid of its own unit (0.25 kg, 0.5 lb) and, to one
/// part in 10,000, on the one of the other (1.25 kg, 2.5 lb). Anything else is the nearest
/// hundredth.
[[nodiscard]] Weight snapped(Decimal number, Unit unit);

/// The load that `number` of `unit` is to the thousandth, nothing taken back.
[[nodiscard]] Weight as_written(Decimal number, Unit unit);

}  // namespace hinge::exchange
