#pragma once

#include <optional>
#include <vector>

#include "engine/propose.hpp"

namespace hinge::engine {

/// One session against what had been suggested.
struct Done {
  std::optional<Weight> working_load;  ///< W; none if no rep was good
  /// The working sets as a scheme: W, how many, the fewest reps among them (of another app's, as
  /// many as at least half of them had).
  Scheme working;
  std::optional<Weight> reference;  ///< R, which another app's session is measured by
  bool light = false;               ///< under 90 % of the suggestion, or marked
  bool marked_light = false;
  bool missed = false;             ///< a failed rep at the suggested load or more
  bool short_of = false;           ///< fewer sets or reps than suggested, and not missed
  bool over = false;               ///< more load than suggested
  std::optional<Rpe> highest_rpe;  ///< of the working sets
  std::optional<Effort> effort;    ///< the best of them
};

/// `suggested` is none for the first session of a lift: it is then measured against itself.
[[nodiscard]] Done what_was_done(const LiftDay& day, const std::optional<Target>& suggested,
                                 const Policy& policy);

/// F1, F2, F3, R1 and LIGHT for one session, given the counts before it and whether symptoms made
/// the day red.
[[nodiscard]] std::vector<Finding> assess_lift(const LiftState& before, const Done& done,
                                               bool symptom_red, const Policy& policy);

}  // namespace hinge::engine
