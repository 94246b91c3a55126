#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "domain/text.hpp"
#include "report/layout.hpp"
#include "report/road.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

/// "112.5×5×3", as `log` takes it; the unit where it isn't kg.
std::string notation(Weight weight, int reps, int sets) {
  const std::string unit = weight.unit == Unit::kg ? "" : to_string(weight.unit);
  return number_in(weight.unit, weight.load) + unit + "×" + std::to_string(reps) + "×" +
         std::to_string(sets);
}

std::string suggested(const Exposure& exposure) {
  std::string text{to_string(exposure.decision)};
  if (!exposure.suggested) return text;
  const Target& target = *exposure.suggested;
  return text + " " + notation(target.weight, target.reps, target.sets);
}

std::string done(const Exposure& exposure) {
  std::string text = exposure.load ? notation(*exposure.load, exposure.reps, exposure.sets) : "";
  if (exposure.load && exposure.missed) text += " miss";
  if (!exposure.outlier) return text.empty() ? "no good rep" : text;
  return text + (text.empty() ? "" : ", ") + not_used(*exposure.outlier);
}

std::string felt_words(const DayFelt& felt_then) {
  if (!felt_then.checked_in && felt_then.nature == Nature::none) return "not said";
  if (felt_then.nature == Nature::none) return "nothing felt";
  return felt(felt_then);
}

std::string rules(const Exposure& exposure) {
  std::string text;
  for (const RuleId rule : exposure.rules) {
    text += text.empty() ? "" : " ";
    text += rule_info(rule).name;
  }
  return text;
}

/// One exposure in words.
struct Row {
  std::string date;
  std::string lift;
  std::string suggested;
  std::string done;
  std::string felt;
  std::string rules;
  std::string phase;  ///< where the lift stood then; empty: in build

  /// "T3 → rebuild"
  [[nodiscard]] std::string outcome() const {
    if (phase.empty()) return rules;
    return rules + (rules.empty() ? "→ " : " → ") + phase;
  }
};

std::vector<Row> rows_of(const std::vector<Exposure>& exposures) {
  std::vector<Row> rows;
  rows.reserve(exposures.size());
  for (const Exposure& each : exposures) {
    rows.push_back({iso_date(each.date), each.lift, suggested(each), done(each),
                    felt_words(each.felt), rules(each),
                    std::string{each.phase == Phase::build ? "" : to_string(each.phase)}});
  }
  return rows;
}

/// Columns as wide as their widest cell.
struct Columns {
  bool several_lifts = false;
  std::size_t lift = columns("Lift");
  std::size_t suggested = columns("Suggested");
  std::size_t done = columns("Done");
  std::size_t felt = columns("Felt");
};

Columns columns_for(const std::vector<Row>& rows) {
  Columns wide;
  for (const Row& row : rows) {
    wide.several_lifts = wide.several_lifts || row.lift != rows.front().lift;
    wide.lift = std::max(wide.lift, columns(row.lift));
    wide.suggested = std::max(wide.suggested, columns(row.suggested));
    wide.done = std::max(wide.done, columns(row.done));
    wide.felt = std::max(wide.felt, columns(row.felt));
  }
  return wide;
}

void put_facts(Page& page, const Row& row) {
  std::vector<Fact> facts = {{"lift", row.lift, {}},
                             {"suggested", row.suggested, {}},
                             {"done", row.done, {}},
                             {"felt", row.felt, {}},
                             {"rules", row.rules.empty() ? "none" : row.rules, row.outcome()}};
  if (page.plain() && !row.phase.empty()) facts.push_back({"phase", row.phase, {}});
  page.record({"date", row.date, row.date}, facts);
}

void put_row(Page& page, const Row& row, const Columns& wide, Tone tone = Tone::normal) {
  std::string head = padded(row.date, 10) + "  ";
  if (wide.several_lifts) head += padded(row.lift, wide.lift) + "  ";
  head += padded(row.suggested, wide.suggested) + "  " + padded(row.done, wide.done) + "  ";
  page.line(head, padded(row.felt, wide.felt) + "  " + row.outcome(), tone);
}

void put_table(Page& page, const std::vector<Row>& rows) {
  const Columns wide = columns_for(rows);
  put_row(page, {"Day", "Lift", "Suggested", "Done", "Felt", "Rules", {}}, wide, Tone::strong);
  for (const Row& row : rows) put_row(page, row, wide);
}

std::string adherence_words(const std::vector<Exposure>& exposures) {
  const auto count = [&](Adherence kind) {
    return static_cast<std::size_t>(
        std::count_if(exposures.begin(), exposures.end(),
                      [&](const Exposure& each) { return each.adherence == kind; }));
  };
  const std::size_t asked = exposures.size() - count(Adherence::unasked);
  std::vector<std::string> parts;
  const auto add = [&](Adherence kind, std::string_view words) {
    if (count(kind) > 0) parts.push_back(fmt::format("{} {}", count(kind), words));
  };
  add(Adherence::as_suggested, "as suggested");
  add(Adherence::more, "heavier");
  add(Adherence::less, "lighter or shorter");
  add(Adherence::no_load, "where none was suggested");
  if (asked == 0) return "No session had a suggestion before it.";
  return fmt::format("{} with a suggestion: {}.", count_of(asked, "session"), listed(parts));
}

std::string policy_words(const Policy& policy) {
  return fmt::format("{}, version {}", escaped_for_terminal(policy.name), policy.version);
}

/// "linear, version 1; sumo by double, version 2".
std::string policies_of(const ReplayedLog& replayed) {
  const Policies& policies = replayed.policies;
  if (replayed.lift) return policy_words(policies.of(*replayed.lift));
  std::string out = policy_words(policies.general);
  for (const auto& [lift, policy] : policies.lifts) {
    out += fmt::format("; {} by {}", escaped_for_terminal(lift), policy_words(policy));
  }
  return out;
}

/// Who was shown something else at the time didn't disobey.
bool by_a_later_choice(const Policies& policies) {
  const auto is_later = [](const Policy& policy) { return policy.version > 1; };
  return is_later(policies.general) ||
         std::any_of(policies.lifts.begin(), policies.lifts.end(),
                     [&](const auto& of_lift) { return is_later(of_lift.second); });
}

}  // namespace

std::string text(const ReplayedLog& replayed, const Style& style) {
  Page page{style};
  const std::vector<Exposure>& exposures = replayed.exposures;
  if (exposures.empty()) {
    page.statement("sessions", "No sessions in this range.");
    return page.str();
  }
  const std::vector<Row> rows = rows_of(exposures);
  if (page.plain() || page.narrow()) {
    for (const Row& row : rows) put_facts(page, row);
  } else {
    put_table(page, rows);
  }
  if (!page.plain()) page.blank();
  page.statement("sessions", adherence_words(exposures));
  page.statement(
      "policy",
      fmt::format("By the policy {}.{}{}", policies_of(replayed),
                  by_a_later_choice(replayed.policies)
                      ? " What was suggested before it was chosen may have been another load."
                      : "",
                  replayed.assumed_green ? " Days without a check-in were taken as green." : ""));
  return page.str();
}

}  // namespace hinge::report
