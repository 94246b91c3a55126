#include "cli/days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "domain/did_you_mean.hpp"
#include "domain/digits.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};
constexpr std::size_t short_weekday = 3;  // "sun"
constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::string_view day_forms =
    "a day is today, yesterday, mon, 3d (ago) or 2026-11-20, with a time friT18:30";
constexpr std::string_view coming_day_forms =
    "a day is tomorrow, fri (the coming one), 3d (from now) or 2026-11-20";
constexpr unsigned longest_ago = 36'500;  // days: a hundred years

Error usage(const std::string& message, std::string_view hint) {
  return {ErrorKind::usage, message, std::string(hint)};
}

std::optional<std::chrono::weekday> parse_weekday(std::string_view name) {
  for (unsigned i = 0; i < weekdays.size(); ++i) {
    if (name == weekdays[i] || name == weekdays[i].substr(0, short_weekday)) {
      return std::chrono::weekday{i};
    }
  }
  return std::nullopt;
}

/// "30d" or "8w" in days.
std::optional<days> span_of_days(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  const char unit = text.back();
  const auto count = number_of_digits(text.substr(0, text.size() - 1));
  if (!count || *count > longest_ago) return std::nullopt;
  if (unit == 'd') return days{*count};
  if (unit == 'w' && *count <= longest_ago / 7) return days{*count * 7};
  return std::nullopt;
}

/// "11/12/2026" or "11.12.2026": two numbers and a year, in an order nobody can know.
struct SlashDate {
  unsigned first = 0;
  unsigned second = 0;
  unsigned year = 0;
};

std::optional<SlashDate> slash_date(std::string_view text) {
  const auto one = text.find_first_of("/.");
  const auto two = one == text.npos ? one : text.find(text[one], one + 1);
  if (two == text.npos) return std::nullopt;
  const auto first = number_of_digits(text.substr(0, one));
  const auto second = number_of_digits(text.substr(one + 1, two - one - 1));
  const auto year = number_of_digits(text.substr(two + 1));
  if (!first || !second || !year || *year < 1000 || *year > 9999) return std::nullopt;
  return SlashDate{*first, *second, *year};
}

bool is_month(unsigned number) { return number >= 1 && number <= months.size(); }

/// As it is written here, and said.
std::string reading(unsigned day, unsigned month, unsigned year) {
  return fmt::format("{}-{:02}-{:02} ({} {})", year, month, day, day, months.at(month - 1));
}

Error ambiguous(std::string_view text, const SlashDate& date, std::string_view option) {
  std::vector<std::string> readings;
  if (is_month(date.second)) readings.push_back(reading(date.first, date.second, date.year));
  if (is_month(date.first) && date.first != date.second)
    readings.push_back(reading(date.second, date.first, date.year));
  const std::string message = fmt::format("{} {} can be read in more than one way", option, text);
  if (readings.size() == 2) {
    return usage(message, fmt::format("write {} or {}", readings[0], readings[1]));
  }
  return usage(fmt::format("{} {} is no day hinge reads", option, text),
               readings.empty() ? std::string(day_forms) : "write " + readings[0]);
}

bool looks_iso(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-';
}

/// Letters of ASCII made small: a phone begins a word with a capital.
std::string lowered(std::string_view text) {
  std::string small{text};
  for (char& each : small) {
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
  }
  return small;
}

/// Where a weekday lies: the latest one, or the coming one, today in both of them. And where 3d
/// does: three days ago, or from now.
enum class Toward : std::uint8_t { past, future };

std::optional<Date> day_of_word(std::string_view word, Date today, Toward toward) {
  if (word == "today") return today;
  if (word == "yesterday") return today - days{1};
  if (word == "tomorrow" && toward == Toward::future) return today + days{1};
  const auto weekday = parse_weekday(word);
  if (!weekday) return std::nullopt;
  const std::chrono::weekday now{today};
  return toward == Toward::past ? today - (now - *weekday) : today + (*weekday - now);
}

Error no_day(std::string_view text, std::string_view option, Toward toward) {
  if (const auto date = slash_date(text)) return ambiguous(text, *date, option);
  if (looks_iso(text)) {
    return usage(fmt::format("{} {}: there is no such day", option, text),
                 "days are written year-month-day, as 2026-11-20");
  }
  const std::string small = lowered(text);
  if (small == "tomorrow") {
    return usage(fmt::format("{} tomorrow is still to come", option),
                 "give the day it was; to ask ahead: hinge next --for tomorrow");
  }
  std::vector<std::string_view> words(weekdays.begin(), weekdays.end());
  words.insert(words.end(), {"today", "yesterday"});
  return usage(
      fmt::format("{} '{}' is no day", option, text),
      did_you_mean_or(small, words, toward == Toward::past ? day_forms : coming_day_forms));
}

Date day_meant(std::string_view text, Date today, std::string_view option, Toward toward) {
  const std::string word = lowered(text);
  if (const auto date = day_of_word(word, today, toward)) return *date;
  if (const auto span = span_of_days(word)) {
    return toward == Toward::past ? today - *span : today + *span;
  }
  if (const auto date = parse_iso_date(text)) return *date;
  throw no_day(text, option, toward);
}

/// Splits off "T18:30", or " 18:30"; the T of SATURDAY is not one.
struct DayAndClock {
  std::string_view day;
  std::optional<Minutes> clock;
};

