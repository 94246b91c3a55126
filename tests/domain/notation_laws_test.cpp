#include <rapidcheck/catch.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/notation.hpp"
#include "hinge/error.hpp"

namespace hinge {
namespace {

constexpr Loading kilograms = Loading::standard(Unit::kg);

/// None where the notation is refused.
std::optional<std::vector<Set>> sets_in(const std::string& text) {
  try {
    return read_sets(text, kilograms, Load{}, true).sets;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::usage) throw;
    return std::nullopt;
  }
}

/// Sets as people do them, so that neighbours are often alike.
Set any_set() {
  Set set;
  const Unit unit = *rc::gen::element(Unit::kg, Unit::kg, Unit::lb);
  set.weight = {Load::of(*rc::gen::element(0, 1, 60'000, 140'000, 142'500, 1'000'000), unit), unit};
  set.reps = *rc::gen::element(5, 5, 5, 3, 10, 100, 1000);
  set.failed = *rc::gen::inRange(0, 6) == 0;
  if (set.failed) set.reps = *rc::gen::element(0, 4);
  if (*rc::gen::arbitrary<bool>()) set.rpe = Score::halves(*rc::gen::element(16, 16, 17, 10, 20));
  if (*rc::gen::inRange(0, 4) == 0) set.kind = SetKind::warmup;
  return set;
}

std::vector<Set> any_sets(int most) {
  std::vector<Set> sets;
  const int count = *rc::gen::inRange(1, most + 1);
  for (int i = 0; i < count; ++i) {
    const bool again = !sets.empty() && *rc::gen::arbitrary<bool>();
    const Set next = again ? sets.back() : any_set();
    sets.push_back(next);
  }
  return sets;
}

/// The shortest text for these sets among all ways to cut them into groups.
std::size_t shortest_by_trying_all(const std::vector<Set>& sets) {
  std::size_t shortest = std::string::npos;
  const unsigned cuts = 1U << (sets.size() - 1);
  for (unsigned cut = 0; cut < cuts; ++cut) {
    std::size_t length = 0;
    std::vector<Set> group;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      group.push_back(sets[i]);
      const bool ends = i + 1 == sets.size() || (cut >> i & 1U) != 0;
      if (!ends) continue;
      length += write_sets(group).size() + (length > 0 ? 1 : 0);
      group.clear();
    }
    shortest = std::min(shortest, length);
  }
  return shortest;
}

TEST_CASE("laws of the notation") {
  rc::prop("what is written reads back as the same sets", [] {
    const auto sets = any_sets(12);
    const auto back = sets_in(write_sets(sets));
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == sets);
  });
  rc::prop("what is written can't be cut into shorter groups", [] {
    const auto sets = any_sets(7);
    RC_ASSERT(write_sets(sets).size() <= shortest_by_trying_all(sets));
  });
  rc::prop("spaces around x, / and @ don't matter, nor the way x is written", [] {
    const auto sets = any_sets(6);
    std::string loose;
    for (const char c : write_sets(sets)) {
      const bool is_sign = c == 'x' || c == '/' || c == '@';
      const std::string sign =
          c == 'x' ? *rc::gen::element<std::string>("x", "X", "\u00d7") : std::string(1, c);
      if (is_sign && *rc::gen::arbitrary<bool>()) loose += ' ';
      loose += sign;
      if (is_sign && *rc::gen::arbitrary<bool>()) loose += ' ';
    }
    RC_ASSERT(sets_in(loose) == sets);
  });
  rc::prop("any bytes are read or refused, and what was read reads the same when written", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
        {{9, rc::gen::elementOf(std::string{"0123456789xX/@.,fwkglbs "})},
         {1, rc::gen::arbitrary<char>()}}));
    const auto sets = sets_in(text);
    if (sets) RC_ASSERT(sets_in(write_sets(*sets)) == sets);
  });
}

