#pragma once

#include <string>
#include <vector>

#include "engine/fold.hpp"
#include "exhaustive/alphabet.hpp"
#include "hinge/suggest.hpp"

/// Histories, letter by letter: each prefix is folded once.
namespace hinge::exhaustive {

/// One exposure: how the session went, what came of it, and the gap until the next one.
struct Letter {
  Choice choice = Choice::as_suggested;
  bool missed = false;
  std::uint8_t gap = 0;   ///< an index into all_gaps
  std::uint8_t kind = 0;  ///< an index into kinds_for(gap)
};
using Path = std::vector<Letter>;

/// A history and what the engine makes of it, on the day the next session is due.
struct Point {
  History history;
  engine::State before;          ///< the fold up to the last training day, that one left out
  engine::TrainingDay last_day;  ///< with its check-ins
  engine::State state;
  Date today;
  Suggestion next;
  Load lifted;  ///< W of the last session
  int lifted_sets = 0;
  Load counted;            ///< the heaviest load that counts as lifted green in this scheme
  bool flagged = false;    ///< a red flag is open
  bool emergency = false;  ///< one of them is an emergency
};

/// Whose histories these are: a lifter, a policy, and their first loads.
struct World {
  Lifter lifter;
  Policies policies;
  std::array<Load, 4> first_loads;  ///< by choice
  std::array<std::vector<Kind>, all_gaps.size()> kinds;

  [[nodiscard]] const Kind& kind(const Letter& letter) const {
    return kinds.at(letter.gap).at(letter.kind);
  }
  [[nodiscard]] const Policy& policy() const { return policies.general; }
};

/// In kilograms, by a built-in policy.
[[nodiscard]] World world_of(const Policy& policy);

inline constexpr const char* the_lift = "deadlift";

/// Before anything was logged.
[[nodiscard]] Point beginning(const World& world);
/// One exposure more. The history is kept up only where `with_history` says so.
[[nodiscard]] Point followed_by(const Point& point, const Letter& letter, const World& world,
                                bool with_history = false);
[[nodiscard]] Point point_of(const Path& path, const World& world, bool with_history = false);

/// What the engine's later answers can depend on, as seen from today: equal for two histories that
/// no further letter tells apart.
[[nodiscard]] std::string key_of(const Point& point, const World& world);

/// The history as `hinge suggest-json` reads it.
[[nodiscard]] std::string json_of(const Path& path, const World& world);
/// The history in words, an exposure a line.
[[nodiscard]] std::string words_of(const Path& path, const World& world);

}  // namespace hinge::exhaustive
