#include "hinge/suggest.hpp"

#include "engine/compose.hpp"
#include "engine/fold.hpp"

namespace hinge {
namespace {

using namespace engine;

constexpr std::chrono::days a_year{365};

std::string last_lift(const Timeline& timeline) {
  if (timeline.days.empty()) return "deadlift";
  return timeline.days.back().lifts.back().lift;
}

}  // namespace

Date window_start(Date today) { return today - a_year; }

Suggestion suggest(const History& history, const Policies& policies, const Moment& now,
                   const std::string& lift) {
  const Setting setting{history.lifter, policies, history.screens};
  return compose(fold(timeline_of(history, now), setting, now), setting, lift, now);
}

Suggestion suggest(const History& history, const Policies& policies, const Moment& now) {
  const Setting setting{history.lifter, policies, history.screens};
  const Timeline timeline = timeline_of(history, now);
  return compose(fold(timeline, setting, now), setting, last_lift(timeline), now);
}

}  // namespace hinge
