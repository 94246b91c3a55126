#include "domain/notation_tokens.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/digits.hpp"

namespace hinge {
namespace {

constexpr std::string_view times_sign = "\u00d7";

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
/// A byte of a word: a letter of any script.
constexpr bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Keyword {
  std::string_view text;
  TokenKind kind;
};
/// The longest first: no `lb` out of `lbs`.
constexpr std::array<Keyword, 7> keywords = {{{"lbs", TokenKind::lb},
                                              {"lb", TokenKind::lb},
                                              {"kg", TokenKind::kg},
                                              {times_sign, TokenKind::times},
                                              {"x", TokenKind::times},
                                              {"f", TokenKind::missed},
                                              {"w", TokenKind::warmup}}};

constexpr char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_keyword(std::string_view text, std::string_view keyword) {
  return text.size() >= keyword.size() && std::equal(keyword.begin(), keyword.end(), text.begin(),
                                                     [](char a, char b) { return a == small(b); });
}

/// The keywords that a word is put together of ("kgx"); none if there is anything else in it.
std::vector<Token> keywords_in(std::string_view word) {
  std::vector<Token> found;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view rest = word.substr(i);
    const auto* const keyword = std::find_if(
        keywords.begin(), keywords.end(),
        [rest](const Keyword& candidate) { return starts_with_keyword(rest, candidate.text); });
    if (keyword == keywords.end()) return {};
    found.push_back({keyword->kind, rest.substr(0, keyword->text.size()), i, false});
    i += keyword->text.size();
  }
  return found;
}

/// Reads a text from its start to its end.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> read() && {
    for (skip_spaces(); at_ < text_.size(); skip_spaces()) read_one();
    add(TokenKind::end, at_);
    return std::move(tokens_);
  }

 private:
  void skip_spaces() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    spaced_ = at_ > start;
  }

  void read_one() {
    const char c = text_[at_];
    if (is_digit(c)) return add(TokenKind::number, end_of_number());
    if (c == '/') return add(TokenKind::slash, at_ + 1);
    if (c == '@') return add(TokenKind::at, at_ + 1);
    if (!is_word_byte(c)) return add(TokenKind::other, at_ + 1);
    read_word();
  }

  void read_word() {
    std::size_t end = at_;
    while (end < text_.size() && is_word_byte(text_[end])) ++end;
    const auto parts = keywords_in(text_.substr(at_, end - at_));
    if (parts.empty()) return add(TokenKind::other, end);
    for (const Token& part : parts) add(part.kind, at_ + part.text.size());
  }

  void add(TokenKind kind, std::size_t end) {
    tokens_.push_back({kind, text_.substr(at_, end - at_), at_, spaced_});
    spaced_ = false;
    at_ = end;
  }

  [[nodiscard]] std::size_t end_of_digits(std::size_t start) const {
    while (start < text_.size() && is_digit(text_[start])) ++start;
    return start;
  }

  /// Behind the digits, and behind the decimals where a point or comma and a digit follow.
  [[nodiscard]] std::size_t end_of_number() const {
    const std::size_t whole = end_of_digits(at_);
    const bool has_mark = whole < text_.size() && (text_[whole] == '.' || text_[whole] == ',');
    const std::size_t decimals = has_mark ? end_of_digits(whole + 1) : whole;
    return decimals > whole + 1 ? decimals : whole;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool spaced_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) { return Tokenizer{text}.read(); }

}  // namespace hinge
