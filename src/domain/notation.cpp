#include "domain/notation.hpp"

#include "domain/notation_group.hpp"
#include "domain/notation_refusals.hpp"

namespace hinge {
namespace {

/// The `index`th of a list that holds one for all, or one for each.
template <class T>
const T& one_for(const std::vector<T>& list, std::size_t index) {
  return list.size() == 1 ? list.front() : list[index];
}

void append_sets(std::vector<Set>& sets, const Group& group) {
  const auto count = static_cast<std::size_t>(group.sets());
  for (std::size_t i = 0; i < count; ++i) {
    const Reps reps = one_for(group.reps, i);
    Set set;
    set.weight = group.weight;
    set.reps = reps.good;
    set.failed = reps.missed;
    if (!group.rpes.empty()) set.rpe = one_for(group.rpes, i);
    set.kind = group.warmup ? SetKind::warmup : SetKind::work;
    sets.push_back(set);
  }
}

}  // namespace

ReadSets read_sets(std::string_view text, const Loading& loading, Load best, bool force) {
  ReadSets read;
  for (const Group& group : read_groups(text, loading.unit)) {
    if (!force) refuse_implausible(group, loading, best);
    if (read.sets.size() + static_cast<std::size_t>(group.sets()) > most_sets) {
      throw refusals::too_many_sets();
    }
    append_sets(read.sets, group);
    read.any_bare_load = read.any_bare_load || group.bare;
  }
  return read;
}

}  // namespace hinge
