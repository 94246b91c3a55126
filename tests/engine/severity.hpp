#pragma once

#include "hinge/suggestion.hpp"

/// What promise 1 compares two suggestions by.
namespace hinge::test {

/// How much a decision asks the lifter to step back.
[[nodiscard]] inline int severity(Decision decision) {
  switch (decision) {
    case Decision::stop:
      return 4;
    case Decision::calm:
      return 3;
    case Decision::deload:
      return 2;
    case Decision::hold:
    case Decision::returning:
      return 1;
    default:
      return 0;
  }
}

[[nodiscard]] inline Load load_of(const Suggestion& made) {
  return made.target ? made.target->weight.load : Load{};
}

}  // namespace hinge::test
