#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "domain/notation.hpp"

namespace hinge {
namespace {

bool is_warmup(const Set& set) { return set.kind == SetKind::warmup; }

std::string load_text(const Set& set) {
  return number_in(set.weight.unit, set.weight.load) + to_string(set.weight.unit);
}
std::string reps_text(const Set& set) { return std::to_string(set.reps) + (set.failed ? "f" : ""); }
std::string rpe_text(const Set& set) { return set.rpe ? to_string(*set.rpe) : ""; }

bool same_reps(const Set& a, const Set& b) { return a.reps == b.reps && a.failed == b.failed; }

/// Whether one group can hold both.
bool may_share_a_group(const Set& a, const Set& b) {
  return a.weight == b.weight && is_warmup(a) == is_warmup(b) &&
         a.rpe.has_value() == b.rpe.has_value();
}

/// Some sets that share a group: whether they are alike, and how long they are as text. Grows by a
/// set at a time, so that all ways of grouping can be compared in quadratic time.
struct GroupShape {
  std::size_t sets = 0;
  bool same_reps = true;
  bool same_rpe = true;
  std::size_t listed_reps = 0;  ///< characters, each with the sign before it
  std::size_t listed_rpes = 0;

  void add(const Set& set, const Set& like) {
    ++sets;
    same_reps = same_reps && hinge::same_reps(set, like);
    same_rpe = same_rpe && set.rpe == like.rpe;
    listed_reps += 1 + reps_text(set).size();
    listed_rpes += set.rpe ? 1 + rpe_text(set).size() : 0;
  }
};

std::size_t length_of(const GroupShape& shape, const Set& any) {
  const std::size_t one_reps = 1 + reps_text(any).size();
  const std::size_t times = shape.sets > 1 ? 1 + std::to_string(shape.sets).size() : 0;
  const std::size_t reps = shape.same_reps ? one_reps + times : shape.listed_reps;
  const std::size_t one_rpe = any.rpe ? 1 + rpe_text(any).size() : 0;
  const std::size_t rpes = shape.same_rpe ? one_rpe : shape.listed_rpes;
  return load_text(any).size() + reps + rpes + (is_warmup(any) ? 1 : 0);
}

/// `sign` before the first, slashes between.
template <class Text>
std::string listed(char sign, std::span<const Set> sets, const Text& text_of) {
  std::string list;
  for (const Set& set : sets) {
    list += list.empty() ? sign : '/';
    list += text_of(set);
  }
  return list;
}

std::string group_text(std::span<const Set> sets) {
  const Set& first = sets.front();
  GroupShape shape;
  for (const Set& set : sets) shape.add(set, first);
  std::string text = load_text(first);
  text += listed('x', shape.same_reps ? sets.first(1) : sets, reps_text);
  if (shape.same_reps && sets.size() > 1) text += "x" + std::to_string(sets.size());
  if (first.rpe) text += listed('@', shape.same_rpe ? sets.first(1) : sets, rpe_text);
  return is_warmup(first) ? text + "w" : text;
}

/// Where the last group of the first n sets starts, for every n: in the shortest text there is.
std::vector<std::size_t> starts_of_last_groups(const std::vector<Set>& sets) {
  std::vector<std::size_t> shortest(sets.size() + 1, 0);
  std::vector<std::size_t> starts(sets.size() + 1, 0);
  for (std::size_t end = 1; end <= sets.size(); ++end) {
    const Set& last = sets[end - 1];
    GroupShape shape;
    for (std::size_t start = end; start-- > 0 && may_share_a_group(sets[start], last);) {
      shape.add(sets[start], last);
      const std::size_t length = shortest[start] + length_of(shape, last) + (start > 0 ? 1 : 0);
      if (shape.sets > 1 && length > shortest[end]) continue;
      shortest[end] = length;
      starts[end] = start;
    }
  }
  return starts;
}

}  // namespace

std::string write_sets(const std::vector<Set>& sets) {
  const auto starts = starts_of_last_groups(sets);
  std::string text;
  for (std::size_t end = sets.size(); end > 0; end = starts[end]) {
    const std::size_t start = starts[end];
    text.insert(
        0, group_text(std::span{sets}.subspan(start, end - start)) + (text.empty() ? "" : " "));
  }
  return text;
}

}  // namespace hinge
