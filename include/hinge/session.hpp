#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hinge/date.hpp"
#include "hinge/load.hpp"
#include "hinge/score.hpp"

namespace hinge {

enum class SetKind : std::uint8_t {
  work,
  warmup,   ///< never counts for any rule
  outlier,  ///< imported, far off the lifter's usual; kept, and never used as a reference
};

/// One set as it was done: good reps, then perhaps one that failed.
struct Set {
  Weight weight;
  int reps = 0;         ///< good reps; 0 when the first one failed
  bool failed = false;  ///< a rep was missed after the good ones
  std::optional<Rpe> rpe;
  SetKind kind = SetKind::work;
  friend bool operator==(const Set&, const Set&) = default;
};

/// One lift on one day, with its sets in the order done.
struct Session {
  std::int64_t id = 0;  ///< shown as s41; 0 until stored
  std::string lift = "deadlift";
  Moment when;
  std::optional<Minutes> utc_offset;  ///< of the clock it was entered by
  std::vector<Set> sets;
  bool imported = false;  ///< from another app: lifted without a suggestion of ours
  bool light = false;     ///< the lifter meant it light: it never moves the scheme
  std::string note;
  friend bool operator==(const Session&, const Session&) = default;
};

/// W: the heaviest load among the work sets with at least one good rep.
[[nodiscard]] std::optional<Weight> working_load(const std::vector<Set>& sets);
/// The work sets at W with at least one good rep: what the rules look at.
[[nodiscard]] std::vector<Set> working_sets(const std::vector<Set>& sets);

/// "s41".
[[nodiscard]] std::string session_name(std::int64_t id);

}  // namespace hinge
