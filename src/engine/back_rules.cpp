#include "engine/back_rules.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace hinge::engine {
namespace {

using Days = std::chrono::days;
using Weeks = std::chrono::weeks;

constexpr Days rising_within{28};    // P2
constexpr Days persistent_over{14};  // S1
constexpr int persistent_days = 3;   // S1
constexpr Weeks remembered{8};       // S1, S2
constexpr Weeks every_day_for{6};    // S2
constexpr Weeks at_most_apart{2};    // S2: after more than that, nobody knows what was between
constexpr int deloads_to_refer = 3;  // S2
constexpr Days calm_to_refer{14};    // CALM

Finding finding(RuleId rule, bool fires, Light light, Evidence seen, Evidence limit,
                Refer refer = Refer::none) {
  return {rule,
          fires ? Verdict::fired : Verdict::pass,
          fires ? light : Light::green,
          fires ? refer : Refer::none,
          std::move(seen),
          std::move(limit),
          {}};
}

Evidence seen_of(const Report& report) {
  Evidence seen;
  if (report.nature != Nature::none) seen.nature = report.nature;
  seen.peak = report.peak;
  seen.as_ache = report.as_ache;
  seen.lasted = report.lasted;
  return seen;
}

Evidence with_peak(Nprs peak) {
  Evidence limit;
  limit.peak = peak;
  return limit;
}
Evidence with_hours(Minutes lasted) {
  Evidence limit;
  limit.lasted = lasted;
  return limit;
}
Evidence with_limits(int limits) {
  Evidence limit;
  limit.limits = limits;
  return limit;
}
Evidence with_count(int count) {
  Evidence limit;
  limit.count = count;
  return limit;
}

// The four thresholds (section 3)

bool sharp_pain(const Merge& merge) { return merge.sharp.reported(); }

bool excessive_pain(const Merge& merge, const Policy& policy) {
  return merge.pain.worst.peak >= policy.excessive_pain;
}
bool excessive_soreness(const Merge& merge, const Policy& policy) {
  return merge.soreness.worst.peak >= policy.excessive_soreness;
}

bool pain_beyond_a_day(const Merge& merge, const Policy& policy) {
  return merge.pain.longest.lasted > policy.lingering_pain;
}
bool soreness_beyond_its_window(const Merge& merge, const Policy& policy) {
  return merge.soreness.longest.lasted > policy.lingering_soreness;
}

bool limits_daily_tasks(const Merge& merge, const Policy& policy) {
  return merge.limits >= policy.limiting;
}

Finding t1(const BackView& view) {
  return finding(RuleId::t1, sharp_pain(view.merge), Light::red, seen_of(view.merge.sharp.worst),
                 {});
}

/// Whether a threshold that pain has not crossed is shown by its soreness.
bool shown_by_soreness(const Merge& merge, bool crossed_by_soreness) {
  return crossed_by_soreness || (!merge.pain.reported() && merge.soreness.reported());
}

Finding t2(const BackView& view) {
  const bool crossed = excessive_soreness(view.merge, view.policy);
  const bool by_soreness =
      !excessive_pain(view.merge, view.policy) && shown_by_soreness(view.merge, crossed);
  return finding(
      RuleId::t2, crossed || excessive_pain(view.merge, view.policy), Light::red,
      seen_of(by_soreness ? view.merge.soreness.worst : view.merge.pain.worst),
      with_peak(by_soreness ? view.policy.excessive_soreness : view.policy.excessive_pain));
}

Finding t3(const BackView& view) {
  const bool crossed = soreness_beyond_its_window(view.merge, view.policy);
  const bool by_soreness =
      !pain_beyond_a_day(view.merge, view.policy) && shown_by_soreness(view.merge, crossed);
  return finding(
      RuleId::t3, crossed || pain_beyond_a_day(view.merge, view.policy), Light::red,
      seen_of(by_soreness ? view.merge.soreness.longest : view.merge.pain.longest),
      with_hours(by_soreness ? view.policy.lingering_soreness : view.policy.lingering_pain));
}

Finding t4(const BackView& view) {
  return finding(RuleId::t4, limits_daily_tasks(view.merge, view.policy), Light::red,
                 with_limits(view.merge.limits), with_limits(view.policy.limiting));
}

// Red flags (section 7)

std::vector<RedFlag> open_flags(const BackView& view, bool (*wanted)(RedFlag)) {
  std::vector<RedFlag> found;
  std::copy_if(view.flags.open.begin(), view.flags.open.end(), std::back_inserter(found), wanted);
  return found;
}

Finding e1(const BackView& view) {
  Evidence seen;
  seen.flags = open_flags(view, is_emergency);
  const bool fires = !seen.flags.empty();
  return finding(RuleId::e1, fires, Light::red, std::move(seen), {}, Refer::emergency);
}

Finding e2(const BackView& view) {
  Evidence seen;
  seen.flags = open_flags(view, [](RedFlag flag) { return !is_emergency(flag); });
  const bool fires = !seen.flags.empty();
  // A history of cancer or fragility is urgent together with new pain; alone it is worth a visit.
  const bool only_history = std::all_of(seen.flags.begin(), seen.flags.end(), is_history);
  const bool new_pain = view.pain >= view.policy.new_pain;
  const bool urgent = !only_history || new_pain;
  return finding(RuleId::e2, fires, urgent ? Light::red : Light::green, std::move(seen),
                 with_peak(view.policy.new_pain), urgent ? Refer::urgent : Refer::see_pt);
}

Finding c1(const BackView& view) {
  const auto& cleared = view.flags.cleared;
  const bool since = view.flags.open.empty() && cleared && !came_after(view.day, *cleared);
  return finding(RuleId::c1, since, Light::amber, {}, {});
}

// Nerve symptoms

Finding n1(const BackView& view) {
  const Course& nerve = view.merge.nerve_below_knee;
  return finding(RuleId::n1, nerve.reported(), Light::red, seen_of(nerve.worst), {}, Refer::see_pt);
}

Finding n2(const BackView& view) {
  const Course& nerve = view.merge.nerve_above_knee;
  return finding(RuleId::n2, nerve.reported(), Light::red, seen_of(nerve.worst), {}, Refer::see_pt);
}

// Holds

bool is_symptom_red(const BackView& view) {
  return symptom_percent(view.merge, view.policy) > 0 || asks_for_calm(view.merge, view.policy);
}

Finding h0(const BackView& view) {
  return finding(RuleId::h0, view.merge.twinge.reported(), Light::amber,
                 seen_of(view.merge.twinge.worst), {});
}

Finding h1(const BackView& view) {
  const Nprs pain = view.merge.pain.worst.peak;
  const bool mild = pain >= view.policy.amber_pain && pain < view.policy.excessive_pain;
  const bool new_or_higher = view.before.amber_pain < pain;
  return finding(RuleId::h1, mild && !is_symptom_red(view) && new_or_higher, Light::amber,
                 seen_of(view.merge.pain.worst), with_peak(view.policy.amber_pain));
}

Finding h2(const BackView& view) {
  const int limits = view.merge.limits;
  return finding(RuleId::h2, limits > 0 && limits < view.policy.limiting, Light::amber,
                 with_limits(limits), with_limits(1));
}

Finding h3(const BackView& view) {
  return finding(RuleId::h3, !view.merge.checked_in, Light::amber, {}, {});
}

Finding h4(const BackView& view) {
  const Minutes lasted = view.merge.soreness.longest.lasted;
  const bool late = lasted > view.policy.amber_soreness && lasted <= view.policy.lingering_soreness;
  const bool sore_now = view.merge.sore_now && *view.merge.sore_now >= view.policy.sore_now;
  Evidence limit;
  if (late || !sore_now) limit.lasted = view.policy.amber_soreness;
  if (!late) limit.peak = view.policy.sore_now;
  return finding(RuleId::h4, late || sore_now, Light::amber, seen_of(view.merge.soreness.worst),
                 std::move(limit));
}

Finding h6(const BackView& view) {
  return finding(RuleId::h6, view.merge.unsettled, Light::amber, seen_of(view.merge.pain.worst),
                 with_hours(view.policy.lingering_pain));
}

Finding p2(const BackView& view) {
  const std::vector<DayRecord>& days = view.before.days;
  Evidence seen = with_peak(view.merge.pain.worst.peak);
  const Evidence limit = with_peak(view.policy.important_change);
  if (days.size() < 3) return finding(RuleId::p2, false, Light::amber, std::move(seen), limit);
  const DayRecord* last = &days.back();
  const Nprs recent = std::min(view.merge.pain.worst.peak, last[0].pain);
  const Nprs earlier = std::max(last[-1].pain, last[-2].pain);
  const bool known =
      view.merge.checked_in && last[0].checked_in && last[-1].checked_in && last[-2].checked_in;
  const bool within = known && view.day.date - last[-2].date <= rising_within;
  return finding(RuleId::p2, within && recent >= earlier + view.policy.important_change,
                 Light::amber, std::move(seen), limit);
}

Finding u1(const BackView& view) {
  return finding(RuleId::u1, view.merge.unrelated_concern, Light::amber,
                 with_peak(view.merge.unrelated_pain), with_peak(view.policy.excessive_pain));
}

// When to see somebody

/// The days before this one that S1 and S2 remember, oldest first.
std::span<const DayRecord> remembered_days(const BackView& view) {
  const std::vector<DayRecord>& days = view.before.days;
  const auto first = std::partition_point(days.begin(), days.end(), [&](const DayRecord& record) {
    return view.day.date - record.date > remembered;
  });
  return {first, days.end()};
}

bool persists(const BackView& view) {
  const Nprs now = view.merge.above_baseline;
  if (view.policy.under_care || now < view.policy.amber_pain) return false;
  int count = 0;  // from the first day that today is no better than
  for (const DayRecord& record : remembered_days(view)) {
    if (record.above_baseline < view.policy.amber_pain) continue;
    const auto ago = view.day.date - record.date;
    const bool is_first = ago >= persistent_over && now > record.above_baseline - 1;
    if (count > 0 || is_first) ++count;
  }
  return count + 1 >= persistent_days;
}

Finding s1(const BackView& view) {
  const auto& held = view.before.persisted;
  const bool again = held && view.day.date - *held <= remembered;
  return finding(RuleId::s1, persists(view), again ? Light::green : Light::amber,
                 with_peak(view.merge.above_baseline), with_count(persistent_days), Refer::see_pt);
}

int recent_deloads(const BackView& view) {
  const auto days = remembered_days(view);
  return static_cast<int>(std::count_if(
      days.begin(), days.end(), [](const DayRecord& record) { return record.symptom_red; }));
}

bool in_pain_every_day(const BackView& view) {
  if (view.merge.pain.worst.peak <= 0) return false;
  const auto& days = view.before.days;
  Date first = view.day.date;
  auto day = days.rbegin();
  while (day != days.rend() && day->pain > 0 && first - day->date <= at_most_apart) {
    first = day->date;
    ++day;
  }
  return view.day.date - first > every_day_for;
}

Finding s2(const BackView& view) {
  const int deloads = recent_deloads(view) + (is_symptom_red(view) ? 1 : 0);
  const bool fires =
      !view.policy.under_care &&
      ((is_symptom_red(view) && deloads >= deloads_to_refer) || in_pain_every_day(view));
  return finding(RuleId::s2, fires, Light::green, with_count(deloads), with_count(deloads_to_refer),
                 Refer::see_pt);
}

Finding calm(const BackView& view) {
  const auto in_calm_for = view.calm_since ? view.as_of.date - *view.calm_since : Days{0};
  const bool too_long = in_calm_for > calm_to_refer;
  Evidence seen;
  if (view.calm_since) seen.days = static_cast<int>(in_calm_for.count());
  seen.ended = view.calm_left;
  return finding(RuleId::calm, view.in_calm || too_long, Light::red, std::move(seen),
                 with_hours(view.policy.calm_quiet), too_long ? Refer::see_pt : Refer::none);
}

constexpr std::array all_rules = {e1, e2, t1, t2, t3, t4, n1, n2, calm, h0,
                                  h1, h2, h3, h4, h6, p2, u1, s1, s2,   c1};

bool is_threshold(RuleId rule) { return rule >= RuleId::t1 && rule <= RuleId::t4; }

}  // namespace

