#include "domain/did_you_mean.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

namespace hinge {
namespace {

/// Longer words are no slip of the hand, and comparing them would cost without end.
constexpr std::size_t longest_word = 64;

std::size_t slips_allowed(std::string_view word) {
  if (word.size() < 2) return 0;
  return word.size() < 6 ? 1 : 2;
}

/// The candidates that begin with `word` and go on: somebody hoped for an abbreviation.
std::vector<std::string_view> completions(std::string_view word,
                                          std::span<const std::string_view> candidates) {
  constexpr std::size_t shortest_beginning = 3;
  std::vector<std::string_view> found;
  if (word.size() < shortest_beginning) return found;
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(found),
               [word](std::string_view each) {
                 return each.size() > word.size() && each.starts_with(word);
               });
  return found;
}

}  // namespace

std::size_t slips_between(std::string_view a, std::string_view b) {
  // Three rows of the usual table: the two before are what a swap looks back on.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

std::optional<std::string_view> did_you_mean(std::string_view word,
                                             std::span<const std::string_view> candidates) {
  if (word.size() > longest_word) return std::nullopt;
  const auto completed = completions(word, candidates);
  if (completed.size() == 1) return completed.front();
  std::optional<std::string_view> nearest;
  std::size_t fewest = slips_allowed(word) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > longest_word) continue;
    const std::size_t slips = slips_between(word, candidate);
    if (slips == 0) return std::nullopt;
    if (slips < fewest) {
      fewest = slips;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string did_you_mean_or(std::string_view word, std::span<const std::string_view> candidates,
                            std::string_view otherwise, std::string_view before) {
  constexpr std::size_t most_meant = 3;  // more would be a list, and `otherwise` often is one
  std::vector<std::string_view> meant;
  if (const auto near = did_you_mean(word, candidates)) {
    meant = {*near};
  } else {
    meant = completions(word, candidates);
  }
  if (meant.empty() || meant.size() > most_meant) return std::string{otherwise};
  std::string hint = "did you mean ";
  (hint += before) += any_of(meant);
  return hint + '?';
}

std::string any_of(std::span<const std::string_view> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

}  // namespace hinge
