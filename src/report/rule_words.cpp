#include "report/rule_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "report/screen_questions.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

/// What is said of a rule whatever it saw. `limit` stands for what its evidence leaves open, and
/// `{}` in it for what the evidence holds; `nothing` is what it saw where there was nothing.
struct RuleWords {
  RuleId rule;
  std::string_view meaning;
  std::string_view nothing;
  std::string_view limit;
  std::string_view counted;  ///< what its counts count, in the singular
};

constexpr std::array<RuleWords, 28> table = {{
    {RuleId::e1, "A red flag that needs care now", "no yes so far", "any yes", ""},
    {RuleId::e2, "A red flag that needs a doctor", "no yes so far",
     "any yes; what lies in the past only with new pain", ""},
    {RuleId::t1, "Sharp pain", "no sharp pain", "sharp, and not a twinge", ""},
    {RuleId::t2, "Strong pain, or very strong soreness", "no pain", "{}", ""},
    {RuleId::t3, "Pain beyond a day, or soreness beyond its days", "no pain", "{}", ""},
    {RuleId::t4, "It kept you from other things", "did everything", "{}", ""},
    {RuleId::n1, "Tingling or the like, below the knee", "no such symptoms",
     "any below the knee, or with no place given", ""},
    {RuleId::n2, "Tingling or the like, above the knee", "no such symptoms", "any above the knee",
     ""},
    {RuleId::calm, "Calm, until quiet check-ins end it", "not in calm",
     "two quiet check-ins, {} apart", ""},
    {RuleId::f3, "Missed reps, three sessions in a row", "no missed rep at the load asked for",
     "{}", "missed session"},
    {RuleId::h0, "A twinge", "no twinge", "any twinge", ""},
    {RuleId::h1, "Mild pain, the first time", "no pain", "{}, and more than the day before", ""},
    {RuleId::h2, "It limited you a little", "did everything", "{}", ""},
    {RuleId::h3, "No check-in", "a check-in", "one check-in for each training day", ""},
    {RuleId::h4, "Soreness that takes its time", "no soreness", "{}", ""},
    {RuleId::h6, "Pain not yet settled when last noted", "nothing left open", "{}", ""},
    {RuleId::p2, "More pain on the last two training days than before", "no pain",
     "{} more than on each of the two before", ""},
    {RuleId::f1, "A missed rep", "no missed rep at the load asked for", "any; from {} a deload",
     "missed session"},
    {RuleId::f2, "Fewer sets or reps than suggested", "all sets and reps done",
     "the sets and reps suggested", "short session"},
    {RuleId::r1, "Effort at the policy's limit", "no RPE logged", "{}", ""},
    {RuleId::u1, "Pain from something else", "no such pain",
     "{}, sharp, or something changed or skipped", ""},
    {RuleId::s1, "Pain that stays", "no pain", "{} over two weeks, no better", "training day"},
    {RuleId::s2, "Deloads that come back, or pain for over six weeks", "no deloads",
     "{} in 8 weeks, or pain on every training day for over 6 weeks", "deload"},
    {RuleId::g1, "A training day without this lift that was too much", "no such day",
     "any; one rung down from {}", "crossing"},
    {RuleId::c1, "Red flags cleared since the last session", "none since then",
     "a session since they were cleared", ""},
    {RuleId::light, "A second light session in a row", "no light session",
     "twice in a row under {} of what was suggested", ""},
    {RuleId::layoff, "Time away", "no time away", "more than {}", ""},
    {RuleId::ok, "Nothing held it back", "nothing that holds it back", "none of the other rules",
     ""},
}};

const RuleWords& words_of(RuleId rule) {
  const auto* const found = std::find_if(
      table.begin(), table.end(), [rule](const RuleWords& entry) { return entry.rule == rule; });
  assert(found != table.end());
  return *found;
}

std::string flag_words(RedFlag flag) {
  return fmt::format("{} ({})", words_for(flag), to_string(flag));
}

std::string flags_in(const Evidence& evidence) {
  std::vector<std::string> flags;
  for (const RedFlag flag : evidence.flags) flags.push_back(flag_words(flag));
  return listed(flags);
}

