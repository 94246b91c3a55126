#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hinge {

/// How many single slips of the hand turn `a` into `b`: a letter left out, added, replaced, or two
/// neighbours swapped (the optimal string alignment distance of Damerau and Levenshtein). Bytes are
/// letters.
[[nodiscard]] std::size_t slips_between(std::string_view a, std::string_view b);

/// The candidate that `word` was most likely meant to be: the only one that begins with it, where
/// it has three letters or more; else one slip away, or two where it has six letters or more, the
/// first of equals. None where nothing is that near, or `word` is one of them.
[[nodiscard]] std::optional<std::string_view> did_you_mean(
    std::string_view word, std::span<const std::string_view> candidates);

/// "did you mean BEFOREcandidate?"; where no one candidate is near, the two or three that begin
/// with a `word` of three letters or more; else `otherwise`.
[[nodiscard]] std::string did_you_mean_or(std::string_view word,
                                          std::span<const std::string_view> candidates,
                                          std::string_view otherwise, std::string_view before = "");

/// "a, b or c".
[[nodiscard]] std::string any_of(std::span<const std::string_view> words);

}  // namespace hinge
