#include "exchange/stamp.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <unordered_map>
#include <vector>

#include "domain/digits.hpp"
#include "domain/fold.hpp"
#include "exchange/app_table.hpp"

namespace hinge::exchange {
namespace {

struct Token {
  std::string_view text;
  std::string_view before;  ///< the punctuation and spaces between it and the last one
  bool number = false;
};

constexpr std::size_t most_tokens = 12;

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// The bytes of a no-break space, plain or narrow, at the start of `rest`: Intl puts one before PM.
std::size_t no_break_space(std::string_view rest) {
  if (rest.starts_with("\xC2\xA0")) return 2;
  return rest.starts_with("\xE2\x80\xAF") ? 3 : 0;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at]) && no_break_space(text.substr(at)) == 0) ++at;
  return at;
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::size_t end_of_gap(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_digit(text[at])) {
    const std::size_t space = no_break_space(text.substr(at));
    if (space == 0 && is_letter(text[at])) break;
    at += std::max<std::size_t>(space, 1);
  }
  return at;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = end_of_gap(text, at);
    if (start == text.size()) break;
    const bool number = is_digit(text[start]);
    const std::size_t stop = number ? end_of_number(text, start) : end_of_word(text, start);
    tokens.push_back({text.substr(start, stop - start), text.substr(at, start - at), number});
    if (tokens.size() > most_tokens) return {};
    at = stop;
  }
  return tokens;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Months by their folded names.
const std::unordered_map<std::string, unsigned>& months() {
  static const std::unordered_map<std::string, unsigned> by_name = [] {
    std::unordered_map<std::string, unsigned> rows;
    for (const auto& [name, month] : app_table::months()) rows.emplace(folded(name), month);
    return rows;
  }();
  return by_name;
}

std::optional<unsigned> month_named(std::string_view word) {
  const auto found = months().find(folded(word));
  if (found == months().end()) return std::nullopt;
  return found->second;
}

std::optional<Date> civil_day(unsigned year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                         std::chrono::month(month), std::chrono::day(day)};
  if (year < 1900 || year > 2999 || !date.ok()) return std::nullopt;
  return Date{date};
}

bool is_year(const Token& token) { return token.number && token.text.size() == 4; }

std::optional<Date> numbered_date(const Token& a, const Token& b, const Token& c,
                                  DateOrder order = DateOrder::unknown) {
  const auto first = number_of_digits(a.text);
  const auto second = number_of_digits(b.text);
  const auto third = number_of_digits(c.text);
  if (!first || !second || !third) return std::nullopt;
  if (is_year(a)) return civil_day(*first, *second, *third);
  if (!is_year(c)) return std::nullopt;
  if (order == DateOrder::month_first) return civil_day(*third, *first, *second);
  // With slashes the day may come first or second; with points it comes first everywhere.
  const bool points = b.before.starts_with('.') && c.before.starts_with('.');
  if (points || order == DateOrder::day_first) return civil_day(*third, *second, *first);
  return std::nullopt;
}

/// "5 Apr 2026" and "Apr 5, 2026".
std::optional<Date> named_date(const Token& a, const Token& b, const Token& c) {
  const Token& name = a.number ? b : a;
  const Token& number = a.number ? a : b;
  if (name.number || !number.number || !is_year(c)) return std::nullopt;
  const auto month = month_named(name.text);
  const auto day = number_of_digits(number.text);
  const auto year = number_of_digits(c.text);
  if (!month || !day || !year) return std::nullopt;
  return civil_day(*year, *month, *day);
}

/// "5 4월 2026" and "2026年4月5日", whose words have been dropped but for the mark of the month.
std::optional<Date> marked_date(const std::vector<Token>& tokens) {
  if (!is_one_of(tokens[2].text, app_table::month_marks())) return std::nullopt;
  const Token& last = tokens[3];
  return is_year(last) ? numbered_date(last, tokens[1], tokens[0])
                       : numbered_date(tokens[0], tokens[1], last);
}

std::optional<Date> date_of(const std::vector<Token>& tokens, DateOrder order) {
  if (tokens.size() == 4) return marked_date(tokens);
  if (tokens.size() != 3) return std::nullopt;
  if (tokens[0].number && tokens[1].number) {
    return numbered_date(tokens[0], tokens[1], tokens[2], order);
  }
  return named_date(tokens[0], tokens[1], tokens[2]);
}

