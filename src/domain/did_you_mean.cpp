#include "domain/did_you_mean.hpp"

#include <algorithm>
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

/// The one candidate that begins with `word`: somebody hoped for an abbreviation.
std::optional<std::string_view> only_completion(std::string_view word,
                                                std::span<const std::string_view> candidates) {
  constexpr std::size_t shortest_beginning = 3;
  const auto begins_so = [word](std::string_view each) { return each.starts_with(word); };
  const auto found = std::find_if(candidates.begin(), candidates.end(), begins_so);
  const bool only = word.size() >= shortest_beginning && found != candidates.end() &&
                    found->size() > word.size() &&
                    std::none_of(found + 1, candidates.end(), begins_so);
  return only ? std::optional(*found) : std::nullopt;
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
  if (const auto completion = only_completion(word, candidates)) return completion;
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

}  // namespace hinge
