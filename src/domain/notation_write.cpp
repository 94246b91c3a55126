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

/// Equal sets in a row, and how long the parts of one are as text, each with the signs around it.
struct Run {
  const Set* set;
  std::size_t count;
  std::size_t load = load_text(*set).size() + (is_warmup(*set) ? 1 : 0);
  std::size_t reps = 1 + reps_text(*set).size();
  std::size_t rpe = set->rpe ? 1 + rpe_text(*set).size() : 0;
};

/// The shortest text never needs a group that begins within a run: the part on its one side can be
/// moved to the other, which is as short or shorter.
std::vector<Run> runs_of(const std::vector<Set>& sets) {
  std::vector<Run> runs;
  for (const Set& set : sets) {
    if (!runs.empty() && *runs.back().set == set) {
      ++runs.back().count;
    } else {
      runs.push_back({&set, 1});
    }
  }
  return runs;
}

/// Some runs that share a group: whether they are alike, and how long they are as text. Grows by a
/// run at a time, so that all ways of grouping can be compared in quadratic time.
struct GroupShape {
  std::size_t runs = 0;
  std::size_t sets = 0;
  bool same_reps = true;
  bool same_rpe = true;
  std::size_t listed_reps = 0;  ///< characters, each with the sign before it
  std::size_t listed_rpes = 0;

  void add(const Run& run, const Set& like) {
    ++runs;
    sets += run.count;
    same_reps = same_reps && hinge::same_reps(*run.set, like);
    same_rpe = same_rpe && run.set->rpe == like.rpe;
    listed_reps += run.count * run.reps;
    listed_rpes += run.count * run.rpe;
  }
};

std::size_t length_of(const GroupShape& shape, const Run& any) {
  const std::size_t times = shape.sets > 1 ? 1 + std::to_string(shape.sets).size() : 0;
  const std::size_t reps = shape.same_reps ? any.reps + times : shape.listed_reps;
  return any.load + reps + (shape.same_rpe ? any.rpe : shape.listed_rpes);
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
  const auto all = [sets](auto holds) { return std::all_of(sets.begin(), sets.end(), holds); };
  const bool one_reps = all([&first](const Set& set) { return same_reps(set, first); });
  const bool one_rpe = all([&first](const Set& set) { return set.rpe == first.rpe; });
  std::string text = load_text(first);
  text += listed('x', one_reps ? sets.first(1) : sets, reps_text);
  if (one_reps && sets.size() > 1) text += "x" + std::to_string(sets.size());
  if (first.rpe) text += listed('@', one_rpe ? sets.first(1) : sets, rpe_text);
  return is_warmup(first) ? text + "w" : text;
}

/// Where the last group of the first n runs starts, for every n: in the shortest text there is.
std::vector<std::size_t> starts_of_last_groups(const std::vector<Run>& runs) {
  std::vector<std::size_t> shortest(runs.size() + 1, 0);
  std::vector<std::size_t> starts(runs.size() + 1, 0);
  for (std::size_t end = 1; end <= runs.size(); ++end) {
    const Run& last = runs[end - 1];
    GroupShape shape;
    for (std::size_t start = end; start-- > 0 && may_share_a_group(*runs[start].set, *last.set);) {
      shape.add(runs[start], *last.set);
      const std::size_t length = shortest[start] + length_of(shape, last) + (start > 0 ? 1 : 0);
      if (shape.runs > 1 && length > shortest[end]) continue;
      shortest[end] = length;
      starts[end] = start;
    }
  }
  return starts;
}

}  // namespace

std::string write_sets(const std::vector<Set>& sets) {
  const auto runs = runs_of(sets);
  const auto starts = starts_of_last_groups(runs);
  std::string text;
  const Set* behind = sets.data() + sets.size();
  for (std::size_t end = runs.size(); end > 0; end = starts[end]) {
    const Set* const first = runs[starts[end]].set;
    text.insert(0, group_text({first, behind}) + (text.empty() ? "" : " "));
    behind = first;
  }
  return text;
}

}  // namespace hinge
