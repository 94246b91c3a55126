#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hinge {

/// One hinge variation, from data/lifts.json.
struct Lift {
  std::string_view id;     ///< "romanian-dumbbell"
  std::string_view label;  ///< "Romanian deadlift (dumbbell)"
  bool has_bar = true;     ///< false for dumbbells, kettlebells, cables and machines: bar 0
};

/// All lifts, in the order of data/lifts.json. Compiled in: no parsing at run time.
[[nodiscard]] std::span<const Lift> all_lifts();
[[nodiscard]] const Lift* find_lift(std::string_view id);

/// The lift another app's or a person's name stands for, or a lift's id: case, accents, order and
/// punctuation don't matter, and equipment is understood ("Deadlift (Barbell)", "Romanian Deadlift,
/// Dumbbell", "Rumänisches Kreuzheben (Kurzhantel)"). None for names that are no hinge, and for
/// those that only look like one (Sumo Deadlift High Pull).
[[nodiscard]] std::optional<std::string> lift_named(std::string_view name);

/// Whether an unknown name deserves a line in the summary: it contains "deadlift" (or its like in
/// the languages of data/lifts.json) and is not on the list of those that never are.
[[nodiscard]] bool may_be_a_deadlift(std::string_view name);

}  // namespace hinge
