#include "exhaustive/promises.hpp"

#include <algorithm>

#include "engine/compose.hpp"
#include "engine/severity.hpp"

namespace hinge::exhaustive {
namespace {

using std::chrono::days;
using test::load_of;
using test::severity;

std::string words_of(const Suggestion& made) {
  std::string text{to_string(made.decision)};
  if (made.target) {
    text += " " + to_string(made.target->weight) + " x " + std::to_string(made.target->sets);
  }
  for (const Finding& found : made.findings) {
    if (found.verdict == Verdict::pass) continue;
    (text += ' ') += rule_info(found.rule).name;
  }
  return text;
}

Broken red_flag_lets_load_pass(const Point& point) {
  const Suggestion& made = point.next;
  const bool stopped = made.decision == Decision::stop && !made.target;
  const Refer refer = point.emergency ? Refer::emergency : Refer::urgent;
  if (point.flagged && (!stopped || made.refer != refer)) {
    return Broken{2, "an open red flag, and " + words_of(made)};
  }
  if (!point.flagged && made.decision == Decision::stop) return Broken{2, "no red flag, and stop"};
  return {};
}

/// The largest step up from a load: 5 kg, 10 % of it, or a plate step where that is more.
Load step_on(Load load, const World& world) {
  const Load tenth = load.percent(world.policy().largest_step_percent);
  const Load plate = world.lifter.loading.step;
  return std::max(std::min(world.policy().step_kg, tenth.floor_to(plate)), plate);
}

Broken load_is_out_of_bounds(const Point& point, const Letter& last, const World& world) {
  const Suggestion& made = point.next;
  if (!made.target) return {};
  const Load load = load_of(made);
  const Loading& loading = world.lifter.loading;
  if (loading.floor(load) != load) return Broken{4, "not loadable: " + words_of(made)};
  if (load < loading.bar) return Broken{4, "under the bar: " + words_of(made)};
  if (load > point.counted + step_on(point.counted, world)) {
    return Broken{4, "more than a step above what was lifted green: " + words_of(made)};
  }
  // Quiet check-ins that ended a calm have spent the red day: no more load, and the sets of
  // rung 50.
  const bool fewer = point.state.left_calm || made.target->sets < point.lifted_sets;
  const bool less = load < point.lifted || (load == point.lifted && fewer);
  if (world.kind(last).hue == Hue::red && !less) {
    return Broken{4, "a red day, and not less than was lifted: " + words_of(made)};
  }
  return {};
}

Broken no_rule_decides(const Suggestion& made) {
  const auto decides = [](const Finding& found) { return found.verdict == Verdict::decides; };
  if (std::any_of(made.findings.begin(), made.findings.end(), decides)) return {};
  return Broken{6, "no rule decides: " + words_of(made)};
}

/// What the road back depends on: all but the record of earlier days, which a day without pain does
/// not look at.
std::string road_key(const engine::State& state, Date today, Load past, const World& world) {
  Point point;
  point.state = state;
  point.state.days.clear();
  point.state.persisted.reset();
  point.today = today;
  point.counted = past;
  return key_of(point, world);
}

CheckIn quiet_on(Date day) {
  CheckIn made;
  made.when = day;
  return made;
}

}  // namespace

Broken broken_alone(const Point& point, const Letter& last, const World& world) {
  if (auto broken = red_flag_lets_load_pass(point)) return broken;
  if (auto broken = load_is_out_of_bounds(point, last, world)) return broken;
  return no_rule_decides(point.next);
}

Broken broken_by_worse(const Outcome& mild, const Outcome& bad) {
  // Quiet check-ins that ended a calm have spent the worse day; what is left of it is the load.
  const bool milder_action =
      severity(bad.made.decision) < severity(mild.made.decision) && !bad.left_calm;
  if (load_of(bad.made) <= load_of(mild.made) && !milder_action) return {};
  return {1, words_of(mild.made) + " became " + words_of(bad.made)};
}

Broken broken_by_feel_of_work(const Outcome& without, const Outcome& with) {
  const Decision before = without.made.decision;
  const Decision after = with.made.decision;
  const bool only_a_hold = after == Decision::hold && severity(before) == 0;
  const bool no_lower = only_a_hold || load_of(with.made) >= load_of(without.made);
  if (no_lower && severity(after) <= std::max(1, severity(before))) return {};
  return {3, words_of(without.made) + " became " + words_of(with.made)};
}

Broken RoadBack::broken(const Point& point) {
  constexpr int most_days = 24;
  if (point.next.decision == Decision::stop || !point.next.reference) return {};
  const Load past = point.next.reference->load;
  const engine::Setting setting{world_.lifter, world_.policies, point.history.screens};
  engine::State before = point.before;
  engine::State state = point.state;
  engine::TrainingDay day = point.last_day;
  Date today = point.today;
  std::vector<std::string> passed;
  for (int tries = 0; tries < most_days; ++tries) {
    passed.push_back(road_key(state, today, past, world_));
    const auto proposal = engine::propose(state, setting, the_lift, today);
    const bool is_past = !state.calm && proposal && proposal->target.weight.load > past;
    if (is_past || leads_past_.count(passed.back()) > 0) {
      leads_past_.insert(passed.begin(), passed.end());
      return {};
    }
    if (state.calm || !proposal) {
      // Nothing to lift: two quiet check-ins, more than two days apart.
      day.checkins.push_back(quiet_on(today));
      day.checkins.push_back(quiet_on(today + days{3}));
      today += days{4};
    } else {
      before = state;
      const Target& target = proposal->target;
      const Set set{target.weight, target.reps, false, {}, SetKind::work};
      day = {today,
             {{the_lift,
               std::vector<Set>(static_cast<std::size_t>(target.sets), set),
               false,
               false,
               {1}}},
             {quiet_on(today + days{1})}};
      today += days{3};
    }
    state = engine::step(before, day, today, setting);
  }
  return Broken{7, "green days do not lead past " + to_string(*point.next.reference)};
}

}  // namespace hinge::exhaustive
