#include "report/advice.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "report/rule_words.hpp"
#include "report/screen_questions.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

constexpr int disabling_limits = 3;

bool decides(const Suggestion& suggestion, RuleId rule) {
  return std::any_of(suggestion.findings.begin(), suggestion.findings.end(),
                     [rule](const Finding& finding) {
                       return finding.rule == rule && finding.verdict == Verdict::decides;
                     });
}

bool by_threshold(const Suggestion& suggestion) {
  return std::any_of(suggestion.findings.begin(), suggestion.findings.end(),
                     [](const Finding& finding) {
                       return is_threshold(finding.rule) && finding.verdict == Verdict::decides;
                     });
}

bool by_nerve(const Suggestion& suggestion) {
  return decides(suggestion, RuleId::n1) || decides(suggestion, RuleId::n2);
}

bool by_symptoms(const Suggestion& suggestion) {
  return by_threshold(suggestion) || by_nerve(suggestion);
}

std::string said(const Finding& finding, const Suggestion& suggestion, bool details) {
  const Reason reason = reason_of(finding, suggestion.decision);
  return details ? reason.in_full() : reason.said;
}

/// T1 to T4 of one verdict as one sentence: together they are what a touch too much was.
std::string thresholds(const Suggestion& suggestion, Verdict verdict, bool details) {
  std::string out;
  for (const Finding& finding : suggestion.findings) {
    if (!is_threshold(finding.rule) || finding.verdict != verdict) continue;
    const std::string one = said(finding, suggestion, details);
    out += out.empty() ? one : "; " + uncapitalized(one);
  }
  if (out.empty()) return out;
  // The article's words for what a lighter load answers; where none does, they would belittle.
  const bool calm = suggestion.decision == Decision::calm;
  return out + (calm ? ": more than your back has room for now." : ": a touch overloaded.");
}

/// When calm ended, where nothing was trained since: the reports that led to it are spent, and
/// would be missed as a reason.
std::optional<Date> calm_ended(const Suggestion& suggestion) {
  for (const Finding& finding : suggestion.findings) {
    if (finding.rule == RuleId::calm) return finding.seen.ended;
  }
  return std::nullopt;
}

/// What holds a load back has nothing to hold in calm: its words would speak of a load, or ask for
/// another check-in than the one that ends it. Whom to see is said all the same.
bool is_beside_calm(const Finding& finding, const Suggestion& suggestion) {
  return suggestion.decision == Decision::calm && finding.verdict == Verdict::fired &&
         finding.refer == Refer::none;
}

void add_sentences(std::vector<std::string>& sentences, const Suggestion& suggestion,
                   Verdict verdict, bool details) {
  if (std::string one = thresholds(suggestion, verdict, details); !one.empty()) {
    sentences.push_back(std::move(one));
  }
  for (const Finding& finding : suggestion.findings) {
    if (is_threshold(finding.rule) || finding.verdict != verdict) continue;
    if (finding.rule == RuleId::e1 || is_beside_calm(finding, suggestion)) continue;
    if (finding.rule == RuleId::ok && calm_ended(suggestion)) continue;  // its own words are said
    sentences.push_back(said(finding, suggestion, details) + ".");
  }
}

std::string open_flags(const Suggestion& suggestion) {
  std::vector<std::string> flags;
  for (const Finding& finding : suggestion.findings) {
    if (finding.rule != RuleId::e1 && finding.rule != RuleId::e2) continue;
    for (const RedFlag flag : finding.seen.flags) {
      flags.push_back(fmt::format("{} ({})", words_for(flag), to_string(flag)));
    }
  }
  return flags.empty() ? "a red flag question" : listed(flags);
}

/// Cancer or thin bones in the past, and nothing else: only new pain makes that a reason to stop.
bool only_new_pain_stops(const Suggestion& suggestion) {
  return std::all_of(suggestion.findings.begin(), suggestion.findings.end(), [](const auto& each) {
    const bool is_flag = each.rule == RuleId::e1 || each.rule == RuleId::e2;
    return !is_flag || std::all_of(each.seen.flags.begin(), each.seen.flags.end(), is_history);
  });
}

/// A calm that fewer than four crossings led to: the ladder had no rung left.
bool out_of_rungs(const Suggestion& suggestion) {
  const auto asks_for_calm = [](const Finding& finding) {
    const bool crossed = is_threshold(finding.rule) && finding.refer == Refer::see_pt;
    return crossed ||
           (finding.rule == RuleId::t4 && finding.seen.limits.value_or(0) >= disabling_limits);
  };
  return by_symptoms(suggestion) &&
         std::none_of(suggestion.findings.begin(), suggestion.findings.end(), asks_for_calm);
}

/// A red light that did not decide: with nothing lifted yet, there is no load it could lower.
bool asks_for_patience(const Suggestion& suggestion) {
  return std::any_of(suggestion.findings.begin(), suggestion.findings.end(),
                     [](const Finding& finding) { return finding.light == Light::red; });
}

std::string start_advice(const Suggestion& suggestion) {
  const std::string_view how = "with a load you could lift ten times, for five: hinge log 60x5x3";
  if (!asks_for_patience(suggestion)) return fmt::format("Begin {}", how);
  return fmt::format("Your back asks for patience first. Once it is quiet, begin {}", how);
}

