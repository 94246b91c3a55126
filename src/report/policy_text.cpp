#include <fmt/core.h>

#include <array>
#include <cassert>

#include "domain/text.hpp"
#include "report/layout.hpp"
#include "report/policies.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::string or_more(Nprs peak) { return to_string(peak) + "/10 or more"; }
std::string beyond(Minutes length) { return "beyond " + duration(length); }
std::string percent(int number) { return std::to_string(number) + " %"; }
std::string limits_from(int limits) {
  return fmt::format("limits {} or more ({})", limits, limits_words(limits));
}

std::string percents(const std::vector<int>& numbers) {
  std::string words;
  for (const int number : numbers) words += (words.empty() ? "" : " ") + std::to_string(number);
  return words + " %";
}

std::string layoff_words(const std::vector<LayoffRung>& layoff) {
  std::string words;
  for (const LayoffRung& step : layoff) {
    words += words.empty() ? "" : ", ";
    words += fmt::format("over {} days {}", step.over_days,
                         step.rung == 0 ? std::string{"hold"} : percent(step.rung));
  }
  return words.empty() ? "nothing" : words;
}

std::string block_words(const Policy& policy) {
  if (!policy.block) return "as lately";
  return fmt::format("{} exposures in {} weeks", policy.block->exposures, policy.block->weeks);
}

std::string deload_words(const Policy& policy) {
  const auto& steps = policy.deload_percent;
  return fmt::format("{}, {} and {} % for one, two and three crossings; more is calm", steps[0],
                     steps[1], steps[2]);
}

std::string clinician_words(const Policy& policy) {
  return policy.clinician.empty() ? "nobody named" : escaped_for_terminal(policy.clinician);
}

std::string most_a_week_words(const Policy& policy) {
  return policy.most_a_week == 0
             ? "no limit"
             : count_of(static_cast<std::size_t>(policy.most_a_week), "training day");
}

/// One key in words. The tags are those of policy.hpp.
struct Row {
  std::string_view key;
  std::string (*words)(const Policy&);
  std::string_view source;
};

/// Keys that belong together.
struct Group {
  std::string_view title;
  std::span<const Row> rows;
};

constexpr Row who[] = {
    {"clinician", clinician_words, "[D]"},
    {"under_care",
     [](const Policy& p) -> std::string {
       return p.under_care ? "yes: no referrals for pain that stays" : "no";
     },
     "[D]"},
};
constexpr Row progress[] = {
    {"scheme", [](const Policy& p) { return scheme_words(p.progression); }, "[C]"},
    {"step_kg",
     [](const Policy& p) {
       return to_string(Weight{p.step_kg, Unit::kg});
     },
     "[C]"},
    {"step_lb",
     [](const Policy& p) {
       return to_string(Weight{p.step_lb, Unit::lb});
     },
     "[C]"},
    {"largest_step_percent",
     [](const Policy& p) { return percent(p.largest_step_percent) + " of the load"; }, "[D]"},
    {"rpe_hold", [](const Policy& p) { return "the same again from RPE " + to_string(p.rpe_hold); },
     "[C]"},
    {"most_a_week", most_a_week_words, "[D]"},
    {"block", block_words, "[P]"},
};
constexpr Row overload[] = {
    {"excessive_pain", [](const Policy& p) { return or_more(p.excessive_pain); }, "[A][P]"},
    {"severe_pain", [](const Policy& p) { return or_more(p.severe_pain) + ", counts twice"; },
     "[D]"},
    {"excessive_soreness", [](const Policy& p) { return or_more(p.excessive_soreness); }, "[D]"},
    {"lingering_pain_h", [](const Policy& p) { return beyond(p.lingering_pain); }, "[A]"},
    {"lingering_soreness_h", [](const Policy& p) { return beyond(p.lingering_soreness); }, "[P]"},
    {"limiting", [](const Policy& p) { return limits_from(p.limiting); }, "[A]"},
    {"disabling", [](const Policy& p) { return limits_from(p.disabling) + ": calm at once"; },
     "[D]"},
};
constexpr Row lighter[] = {
    {"deload_percents", deload_words, "[D]"},
    {"nerve_below_knee_percent",
     [](const Policy& p) { return percent(p.nerve_below_knee_percent); }, "[P][D]"},
    {"nerve_above_knee_percent",
     [](const Policy& p) { return percent(p.nerve_above_knee_percent); }, "[P][D]"},
    {"calm_quiet_h",
     [](const Policy& p) { return duration(p.calm_quiet) + " of quiet check-ins end calm"; },
     "[D]"},
    {"new_pain",
     [](const Policy& p) { return or_more(p.new_pain) + " beside a red flag of the past: urgent"; },
     "[D]"},
};
constexpr Row same_again[] = {
    {"mild_pain", [](const Policy& p) { return or_more(p.amber_pain) + ", the first time"; },
     "[P]"},
    {"slow_soreness_h", [](const Policy& p) { return "soreness " + beyond(p.amber_soreness); },
     "[P]"},
    {"sore_now", [](const Policy& p) { return "soreness of " + or_more(p.sore_now) + " today"; },
     "[D]"},
    {"rising_pain",
     [](const Policy& p) {
       return fmt::format("pain {} or more above earlier days", to_string(p.important_change));
     },
     "[P]"},
};
constexpr Row back_up[] = {
    {"rungs", [](const Policy& p) { return percents(p.rungs); }, "[D]"},
    {"full_sets_from",
     [](const Policy& p) { return percent(p.full_sets_from) + "; below it half the sets"; }, "[D]"},
};
constexpr Row sessions[] = {
    {"light_percent",
     [](const Policy& p) {
       return "light under " + percent(p.light_percent) + " of the suggestion";
     },
     "[D]"},
    {"missed_sessions",
     [](const Policy& p) {
       return count_of(static_cast<std::size_t>(p.missed_sessions), "missed session") + " in a row";
     },
     "[C]"},
    {"missed_percent",
     [](const Policy& p) {
       return percent(std::min(p.missed_percent, p.mildest_percent())) + " lighter then";
     },
     "[C]"},
};
constexpr Row away[] = {
    {"layoff", [](const Policy& p) { return layoff_words(p.layoff); }, "[P][C]"},
    {"lift_layoff", [](const Policy& p) { return layoff_words(p.lift_layoff); }, "[C]"},
};

