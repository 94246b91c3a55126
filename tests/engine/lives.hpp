#pragma once

#include <rapidcheck.h>

#include "engine/log.hpp"

/// Made-up lives, dense where the rules look: days within weeks, loads around the suggestion,
/// symptoms around their limits.
namespace hinge::test {

/// How one session related to what was suggested.
enum class Choice {
  as_suggested,
  more,
  full,  ///< the reference load, on a rung or not
  less,
  ninety,
  light,
  tiny,
  missed,
  short_of,
  marked_light
};

struct Exposure {
  int gap = 3;
  Choice choice = Choice::as_suggested;
  int lift = 0;
  std::optional<Minutes> clock;  ///< of the session
  std::optional<Rpe> rpe;        ///< of its last set
  bool warmup = false;           ///< a heavier set came first, and was a warm-up
  bool imported = false;
  std::vector<std::pair<int, Felt>> felt;  ///< days after the session, and what
};

/// Red flags that came up in a life, and whether a clinician cleared them two days later.
struct Alarm {
  std::size_t exposure = 0;
  RedFlag flag = RedFlag::fever_unwell;
  bool cleared = true;
};

struct Life {
  std::string policy = "linear";  ///< a built-in one, by which every session was suggested
  Unit unit = Unit::kg;
  Load first;
  int sets = 3;
  std::vector<Exposure> exposures;
  std::optional<Alarm> alarm;
  int quiet_days = 0;  ///< check-ins of `none` on each of so many days after the last session
};

inline const std::array<std::string, 3> lifts = {"deadlift", "sumo", "romanian"};

/// True once in so many; shrinks to false.
[[nodiscard]] inline rc::Gen<bool> one_in(int count) {
  return rc::gen::map(rc::gen::inRange(0, count), [count](int at) { return at == count - 1; });
}

/// At the limits of section 3 and 4, and half a point to each side.
[[nodiscard]] inline rc::Gen<Nprs> any_peak() {
  return rc::gen::map(
      rc::gen::element(0, 1, 2, 4, 5, 5, 6, 6, 7, 8, 11, 11, 12, 12, 13, 15, 16, 20),
      [](int halves) { return Score::halves(halves); });
}

/// At the limits in hours, and a minute to each side.
[[nodiscard]] inline rc::Gen<Minutes> any_length() {
  using namespace std::chrono_literals;
  return rc::gen::element<Minutes>(2h, 24h - 1min, 24h, 24h + 1min, 48h, 72h, 72h + 1min, 120h,
                                   120h + 1min);
}

[[nodiscard]] inline rc::Gen<Nature> any_nature() {
  return rc::gen::weightedElement<Nature>({{6, Nature::none},
                                           {3, Nature::pump},
                                           {4, Nature::soreness},
                                           {5, Nature::ache},
                                           {2, Nature::sharp},
                                           {1, Nature::tingling}});
}

/// What makes a report another one than its nature, peak and length.
[[nodiscard]] inline Felt with_details(Felt felt) {
  using namespace std::chrono_literals;
  const Symptom symptom = symptom_of(felt.checkin());
  felt = felt.limits(*rc::gen::weightedElement<int>({{20, 0}, {2, 1}, {2, 2}, {1, 3}}));
  if (*one_in(12)) felt = felt.unrelated();
  if (*one_in(10)) felt = felt.baseline(Score{*rc::gen::inRange(0, 4)});
  if (symptom == Symptom::nerve && *rc::gen::arbitrary<bool>()) felt = felt.in(Site::buttock);
  if (symptom == Symptom::soreness && *one_in(10)) felt = felt.onset(Onset::during);
  if (*one_in(4)) felt = felt.at(*rc::gen::element<Minutes>(8h, 18h, 18h + 1min));
  return felt;
}

[[nodiscard]] inline rc::Gen<std::pair<int, Felt>> any_felt() {
  return rc::gen::exec([] {
    const Nature nature = *any_nature();
    const Symptom symptom = symptom_of(nature);
    const int after = *rc::gen::element(0, 1, 1, 1, 2, 3, 5, 6, 7, 8);
    if (symptom == Symptom::sharp && *one_in(4)) {
      return std::pair{after, Felt{nature, *rc::gen::element<Nprs>(1, 2)}.twinge()};
    }
    const Nprs least = symptom >= Symptom::soreness ? Score::halves(1) : Score{0};
    Felt felt{nature, symptom == Symptom::none ? Nprs{0} : std::max(least, *any_peak())};
    const Minutes longest = std::chrono::hours{24 * (after + 1) - 1};
    if (symptom >= Symptom::soreness && *rc::gen::inRange(0, 3) > 0) {
      felt = felt.lasted(std::min(*any_length(), longest));
    }
    return std::pair{after, with_details(felt)};
  });
}

/// A life in phases: mostly a usual week; then time away, at the limits of section 6.
[[nodiscard]] inline rc::Gen<int> any_gap() {
  return rc::gen::weightedOneOf<int>(
      {{12, rc::gen::element(1, 2, 2, 3, 3, 3, 4, 7)},
       {4, rc::gen::element(10, 11, 14, 15, 21, 22)},
       {1, rc::gen::element(27, 28, 35, 36, 42, 43, 56, 57, 90, 91)}});
}

[[nodiscard]] inline rc::Gen<Exposure> any_exposure(int lift_count) {
  return rc::gen::exec([lift_count] {
    using namespace std::chrono_literals;
    Exposure made;
    made.gap = *any_gap();
    made.choice = *rc::gen::weightedElement<Choice>({{10, Choice::as_suggested},
                                                     {2, Choice::more},
                                                     {1, Choice::full},
                                                     {2, Choice::less},
                                                     {1, Choice::ninety},
                                                     {2, Choice::light},
                                                     {1, Choice::tiny},
                                                     {4, Choice::missed},
                                                     {2, Choice::short_of},
                                                     {1, Choice::marked_light}});
    made.lift = *rc::gen::inRange(0, lift_count);
    if (*one_in(4)) made.clock = *rc::gen::element<Minutes>(8h, 18h, 18h + 1min);
    if (*one_in(6)) made.rpe = Score::halves(*rc::gen::element(16, 18, 19, 20));
    made.warmup = *one_in(10);
    made.imported = *one_in(20);
    const int count = *rc::gen::weightedElement<int>({{1, 0}, {6, 1}, {2, 2}, {1, 3}});
    made.felt = *rc::gen::container<std::vector<std::pair<int, Felt>>>(
        static_cast<std::size_t>(count), any_felt());
    return made;
  });
}

/// Three of these in a row are F3.
[[nodiscard]] inline Exposure missed_and_well() {
  Exposure made;
  made.choice = Choice::missed;
  made.felt = {{1, none()}};
  return made;
}

/// Of one lift or three, mostly some weeks, now and then forty exposures.
[[nodiscard]] inline rc::Gen<std::vector<Exposure>> any_exposures() {
  return rc::gen::exec([] {
    const int lift_count = *rc::gen::element(1, 1, 3);
    const int most = *rc::gen::weightedElement<int>({{12, 6}, {12, 14}, {1, 40}});
    const auto count = static_cast<std::size_t>(*rc::gen::inRange(most == 40 ? 20 : 0, most + 1));
    auto made = *rc::gen::container<std::vector<Exposure>>(count, any_exposure(lift_count));
    if (*one_in(8)) made.insert(made.end(), 3, missed_and_well());
    return made;
  });
}

[[nodiscard]] inline rc::Gen<std::optional<Alarm>> any_alarm(std::size_t exposures) {
  return rc::gen::exec([exposures]() -> std::optional<Alarm> {
    if (exposures == 0 || !*one_in(7)) return std::nullopt;
    return Alarm{*rc::gen::inRange<std::size_t>(0, exposures),
                 *rc::gen::element(RedFlag::bladder_change, RedFlag::fever_unwell,
                                   RedFlag::cancer_history, RedFlag::severe_night_pain),
                 *rc::gen::inRange(0, 3) > 0};
  });
}

[[nodiscard]] inline rc::Gen<std::string> any_built_in() {
  return rc::gen::weightedElement<std::string>(
      {{5, "linear"}, {1, "double"}, {2, "rpe"}, {2, "wave"}, {1, "rehab"}, {1, "low-load"}});
}

/// As varied in the first test of a property as in the last: numbers would grow with the size.
[[nodiscard]] inline rc::Gen<Life> any_life() {
  return rc::gen::resize(rc::kNominalSize, rc::gen::exec([] {
                           Life life;
                           life.policy = *any_built_in();
                           life.unit = *rc::gen::element(Unit::kg, Unit::lb);
                           const int plates = *rc::gen::inRange(0, 60);
                           const Loading loading = Loading::standard(life.unit);
                           life.first = loading.bar + loading.step * plates;
                           life.sets = *rc::gen::inRange(1, 6);
                           life.exposures = *any_exposures();
                           life.alarm = *any_alarm(life.exposures.size());
                           life.quiet_days = *rc::gen::element(0, 0, 0, 1, 2, 3, 4);
                           return life;
                         }));
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

[[nodiscard]] inline Load load_of(Choice choice, Load asked, Load reference,
                                  const Loading& loading) {
  switch (choice) {
    case Choice::full:
      return reference;
    case Choice::more:
      return asked + loading.step * 3;
    case Choice::less:
      return loading.floor(asked.percent(94));
    case Choice::ninety:
      return asked.percent(90) > loading.bar ? loading.floor(asked.percent(90)) : asked;
    case Choice::light:
    case Choice::marked_light:
      return loading.floor(asked.percent(70));
    case Choice::tiny:
      return loading.floor(asked.percent(35));
    default:
      return asked;
  }
}

inline void train(Log& log, int on, const Exposure& exposure, const Life& life) {
  const std::string& lift = lifts.at(static_cast<std::size_t>(exposure.lift));
  const Loading loading = Loading::standard(life.unit);
  const Suggestion made = log.next(on, lift);
  const Load asked = made.target ? made.target->weight.load : life.first;
  const int sets = made.target ? made.target->sets : life.sets;
  const int reps = made.target ? made.target->reps : 5;
  const Load reference = made.reference ? made.reference->load : asked;
  const Load load = load_of(exposure.choice, asked, reference, loading);
  const int count = exposure.choice == Choice::short_of ? std::max(1, sets - 1) : sets;
  std::vector<Set> done(static_cast<std::size_t>(count), set_of(load, life.unit, reps));
  done.back().rpe = exposure.rpe;
  if (exposure.choice == Choice::missed) {
    done.back().reps = reps - 1;
    done.back().failed = true;
  }
  if (exposure.warmup) {
    done.insert(done.begin(), set_of(load + loading.step * 20, life.unit, 1));
    done.front().kind = SetKind::warmup;
  }
  log.session(on, done, lift);
  if (exposure.clock) log.at(*exposure.clock);
  if (exposure.choice == Choice::marked_light) log.light();
  if (exposure.imported) log.imported();
}

/// The check-ins after one session, before the next one, so that each stays with its own.
inline void feel(Lived& lived, const Exposure& exposure, int on, int before) {
  for (const auto& [after, felt] : exposure.felt) {
    const int day = std::min(on + after, before);
    // A clock time could move a report of the same day to the session before.
    const Felt said = day == on && felt.checkin().when.time ? felt.onset(Onset::during) : felt;
    const auto possible = std::chrono::hours{24 * (day - on + 1) - 1};
    const bool fits = !said.checkin().lasted || *said.checkin().lasted <= possible;
    lived.log.feel(day, fits ? said : said.lasted(possible));
    lived.today = std::max(lived.today, day);
  }
}

/// Lived by `policies`: each session was suggested by them, and the log goes on being asked by
/// them.
[[nodiscard]] inline Lived live(const Life& life, const Policies& policies) {
  constexpr int far = 100;
  Lived lived{Log{Loading::standard(life.unit)}, 0, 1};
  lived.log.by(policies);
  int on = 0;
  for (std::size_t at = 0; at < life.exposures.size(); ++at) {
    const Exposure& exposure = life.exposures[at];
    train(lived.log, on, exposure, life);
    const int next = on + exposure.gap;
    lived.last = on;
    lived.today = on + 1;
    if (life.alarm && life.alarm->exposure == at) {
      lived.log.flags(on, {life.alarm->flag});
      if (life.alarm->cleared) lived.log.cleared(on + 2);
    }
    feel(lived, exposure, on, at + 1 == life.exposures.size() ? on + far : next - 1);
    on = next;
  }
  for (int quiet = 1; quiet <= life.quiet_days; ++quiet) lived.log.fine(lived.last + quiet);
  lived.today = std::max(lived.today, lived.last + life.quiet_days);
  return lived;
}

[[nodiscard]] inline Lived live(const Life& life) {
  return live(life, *built_in_policy(life.policy));
}

[[nodiscard]] inline std::string name_of(Choice choice) {
  constexpr std::array names = {"as suggested", "more", "full",   "less",  "90 %",
                                "light",        "tiny", "missed", "short", "marked light"};
  return names.at(static_cast<std::size_t>(choice));
}

inline void showValue(const Felt& felt, std::ostream& os) {
  const CheckIn& c = felt.checkin();
  os << to_string(c.nature) << ' ' << to_string(peak_of(c)) << (c.lasted ? " for " : " ongoing");
  if (c.lasted) os << c.lasted->count() << " min";
  os << ", limits " << c.limits << ", baseline " << to_string(c.baseline)
     << (c.unrelated ? ", unrelated" : "") << (c.where ? ", buttock" : "")
     << (c.twinge ? ", twinge" : "") << (c.onset ? ", during" : "");
  if (c.when.time) os << ", at " << clock_time(*c.when.time);
}

inline void showValue(const Life& life, std::ostream& os) {
  os << life.policy << ": " << to_string(Weight{life.first, life.unit}) << " x " << life.sets
     << ", quiet " << life.quiet_days;
  if (life.alarm) {
    os << ", " << to_string(life.alarm->flag) << " after " << life.alarm->exposure
       << (life.alarm->cleared ? ", cleared" : "");
  }
  for (const Exposure& exposure : life.exposures) {
    os << "\n  lift " << exposure.lift << ", " << name_of(exposure.choice)
       << (exposure.imported ? ", imported" : "") << (exposure.warmup ? ", warm-up" : "");
    if (exposure.rpe) os << " @" << to_string(*exposure.rpe);
    if (exposure.clock) os << " at " << clock_time(*exposure.clock);
    os << ", then " << exposure.gap << " days:";
    for (const auto& [after, felt] : exposure.felt) {
      os << " [+" << after << " ";
      showValue(felt, os);
      os << "]";
    }
  }
}

}  // namespace hinge::test
