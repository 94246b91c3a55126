#include "report/doctor.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "report/json_values.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::string_view to_string(Verdict verdict) {
  constexpr std::array<std::string_view, 3> words = {"ok", "look", "problem"};
  return words.at(static_cast<std::size_t>(verdict));
}

Tone tone_of(Verdict verdict) { return verdict == Verdict::problem ? Tone::alert : Tone::normal; }

void put(Page& page, const Check& check) {
  const std::string verdict{to_string(check.verdict)};
  std::vector<Fact> facts = {{"seen", check.seen, {}}};
  if (!check.advice.empty()) facts.push_back({"do", check.advice, {}});
  if (page.plain() || page.narrow()) {
    const std::string id{check.id};
    page.record({id, verdict, verdict + ": " + id}, facts, tone_of(check.verdict));
    return;
  }
  const std::string head = padded(verdict, 9) + padded(check.id, 11);
  page.line(head, check.seen, tone_of(check.verdict));
  if (!check.advice.empty()) page.line(std::string(columns(head), ' '), check.advice);
}

/// "1 problem, 2 things to look at".
std::string outcome(const std::vector<Check>& checks) {
  const auto count = [&checks](Verdict verdict) {
    return static_cast<std::size_t>(
        std::count_if(checks.begin(), checks.end(),
                      [verdict](const Check& check) { return check.verdict == verdict; }));
  };
  const std::size_t problems = count(Verdict::problem);
  const std::size_t looks = count(Verdict::look);
  if (problems + looks == 0) return "All is well.";
  std::string words = problems == 0 ? "" : count_of(problems, "problem");
  if (looks > 0) {
    words += problems == 0 ? "" : ", ";
    words += looks == 1 ? "1 thing to look at" : std::to_string(looks) + " things to look at";
  }
  return words + ".";
}

/// What may be pasted into a report to others.
Findings anonymous(Findings findings) {
  findings.path = "hinge.db";
  if (!findings.unreadable.empty()) findings.unreadable = "the file can't be read";
  if (!findings.config_error.empty()) findings.config_error = "the config can't be read";
  return findings;
}

}  // namespace

std::string text(const std::vector<Check>& checks, const Style& style) {
  Page page{style};
  for (const Check& check : checks) put(page, check);
  page.statement("outcome", outcome(checks), Tone::strong);
  return page.str();
}

std::string json(const Findings& findings) {
  const auto checks = checks_of(anonymous(findings));
  Json object = document("doctor");
  object["verdict"] = to_string(worst(checks));
  object["checks"] = Json::array();
  for (const Check& check : checks) {
    object["checks"].push_back({{"id", check.id},
                                {"verdict", to_string(check.verdict)},
                                {"seen", check.seen},
                                {"advice", json_text(check.advice)}});
  }
  object["damaged"] = Json::array();
  if (findings.examined) {
    for (const Damage& damage : findings.examined->damage) {
      object["damaged"].push_back(
          {{"record", json_text(damage.record)}, {"what", json_text(damage.what)}});
    }
  }
  return written(object);
}

}  // namespace hinge::report
