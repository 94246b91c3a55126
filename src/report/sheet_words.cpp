#include "report/sheet_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "report/advice.hpp"
#include "report/rule_words.hpp"
#include "report/screen_questions.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::string_view adherence_words(Adherence adherence) {
  constexpr std::array<std::string_view, 5> said = {
      "", "done as suggested", "heavier than suggested", "lighter or shorter than suggested",
      "trained though no load was suggested"};
  return said.at(static_cast<std::size_t>(adherence));
}

std::string suggested_words(const Exposure& exposure) {
  if (exposure.decision == Decision::start) return "a first session";
  std::string out{to_string(exposure.decision)};
  if (exposure.deload_percent) out += fmt::format(" {} %", *exposure.deload_percent);
  return exposure.suggested ? out + ": " + words(*exposure.suggested) : out + ": no load";
}

std::string rules_words(const std::vector<RuleId>& rules) {
  std::string out;
  for (const RuleId rule : rules) {
    if (rule == RuleId::ok) continue;
    out += out.empty() ? "" : "; ";
    out += fmt::format("{} {}", rule_info(rule).name, uncapitalized(std::string{meaning_of(rule)}));
  }
  return out;
}

std::string top_set_of(const std::vector<Set>& sets, const std::optional<Weight>& outlier) {
  const std::vector<Set> working = working_sets(sets);
  if (working.empty()) return outlier ? not_used(*outlier) : "no good rep";
  const auto most = std::max_element(working.begin(), working.end(),
                                     [](const Set& a, const Set& b) { return a.reps < b.reps; });
  return fmt::format("{} × {}", to_string(most->weight), most->reps);
}

std::string phase_words(Phase phase) {
  switch (phase) {
    case Phase::build:
      return "build, at full load";
    case Phase::rebuild:
      return "rebuild, on the way back to full load";
    case Phase::calm:
      break;
  }
  return "calm, no deadlift from the floor for now";
}

std::string next_words(const Suggestion& suggestion, const Sheet& sheet) {
  if (suggestion.decision == Decision::start) return "a first session";
  if (!suggestion.target) return instead_of_a_load(suggestion);
  const Date from = std::max(suggestion.earliest, suggestion.asked_for);
  std::string out = fmt::format("{} from {} ({}", words(*suggestion.target), day_of(from, sheet),
                                decision_words(suggestion));
  if (suggestion.reference && suggestion.reference->load != suggestion.target->weight.load) {
    out += fmt::format(", full load {}", to_string(*suggestion.reference));
  }
  return out + ")";
}

std::string why(const Suggestion& suggestion) {
  std::string out;
  for (const std::string& sentence : reasons(suggestion, true)) {
    out += (out.empty() ? "" : " ") + sentence;
  }
  return out;
}

std::string fired_rules(const Suggestion& suggestion) {
  std::string out;
  for (const Verdict verdict : {Verdict::decides, Verdict::fired}) {
    for (const Finding& finding : suggestion.findings) {
      if (finding.verdict != verdict) continue;
      out += out.empty() ? "" : "; ";
      out += fmt::format("{} {}", rule_info(finding.rule).name, to_string(verdict));
    }
  }
  return out;
}

std::string screen_words(const Sheet& sheet) {
  std::string out;
  if (!sheet.screened) {
    out = "never asked";
  } else if (sheet.screened->yes.empty()) {
    out = fmt::format("{}: no to all", full_day(sheet.screened->when.date));
  } else {
    std::vector<std::string> flags;
    for (const RedFlag flag : sheet.screened->yes) flags.emplace_back(words_for(flag));
    out = fmt::format("{}: yes to {}", full_day(sheet.screened->when.date), listed(flags));
  }
  if (sheet.cleared) {
    out += fmt::format("; cleared by {} on {}", *sheet.cleared->cleared_by,
                       full_day(sheet.cleared->when.date));
  }
  return out;
}

std::string policy_words(const Suggestion& suggestion) {
  std::string out = fmt::format("{}, version {}", suggestion.policy, suggestion.policy_version);
  if (!suggestion.clinician.empty()) out += ", of " + suggestion.clinician;
  // Who was shown something else at the time didn't disobey.
  if (suggestion.policy_version > 1)
    out += " (suggestions from before it are worked out by it too)";
  return out;
}

/// The label of a fact about one lift where there are several.
std::string of_lift(std::string_view label, const Suggestion& suggestion, bool several) {
  return several ? fmt::format("{}, {}", label, suggestion.lift) : std::string{label};
}

void put_next(std::vector<Fact>& facts, const Suggestion& suggestion, bool several,
              const Sheet& sheet) {
  facts.push_back({of_lift("next", suggestion, several), next_words(suggestion, sheet), {}});
  if (const std::string because = why(suggestion); !because.empty()) {
    facts.push_back({"why", because, {}});
  }
  facts.push_back({"rules", fired_rules(suggestion), {}});
}

/// Of each lift where they differ: calm is the back's, rebuild is a lift's. A stop has none: "at
/// full load" would stand beside the way to a doctor.
void put_phases(std::vector<Fact>& facts, const Standing& standing) {
  const Suggestion& worst = standing.status.suggestion;
  if (worst.decision == Decision::start || worst.decision == Decision::stop) return;
  const auto& next = standing.next;
  const bool differ = is_about_its_lift(worst) &&
                      std::any_of(next.begin(), next.end(), [&worst](const Suggestion& each) {
                        return each.phase != worst.phase;
                      });
  if (!differ) {
    facts.push_back({"phase", phase_words(worst.phase), {}});
    return;
  }
  for (const Suggestion& each : next) {
    facts.push_back({of_lift("phase", each, true), phase_words(each.phase), {}});
  }
}

