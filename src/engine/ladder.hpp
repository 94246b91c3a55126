#pragma once

#include <optional>

#include "engine/scheme.hpp"

namespace hinge::engine {

/// One lift's way down and back up (engine.md section 5): rungs in % of R, rounded down to
/// loadable.
class Ladder {
 public:
  Ladder(const Scheme& scheme, const Loading& loading, const Policy& policy)
      : scheme_(scheme), loading_(loading), policy_(policy) {}

  [[nodiscard]] int top() const { return policy_.rungs.back(); }
  [[nodiscard]] int bottom() const { return policy_.rungs.front(); }

  /// R x rung, rounded down to loadable, never under the bar (or R itself, if that is less); rung
  /// 100 is R as lifted.
  [[nodiscard]] Weight load(int rung) const;
  /// The sets of a rung: all from 90 up, half of them below, rounded up.
  [[nodiscard]] int sets(int rung) const;

  /// The next rung up whose load differs, or where none does the top, if that has more sets.
  [[nodiscard]] std::optional<int> up(int rung) const;
  /// The highest rung of at most `percent` that loads less than `limit`; none where no rung does.
  [[nodiscard]] std::optional<int> below(int percent, Load limit) const;
  /// The highest rung whose load `lifted` reaches; the bottom one where it reaches none.
  [[nodiscard]] int reached_by(Load lifted) const;

 private:
  const Scheme& scheme_;
  const Loading& loading_;
  const Policy& policy_;
};

}  // namespace hinge::engine
