#include "report/timeline.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/lifts.hpp"
#include "hinge/suggest.hpp"
#include "hinge/training_day.hpp"

namespace hinge::report {
namespace {

using std::chrono::days;

/// The sets of each session, by the name that replay gives it.
using SetsByName = std::map<std::string, const std::vector<Set>*, std::less<>>;

SetsByName sets_by_name(const std::vector<Session>& sessions) {
  SetsByName sets;
  for (const Session& session : sessions) sets.emplace(session_name(session.id), &session.sets);
  return sets;
}

TimelinePoint point_of(const Exposure& exposure, const SetsByName& sets_of) {
  TimelinePoint point;
  point.date = exposure.date;
  point.sessions = exposure.sessions;
  std::vector<Set> sets;
  for (const std::string& session : exposure.sessions) {
    const std::vector<Set>& more = *sets_of.find(session)->second;
    sets.insert(sets.end(), more.begin(), more.end());
  }
  point.e1rm = best_e1rm(sets);
  point.work = work_done(sets);
  point.load = exposure.load;
  point.outlier = exposure.outlier;
  point.sets = exposure.sets;
  point.reps = exposure.reps;
  point.decision = exposure.decision;
  point.deload_percent = exposure.deload_percent;
  point.adherence = exposure.adherence;
  point.phase = exposure.phase;
  point.missed = exposure.missed;
  point.light = exposure.light;
  point.checked_in = exposure.felt.checked_in;
  return point;
}

TimelineCheckIn mark_of(const CheckIn& checkin, const TrainingDays& training) {
  TimelineCheckIn mark;
  mark.date = checkin.when.date;
  mark.nature = checkin.nature;
  mark.symptom = symptom_of(checkin);
  mark.peak = checkin.peak;
  mark.session = training.of(checkin);
  mark.ongoing = !checkin.lasted && mark.symptom >= Symptom::soreness;
  if (mark.symptom >= Symptom::soreness && mark.session) {
    mark.lasted = duration_of(checkin, training.start_of(*mark.session));
  } else if (checkin.lasted) {
    mark.lasted = *checkin.lasted;
  }
  mark.limits = checkin.limits;
  mark.unrelated = checkin.unrelated;
  return mark;
}

/// From when on a phase holds, until the next one.
struct PhaseChange {
  Phase phase;
  Date from;
};

/// Whether what was felt after the day may have begun calm, or ended it, before the next one: it
/// leaves the lift below where it was.
bool may_change_after(const Exposure& exposure) {
  if (exposure.phase == Phase::build) return false;
  const bool felt =
      symptom_of(exposure.felt.nature) >= Symptom::soreness || exposure.felt.limits > 0;
  return felt || exposure.phase == Phase::calm || exposure.decision == Decision::calm;
}

/// The day and, before `next`, those of a check-in: nothing changes on others.
std::set<Date> days_to_ask(const std::vector<CheckIn>& checkins, Date day, Date next) {
  std::set<Date> dates = {day};
  for (const CheckIn& checkin : checkins) {
    const Date date = checkin.when.date;
    if (date > day && date < next) dates.insert(date);
  }
  return dates;
}

/// An exposure knows its phase as of the next one, by when a calm may have come and gone: where one
/// is possible, `suggest` is asked.
std::vector<PhaseChange> changes_of(const History& history, const Policies& policies,
                                    const std::vector<Exposure>& exposures, const std::string& lift,
                                    Date after_all) {
  std::vector<PhaseChange> changes;
  bool begun = false;  // calm is the back's, but the lift's picture begins with the lift
  for (auto first = exposures.begin(); first != exposures.end();) {
    const Date day = first->date;
    const auto next = std::find_if(first, exposures.end(),
                                   [day](const Exposure& each) { return each.date != day; });
    const auto own =
        std::find_if(first, next, [&](const Exposure& each) { return each.lift == lift; });
    begun = begun || own != next;
    if (begun && std::any_of(first, next, may_change_after)) {
      const Date end = next == exposures.end() ? after_all : std::min(after_all, next->date);
      for (const Date date : days_to_ask(history.checkins, day, end)) {
        const History known = as_known_on(history, date);
        changes.push_back({suggest(known, policies, date, lift).phase, date});
      }
    } else if (own != next) {
      changes.push_back({own->phase, day});
    }
    first = next;
  }
  return changes;
}

std::vector<PhaseSpan> spans_of(const std::vector<PhaseChange>& changes, Date first, Date last) {
  std::vector<PhaseSpan> spans;
  for (std::size_t at = 0; at < changes.size(); ++at) {
    const PhaseChange& change = changes[at];
    const Date end = at + 1 < changes.size() ? changes[at + 1].from - days{1} : last;
    const PhaseSpan span{change.phase, std::max(first, change.from), std::min(last, end)};
    if (span.phase == Phase::build || span.first > span.last) continue;
    const bool goes_on = !spans.empty() && spans.back().phase == span.phase &&
                         spans.back().last + days{1} >= span.first;
    if (goes_on) {
      spans.back().last = span.last;
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

}  // namespace

std::vector<TimelineCheckIn> checkins_of(const History& history, Date first, Date last) {
  const TrainingDays training{history.sessions};
  std::vector<TimelineCheckIn> marks;
  for (const CheckIn& checkin : history.checkins) {
    const Date date = checkin.when.date;
    if (date >= first && date <= last) marks.push_back(mark_of(checkin, training));
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  return marks;
}

std::string lift_label(std::string_view lift) {
  const Lift* known = find_lift(lift);
  return std::string{known != nullptr ? known->label : lift};
}

Timeline timeline_of(const History& history, const Policies& policies,
                     const std::vector<Exposure>& exposures, const TimelineRequest& request) {
  Timeline made;
  made.title = request.title;
  made.lift = request.lift;
  made.unit = request.unit;
  made.first = request.first;
  made.last = request.last;
  const SetsByName sets = sets_by_name(history.sessions);
  for (const Exposure& exposure : exposures) {
    if (exposure.lift == request.lift && exposure.date >= request.first &&
        exposure.date <= request.last) {
      made.points.push_back(point_of(exposure, sets));
    }
  }
  made.checkins = checkins_of(history, request.first, request.last);
  made.phases =
      spans_of(changes_of(history, policies, exposures, request.lift, request.last + days{1}),
               request.first, request.last);
  return made;
}

}  // namespace hinge::report
