#include "cli/import_logged.hpp"

#include <algorithm>
#include <utility>

namespace hinge::cli {
namespace {

using LoadAndReps = std::pair<Load, int>;

std::vector<LoadAndReps> done_in(const Session& session) {
  std::vector<LoadAndReps> done;
  done.reserve(session.sets.size());
  for (const Set& set : session.sets) done.emplace_back(set.weight.load, set.reps);
  return done;
}

bool are_alike(const LoadAndReps& a, const LoadAndReps& b) {
  constexpr Load rounding = Load::of(100, Unit::kg);
  return a.second == b.second && a.first <= b.first + rounding && b.first <= a.first + rounding;
}

/// Each of `few` is among `many`, as often.
bool holds(std::vector<LoadAndReps> many, const std::vector<LoadAndReps>& few) {
  return std::all_of(few.begin(), few.end(), [&many](const LoadAndReps& one) {
    const auto found = std::find_if(
        many.begin(), many.end(), [&one](const LoadAndReps& each) { return are_alike(each, one); });
    if (found == many.end()) return false;
    many.erase(found);
    return true;
  });
}

std::vector<Set> without_judgement(std::vector<Set> sets) {
  for (Set& set : sets) {
    if (set.kind == SetKind::outlier) set.kind = SetKind::work;
  }
  return sets;
}

}  // namespace

bool LoggedSessions::has_like(const Session& session) const {
  const auto done = done_in(session);
  auto at = std::partition_point(sessions_.begin(), sessions_.end(), [&](const Session& logged) {
    return logged.when.date < session.when.date;
  });
  for (; at != sessions_.end() && at->when.date == session.when.date; ++at) {
    if (at->lift != session.lift) continue;
    const auto before = done_in(*at);
    if (holds(done, before) || holds(before, done)) return true;
  }
  return false;
}

Session as_judged(Session session, const Session& known) {
  if (without_judgement(session.sets) == without_judgement(known.sets)) session.sets = known.sets;
  return session;
}

}  // namespace hinge::cli
