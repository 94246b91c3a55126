#include "hinge/week.hpp"

#include <algorithm>
#include <map>

#include "hinge/replay.hpp"
#include "hinge/suggest.hpp"

namespace hinge {
namespace {

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

void add_crossings(ByMonday& weeks, const std::vector<Exposure>& exposures) {
  std::optional<Date> counted;  // each lift of a day says the same
  for (const Exposure& exposure : exposures) {
    if (counted == exposure.date) continue;
    counted = exposure.date;
    if (Week* const week = week_with(weeks, exposure.date)) week->crossings += exposure.crossings;
  }
}

Moment end_of_week(Date start, const Moment& now) {
  const Date sunday = start + six_days;
  return now.date <= sunday ? now : Moment{sunday};
}

}  // namespace

std::optional<TopSet> top_set(const std::vector<Set>& sets) {
  const std::vector<Set> working = working_sets(sets);
  if (working.empty()) return std::nullopt;
  const auto most = std::max_element(working.begin(), working.end(),
                                     [](const Set& a, const Set& b) { return a.reps < b.reps; });
  return TopSet{most->weight, most->reps};
}

std::vector<Week> weeks_of(const History& history, const Policies& policies, Date first, Date last,
                           const Moment& now) {
  ByMonday weeks;
  for (Date start = week_start(first); start <= std::min(last, now.date); start += one_week) {
    weeks[start].week = iso_week(start);
  }
  add_sessions(weeks, history);
  add_checkins(weeks, history);
  add_crossings(weeks, replay(history, policies, now));
  std::vector<Week> in_order;
  in_order.reserve(weeks.size());
  for (auto& [start, week] : weeks) {
    const Moment as_of = end_of_week(start, now);
    week.suggestion = suggest(as_known_on(history, as_of.date), policies, as_of);
    in_order.push_back(std::move(week));
  }
  return in_order;
}

}  // namespace hinge
