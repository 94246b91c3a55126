#include "cli/session_reading.hpp"

#include <algorithm>

#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

/// The heaviest load of this lift in the last year: what a new one is measured against.
Load best_of(const History& history, std::string_view lift, std::int64_t except) {
  Load best;
  for (const Session& session : history.sessions) {
    if (session.lift != lift || (except != 0 && session.id == except)) continue;
    for (const Set& set : session.sets) {
      if (set.kind != SetKind::outlier) best = std::max(best, set.weight.load);
    }
  }
  return best;
}

}  // namespace

std::string joined_operands(const std::vector<std::string>& operands, std::size_t from) {
  std::string line;
  for (std::size_t i = from; i < operands.size(); ++i) {
    line += (line.empty() ? "" : " ") + operands[i];
  }
  return line;
}

ReadSets read_sets_of(const History& history, const std::string& lift, const std::string& notation,
                      bool force, std::int64_t except) {
  return read_sets(notation, loading_for(history.lifter, lift), best_of(history, lift, except),
                   force);
}

void refuse_endless(const Session& session, const std::string& hint) {
  constexpr std::size_t most_sets = 1'000;
  if (session.sets.size() <= most_sets) return;
  throw Error(ErrorKind::usage, "that would be more than 1,000 sets in one session", hint);
}

}  // namespace hinge::cli
