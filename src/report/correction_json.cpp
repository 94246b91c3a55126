#include <array>
#include <nlohmann/json.hpp>

#include "report/corrections.hpp"
#include "report/record_json.hpp"
#include "report/target_json.hpp"

namespace hinge::report {
namespace {

Json json_of(const Version& version) {
  Json object = Json::object();
  object["lifter"] = json_text(version.lifter);
  if (const auto* session = std::get_if<Session>(&version.what)) {
    object["kind"] = "session";
    put(object, *session);
  } else if (const auto* checkin = std::get_if<CheckIn>(&version.what)) {
    object["kind"] = "checkin";
    put(object, *checkin, SessionsByDay{{}});
  } else if (const auto* screen = std::get_if<Screen>(&version.what)) {
    object["kind"] = "screen";
    put(object, *screen);
  } else if (const auto* lifter = std::get_if<Lifter>(&version.what)) {
    object["kind"] = "lifter";
    put(object, *lifter);
  } else {
    const auto& choice = std::get<PolicyVersion>(version.what);
    object["kind"] = "policy";
    object["lift"] = json_text(choice.lift);
    object["version"] = choice.version;
    object["policy"] = json_text(choice.policy);
  }
  return object;
}

Json json_of(const std::vector<RecordChange>& changes) {
  Json list = Json::array();
  for (const RecordChange& change : changes) {
    Json& entry = list.emplace_back(Json::object());
    entry["record"] = change.record;
    entry["before"] =
        json_or_null(change.before, [](const Version& each) { return json_of(each); });
    entry["after"] = json_or_null(change.after, [](const Version& each) { return json_of(each); });
  }
  return list;
}

Json json_of(const Suggestion& suggestion) {
  Json object = Json::object();
  object["lift"] = suggestion.lift;
  object["decision"] = to_string(suggestion.decision);
  object["deload_percent"] = suggestion.deload_percent ? Json(*suggestion.deload_percent) : Json();
  object["target"] = json_or_null(suggestion.target, json_of_target);
  object["refer"] = to_string(suggestion.refer);
  return object;
}

Json json_of(const Shift& shift) {
  Json object = Json::object();
  object["before"] = json_of(shift.before);
  object["after"] = json_of(shift.after);
  return object;
}

const char* document_name(CorrectionKind kind) {
  constexpr std::array names = {"edit", "delete", "undo", "redo", "undo"};
  return names.at(static_cast<std::size_t>(kind));
}

/// Whether it may have changed nothing, or been a dry run.
bool has_outcome(CorrectionKind kind) {
  return kind == CorrectionKind::edit || kind == CorrectionKind::remove;
}

std::string_view outcome_of(const Correction& correction) {
  if (correction.changes.empty()) return "same";
  if (correction.dry_run) return "dry_run";
  return correction.kind == CorrectionKind::edit ? "edited" : "deleted";
}

}  // namespace

std::string json(const Correction& correction) {
  Json object = document(document_name(correction.kind));
  object["lifter"] = json_text(correction.lifter);
  if (has_outcome(correction.kind)) {
    object["outcome"] = outcome_of(correction);
  } else {
    object["command"] = json_text(correction.command);
  }
  object["records"] = correction.records;
  object["record_count"] = correction.record_count;
  object["changes"] = json_of(correction.changes);
  if (correction.kind == CorrectionKind::remove) object["kept"] = correction.kept;
  object["next"] = json_or_null(correction.shift, [](const Shift& each) { return json_of(each); });
  return written(object);
}

std::string json(const std::vector<PastCommand>& commands) {
  Json object = document("changes");
  object["items"] = Json::array();
  for (const PastCommand& past : commands) {
    const ChangeSummary& summary = past.summary;
    Json& entry = object["items"].emplace_back(Json::object());
    entry["change"] = summary.id;
    entry["at"] = summary.at;
    entry["command"] = summary.command;
    entry["lifters"] = summary.lifters;
    entry["records"] = summary.records;
    entry["record_count"] = summary.record_count;
    entry["undone"] = summary.undone;
    entry["changes"] = json_of(past.changes);
  }
  return written(object);
}

}  // namespace hinge::report
