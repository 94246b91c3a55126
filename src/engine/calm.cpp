#include "engine/calm.hpp"

#include <algorithm>
#include <span>

#include "engine/back_rules.hpp"

namespace hinge::engine {
namespace {

constexpr Nprs quiet_pain = 2;  // [D]

/// Pain at 2/10 or no more than baseline, soreness that crosses no threshold, no limits, not sharp,
/// no nerve: what calm is left by.
bool is_quiet(const CheckIn& checkin, const Moment& start, const Policy& policy) {
  if (checkin.limits > 0) return false;
  switch (symptom_of(checkin)) {
    case Symptom::sharp:
    case Symptom::nerve:
      return false;
    case Symptom::ache:
      return peak_of(checkin) <= std::max(quiet_pain, checkin.baseline);
    case Symptom::soreness:
      return crossings(merge({&checkin, 1}, start, start, policy), policy) == 0;
    default:
      return true;
  }
}

/// The check-ins [from, to) of which none is known to be later than the one before: one moment,
/// quiet only if all of them are.
struct Reports {
  const std::vector<CheckIn>& all;
  std::size_t from;
  std::size_t to;
};

Reports moment_at(const std::vector<CheckIn>& checkins, std::size_t from) {
  std::size_t to = from + 1;
  while (to < checkins.size() && !came_after(checkins[to].when, checkins[to - 1].when)) ++to;
  return {checkins, from, to};
}

/// Reports of one moment in calm: quiet ones go on with the run or end calm, any other starts the
/// wait again.
void go_on(CalmCourse& course, const Reports& reports, const Moment& start, const Policy& policy) {
  bool any = false;
  bool quiet = true;
  for (std::size_t at = reports.from; at < reports.to; ++at) {
    if (!is_merged(reports.all[at], policy)) continue;
    any = true;
    quiet = quiet && is_quiet(reports.all[at], start, policy);
  }
  if (!any) return;
  Calm& calm = *course.calm;
  if (!quiet) {
    calm.quiet_since.reset();
    return;
  }
  const Moment& when = reports.all[reports.from].when;
  if (!calm.quiet_since) calm.quiet_since = when;
  if (elapsed(*calm.quiet_since, when) < policy.calm_quiet) return;
  course.calm.reset();
  course.left = when.date;
  course.spent = reports.to;
}

/// Whether the check-ins before `upto` bring calm on. What was calm is not tried yet: any threshold
/// crossed before the next session brings it back.
bool brings_calm(const TrainingDay& day, const CalmCourse& course, std::size_t upto,
                 const Policy& policy, CalmCause cause) {
  const Merge merged = still_counting(day, course, upto, day.start, policy);
  const bool any_threshold = cause == CalmCause::any_threshold || course.left.has_value();
  return asks_for_calm(merged, policy) || (any_threshold && symptom_percent(merged, policy) > 0);
}

}  // namespace

Merge still_counting(const TrainingDay& day, const CalmCourse& course, std::size_t upto,
                     const Moment& as_of, const Policy& policy) {
  const auto reports = std::span{day.checkins}.first(upto);
  if (course.spent == 0) return merge(reports, day.start, as_of, policy);
  std::vector<CheckIn> counting;
  const auto later = reports.subspan(course.spent);
  std::copy_if(later.begin(), later.end(), std::back_inserter(counting),
               [&](const CheckIn& each) { return !is_quiet(each, day.start, policy); });
  return merge(counting, day.start, as_of, policy);
}

CalmCourse calm_course(const std::optional<Calm>& before, const TrainingDay& day,
                       const Policy& policy, CalmCause cause) {
  CalmCourse course{before, {}, 0};
  for (std::size_t from = 0; from < day.checkins.size();) {
    const Reports reports = moment_at(day.checkins, from);
    if (course.calm) {
      go_on(course, reports, day.start, policy);
    } else if (brings_calm(day, course, reports.to, policy, cause)) {
      course.calm = Calm{day.checkins[from].when.date, {}};
      course.left.reset();
    }
    from = reports.to;
  }
  return course;
}

}  // namespace hinge::engine
