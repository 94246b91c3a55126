#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/date.hpp"
#include "hinge/score.hpp"

namespace hinge {

/// What it felt like, in the lifter's words.
enum class Nature : std::uint8_t {
  none,
  pump,
  fatigue,
  tight,
  soreness,
  stiff,
  ache,
  sharp,
  stabbing,
  catching,
  shooting,
  tingling,
  numb,
  weak,
};

/// What the words mean to the engine, mildest first. Pain is ache, sharp and nerve.
enum class Symptom : std::uint8_t { none, sensation, soreness, ache, sharp, nerve };

enum class Site : std::uint8_t {
  low_back,
  upper_back,
  hip,
  buttock,
  hamstring,
  leg_above_knee,
  leg_below_knee,
};
enum class Side : std::uint8_t { left, right, both };
enum class Onset : std::uint8_t { during, after, next_day };

/// One report of how the back felt, about one nature.
struct CheckIn {
  std::int64_t id = 0;  ///< shown as f12; 0 until stored
  Moment when;
  std::optional<Minutes> utc_offset;
  Nature nature = Nature::none;
  std::optional<Nprs> peak;       ///< required from soreness up
  std::optional<Minutes> lasted;  ///< from the session until back to baseline + 1; absent: ongoing
  int limits = 0;     ///< 0 no, 1 a little, 2 changed or skipped something, 3 could not or woken
  Nprs now = 0;       ///< at the time of the report
  Nprs baseline = 0;  ///< pain already there before the session
  std::optional<Site> where;
  std::optional<Side> side;
  std::optional<Onset> onset;
  std::vector<std::string> worse_with;
  std::vector<std::string> eases_with;
  bool twinge = false;                  ///< sharp, 2/10 at most, gone before the next set
  bool unrelated = false;               ///< this was not the deadlift
  std::optional<std::int64_t> session;  ///< the session it is about, where the lifter said so
  std::string note;
  friend bool operator==(const CheckIn&, const CheckIn&) = default;
};

/// The family of a nature alone.
[[nodiscard]] Symptom symptom_of(Nature nature);
/// The family the engine goes by: soreness that began during the session, or is below the knee, is
/// an ache.
[[nodiscard]] Symptom symptom_of(const CheckIn& checkin);
[[nodiscard]] constexpr bool is_pain(Symptom symptom) { return symptom >= Symptom::ache; }
/// Peak where one was given, else 0.
[[nodiscard]] Nprs peak_of(const CheckIn& checkin);

/// A contradiction in what was reported, said as a question or a rewrite; empty if there is none.
/// Checks ranges, a peak where one is needed, sharp=0, a twinge that is none, `now` over the peak.
/// (`lasted` against the time since the session needs the log, so it is checked where that is at
/// hand.)
[[nodiscard]] std::string contradiction_in(const CheckIn& checkin);

/// "f12".
[[nodiscard]] std::string checkin_name(std::int64_t id);

/// The words of the command line, JSON and CSV: "low-back", "next-day", "ache".
[[nodiscard]] std::string_view to_string(Nature nature);
[[nodiscard]] std::string_view to_string(Site site);
[[nodiscard]] std::string_view to_string(Side side);
[[nodiscard]] std::string_view to_string(Onset onset);
[[nodiscard]] std::optional<Nature> parse_nature(std::string_view word);
[[nodiscard]] std::optional<Site> parse_site(std::string_view word);
[[nodiscard]] std::optional<Side> parse_side(std::string_view word);
[[nodiscard]] std::optional<Onset> parse_onset(std::string_view word);

}  // namespace hinge
