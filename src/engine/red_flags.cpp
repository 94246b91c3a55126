#include "engine/red_flags.hpp"

#include <algorithm>
#include <tuple>

namespace hinge::engine {
namespace {

void answer(RedFlagState& state, const Screen& screen, Date& raised) {
  if (screen.yes.empty()) return;
  for (const RedFlag flag : screen.yes) {
    if (std::find(state.open.begin(), state.open.end(), flag) == state.open.end()) {
      state.open.push_back(flag);
    }
  }
  raised = screen.when.date;
}

void clear(RedFlagState& state, Date on, Date raised) {
  if (state.open.empty()) return;
  state.open.clear();
  state.last_raised = raised;
  state.last_cleared = on;
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
  Date raised;
  for (const Screen* screen : ordered) {
    if (screen->cleared_by)
      clear(state, screen->when.date, raised);
    else
      answer(state, *screen, raised);
  }
  std::sort(state.open.begin(), state.open.end());
  return state;
}

}  // namespace hinge::engine
