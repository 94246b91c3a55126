#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "hinge/checkin.hpp"
#include "hinge/screen.hpp"

/// The letters that histories are spelled with: how a session went, what was felt after it, and how
/// long until the next one.
namespace hinge::exhaustive {

/// The load, against what was suggested; for a first session one of four loads.
enum class Choice : std::uint8_t { as_suggested, more, ninety_percent, light };
inline constexpr std::array all_choices = {Choice::as_suggested, Choice::more,
                                           Choice::ninety_percent, Choice::light};

inline constexpr std::array all_gaps = {2, 7, 12, 25};  // days: usual, a week, a hold, rung 80

/// What a kind of check-in is for the promises, as engine.md has it.
enum class Hue : std::uint8_t {
  green,
  may_be_green,  ///< it depends on what came before
  amber,
  red,
};

/// One report, so many days after the session.
struct Report {
  int day = 0;
  CheckIn what;
};

/// All that is felt and answered after one session.
struct Kind {
  std::string_view name;
  Hue hue = Hue::green;
  std::vector<Report> reports;
  std::vector<RedFlag> flags;  ///< answered yes on the day after it
  bool clears = false;         ///< a clinician cleared the flags on the day after it
};

/// The kinds that fit into a gap of so many days, none that the log would refuse.
[[nodiscard]] std::vector<Kind> kinds_for(int gap);

/// Whether `b` is `a` with something worse and nothing milder, in the words of promise 1: a higher
/// peak, longer, more limiting; sensation, soreness, ache, sharp.
[[nodiscard]] bool is_worse(const Kind& b, const Kind& a);

/// Whether `b` is `a` and reports of pump, fatigue, tightness or normal soreness beside it (promise
/// 3).
[[nodiscard]] bool is_with_the_feel_of_work(const Kind& b, const Kind& a);

}  // namespace hinge::exhaustive
