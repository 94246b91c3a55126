#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "report/rule_words.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

bool is_soreness(const Evidence& seen) { return symptom_of(seen) == Symptom::soreness; }

std::string_view what_hurt(const Evidence& seen) { return is_soreness(seen) ? "Soreness" : "Pain"; }

std::string against(const std::string& seen, const std::string& limit) {
  return seen.empty() ? "limit " + limit : seen + ", limit " + limit;
}

Reason sharp(const Finding& finding) { return {"Pain was sharp", peak_words(finding.seen)}; }

Reason strong(const Finding& finding) {
  return {fmt::format("{} was strong", what_hurt(finding.seen)),
          against(peak_words(finding.seen), limit_of(finding))};
}

Reason lingering(const Finding& finding) {
  const Minutes limit = finding.limit.lasted.value_or(std::chrono::hours{24});
  const auto days = std::chrono::floor<std::chrono::days>(limit);
  const bool whole = limit == days;
  std::string beyond = whole && days.count() == 1 ? "a day" : fmt::format("{} days", days.count());
  if (!whole) beyond = duration(limit);
  const Minutes lasted = finding.seen.lasted.value_or(Minutes{0});
  return {fmt::format("{} lasted beyond {}", what_hurt(finding.seen), beyond),
          against(lasted > Minutes{0} ? duration(lasted) : "", limit_of(finding))};
}

Reason limiting(const Finding& finding) {
  return {"It got in the way of other things",
          finding.seen.limits ? std::string{limits_words(*finding.seen.limits)} : std::string{}};
}

std::string nerve_words(const Evidence& seen) {
  switch (seen.nature.value_or(Nature::none)) {
    case Nature::shooting:
      return "shooting pain";
    case Nature::numb:
      return "numbness";
    case Nature::weak:
      return "less strength in a leg";
    case Nature::tingling:
      return "tingling";
    default:
      return "tingling, numbness or the like";
  }
}

Reason nerve_below(const Finding& finding) {
  return {
      fmt::format("There was {}, below the knee or with no place given", nerve_words(finding.seen)),
      {}};
}

Reason nerve_above(const Finding& finding) {
  return {fmt::format("There was {}, above the knee", nerve_words(finding.seen)), {}};
}

Reason in_calm(const Finding& finding) {
  if (finding.seen.days.value_or(0) == 0) return {"Your back is calming down", {}};
  return {"Your back is still calming down",
          count_of(static_cast<std::size_t>(*finding.seen.days), "day") + " so far"};
}

std::string at_load(const Evidence& seen) {
  return seen.load ? "at " + to_string(*seen.load) : std::string{};
}

Reason third_miss(const Finding& finding) {
  return {"Missed reps, the third session in a row", at_load(finding.seen)};
}

Reason twinge(const Finding& finding) {
  const std::string peak = peak_words(finding.seen);
  return {"There was a twinge", (peak.empty() ? "" : peak + ", ") + "gone before the next set"};
}

Reason mild(const Finding& finding) {
  return {"Mild pain came up", against(course_words(finding.seen),
                                       finding.limit.peak ? peak_words(finding.limit) : "3/10")};
}

Reason limited_a_little(const Finding& /*finding*/) {
  return {"It limited you a little, and you did everything", {}};
}

Reason no_checkin(const Finding& /*finding*/) {
  return {
      "No check-in since the last session, so the load waits; say how your back was: hinge feel",
      {}};
}

Reason still_sore(const Finding& finding) {
  return {finding.limit.peak ? "Sore within the last day" : "The soreness is taking its time",
          against(course_words(finding.seen), limit_of(finding))};
}

Reason unsettled(const Finding& finding) {
  return {"Pain had not settled when you last said; check in once more: hinge feel",
          course_words(finding.seen)};
}

Reason rising(const Finding& finding) {
  return {"Pain was higher on the last two training days than on those before",
          finding.seen.peak.value_or(0) > 0 ? "now " + peak_words(finding.seen) : std::string{}};
}

Reason missed(const Finding& finding) { return {"A rep was missed", at_load(finding.seen)}; }

Reason short_of(const Finding& /*finding*/) {
  return {"Fewer sets or reps than suggested, and none missed", {}};
}

