#include "cli/next_shift.hpp"

namespace hinge::cli {

std::optional<report::Shift> shift_between(const std::optional<Suggestion>& before,
                                           const std::optional<Suggestion>& after) {
  if (!before || !after) return std::nullopt;
  const bool same = before->lift == after->lift && before->decision == after->decision &&
                    before->target == after->target && before->refer == after->refer &&
                    before->deload_percent == after->deload_percent;
  if (same) return std::nullopt;
  return report::Shift{*before, *after};
}

}  // namespace hinge::cli
