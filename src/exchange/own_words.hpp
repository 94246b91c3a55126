#pragma once

#include <array>
#include <string_view>

#include "domain/names.hpp"

// The words of hinge's own CSV, for its reader and its writer alike.
namespace hinge::exchange {

inline constexpr std::array<std::string_view, 15> sets_columns = {
    "lifter", "session", "date", "week",   "lift", "set",  "kind", "load_kg",
    "load",   "unit",    "reps", "failed", "rpe",  "time", "light"};
inline constexpr std::array<std::string_view, 20> feel_columns = {
    "lifter", "checkin",    "session",    "date",      "time",   "nature", "peak",
    "now",    "baseline",   "hours",      "ongoing",   "limits", "where",  "side",
    "onset",  "worse_with", "eases_with", "unrelated", "note",   "twinge"};

inline constexpr Names<3> set_kind_names{"work", "warmup", "outlier"};
inline constexpr Names<2> yes_or_no_names{"no", "yes"};
inline constexpr char list_separator = ';';

}  // namespace hinge::exchange
