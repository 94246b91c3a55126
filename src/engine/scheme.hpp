#pragma once

#include <optional>
#include <vector>

#include "hinge/policy.hpp"
#include "hinge/session.hpp"
#include "hinge/suggestion.hpp"

namespace hinge::engine {

/// Where a lifter is in a wave (5/3/1).
struct WavePlace {
  Load training_max;
  int week = 0;  ///< 0 to 3
};

/// Where the lifter trains: the reference load R, and the sets and reps done at it.
struct Scheme {
  Weight reference;
  int sets = 0;
  int reps = 0;
  std::optional<WavePlace> wave;  ///< once one has begun
};

/// The e1RM that one exposure showed, and whether its effort was rated.
struct Effort {
  Load e1rm;
  bool rated = false;
};

/// How many exposures `RpeTarget` and the start of a wave look at [D].
inline constexpr std::size_t remembered_efforts = 3;

/// What the best of some working sets shows; none above 12 reps.
[[nodiscard]] std::optional<Effort> effort_of(const std::vector<Set>& working);

/// What was lifted, as the policy's progression takes it up: fewer reps than a range has become its
/// low end, at the load that goes with that; all else is as lifted.
[[nodiscard]] Scheme taken_up(const Scheme& lifted, const std::optional<Effort>& effort,
                              const Policy& policy, const Loading& loading);

/// Whether reps climb in a range at one load, so that a heavier load begins with fewer of them.
[[nodiscard]] bool has_range_of_reps(const Policy& policy);

/// What progress is: the scheme after this one. At most one step heavier than R; only a wave goes
/// its own way from week to week.
[[nodiscard]] Scheme next_scheme(const Scheme& scheme, const std::vector<Effort>& efforts,
                                 bool step_halved, const Policy& policy, const Loading& loading);

/// What a hold stands on, at a rung: the same again, or at the top what progress would ask for
/// where that is lighter (a wave's light week, an RPE over the target), so that a hold is never
/// more.
[[nodiscard]] Scheme held(const Scheme& scheme, int rung, const std::vector<Effort>& efforts,
                          bool step_halved, const Policy& policy, const Loading& loading);

/// The same scheme with another R; a wave's training max goes with it.
[[nodiscard]] Scheme rebased(Scheme scheme, Weight reference, const Policy& policy);

/// The scheme after `asked` was suggested and `lifted` was done, at rung 100. In a wave a
/// little more or less changes nothing: its weeks differ too much to tell the training max by one.
[[nodiscard]] Scheme followed(const Scheme& before, const Scheme& asked, Weight lifted,
                              const Policy& policy);

/// Whether what was done, all of it good, is work of its own beside what was asked, in a
/// progression whose loads and reps are its own: for all the sets over 10 % more load once it is
/// `taken` up, and what comes `after` it no less than what was asked. Then the lifter trains there.
[[nodiscard]] bool is_other_work(const Scheme& asked, const Scheme& taken, const Scheme& after,
                                 const Policy& policy);

/// Sets and reps grow with what was done, where the progression leaves them to the lifter.
[[nodiscard]] Scheme grown(Scheme scheme, const Scheme& done, const std::vector<Set>& working,
                           const Policy& policy);

/// The lighter sets before the top set, at `rung` % of what a wave asks for; none in other
/// progressions.
[[nodiscard]] std::vector<LeadIn> lead_in(const Scheme& scheme, int rung, const Policy& policy,
                                          const Loading& loading);

/// The e1RM that `scheme` goes by, in a policy of efforts; none where it takes a step by load
/// alone.
[[nodiscard]] std::optional<Load> one_rep_max_behind(const Scheme& scheme,
                                                     const std::vector<Effort>& efforts,
                                                     const Policy& policy);

/// The week's percents of the training max, lightest first; none in other progressions.
[[nodiscard]] std::vector<int> week_percents(const Scheme& scheme, const Policy& policy);

/// The effort a policy means; none: what it takes.
[[nodiscard]] std::optional<Rpe> rpe_cap(const Policy& policy);

/// Whether two loads are the same but for a conversion between kg and lb, or `a` is more: no plate
/// is that small.
[[nodiscard]] bool reaches(Load a, Load b);

}  // namespace hinge::engine