bool same_policy(const Suggestion& a, const Suggestion& b) {
  return a.policy == b.policy && a.policy_version == b.policy_version;
}

}  // namespace

std::string day_of(Date date, const Sheet& sheet) { return day(date, sheet.as_of.date); }

std::string period_words(const Period& period) {
  const std::string days =
      period.from == period.until
          ? full_day(period.until)
          : fmt::format("{} to {}", day(period.from, period.until), full_day(period.until));
  return is_week(period) ? fmt::format("{}, {}", to_string(iso_week(period.from)), days) : days;
}

LiftWords words(const SheetLift& lift, const Sheet& sheet) {
  const Exposure& exposure = lift.exposure;
  const Unit unit = sheet.lifter.loading.unit;
  LiftWords out;
  out.top_set = top_set_of(lift.sets, exposure.outlier);
  out.sets = words(lift.sets);
  if (exposure.light) out.sets += " (light)";
  if (exposure.outlier) {
    out.sets = (lift.sets.empty() ? "" : out.sets + ", ") + not_used(*exposure.outlier);
  }
  if (exposure.rpe) out.rpe = to_string(*exposure.rpe);
  out.tonnage = to_string(Weight{lift.tonnage, unit});
  out.suggested = suggested_words(exposure);
  out.adherence = adherence_words(exposure.adherence);
  out.rules = rules_words(exposure.rules);
  out.referral = refer_words(exposure.refer);
  return out;
}

AnswerWords words(const BackAnswer& answer) {
  const CheckIn& checkin = answer.checkin;
  AnswerWords out;
  out.felt = felt(checkin.nature, checkin.peak);
  if (checkin.twinge) out.felt += ", a twinge";
  if (checkin.unrelated) out.felt += ", not from the deadlift";
  if (checkin.where) out.where = spaced(to_string(*checkin.where));
  if (checkin.side) {
    out.where += out.where.empty() ? "" : ", ";
    out.where += checkin.side == Side::both ? "both sides"
                                            : fmt::format("{} side", to_string(*checkin.side));
  }
  if (checkin.lasted) {
    out.settled = "settled after " + duration(*checkin.lasted);
  } else if (symptom_of(checkin) >= Symptom::soreness) {
    out.settled = answer.lasted > Minutes{0} ? "still there after " + duration(answer.lasted)
                                             : "still there when last asked";
  }
  out.limits = limits_words(checkin.limits);
  return out;
}

std::string in_one_line(const BackAnswer& answer) {
  const AnswerWords said = words(answer);
  std::string out = said.felt;
  for (const std::string& part : {said.where, said.settled, said.limits}) {
    if (!part.empty()) out += ", " + part;
  }
  return out;
}

std::vector<Fact> standing_facts(const Sheet& sheet) {
  const Suggestion& worst = sheet.standing.status.suggestion;
  std::vector<Fact> facts;
  put_phases(facts, sheet.standing);
  if (is_about_its_lift(worst)) {
    const auto& next = sheet.standing.next;
    for (const Suggestion& suggestion : next) put_next(facts, suggestion, next.size() > 1, sheet);
    if (next.empty()) put_next(facts, worst, false, sheet);
  } else {
    put_next(facts, worst, false, sheet);
  }
  facts.push_back({"referral",
                   worst.refer == Refer::none ? "none" : std::string{refer_words(worst.refer)},
                   {}});
  facts.push_back({"health questions", screen_words(sheet), {}});
  facts.push_back({"policy", policy_words(worst), {}});
  for (const Suggestion& suggestion : sheet.standing.next) {
    if (same_policy(suggestion, worst)) continue;
    facts.push_back({"policy, " + suggestion.lift, policy_words(suggestion), {}});
  }
  return facts;
}

EpisodeWords words(const Episode& episode, const Sheet& sheet) {
  EpisodeWords out;
  out.when = day_of(episode.start, sheet);
  out.when += episode.end ? " to " + day_of(*episode.end, sheet) : ", not over yet";
  out.what = fmt::format("{}: {}", episode.lift, rules_words(episode.rules));
  const DayFelt& then = episode.felt;
  if (then.nature != Nature::none) out.what += fmt::format(" ({})", felt(then));
  if (episode.red_days > 1) out.what += fmt::format("; {} days of that kind", episode.red_days);
  return out;
}

std::string words(const std::vector<Counted>& counted) {
  std::string out;
  for (const Counted& each : counted) {
    out += out.empty() ? "" : ", ";
    out += each.what;
    if (each.times > 1) out += fmt::format(" ({} times)", each.times);
  }
  return out;
}

std::string missing_checkins(const Sheet& sheet) {
  std::vector<std::string> days;
  for (const SheetDay& day : sheet.days) {
    if (!day.checked_in) days.push_back(day_of(day.date, sheet));
  }
  if (days.empty()) return {};
  return fmt::format("{} of {} without a check-in: {}. Unknown is not the same as fine.",
                     days.size(), count_of(sheet.days.size(), "training day"), listed(days));
}

std::string_view not_a_diagnosis() {
  return "hinge gives suggestions, not a diagnosis. No trial has tested rules that go from "
         "symptoms to deadlift loads.";
}

}  // namespace hinge::report
