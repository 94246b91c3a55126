#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "hinge/date.hpp"
#include "hinge/load.hpp"
#include "hinge/score.hpp"

namespace hinge {

/// + a step each time it was made; sets and reps stay.
struct Linear {
  friend bool operator==(const Linear&, const Linear&) = default;
};

/// Double progression: reps climb from `low` to `high` at one load, then + a step and back to
/// `low`. Fewer reps than `low` become `low` at the load that the RPE table gives for them.
struct DoubleProgression {
  int low = 5;
  int high = 8;
  std::optional<Rpe> rpe_cap;  ///< the effort meant; none: what it takes
  friend bool operator==(const DoubleProgression&, const DoubleProgression&) = default;
};

/// The load for `reps` at `rpe`, from the RTS table and the e1RM of the last exposures.
struct RpeTarget {
  int reps = 5;
  Rpe rpe = 8;
  friend bool operator==(const RpeTarget&, const RpeTarget&) = default;
};

struct WaveSet {
  int percent = 0;  ///< of the training max
  int reps = 0;
  friend bool operator==(const WaveSet&, const WaveSet&) = default;
};
using WaveWeek = std::array<WaveSet, 3>;

/// 5/3/1: a training max, four weeks of three sets in % of it, and a step on it after each cycle.
struct Wave {
  int training_max_percent = 90;  ///< of the e1RM it starts from
  std::array<WaveWeek, 4> weeks = {{{{{65, 5}, {75, 5}, {85, 5}}},
                                    {{{70, 3}, {80, 3}, {90, 3}}},
                                    {{{75, 5}, {85, 3}, {95, 1}}},
                                    {{{40, 5}, {50, 5}, {60, 5}}}}};
  friend bool operator==(const Wave&, const Wave&) = default;
};

/// What progress is (section 8). All else is the same whatever the progression: hold, deload, calm,
/// the ladder, time away.
using Progression = std::variant<Linear, DoubleProgression, RpeTarget, Wave>;

/// After more than `over_days` without training: at most this rung; 0 is a hold.
struct LayoffRung {
  int over_days = 0;
  int rung = 0;
  friend bool operator==(const LayoffRung&, const LayoffRung&) = default;
};

/// So many exposures over so many weeks: how dense a programme is.
struct Block {
  int exposures = 0;
  int weeks = 0;
  friend bool operator==(const Block&, const Block&) = default;
};

/// Every number the engine goes by, with engine.md's defaults. A value's comment says where it
/// comes from: [A] the article, [P] published, [C] common practice, [D] our choice.
struct Policy {
  std::string name = "linear";
  int version = 1;          ///< of the lifter's choices of a policy, counted from 1
  std::string clinician;    ///< who answers for it; needed where it is less safe than the article
  bool under_care = false;  ///< a clinician follows this lifter: S1 and S2 are silent

  Progression progression = Linear{};

  // Thresholds (section 3).
  Nprs excessive_pain =
      6;  ///< T2, at or above: [A]; above 5/10 is the red zone (Silbernagel 2007) [P]
  Nprs severe_pain = 8;                             ///< T2 counted twice, at or above [D]
  Nprs excessive_soreness = 8;                      ///< T2 for soreness, at or above [D]
  Minutes lingering_pain = std::chrono::hours{24};  ///< T3, beyond: [A]
  Minutes lingering_soreness =
      std::chrono::hours{120};  ///< T3 for soreness, beyond: gone by day 5 to 7 [P]
  int limiting = 2;             ///< T4, at or above: [A]

  std::array<int, 3> deload_percent = {10, 20,
                                       30};  ///< by the count of crossings; one more is calm [D]
  int disabling = 3;                         ///< calm at once, at or above: limits [D]
  int nerve_below_knee_percent = 20;         ///< N1 [P][D]
  int nerve_above_knee_percent = 10;         ///< N2 [P][D]
  Nprs new_pain = 3;  ///< E2 for what lies in the past, at or above: urgent [D]

  // Ambers (section 4).
  Nprs amber_pain = 3;  ///< H1, at or above [P]
  Minutes amber_soreness =
      std::chrono::hours{72};        ///< H4, beyond: soreness peaks at 24 to 72 h [P]
  Nprs sore_now = 4;                 ///< H4, at or above, in a check-in of the last 24 h [D]
  Nprs important_change = 2;         ///< P2, at or above (Ostelo 2008) [P]
  Rpe rpe_hold = Score::halves(19);  ///< R1, at or above: 9.5 [C]

  // The ladder (section 5), in % of the reference load, and where sets are halved.
  std::vector<int> rungs = {50, 60, 70, 80, 90, 95, 100};
  int full_sets_from = 90;        ///< below this rung: half the sets, rounded up
  Load step_kg = 5_kg;            ///< one step up, for those who think in kg [C]
  Load step_lb = 10_lb;           ///< and in lb [C]
  int largest_step_percent = 10;  ///< of the reference load [D]
  int light_percent = 90;   ///< a session under this much of the suggestion is a light one [D]
  int missed_sessions = 3;  ///< F3, in a row [C]
  int missed_percent = 10;  ///< and its deload [C]
  Minutes calm_quiet = std::chrono::hours{48};  ///< quiet check-ins this far apart end calm [D]
  int most_a_week = 0;                          ///< training days in 7 days; 0: no limit
  std::optional<Block> block;  ///< how dense `plan` draws the road; none: as lately

  // Time away (section 6): strength keeps for weeks (McMaster 2013, Bosquet 2013) [P]; the steps
  // are practice [C].
  std::vector<LayoffRung> layoff = {{10, 0}, {14, 90}, {21, 80}, {56, 70}, {90, 50}};
  std::vector<LayoffRung> lift_layoff = {{14, 0}, {35, 90}, {90, 80}};

  /// The least that symptoms take off.
  [[nodiscard]] int mildest_percent() const {
    return std::min({deload_percent.front(), nerve_below_knee_percent, nerve_above_knee_percent});
  }
  friend bool operator==(const Policy&, const Policy&) = default;
};

/// `linear`, `double`, `rpe`, `wave`, `rehab` and `low-load`, in this order.
[[nodiscard]] std::span<const Policy> built_in_policies();
/// By name; null where there is none of that name.
[[nodiscard]] const Policy* built_in_policy(std::string_view name);
/// The policy for those who chose none: a step up each time it was made.
[[nodiscard]] const Policy& linear_policy();

/// The policies one lifter goes by. What is about the back (thresholds, holds for symptoms, calm,
/// time away from all lifts) is `general`'s, since it is one back; a lift of its own policy has its
/// progression, steps, ladder and effort from there.
struct Policies {
  // Implicit on purpose: one policy is the policy of every lift.
  Policies(Policy everywhere)  // NOLINT(google-explicit-constructor)
      : general(std::move(everywhere)) {}
  Policy general;
  std::map<std::string, Policy, std::less<>> lifts;
  [[nodiscard]] const Policy& of(std::string_view lift) const {
    const auto found = lifts.find(lift);
    return found == lifts.end() ? general : found->second;
  }
  /// What F3 takes off: no more than the mildest symptom does, since the misses of a day with one
  /// don't count, and a worse report would lead to more load.
  [[nodiscard]] int missed_percent(std::string_view lift) const {
    return std::min(of(lift).missed_percent, general.mildest_percent());
  }
};

}  // namespace hinge
