// The promises of the engine, as properties over made-up lives. A counterexample is printed as a
// life.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "engine/lives.hpp"
#include "engine/severity.hpp"
#include "hinge/training_day.hpp"

using namespace hinge;
using namespace hinge::test;
using namespace std::chrono_literals;

namespace {

/// One way in which a report can be worse, the rest the same.
CheckIn worse(CheckIn checkin) {
  const Nature heavier = checkin.nature == Nature::none       ? Nature::pump
                         : checkin.nature == Nature::pump     ? Nature::soreness
                         : checkin.nature == Nature::soreness ? Nature::ache
                                                              : Nature::sharp;
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      checkin.peak = std::min(Nprs{10}, peak_of(checkin) + Score::halves(*rc::gen::inRange(1, 9)));
      if (!checkin.lasted) checkin.now = *checkin.peak;
      break;
    case 1:
      if (checkin.lasted) *checkin.lasted += std::chrono::hours{*rc::gen::inRange(1, 60)};
      break;
    case 2:
      checkin.limits = std::min(3, checkin.limits + *rc::gen::inRange(1, 4));
      break;
    default:
      if (symptom_of(checkin) <= Symptom::ache) checkin.nature = heavier;
      if (checkin.nature == Nature::sharp)
        checkin.peak = std::max(peak_of(checkin), Score::halves(1));
  }
  return checkin;
}

/// Which check-ins belong to the last training day.
std::vector<std::size_t> last_days(const History& history, int last) {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < history.checkins.size(); ++at) {
    if (history.checkins[at].when.date >= day(last)) found.push_back(at);
  }
  return found;
}

Suggestion ask(const Life& life, const History& history, int today, const std::string& lift) {
  return suggest(history, *built_in_policy(life.policy), day(today), lift);
}

