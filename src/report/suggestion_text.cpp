#include <fmt/core.h>

#include <algorithm>

#include "domain/text.hpp"
#include "report/advice.hpp"
#include "report/education.hpp"
#include "report/layout.hpp"
#include "report/plates.hpp"
#include "report/rule_words.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

constexpr Minutes usual_quiet = std::chrono::hours{48};

/// After time away, or on the way back, a deload is a rung further down: its percents would
/// mislead.
bool is_further_down(const Suggestion& suggestion) {
  constexpr int less_than_a_rung = 9;  // percent: as much as rounding may take
  const std::int64_t most = 100 - suggestion.deload_percent.value_or(100) - less_than_a_rung;
  return suggestion.target->weight.load * 100 < suggestion.reference->load * most;
}

/// What the decision is measured by: "deload 10 %, from 140 kg".
std::string decision_in_full(const Suggestion& suggestion) {
  std::string out = decision_words(suggestion);
  if (!suggestion.reference || !suggestion.target) return out;
  const std::string reference = to_string(*suggestion.reference);
  switch (suggestion.decision) {
    case Decision::rebuild:
      return out + ", back up to " + reference;
    case Decision::hold:
      return suggestion.phase == Phase::rebuild ? out + ", on the way back to " + reference : out;
    case Decision::deload:
      // In % of the full load, which need not be what was lifted last.
      if (is_further_down(suggestion)) return "deload, full load " + reference;
      if (suggestion.lifted && suggestion.lifted->load != suggestion.reference->load) {
        return out + ", full load " + reference;
      }
      return out + ", from " + reference;
    case Decision::progress:
      // More reps may be at less load than was lifted, and R then a load that never was.
      if (is_under_what_was_lifted(suggestion)) {
        return out + ", from " + to_string(*suggestion.lifted);
      }
      [[fallthrough]];
    default:
      return out + ", from " + reference;
  }
}

std::string head_word(const Suggestion& suggestion, const std::string& lifter) {
  const std::string lift = is_about_its_lift(suggestion) ? lift_words(suggestion.lift) : "";
  std::string out = "Next";
  if (!lift.empty()) out += " " + escaped_for_terminal(lift);
  if (!lifter.empty()) out += " for " + escaped_for_terminal(lifter);
  return out + ": ";
}

std::string headline(const Suggestion& suggestion) {
  if (suggestion.target) return words(*suggestion.target);
  switch (suggestion.decision) {
    case Decision::start:
      return "a first session";
    case Decision::calm:
      return "calm it down first";
    default:
      return "no load for now";
  }
}

void put_headline(Page& page, const Suggestion& suggestion, const std::string& lifter) {
  const Date from = std::max(suggestion.earliest, suggestion.asked_for);
  const std::string when = day(from, suggestion.asked_for);
  const bool stop = suggestion.decision == Decision::stop;
  std::vector<Fact> facts;
  if (page.plain()) {
    if (!lifter.empty()) facts.push_back({"lifter", escaped_for_terminal(lifter), {}});
    facts.push_back({"lift",
                     is_about_its_lift(suggestion) ? escaped_for_terminal(suggestion.lift) : "all",
                     {}});
    facts.push_back(
        {"next", suggestion.target ? spoken(*suggestion.target) : headline(suggestion), {}});
    facts.push_back({"decision", decision_in_full(suggestion), {}});
  }
  if (suggestion.target) facts.push_back({"from", when, "from " + when});
  if (!page.plain() && suggestion.target) {
    facts.push_back({"decision", {}, "(" + decision_in_full(suggestion) + ")"});
  }
  page.record(
      {"next",
       {},
       head_word(suggestion, lifter) + headline(suggestion) + (suggestion.target ? "   " : "")},
      facts, stop ? Tone::alert : Tone::strong, "   ");
}

/// "One more quiet check-in from Tue 24 Nov, 08:00 on"; from when on is left out where it is past.
std::string quiet_needed(const Suggestion& suggestion) {
  if (suggestion.calm_until) {
    const Moment& from = *suggestion.calm_until;
    const Date today = suggestion.asked_for;
    if (from.date < today || (from.date == today && !from.time)) return "One more quiet check-in";
    return fmt::format("One more quiet check-in from {}{} on", day(from.date, today),
                       from.time ? ", " + clock_time(*from.time) : "");
  }
  const auto rule = std::find_if(suggestion.findings.begin(), suggestion.findings.end(),
                                 [](const Finding& each) { return each.rule == RuleId::calm; });
  const bool known = rule != suggestion.findings.end() && rule->limit.lasted;
  return fmt::format("Two quiet check-ins at least {} apart",
                     duration(known ? *rule->limit.lasted : usual_quiet));
}