/// Everything an evidence holds.
std::string evidence_words(const Evidence& evidence, std::string_view counted) {
  std::vector<std::string> parts;
  const auto add = [&parts](std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
  };
  add(flags_in(evidence));
  add(course_words(evidence));
  if (evidence.limits) add(std::string{limits_words(*evidence.limits)});
  if (evidence.rpe) add("RPE " + to_string(*evidence.rpe));
  if (evidence.load) add(to_string(*evidence.load));
  if (evidence.count.value_or(0) > 0 && !counted.empty()) {
    add(count_of(static_cast<std::size_t>(*evidence.count), counted));
  }
  if (evidence.days.value_or(0) > 0) add(count_of(static_cast<std::size_t>(*evidence.days), "day"));
  if (evidence.percent) add(fmt::format("{} %", *evidence.percent));
  if (evidence.ended) add("ended " + full_day(*evidence.ended));
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

/// The limit where the evidence does not hold one: engine.md's.
std::string usual_limit(RuleId rule) {
  switch (rule) {
    case RuleId::t2:
      return "6/10";
    case RuleId::t3:
    case RuleId::h6:
      return "24 h";
    case RuleId::t4:
      return std::string{limits_words(2)};
    case RuleId::calm:
      return "48 h";
    case RuleId::f3:
    case RuleId::f1:
      return "3 missed sessions";
    case RuleId::h1:
      return "3/10";
    case RuleId::h2:
      return std::string{limits_words(1)};
    case RuleId::h4:
      return "72 h";
    case RuleId::p2:
      return "2/10";
    case RuleId::r1:
      return "RPE 9.5";
    case RuleId::u1:
      return "6/10";
    case RuleId::s1:
      return "3 training days";
    case RuleId::s2:
      return "3 deloads";
    case RuleId::g1:
      return "2 crossings";
    case RuleId::light:
      return "90 %";
    case RuleId::layoff:
      return "10 days";
    default:
      return {};
  }
}

}  // namespace

std::string peak_words(const Evidence& evidence) {
  if (!evidence.peak) return {};
  return to_string(*evidence.peak) + "/10";
}

std::string course_words(const Evidence& evidence) {
  const bool no_pain = !evidence.nature && evidence.peak.value_or(0) <= 0;
  const Minutes lasted = evidence.lasted.value_or(Minutes{0});
  if (no_pain && lasted <= Minutes{0}) return {};
  std::string out = evidence.nature ? felt(*evidence.nature, evidence.peak) : peak_words(evidence);
  if (evidence.as_ache) out += ", taken as an ache";
  if (lasted <= Minutes{0}) return out;
  if (evidence.as_ache) out += ',';
  return out.empty() || no_pain ? duration(lasted) : out + " for " + duration(lasted);
}

std::string_view meaning_of(RuleId rule) { return words_of(rule).meaning; }

std::string seen_by(const Finding& finding) {
  const RuleWords& rule = words_of(finding.rule);
  // Of reps that were made there is nothing to see; the load is that of a miss.
  const bool about_misses = finding.rule == RuleId::f1 || finding.rule == RuleId::f3;
  if (about_misses && finding.verdict == Verdict::pass && finding.seen.count.value_or(0) == 0) {
    return std::string{rule.nothing};
  }
  // Of a session of another app only R is known.
  if (finding.rule == RuleId::f2 && finding.limit.load) return "nothing had been suggested";
  if (finding.rule == RuleId::ok && finding.seen.load) {
    return fmt::format("a light session at {}, which earns no step", to_string(*finding.seen.load));
  }
  std::string out = evidence_words(finding.seen, rule.counted);
  if (!out.empty()) return out;
  const bool fired = finding.verdict != Verdict::pass && finding.rule != RuleId::ok;
  return fired ? uncapitalized(std::string{rule.meaning}) : std::string{rule.nothing};
}

std::string limit_of(const Finding& finding) {
  const RuleWords& rule = words_of(finding.rule);
  const std::size_t gap = rule.limit.find("{}");
  if (gap == std::string_view::npos) return std::string{rule.limit};
  Evidence limit = finding.limit;
  if (finding.rule == RuleId::light && limit.load) {
    return fmt::format("twice in a row under {} % of {}, the full load", limit.percent.value_or(90),
                       to_string(*limit.load));
  }
  if (finding.rule == RuleId::h4 && limit.peak && limit.lasted) {
    return fmt::format("over {}, or {}/10 in the last day", duration(*limit.lasted),
                       to_string(*limit.peak));
  }
  if (finding.rule == RuleId::layoff) limit.percent.reset();
  std::string held = evidence_words(limit, rule.counted);
  if (held.empty()) held = usual_limit(finding.rule);
  return std::string{rule.limit.substr(0, gap)} + held + std::string{rule.limit.substr(gap + 2)};
}

std::string_view tag_of(Source source) {
  switch (source) {
    case Source::article:
      return "[A]";
    case Source::published:
      return "[P]";
    case Source::practice:
      return "[C]";
    case Source::design:
      break;
  }
  return "[D]";
}

bool is_threshold(RuleId rule) { return rule >= RuleId::t1 && rule <= RuleId::t4; }

}  // namespace hinge::report
