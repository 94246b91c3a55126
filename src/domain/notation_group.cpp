#include "domain/notation_group.hpp"

#include <algorithm>
#include <span>

#include "domain/digits.hpp"
#include "domain/notation_refusals.hpp"
#include "domain/notation_tokens.hpp"

namespace hinge {
namespace {

constexpr std::size_t most_decimals = 3;
constexpr std::int64_t heaviest_number = 9'999'999;  // thousandths; more would not fit a Load
constexpr Rpe easiest{5};
constexpr Rpe hardest{10};

/// The number in thousandths; none if it has more than three decimals, or is past all bars.
std::optional<std::int64_t> thousandths_in(std::string_view number) {
  const std::size_t mark = std::min(number.find_first_of(".,"), number.size());
  const std::string_view decimals = number.substr(std::min(mark + 1, number.size()));
  const auto whole = number_of_digits(number.substr(0, mark));
  if (!whole || decimals.size() > most_decimals) return std::nullopt;
  std::int64_t thousandths = *whole;
  for (std::size_t i = 0; i < most_decimals; ++i) {
    thousandths = thousandths * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
  }
  return thousandths <= heaviest_number ? std::optional{thousandths} : std::nullopt;
}

/// Reads one group after another.
class GroupReader {
 public:
  GroupReader(std::string_view text, Unit unit) : tokens_(tokens_of(text)), unit_(unit) {}

  [[nodiscard]] bool at_end() const { return here_is(TokenKind::end); }

  /// group = load "x" reps [ "x" sets | { "/" reps } ] [ "@" rpes ] [ "w" ], or the sets first.
  Group read_group() {
    start_ = next_;
    Group group;
    group.text = refusals::typed(group_tokens());
    read_load(group);
    if (!take(TokenKind::times)) throw unexpected();
    group.reps.push_back(take_reps());
    read_sets(group);
    if (take(TokenKind::at)) read_after_at(group);
    group.warmup = take(TokenKind::warmup);
    if (!at_end() && !starts_group(next_)) throw unexpected();
    return group;
  }

 private:
  [[nodiscard]] bool here_is(TokenKind kind) const { return tokens_[next_].kind == kind; }

  bool take(TokenKind kind) {
    if (!here_is(kind)) return false;
    ++next_;
    return true;
  }

  std::optional<Unit> take_unit() {
    if (take(TokenKind::kg)) return Unit::kg;
    if (take(TokenKind::lb)) return Unit::lb;
    return std::nullopt;
  }

  std::string_view take_number() {
    if (!here_is(TokenKind::number)) throw unexpected();
    return tokens_[next_++].text;
  }

  void read_load(Group& group) {
    group.number = take_number();
    const auto unit = take_unit();
    group.bare = !unit;
    const auto thousandths = thousandths_in(group.number);
    if (!thousandths) throw refusals::no_load(group.text, group.number);
    group.weight = {Load::of(*thousandths, unit.value_or(unit_)), unit.value_or(unit_)};
    if (group.weight.load > heaviest_load) throw refusals::no_load(group.text, group.number);
  }

  /// The number at `at` as a whole one, up to `most`.
  [[nodiscard]] int whole_number(std::size_t at, std::string_view what, int most) const {
    const std::string_view number = tokens_[at].text;
    const auto count = number_of_digits(number);
    if (number.find_first_of(".,") != std::string_view::npos) {
      throw refusals::no_whole_number(group_tokens(), at - start_, what);
    }
    if (!count || *count > static_cast<unsigned>(most)) {
      throw refusals::count_out_of_range(refusals::typed(group_tokens()), number, what, most);
    }
    return static_cast<int>(*count);
  }

  Reps take_reps() {
    const std::string_view number = take_number();
    const int good = whole_number(next_ - 1, "reps", most_reps);
    const bool missed = take(TokenKind::missed);
    if (good == 0 && !missed) {
      throw refusals::count_out_of_range(refusals::typed(group_tokens()), number, "reps",
                                         most_reps);
    }
    return {good, missed};
  }

