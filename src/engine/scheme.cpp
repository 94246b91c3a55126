#include "engine/scheme.hpp"

#include <algorithm>
#include <span>

#include "hinge/e1rm.hpp"

namespace hinge::engine {
namespace {

// Under half of the smallest plates in use (0.5 kg, 1 lb): a conversion is no difference.
constexpr Load conversion = Load::of(250, Unit::kg);

constexpr Rpe usual_effort = 8;  // two reps in reserve, where a range names no effort [D]
constexpr int most_reps_rated = 10;

/// One step up: at most so many % of what it is a step on, at least one plate step, rounded down.
Load step_on(Load reference, bool halved, const Policy& policy, const Loading& loading) {
  const Load usual = loading.unit == Unit::kg ? policy.step_kg : policy.step_lb;
  const Load wanted =
      std::min(halved ? usual.percent(50) : usual, reference.percent(policy.largest_step_percent));
  return std::max(wanted.floor_to(loading.step), loading.step);
}

Weight one_step_up(const Scheme& scheme, bool halved, const Policy& policy,
                   const Loading& loading) {
  const Load reference = scheme.reference.load;
  return {loading.floor(reference + step_on(reference, halved, policy, loading)), loading.unit};
}

/// The load of which `part` is so many percent; a nanogram over, lest that share of it fall short.
Load whole_of(Load part, int percent) {
  return Load::from_nanograms(part.nanograms() * 100 / percent + 1);
}

/// The mean of the efforts that were rated. Of the others nothing says that they were all there
/// was: where none is rated, what the best of them shows at least.
Load one_rep_max_of(const std::vector<Effort>& efforts) {
  Load best;
  Load sum;
  std::int64_t rated = 0;
  for (const Effort& effort : efforts) {
    best = std::max(best, effort.e1rm);
    if (!effort.rated) continue;
    sum = sum + effort.e1rm;
    ++rated;
  }
  return rated == 0 ? best : Load::from_nanograms(sum.nanograms() / rated);
}

/// The heaviest loadable load for `reps` at `effort`; where the table ends, for as many reps as it
/// knows.
Load load_for(Load one_rep_max, int reps, Rpe effort, const Loading& loading) {
  std::optional<Load> load = at_rpe(one_rep_max, reps, effort);
  while (!load && reps > 1) load = at_rpe(one_rep_max, --reps, effort);
  // The estimate was rounded down: 100 kg stays 100 kg at the effort it was lifted with.
  constexpr Load gram = Load::of(1, Unit::kg);
  return loading.floor(load.value_or(one_rep_max) + gram);
}

/// By load and reps alone; more reps than the formula is good for count as that many.
Load one_rep_max_of(const Scheme& scheme) {
  const Load load = scheme.reference.load;
  const auto estimate = e1rm(load, std::clamp(scheme.reps, 1, most_reps_rated), {});
  return estimate ? estimate->load : load;
}

/// Only a policy of waves begins one.
const WaveWeek& week_in(const Policy& policy, const WavePlace& place) {
  return std::get<Wave>(policy.progression).weeks.at(static_cast<std::size_t>(place.week));
}

/// What one progression makes of a scheme. To add one: a type in policy.hpp, and its four answers.
struct Next {
  const Scheme& scheme;
  const std::vector<Effort>& efforts;
  bool step_halved;
  const Policy& policy;
  const Loading& loading;

  [[nodiscard]] Weight step_up() const { return one_step_up(scheme, step_halved, policy, loading); }

  Scheme operator()(const Linear&) const { return {step_up(), scheme.sets, scheme.reps, {}}; }

  Scheme operator()(const DoubleProgression& range) const {
    if (scheme.reps < range.high) return {scheme.reference, scheme.sets, scheme.reps + 1, {}};
    return {step_up(), scheme.sets, range.low, {}};
  }

  Scheme operator()(const RpeTarget& target) const {
    Weight weight = step_up();
    if (const auto single = one_rep_max_behind(scheme, efforts, policy)) {
      const Load wanted = load_for(*single, target.reps, target.rpe, loading);
      if (wanted < weight.load) weight = {wanted, loading.unit};
    }
    return {weight, scheme.sets, target.reps, {}};
  }

  Scheme operator()(const Wave& wave) const {
    if (!scheme.wave) return begin(wave);
    WavePlace place = *scheme.wave;
    if (++place.week == static_cast<int>(wave.weeks.size())) {
      place.week = 0;
      const Load max = place.training_max;
      place.training_max = max + step_on(max, step_halved, policy, loading);
    }
    return week_of(wave, place);
  }

  [[nodiscard]] Scheme week_of(const Wave& wave, const WavePlace& place) const {
    const WaveSet& top = wave.weeks.at(static_cast<std::size_t>(place.week)).back();
    return {
        {loading.floor(place.training_max.percent(top.percent)), loading.unit}, 1, top.reps, place};
  }

