#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/date.hpp"

namespace hinge {

/// The red flags of engine.md section 7 (IFOMPT framework, Finucane 2020; NICE NG59). Emergencies
/// first.
enum class RedFlag : std::uint8_t {
  saddle_numbness,
  bladder_change,
  bowel_change,
  sexual_change,
  leg_weakness_worsening,
  both_legs_weak,
  new_leg_weakness,
  spreading_leg_symptoms,
  major_trauma,
  fragility,
  fever_unwell,
  cancer_history,
  weight_loss,
  severe_night_pain,
};

inline constexpr std::array all_red_flags = {
    RedFlag::saddle_numbness,  RedFlag::bladder_change,         RedFlag::bowel_change,
    RedFlag::sexual_change,    RedFlag::leg_weakness_worsening, RedFlag::both_legs_weak,
    RedFlag::new_leg_weakness, RedFlag::spreading_leg_symptoms, RedFlag::major_trauma,
    RedFlag::fragility,        RedFlag::fever_unwell,           RedFlag::cancer_history,
    RedFlag::weight_loss,      RedFlag::severe_night_pain};

[[nodiscard]] constexpr bool is_emergency(RedFlag flag) { return flag <= RedFlag::both_legs_weak; }
/// Asked once in a life; urgent only together with new pain.
[[nodiscard]] constexpr bool is_history(RedFlag flag) {
  return flag == RedFlag::cancer_history || flag == RedFlag::fragility;
}

/// One answer to the red flag questions, or a clinician's word that they are settled.
struct Screen {
  std::int64_t id = 0;       ///< shown as r3; 0 until stored
  Moment when;               ///< of the answers; for a clearance the day it was given
  std::vector<RedFlag> yes;  ///< empty: every answer was no
  std::optional<std::string>
      cleared_by;  ///< present: a clearance of all flags before it, and no answers
  friend bool operator==(const Screen&, const Screen&) = default;
};

/// "saddle-numbness".
[[nodiscard]] std::string_view to_string(RedFlag flag);
[[nodiscard]] std::optional<RedFlag> parse_red_flag(std::string_view word);

}  // namespace hinge