  void read_sets(Group& group) {
    if (take(TokenKind::times)) {
      take_number();
      group.times = sets_at(next_ - 1);
      return;
    }
    while (take(TokenKind::slash)) group.reps.push_back(take_reps());
  }

  [[nodiscard]] int sets_at(std::size_t at) const {
    const int sets = whole_number(at, "sets", most_sets);
    if (sets > 0) return sets;
    throw refusals::count_out_of_range(refusals::typed(group_tokens()), tokens_[at].text, "sets",
                                       most_sets);
  }

  /// RPEs; or the load, where the sets came first (3x5@140kg), and their RPEs may follow.
  void read_after_at(Group& group) {
    if (is_sets_first(group)) {
      group.times = sets_at(start_);
      read_load(group);
      if (!take(TokenKind::at)) return;
    }
    do {
      group.rpes.push_back(take_rpe());
    } while (take(TokenKind::slash));
    const auto sets = static_cast<std::size_t>(group.sets());
    if (group.rpes.size() != 1 && group.rpes.size() != sets) {
      throw refusals::rpes_do_not_fit(group.text, sets, group.rpes.size());
    }
  }

  [[nodiscard]] bool is_sets_first(const Group& group) const {
    if (!here_is(TokenKind::number)) return false;
    const TokenKind behind = tokens_[next_ + 1].kind;
    const bool has_unit = behind == TokenKind::kg || behind == TokenKind::lb;
    return has_unit && group.bare && !group.times && group.reps.size() == 1;
  }

  Rpe take_rpe() {
    const auto rpe = parse_score(take_number());
    if (rpe && *rpe >= easiest && *rpe <= hardest) return *rpe;
    throw refusals::no_rpe(group_tokens(), next_ - 1 - start_, unit_);
  }

  /// A group starts with a number behind a space, unless a sign before it asks for one.
  [[nodiscard]] bool starts_group(std::size_t token) const {
    if (tokens_[token].kind != TokenKind::number || !tokens_[token].spaced || token == 0) {
      return false;
    }
    const TokenKind before = tokens_[token - 1].kind;
    return before != TokenKind::times && before != TokenKind::slash && before != TokenKind::at;
  }

  /// The tokens from the start of this group to the start of the next.
  [[nodiscard]] std::span<const Token> group_tokens() const {
    std::size_t end = start_;
    while (tokens_[end].kind != TokenKind::end && (end == start_ || !starts_group(end))) ++end;
    return std::span{tokens_}.subspan(start_, end - start_);
  }

  [[nodiscard]] Error unexpected() const {
    // What is wrong may be that the group went on after a space: 140kg 5/5/4.
    const auto group = std::span{tokens_}.subspan(start_);
    return refusals::unexpected(group, next_ - start_);
  }

  std::vector<Token> tokens_;  ///< the last one is the end
  Unit unit_;
  std::size_t next_ = 0;
  std::size_t start_ = 0;  ///< the first token of the group being read
};

constexpr int usual_sets = 20;
constexpr int usual_reps = 50;

}  // namespace

std::vector<Group> read_groups(std::string_view text, Unit unit) {
  GroupReader reader{text, unit};
  if (reader.at_end()) throw refusals::nothing_written();
  std::vector<Group> groups;
  while (!reader.at_end()) groups.push_back(reader.read_group());
  return groups;
}

void refuse_implausible(const Group& group, const Loading& loading, Load best) {
  if (group.bare && group.weight.load < loading.bar) {
    throw refusals::under_the_bar(group, loading, best);
  }
  if (group.sets() > usual_sets) throw refusals::many_sets(group);
  const bool too_many_reps = std::any_of(group.reps.begin(), group.reps.end(),
                                         [](Reps reps) { return reps.good > usual_reps; });
  if (too_many_reps) throw refusals::many_reps(group);
  // A quarter over: exact, and far from overflow below the heaviest load.
  const bool far_over = best > Load{} && group.weight.load * 4 > best * 5;
  if (far_over) throw refusals::far_over_best(group, loading, best);
}

}  // namespace hinge
