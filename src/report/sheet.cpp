#include "report/sheet.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "domain/fold.hpp"
#include "hinge/e1rm.hpp"
#include "hinge/training_day.hpp"
#include "hinge/volume.hpp"

namespace hinge::report {
namespace {

constexpr std::chrono::days one_day{1};

bool holds(const Period& period, Date date) { return date >= period.from && date <= period.until; }

/// A log that ends with `as_of`: later records are another sheet's.
History until(const Moment& as_of, History history) {
  const auto later = [&as_of](const auto& record) {
    const Moment& when = record.when;
    return when.date > as_of.date ||
           (when.date == as_of.date && when.time && as_of.time && *when.time > *as_of.time);
  };
  std::erase_if(history.sessions, later);
  std::erase_if(history.checkins, later);
  std::erase_if(history.screens, later);
  // In whichever order they came.
  const auto in_order = [](const auto& a, const auto& b) {
    return std::tuple{a.when.date, a.id} < std::tuple{b.when.date, b.id};
  };
  std::sort(history.sessions.begin(), history.sessions.end(), in_order);
  std::sort(history.checkins.begin(), history.checkins.end(), in_order);
  std::sort(history.screens.begin(), history.screens.end(), in_order);
  return history;
}

/// What is read off the log again and again while a sheet is made.
struct Log {
  const History& history;
  TrainingDays days;
  std::vector<Exposure> exposures;
};

BackAnswer answer_of(const CheckIn& checkin, const TrainingDays& days) {
  BackAnswer answer{checkin, days.of(checkin), Minutes{0}};
  if (answer.about) answer.lasted = duration_of(checkin, days.start_of(*answer.about));
  return answer;
}

SheetLift lift_of(const Exposure& exposure, const std::vector<Session>& sessions) {
  SheetLift lift;
  lift.exposure = exposure;
  for (const Session& session : sessions) {
    if (session.when.date != exposure.date || session.lift != exposure.lift) continue;
    std::copy_if(session.sets.begin(), session.sets.end(), std::back_inserter(lift.sets),
                 [](const Set& set) { return set.kind == SetKind::work; });
    if (!session.note.empty()) lift.notes.push_back(session.note);
  }
  lift.tonnage = work_done(lift.sets).volume.load();
  return lift;
}

std::vector<SheetDay> days_of(const Log& log, const Period& period) {
  std::map<Date, SheetDay> days;
  for (const Exposure& exposure : log.exposures) {
    if (!holds(period, exposure.date)) continue;
    SheetDay& day = days[exposure.date];
    day.date = exposure.date;
    day.checked_in = exposure.felt.checked_in;
    day.lifts.push_back(lift_of(exposure, log.history.sessions));
  }
  for (const CheckIn& checkin : log.history.checkins) {
    BackAnswer answer = answer_of(checkin, log.days);
    const auto day = answer.about ? days.find(*answer.about) : days.end();
    if (day != days.end()) day->second.answers.push_back(std::move(answer));
  }
  std::vector<SheetDay> out;
  out.reserve(days.size());
  for (auto& [date, day] : days) out.push_back(std::move(day));
  return out;
}

std::vector<BackAnswer> earlier_of(const Log& log, const Period& period) {
  std::vector<BackAnswer> answers;
  for (const CheckIn& checkin : log.history.checkins) {
    if (!holds(period, checkin.when.date)) continue;
    BackAnswer answer = answer_of(checkin, log.days);
    if (!answer.about || !holds(period, *answer.about)) answers.push_back(std::move(answer));
  }
  return answers;
}

// ---- numbers -----------------------------------------------------------------------------------

void add(std::map<std::string, BestOfLift>& best, const Session& session) {
  BestOfLift& so_far = best[session.lift];
  so_far.lift = session.lift;
  const auto load = working_load(session.sets);
  if (load && (!so_far.load || load->load > so_far.load->load)) so_far.load = load;
  const auto e1rm = best_e1rm(session.sets);
  if (e1rm && (!so_far.e1rm || e1rm->estimate.load > *so_far.e1rm)) {
    so_far.e1rm = e1rm->estimate.load;
  }
}

std::optional<Nprs> highest_pain(const std::vector<CheckIn>& checkins, const Period& period) {
  std::optional<Nprs> pain;
  for (const CheckIn& checkin : checkins) {
    if (!holds(period, checkin.when.date) || checkin.unrelated) continue;
    const Nprs said = is_pain(symptom_of(checkin)) ? peak_of(checkin) : Nprs{0};
    pain = std::max(pain.value_or(Nprs{0}), said);
  }
  return pain;
}

Totals totals_of(const Log& log, const Period& period) {
  Totals totals;
  totals.period = period;
  std::map<std::string, BestOfLift> best;
  WorkDone done;
  for (const Session& session : log.history.sessions) {
    if (!holds(period, session.when.date)) continue;
    done += work_done(session.sets);
    add(best, session);
  }
  totals.work_sets = done.sets;
  totals.reps = done.reps;
  totals.tonnage = done.volume.load();
  for (auto& [lift, one] : best) totals.best.push_back(std::move(one));
  std::map<Date, bool> answered;
  for (const Exposure& exposure : log.exposures) {
    if (holds(period, exposure.date)) answered[exposure.date] = exposure.felt.checked_in;
  }
  totals.training_days = static_cast<int>(answered.size());
  for (const auto& [date, is_answered] : answered) totals.without_checkin += is_answered ? 0 : 1;
  totals.pain = highest_pain(log.history.checkins, period);
  return totals;
}

Period before(const Period& period) {
  return {period.from - (period.until - period.from) - one_day, period.from - one_day};
}

/// As many days as `period`, from the Monday of the first session on; none where those are `period`
/// itself, or the ones right before it.
std::optional<Period> first_days(const Log& log, const Period& period) {
  if (log.exposures.empty()) return std::nullopt;
  const Date first = monday(iso_week(log.exposures.front().date));
  if (first >= before(period).from) return std::nullopt;
  return Period{first, first + (period.until - period.from)};
}

// ---- words of the check-ins --------------------------------------------------------------------

using Words = std::vector<std::string> CheckIn::*;

std::vector<Counted> counted(const Log& log, const Period& period, Words words) {
  std::map<std::string, Counted> by_name;
  for (const CheckIn& checkin : log.history.checkins) {
    if (!holds(period, checkin.when.date)) continue;
    std::set<std::string> in_this_one;
    for (const std::string& word : checkin.*words) {
      if (!in_this_one.insert(folded(word)).second) continue;
      Counted& one = by_name[folded(word)];
      if (one.times++ == 0) one.what = word;
    }
  }
  std::vector<Counted> out;
  out.reserve(by_name.size());
  for (auto& [name, one] : by_name) out.push_back(std::move(one));
  std::stable_sort(out.begin(), out.end(),
                   [](const Counted& a, const Counted& b) { return a.times > b.times; });
  return out;
}

void put_screens(Sheet& sheet, const std::vector<Screen>& screens) {
  for (const Screen& screen : screens) {
    if (screen.cleared_by) {
      sheet.cleared = screen;
    } else {
      sheet.screened = screen;
      sheet.cleared.reset();
    }
  }
}

/// Four weeks at least.
Date first_drawn(const Period& period) {
  return std::min(period.from, period.until - std::chrono::days{27});
}

/// One a lift that was trained in these days, the one done most first.
std::vector<Timeline> pictures_of(const Log& log, const Policies& policies, const Period& period) {
  std::map<std::string, int> trained;
  for (const Exposure& exposure : log.exposures) {
    if (holds(period, exposure.date)) --trained[exposure.lift];
  }
  std::vector<std::pair<int, std::string>> lifts;
  lifts.reserve(trained.size());
  for (const auto& [lift, count] : trained) lifts.emplace_back(count, lift);
  std::sort(lifts.begin(), lifts.end());
  std::vector<Timeline> pictures;
  pictures.reserve(lifts.size());
  for (const auto& [count, lift] : lifts) {
    pictures.push_back(timeline_of(
        log.history, policies, log.exposures,
        {lift, lift, log.history.lifter.loading.unit, first_drawn(period), period.until}));
  }
  return pictures;
}

std::vector<Episode> touching(const Period& period, std::vector<Episode> episodes) {
  std::erase_if(episodes, [&period](const Episode& each) {
    return each.start > period.until || (each.end && *each.end < period.from);
  });
  return episodes;
}

}  // namespace

bool is_week(const Period& period) {
  return period.from == monday(iso_week(period.from)) &&
         period.until - period.from == std::chrono::days{6};
}

Placed placed(const History& history, Standing standing, const SheetRequest& request) {
  const History known = until(request.as_of, history);
  std::set<Date> days;
  for (const Session& session : known.sessions) {
    if (holds(request.period, session.when.date)) days.insert(session.when.date);
  }
  return {std::move(standing), static_cast<int>(days.size()),
          highest_pain(known.checkins, request.period)};
}

Sheet sheet_of(const History& history, const Policies& policies, Standing standing,
               const SheetRequest& request) {
  const History known = until(request.as_of, history);
  const Log log{known, TrainingDays{known.sessions},
                replay_as_said(known, policies, request.as_of, first_drawn(request.period))};
  Sheet sheet;
  sheet.lifter = history.lifter;
  sheet.period = request.period;
  sheet.as_of = request.as_of;
  sheet.days = days_of(log, request.period);
  sheet.earlier = earlier_of(log, request.period);
  sheet.episodes = touching(request.period, episodes_in(log.exposures));
  sheet.worse_with = counted(log, request.period, &CheckIn::worse_with);
  sheet.eases_with = counted(log, request.period, &CheckIn::eases_with);
  sheet.now = totals_of(log, request.period);
  sheet.before = totals_of(log, before(request.period));
  if (const auto first = first_days(log, request.period)) sheet.start = totals_of(log, *first);
  sheet.standing = std::move(standing);
  sheet.pictures = pictures_of(log, policies, request.period);
  put_screens(sheet, known.screens);
  return sheet;
}

}  // namespace hinge::report