/// Takes "AM" or its like out of `tokens`: whether it is the afternoon.
std::optional<bool> take_half_of_day(std::vector<Token>& tokens) {
  for (auto token = tokens.begin(); token != tokens.end(); ++token) {
    const std::string word = folded(token->text);
    for (const auto& half : app_table::halves_of_day()) {
      if (half.word != word) continue;
      tokens.erase(token);
      return half.afternoon;
    }
  }
  return std::nullopt;
}

struct Clock {
  Minutes time{0};
  int seconds = 0;
};

std::optional<Clock> clock_of_numbers(const std::vector<Token>& parts,
                                      std::optional<bool> afternoon) {
  std::array<unsigned, 3> numbers{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto number = number_of_digits(parts[i].text);
    if (!number || parts[i].text.size() > 2) return std::nullopt;
    numbers.at(i) = *number;
  }
  auto [hour, minute, second] = numbers;
  if (afternoon) {
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + (*afternoon ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return Clock{Minutes(hour * 60 + minute), static_cast<int>(second)};
}

/// Where the clock time begins: at the number before the first colon.
std::size_t start_of_clock(const std::vector<Token>& tokens) {
  const auto colon = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.number && token.before == ":";
  });
  if (colon == tokens.end() || colon == tokens.begin()) return tokens.size();
  return static_cast<std::size_t>(colon - tokens.begin()) - 1;
}

bool is_clean(const std::vector<Token>& tokens) {
  constexpr std::string_view allowed = " ,.-/:\t\xC2\xA0\xE2\x80\xAF";
  return tokens.front().before.find_first_not_of(' ') == std::string_view::npos &&
         std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
           return token.before.find_first_not_of(allowed) == std::string_view::npos;
         });
}

bool ends_cleanly(std::string_view text) {
  return text.back() == '.' || text.back() == ' ' || is_digit(text.back()) ||
         is_letter(text.back());
}

bool is_filler(const Token& token) {
  return !token.number && is_one_of(folded(token.text), app_table::filler());
}

/// "13:01", "13:01:22" or "13:01:22.500", whose fraction is dropped.
std::optional<Clock> clock_of(std::vector<Token> parts, std::optional<bool> afternoon) {
  if (parts.size() == 4 && parts.back().before == ".") parts.pop_back();
  const bool colons = std::all_of(parts.begin() + 1, parts.end(),
                                  [](const Token& token) { return token.before == ":"; });
  if (parts.size() > 3 || !colons) return std::nullopt;
  return clock_of_numbers(parts, afternoon);
}

}  // namespace

std::optional<Stamp> parse_stamp(std::string_view text, DateOrder order) {
  std::vector<Token> tokens = tokens_of(text);
  if (tokens.empty() || !is_clean(tokens) || !ends_cleanly(text)) return std::nullopt;
  const auto afternoon = take_half_of_day(tokens);
  const auto split = tokens.begin() + static_cast<std::ptrdiff_t>(start_of_clock(tokens));
  const std::vector<Token> clock(split, tokens.end());
  tokens.erase(split, tokens.end());
  tokens.erase(std::remove_if(tokens.begin(), tokens.end(), is_filler), tokens.end());
  const auto date = date_of(tokens, order);
  if (!date || (clock.empty() && afternoon)) return std::nullopt;
  if (clock.empty()) return Stamp{Moment(*date), 0};
  const auto time = clock_of(clock, afternoon);
  if (!time) return std::nullopt;
  return Stamp{Moment(*date, time->time), time->seconds};
}

std::optional<Stamp> parse_utc_stamp(std::string_view text) {
  for (const std::string_view zone : {"Z", "+00:00"}) {
    if (text.ends_with(zone)) return parse_stamp(text.substr(0, text.size() - zone.size()));
  }
  return parse_stamp(text);
}

std::string to_string(const Stamp& stamp) {
  std::string text = hinge::to_string(stamp.when);
  if (!stamp.when.time) return text;
  text += stamp.seconds < 10 ? ":0" : ":";
  return text + std::to_string(stamp.seconds);
}

}  // namespace hinge::exchange
