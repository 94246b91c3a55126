#include "exchange/history_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "exchange/json_fields.hpp"
#include "exchange/record_json.hpp"
#include "exchange/strict_json.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

using Json = nlohmann::json;

constexpr std::string_view document_keys[] = {"schema",   "today",    "lift",    "policy", "lifter",
                                              "sessions", "checkins", "screens", "items"};

/// A member of a list, and where it stands.
struct Place {
  const Json* value;
  std::string pointer;
};

std::vector<Place> places_in(const JsonFields& document, std::string_view key) {
  std::vector<Place> places;
  for (const Json* value : document.list(key)) {
    places.push_back({value, pointer_to(document.pointer(key), places.size())});
  }
  return places;
}

/// The records of one kind: its own list, and those of the mixed list that say so.
std::vector<Place> records_in(const JsonFields& document, std::string_view key,
                              std::string_view kind) {
  std::vector<Place> records = places_in(document, key);
  for (Place& item : places_in(document, "items")) {
    if (item.value->is_object() && item.value->value("kind", Json()) == kind) {
      records.push_back(std::move(item));
    }
  }
  return records;
}

void check_items(const JsonFields& document) {
  for (const Place& item : places_in(document, "items")) {
    if (!item.value->is_object()) refuse_at(item.pointer, shown(*item.value) + " is no object");
    const Json kind = item.value->value("kind", Json());
    const std::string word = kind.is_string() ? kind.get<std::string>() : "";
    if (word == "session" || word == "checkin" || word == "screen") continue;
    refuse_at(pointer_to(item.pointer, "kind"),
              shown(kind) + " is none of: session, checkin, screen");
  }
}

void check_schema(const JsonFields& document) {
  const auto schema = document.text("schema");
  if (!schema || *schema == "hinge.suggest/1" || *schema == "hinge.history/1") return;
  document.refuse("schema", "neither hinge.suggest/1 nor hinge.history/1");
}

/// The unit that is said most among these sets: in_lb - in_kg.
int pounds_over_kilograms(const Json& sets) {
  int balance = 0;
  for (const Json& set : sets) {
    const Json unit = set.is_object() ? set.value("unit", Json()) : Json();
    balance += unit == "lb" ? 1 : 0;
    balance -= unit == "kg" ? 1 : 0;
  }
  return balance;
}

/// What most sets are in; kg where none says.
Unit usual_unit(const std::vector<Place>& sessions) {
  int balance = 0;
  for (const Place& session : sessions) {
    if (!session.value->is_object()) continue;
    const auto sets = session.value->find("sets");
    const bool has_a_list = sets != session.value->end() && sets->is_array();
    if (has_a_list) balance += pounds_over_kilograms(*sets);
  }
  return balance > 0 ? Unit::lb : Unit::kg;
}

/// A lifter in full, or as hinge.history/1 has it: the id alone.
Lifter lifter_of(const JsonFields& document, Unit unit) {
  const Json* value = document.find("lifter");
  const std::string pointer = document.pointer("lifter");
  if (value == nullptr) return lifter_in(Json::object(), pointer, unit);
  if (value->is_string()) return lifter_in(Json{{"id", *value}}, pointer, unit);
  return lifter_in(*value, pointer, unit);
}

/// Each record without an id takes its place in the list, from 1 on.
template <class Record>
void number(std::vector<Record>& records, const std::vector<Place>& places) {
  std::set<std::int64_t> ids;
  for (std::size_t at = 0; at < records.size(); ++at) {
    std::int64_t& id = records[at].id;
    if (id == 0) id = static_cast<std::int64_t>(at) + 1;
    if (ids.insert(id).second) continue;
    refuse_at(pointer_to(places[at].pointer, "id"),
              "another record before it has the id " + std::to_string(id),
              "give an id to all or to none");
  }
}

/// A check-in about a session that is not there would be read as about another one.
void check_sessions(const History& history, const std::vector<Place>& places) {
  std::set<std::int64_t> known;
  for (const Session& session : history.sessions) known.insert(session.id);
  for (std::size_t at = 0; at < places.size(); ++at) {
    const auto& session = history.checkins[at].session;
    if (!session || known.count(*session) > 0) continue;
    refuse_at(pointer_to(places[at].pointer, "session"),
              "there is no session " + session_name(*session),
              "give the whole log: hinge history -n 1000000 --json");
  }
}

History history_in(const JsonFields& document) {
  const auto sessions = records_in(document, "sessions", "session");
  const auto checkins = records_in(document, "checkins", "checkin");
  const auto screens = records_in(document, "screens", "screen");
  History history;
  history.lifter = lifter_of(document, usual_unit(sessions));
  for (const Place& place : sessions) {
    history.sessions.push_back(session_in(*place.value, place.pointer, history.lifter.loading));
  }
  for (const Place& place : checkins) {
    history.checkins.push_back(checkin_in(*place.value, place.pointer));
  }
  for (const Place& place : screens) {
    history.screens.push_back(screen_in(*place.value, place.pointer));
  }
  number(history.sessions, sessions);
  number(history.checkins, checkins);
  number(history.screens, screens);
  check_sessions(history, checkins);
  return history;
}

/// "2026-11-22" or "2026-11-22T18:30".
std::optional<Moment> parse_moment(std::string_view text) {
  const std::size_t mark = text.find('T');
  const auto day = parse_iso_date(text.substr(0, mark));
  if (!day) return std::nullopt;
  if (mark == std::string_view::npos) return Moment{*day};
  const auto time = parse_clock_time(text.substr(mark + 1));
  if (!time) return std::nullopt;
  return Moment{*day, time};
}

}  // namespace

AskedHistory read_asked_history(std::string_view text) {
  const Json value = parse_strict(text);
  const JsonFields document{value, "", document_keys};
  check_schema(document);
  check_items(document);
  AskedHistory asked;
  asked.today = document.parsed("today", parse_moment, "no day such as 2026-11-22");
  if (const auto lift = document.text("lift"))
    asked.lift = lift_in(*lift, document.pointer("lift"));
  const Json* const policy = document.find("policy");
  if (policy != nullptr && policy->is_object()) {
    asked.policy = policy->dump();
  } else {
    asked.policy = document.text("policy");
  }
  asked.history = history_in(document);
  return asked;
}

}  // namespace hinge::exchange
