#pragma once

#include <optional>
#include <string>

#include "cli/now.hpp"
#include "cli/policies_of.hpp"
#include "hinge/suggest.hpp"
#include "report/corrections.hpp"

namespace hinge::cli {

/// What `hinge next` would say of `lift` (empty: the lift trained last) by what `source`, a Store
/// or a Store::Writing, holds. None for a lifter who isn't there.
template <class Source>
[[nodiscard]] std::optional<Suggestion> suggestion_by(const Source& source,
                                                      const std::string& lifter,
                                                      const std::string& lift,
                                                      const Invocation& call) {
  if (lifter.empty() || !source.lifter(lifter)) return std::nullopt;
  const History history = source.history(lifter, window_start(call.now.date));
  const Policies policies = policies_of(source, history.lifter);
  const Moment now = now_by(history, call);
  return lift.empty() ? suggest(history, policies, now) : suggest(history, policies, now, lift);
}

/// How the suggestion moved, where a lifter would notice: what to lift, or why.
[[nodiscard]] std::optional<report::Shift> shift_between(const std::optional<Suggestion>& before,
                                                         const std::optional<Suggestion>& after);

}  // namespace hinge::cli
