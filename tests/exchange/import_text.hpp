#pragma once

#include <numeric>
#include <sstream>
#include <string>

#include "exchange/import.hpp"

/// A file given as text, imported.
inline hinge::exchange::ImportFile imported(const std::string& text,
                                            const hinge::exchange::ImportOptions& options = {}) {
  std::istringstream in(text);
  return hinge::exchange::read_import(in, options);
}

inline hinge::exchange::ImportOptions in_unit(hinge::Unit unit) {
  hinge::exchange::ImportOptions options;
  options.unit = unit;
  return options;
}

/// How many rows the account of a file explains.
inline std::size_t rows_accounted_for(const hinge::exchange::ImportFile& file) {
  const auto sum = [](const auto& counts) {
    return std::accumulate(
        counts.begin(), counts.end(), std::size_t{0},
        [](std::size_t total, const auto& count) { return total + count.second; });
  };
  return file.set_rows + file.bad.size() + file.checkins.size() + sum(file.skipped) +
         sum(file.ignored) + sum(file.unknown);
}

/// "140 kg x 5 @8, 60 kg x 5 w": a session's sets at a glance.
inline std::string sets_of(const hinge::Session& session) {
  std::string text;
  for (const hinge::Set& set : session.sets) {
    if (!text.empty()) text += ", ";
    text += hinge::to_string(set.weight) + " x " + std::to_string(set.reps);
    if (set.failed) text += "f";
    if (set.rpe) text += " @" + hinge::to_string(*set.rpe);
    if (set.kind == hinge::SetKind::warmup) text += " w";
    if (set.kind == hinge::SetKind::outlier) text += " !";
  }
  return text;
}
