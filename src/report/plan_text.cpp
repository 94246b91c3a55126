#include <fmt/core.h>

#include <algorithm>
#include <span>

#include "report/layout.hpp"
#include "report/road.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::string rhythm_words(const Rhythm& rhythm) {
  const int tenths = (rhythm.days * 10 + rhythm.exposures / 2) / rhythm.exposures;
  const std::string number = tenths % 10 == 0 ? std::to_string(tenths / 10)
                                              : fmt::format("{}.{}", tenths / 10, tenths % 10);
  const std::string often = tenths == 10 ? "every day" : fmt::format("every {} days", number);
  return rhythm.own ? often + ", as lately" : often;
}

std::string remark(const PlannedDay& day, const PlannedDay* before) {
  std::string text{to_string(day.decision)};
  if (day.deload_percent) text += fmt::format(" {} %", *day.deload_percent);
  if (day.wave_week) text += fmt::format(", week {} of the wave", *day.wave_week);
  const bool back = day.phase == Phase::build && before != nullptr && before->phase != Phase::build;
  if (back && day.decision == Decision::rebuild) {
    text += day.wave_week ? ", back in the wave" : ", back where you were";
  }
  if (day.detour) text += "; then an ache of two days";
  return text;
}

/// As much of the road as is read: where it goes up to a load, more days than these are a list that
/// nobody follows, of days that no sketch knows.
std::span<const PlannedDay> shown_days(const RoadAhead& road) {
  constexpr std::size_t most = 30;
  const std::span<const PlannedDay> days = road.plan.days;
  return road.request.to ? days.first(std::min(most, days.size())) : days;
}

void put_days(Page& page, std::span<const PlannedDay> days, Date today) {
  std::size_t date_width = 0;
  std::size_t load_width = 0;
  for (const PlannedDay& each : days) {
    date_width = std::max(date_width, columns(day(each.date, today)));
    load_width = std::max(load_width, columns(words(each.target)));
  }
  const PlannedDay* before = nullptr;
  for (const PlannedDay& each : days) {
    const std::string date = day(each.date, today);
    const std::string load = page.plain() ? spoken(each.target) : words(each.target);
    if (page.plain() || page.narrow()) {
      page.record({"date", date, date}, {{"load", load, {}}, {"step", remark(each, before), {}}});
    } else {
      page.line("  " + padded(date, date_width) + "  " + padded(load, load_width) + "  ",
                remark(each, before));
    }
    before = &each;
  }
}

/// What the road comes to: the load asked for, or the last one.
std::string arrival(const Plan& plan, Date today) {
  const PlannedDay& last = plan.days.back();
  const std::string week =
      last.wave_week ? fmt::format(" in week {} of the wave,", *last.wave_week) : "";
  return fmt::format("{}{} on {}", to_string(last.target.weight), week, day(last.date, today));
}

/// The road up to the last day of that week of the wave: other weeks ask for other loads.
Plan up_to_the_week_of(const PlannedDay& last, Plan plan) {
  const auto same = [&last](const PlannedDay& each) { return each.wave_week == last.wave_week; };
  const auto found = std::find_if(plan.days.rbegin(), plan.days.rend(), same);
  if (found != plan.days.rend()) plan.days.erase(found.base(), plan.days.end());
  return plan;
}

void put_detour(Page& page, const RoadAhead& road, Date today) {
  const Plan& straight = *road.straight;
  if (straight.days.empty() || road.plan.days.empty()) return;
  if (road.plan.days == straight.days) {
    page.statement("red week", fmt::format("Week {} is past the end of this road: nothing changes.",
                                           *road.request.detour));
    return;
  }
  if (road.request.to && road.plan.reached && straight.reached) {
    const auto sessions = static_cast<std::ptrdiff_t>(road.plan.days.size() - straight.days.size());
    const auto later = road.plan.days.back().date - straight.days.back().date;
    page.statement("red week", fmt::format("The red week costs {} and {}: without it, {}.",
                                           count_of(static_cast<std::size_t>(sessions), "session"),
                                           count_of(static_cast<std::size_t>(later.count()), "day"),
                                           arrival(straight, today)));
    return;
  }
  page.statement("red week",
                 fmt::format("With the red week {}, without it {}.", arrival(road.plan, today),
                             arrival(up_to_the_week_of(road.plan.days.back(), straight), today)));
}

/// What was left out of a long road, and where a load lies behind.
void put_rest(Page& page, const RoadAhead& road, Date today) {
  const Plan& plan = road.plan;
  const std::size_t more = plan.days.size() - shown_days(road).size();
  if (more > 0) {
    page.sentence("more", fmt::format("and {} more, up to {}", more, arrival(plan, today)));
  }
  const Weight& first = plan.days.front().target.weight;
  if (road.request.to && *road.request.to < first.load) {
    page.statement("end",
                   fmt::format("{} lies behind you: next is {}.",
                               to_string(Weight{*road.request.to, first.unit}), to_string(first)));
  }
}

std::string no_road(const Plan& plan) {
  switch (plan.today.decision) {
    case Decision::start:
      return "There is no road to draw yet. Begin with: hinge log 60x5x3";
    case Decision::stop:
      return "There is no road to draw while a red flag is open. See: hinge next";
    default:
      return "Nothing falls within that time. Ask for more: --weeks 8";
  }
}

}  // namespace

std::string text(const RoadAhead& road, Date today, const Style& style) {
  Page page{style};
  const Plan& plan = road.plan;
  if (plan.days.empty()) {
    page.statement("road", no_road(plan));
    return page.str();
  }
  const std::string lift = lift_words(plan.today.lift);
  page.statement("road",
                 fmt::format("The road ahead{}, if every check-in is green ({}){}",
                             lift.empty() ? "" : " for " + lift, rhythm_words(plan.rhythm),
                             page.plain() ? "." : ":"),
                 Tone::strong);
  if (plan.calm_first) {
    page.sentence("first", "First calm: it begins once check-ins have been quiet for two days.");
  }
  put_days(page, shown_days(road), today);
  put_rest(page, road, today);
  if (road.request.to && !plan.reached) {
    page.statement(
        "end",
        fmt::format("{} is further than two years of this.",
                    to_string(Weight{*road.request.to, plan.days.back().target.weight.unit})));
  }
  if (road.straight) put_detour(page, road, today);
  page.statement("note", "A sketch, not a promise: steps get harder, and each check-in redraws it.",
                 Tone::faint);
  return page.str();
}

}  // namespace hinge::report
