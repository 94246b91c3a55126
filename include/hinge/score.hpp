#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace hinge {

/// A score in half points, exact: what both scales of this program count in.
class Score {
 public:
  constexpr Score() = default;
  // Implicit on purpose: `peak >= 6` reads as the rule does.
  constexpr Score(int points) : halves_(points * 2) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] static constexpr Score halves(int count) {
    Score score;
    score.halves_ = count;
    return score;
  }
  [[nodiscard]] constexpr int in_halves() const { return halves_; }
  friend constexpr Score operator+(Score a, Score b) { return halves(a.halves_ + b.halves_); }
  friend constexpr Score operator-(Score a, Score b) { return halves(a.halves_ - b.halves_); }
  friend constexpr auto operator<=>(Score, Score) = default;

 private:
  int halves_ = 0;
};

/// The numeric pain rating scale: 0 none to 10 worst imaginable.
using Nprs = Score;
/// Rating of perceived exertion: 10 nothing left, 8 two more reps.
using Rpe = Score;

/// "3" or "3.5".
[[nodiscard]] std::string to_string(Score score);
/// Digits, and at most ".5" or ",5" (".0" too); nothing else. No range check but 0 to 99.
[[nodiscard]] std::optional<Score> parse_score(std::string_view text);

}  // namespace hinge
