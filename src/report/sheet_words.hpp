#pragma once

#include <string>
#include <vector>

#include "report/layout.hpp"
#include "report/sheet.hpp"

/// What the forms of a sheet say alike. Free text in it is as it came: whoever prints it escapes
/// it.
namespace hinge::report {

/// "Mon 16 Nov".
[[nodiscard]] std::string day_of(Date date, const Sheet& sheet);
/// "2026-W47, Mon 16 Nov to Sun 22 Nov 2026".
[[nodiscard]] std::string period_words(const Period& period);

/// One exposure.
struct LiftWords {
  std::string top_set;    ///< "140 kg × 5"; "no good rep"
  std::string sets;       ///< "3 sets of 5 at 140 kg, RPE 8"
  std::string rpe;        ///< "8"; empty where none was logged
  std::string tonnage;    ///< "2100 kg"
  std::string suggested;  ///< "deload 10 %: 125 kg × 5 × 3"
  std::string adherence;  ///< "done as suggested"; empty where nothing was
  std::string rules;      ///< "T3 pain beyond a day"; empty where none fired
  std::string referral;   ///< "see a physical therapist"; empty for none
};
[[nodiscard]] LiftWords words(const SheetLift& lift, const Sheet& sheet);

/// One answer of the back.
struct AnswerWords {
  std::string felt;     ///< "ache 3/10"
  std::string where;    ///< "low back, left side"; may be empty
  std::string settled;  ///< "settled after 48 h"; empty where there is nothing to settle
  std::string limits;   ///< "did everything"
};
[[nodiscard]] AnswerWords words(const BackAnswer& answer);
/// All of it: "ache 3/10, low back, left side, settled after 48 h, did everything".
[[nodiscard]] std::string in_one_line(const BackAnswer& answer);

/// Phase, what is next and why, referral, the health questions, the policy.
[[nodiscard]] std::vector<Fact> standing_facts(const Sheet& sheet);

/// One number, now and then: the cells may be empty.
struct ChangeRow {
  std::string label;
  std::string now;
  std::string before;  ///< "5800 kg (+500)": and what was added since
  std::string start;
};
/// None where nothing was trained.
[[nodiscard]] std::vector<ChangeRow> change_rows(const Sheet& sheet);
/// What stands above them: the label is empty.
[[nodiscard]] ChangeRow change_head(const Sheet& sheet);

/// When: "Sat 7 Nov to Fri 20 Nov"; what: "deadlift, T3 pain beyond a day (ache 3/10, 48 h)".
struct EpisodeWords {
  std::string when;
  std::string what;
};
[[nodiscard]] EpisodeWords words(const Episode& episode, const Sheet& sheet);

/// "sitting (3 times), bending"
[[nodiscard]] std::string words(const std::vector<Counted>& counted);

/// Which training days nobody said anything of, as a sentence; empty where there are none.
[[nodiscard]] std::string missing_checkins(const Sheet& sheet);

/// The last line of every sheet.
[[nodiscard]] std::string_view not_a_diagnosis();

}  // namespace hinge::report