  /// The first week, no heavier than one step above what was lifted before.
  [[nodiscard]] Scheme begin(const Wave& wave) const {
    const Load one_rep_max = efforts.empty() ? one_rep_max_of(scheme) : one_rep_max_of(efforts);
    WavePlace place{one_rep_max.percent(wave.training_max_percent), 0};
    const int first = wave.weeks.front().back().percent;
    const Load most = step_up().load;
    if (place.training_max.percent(first) > most) place.training_max = whole_of(most, first);
    return week_of(wave, place);
  }
};

}  // namespace

bool reaches(Load a, Load b) { return a + conversion > b; }

std::optional<Effort> effort_of(const std::vector<Set>& working) {
  std::optional<Effort> best;
  for (const Set& set : working) {
    const auto estimate = e1rm(set.weight.load, set.reps, set.rpe);
    if (!estimate) continue;
    if (!best || best->e1rm < estimate->load) best = Effort{estimate->load, set.rpe.has_value()};
  }
  return best;
}

Scheme taken_up(const Scheme& lifted, const std::optional<Effort>& effort, const Policy& policy,
                const Loading& loading) {
  const auto* const range = std::get_if<DoubleProgression>(&policy.progression);
  if (range == nullptr || lifted.reps >= range->low) return lifted;
  const Load single = effort ? effort->e1rm : one_rep_max_of(lifted);
  const Load wanted = load_for(single, range->low, range->rpe_cap.value_or(usual_effort), loading);
  Scheme taken = lifted;
  taken.reps = range->low;
  if (wanted < lifted.reference.load) taken.reference = {wanted, loading.unit};
  return taken;
}

bool has_range_of_reps(const Policy& policy) {
  return std::holds_alternative<DoubleProgression>(policy.progression);
}

Scheme next_scheme(const Scheme& scheme, const std::vector<Effort>& efforts, bool step_halved,
                   const Policy& policy, const Loading& loading) {
  return std::visit(Next{scheme, efforts, step_halved, policy, loading}, policy.progression);
}

Scheme held(const Scheme& scheme, int rung, const std::vector<Effort>& efforts, bool step_halved,
            const Policy& policy, const Loading& loading) {
  if (rung < policy.rungs.back()) return scheme;
  const Scheme next = next_scheme(scheme, efforts, step_halved, policy, loading);
  return next.reference.load < scheme.reference.load ? next : scheme;
}

Scheme rebased(Scheme scheme, Weight reference, const Policy& policy) {
  if (scheme.wave) {
    const WaveWeek& week = week_in(policy, *scheme.wave);
    scheme.wave->training_max = whole_of(reference.load, week.back().percent);
  }
  scheme.reference = reference;
  return scheme;
}

Scheme followed(const Scheme& before, const Scheme& asked, Weight lifted, const Policy& policy) {
  if (asked.wave) return asked;
  const bool reps_by_policy = std::holds_alternative<RpeTarget>(policy.progression);
  const bool reached = reaches(lifted.load, asked.reference.load);
  Scheme after = reached || reps_by_policy ? asked : before;
  after.reference = lifted;
  return after;
}

bool is_other_work(const Scheme& asked, const Scheme& taken, const Scheme& after,
                   const Policy& policy) {
  const bool own_loads = asked.wave || has_range_of_reps(policy);
  const Load most = asked.reference.load.percent(100 + policy.largest_step_percent);
  return own_loads && taken.sets >= asked.sets && taken.reference.load > most &&
         after.reference.load >= asked.reference.load;
}

Scheme grown(Scheme scheme, const Scheme& done, const std::vector<Set>& working,
             const Policy& policy) {
  if (scheme.wave) return scheme;
  const bool reps_by_policy = std::holds_alternative<RpeTarget>(policy.progression);
  if (!reps_by_policy && done.sets >= scheme.sets) scheme.reps = std::max(scheme.reps, done.reps);
  const auto full = std::count_if(working.begin(), working.end(),
                                  [&](const Set& set) { return set.reps >= scheme.reps; });
  scheme.sets = std::max(scheme.sets, static_cast<int>(full));
  return scheme;
}

std::vector<LeadIn> lead_in(const Scheme& scheme, int rung, const Policy& policy,
                            const Loading& loading) {
  std::vector<LeadIn> sets;
  if (!scheme.wave) return sets;
  const WaveWeek& week = week_in(policy, *scheme.wave);
  const Load max = scheme.wave->training_max.percent(rung);
  for (const WaveSet& set : std::span{week}.first(week.size() - 1)) {
    sets.push_back({{loading.floor(max.percent(set.percent)), loading.unit}, set.reps});
  }
  return sets;
}

std::optional<Load> one_rep_max_behind(const Scheme& scheme, const std::vector<Effort>& efforts,
                                       const Policy& policy) {
  const auto* const target = std::get_if<RpeTarget>(&policy.progression);
  if (target == nullptr || efforts.empty()) return std::nullopt;
  const bool rated = std::any_of(efforts.begin(), efforts.end(),
                                 [](const Effort& effort) { return effort.rated; });
  // As many reps or more, and nothing says how hard they were: a step, as by linear.
  if (!rated && scheme.reps >= target->reps) return std::nullopt;
  return one_rep_max_of(efforts);
}

std::vector<int> week_percents(const Scheme& scheme, const Policy& policy) {
  std::vector<int> percents;
  if (!scheme.wave) return percents;
  for (const WaveSet& set : week_in(policy, *scheme.wave)) percents.push_back(set.percent);
  return percents;
}

std::optional<Rpe> rpe_cap(const Policy& policy) {
  if (const auto* const target = std::get_if<RpeTarget>(&policy.progression)) return target->rpe;
  if (const auto* const range = std::get_if<DoubleProgression>(&policy.progression)) {
    return range->rpe_cap;
  }
  return std::nullopt;
}

}  // namespace hinge::engine