DayAndClock split_clock(std::string_view text, std::string_view option) {
  if (const auto blank = text.rfind(' '); blank != text.npos && blank > 0) {
    if (const auto clock = parse_clock_time(text.substr(blank + 1))) {
      return {text.substr(0, blank), clock};
    }
  }
  const auto t = text.rfind('T');
  const bool is_word = day_of_word(lowered(text), {}, Toward::future).has_value();
  if (t == text.npos || t == 0 || is_word) return {text, std::nullopt};
  const auto clock = parse_clock_time(text.substr(t + 1));
  if (!clock) {
    throw usage(fmt::format("{} {}: '{}' is no time", option, text, text.substr(t + 1)),
                "a time is 00:00 to 23:59, as in todayT18:30");
  }
  return {text.substr(0, t), clock};
}

/// How many minutes one of " days" is; none for what is no word for a length of time.
std::optional<double> minutes_in(std::string_view unit) {
  struct Word {
    std::string_view said;
    double minutes;
  };
  constexpr double hour = 60;
  constexpr double day = 24 * hour;
  constexpr std::array words = {Word{"m", 1},       Word{"min", 1},        Word{"mins", 1},
                                Word{"minute", 1},  Word{"minutes", 1},    Word{"h", hour},
                                Word{"hrs", hour},  Word{"hour", hour},    Word{"hours", hour},
                                Word{"d", day},     Word{"day", day},      Word{"days", day},
                                Word{"w", 7 * day}, Word{"week", 7 * day}, Word{"weeks", 7 * day}};
  unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
  const std::string typed = lowered(unit);
  for (const Word& word : words) {
    if (word.said == typed) return word.minutes;
  }
  return std::nullopt;
}

DayRange read_week(const std::string& text, Date today) {
  const IsoWeek this_week = iso_week(today);
  std::optional<IsoWeek> week = parse_iso_week(text);
  const std::string word = lowered(text);
  if (word == "this") week = this_week;
  if (word == "last") week = iso_week(monday(this_week) - days{1});
  if (!week) {
    constexpr std::array<std::string_view, 2> words = {"this", "last"};
    throw usage(fmt::format("--week '{}' is no week", text),
                did_you_mean_or(word, words, "write this, last or 2026-W47"));
  }
  return {monday(*week), monday(*week) + days{6}};
}

DayRange read_last(const std::string& text, Date today) {
  const auto span = span_of_days(lowered(text));
  if (!span || span->count() == 0) {
    throw usage(fmt::format("--last '{}' is no span of days", text), "write 8w or 30d");
  }
  return {today - *span + days{1}, today};
}

}  // namespace

Date read_day(std::string_view text, Date today, std::string_view option) {
  return day_meant(text, today, option, Toward::past);
}

Moment read_moment(std::string_view text, Date today, std::string_view option) {
  const DayAndClock parts = split_clock(text, option);
  return {read_day(parts.day, today, option), parts.clock};
}

Moment read_coming_moment(std::string_view text, Date today, std::string_view option) {
  const DayAndClock parts = split_clock(text, option);
  return {day_meant(parts.day, today, option, Toward::future), parts.clock};
}

Moment read_past_moment(std::string_view text, const Moment& now, std::string_view option) {
  const Moment moment = read_moment(text, now.date, option);
  const bool later_today =
      moment.date == now.date && moment.time && now.time && *moment.time > *now.time;
  if (moment.date > now.date || later_today) {
    throw usage(fmt::format("{} {} is still to come", option, to_string(moment)),
                fmt::format("it is {} now; give the day it was", to_string(now)));
  }
  return moment;
}

Moment read_pinned_now(std::string_view text, std::string_view option) {
  const DayAndClock parts = split_clock(text, option);
  const auto date = parse_iso_date(parts.day);
  if (!date) {
    throw usage(fmt::format("{} {} is no day", option, text),
                "write it as 2026-11-20 or 2026-11-20T18:30");
  }
  return {*date, parts.clock};
}

Minutes read_duration(std::string_view text, std::string_view option) {
  constexpr double longest = 1000;  // of any unit: nobody measures a sore back in more
  double count = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, count, std::chars_format::fixed);
  const std::string_view unit{stopped, static_cast<std::size_t>(end - stopped)};
  const bool starts_with_digit = !text.empty() && is_digit(text.front());
  const bool is_count = error == std::errc{} && starts_with_digit;
  const auto each = minutes_in(unit);
  if (is_count && each && count <= longest) return Minutes{std::lround(count * *each)};
  const bool bare = is_count && unit.empty();
  throw usage(fmt::format("{} '{}' is no length of time", option, text),
              bare ? fmt::format("write the unit: {}h or {}d", text, text)
                   : "write for example 90m, 48h, 3d or 1w");
}

DayRange read_range(const Arguments& arguments, Date today) {
  const auto week = arguments.value("week");
  const auto last = arguments.value("last");
  const bool bounds = arguments.has("since") || arguments.has("until");
  if ((week && last) || ((week || last) && bounds)) {
    throw usage("a range is given in more than one way",
                "use --week, or --last, or --since and --until");
  }
  if (week) return read_week(*week, today);
  if (last) return read_last(*last, today);
  DayRange range;
  if (const auto since = arguments.value("since")) range.since = read_day(*since, today, "--since");
  if (const auto until = arguments.value("until")) range.until = read_day(*until, today, "--until");
  if (range.since && range.until && *range.since > *range.until) {
    throw usage("--since is after --until", "give the earlier day to --since");
  }
  return range;
}

}  // namespace hinge::cli
