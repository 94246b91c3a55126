#pragma once

#include <string>

#include "engine/propose.hpp"

namespace hinge::engine {

/// What the state says of one lift on a day, without its reasons, and what that was read off;
/// `name` is the lift's.
struct Answer {
  Suggestion said;
  std::optional<Proposal> proposal;
};
[[nodiscard]] Answer answer(const State& state, const Setting& setting, const std::string& name,
                            const Moment& now);

/// What the state says of one lift on a day, as a suggestion with all its reasons.
[[nodiscard]] Suggestion compose(const State& state, const Setting& setting,
                                 const std::string& name, const Moment& now);

}  // namespace hinge::engine