/// Whether calm came after the last training day. Quiet check-ins that end it spend the worse day:
/// what is left of that are its loads, and no name.
bool calm_came(const Life& life, const History& history, const Lived& lived,
               const std::string& lift) {
  for (int on = lived.last; on <= lived.today; ++on) {
    if (ask(life, history, on, lift).decision == Decision::calm) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("promise 1: a worse report never yields a heavier load or a milder action") {
  REQUIRE(rc::check([] {
    const Life life = *any_life();
    const Lived lived = live(life);
    const std::vector<std::size_t> reports = last_days(lived.log.history(), lived.last);
    RC_PRE(!reports.empty());
    History worsened = lived.log.history();
    // Shrinking keeps what was drawn and makes another history: a number still fits that one.
    const std::size_t at = *rc::gen::arbitrary<std::size_t>() % reports.size();
    CheckIn& changed = worsened.checkins[reports[at]];
    const auto& sessions = worsened.sessions;
    const auto belongs_to = training_day_of(changed, sessions);
    changed = worse(changed);
    // What lasted longer than the day allows is about an earlier session.
    RC_PRE(training_day_of(changed, sessions) == belongs_to);
    for (const std::string& lift : lifts) {
      const Suggestion mild = ask(life, lived.log.history(), lived.today, lift);
      const Suggestion bad = ask(life, worsened, lived.today, lift);
      if (mild.decision == Decision::start) continue;
      RC_LOG() << lift << " on day " << lived.today << ": " << decision(mild) << " " << target(mild)
               << " (" << fired(mild) << ") became " << decision(bad) << " " << target(bad) << " ("
               << fired(bad) << ")\n";
      // Calm that came earlier may be over earlier (decision 0035).
      const bool later_calm = mild.decision == Decision::calm;
      RC_ASSERT(load_of(bad) <= load_of(mild) ||
                (later_calm && calm_came(life, worsened, lived, lift)));
      RC_ASSERT(severity(bad.decision) >= severity(mild.decision) ||
                calm_came(life, worsened, lived, lift));
    }
  }));
}

TEST_CASE("promise 2: no load after a red flag until it is cleared") {
  REQUIRE(rc::check([] {
    Life life = *any_life();
    life.alarm.reset();
    Lived lived = live(life);
    const RedFlag flag = *rc::gen::element(RedFlag::bladder_change, RedFlag::both_legs_weak,
                                           RedFlag::fever_unwell, RedFlag::severe_night_pain);
    lived.log.flags(*rc::gen::inRange(0, lived.today + 1), {flag});
    for (const std::string& lift : lifts) {
      const Suggestion made = lived.log.next(lived.today, lift);
      RC_ASSERT(made.decision == Decision::stop);
      RC_ASSERT(!made.target);
      RC_ASSERT(made.refer == (is_emergency(flag) ? Refer::emergency : Refer::urgent));
    }
    lived.log.cleared(lived.today);
    RC_ASSERT(lived.log.next(lived.today).decision != Decision::stop);
  }));
}

TEST_CASE("promise 3: the feel of the work and normal soreness never lower a load") {
  REQUIRE(rc::check([] {
    Lived lived = live(*any_life());
    RC_PRE(!lived.log.history().sessions.empty());
    const Suggestion before = lived.log.next(lived.today);
    const Nature nature = *rc::gen::element(Nature::pump, Nature::fatigue, Nature::tight,
                                            Nature::soreness, Nature::stiff);
    const bool sore = symptom_of(nature) == Symptom::soreness;
    const Nprs peak = Score::halves(*rc::gen::inRange(0, sore ? 16 : 21));
    const int on = lived.last + *rc::gen::inRange(0, 4);
    RC_PRE(on <= lived.today);
    lived.log.feel(on, Felt{nature, peak});
    const Suggestion after = lived.log.next(lived.today);
    RC_LOG() << decision(before) << " " << target(before) << " became " << decision(after) << " "
             << target(after) << " (" << fired(after) << ")\n";
    const bool only_a_hold = after.decision == Decision::hold && severity(before.decision) == 0;
    RC_ASSERT(only_a_hold || load_of(after) >= load_of(before));
    RC_ASSERT(severity(after.decision) <= std::max(1, severity(before.decision)));
  }));
}

TEST_CASE("promise 4: a suggestion is loadable or what was lifted, and below it after a red day") {
  REQUIRE(rc::check([] {
    const Life life = *any_life();
    const Lived lived = live(life);
    RC_PRE(!lived.log.history().sessions.empty());
    const Session& last = lived.log.history().sessions.back();
    const Suggestion made = lived.log.next(lived.today, last.lift);
    if (!made.target) return;
    const Loading loading = Loading::standard(life.unit);
    const Load load = load_of(made);
    Load heaviest;
    bool was_lifted = false;
    for (const Session& session : lived.log.history().sessions) {
      if (session.lift != last.lift) continue;
      const auto lifted = working_load(session.sets);
      if (!lifted) continue;
      was_lifted = was_lifted || lifted->load == load;
      heaviest = std::max(heaviest, lifted->load);
    }
    RC_ASSERT(was_lifted || loading.floor(load) == load);
    RC_ASSERT(load >= loading.bar);
    const Load step = std::max(heaviest.percent(10).floor_to(loading.step), loading.step);
    // A wave goes its own way from week to week, by at most 10 %.
    const Load usual = life.unit == Unit::kg ? 5_kg : 10_lb;
    const Load most = life.policy == "wave" ? step : std::min(step, usual);
    RC_ASSERT(load <= heaviest + most);
    const auto lifted = working_load(last.sets);
    const bool red = made.decision == Decision::deload && made.deload_percent && lifted;
    RC_LOG() << decision(made) << " " << target(made) << " (" << fired(made) << ")\n";
    if (red && fired(made).find("F3") == std::string::npos &&
        fired(made).find("CALM") == std::string::npos) {
      const int sets = static_cast<int>(working_sets(last.sets).size());
      RC_ASSERT(load < lifted->load || (load == lifted->load && made.target->sets < sets));
    }
  }));
}

TEST_CASE("promises 5 and 8: neither the order of entry nor the unit of a record matters") {
  REQUIRE(rc::check([] {
    const Life life = *any_life();
    const Lived lived = live(life);
    History shuffled = lived.log.history();
    std::mt19937 dice{*rc::gen::arbitrary<unsigned>()};
    std::shuffle(shuffled.sessions.begin(), shuffled.sessions.end(), dice);
    std::shuffle(shuffled.checkins.begin(), shuffled.checkins.end(), dice);
    std::int64_t id = 0;
    for (Session& session : shuffled.sessions) session.id = ++id;
    for (CheckIn& checkin : shuffled.checkins) checkin.id = ++id;
    for (Session& session : shuffled.sessions) {
      for (Set& set : session.sets)
        set.weight.unit = set.weight.unit == Unit::kg ? Unit::lb : Unit::kg;
    }
    for (const std::string& lift : lifts) {
      const Suggestion before = ask(life, lived.log.history(), lived.today, lift);
      const Suggestion after = ask(life, shuffled, lived.today, lift);
      RC_ASSERT(decision(before) == decision(after));
      RC_ASSERT(load_of(before) == load_of(after));
      RC_ASSERT(fired(before) == fired(after));
      RC_ASSERT(before.refer == after.refer);
    }
  }));
}

TEST_CASE("promise 6: every decision names a rule that decides") {
  REQUIRE(rc::check([] {
    const Lived lived = live(*any_life());
    for (const std::string& lift : lifts) {
      const Suggestion made = lived.log.next(lived.today, lift);
      RC_ASSERT(std::any_of(made.findings.begin(), made.findings.end(), [](const Finding& found) {
        return found.verdict == Verdict::decides;
      }));
    }
  }));
}

TEST_CASE("promise 7: green days lead back to R, and past it") {
  REQUIRE(rc::check([] {
    const Life life = *any_life();
    Lived lived = live(life);
    if (life.alarm) lived.log.cleared(lived.today);
    RC_PRE(!lived.log.history().sessions.empty());
    const std::string lift = lived.log.history().sessions.back().lift;
    const Suggestion now = lived.log.next(lived.today, lift);
    RC_PRE(now.reference.has_value());
    int on = lived.today + 1;
    const int most = life.policy == "linear" || life.policy == "rehab" ? 20 : 60;
    for (int tries = 0; tries < most; ++tries, on += 3) {
      const Suggestion made = lived.log.next(on, lift);
      if (made.target && load_of(made) > now.reference->load) return;
      if (made.target) {
        const auto sets = static_cast<std::size_t>(made.target->sets);
        lived.log.session(on, {sets, Set{made.target->weight, made.target->reps, false, {}, {}}},
                          lift);
      }
      lived.log.fine(on + 1);
    }
    RC_FAIL("green sessions did not lead past R");
  }));
}

TEST_CASE("the made-up lives meet every rule, decision and phase") {
  std::map<std::string, int> met;  // how many of the histories
  int lives = 0;
  REQUIRE(rc::check([&] {
    for (const Life& life : *rc::gen::container<std::vector<Life>>(20, any_life())) {
      const Lived lived = live(life);
      std::set<std::string> here;
      for (const std::string& lift : lifts) {
        const Suggestion made = lived.log.next(lived.today, lift);
        here.insert("decision " + std::string{to_string(made.decision)});
        here.insert("phase " + std::string{to_string(made.phase)});
        for (const Finding& found : made.findings) {
          if (found.verdict == Verdict::pass) continue;
          here.insert("rule " + std::string{rule_info(found.rule).name});
        }
      }
      here.insert("unit " + to_string(life.unit));
      here.insert("policy " + life.policy);
      if (life.exposures.size() >= 20) here.insert("20 exposures and more");
      for (const std::string& what : here) ++met[what];
      ++lives;
    }
  }));
  for (int id = 0; id <= static_cast<int>(RuleId::ok); ++id) {
    const std::string name{rule_info(static_cast<RuleId>(id)).name};
    INFO("rule " << name << " fired in " << met["rule " + name] << " of " << lives);
    CHECK(met["rule " + name] * 400 >= lives);
  }
  for (int decision = 0; decision <= static_cast<int>(Decision::stop); ++decision) {
    const std::string name{to_string(static_cast<Decision>(decision))};
    INFO(name << ": " << met["decision " + name] << " of " << lives);
    CHECK(met["decision " + name] * 50 >= lives);
  }
  for (const std::string what : {"phase build", "phase rebuild", "phase calm", "unit kg", "unit lb",
                                 "20 exposures and more"}) {
    INFO(what << ": " << met[what] << " of " << lives);
    CHECK(met[what] * 50 >= lives);
  }
  for (const Policy& policy : built_in_policies()) {
    INFO("policy " << policy.name << ": " << met["policy " + policy.name]);
    CHECK(met["policy " + policy.name] * 20 >= lives);
  }
  CHECK(lives >= 2000);
}
