#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/replay.hpp"
#include "hinge/training_day.hpp"
#include "report/report.hpp"

namespace hinge::report {

/// "1 warm-up", "2 warm-ups"; the plural is the noun with an s.
[[nodiscard]] std::string count_of(std::size_t count, std::string_view noun);
/// "a, b and c".
[[nodiscard]] std::string listed(const std::vector<std::string>& items);
/// "48 h", "1 h 30 min", "20 min".
[[nodiscard]] std::string duration(Minutes minutes);
/// "Sun 22 Nov 2026".
[[nodiscard]] std::string full_day(Date date);
/// "1005 kg not used": what was done, of a set too far off the usual to count.
[[nodiscard]] std::string not_used(Weight outlier);
/// "today", "yesterday", "3 days ago".
[[nodiscard]] std::string days_ago(Date date, Date today);
/// "low-back" as "low back".
[[nodiscard]] std::string spaced(std::string_view word);
/// With its first letter large, or small.
[[nodiscard]] std::string capitalized(std::string text);
[[nodiscard]] std::string uncapitalized(std::string text);

/// "did everything", "a little, but did everything", …
[[nodiscard]] std::string_view limits_words(int limits);
/// "ache 3/10", "pump".
[[nodiscard]] std::string felt(Nature nature, std::optional<Nprs> peak);
/// "ache 3/10, 48 h"; "over 48 h" where it was still there when last noted.
[[nodiscard]] std::string felt(const DayFelt& day);
/// Why a check-in is taken for another family than its word, e.g. soreness below the knee; empty
/// where it is not.
[[nodiscard]] std::string taken_as(const CheckIn& checkin);
/// "140 kg × 5, RPE 8".
[[nodiscard]] std::string set_words(const Set& set);
[[nodiscard]] std::size_t warmups_in(const std::vector<Set>& sets);
/// What a lift is called where it isn't the plain deadlift: its id; empty for that one.
[[nodiscard]] std::string lift_words(std::string_view lift);
/// Calm and stop are the back's: they are about no lift more than about another.
[[nodiscard]] bool is_about_its_lift(const Suggestion& suggestion);
/// "125 kg × 5 × 3".
[[nodiscard]] std::string words(const Target& target);
/// "3 sets of 5 at 125 kg".
[[nodiscard]] std::string spoken(const Target& target);
/// "deload 10 %", "hold".
[[nodiscard]] std::string decision_words(const Suggestion& suggestion);
/// "see a physical therapist"; empty for none.
[[nodiscard]] std::string_view refer_words(Refer refer);

/// One line of `status`, for other tables.
struct StatusWords {
  std::string next;  ///< "deload 10 %: 125 kg × 5 × 3"
  std::string last;  ///< "Fri 20 Nov, 2 days ago"
  std::string look;  ///< "see a physical therapist"; may be empty although a look is asked for
};
[[nodiscard]] StatusWords words(const LifterStatus& status, Date today);

/// "Joe Doe (joe)": the name for people, as it came, and the id that -l takes.
[[nodiscard]] std::string lifter_words(const Lifter& lifter);
/// "r3".
[[nodiscard]] std::string screen_name(std::int64_t id);
/// Which session each check-in is about.
class SessionsByDay {
 public:
  explicit SessionsByDay(const std::vector<Session>& sessions);
  /// The session it names, else the first of its training day; none where there is none.
  [[nodiscard]] std::optional<std::int64_t> about(const CheckIn& checkin) const;
  /// "s41", or empty.
  [[nodiscard]] std::string name_for(const CheckIn& checkin) const;

 private:
  TrainingDays days_;
  std::map<Date, std::int64_t> first_;
};

}  // namespace hinge::report
