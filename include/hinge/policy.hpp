#pragma once

#include <array>
#include <string>

#include "hinge/date.hpp"
#include "hinge/load.hpp"
#include "hinge/score.hpp"

namespace hinge {

/// After more than `over_days` without training: at most this rung; 0 is a hold.
struct LayoffRung {
  int over_days = 0;
  int rung = 0;
};

/// Every number the engine goes by, with engine.md's defaults. A value's comment says where it
/// comes from: [A] the article, [P] published, [C] common practice, [D] our choice.
struct Policy {
  std::string name = "linear";
  int version = 1;

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

  // Ambers (section 4).
  Nprs amber_pain = 3;  ///< H1, at or above [P]
  Minutes amber_soreness =
      std::chrono::hours{72};        ///< H4, beyond: soreness peaks at 24 to 72 h [P]
  Nprs sore_now = 4;                 ///< H4, at or above, in a check-in of the last 24 h [D]
  Nprs important_change = 2;         ///< P2, at or above (Ostelo 2008) [P]
  Rpe rpe_hold = Score::halves(19);  ///< R1, at or above: 9.5 [C]
  bool under_care = false;           ///< a clinician follows this lifter: S1 and S2 are silent

  // The ladder (section 5), in % of the reference load, and where sets are halved.
  std::array<int, 7> rungs = {50, 60, 70, 80, 90, 95, 100};
  int full_sets_from = 90;        ///< below this rung: half the sets, rounded up
  Load step_kg = 5_kg;            ///< one step up, for those who think in kg [C]
  Load step_lb = 10_lb;           ///< and in lb [C]
  int largest_step_percent = 10;  ///< of the reference load [D]
  int light_percent = 90;   ///< a session under this much of the suggestion is a light one [D]
  int missed_sessions = 3;  ///< F3, in a row [C]
  int missed_percent = 10;  ///< and its deload [C]
  Minutes calm_quiet = std::chrono::hours{48};  ///< quiet check-ins this far apart end calm [D]

  // Time away (section 6): strength loss is under 5 % in two weeks [P]; the steps are practice [C].
  std::array<LayoffRung, 5> layoff = {{{10, 0}, {14, 90}, {21, 80}, {56, 70}, {90, 50}}};
  std::array<LayoffRung, 3> lift_layoff = {{{14, 0}, {35, 90}, {90, 80}}};
};

/// The policy for those who chose none: a step up each time it was made.
[[nodiscard]] const Policy& linear_policy();

}  // namespace hinge