/// How much quiet is still needed before the bar comes back, and what engine.md calls quiet.
std::string way_out_of_calm(const Suggestion& suggestion) {
  return quiet_needed(suggestion) +
         ", and the bar comes back, lightly. Quiet is pain at 2/10 or less, or no more than usual, "
         "none of it sharp or down the leg, and nothing it keeps you from.";
}

void put_advice(Page& page, const Suggestion& suggestion) {
  const std::string what = advice(suggestion);
  const std::string instead = instead_of_a_load(suggestion);
  const std::string road = road_words(suggestion, page.plain() ? ", " : " → ");
  if (suggestion.decision == Decision::calm) {
    page.sentence("advice", what + ".");
    page.sentence("now", instead);
    page.sentence("way out", way_out_of_calm(suggestion));
    return;
  }
  if (suggestion.wave_week && suggestion.decision != Decision::progress) {
    page.sentence("week", fmt::format("Week {} of the wave.", *suggestion.wave_week));
  }
  if (!instead.empty()) {
    page.sentence("now", instead, Tone::alert);
    page.sentence("then", "Once they have: hinge screen --cleared WHO --on DATE");
    return;
  }
  page.sentence("advice", road.empty() ? what + "." : what + ": " + road + ".");
  if (const std::string fewer = fewer_sets(suggestion); !fewer.empty())
    page.sentence("sets", fewer);
}

/// Cancer or thin bones in the past, and no new pain: nothing to hurry for.
bool only_history_refers(const Suggestion& suggestion) {
  return std::all_of(
      suggestion.findings.begin(), suggestion.findings.end(),
      [](const Finding& each) { return each.refer == Refer::none || each.rule == RuleId::e2; });
}

/// What was said of a leg that a doctor should hear of today, where it is new.
bool says_weak(const Suggestion& suggestion) {
  return std::any_of(suggestion.findings.begin(), suggestion.findings.end(), [](const auto& each) {
    return each.verdict != Verdict::pass && each.seen.nature == Nature::weak &&
           (each.rule == RuleId::n1 || each.rule == RuleId::n2);
  });
}

void put_referral(Page& page, const Suggestion& suggestion) {
  if (suggestion.refer != Refer::see_pt) return;
  std::string_view what = "It would be good to show this to a physical therapist.";
  if (only_history_refers(suggestion)) {
    what = "It is worth a word when you next see a doctor or a physical therapist.";
  } else if (says_weak(suggestion)) {
    what =
        "Where less strength in a leg is new, please call a doctor today; else it would be good "
        "to show this to a physical therapist.";
  }
  page.sentence("refer", fmt::format("{} hinge gives suggestions, not a diagnosis.", what));
}

void put_whose_policy(Page& page, const Suggestion& suggestion) {
  if (suggestion.clinician.empty()) return;
  std::string by = fmt::format("By the policy '{}'", escaped_for_terminal(suggestion.policy));
  if (!suggestion.back_policy.empty()) {
    by = fmt::format("By the policies '{}' and, for your back, '{}',",
                     escaped_for_terminal(suggestion.policy),
                     escaped_for_terminal(suggestion.back_policy));
  }
  page.sentence("policy", fmt::format("{} of {}.", by, escaped_for_terminal(suggestion.clinician)),
                Tone::faint);
}

void put_notes(Page& page, const Suggestion& suggestion, const NextOptions& options) {
  if (suggestion.provisional_until) {
    std::string until = day(suggestion.provisional_until->date, suggestion.asked_for);
    if (suggestion.provisional_until->time) {
      until += ", " + clock_time(*suggestion.provisional_until->time);
    }
    page.sentence("provisional", "This may still change until " + until +
                                     ": less than a day has passed since the session.");
  }
  if (options.plates && suggestion.target) {
    const std::string on_the_bar = plates(suggestion.target->weight, options.loading);
    page.sentence("plates", page.plain() ? on_the_bar : "Plates: " + on_the_bar + ".");
  }
  if (options.screen_due && suggestion.refer < Refer::urgent) {
    page.sentence("first", "Please answer a few questions before you lift: hinge screen");
  }
  const std::string sentence = education(suggestion);
  if (options.education && !sentence.empty()) page.sentence("good to know", sentence, Tone::faint);
}