std::string deload_advice(const Suggestion& suggestion) {
  if (suggestion.half_sets)
    return "There is no lighter step to take, so half the sets at this load";
  if (by_symptoms(suggestion)) return "Calm it down, then build it back up";
  return "A step back, then build it back up";
}

/// A step up is not more load in every policy.
std::string progress_advice(const Suggestion& suggestion) {
  const Target& target = *suggestion.target;
  const Load load = target.weight.load;
  const bool more_reps = target.reps > suggestion.reference_reps;
  if (suggestion.wave_week) return fmt::format("Week {} of the wave", *suggestion.wave_week);
  if (is_under_what_was_lifted(suggestion)) {
    if (target.rpe_cap) return "The load for that effort, by your last sessions";
    return more_reps ? "More reps at a lighter load" : "The next step";
  }
  if (load > suggestion.reference->load) return "A small step up";
  if (load == suggestion.reference->load && more_reps) return "One more rep at the same load";
  if (target.rpe_cap) return "The load for that effort, by your last sessions";
  return "The next step";
}

std::string hold_advice(const Suggestion& suggestion) {
  const auto& target = suggestion.target;
  const auto& lifted = suggestion.lifted;
  std::string what = "The same again";
  if (decides(suggestion, RuleId::ok) && target->weight.load > lifted->load) {
    what = "What was next before the lighter session";
  } else if (suggestion.phase == Phase::rebuild || is_under_what_was_lifted(suggestion)) {
    what = "No step up yet";
  }
  return what + (decides(suggestion, RuleId::layoff) ? "; what you built is still there"
                                                     : ", and no need for extra rest");
}

}  // namespace

bool is_under_what_was_lifted(const Suggestion& suggestion) {
  return suggestion.target && suggestion.lifted &&
         suggestion.target->weight.load < suggestion.lifted->load;
}

std::vector<std::string> reasons(const Suggestion& suggestion, bool details) {
  std::vector<std::string> sentences;
  if (suggestion.decision == Decision::stop) return sentences;
  add_sentences(sentences, suggestion, Verdict::decides, details);
  if (const auto ended = calm_ended(suggestion)) {
    sentences.push_back(fmt::format("Calm ended on {}, so the bar comes back lightly.",
                                    day(*ended, suggestion.asked_for)));
  }
  const std::size_t deciding = sentences.size();
  add_sentences(sentences, suggestion, Verdict::fired, details);
  for (std::size_t i = deciding; deciding > 0 && i < sentences.size(); ++i) {
    sentences[i] = "Also: " + uncapitalized(sentences[i]);
  }
  return sentences;
}

std::string advice(const Suggestion& suggestion) {
  switch (suggestion.decision) {
    case Decision::start:
      return start_advice(suggestion);
    case Decision::progress:
      return progress_advice(suggestion);
    case Decision::rebuild:
      return calm_ended(suggestion) ? "A light start, on the way back"
                                    : "One step up, on the way back";
    case Decision::returning:
      return "A lighter start; it is quick to come back";
    case Decision::hold:
      return hold_advice(suggestion);
    case Decision::deload:
      return deload_advice(suggestion);
    case Decision::calm:
      return out_of_rungs(suggestion) ? "There is no lighter step left on the ladder, so calm first"
                                      : "Calm it down, then build it back up";
    case Decision::stop:
      break;
  }
  return {};
}

std::string fewer_sets(const Suggestion& suggestion) {
  if (suggestion.full_sets == 0 || suggestion.half_sets || !suggestion.target) return {};
  return fmt::format("Half the sets on this rung: {} instead of {}.", suggestion.target->sets,
                     suggestion.full_sets);
}

std::string road_words(const Suggestion& suggestion, std::string_view between) {
  if (suggestion.road.empty()) return {};
  std::vector<Weight> road = suggestion.road;
  if (suggestion.target) road.insert(road.begin(), suggestion.target->weight);
  // R stays in the unit it was lifted in.
  const bool one_unit = std::all_of(
      road.begin(), road.end(), [&](const Weight& rung) { return rung.unit == road.front().unit; });
  std::string out;
  for (const Weight& rung : road) {
    if (!out.empty()) out += between;
    out += one_unit ? number_in(rung.unit, rung.load) : to_string(rung);
  }
  return out;
}

std::string instead_of_a_load(const Suggestion& suggestion) {
  if (suggestion.decision == Decision::calm) {
    return "No deadlift from the floor for now. Keep moving as is comfortable, and check in daily: "
           "hinge feel.";
  }
  if (suggestion.decision != Decision::stop) return {};
  const std::string_view where = suggestion.refer == Refer::emergency
                                     ? "Please go to an emergency department now."
                                     : "Please call a doctor today.";
  return fmt::format(
      "{} You answered yes to: {}. It may prove harmless, but {}it has to be checked today. hinge "
      "shows no loads until a clinician has seen you.",
      where, open_flags(suggestion),
      only_new_pain_stops(suggestion) ? "with new pain beside it " : "");
}

}  // namespace hinge::report
