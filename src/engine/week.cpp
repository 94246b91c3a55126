#include "hinge/week.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "engine/fold.hpp"
#include "hinge/suggest.hpp"

namespace hinge {
namespace {

using namespace engine;

constexpr std::chrono::days a_year{365};

constexpr std::chrono::days one_week{7};
constexpr std::chrono::days six_days{6};

/// The Monday of the week that `day` is in.
Date week_start(Date day) { return monday(iso_week(day)); }

/// The weeks by their Mondays, to be filled.
using ByMonday = std::map<Date, Week>;

Week* week_with(ByMonday& weeks, Date day) {
  const auto found = weeks.find(week_start(day));
  return found == weeks.end() ? nullptr : &found->second;
}

void add_sessions(ByMonday& weeks, const History& history) {
  std::map<Date, std::vector<Set>> done;
  for (const Session& session : history.sessions) {
    Week* const week = week_with(weeks, session.when.date);
    if (week == nullptr) continue;
    ++week->sessions;
    std::vector<Set>& sets = done[week_start(session.when.date)];
    sets.insert(sets.end(), session.sets.begin(), session.sets.end());
  }
  for (const auto& [start, sets] : done) {
    Week& week = weeks.at(start);
    week.work = work_done(sets);
    week.top = top_set(sets);
    if (const auto best = best_e1rm(sets)) week.e1rm = best->estimate;
  }
}

Nprs pain_of(const CheckIn& checkin) {
  return is_pain(symptom_of(checkin)) ? peak_of(checkin) : Nprs{};
}

void add_checkins(ByMonday& weeks, const History& history) {
  std::map<Date, Nprs> worst;  // of each day that has a check-in about the deadlift
  for (const CheckIn& checkin : history.checkins) {
    Week* const week = week_with(weeks, checkin.when.date);
    if (week == nullptr) continue;
    ++week->checkins;
    if (checkin.unrelated) continue;
    Nprs& of_day = worst[checkin.when.date];
    of_day = std::max(of_day, pain_of(checkin));
    week->pain_peak = std::max(week->pain_peak, std::optional{of_day});
    week->limits_max = std::max(week->limits_max, std::optional{checkin.limits});
  }
  for (auto& [start, week] : weeks) {
    int halves = 0;
    int days = 0;
    for (auto day = worst.lower_bound(start); day != worst.end() && day->first <= start + six_days;
         ++day) {
      halves += day->second.in_halves();
      ++days;
    }
    if (days > 0) week.pain_mean_hundredths = (halves * 50 + days / 2) / days;
  }
}

Moment end_of_week(Date start, const Moment& now) {
  const Date sunday = start + six_days;
  return now.date <= sunday ? now : Moment{sunday};
}

/// Records that are taken up to a day at a time.
template <class Record>
class Ahead {
 public:
  explicit Ahead(NextRecord<Record> next) : next_(std::move(next)), present_(next_()) {}

  /// The first that was not taken yet; none after the last.
  [[nodiscard]] const Record* present() const { return present_; }

  void take_until(Date day, std::vector<Record>& taken) {
    for (; present_ != nullptr && present_->when.date <= day; present_ = next_()) {
      taken.push_back(*present_);
    }
  }

  /// Only at its end a log tells that nothing is missing.
  void pass_by() {
    while (present_ != nullptr) present_ = next_();
  }

 private:
  NextRecord<Record> next_;
  const Record* present_;
};

/// The weeks of a year at a time. Of the records it holds that year, the one before, which its
/// suggestions are read from, and the one after, whose check-ins may be about its training days.
class Weeks {
 public:
  Weeks(History before, NextRecord<Session> sessions, NextRecord<CheckIn> checkins,
        Policies policies, Date first, Date last, const Moment& now)
      : held_(std::move(before)),
        sessions_(std::move(sessions)),
        checkins_(std::move(checkins)),
        policies_(std::move(policies)),
        now_(now),
        last_(std::min(last, now.date)),
        end_(week_start(first)) {}

  const Week* next() {
    if (week_ != weeks_.end()) ++week_;
    if (week_ == weeks_.end() && !go_on()) return nullptr;
    const Moment as_of = end_of_week(week_->first, now_);
    week_->second.suggestion = suggest(as_known_on(held_, as_of.date), policies_, as_of);
    return &week_->second;
  }

 private:
  bool go_on() {
    weeks_.clear();
    week_ = weeks_.end();
    if (end_ > last_) {
      sessions_.pass_by();
      checkins_.pass_by();
      return false;
    }
    // Before the first training day nothing may go: all that was said led up to it.
    if (state_) held_ = as_known_on(held_, end_, Date::max());
    constexpr int at_once = 52;
    for (; end_ <= last_ && weeks_.size() < at_once; end_ += one_week) {
      weeks_[end_].week = iso_week(end_);
    }
    week_ = weeks_.begin();
    read_on();
    add_sessions(weeks_, held_);
    add_checkins(weeks_, held_);
    add_crossings();
    return true;
  }

  /// A year further, and at least to the next training day: check-ins up to it are about the last.
  void read_on() {
    Date until = end_ + a_year;
    sessions_.take_until(until, held_.sessions);
    const bool has_next = !held_.sessions.empty() && held_.sessions.back().when.date >= end_;
    if (!has_next && sessions_.present() != nullptr) {
      until = sessions_.present()->when.date;
      sessions_.take_until(until, held_.sessions);
    }
    checkins_.take_until(until, held_.checkins);
  }

  /// One fold from the first record on, a year at a time.
  void add_crossings() {
    const Setting setting{held_.lifter, policies_, held_.screens};
    Timeline timeline = timeline_of(held_, now_);
    auto& days = timeline.days;
    if (days.empty()) return;
    if (!state_) state_ = beginning(timeline, setting, days.front().start);
    for (std::size_t at = 0; at < days.size(); ++at) {
      const Date date = days[at].start.date;
      if (date < folded_ || date >= end_) continue;
      const Moment next = as_of(days, at, now_);
      state_ = step(*std::move(state_), std::move(days[at]), next, setting);
      const Assessment& back = state_->spent ? *state_->spent : state_->back;
      if (Week* const week = week_with(weeks_, date)) week->crossings += back.crossings;
    }
    folded_ = end_;
  }

  History held_;
  Ahead<Session> sessions_;
  Ahead<CheckIn> checkins_;
  Policies policies_;
  Moment now_;
  Date last_;
  Date end_;  ///< the Monday after the weeks at hand
  Date folded_ = Date::min();
  std::optional<State> state_;
  ByMonday weeks_;
  ByMonday::iterator week_ = weeks_.end();
};

}  // namespace

std::optional<TopSet> top_set(const std::vector<Set>& sets) {
  const std::vector<Set> working = working_sets(sets);
  if (working.empty()) return std::nullopt;
  const auto most = std::max_element(working.begin(), working.end(),
                                     [](const Set& a, const Set& b) { return a.reps < b.reps; });
  return TopSet{most->weight, most->reps};
}

NextRecord<Week> weeks_of(History before, NextRecord<Session> sessions,
                          NextRecord<CheckIn> checkins, const Policies& policies, Date first,
                          Date last, const Moment& now) {
  const auto weeks = std::make_shared<Weeks>(std::move(before), std::move(sessions),
                                             std::move(checkins), policies, first, last, now);
  return [weeks] { return weeks->next(); };
}

}  // namespace hinge
