#include "engine/calm.hpp"

#include "engine/back_rules.hpp"

namespace hinge::engine {
namespace {

/// One check-in in calm: a quiet one goes on with the run or ends calm, any other starts the wait
/// again.
void go_on(CalmCourse& course, const CheckIn& checkin, std::size_t at, const Policy& policy) {
  if (!is_merged(checkin, policy)) return;
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

/// What was calm is not tried yet: any threshold crossed before the next session brings it back.
bool brings_calm(const Merge& merged, const CalmCourse& course, const Policy& policy) {
  return asks_for_calm(merged, policy) || (course.left && symptom_percent(merged, policy) > 0);
}

Merge merged_upto(std::size_t upto, const TrainingDay& day, const CalmCourse& course,
                  const Policy& policy) {
  return merge(still_counting(day, course, upto), day.start, day.start, policy);
}

}  // namespace

std::vector<CheckIn> still_counting(const TrainingDay& day, const CalmCourse& course,
                                    std::size_t upto) {
  std::vector<CheckIn> counting;
  for (std::size_t at = course.spent; at < upto; ++at) {
    const CheckIn& checkin = day.checkins[at];
    if (course.spent == 0 || !is_quiet(checkin)) counting.push_back(checkin);
  }
  return counting;
}

CalmCourse calm_course(const std::optional<Calm>& before, const TrainingDay& day,
                       const Policy& policy) {
  CalmCourse course{before, false, 0};
  for (std::size_t at = 0; at < day.checkins.size(); ++at) {
    const CheckIn& checkin = day.checkins[at];
    if (course.calm) {
      go_on(course, checkin, at, policy);
    } else if (brings_calm(merged_upto(at + 1, day, course, policy), course, policy)) {
      course.calm = Calm{checkin.when.date, {}};
      course.left = false;
    }
  }
  return course;
}

CalmCourse calm_from_symptoms(const TrainingDay& day, const Policy& policy) {
  CalmCourse course;
  for (std::size_t at = 0; at < day.checkins.size(); ++at) {
    if (course.calm) {
      go_on(course, day.checkins[at], at, policy);
      if (!course.calm) return course;
    } else if (symptom_percent(merged_upto(at + 1, day, {}, policy), policy) > 0) {
      course.calm = Calm{day.checkins[at].when.date, {}};
    }
  }
  return course;
}

}  // namespace hinge::engine