constexpr std::array groups = {
    Group{"Whose it is", who},
    Group{"Progress", progress},
    Group{"A touch overloaded", overload},
    Group{"Calm it down", lighter},
    Group{"The same again", same_again},
    Group{"Build it back up", back_up},
    Group{"What a session counts as", sessions},
    Group{"Time away", away},
};

/// A scheme in a few words, by its kind.
struct SchemeWords {
  std::string operator()(const Linear&) const {
    return "a step up each time it was made; sets and reps stay";
  }
  std::string operator()(const DoubleProgression& range) const {
    const std::string effort =
        range.rpe_cap ? fmt::format(" at RPE {} or less", to_string(*range.rpe_cap)) : "";
    return fmt::format("{} to {} reps{} at one load, then a step up", range.low, range.high,
                       effort);
  }
  std::string operator()(const RpeTarget& target) const {
    return fmt::format("the load for {} reps at RPE {}, from the last sessions", target.reps,
                       to_string(target.rpe));
  }
  std::string operator()(const Wave& wave) const {
    std::string tops;
    for (const WaveWeek& week : wave.weeks) {
      tops += (tops.empty() ? "" : ", ") + std::to_string(week.back().percent);
    }
    return fmt::format("waves of four weeks (top sets {} %) on {} % of the e1RM", tops,
                       wave.training_max_percent);
  }
};

}  // namespace

std::string scheme_words(const Progression& progression) {
  return std::visit(SchemeWords{}, progression);
}

std::vector<std::string_view> shown_policy_keys() {
  std::vector<std::string_view> keys;
  for (const Group& group : groups) {
    for (const Row& row : group.rows) keys.push_back(row.key);
  }
  return keys;
}

std::string key_words(std::string_view key, const Policy& policy) {
  for (const Group& group : groups) {
    for (const Row& row : group.rows) {
      if (row.key == key) return row.words(policy);
    }
  }
  assert(false && "a key that no group has");
  return {};
}

std::string text(const Policy& policy, const Style& style) {
  Page page{style};
  const std::string version = std::to_string(policy.version);
  page.record({"policy", policy.name, policy.name + "   "},
              {{"version", version, "version " + version}}, Tone::strong, "   ");
  for (const Group& group : groups) {
    if (!page.plain()) page.blank();
    if (!page.plain()) page.line("", group.title, Tone::strong);
    std::vector<Fact> facts;
    for (const Row& row : group.rows) {
      facts.push_back(
          {std::string{row.key}, fmt::format("{} {}", row.words(policy), row.source), {}});
    }
    page.list(facts);
  }
  if (!page.plain()) page.blank();
  page.sentence("sources",
                "[A] the article, [P] published, [C] common practice, [D] a choice of ours.");
  return page.str();
}

}  // namespace hinge::report
