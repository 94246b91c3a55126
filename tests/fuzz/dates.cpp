// Dates, clock times and ISO weeks: whatever is accepted prints back as it was typed.
#include "hinge/date.hpp"

#include "oracle.hpp"

using hinge::fuzz::must;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = hinge::fuzz::text_of(data, size);
  if (const auto date = hinge::parse_iso_date(text)) {
    must(hinge::iso_date(*date) == text, "a date prints as it was typed");
    const auto week = hinge::iso_week(*date);
    const auto days = *date - hinge::monday(week);
    must(days >= std::chrono::days{0} && days < std::chrono::days{7}, "a day is in its week");
    must(week.week >= 1 && week.week <= hinge::weeks_in(week.year), "a week is in its year");
  }
  if (const auto time = hinge::parse_clock_time(text)) {
    must(*time >= hinge::Minutes{0} && *time < std::chrono::hours{24}, "a time is within a day");
    must(hinge::clock_time(*time) == text, "a time prints as it was typed");
  }
  if (const auto week = hinge::parse_iso_week(text)) {
    must(hinge::to_string(*week) == text, "a week prints as it was typed");
    must(hinge::iso_week(hinge::monday(*week)) == *week, "its Monday is in it");
  }
  return 0;
}
