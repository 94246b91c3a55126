#pragma once

#include "engine/red_flags.hpp"
#include "engine/state.hpp"

namespace hinge::engine {

/// What the rules about the back look at: one training day's check-ins, and what came before.
struct BackView {
  const Merge& merge;
  const State& before;        ///< the fold up to the day before
  const RedFlagState& flags;  ///< as of the same day as the rules
  const Policy& policy;
  Moment day;  ///< the training day
  Moment as_of;
  bool in_calm = false;  ///< calm began before this day, and has not been left
  std::optional<Date> calm_since;
  Nprs pain;                      ///< the highest of the day, also what leaving calm has spent
  std::optional<Date> calm_left;  ///< by quiet check-ins after this day
};

/// All rules of engine.md section 4 that are about the back (E, T, N, H, P2, U1, S, C1, CALM),
/// those that passed too.
[[nodiscard]] Assessment assess_back(const BackView& view);

/// How many thresholds the symptoms cross; pain of 8 and more counts twice for T2.
[[nodiscard]] int crossings(const Merge& merge, const Policy& policy);
/// The deload that the crossings and nerve symptoms ask for, in %; 0 for none.
[[nodiscard]] int symptom_percent(const Merge& merge, const Policy& policy);
/// Whether the symptoms alone ask for calm.
[[nodiscard]] bool asks_for_calm(const Merge& merge, const Policy& policy);

}  // namespace hinge::engine
