#include "report/record_json.hpp"
#include <nlohmann/json.hpp>
#include "hinge/e1rm.hpp"
#include "report/json_values.hpp"
#include "report/log_json.hpp"
#include "report/records.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::string_view to_string(SetKind kind) {
  switch (kind) {
    case SetKind::work:
      return "work";
    case SetKind::warmup:
      return "warmup";
    case SetKind::outlier:
      break;
  }
  return "outlier";
}

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::added:
      return "added";
    case Outcome::merged:
      return "merged";
    case Outcome::same:
      return "same";
    case Outcome::dry_run:
      break;
  }
  return "dry_run";
}

Json json_weight(Weight weight) {
  Json object = Json::object();
  put_load(object, weight);
  return object;
}

Json json_of(const Set& set) {
  Json object = Json::object();
  object["kind"] = to_string(set.kind);
  put_load(object, set.weight);
  object["reps"] = set.reps;
  object["failed"] = set.failed;
  object["rpe"] = json_or_null(set.rpe, json_score);
  return object;
}

/// Nothing was stored where there is no id.
Json json_id(std::int64_t id, std::string (*name)(std::int64_t)) {
  return id == 0 ? Json(nullptr) : Json(name(id));
}

void put_offset(Json& object, const Moment& when, std::optional<Minutes> offset) {
  put_moment(object, when);
  object["utc_offset"] = json_or_null(offset, offset_words);
}

}  // namespace

void put(Json& object, const Session& session) {
  object["id"] = json_id(session.id, session_name);
  put_offset(object, session.when, session.utc_offset);
  object["lift"] = session.lift;
  object["imported"] = session.imported;
  object["light"] = session.light;
  object["working_load"] = json_or_null(working_load(session.sets), json_weight);
  object["e1rm_kg"] = json_or_null(
      best_e1rm(session.sets), [](const BestE1rm& best) { return json_kg(best.estimate.load); });
  object["sets"] = Json::array();
  for (const Set& set : session.sets) object["sets"].push_back(json_of(set));
  object["note"] = json_text(session.note);
}

namespace {

constexpr auto word_of = [](auto value) { return std::string{to_string(value)}; };

std::string_view symptom_word(Symptom symptom) {
  static constexpr std::array<std::string_view, 6> words = {"none", "sensation", "soreness",
                                                            "ache", "sharp",     "nerve"};
  return words.at(static_cast<std::size_t>(symptom));
}

}  // namespace

void put(Json& object, const CheckIn& checkin, const SessionsByDay& sessions) {
  object["id"] = json_id(checkin.id, checkin_name);
  put_offset(object, checkin.when, checkin.utc_offset);
  object["session"] = json_or_null(sessions.about(checkin), session_name);
  object["nature"] = hinge::to_string(checkin.nature);
  object["counted_as"] = symptom_word(symptom_of(checkin));
  object["peak"] = json_or_null(checkin.peak, json_score);
  object["now"] = json_score(checkin.now);
  object["baseline"] = json_score(checkin.baseline);
  object["hours"] = json_or_null(checkin.lasted, json_hours);
  object["ongoing"] = symptom_of(checkin) >= Symptom::soreness && !checkin.lasted;
  object["limits"] = checkin.limits;
  object["where"] = json_or_null(checkin.where, word_of);
  object["side"] = json_or_null(checkin.side, word_of);
  object["onset"] = json_or_null(checkin.onset, word_of);
  object["worse_with"] = checkin.worse_with;
  object["eases_with"] = checkin.eases_with;
  object["twinge"] = checkin.twinge;
  object["unrelated"] = checkin.unrelated;
  object["note"] = json_text(checkin.note);
}

void put(Json& object, const Screen& screen) {
  object["id"] = json_id(screen.id, screen_name);
  put_moment(object, screen.when);
  object["yes"] = Json::array();
  for (const RedFlag flag : screen.yes) object["yes"].push_back(hinge::to_string(flag));
  object["cleared_by"] = screen.cleared_by ? Json(*screen.cleared_by) : Json(nullptr);
}

namespace {

Json opened(const char* name, const std::string& lifter, Json outcome) {
  Json object = document(name);
  object["lifter"] = lifter;
  object["outcome"] = std::move(outcome);
  return object;
}

}  // namespace

std::string json(const LoggedSession& logged) {
  Json object = opened("session", logged.lifter, to_string(logged.outcome));
  put(object, logged.session);
  return written(object);
}

std::string json(const NotedCheckIns& noted) {
  const SessionsByDay sessions{noted.sessions};
  Json object = opened("checkin", noted.lifter, to_string(noted.outcome));
  put(object, noted.checkins.front(), sessions);
  object["also"] = Json::array();
  for (std::size_t i = 1; i < noted.checkins.size(); ++i) {
    Json& other = object["also"].emplace_back(Json::object());
    put(other, noted.checkins[i], sessions);
  }
  return written(object);
}

std::string json(const StoredScreen& stored) {
  Json object = opened("screen", stored.lifter, to_string(stored.outcome));
  put(object, stored.screen);
  return written(object);
}

std::string json(const ShownRecord& shown) {
  const Json outcome = shown.deleted ? Json("deleted") : Json();
  if (const auto* session = std::get_if<Session>(&shown.what)) {
    Json object = opened("session", shown.lifter, outcome);
    put(object, *session);
    return written(object);
  }
  if (const auto* checkin = std::get_if<CheckIn>(&shown.what)) {
    Json object = opened("checkin", shown.lifter, outcome);
    put(object, *checkin, SessionsByDay{shown.sessions});
    object["also"] = Json::array();
    return written(object);
  }
  Json object = opened("screen", shown.lifter, outcome);
  put(object, std::get<Screen>(shown.what));
  return written(object);
}

std::string json(const History& history, const HistorySelection& selection) {
  const SessionsByDay sessions{history.sessions};
  Json object = document("history");
  object["lifter"] = history.lifter.id;
  object["items"] = Json::array();
  for (const Item& item : selected(history, selection)) {
    Json& entry = object["items"].emplace_back(Json::object());
    entry["kind"] = item.session != nullptr   ? "session"
                    : item.checkin != nullptr ? "checkin"
                                              : "screen";
    if (item.session != nullptr) put(entry, *item.session);
    if (item.checkin != nullptr) put(entry, *item.checkin, sessions);
    if (item.screen != nullptr) put(entry, *item.screen);
  }
  return written(object);
}

namespace {

/// A record as the log's own export has it, in one line without its end.
template <class Record>
Json kept(const char* kind, const Record& record) {
  Json object = Json::object();
  object["kind"] = kind;
  put(object, record);
  return object;
}

std::string compact(const Json& object) {
  std::string text = written(object);
  text.pop_back();
  return text;
}

}  // namespace

std::string log_json(const Session& session) {
  Json object = kept("session", session);
  for (std::size_t at = 0; at < session.sets.size(); ++at) {
    object["sets"][at]["nanograms"] = session.sets[at].weight.load.nanograms();
  }
  return compact(object);
}

std::string log_json(const CheckIn& checkin) {
  Json object = Json::object();
  object["kind"] = "checkin";
  put(object, checkin, SessionsByDay{std::vector<Session>{}});
  // Only what the lifter said: which session it is about otherwise depends on all the others.
  object["session"] = json_or_null(checkin.session, session_name);
  return compact(object);
}

std::string log_json(const Screen& screen) { return compact(kept("screen", screen)); }

}  // namespace hinge::report
