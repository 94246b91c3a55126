#pragma once

#include <rapidcheck.h>

#include "engine/log.hpp"

/// Made-up lives, dense where the rules look: days within weeks, loads around the suggestion,
/// symptoms around their limits.
namespace hinge::test {

/// How one session related to what was suggested.
enum class Choice { as_suggested, more, less, light, tiny, missed, short_of, marked_light };

struct Exposure {
  int gap = 3;
  Choice choice = Choice::as_suggested;
  int lift = 0;
  std::vector<std::pair<int, Felt>> felt;  ///< days after the session, and what
};

struct Life {
  Unit unit = Unit::kg;
  Load first;
  int sets = 3;
  std::vector<Exposure> exposures;
  int quiet_days = 0;  ///< check-ins of `none` on each of so many days after the last session
};

inline const std::array<std::string, 3> lifts = {"deadlift", "sumo", "romanian"};

[[nodiscard]] inline rc::Gen<Nprs> any_peak() {
  return rc::gen::map(rc::gen::element(0, 1, 2, 4, 5, 6, 7, 8, 11, 12, 15, 16, 20),
                      [](int halves) { return Score::halves(halves); });
}

[[nodiscard]] inline rc::Gen<std::pair<int, Felt>> any_felt() {
  using namespace std::chrono_literals;
  return rc::gen::exec([] {
    const Nature nature = *rc::gen::weightedElement<Nature>({{6, Nature::none},
                                                             {3, Nature::pump},
                                                             {4, Nature::soreness},
                                                             {4, Nature::ache},
                                                             {2, Nature::sharp},
                                                             {1, Nature::tingling}});
    const Symptom symptom = symptom_of(nature);
    const Nprs least = symptom == Symptom::sharp ? Score::halves(1) : Score{0};
    Felt felt{nature, symptom == Symptom::none ? Nprs{0} : std::max(least, *any_peak())};
    const int after = *rc::gen::element(0, 1, 1, 1, 2, 3, 5, 6, 8);
    const Minutes longest = std::chrono::hours{24 * (after + 1) - 1};
    const Minutes lasted =
        *rc::gen::element<Minutes>(2h, 24h, 24h + 1min, 48h, 72h, 73h, 120h, 121h);
    if (symptom >= Symptom::soreness && *rc::gen::inRange(0, 3) > 0) {
      felt = felt.lasted(std::min(lasted, longest));
    }
    const int limits = *rc::gen::weightedElement<int>({{20, 0}, {2, 1}, {2, 2}, {1, 3}});
    felt = felt.limits(limits);
    if (*rc::gen::inRange(0, 12) == 0) felt = felt.unrelated();
    if (*rc::gen::inRange(0, 10) == 0) felt = felt.baseline(Score{*rc::gen::inRange(0, 4)});
    if (symptom == Symptom::nerve && *rc::gen::arbitrary<bool>()) felt = felt.in(Site::buttock);
    return std::pair{after, felt};
  });
}

[[nodiscard]] inline rc::Gen<Exposure> any_exposure(int lift_count) {
  return rc::gen::exec([lift_count] {
    Exposure made;
    made.gap = *rc::gen::element(1, 2, 2, 3, 3, 3, 4, 7, 10, 11, 14, 15, 22, 40);
    made.choice = *rc::gen::weightedElement<Choice>({{8, Choice::as_suggested},
                                                     {2, Choice::more},
                                                     {2, Choice::less},
                                                     {2, Choice::light},
                                                     {1, Choice::tiny},
                                                     {3, Choice::missed},
                                                     {1, Choice::short_of},
                                                     {1, Choice::marked_light}});
    made.lift = *rc::gen::inRange(0, lift_count);
    const int count = *rc::gen::weightedElement<int>({{1, 0}, {6, 1}, {2, 2}, {1, 3}});
    made.felt = *rc::gen::container<std::vector<std::pair<int, Felt>>>(
        static_cast<std::size_t>(count), any_felt());
    return made;
  });
}

[[nodiscard]] inline rc::Gen<Life> any_life() {
  return rc::gen::exec([] {
    Life life;
    life.unit = *rc::gen::element(Unit::kg, Unit::lb);
    const int plates = *rc::gen::inRange(0, 60);
    const Loading loading = Loading::standard(life.unit);
    life.first = loading.bar + loading.step * plates;
    life.sets = *rc::gen::inRange(1, 6);
    const int lift_count = *rc::gen::element(1, 1, 3);
    life.exposures =
        *rc::gen::resize(14, rc::gen::container<std::vector<Exposure>>(any_exposure(lift_count)));
    life.quiet_days = *rc::gen::element(0, 0, 0, 1, 2, 3, 4);
    return life;
  });
}

/// A life lived: the log it leaves, and the day the question is asked.
struct Lived {
  Log log;
  int last = 0;   ///< the last training day
  int today = 0;  ///< at least a day after it, after all check-ins
};

[[nodiscard]] inline Set set_of(Load load, Unit unit, int reps, bool failed = false) {
  return {{load, unit}, reps, failed, {}, SetKind::work};
}

inline void train(Log& log, int on, const Exposure& exposure, const Life& life) {
  const std::string& lift = lifts.at(static_cast<std::size_t>(exposure.lift));
  const Loading loading = Loading::standard(life.unit);
  const Suggestion made = log.next(on, lift);
  const Load asked = made.target ? made.target->weight.load : life.first;
  const int sets = made.target ? made.target->sets : life.sets;
  const int reps = made.target ? made.target->reps : 5;
  Load load = asked;
  if (exposure.choice == Choice::more) load = asked + loading.step * 3;
  if (exposure.choice == Choice::less) load = loading.floor(asked.percent(94));
  if (exposure.choice == Choice::light) load = loading.floor(asked.percent(70));
  if (exposure.choice == Choice::marked_light) load = loading.floor(asked.percent(70));
  if (exposure.choice == Choice::tiny) load = loading.floor(asked.percent(35));
  const int count = exposure.choice == Choice::short_of ? std::max(1, sets - 1) : sets;
  std::vector<Set> done(static_cast<std::size_t>(count), set_of(load, life.unit, reps));
  if (exposure.choice == Choice::missed) {
    done.back().reps = reps - 1;
    done.back().failed = true;
  }
  log.session(on, done, lift);
  if (exposure.choice == Choice::marked_light) log.light();
}

[[nodiscard]] inline Lived live(const Life& life) {
  Lived lived{Log{Loading::standard(life.unit)}, 0, 1};
  int on = 0;
  for (std::size_t at = 0; at < life.exposures.size(); ++at) {
    const Exposure& exposure = life.exposures[at];
    train(lived.log, on, exposure, life);
    const int next = on + exposure.gap;
    const bool is_last = at + 1 == life.exposures.size();
    lived.last = on;
    lived.today = on + 1;
    for (const auto& [after, felt] : exposure.felt) {
      // Before the next session, so that a check-in stays with its own.
      const int day = is_last ? on + after : std::min(on + after, next - 1);
      const auto possible = std::chrono::hours{24 * (day - on + 1) - 1};
      const bool fits = !felt.checkin().lasted || *felt.checkin().lasted <= possible;
      lived.log.feel(day, fits ? felt : felt.lasted(possible));
      lived.today = std::max(lived.today, day);
    }
    on = next;
  }
  for (int quiet = 1; quiet <= life.quiet_days; ++quiet) lived.log.fine(lived.last + quiet);
  lived.today = std::max(lived.today, lived.last + life.quiet_days);
  return lived;
}

[[nodiscard]] inline std::string name_of(Choice choice) {
  constexpr std::array names = {"as suggested", "more",   "less",  "light",
                                "tiny",         "missed", "short", "marked light"};
  return names.at(static_cast<std::size_t>(choice));
}

inline void showValue(const Felt& felt, std::ostream& os) {
  const CheckIn& c = felt.checkin();
  os << to_string(c.nature) << ' ' << to_string(peak_of(c)) << (c.lasted ? " for " : " ongoing");
  if (c.lasted) os << c.lasted->count() << " min";
  os << ", limits " << c.limits << ", baseline " << to_string(c.baseline)
     << (c.unrelated ? ", unrelated" : "") << (c.where ? ", buttock" : "");
}

inline void showValue(const Life& life, std::ostream& os) {
  os << to_string(Weight{life.first, life.unit}) << " x " << life.sets << ", quiet "
     << life.quiet_days;
  for (const Exposure& exposure : life.exposures) {
    os << "\n  lift " << exposure.lift << ", " << name_of(exposure.choice) << ", then "
       << exposure.gap << " days:";
    for (const auto& [after, felt] : exposure.felt) {
      os << " [+" << after << " ";
      showValue(felt, os);
      os << "]";
    }
  }
}

}  // namespace hinge::test