TEST_CASE("any four sets of one load are written in the shortest groups there are") {
  const auto set = [](int reps, std::optional<Rpe> rpe, bool failed = false, bool warmup = false) {
    return Set{{140_kg, Unit::kg}, reps, failed, rpe, warmup ? SetKind::warmup : SetKind::work};
  };
  const std::array<Set, 8> sets = {set(5, {}),       set(10, {}),
                                   set(5, Rpe{8}),   set(10, Rpe{8}),
                                   set(5, Rpe{10}),  set(5, Score::halves(17)),
                                   set(5, {}, true), set(5, {}, false, true)};
  std::size_t longer = 0;
  for (std::size_t i = 0; i < 8 * 8 * 8 * 8; ++i) {
    const std::vector<Set> four = {sets[i % 8], sets[i / 8 % 8], sets[i / 64 % 8], sets[i / 512]};
    const std::string text = write_sets(four);
    if (text.size() > shortest_by_trying_all(four) || sets_in(text) != four) ++longer;
  }
  CHECK(longer == 0);
}

/// The grammar of cli.md, word for word and without looking ahead: where each way to read a rule at
/// `at` ends, one entry a way. Slow and plain, to hold the reader against.
class Grammar {
 public:
  explicit Grammar(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] std::size_t readings() const {
    const Ends ends = session(0);
    return static_cast<std::size_t>(std::count(ends.begin(), ends.end(), text_.size()));
  }

 private:
  using Ends = std::vector<std::size_t>;
  using Rule = Ends (Grammar::*)(std::size_t) const;

  [[nodiscard]] Ends after(const Ends& starts, Rule rule) const {
    Ends ends;
    for (const std::size_t start : starts) {
      for (const std::size_t end : (this->*rule)(start)) ends.push_back(end);
    }
    return ends;
  }
  [[nodiscard]] Ends maybe(const Ends& starts, Rule rule) const {
    return join(starts, after(starts, rule));
  }
  [[nodiscard]] Ends any_number(Ends starts, Rule rule) const {
    Ends all = starts;
    while (!starts.empty()) {
      starts = after(starts, rule);
      all = join(all, starts);
    }
    return all;
  }
  static Ends join(Ends a, const Ends& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  }

  [[nodiscard]] Ends word(std::size_t at, std::string_view wanted) const {
    return text_.compare(at, wanted.size(), wanted) == 0 ? Ends{at + wanted.size()} : Ends{};
  }
  /// A sign, with or without spaces around it.
  [[nodiscard]] Ends sign(std::size_t at, std::string_view wanted) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    Ends ends = word(at, wanted);
    for (std::size_t& end : ends) {
      while (end < text_.size() && text_[end] == ' ') ++end;
    }
    return ends;
  }
  [[nodiscard]] Ends x(std::size_t at) const { return sign(at, "x"); }
  [[nodiscard]] Ends slash(std::size_t at) const { return sign(at, "/"); }
  [[nodiscard]] Ends at_sign(std::size_t at) const { return sign(at, "@"); }
  [[nodiscard]] Ends fail_mark(std::size_t at) const { return word(at, "f"); }
  [[nodiscard]] Ends warmup_mark(std::size_t at) const { return word(at, "w"); }
  [[nodiscard]] Ends unit(std::size_t at) const { return word(at, "kg"); }
  [[nodiscard]] Ends space(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && text_[end] == ' ') ++end;
    return end > at ? Ends{end} : Ends{};
  }
  [[nodiscard]] Ends integer(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
    return end > at ? Ends{end} : Ends{};
  }
  /// 5 to 10; this test writes no halves.
  [[nodiscard]] Ends rpe(std::size_t at) const {
    const Ends ends = integer(at);
    if (ends.empty()) return {};
    const std::string digits = text_.substr(at, ends[0] - at);
    const int value = digits.size() > 3 ? 99 : std::stoi(digits);
    return value >= 5 && value <= 10 ? ends : Ends{};
  }
  [[nodiscard]] Ends load(std::size_t at) const { return maybe(integer(at), &Grammar::unit); }
  [[nodiscard]] Ends reps(std::size_t at) const { return maybe(integer(at), &Grammar::fail_mark); }
  [[nodiscard]] Ends x_sets(std::size_t at) const { return after(x(at), &Grammar::integer); }
  [[nodiscard]] Ends next_reps(std::size_t at) const { return after(slash(at), &Grammar::reps); }
  [[nodiscard]] Ends next_rpe(std::size_t at) const { return after(slash(at), &Grammar::rpe); }
  [[nodiscard]] Ends rpes(std::size_t at) const {
    return any_number(after(at_sign(at), &Grammar::rpe), &Grammar::next_rpe);
  }
  [[nodiscard]] Ends load_first(std::size_t at) const {
    const Ends one = after(after(load(at), &Grammar::x), &Grammar::reps);
    return join(after(one, &Grammar::x_sets), any_number(one, &Grammar::next_reps));
  }
  [[nodiscard]] Ends sets_first(std::size_t at) const {
    const Ends counted = after(after(integer(at), &Grammar::x), &Grammar::reps);
    return after(after(after(counted, &Grammar::at_sign), &Grammar::integer), &Grammar::unit);
  }
  [[nodiscard]] Ends group(std::size_t at) const {
    const Ends sets = join(load_first(at), sets_first(at));
    return maybe(maybe(sets, &Grammar::rpes), &Grammar::warmup_mark);
  }
  [[nodiscard]] Ends next_group(std::size_t at) const { return after(space(at), &Grammar::group); }
  [[nodiscard]] Ends session(std::size_t at) const {
    return any_number(group(at), &Grammar::next_group);
  }

  std::string text_;
};

