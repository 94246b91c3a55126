#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <tuple>

#include "domain/text.hpp"
#include "report/json_values.hpp"
#include "report/layout.hpp"
#include "report/target_json.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

constexpr int checkins_missed_to_flag = 2;

/// How much a decision asks for a look: stop, calm and deload first.
int weight_of(Decision decision) {
  static constexpr std::array order = {Decision::start,     Decision::progress, Decision::rebuild,
                                       Decision::returning, Decision::hold,     Decision::deload,
                                       Decision::calm,      Decision::stop};
  return static_cast<int>(std::find(order.begin(), order.end(), decision) - order.begin());
}

/// Why the lifter is flagged, for people.
std::vector<std::string> notes(const LifterStatus& status) {
  std::vector<std::string> out;
  if (status.suggestion.refer != Refer::none) {
    out.emplace_back(refer_words(status.suggestion.refer));
  }
  if (status.sessions_without_checkin > 0) {
    const auto count = static_cast<std::size_t>(status.sessions_without_checkin);
    out.push_back(count_of(count, "session") + " without a check-in");
  }
  return out;
}

std::string stands(const LifterStatus& status) {
  const Suggestion& suggestion = status.suggestion;
  std::string out = decision_words(suggestion);
  if (suggestion.target) out += ": " + words(*suggestion.target);
  const std::string lift = is_about_its_lift(suggestion) ? lift_words(suggestion.lift) : "";
  return lift.empty() ? out : out + " " + escaped_for_terminal(lift);
}

std::string shown_name(const Lifter& lifter) { return escaped_for_terminal(lifter_words(lifter)); }

/// "today" alone would read as the day to lift.
std::string when_trained(Date date, Date today) {
  return date == today ? "trained today" : days_ago(date, today);
}

std::string last_words(const LifterStatus& status, Date today) {
  if (!status.last_session) return "no session yet";
  const Date date = status.last_session->when.date;
  return fmt::format("{}, {}", day(date, today), when_trained(date, today));
}

/// The decision with spaces behind it up to `width` columns, where it stands in a line.
std::vector<Fact> facts_of(const LifterStatus& status, Date today, std::size_t width) {
  const std::string ago =
      status.last_session ? when_trained(status.last_session->when.date, today) : std::string{};
  std::vector<Fact> facts = {{"next", stands(status), padded(stands(status), width)},
                             {"last", last_words(status, today), ago}};
  for (const std::string& note : notes(status)) facts.push_back({"look", note, {}});
  return facts;
}

}  // namespace

StatusWords words(const LifterStatus& status, Date today) {
  return {stands(status), last_words(status, today), listed(notes(status))};
}

Json json_of_status(const LifterStatus& status, Date today) {
  const Suggestion& suggestion = status.suggestion;
  const auto& last = status.last_session;
  Json object = Json::object();
  object["lifter"] = status.lifter.id;
  object["name"] = json_text(status.lifter.name);
  object["last_session"] = last ? Json(session_name(last->id)) : Json();
  object["last_date"] = last ? Json(iso_date(last->when.date)) : Json();
  object["days_since"] = last ? Json((today - last->when.date).count()) : Json();
  object["lift"] = suggestion.lift;
  object["phase"] = to_string(suggestion.phase);
  object["decision"] = to_string(suggestion.decision);
  object["deload_percent"] = suggestion.deload_percent ? Json(*suggestion.deload_percent) : Json();
  object["target"] = json_or_null(suggestion.target, json_of_target);
  object["refer"] = to_string(suggestion.refer);
  object["sessions_without_checkin"] = status.sessions_without_checkin;
  object["flagged"] = is_flagged(status);
  return object;
}

bool is_flagged(const LifterStatus& status) {
  const Decision decision = status.suggestion.decision;
  return decision == Decision::deload || decision == Decision::calm || decision == Decision::stop ||
         status.suggestion.refer != Refer::none ||
         status.sessions_without_checkin >= checkins_missed_to_flag;
}

bool is_worse(const LifterStatus& a, const LifterStatus& b) {
  const auto rank = [](const LifterStatus& status) {
    return std::tuple{-static_cast<int>(status.suggestion.refer), !is_flagged(status),
                      -weight_of(status.suggestion.decision),
                      -status.suggestion.deload_percent.value_or(0),
                      -status.sessions_without_checkin};
  };
  const auto rank_a = rank(a);
  const auto rank_b = rank(b);
  return rank_a != rank_b ? rank_a < rank_b : a.lifter.id < b.lifter.id;
}

std::string text(const std::vector<LifterStatus>& lifters, Date today, const Style& style) {
  constexpr std::size_t widest_name = 32;
  std::size_t name_width = 0;
  std::size_t stands_width = 0;
  for (const LifterStatus& status : lifters) {
    name_width = std::max(name_width, std::min(widest_name, columns(shown_name(status.lifter))));
    stands_width = std::max(stands_width, columns(stands(status)));
  }
  Page page{style};
  for (const LifterStatus& status : lifters) {
    if (page.plain() && &status != &lifters.front()) page.blank();
    const std::string name = shown_name(status.lifter);
    std::vector<Fact> facts = facts_of(status, today, stands_width);
    // Read aloud, the mark before the name is a line of its own.
    if (page.plain() && is_flagged(status)) facts.insert(facts.begin(), {"flagged", "yes", {}});
    const std::string head = (is_flagged(status) ? "! " : "  ") + padded(name, name_width) + "  ";
    page.record({"lifter", name, head}, facts, is_flagged(status) ? Tone::alert : Tone::normal);
  }
  return page.str();
}

std::string json(const std::vector<LifterStatus>& lifters, Date today) {
  Json object = document("status");
  object["lifters"] = Json::array();
  for (const LifterStatus& status : lifters)
    object["lifters"].push_back(json_of_status(status, today));
  return written(object);
}

}  // namespace hinge::report
