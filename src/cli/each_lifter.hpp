#pragma once

#include <algorithm>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/invocation.hpp"
#include "cli/output_file.hpp"
#include "hinge/lifter.hpp"

namespace hinge::cli {

/// Runs `each(lifter)` for every one in order. Where there are several, an Error of one is said on
/// stderr, and whose it is, and the others still have their turn; a lone one's is thrown, and so is
/// that the one output for all of them can't be written. Returns the highest exit code of them all.
template <class Each>
[[nodiscard]] int for_each_lifter(Invocation& call, const std::vector<Lifter>& lifters, Each each) {
  int worst_code = done;
  for (const Lifter& lifter : lifters) {
    try {
      each(lifter);
    } catch (const Error& error) {
      const bool ends_all = error.kind() == ErrorKind::output && !is_per_lifter(call);
      if (lifters.size() == 1 || ends_all) throw;
      const Error whose{error.kind(), lifter.id + ": " + error.what(), error.hint()};
      worst_code = std::max(worst_code, report_failure(whose, call.globals.json, call.context));
    }
  }
  return worst_code;
}

}  // namespace hinge::cli
