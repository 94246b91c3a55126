#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/ladder.hpp"
#include "engine/merge.hpp"
#include "hinge/suggestion.hpp"

namespace hinge::engine {

/// What the fold knows of one lift.
struct LiftState {
  std::optional<Scheme> scheme;  ///< none until a good rep was logged
  int rung = 100;                ///< in % of the reference load
  bool earned = false;           ///< the last training day was green: the next one may step up
  bool held_by_back =
      false;  ///< not earned for the back's sake alone: a later green day of another lift earns it
  bool half_sets = false;        ///< no rung below loads less: half the sets once more
  bool step_halved = false;      ///< for good, after the first F3
  int misses = 0;                ///< missed sessions in a row
  int shorts = 0;                ///< short sessions in a row
  std::optional<Scheme> light;   ///< what the last session did, if it was an unmarked light one
  std::vector<Effort> efforts;   ///< of the last exposures, the latest last
  std::optional<Weight> lifted;  ///< W of its latest session
  Date last_trained;
  std::vector<std::int64_t> sessions;  ///< of that day
  int percent = 0;  ///< the deload that day asked for, which stands until it is trained; 0: none
  std::vector<Finding> deload_because;  ///< T1 to N2 as they were on that day
  std::vector<Finding> findings;        ///< F1 to F3, R1 and LIGHT of its latest session
  std::vector<Finding> spent;           ///< the same, where leaving calm spent them
  bool red_since = false;   ///< a day without this lift was red since it was last trained
  int crossings_since = 0;  ///< the most of such a day
};

/// T1 to T4, N1 and N2: what a deload for symptoms comes from.
[[nodiscard]] constexpr bool is_symptom_rule(RuleId rule) {
  return rule >= RuleId::t1 && rule <= RuleId::n2;
}

/// What later days need to know of an earlier one.
struct DayRecord {
  Date date;
  bool checked_in = false;
  Nprs pain;
  Nprs above_baseline;  ///< the pain peak, where it was above baseline + 1
  bool symptom_red = false;
};

/// Calm belongs to the back: no load from the floor until quiet check-ins end it.
struct Calm {
  Date since;
  std::optional<Moment> quiet_since;  ///< the first of the latest run of quiet check-ins
};

/// What the rules of section 4 say of the back on one day.
struct Assessment {
  std::vector<Finding> findings;
  Light light = Light::green;
  int crossings = 0;
  int percent = 0;  ///< of the symptoms' deload; 0: none
  bool calm = false;
  bool stop = false;
  /// Whether symptoms, and not only a red flag, made the day red.
  [[nodiscard]] bool symptom_red() const { return percent > 0 || calm; }
};

/// Everything the past says about the next session. Kept nowhere: folded from the training days
/// each time.
struct State {
  std::map<std::string, LiftState, std::less<>> lifts;
  std::optional<Calm> calm;
  Nprs amber_pain;                ///< the amber memory: pain of the last day, if that was not red
  std::vector<DayRecord> days;    ///< ascending
  std::optional<Date> persisted;  ///< the last day S1 fired on
  std::optional<TrainingDay> last;
  Assessment back;                  ///< of the last day, as far as it counts for the next load
  std::optional<Date> left_calm;    ///< by quiet check-ins after the last day, which is spent
  std::optional<Assessment> spent;  ///< what that day had said before, for whoever looks back
};

}  // namespace hinge::engine