Reason near_the_limit(const Finding& finding) {
  // Where a policy aims lower, less is enough to hold, and is near no limit of the lifter's.
  const bool near = !finding.limit.rpe || *finding.limit.rpe >= Rpe{9};
  return {
      near ? "The effort was near the limit" : "The effort was more than this policy aims for",
      against(finding.seen.rpe ? "RPE " + to_string(*finding.seen.rpe) : "", limit_of(finding))};
}

Reason unrelated(const Finding& finding) {
  return {"Something other than the deadlift asks for patience",
          finding.seen.peak.value_or(0) > 0 ? peak_words(finding.seen) : std::string{}};
}

Reason persistent(const Finding& finding) {
  return {"Pain has stayed for two weeks or more",
          finding.seen.peak.value_or(0) > 0 ? "now " + peak_words(finding.seen) : std::string{}};
}

Reason recurring(const Finding& finding) {
  const int count = finding.seen.count.value_or(0);
  if (count >= finding.limit.count.value_or(3)) {
    return {fmt::format("The load had to come down {} times in 8 weeks", count), {}};
  }
  return {"Pain has been there on every training day for over six weeks", {}};
}

Reason without_it(const Finding& /*finding*/) {
  return {"Another lift was too much for your back since this one was last trained", {}};
}

Reason cleared(const Finding& /*finding*/) {
  return {"A clinician has cleared you since the last session, so the first one back is no step up",
          {}};
}

Reason second_light(const Finding& finding) {
  return {"The second light session in a row: this is where you train now", at_load(finding.seen)};
}

Reason away(const Finding& finding) {
  const int days = finding.seen.days.value_or(0);
  if (days == 0) return {"It has been a while", {}};
  return {fmt::format("It has been {}", count_of(static_cast<std::size_t>(days), "day")),
          finding.limit.percent ? fmt::format("at most {} % for now", *finding.limit.percent)
                                : std::string{}};
}

Reason answered_yes(const Finding& finding) {
  if (finding.refer != Refer::see_pt) return {"You answered yes to: " + seen_by(finding), {}};
  // What lies in the past, and no new pain with it.
  return {"You mentioned " + seen_by(finding) + "; by itself it changes no load", {}};
}

Reason all_quiet(const Finding& finding, Decision decision) {
  switch (decision) {
    case Decision::start:
      return {"Nothing of this lift is logged within a year", {}};
    case Decision::progress:
      return {"The last session went well", {}};
    case Decision::rebuild:
      return {"Your back took it well", {}};
    default:
      if (finding.seen.load) {
        return {"The last session was light and moves nothing: what was next before it still is",
                at_load(finding.seen)};
      }
      return {"Nothing asks for a change", {}};
  }
}

using Say = Reason (*)(const Finding&);
struct Said {
  RuleId rule;
  Say say;
};
constexpr std::array<Said, 27> sayings = {{
    {RuleId::e1, answered_yes},     {RuleId::e2, answered_yes},    {RuleId::t1, sharp},
    {RuleId::t2, strong},           {RuleId::t3, lingering},       {RuleId::t4, limiting},
    {RuleId::n1, nerve_below},      {RuleId::n2, nerve_above},     {RuleId::calm, in_calm},
    {RuleId::f3, third_miss},       {RuleId::h0, twinge},          {RuleId::h1, mild},
    {RuleId::h2, limited_a_little}, {RuleId::h3, no_checkin},      {RuleId::h4, still_sore},
    {RuleId::h6, unsettled},        {RuleId::p2, rising},          {RuleId::f1, missed},
    {RuleId::f2, short_of},         {RuleId::r1, near_the_limit},  {RuleId::u1, unrelated},
    {RuleId::s1, persistent},       {RuleId::s2, recurring},       {RuleId::g1, without_it},
    {RuleId::c1, cleared},          {RuleId::light, second_light}, {RuleId::layoff, away},
}};

}  // namespace

std::string Reason::in_full() const { return detail.empty() ? said : said + " (" + detail + ")"; }

Reason reason_of(const Finding& finding, Decision decision) {
  const auto* const found =
      std::find_if(sayings.begin(), sayings.end(),
                   [&finding](const Said& said) { return said.rule == finding.rule; });
  return found == sayings.end() ? all_quiet(finding, decision) : found->say(finding);
}

}  // namespace hinge::report
