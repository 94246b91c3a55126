#include "domain/notation_refusals.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "domain/digits.hpp"
#include "domain/text.hpp"

namespace hinge::refusals {
namespace {

constexpr std::size_t longest_shown = 40;
constexpr std::string_view usual_form = "load x reps x sets, as in 140x5x3 @8";
constexpr std::string_view warmup_form = "a warm-up has a w right behind it: 60x5w";
constexpr std::string_view between_groups = "a space stands between groups, as in 60x5w 100x3w";

Error refusal(const std::string& message, std::string_view hint) {
  return {ErrorKind::usage, message, std::string{hint}};
}

std::string shown(std::string_view text) {
  if (text.size() <= longest_shown) return escaped_for_terminal(text);
  return escaped_for_terminal(text.substr(0, longest_shown)) + "...";
}

/// What people write elsewhere, and what it is here.
struct Rewrite {
  std::string_view word;
  std::string_view hint;
};
constexpr std::array<Rewrite, 11> rewrites = {{
    {"warm", warmup_form},
    {"rir", "write reps left in reserve as an RPE: 1 left is @9, 2 left @8"},
    {"rpe", "write the RPE behind an @, as in 140x5 @8"},
    {"+", "write the reps you did, without a +"},
    {",", "one set after another: 140x5/5/4"},
    {";", "one set after another: 140x5/5/4"},
    {"*", "write x between load and reps: 140x5"},
    {"-", "write what was done, each set of it: 140x5/5/4"},
    {"%", "write the load itself, as in 140x5"},
    {"set", usual_form},
    {"rep", usual_form},
}};

std::string_view hint_for(std::string_view word) {
  std::string small{word};
  std::transform(small.begin(), small.end(), small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto* const known = std::find_if(
      rewrites.begin(), rewrites.end(),
      [&](const Rewrite& rewrite) { return small.find(rewrite.word) != std::string::npos; });
  return known == rewrites.end() ? usual_form : known->hint;
}

/// The numbers among the tokens, in order.
std::vector<std::string> numbers_in(std::span<const Token> tokens) {
  std::vector<std::string> numbers;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::number) numbers.push_back(shown(token.text));
  }
  return numbers;
}

unsigned whole_part(std::string_view number) {
  return number_of_digits(number.substr(0, number.find_first_of(".,"))).value_or(0);
}

/// "135kgx8x3" for "3x8x135kg", "140kgx5" for "140x5kg": a unit behind a number that is no load.
Error misplaced_unit(std::span<const Token> group, std::size_t at) {
  std::vector<std::string> numbers = numbers_in(group.first(at));
  const bool is_largest = whole_part(numbers.back()) > whole_part(numbers.front());
  if (is_largest) std::reverse(numbers.begin(), numbers.end());
  std::string meant = numbers.front() + std::string{group[at].text};
  for (std::size_t i = 1; i < numbers.size(); ++i) meant += "x" + numbers[i];
  return refusal(
      typed(group.first(at + 1)) + ": the unit stands behind the load, which comes first",
      "did you mean " + meant);
}

/// "140kgx5/5/4" for "140kg 5/5/4".
Error missing_times(std::span<const Token> group, std::size_t at) {
  const auto rest = group.subspan(at);
  const auto end = std::find_if(rest.begin() + 1, rest.end(), [](const Token& token) {
    return token.kind == TokenKind::end || token.spaced;
  });
  const auto reps = rest.first(static_cast<std::size_t>(end - rest.begin()));
  const std::string load = typed(group.first(at));
  const bool two_counts =
      reps.size() == 3 && reps[1].kind == TokenKind::times && reps[2].kind == TokenKind::number;
  if (two_counts) {  // 3x5 is 3 sets of 5 to most people, and behind a load 5 sets of 3
    const std::string first = shown(reps[0].text);
    const std::string second = shown(reps[2].text);
    return refusal(load + " " + typed(reps) + " can be read in two ways",
                   first + " sets of " + second + " are " + load + "x" + second + "x" + first +
                       ", and " + second + " sets of " + first + " " + load + "x" + typed(reps));
  }
  return refusal(load + " has no x between load and reps",
                 "did you mean " + load + "x" + typed(reps));
}

bool is_unit(TokenKind kind) { return kind == TokenKind::kg || kind == TokenKind::lb; }

/// Whether a group begins there: a load, and then its unit or the reps.
bool begins_group(std::span<const Token> tokens) {
  return tokens.size() > 1 && tokens[0].kind == TokenKind::number &&
         (is_unit(tokens[1].kind) || tokens[1].kind == TokenKind::times);
}

/// What to write instead of the first of `rest`.
std::string_view hint_at(std::span<const Token> rest) {
  const Token& token = rest.front();
  if (token.kind == TokenKind::warmup) return warmup_form;
  const bool is_list = token.text == "," || token.text == ";";
  return is_list && begins_group(rest.subspan(1)) ? between_groups : hint_for(token.text);
}

std::string counted(int count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// A load like one of this lifter's, for an example.
std::string usual_load(const Loading& loading, Load best) {
  if (best > Load{}) return number_in(loading.unit, best);
  return loading.unit == Unit::kg ? "140" : "315";
}

/// Whether a count would be a load that the bar allows.
bool could_be_load(int count, const Loading& loading) {
  return Load::of(count * std::int64_t{1000}, loading.unit) >= loading.bar;
}

}  // namespace

std::string typed(std::span<const Token> tokens) {
  if (tokens.empty()) return {};
  const Token& last = tokens.back();
  const std::size_t length = last.offset - tokens.front().offset + last.text.size();
  return shown({tokens.front().text.data(), length});
}

Error unexpected(std::span<const Token> group, std::size_t at) {
  const Token& token = group[at];
  const bool after_number = at > 0 && group[at - 1].kind == TokenKind::number;
  const bool only_a_load = (at == 1 && after_number) || (at == 2 && is_unit(group[1].kind));
  if (token.kind == TokenKind::number && only_a_load) return missing_times(group, at);
  if (is_unit(token.kind) && after_number) return misplaced_unit(group, at);
  if (token.kind == TokenKind::end && only_a_load) {
    return refusal(typed(group.first(at)) + " has no reps", usual_form);
  }
  if (token.kind == TokenKind::end) {
    return refusal(typed(group.first(at)) + " ends too early", usual_form);
  }
  if (at == 0 && token.text == "-" && group.size() > 1 && group[1].kind == TokenKind::number) {
    return refusal(typed(group) + " begins with a sign, and a load has none",
                   "write it without: hinge log " + typed(group.subspan(1)));
  }
  const std::string before = at > 0 ? " after " + typed(group.first(at)) : "";
  return refusal("'" + shown(token.text) + "'" + before + " can't be read",
                 hint_at(group.subspan(at)));
}

Error no_whole_number(std::span<const Token> group, std::size_t at, std::string_view what) {
  const std::string_view number = group[at].text;
  if (what == "reps" && number.find(',') != std::string_view::npos) {
    const std::string message = typed(group) + ": a comma is a decimal point here";
    if (begins_group(group.subspan(at))) return refusal(message, between_groups);
    std::string list = typed(group.subspan(at));
    std::replace(list.begin(), list.end(), ',', '/');
    return refusal(message, "one set after another: " + typed(group.first(at)) + list);
  }
  return refusal(
      typed(group) + ": " + shown(number) + " is no whole number of " + std::string{what},
      usual_form);
}

Error no_rpe(std::span<const Token> group, std::size_t at, Unit unit) {
  const std::string message = typed(group) + ": " + shown(group[at].text) + " is not an RPE";
  const bool could_be_sets_first = at == 4 && group[1].kind == TokenKind::times &&
                                   number_of_digits(group[0].text).value_or(99) <= 20 &&
                                   number_of_digits(group[at].text).value_or(0) > 10;
  if (could_be_sets_first) {
    return refusal(message, "for a load after @ write the unit: " + typed(group.first(at + 1)) +
                                to_string(unit));
  }
  return refusal(message, "an RPE is 5 to 10 in halves, as in @8.5; one a set is @8/8.5/9");
}

Error count_out_of_range(std::string_view group, std::string_view number, std::string_view what,
                         int most) {
  const std::string name{what};
  return refusal(std::string{group} + ": " + shown(number) + " " + name,
                 "write 1 to " + std::to_string(most) + " " + name +
                     (what == "reps" ? "; a missed first rep is 0f" : ""));
}

Error no_load(std::string_view group, std::string_view number) {
  return refusal(std::string{group} + ": " + shown(number) + " is no load hinge can take",
                 "write up to 1000 kg, with up to three decimals, as in 142.5x5");
}

Error rpes_do_not_fit(std::string_view group, std::size_t sets, std::size_t rpes) {
  return refusal(std::string{group} + " has " + counted(static_cast<int>(sets), "set") + " and " +
                     counted(static_cast<int>(rpes), "RPE"),
                 "write one RPE for all sets, or one a set: 140x5x3 @8/8.5/9");
}

Error nothing_written() { return refusal("there are no sets", usual_form); }

Error too_many_sets() {
  return refusal("more than " + std::to_string(most_sets) + " sets in a session",
                 "log them as sessions of their own");
}

Error under_the_bar(const Group& group, const Loading& loading, Load best) {
  const std::string unit = to_string(loading.unit);
  const int reps = group.reps.front().good;
  const std::string message =
      group.text + " would be " +
      (group.times ? counted(*group.times, "set") + " of " + std::to_string(reps)
                   : counted(reps, "rep")) +
      " at " + number_in(loading.unit, group.weight.load) + " " + unit;
  if (group.times && could_be_load(*group.times, loading)) {
    return refusal(message, "did you mean " + std::to_string(*group.times) + "x" +
                                std::to_string(reps) + "x" + group.number +
                                "? --force takes it as it stands");
  }
  if (!group.times && reps > 20 && could_be_load(reps, loading)) {
    return refusal(message, "did you mean " + std::to_string(reps) + "x" + group.number +
                                "? --force takes it as it stands");
  }
  constexpr unsigned most_sets_meant = 20;
  const unsigned sets_meant = number_of_digits(group.number).value_or(0);
  const bool looks_sets_first =
      !group.times && group.reps.size() == 1 && sets_meant > 0 && sets_meant <= most_sets_meant;
  if (looks_sets_first) {
    return refusal(message + ". Load comes first",
                   counted(static_cast<int>(sets_meant), "set") + " of " + std::to_string(reps) +
                       ": hinge log " + usual_load(loading, best) + "x" + std::to_string(reps) +
                       "x" + group.number);
  }
  return refusal(message + ", and the bar is " + number_in(loading.unit, loading.bar) + " " + unit,
                 "if that is right write the unit, " + group.number + unit + ", or add --force");
}

Error many_sets(const Group& group) {
  return refusal(group.text + " would be " + counted(group.sets(), "set"),
                 "load x reps x sets: 140x5x3; --force takes it as it stands");
}

Error many_reps(const Group& group) {
  return refusal(group.text + " has a set of more than 50 reps",
                 "load comes first: 140x5x3; --force takes it as it stands");
}

Error far_over_best(const Group& group, const Loading& loading, Load best) {
  const std::string message = group.text + ": " + to_string(group.weight) +
                              " is over 25 % above your best, " +
                              to_string(Weight{best, loading.unit});
  const Load in_pounds = Load::of(group.weight.load.nanograms() / 1'000'000'000, Unit::lb);
  const bool could_be_pounds =
      group.bare && group.weight.unit == Unit::kg && in_pounds * 4 <= best * 5;
  const std::string pounds = could_be_pounds ? "pounds are " + group.number + "lb; " : "";
  return refusal(message, pounds + "if it is right, add --force");
}

}  // namespace hinge::refusals
