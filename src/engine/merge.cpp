#include "engine/merge.hpp"

#include <algorithm>
#include <tuple>

#include "hinge/training_day.hpp"

namespace hinge::engine {
namespace {

constexpr Nprs settled = 1;  // over baseline: back to this is over
constexpr Minutes length_counts_for = std::chrono::days{7};
constexpr auto one_day = std::chrono::hours{24};

bool rose(const CheckIn& checkin) { return peak_of(checkin) > checkin.baseline + settled; }

Minutes counted_duration(const CheckIn& checkin, const Moment& start) {
  if (checkin.twinge || !rose(checkin) || elapsed(start, checkin.when) > length_counts_for)
    return Minutes{0};
  return duration_of(checkin, start);
}

void raise(Course& course, const CheckIn& checkin, Minutes lasted) {
  const Report report{peak_of(checkin), lasted, checkin.nature,
                      symptom_of(checkin) != symptom_of(checkin.nature),
                      checkin.lasted.has_value()};
  course.worst = std::max(course.worst, report);
  course.longest = std::max(course.longest, report, [](const Report& a, const Report& b) {
    return std::tie(a.lasted, a) < std::tie(b.lasted, b);
  });
}

void add_pain(Merge& merged, const CheckIn& checkin, const Moment& start) {
  const Minutes lasted = counted_duration(checkin, start);
  raise(merged.pain, checkin, lasted);
  if (rose(checkin)) merged.above_baseline = std::max(merged.above_baseline, peak_of(checkin));
  switch (symptom_of(checkin)) {
    case Symptom::sharp:
      raise(checkin.twinge ? merged.twinge : merged.sharp, checkin, lasted);
      break;
    case Symptom::nerve:
      raise(checkin.where.value_or(Site::leg_below_knee) == Site::leg_below_knee
                ? merged.nerve_below_knee
                : merged.nerve_above_knee,
            checkin, lasted);
      break;
    default:
      break;
  }
}

void add_soreness(Merge& merged, const CheckIn& checkin, const Moment& start, const Moment& as_of) {
  raise(merged.soreness, checkin, counted_duration(checkin, start));
  if (elapsed(checkin.when, as_of) <= one_day) {
    merged.sore_now = std::max(merged.sore_now, std::optional{checkin.now});
  }
}

void add_unrelated(Merge& merged, const CheckIn& checkin, const Policy& policy) {
  const Symptom symptom = symptom_of(checkin);
  if (is_pain(symptom)) merged.unrelated_pain = std::max(merged.unrelated_pain, peak_of(checkin));
  if ((is_pain(symptom) && peak_of(checkin) >= policy.excessive_pain) ||
      symptom == Symptom::sharp || checkin.limits >= policy.limiting) {
    merged.unrelated_concern = true;
  }
}

bool was_left_in_pain(const CheckIn& checkin, const Moment& start) {
  return is_pain(symptom_of(checkin)) && !checkin.twinge && !checkin.lasted &&
         checkin.now > checkin.baseline + settled && elapsed(start, checkin.when) <= one_day;
}

bool is_unsettled(std::span<const CheckIn> checkins, const Moment& start, const Policy& policy) {
  return std::any_of(checkins.begin(), checkins.end(), [&](const CheckIn& left) {
    return is_merged(left, policy) && was_left_in_pain(left, start) &&
           std::none_of(checkins.begin(), checkins.end(), [&](const CheckIn& later) {
             return is_merged(later, policy) && came_after(later.when, left.when);
           });
  });
}

}  // namespace

Merge merge(std::span<const CheckIn> checkins, const Moment& start, const Moment& as_of,
            const Policy& policy) {
  Merge merged;
  for (const CheckIn& checkin : checkins) {
    if (checkin.unrelated)
      add_unrelated(merged, checkin, policy);
    else
      merged.checked_in = true;
    if (!is_merged(checkin, policy)) continue;
    merged.limits = std::max(merged.limits, checkin.limits);
    const Symptom symptom = symptom_of(checkin);
    if (is_pain(symptom)) add_pain(merged, checkin, start);
    if (symptom == Symptom::soreness) add_soreness(merged, checkin, start, as_of);
  }
  merged.unsettled = is_unsettled(checkins, start, policy);
  return merged;
}

bool is_merged(const CheckIn& checkin, const Policy& policy) {
  return !checkin.unrelated || symptom_of(checkin) == Symptom::nerve ||
         checkin.limits >= policy.disabling;
}

}  // namespace hinge::engine
