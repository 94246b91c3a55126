#include "report/record_facts.hpp"

#include <fmt/core.h>

#include "domain/text.hpp"
#include "hinge/e1rm.hpp"
#include "report/records.hpp"

namespace hinge::report {
namespace {

void put_note(std::vector<Fact>& facts, const std::string& note) {
  if (!note.empty()) facts.push_back({"note", escaped_for_terminal(note), {}});
}

/// "about 163 kg, an estimate by Epley's formula".
std::string e1rm_words(const BestE1rm& best) {
  const Unit unit = best.from.weight.unit;
  if (best.estimate.load == best.from.weight.load) return to_string(best.from.weight) + ", lifted";
  const Load half = Load::of(500, unit);
  const Load rounded = (best.estimate.load + half).floor_to(Load::of(1000, unit));
  return fmt::format("about {}, an estimate by {}{}", to_string(Weight{rounded, unit}),
                     best.from.rpe ? "the RTS table" : "Epley's formula",
                     best.estimate.rough ? ", and a rough one: from more than 10 reps" : "");
}

std::string or_unknown(const std::string& text) { return text.empty() ? "not said" : text; }

}  // namespace

Fact moment_fact(const Moment& when, std::optional<Minutes> offset, Date today) {
  std::string value = day(when.date, today);
  if (when.time) value += ", " + clock_time(*when.time);
  if (offset) value += " (UTC" + offset_words(*offset) + ")";
  return {"day", value, {}};
}

std::string answers(const Screen& screen) {
  if (screen.cleared_by) return "cleared by " + escaped_for_terminal(*screen.cleared_by);
  if (screen.yes.empty()) return "health questions: all no";
  std::vector<std::string> flags;
  for (const RedFlag flag : screen.yes) flags.emplace_back(to_string(flag));
  return "health questions: yes to " + listed(flags);
}

std::vector<Fact> in_full(const Session& session, Date today) {
  std::vector<Fact> facts = {moment_fact(session.when, session.utc_offset, today),
                             {"lift", escaped_for_terminal(session.lift), {}},
                             {"in short", words(session.sets), {}}};
  int number = 0;
  for (const Set& set : session.sets) {
    facts.push_back({fmt::format("set {}", ++number), set_words(set), {}});
  }
  if (const auto best = best_e1rm(session.sets)) {
    facts.push_back({"e1RM", e1rm_words(*best), {}});
  }
  facts.push_back({"light", session.light ? "yes" : "no", {}});
  put_note(facts, session.note);
  return facts;
}

std::string lasted_words(const CheckIn& checkin) {
  if (checkin.lasted) return duration(*checkin.lasted);
  return checkin.nature == Nature::none ? "nothing felt" : "ongoing when noted";
}

std::vector<Fact> in_full(const CheckIn& checkin, const SessionsByDay& sessions, Date today) {
  const auto escaped = [](std::vector<std::string> items) {
    for (std::string& item : items) item = escaped_for_terminal(item);
    return or_unknown(listed(items));
  };
  const auto word = [](const auto& value) {
    return value ? spaced(to_string(*value)) : std::string{"not said"};
  };
  std::vector<Fact> facts = {
      moment_fact(checkin.when, checkin.utc_offset, today),
      {"in short", words(checkin), {}},
      {"nature", std::string{to_string(checkin.nature)}, {}},
      {"peak", checkin.peak ? to_string(*checkin.peak) + "/10" : "not said", {}},
      {"lasted", lasted_words(checkin), {}},
      {"limits", fmt::format("{} ({})", checkin.limits, limits_words(checkin.limits)), {}},
      {"now", to_string(checkin.now) + "/10", {}},
      {"baseline", to_string(checkin.baseline) + "/10", {}},
      {"where", word(checkin.where), {}},
      {"side", word(checkin.side), {}},
      {"onset", word(checkin.onset), {}},
      {"worse with", escaped(checkin.worse_with), {}},
      {"eases with", escaped(checkin.eases_with), {}},
      {"twinge", checkin.twinge ? "yes" : "no", {}},
      {"unrelated", checkin.unrelated ? "yes" : "no", {}},
      {"session", or_unknown(sessions.name_for(checkin)), {}}};
  if (const std::string taken = taken_as(checkin); !taken.empty()) {
    facts.push_back({"counted", taken, {}});
  }
  put_note(facts, checkin.note);
  return facts;
}

std::vector<Fact> in_full(const Screen& screen, Date today) {
  std::vector<Fact> facts = {moment_fact(screen.when, std::nullopt, today),
                             {"answers", answers(screen), {}}};
  return facts;
}

std::string loading_words(const Loading& loading) {
  const std::string step = to_string(Weight{loading.step, loading.unit});
  if (loading.bar.nanograms() == 0) return to_string(loading.unit) + ", no bar, step " + step;
  return to_string(loading.unit) + ", bar " + to_string(Weight{loading.bar, loading.unit}) +
         ", step " + step;
}

}  // namespace hinge::report