int crossings(const Merge& merge, const Policy& policy) {
  const bool severe = merge.pain.worst.peak >= policy.severe_pain;
  return int{sharp_pain(merge)} +
         int{excessive_pain(merge, policy) || excessive_soreness(merge, policy)} + int{severe} +
         int{pain_beyond_a_day(merge, policy) || soreness_beyond_its_window(merge, policy)} +
         int{limits_daily_tasks(merge, policy)};
}

int symptom_percent(const Merge& merge, const Policy& policy) {
  const auto& steps = policy.deload_percent;
  const auto count = static_cast<std::size_t>(crossings(merge, policy));
  const int crossed = count == 0 ? 0 : steps[std::min(count, steps.size()) - 1];
  const int below = merge.nerve_below_knee.reported() ? policy.nerve_below_knee_percent : 0;
  const int above = merge.nerve_above_knee.reported() ? policy.nerve_above_knee_percent : 0;
  return std::max({crossed, below, above});
}

bool asks_for_calm(const Merge& merge, const Policy& policy) {
  return crossings(merge, policy) > static_cast<int>(policy.deload_percent.size()) ||
         merge.limits >= policy.disabling;
}

Assessment assess_back(const BackView& view) {
  Assessment back;
  back.crossings = crossings(view.merge, view.policy);
  back.percent = symptom_percent(view.merge, view.policy);
  const bool calms = asks_for_calm(view.merge, view.policy);
  back.calm = calms || view.calm_since.has_value();
  back.findings.reserve(all_rules.size());
  for (const auto rule : all_rules) {
    Finding& found = back.findings.emplace_back(rule(view));
    if (calms && is_threshold(found.rule) && found.verdict == Verdict::fired) {
      found.refer = Refer::see_pt;
    }
    back.light = std::max(back.light, found.light);
    if (found.refer >= Refer::urgent) back.stop = true;
  }
  return back;
}

}  // namespace hinge::engine
