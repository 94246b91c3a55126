#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "domain/lifts.hpp"

/// data/lifts.json, compiled in (cmake/LiftTable.cmake).
namespace hinge::lift_table {

/// What a phrase in a name stands for.
struct Phrase {
  std::string_view phrase;
  std::string_view terms;  ///< separated by spaces; empty: equipment, or nothing
  std::size_t equipment;   ///< its place in the file; past the barbell: none
};

/// The terms that make a name a lift, together with a piece of equipment.
struct Name {
  std::string_view terms;
  std::size_t equipment;
  std::string_view lift;
};

[[nodiscard]] std::span<const Lift> lifts();
[[nodiscard]] std::span<const Phrase> phrases();
[[nodiscard]] std::span<const Name> names();
/// Phrases that make a name anything but a deadlift.
[[nodiscard]] std::span<const std::string_view> never();
/// The last piece of equipment, and the default.
[[nodiscard]] std::size_t barbell();

}  // namespace hinge::lift_table
