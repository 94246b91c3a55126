#pragma once

#include <string>
#include <string_view>

#include "hinge/suggestion.hpp"

namespace hinge::report {

/// What a rule looks at, in a few words: "Pain beyond a day".
[[nodiscard]] std::string_view meaning_of(RuleId rule);
/// What it saw: "ache 3/10 for 48 h". Never empty.
[[nodiscard]] std::string seen_by(const Finding& finding);
/// What it goes by: "24 h". Never empty.
[[nodiscard]] std::string limit_of(const Finding& finding);
/// "[A]".
[[nodiscard]] std::string_view tag_of(Source source);

/// "3/10"; empty where there is no peak.
[[nodiscard]] std::string peak_words(const Evidence& evidence);
/// "ache 3/10 for 48 h", as far as it is known and more than nothing.
[[nodiscard]] std::string course_words(const Evidence& evidence);

/// Why a rule fired, for the person who lifts, without a full stop.
struct Reason {
  std::string said;    ///< "Pain lasted beyond a day"
  std::string detail;  ///< "48 h, limit 24 h"; may be empty
  /// "Pain lasted beyond a day (48 h, limit 24 h)"
  [[nodiscard]] std::string in_full() const;
};
[[nodiscard]] Reason reason_of(const Finding& finding, Decision decision);

/// Whether it is one of T1 to T4: what "a touch overloaded" is said of.
[[nodiscard]] bool is_threshold(RuleId rule);

}  // namespace hinge::report
