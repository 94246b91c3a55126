#include <fmt/core.h>

#include <algorithm>

#include "domain/text.hpp"
#include "report/layout.hpp"
#include "report/policies.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::string whose(const std::string& lift) { return lift.empty() ? "all lifts" : lift; }

std::string with_version(const NamedPolicy& policy) {
  return fmt::format("{}, version {}", policy.name, policy.version);
}

/// A list under its title; plain needs none.
void put_list(Page& page, std::string_view title, const std::vector<Fact>& facts) {
  if (facts.empty()) return;
  if (!page.plain()) {
    if (!page.str().empty()) page.blank();
    page.line("", title, Tone::strong);
  }
  page.list(facts);
}

/// What a choice changed, a key a line.
void put_changes(Page& page, const PolicyChoice& choice) {
  std::vector<Fact> facts;
  for (const ChangedKey& change : choice.changed) {
    const std::string_view between = page.plain() ? "; now " : " → ";
    facts.push_back(
        {change.key, fmt::format("{}{}{}", change.before_words, between, change.after_words), {}});
  }
  if (facts.empty()) {
    page.sentence("changed", "No number changed.");
  } else {
    page.list(facts);
  }
}

/// "rehab, version 2", or that a lift goes by the others' again.
std::string choice_words(const PolicyChoice& choice) {
  if (choice.now.name.empty()) {
    return fmt::format("as all lifts again, version {}", choice.now.version);
  }
  return with_version(choice.now);
}

}  // namespace

/// Built-in policies in one line each: the scheme, and what else is its own.
std::string_view purpose_of(std::string_view name) {
  struct Purpose {
    std::string_view name;
    std::string_view words;
  };
  static constexpr Purpose all[] = {
      {"linear", "a step up each time it was made; sets and reps stay"},
      {"double", "reps climb from 5 to 8 at one load, then a step up"},
      {"rpe", "the load for 5 reps at RPE 8, from your last sessions"},
      {"wave", "5/3/1: four weeks that rise and ease, then a step up"},
      {"rehab", "half steps, at most twice a week, 12 exposures in 8 weeks"},
      {"low-load", "10 to 15 reps at RPE 6 or less, half steps"},
  };
  const auto* const found = std::find_if(std::begin(all), std::end(all),
                                         [name](const Purpose& each) { return each.name == name; });
  return found == std::end(all) ? std::string_view{} : found->words;
}

std::string text(const PolicyList& list, const Style& style) {
  Page page{style};
  std::vector<Fact> in_use;
  for (const NamedPolicy& policy : list.in_use) {
    in_use.push_back({whose(policy.lift), with_version(policy), {}});
  }
  put_list(page, "In use by " + list.lifter, in_use);
  std::vector<Fact> built_in;
  for (const Policy& policy : built_in_policies()) {
    built_in.push_back({policy.name, std::string{purpose_of(policy.name)}, {}});
  }
  put_list(page, "Built in", built_in);
  std::vector<Fact> own;
  for (const NamedPolicy& policy : list.own) {
    own.push_back({policy.name, fmt::format("version {}", policy.version), {}});
  }
  put_list(page, "Your own", own);
  return page.str();
}

std::string text(const ChosenPolicies& chosen, const Style& style) {
  Page page{style};
  for (const PolicyChoice& choice : chosen.choices) {
    page.record({"policy", choice_words(choice), choice_words(choice) + "  "},
                {{"for", whose(choice.now.lift), "for " + whose(choice.now.lift)}}, Tone::normal,
                "  ");
    put_changes(page, choice);
    if (!choice.clinician.empty()) {
      page.sentence("clinician",
                    "By the policy of " + escaped_for_terminal(choice.clinician) + ".");
    }
  }
  if (!chosen.lifts_apart.empty()) {
    const std::string lifts = listed(chosen.lifts_apart);
    page.sentence("apart", fmt::format("Still by a policy of its own: {}.", lifts));
  }
  if (chosen.choices.empty()) {
    page.statement("policy", "That is in use already; nothing was stored.");
  } else {
    page.sentence("undo", (page.plain() ? "" : "undo: ") + style.hinge + " undo");
  }
  return page.str();
}

NamedPolicy first_policy() {
  const Policy& linear = linear_policy();
  return {{}, linear.name, linear.version};
}

std::string text(const PolicyLog& log, const Style& style) {
  Page page{style};
  const NamedPolicy first = first_policy();
  const std::string first_version = std::to_string(first.version);
  page.record(
      {"version", first_version, padded(first_version, 3)},
      {{"policy", first.name, {}}, {"for", whose(first.lift), {}}, {"since", "the beginning", {}}});
  for (const PolicyChoice& choice : log.choices) {
    const std::string number = std::to_string(choice.now.version);
    constexpr std::size_t day_length = 10;
    const std::string name = choice.now.name.empty() ? "as all lifts again" : choice.now.name;
    std::vector<Fact> facts = {{"on", choice.at.substr(0, day_length), {}},
                               {"policy", name, {}},
                               {"for", whose(choice.now.lift), {}}};
    if (choice.removed) facts.push_back({"taken back", "yes", "(taken back)"});
    page.record({"version", number, padded(number, 3)}, facts);
    put_changes(page, choice);
  }
  return page.str();
}

namespace {

std::string suggested_words(const Suggested& suggested) {
  Suggestion like;
  like.decision = suggested.decision;
  like.deload_percent = suggested.deload_percent;
  const std::string decision = decision_words(like);
  return suggested.target ? words(*suggested.target) + " (" + decision + ")" : decision;
}

}  // namespace

std::string text(const PolicyCheck& check, Date today, const Style& style) {
  Page page{style};
  if (check.looked_at == 0) {
    const std::string_view why = check.lifter.empty()
                                     ? "Nothing is logged yet to try it on."
                                     : "No session of that time is there to try it on.";
    page.statement("check", fmt::format("{} can be used. {}", check.name, why));
    return page.str();
  }
  const std::string decisions = count_of(static_cast<std::size_t>(check.looked_at), "decision");
  if (check.different.empty()) {
    page.statement("check",
                   fmt::format("By {} nothing would differ: {} looked at.", check.name, decisions));
    return page.str();
  }
  page.statement("check", fmt::format("By {} {} of {} would differ{}", check.name,
                                      check.different.size(), decisions, page.plain() ? "." : ":"));
  const auto when_of = [today](const DifferentDecision& each) {
    return each.is_next ? std::string{"next"} : day(each.date, today);
  };
  std::size_t widest = 0;
  for (const DifferentDecision& each : check.different) {
    widest = std::max(widest, when_of(each).size());
  }
  for (const DifferentDecision& each : check.different) {
    const std::string when = when_of(each);
    page.record({"day", when, padded(when, widest) + "  "},
                {{"lift", escaped_for_terminal(each.lift), {}},
                 {"now", suggested_words(each.before), {}},
                 {"then", suggested_words(each.after), "→ " + suggested_words(each.after)}});
  }
  return page.str();
}

}  // namespace hinge::report
