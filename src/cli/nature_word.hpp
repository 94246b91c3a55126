#pragma once

#include <string_view>
#include <vector>

#include "hinge/checkin.hpp"

namespace hinge::cli {

/// The words for a sensation or symptom, mildest first.
[[nodiscard]] std::vector<std::string_view> nature_words();

/// The nature that `word` stands for. Throws Error{usage}: `burning` with the question that decides
/// it, others with `did you mean`.
[[nodiscard]] Nature read_nature(std::string_view typed);

inline constexpr std::string_view site_words[] = {
    "low-back", "upper-back", "hip", "buttock", "hamstring", "leg-above-knee", "leg-below-knee"};
inline constexpr std::string_view side_words[] = {"left", "right", "both"};
inline constexpr std::string_view onset_words[] = {"during", "after", "next-day"};

}  // namespace hinge::cli
