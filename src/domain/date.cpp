#include "hinge/date.hpp"

#include "domain/digits.hpp"

namespace hinge {
namespace {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

/// Adds `value` in at least `width` digits.
void append(std::string& text, unsigned value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text += digits;
}

Date first_of_january(int year) {
  return year_month_day{std::chrono::year{year}, std::chrono::January, std::chrono::day{1}};
}

/// The days since the Monday of the date's week.
days since_monday(Date date) { return weekday{date} - std::chrono::Monday; }

bool is_known_year(unsigned year) { return year >= 1900 && year <= 2999; }

}  // namespace

Minutes elapsed(const Moment& from, const Moment& to) {
  const Minutes whole_days = to.date - from.date;
  return from.time && to.time ? whole_days + *to.time - *from.time : whole_days;
}

IsoWeek iso_week(Date date) {
  const Date thursday = date - since_monday(date) + days{3};
  const int year = static_cast<int>(year_month_day{thursday}.year());
  const auto day_of_year = static_cast<unsigned>((thursday - first_of_january(year)).count());
  return {year, day_of_year / 7 + 1};
}

Date monday(IsoWeek week) {
  // The 4th of January is in week 1 of its year, by the standard.
  const Date in_first_week = first_of_january(week.year) + days{3};
  return in_first_week - since_monday(in_first_week) + days{7} * (week.week - 1);
}

unsigned weeks_in(int year) {
  // The 28th of December is in the last week of its year.
  return iso_week(first_of_january(year + 1) - days{4}).week;
}

std::string iso_date(Date date) {
  const year_month_day ymd{date};
  std::string text;
  append(text, static_cast<unsigned>(static_cast<int>(ymd.year())), 4);
  append(text += '-', static_cast<unsigned>(ymd.month()), 2);
  append(text += '-', static_cast<unsigned>(ymd.day()), 2);
  return text;
}

std::string to_string(IsoWeek week) {
  std::string text;
  append(text, static_cast<unsigned>(week.year), 4);
  append(text += "-W", week.week, 2);
  return text;
}

std::string clock_time(Minutes time) {
  const auto minutes = static_cast<unsigned>(time.count());
  std::string text;
  append(text, minutes / 60, 2);
  append(text += ':', minutes % 60, 2);
  return text;
}

std::string to_string(const Moment& moment) {
  const std::string date = iso_date(moment.date);
  return moment.time ? date + "T" + clock_time(*moment.time) : date;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number_of_digits(text.substr(0, 4));
  const auto month = number_of_digits(text.substr(5, 2));
  const auto day = number_of_digits(text.substr(8, 2));
  if (!year || !month || !day || !is_known_year(*year)) return std::nullopt;
  const year_month_day ymd{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                           std::chrono::day{*day}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

std::optional<Minutes> parse_clock_time(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hours = number_of_digits(text.substr(0, 2));
  const auto minutes = number_of_digits(text.substr(3, 2));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return Minutes{*hours * 60 + *minutes};
}

std::optional<IsoWeek> parse_iso_week(std::string_view text) {
  if (text.size() != 8 || text[4] != '-' || text[5] != 'W') return std::nullopt;
  const auto year = number_of_digits(text.substr(0, 4));
  const auto week = number_of_digits(text.substr(6, 2));
  if (!year || !week || !is_known_year(*year)) return std::nullopt;
  const int of_year = static_cast<int>(*year);
  if (*week < 1 || *week > weeks_in(of_year)) return std::nullopt;
  return IsoWeek{of_year, *week};
}

}  // namespace hinge
