#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/checkin.hpp"
#include "hinge/date.hpp"
#include "hinge/load.hpp"
#include "hinge/screen.hpp"

namespace hinge {

/// What to do, by name, as JSON and replay print it.
enum class Decision : std::uint8_t {
  start,
  progress,
  rebuild,
  returning,
  hold,
  deload,
  calm,
  stop
};
/// Where the lift stands after the decision.
enum class Phase : std::uint8_t { build, rebuild, calm };
/// Whom to see. The highest wins.
enum class Refer : std::uint8_t { none, see_pt, urgent, emergency };
/// The light of a rule, or of a day: a red one lowers or stops, an amber one holds.
enum class Light : std::uint8_t { green, amber, red };
/// Where a rule comes from.
enum class Source : std::uint8_t { article, published, practice, design };

/// The rules of engine.md section 4, what does most first. `replay` names a day's rules in this
/// order; a suggestion's findings are the back's, then the lift's own, then G1 and L.
enum class RuleId : std::uint8_t {
  e1,
  e2,
  t1,
  t2,
  t3,
  t4,
  n1,
  n2,
  calm,
  f3,
  h0,
  h1,
  h2,
  h3,
  h4,
  h6,
  p2,
  f1,
  f2,
  r1,
  u1,
  s1,
  s2,
  g1,
  c1,
  light,
  layoff,
  ok,
};

enum class Verdict : std::uint8_t { decides, fired, pass };

/// What a rule saw, as far as it looks at it: facts, for `report/` to put into words.
struct Evidence {
  std::optional<Nature> nature;
  bool as_ache = false;  ///< soreness by name that counts as pain
  std::optional<Nprs> peak;
  std::optional<Minutes> lasted;
  std::optional<int> limits;
  std::optional<Rpe> rpe;
  std::optional<Weight> load;
  std::optional<int> count;  ///< sessions, check-ins or reports, as the rule says
  std::optional<int> days;
  std::optional<int> percent;
  std::optional<Date> ended;  ///< calm, by quiet check-ins; what came before is spent
  std::vector<RedFlag> flags;
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// The family that was seen; none where nothing was felt.
[[nodiscard]] inline std::optional<Symptom> symptom_of(const Evidence& seen) {
  if (!seen.nature) return std::nullopt;
  return seen.as_ache ? Symptom::ache : symptom_of(*seen.nature);
}

/// One rule's answer: what it saw, the limit it went by, and the records it looked at.
struct Finding {
  RuleId rule = RuleId::ok;
  Verdict verdict = Verdict::pass;
  Light light = Light::green;
  Refer refer = Refer::none;
  Evidence seen;
  Evidence limit;
  std::vector<std::string> records;  ///< "s41", "f12"
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// One of the lighter sets that lead up to the top set of a wave.
struct LeadIn {
  Weight weight;
  int reps = 0;
  friend bool operator==(const LeadIn&, const LeadIn&) = default;
};

/// What to put on the bar.
struct Target {
  Weight weight;
  int sets = 0;
  int reps = 0;
  std::optional<Rpe> rpe_cap;   ///< the effort the policy means
  std::vector<LeadIn> lead_in;  ///< in the order done, before the sets at `weight`
  friend bool operator==(const Target&, const Target&) = default;
};

/// How a target's load came about, for whoever works it out by hand; estimates in tenths of a unit.
struct Working {
  int rung = 100;                      ///< in % of R
  std::optional<Weight> one_rep_max;   ///< an estimate (e1RM), where the load goes by effort
  std::optional<Weight> training_max;  ///< of a wave
  std::vector<int> percents;           ///< of the training max, a set each
  std::optional<Weight> step;          ///< up from R, where that is all there is to it
  bool step_halved = false;            ///< for good, after the first F3
  friend bool operator==(const Working&, const Working&) = default;
};

/// What to lift next, and why. A suggestion, never a diagnosis.
struct Suggestion {
  std::string lift;
  Date asked_for;
  Date earliest;
  std::optional<Moment>
      provisional_until;  ///< less than 24 h since the session: it may still change
  /// In calm, from when on one more quiet check-in ends it; none: two are needed.
  std::optional<Moment> calm_until;
  Phase phase = Phase::build;
  Decision decision = Decision::start;
  std::optional<int> deload_percent;
  std::optional<Target> target;     ///< none for start, calm and stop
  std::optional<Weight> reference;  ///< R, where the lifter trains
  int reference_reps = 0;           ///< of the sets at R
  std::optional<Weight> lifted;     ///< W of the lift's latest session; none if no rep was good
  std::optional<int> wave_week;     ///< 1 to 4, where the target belongs to a wave
  std::optional<Working> working;   ///< where there is a target
  int full_sets = 0;       ///< the scheme's sets, where the rung asks for fewer; 0: all of them
  bool half_sets = false;  ///< no rung below loads less: half the sets once more, at the same load
  std::vector<Weight> road;  ///< the rungs above the target, up to R: the way back if all is green
  Refer refer = Refer::none;
  std::vector<Finding> findings;  ///< every rule; those that passed too
  std::string policy;
  int policy_version = 1;
  std::string clinician;  ///< who answers for the policy; empty: nobody is named
  /// Whose limits the back was held against, where the lift has a policy of its own.
  std::string back_policy;
  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// What stands behind a rule, for `--explain` and the documentation.
struct RuleInfo {
  RuleId id;
  std::string_view name;  ///< "T3"
  Source source;
};
[[nodiscard]] const RuleInfo& rule_info(RuleId id);

/// "deload", "return"; "rebuild"; "see_pt"; "article".
[[nodiscard]] std::string_view to_string(Decision decision);
[[nodiscard]] std::string_view to_string(Phase phase);
[[nodiscard]] std::string_view to_string(Refer refer);
[[nodiscard]] std::string_view to_string(Source source);
[[nodiscard]] std::string_view to_string(Verdict verdict);

}  // namespace hinge