void put_rule(Page& page, const Finding& finding) {
  const RuleInfo& rule = rule_info(finding.rule);
  const std::string verdict{to_string(finding.verdict)};
  const std::string saw = seen_by(finding);
  const std::string limit = limit_of(finding);
  std::string records;
  for (const std::string& record : finding.records) records += " " + record;
  const std::string tag{tag_of(rule.source)};
  if (page.plain() || page.narrow()) {
    page.record({"rule", std::string{rule.name}, std::string{rule.name}},
                {{"verdict", verdict, {}},
                 {"means", std::string{meaning_of(finding.rule)}, {}},
                 {"saw", saw, "saw: " + saw},
                 {"limit", limit, "limit: " + limit},
                 {"source", tag, {}},
                 {"records", records.empty() ? "none" : records.substr(1), {}}});
    return;
  }
  page.line(
      fmt::format("  {:<7}{:<9}", rule.name, verdict),
      fmt::format("{}: {}; limit: {} {}{}", meaning_of(finding.rule), saw, limit, tag, records),
      finding.verdict == Verdict::pass ? Tone::faint : Tone::normal);
}

/// A deload stands in % of the full load, and under what was lifted last, be that less or more.
void put_what_was_lowered(Page& page, const Suggestion& suggestion) {
  if (suggestion.decision != Decision::deload || !suggestion.lifted) return;
  std::string from = "Lowered from the " + to_string(*suggestion.lifted) + " lifted last";
  if (suggestion.reference->load != suggestion.lifted->load) {
    from += "; the full load is " + to_string(*suggestion.reference);
  }
  page.sentence("lowered from", from + ".");
}

std::string base_words(const Suggestion& suggestion) {
  const Working& working = *suggestion.working;
  if (working.training_max) {
    std::vector<std::string> percents;
    percents.reserve(working.percents.size());
    for (const int percent : working.percents) percents.push_back(std::to_string(percent));
    return fmt::format("{} % of a training max of {}", listed(percents),
                       to_string(*working.training_max));
  }
  // On a rung what effort asks for is not looked at.
  if (working.one_rep_max && working.rung == 100) {
    return fmt::format(
        "for {} reps at RPE {}, from an e1RM of {} (an estimate); no more than a "
        "step up",
        suggestion.target->reps, to_string(*suggestion.target->rpe_cap),
        to_string(*working.one_rep_max));
  }
  if (working.step) {
    return fmt::format("a step of {} on {}{}", to_string(*working.step),
                       to_string(*suggestion.reference),
                       working.step_halved ? ", halved since the third missed session" : "");
  }
  return "the full load, " + to_string(*suggestion.reference);
}

/// "90 % of the full load, 140 kg; rounded down to what can be loaded".
std::string working_words(const Suggestion& suggestion) {
  const int rung = suggestion.working->rung;
  std::string out = "Worked out: ";
  if (rung < 100) out += fmt::format("{} % of ", rung);
  return out + base_words(suggestion) + "; rounded down to what can be loaded";
}

void put_explanation(Page& page, const Suggestion& suggestion) {
  page.blank();
  if (!page.plain()) page.line("", "What every rule saw:", Tone::strong);
  for (const Verdict verdict : {Verdict::decides, Verdict::fired, Verdict::pass}) {
    for (const Finding& finding : suggestion.findings) {
      if (finding.verdict == verdict) put_rule(page, finding);
    }
  }
  put_what_was_lowered(page, suggestion);
  if (suggestion.working) page.sentence("worked out", working_words(suggestion) + ".");
  page.sentence(
      "policy",
      fmt::format("Policy: {}, version {}{}.", escaped_for_terminal(suggestion.policy),
                  suggestion.policy_version,
                  suggestion.back_policy.empty()
                      ? ""
                      : "; for the back, " + escaped_for_terminal(suggestion.back_policy)));
  page.sentence("sources",
                "[A] the article, [P] published, [C] common practice, [D] a choice of ours. No "
                "trial has tested rules that go from symptoms to deadlift loads: this is a "
                "suggestion, not a diagnosis.");
}

}  // namespace

std::string summary(const Suggestion& suggestion) {
  if (suggestion.decision == Decision::stop) return instead_of_a_load(suggestion);
  std::string out;
  for (const std::string& sentence : reasons(suggestion, false)) out += sentence + " ";
  out += advice(suggestion) + ".";
  if (const std::string fewer = fewer_sets(suggestion); !fewer.empty()) out += " " + fewer;
  const std::string instead = instead_of_a_load(suggestion);
  return instead.empty() ? out : out + " " + instead;
}

std::string text(const Suggestion& suggestion, const NextOptions& options, const Style& style) {
  Page page{style};
  put_headline(page, suggestion, options.lifter);
  for (const std::string& sentence : reasons(suggestion, true)) page.sentence("reason", sentence);
  put_advice(page, suggestion);
  put_referral(page, suggestion);
  put_whose_policy(page, suggestion);
  put_notes(page, suggestion, options);
  if (options.explain) put_explanation(page, suggestion);
  return page.str();
}

}  // namespace hinge::report