TEST_CASE("no text of up to six tokens has two readings, and all that have one are read") {
  constexpr std::array<std::string_view, 8> alphabet = {"6", "x", "/", "@", "kg", "f", "w", " "};
  constexpr int longest = 6;
  std::size_t ambiguous = 0;
  std::size_t refused_in_vain = 0;
  std::size_t with_one_reading = 0;
  std::string example;
  std::vector<std::string> texts = {""};
  for (int length = 1; length <= longest; ++length) {
    std::vector<std::string> longer;
    longer.reserve(texts.size() * alphabet.size());
    for (const std::string& text : texts) {
      for (const std::string_view token : alphabet) longer.push_back(text + std::string{token});
    }
    texts.swap(longer);
    for (const std::string& text : texts) {
      const std::size_t readings = Grammar{text}.readings();
      with_one_reading += readings == 1 ? 1 : 0;
      ambiguous += readings > 1 ? 1 : 0;
      // How many RPEs, reps or sets there may be is a matter of counting, not of grammar.
      const bool many_rpes =
          text.find('@') != std::string::npos && text.rfind('/') > text.find('@');
      const bool over_a_thousand = text.find("6666") != std::string::npos;
      if (readings == 0 || many_rpes || over_a_thousand || sets_in(text)) continue;
      ++refused_in_vain;
      example = text;
    }
  }
  CAPTURE(example);
  CHECK(ambiguous == 0);
  CHECK(refused_in_vain == 0);
  CHECK(with_one_reading > 100);
}

TEST_CASE("of what the grammar does not know, only spaces are forgiven") {
  constexpr std::array<std::string_view, 7> alphabet = {"6", "x", "/", "@", "kg", "f", "w"};
  std::size_t taken_wrongly = 0;
  std::string example;
  std::vector<std::string> texts = {""};
  for (int length = 1; length <= 6; ++length) {
    std::vector<std::string> longer;
    for (const std::string& text : texts) {
      for (const std::string_view token : alphabet) longer.push_back(text + std::string{token});
    }
    texts.swap(longer);
    for (const std::string& text : texts) {
      if (Grammar{text}.readings() == 1 || !sets_in(text)) continue;
      ++taken_wrongly;
      example = text;
    }
  }
  CAPTURE(example);
  CHECK(taken_wrongly == 0);
}

}  // namespace
}  // namespace hinge
