#include <fmt/core.h>

#include <algorithm>

#include "domain/notation.hpp"
#include "domain/text.hpp"
#include "report/corrections.hpp"
#include "report/record_facts.hpp"

namespace hinge::report {
namespace {

std::string yes_or_no(bool value) { return value ? "yes" : "no"; }

std::string or_none(const std::string& text) {
  return text.empty() ? "none" : escaped_for_terminal(text);
}

std::string sets_words(const std::vector<Set>& sets) {
  const std::size_t warmups = warmups_in(sets);
  const std::string more =
      warmups == 0 ? std::string{} : fmt::format(" (+{})", count_of(warmups, "warm-up"));
  return words(sets) + more;
}

// The fields of each, always all of them and in one order: what two versions differ in is what
// differs here.

std::vector<Fact> fields_of(const Session& session, Date today) {
  return {moment_fact(session.when, std::nullopt, today),
          {"lift", escaped_for_terminal(session.lift), {}},
          {"sets", sets_words(session.sets), {}},
          {"each set", write_sets(session.sets), {}},
          {"light", yes_or_no(session.light), {}},
          {"note", or_none(session.note), {}}};
}

std::vector<Fact> fields_of(const CheckIn& checkin, Date today) {
  std::vector<Fact> fields = in_full(checkin, SessionsByDay{{}}, today);
  fields.front() = moment_fact(checkin.when, std::nullopt, today);
  const auto follows = [](const Fact& fact) {
    return fact.label == "in short" || fact.label == "counted" || fact.label == "note" ||
           fact.label == "session";
  };
  fields.erase(std::remove_if(fields.begin(), fields.end(), follows), fields.end());
  fields.push_back({"session", checkin.session ? session_name(*checkin.session) : "not said", {}});
  fields.push_back({"note", or_none(checkin.note), {}});
  return fields;
}

std::vector<Fact> fields_of(const Screen& screen, Date today) { return in_full(screen, today); }

std::vector<Fact> fields_of(const Lifter& lifter, Date /*today*/) {
  std::string lifts;
  for (const auto& [lift, loading] : lifter.lifts) {
    lifts += (lifts.empty() ? "" : "; ") + lift + " " + loading_words(loading);
  }
  return {{"name", or_none(lifter.name), {}},
          {"loads", loading_words(lifter.loading), {}},
          {"lifts", or_none(lifts), {}},
          {"archived", yes_or_no(lifter.archived), {}}};
}

std::vector<Fact> fields_of(const PolicyVersion& choice, Date /*today*/) {
  const bool whole = !choice.policy.empty() && choice.policy.front() == '{';
  return {{"lift", choice.lift.empty() ? "all lifts" : escaped_for_terminal(choice.lift), {}},
          {"policy", whole ? "one of your own" : or_none(choice.policy), {}}};
}

std::vector<Fact> fields_of(const Version& version, Date today) {
  std::vector<Fact> fields =
      std::visit([today](const auto& what) { return fields_of(what, today); }, version.what);
  fields.insert(fields.begin(), {"lifter", escaped_for_terminal(version.lifter), {}});
  return fields;
}

/// The beginning of what nobody would read in full here: `show` has it.
std::string cut(const std::string& text) {
  constexpr std::size_t most_bytes = 60;
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

/// Sets and the plain facts of a record speak for themselves; others need their label.
bool speaks_for_itself(const std::string& label) {
  return label == "sets" || label == "each set" || label == "answers" || label == "loads";
}

std::string difference(const Version& before, const Version& after, Date today,
                       std::string_view between) {
  const std::vector<Fact> old = fields_of(before, today);
  const std::vector<Fact> now = fields_of(after, today);
  std::string out;
  bool sets_said = false;
  for (std::size_t i = 0; i < std::min(old.size(), now.size()); ++i) {
    const bool details = old[i].label == "each set" && sets_said;
    if (old[i].value == now[i].value || details) continue;
    sets_said = sets_said || old[i].label == "sets";
    const std::string label = speaks_for_itself(old[i].label) ? "" : old[i].label + " ";
    out += fmt::format("{}{}{}{}{}", out.empty() ? "" : "; ", label, cut(old[i].value), between,
                       cut(now[i].value));
  }
  return out;
}

std::string short_words(const Session& session, Date today) {
  const std::string lift = lift_words(session.lift);
  return day(session.when.date, today) + ", " +
         (lift.empty() ? "" : escaped_for_terminal(lift) + ", ") + sets_words(session.sets) +
         (session.light ? ", light" : "");
}

std::string short_words(const CheckIn& checkin, Date today) {
  return day(checkin.when.date, today) + ", " + words(checkin);
}

std::string short_words(const Screen& screen, Date today) {
  return day(screen.when.date, today) + ", " + answers(screen);
}

std::string short_words(const Lifter& lifter, Date /*today*/) {
  return loading_words(lifter.loading);
}

std::string short_words(const PolicyVersion& choice, Date today) {
  const std::vector<Fact> fields = fields_of(choice, today);
  return fields[1].value + " for " + fields[0].value;
}

}  // namespace

std::string words(const Version& version, Date today) {
  return std::visit([today](const auto& what) { return short_words(what, today); }, version.what);
}

std::string words(const RecordChange& change, Date today, std::string_view between) {
  if (change.before && change.after) {
    return difference(*change.before, *change.after, today, between);
  }
  const std::optional<Version>& there = change.before ? change.before : change.after;
  return there ? words(*there, today) : std::string{};
}

}  // namespace hinge::report
