#include "exchange/stamp.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "domain/digits.hpp"
#include "domain/fold.hpp"

namespace hinge::exchange {
namespace {

struct MonthName {
  std::string_view name;  ///< folded
  unsigned month;
};

// English, German, French, Spanish, Italian, Portuguese, Dutch, Turkish, Polish, the Scandinavian
// languages, Russian; short and long (Unicode CLDR). No name stands for two months. Chinese,
// Japanese and Korean number theirs.
constexpr auto month_names = std::to_array<MonthName>({
    {"jan", 1},       {"january", 1},   {"januar", 1},    {"janner", 1},        {"janv", 1},
    {"janvier", 1},   {"ene", 1},       {"enero", 1},     {"gen", 1},           {"gennaio", 1},
    {"janeiro", 1},   {"januari", 1},   {"oca", 1},       {"ocak", 1},          {"sty", 1},
    {"stycznia", 1},  {"янв", 1},       {"января", 1},    {"feb", 2},           {"february", 2},
    {"februar", 2},   {"fevr", 2},      {"fevrier", 2},   {"febr", 2},          {"febrero", 2},
    {"febbraio", 2},  {"fev", 2},       {"fevereiro", 2}, {"februari", 2},      {"sub", 2},
    {"subat", 2},     {"lut", 2},       {"lutego", 2},    {"фев", 2},           {"февр", 2},
    {"февраля", 2},   {"mar", 3},       {"march", 3},     {"marz", 3},          {"mrz", 3},
    {"maerz", 3},     {"mars", 3},      {"marzo", 3},     {"marco", 3},         {"mrt", 3},
    {"maart", 3},     {"mart", 3},      {"marca", 3},     {"март", 3},          {"мар", 3},
    {"марта", 3},     {"apr", 4},       {"april", 4},     {"avr", 4},           {"avril", 4},
    {"abr", 4},       {"abril", 4},     {"aprile", 4},    {"nis", 4},           {"nisan", 4},
    {"kwi", 4},       {"kwietnia", 4},  {"апр", 4},       {"апреля", 4},        {"may", 5},
    {"mai", 5},       {"mayo", 5},      {"mag", 5},       {"maggio", 5},        {"maio", 5},
    {"mei", 5},       {"mayis", 5},     {"maj", 5},       {"maja", 5},          {"май", 5},
    {"мая", 5},       {"jun", 6},       {"june", 6},      {"juni", 6},          {"juin", 6},
    {"junio", 6},     {"giu", 6},       {"giugno", 6},    {"junho", 6},         {"haz", 6},
    {"haziran", 6},   {"cze", 6},       {"czerwca", 6},   {"июн", 6},           {"июнь", 6},
    {"июня", 6},      {"jul", 7},       {"july", 7},      {"juli", 7},          {"juil", 7},
    {"juillet", 7},   {"julio", 7},     {"lug", 7},       {"luglio", 7},        {"julho", 7},
    {"tem", 7},       {"temmuz", 7},    {"lip", 7},       {"lipca", 7},         {"июл", 7},
    {"июль", 7},      {"июля", 7},      {"aug", 8},       {"august", 8},        {"aout", 8},
    {"ago", 8},       {"agosto", 8},    {"augustus", 8},  {"agu", 8},           {"agustos", 8},
    {"sie", 8},       {"sierpnia", 8},  {"augusti", 8},   {"авг", 8},           {"августа", 8},
    {"sep", 9},       {"sept", 9},      {"september", 9}, {"septembre", 9},     {"septiembre", 9},
    {"set", 9},       {"settembre", 9}, {"setembro", 9},  {"eyl", 9},           {"eylul", 9},
    {"wrz", 9},       {"wrzesnia", 9},  {"сен", 9},       {"сент", 9},          {"сентября", 9},
    {"oct", 10},      {"october", 10},  {"okt", 10},      {"oktober", 10},      {"octobre", 10},
    {"octubre", 10},  {"ott", 10},      {"ottobre", 10},  {"out", 10},          {"outubro", 10},
    {"eki", 10},      {"ekim", 10},     {"paz", 10},      {"pazdziernika", 10}, {"окт", 10},
    {"октября", 10},  {"nov", 11},      {"november", 11}, {"novembre", 11},     {"noviembre", 11},
    {"novembro", 11}, {"kas", 11},      {"kasim", 11},    {"lis", 11},          {"listopada", 11},
    {"ноя", 11},      {"нояб", 11},     {"ноября", 11},   {"dec", 12},          {"december", 12},
    {"dez", 12},      {"dezember", 12}, {"decembre", 12}, {"dic", 12},          {"diciembre", 12},
    {"dicembre", 12}, {"dezembro", 12}, {"ara", 12},      {"aralik", 12},       {"gru", 12},
    {"grudnia", 12},  {"des", 12},      {"desember", 12}, {"дек", 12},          {"декабря", 12},
});

// Words that may stand in a date and add nothing: "22 de set. de 2026", "22 сент. 2026 г.",
// "2026年4月5日".
constexpr std::array<std::string_view, 7> filler{"de", "г", "年", "日", "일", "년", "t"};
constexpr std::array<std::string_view, 2> month_marks{"月", "월"};

struct HalfOfDay {
  std::string_view word;
  bool afternoon;
};
constexpr auto halves_of_day = std::to_array<HalfOfDay>({{"am", false},
                                                         {"pm", true},
                                                         {"오전", false},
                                                         {"오후", true},
                                                         {"上午", false},
                                                         {"下午", true},
                                                         {"午前", false},
                                                         {"午後", true}});

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

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<unsigned> month_named(std::string_view word) {
  const std::string name = folded(word);
  for (const MonthName& row : month_names) {
    if (row.name == name) return row.month;
  }
  return std::nullopt;
}

std::optional<Date> civil_day(unsigned year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                         std::chrono::month(month), std::chrono::day(day)};
  if (year < 1900 || year > 2999 || !date.ok()) return std::nullopt;
  return Date{date};
}

bool is_year(const Token& token) { return token.number && token.text.size() == 4; }

std::optional<Date> numbered_date(const Token& a, const Token& b, const Token& c) {
  const auto first = number_of_digits(a.text);
  const auto second = number_of_digits(b.text);
  const auto third = number_of_digits(c.text);
  if (!first || !second || !third) return std::nullopt;
  if (is_year(a)) return civil_day(*first, *second, *third);
  // With slashes the day may come first or second; with points it comes first everywhere.
  const bool points = b.before.starts_with('.') && c.before.starts_with('.');
  if (is_year(c) && points) return civil_day(*third, *second, *first);
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
  if (!is_one_of(tokens[2].text, month_marks)) return std::nullopt;
  const Token& last = tokens[3];
  return is_year(last) ? numbered_date(last, tokens[1], tokens[0])
                       : numbered_date(tokens[0], tokens[1], last);
}

std::optional<Date> date_of(const std::vector<Token>& tokens) {
  if (tokens.size() == 4) return marked_date(tokens);
  if (tokens.size() != 3) return std::nullopt;
  if (tokens[0].number && tokens[1].number) return numbered_date(tokens[0], tokens[1], tokens[2]);
  return named_date(tokens[0], tokens[1], tokens[2]);
}

/// Takes "AM" or its like out of `tokens`: whether it is the afternoon.
std::optional<bool> take_half_of_day(std::vector<Token>& tokens) {
  for (auto token = tokens.begin(); token != tokens.end(); ++token) {
    const std::string word = folded(token->text);
    for (const HalfOfDay& half : halves_of_day) {
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
  return !token.number && is_one_of(folded(token.text), filler);
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

std::optional<Stamp> parse_stamp(std::string_view text) {
  std::vector<Token> tokens = tokens_of(text);
  if (tokens.empty() || !is_clean(tokens) || !ends_cleanly(text)) return std::nullopt;
  const auto afternoon = take_half_of_day(tokens);
  const auto split = tokens.begin() + static_cast<std::ptrdiff_t>(start_of_clock(tokens));
  const std::vector<Token> clock(split, tokens.end());
  tokens.erase(split, tokens.end());
  tokens.erase(std::remove_if(tokens.begin(), tokens.end(), is_filler), tokens.end());
  const auto date = date_of(tokens);
  if (!date || (clock.empty() && afternoon)) return std::nullopt;
  if (clock.empty()) return Stamp{Moment(*date), 0};
  const auto time = clock_of(clock, afternoon);
  if (!time) return std::nullopt;
  return Stamp{Moment(*date, time->time), time->seconds};
}

std::string to_string(const Stamp& stamp) {
  std::string text = hinge::to_string(stamp.when);
  if (!stamp.when.time) return text;
  text += stamp.seconds < 10 ? ":0" : ":";
  return text + std::to_string(stamp.seconds);
}

}  // namespace hinge::exchange
