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

Weight Ladder::above_top(bool step_halved) const {
  const Load reference = scheme_.reference.load;
  const Load usual = loading_.unit == Unit::kg ? policy_.step_kg : policy_.step_lb;
  const Load wanted = std::min(step_halved ? usual.percent(50) : usual,
                               reference.percent(policy_.largest_step_percent));
  const Load step = std::max(wanted.floor_to(loading_.step), loading_.step);
  return {loading_.floor(reference + step), loading_.unit};
}

std::optional<int> Ladder::up(int rung) const {
  const auto higher = [&](int other) { return other > rung && load(other).load > load(rung).load; };
  const auto* const found = std::find_if(policy_.rungs.begin(), policy_.rungs.end(), higher);
  return found == policy_.rungs.end() ? std::nullopt : std::optional{*found};
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
