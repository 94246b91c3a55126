#pragma once

#include <utility>

#include "hinge/suggest.hpp"

/// A history written day by day, as a lifter lives it: day 0 is Monday 5 January 2026.
namespace hinge::test {

inline constexpr Date day_zero{std::chrono::days{20458}};

[[nodiscard]] constexpr Date day(int number) { return day_zero + std::chrono::days{number}; }

/// What is said of one check-in, in the order of the words: ache(7).lasted(10h).limits(2).
class Felt {
 public:
  explicit Felt(Nature nature, Nprs peak = 0) {
    checkin_.nature = nature;
    checkin_.peak = peak;
    checkin_.now = peak;
  }
  [[nodiscard]] Felt lasted(Minutes duration) const {
    return with([&](CheckIn& c) { c.lasted = duration, c.now = 0; });
  }
  [[nodiscard]] Felt limits(int degree) const {
    return with([&](CheckIn& c) { c.limits = degree; });
  }
  [[nodiscard]] Felt baseline(Nprs pain) const {
    return with([&](CheckIn& c) { c.baseline = pain; });
  }
  [[nodiscard]] Felt now(Nprs pain) const {
    return with([&](CheckIn& c) { c.now = pain; });
  }
  [[nodiscard]] Felt in(Site site) const {
    return with([&](CheckIn& c) { c.where = site; });
  }
  [[nodiscard]] Felt onset(Onset began) const {
    return with([&](CheckIn& c) { c.onset = began; });
  }
  [[nodiscard]] Felt twinge() const {
    return with([](CheckIn& c) { c.twinge = true, c.lasted = Minutes{0}, c.now = 0; });
  }
  [[nodiscard]] Felt ongoing() const {
    return with([](CheckIn& c) { c.lasted.reset(), c.now = peak_of(c); });
  }
  [[nodiscard]] Felt unrelated() const {
    return with([](CheckIn& c) { c.unrelated = true; });
  }
  [[nodiscard]] Felt at(Minutes clock) const {
    return with([&](CheckIn& c) { c.when.time = clock; });
  }
  [[nodiscard]] const CheckIn& checkin() const { return checkin_; }

 private:
  template <class Change>
  [[nodiscard]] Felt with(Change change) const {
    Felt copy = *this;
    change(copy.checkin_);
    return copy;
  }
  CheckIn checkin_;
};

[[nodiscard]] inline Felt none() { return Felt{Nature::none}; }
[[nodiscard]] inline Felt pump(Nprs peak = 0) { return Felt{Nature::pump, peak}; }
[[nodiscard]] inline Felt soreness(Nprs peak) { return Felt{Nature::soreness, peak}; }
[[nodiscard]] inline Felt ache(Nprs peak) { return Felt{Nature::ache, peak}; }
[[nodiscard]] inline Felt sharp(Nprs peak) { return Felt{Nature::sharp, peak}; }
[[nodiscard]] inline Felt tingling(Nprs peak) { return Felt{Nature::tingling, peak}; }

class Log {
 public:
  Log() { history_.lifter.loading = Loading::standard(Unit::kg); }
  explicit Log(const Loading& loading) { history_.lifter.loading = loading; }

  /// One session of `sets` sets of `reps` at `weight`.
  Log& lift(int on, Weight weight, int reps = 5, int sets = 3,
            const std::string& name = "deadlift") {
    return session(
        on, std::vector<Set>(static_cast<std::size_t>(sets), Set{weight, reps, false, {}, {}}),
        name);
  }
  Log& lift(int on, Load load, int reps = 5, int sets = 3, const std::string& name = "deadlift") {
    return lift(on, Weight{load, Unit::kg}, reps, sets, name);
  }
  /// 5, 5, and four with a miss: a failed rep at the load.
  Log& miss(int on, Load load, const std::string& name = "deadlift") {
    const Set good{{load, Unit::kg}, 5, false, {}, {}};
    return session(on, {good, good, Set{{load, Unit::kg}, 4, true, {}, {}}}, name);
  }
  Log& session(int on, std::vector<Set> sets, const std::string& name = "deadlift") {
    Session made;
    made.id = ++sessions_;
    made.lift = name;
    made.when = day(on);
    made.sets = std::move(sets);
    history_.sessions.push_back(std::move(made));
    return *this;
  }
  Log& at(Minutes clock) {
    history_.sessions.back().when.time = clock;
    return *this;
  }
  Log& imported() {
    history_.sessions.back().imported = true;
    return *this;
  }
  Log& light() {
    history_.sessions.back().light = true;
    return *this;
  }
  Log& feel(int on, const Felt& felt) {
    CheckIn made = felt.checkin();
    made.id = ++checkins_;
    made.when.date = day(on);
    history_.checkins.push_back(std::move(made));
    return *this;
  }
  /// A check-in on the day after, and nothing to say.
  Log& fine(int on) { return feel(on, none()); }
  Log& flags(int on, std::vector<RedFlag> yes) {
    Screen made;
    made.id = ++screens_;
    made.when = day(on);
    made.yes = std::move(yes);
    history_.screens.push_back(std::move(made));
    return *this;
  }
  Log& cleared(int on) {
    Screen made;
    made.id = ++screens_;
    made.when = day(on);
    made.cleared_by = "Dr Example";
    history_.screens.push_back(std::move(made));
    return *this;
  }

  Log& by(const Policies& policies) {
    policies_ = policies;
    return *this;
  }

  [[nodiscard]] Suggestion next(int on) const { return suggest(history_, policies_, day(on)); }
  [[nodiscard]] Suggestion next(int on, const std::string& lift) const {
    return suggest(history_, policies_, day(on), lift);
  }
  [[nodiscard]] const History& history() const { return history_; }

 private:
  History history_;
  Policies policies_ = linear_policy();
  std::int64_t sessions_ = 0;
  std::int64_t checkins_ = 0;
  std::int64_t screens_ = 0;
};

/// The names of the rules that fired, in order: "T1 T2".
[[nodiscard]] inline std::string fired(const Suggestion& made) {
  std::string names;
  for (const Finding& found : made.findings) {
    if (found.verdict == Verdict::pass) continue;
    if (!names.empty()) names += ' ';
    names += rule_info(found.rule).name;
  }
  return names;
}

/// "90 kg x 3", or "-" for no load.
[[nodiscard]] inline std::string target(const Suggestion& made) {
  if (!made.target) return "-";
  return to_string(made.target->weight) + " x " + std::to_string(made.target->sets);
}

/// "deload 10", "progress".
[[nodiscard]] inline std::string decision(const Suggestion& made) {
  std::string text{to_string(made.decision)};
  if (made.deload_percent) text += " " + std::to_string(*made.deload_percent);
  return text;
}

}  // namespace hinge::test
