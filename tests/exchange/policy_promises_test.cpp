// Whatever policy is taken, the engine keeps its promises (engine.md section 10) by it: that is
// what the checks of a policy file are for.
#include <catch2/catch.hpp>

#include "engine/lives.hpp"
#include "engine/severity.hpp"
#include "exchange/policies.hpp"

using namespace hinge;
using namespace hinge::test;

namespace {

/// The same report with a higher peak, a longer time or more limits. On the day of the session a
/// longer time would make it one about the session before.
CheckIn worse(CheckIn checkin, int last) {
  switch (any_whole(0, 2)) {
    case 0:
      checkin.peak = std::min(Nprs{10}, peak_of(checkin) + Score::halves(any_whole(1, 8)));
      if (!checkin.lasted) checkin.now = *checkin.peak;
      break;
    case 1:
      if (checkin.lasted && checkin.when.date > day(last)) *checkin.lasted += any_hours(1, 100);
      break;
    default:
      checkin.limits = std::min(3, checkin.limits + any_whole(1, 3));
  }
  return checkin;
}

/// Policies that went through a file, one for all lifts and perhaps one for sumo, and a life lived
/// by them, or by a built-in before they were chosen.
struct Trial {
  Policy policy = read(exchange::policy_json(*any_policy()));
  bool sumo_apart = any_whole(0, 1) == 1;
  Policy of_sumo = read(exchange::policy_json(*any_policy()));
  Lived lived = any_whole(0, 2) == 0 ? live(*any_life()) : live(*any_life(), policies());

  [[nodiscard]] Policies policies() const {
    Policies all = policy;
    if (sumo_apart) all.lifts.emplace("sumo", of_sumo);
    return all;
  }
  [[nodiscard]] Suggestion ask(const History& history, const std::string& lift) const {
    return suggest(history, policies(), day(lived.today), lift);
  }
  /// Whether calm came after the last training day; on leaving it the day is spent, name and all.
  [[nodiscard]] bool calm_came(const History& history, const std::string& lift) const {
    for (int on = lived.last; on <= lived.today; ++on) {
      if (suggest(history, policies(), day(on), lift).decision == Decision::calm) return true;
    }
    return false;
  }
};

}  // namespace

TEST_CASE("by any policy, a worse report never yields a heavier load or a milder action") {
  REQUIRE(rc::check([] {
    const Trial trial;
    History worsened = trial.lived.log.history();
    std::vector<CheckIn*> last;
    for (CheckIn& checkin : worsened.checkins) {
      if (checkin.when.date >= day(trial.lived.last)) last.push_back(&checkin);
    }
    RC_PRE(!last.empty());
    // Shrinking keeps what was drawn and makes another history: a number still fits that one.
    CheckIn& changed = *last[*rc::gen::arbitrary<std::size_t>() % last.size()];
    changed = worse(changed, trial.lived.last);
    for (const std::string& lift : lifts) {
      const Suggestion mild = trial.ask(trial.lived.log.history(), lift);
      const Suggestion bad = trial.ask(worsened, lift);
      if (mild.decision == Decision::start) continue;
      RC_LOG() << exchange::policy_json(trial.policy) << lift << ": " << decision(mild) << " "
               << target(mild) << " (" << fired(mild) << ") became " << decision(bad) << " "
               << target(bad) << " (" << fired(bad) << ")\n";
      RC_ASSERT(load_of(bad) <= load_of(mild));
      RC_ASSERT(severity(bad.decision) >= severity(mild.decision) ||
                trial.calm_came(worsened, lift));
    }
  }));
}

TEST_CASE("by any policy, there is no load after a red flag until it is cleared") {
  REQUIRE(rc::check([] {
    Trial trial;
    trial.lived.log.flags(trial.lived.today, {RedFlag::bladder_change});
    for (const std::string& lift : lifts) {
      const Suggestion made = trial.ask(trial.lived.log.history(), lift);
      RC_ASSERT(made.decision == Decision::stop);
      RC_ASSERT(!made.target);
    }
  }));
}

TEST_CASE("by any policy, the feel of the work and normal soreness never lower a load") {
  REQUIRE(rc::check([] {
    Trial trial;
    RC_PRE(!trial.lived.log.history().sessions.empty());
    const Nature nature = *rc::gen::element(Nature::pump, Nature::tight, Nature::soreness);
    const bool sore = symptom_of(nature) == Symptom::soreness;
    const Nprs peak = Score::halves(any_whole(sore ? 1 : 0, 15));
    const int on = trial.lived.last + any_whole(0, 3);
    RC_PRE(on <= trial.lived.today);
    Log well = trial.lived.log;
    const Suggestion before = trial.ask(well.fine(on).history(), "deadlift");
    trial.lived.log.feel(on, Felt{nature, peak});
    const Suggestion after = trial.ask(trial.lived.log.history(), "deadlift");
    RC_LOG() << exchange::policy_json(trial.policy) << decision(before) << " " << target(before)
             << " became " << decision(after) << " " << target(after) << " (" << fired(after)
             << ")\n";
    const bool only_a_hold = after.decision == Decision::hold && severity(before.decision) == 0;
    RC_ASSERT(only_a_hold || load_of(after) >= load_of(before));
    RC_ASSERT(severity(after.decision) <= std::max(1, severity(before.decision)));
  }));
}

TEST_CASE("by any policy, a load can be put on the bar, or is what was lifted") {
  REQUIRE(rc::check([] {
    const Trial trial;
    const Loading loading = trial.lived.log.history().lifter.loading;
    for (const std::string& lift : lifts) {
      const Suggestion made = trial.ask(trial.lived.log.history(), lift);
      if (!made.target) continue;
      const Load load = made.target->weight.load;
      RC_LOG() << exchange::policy_json(trial.policy) << lift << ": " << target(made) << "\n";
      RC_ASSERT(made.target->sets > 0);
      RC_ASSERT(made.target->reps > 0);
      const auto& sessions = trial.lived.log.history().sessions;
      const bool lifted = std::any_of(sessions.begin(), sessions.end(), [&](const Session& each) {
        return std::any_of(each.sets.begin(), each.sets.end(),
                           [&](const Set& set) { return set.weight.load == load; });
      });
      RC_ASSERT(lifted || (load >= loading.bar && loading.floor(load) == load));
    }
  }));
}

TEST_CASE("by any policy, green days lead back to where the lifter was, and past it") {
  REQUIRE(rc::check([] {
    Trial trial;
    trial.policy.progression = Linear{};
    trial.of_sumo.progression = Linear{};
    RC_PRE(!trial.lived.log.history().sessions.empty());
    const std::string lift = trial.lived.log.history().sessions.back().lift;
    const Suggestion first = trial.ask(trial.lived.log.history(), lift);
    RC_PRE(first.reference && first.decision != Decision::stop);
    Log& log = trial.lived.log;
    log.by(trial.policies());
    const Load before = first.reference->load;
    Load reached;
    int on = trial.lived.today;
    for (int round = 0; round < 60 && reached <= before; ++round) {
      on += 4;
      const Suggestion next = log.next(on, lift);
      if (next.target) {
        const Set set{next.target->weight, next.target->reps, false, {}, SetKind::work};
        log.session(on, std::vector<Set>(static_cast<std::size_t>(next.target->sets), set), lift);
        reached = next.target->weight.load;
      }
      log.fine(on + 1);
    }
    RC_LOG() << exchange::policy_json(trial.policy) << "from " << target(first) << " of "
             << to_string(*first.reference) << "\n";
    RC_ASSERT(reached > before);
  }));
}
