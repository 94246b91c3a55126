#include "engine/ladder.hpp"

#include <algorithm>

namespace hinge::engine {

Weight Ladder::load(int rung) const {
  const Load reference = scheme_.reference.load;
  if (rung >= top()) return scheme_.reference;
  const Load wanted = reference.percent(rung);
  if (wanted < loading_.bar) return {std::min(loading_.bar, reference), loading_.unit};
  return {loading_.floor(wanted), loading_.unit};
}

int Ladder::sets(int rung) const {
  return rung < policy_.full_sets_from ? (scheme_.sets + 1) / 2 : scheme_.sets;
}

std::optional<int> Ladder::up(int rung) const {
  const auto higher = [&](int other) { return other > rung && load(other).load > load(rung).load; };
  const auto found = std::find_if(policy_.rungs.begin(), policy_.rungs.end(), higher);
  if (found != policy_.rungs.end()) return *found;
  return sets(rung) < scheme_.sets ? std::optional{top()} : std::nullopt;
}

std::optional<int> Ladder::below(int percent, Load limit) const {
  const auto lower = [&](int other) { return other <= percent && load(other).load < limit; };
  const auto found = std::find_if(policy_.rungs.rbegin(), policy_.rungs.rend(), lower);
  return found == policy_.rungs.rend() ? std::nullopt : std::optional{*found};
}

int Ladder::reached_by(Load lifted) const {
  const auto reached = [&](int rung) { return load(rung).load <= lifted; };
  const auto found = std::find_if(policy_.rungs.rbegin(), policy_.rungs.rend(), reached);
  return found == policy_.rungs.rend() ? bottom() : *found;
}

}  // namespace hinge::engine
