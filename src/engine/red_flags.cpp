#include "engine/red_flags.hpp"

#include <algorithm>
#include <tuple>

namespace hinge::engine {
namespace {

void raise(RedFlagState& state, const std::vector<RedFlag>& flags) {
  for (const RedFlag flag : flags) {
    if (std::find(state.open.begin(), state.open.end(), flag) == state.open.end()) {
      state.open.push_back(flag);
    }
  }
}

void clear(RedFlagState& state, const Moment& when) {
  if (state.open.empty()) return;
  state.open.clear();
  state.cleared = when;
}

}  // namespace

RedFlagState red_flags_on(const std::vector<Screen>& screens, Date as_of) {
  std::vector<const Screen*> ordered;
  for (const Screen& screen : screens) {
    if (screen.when.date <= as_of) ordered.push_back(&screen);
  }
  std::sort(ordered.begin(), ordered.end(), [](const Screen* a, const Screen* b) {
    return std::tuple(a->when.date, a->id) < std::tuple(b->when.date, b->id);
  });
  RedFlagState state;
  for (const Screen* screen : ordered) {
    if (screen->cleared_by)
      clear(state, screen->when);
    else
      raise(state, screen->yes);
  }
  std::sort(state.open.begin(), state.open.end());
  return state;
}

}  // namespace hinge::engine
