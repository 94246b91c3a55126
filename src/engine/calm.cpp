#include "engine/calm.hpp"

#include "engine/back_rules.hpp"

namespace hinge::engine {
namespace {

bool says_nothing(const CheckIn& checkin, const Policy& policy) {
  return checkin.unrelated && is_quiet(checkin) && checkin.limits < policy.disabling;
}

/// One check-in in calm: a quiet one goes on with the run or ends calm, any other starts the wait
/// again.
void go_on(CalmCourse& course, const CheckIn& checkin, std::size_t at, const Policy& policy) {
  if (says_nothing(checkin, policy)) return;
  Calm& calm = *course.calm;
  if (!is_quiet(checkin)) {
    calm.quiet_since.reset();
    return;
  }
  if (!calm.quiet_since) calm.quiet_since = checkin.when;
  if (elapsed(*calm.quiet_since, checkin.when) < policy.calm_quiet) return;
  course.calm.reset();
  course.left = true;
  course.spent = at + 1;
}

Merge merged(const TrainingDay& day, std::size_t from, std::size_t to, const Policy& policy) {
  const auto begin = day.checkins.begin();
  const std::vector<CheckIn> some(begin + static_cast<std::ptrdiff_t>(from),
                                  begin + static_cast<std::ptrdiff_t>(to));
  return merge(some, day.start, day.start, policy);
}

}  // namespace

CalmCourse calm_course(const std::optional<Calm>& before, const TrainingDay& day,
                       const Policy& policy) {
  CalmCourse course{before, false, 0};
  for (std::size_t at = 0; at < day.checkins.size(); ++at) {
    const CheckIn& checkin = day.checkins[at];
    if (course.calm) {
      go_on(course, checkin, at, policy);
    } else if (asks_for_calm(merged(day, course.spent, at + 1, policy), policy)) {
      course.calm = Calm{checkin.when.date, {}};
    }
  }
  return course;
}

CalmCourse calm_from_symptoms(const TrainingDay& day, const Policy& policy) {
  const int percent = symptom_percent(merged(day, 0, day.checkins.size(), policy), policy);
  CalmCourse course;
  for (std::size_t at = 0; at < day.checkins.size(); ++at) {
    if (course.calm) {
      go_on(course, day.checkins[at], at, policy);
      if (!course.calm) return course;
    } else if (symptom_percent(merged(day, 0, at + 1, policy), policy) == percent) {
      course.calm = Calm{day.checkins[at].when.date, {}};
    }
  }
  return course;
}

}  // namespace hinge::engine
