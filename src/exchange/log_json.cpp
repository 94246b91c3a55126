#include "exchange/log_json.hpp"

#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "exchange/json_fields.hpp"
#include "exchange/record_json.hpp"
#include "exchange/strict_json.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

using Json = nlohmann::json;

/// How `export all -f jsonl` begins: one object a line, for which no document vouches.
constexpr std::string_view as_lines = R"({"kind":)";

constexpr std::string_view document_keys[] = {"schema", "lifters"};
constexpr std::string_view lists[] = {"policies", "sessions", "checkins", "screens", "keys"};
constexpr std::string_view policy_keys[] = {"kind", "lift", "version", "policy"};
constexpr std::string_view key_keys[] = {"kind", "key", "record", "digest"};

/// Calls `take` with each member of a list, and where it stands.
template <class Take>
void each_in(const Json& lifter, const std::string& pointer, std::string_view key, Take take) {
  const auto found = lifter.find(key);
  if (found == lifter.end() || found->is_null()) return;
  const std::string place = pointer_to(pointer, key);
  if (!found->is_array()) refuse_at(place, shown(*found) + " is no list");
  for (std::size_t at = 0; at < found->size(); ++at) take((*found)[at], pointer_to(place, at));
}

/// The ids of one kind in a file, each of which is there once.
class Ids {
 public:
  void take(std::int64_t id, const std::string& pointer) {
    if (id == 0) refuse_at(pointer, "a record needs its id");
    if (!known_.insert(id).second) refuse_at(pointer, "its id is there twice in this file");
  }
  [[nodiscard]] bool has(std::int64_t id) const { return known_.count(id) > 0; }

 private:
  std::set<std::int64_t> known_;
};

PolicyVersion policy_in(const Json& value, const std::string& pointer) {
  constexpr int most_versions = 1'000'000;
  const JsonFields fields{value, pointer, policy_keys};
  const auto version = fields.whole("version", 1, most_versions);
  if (!version) fields.refuse_absence("version");
  PolicyVersion choice;
  choice.version = *version;
  if (const auto lift = fields.text("lift")) choice.lift = lift_in(*lift, fields.pointer("lift"));
  choice.policy = fields.text("policy").value_or("");
  return choice;
}

KnownKey key_in(const Json& value, const std::string& pointer) {
  const JsonFields fields{value, pointer, key_keys};
  for (const std::string_view name : {"key", "record", "digest"}) {
    if (fields.find(name) == nullptr) fields.refuse_absence(name);
  }
  const auto number = [](std::string_view text) -> std::optional<std::int64_t> {
    std::int64_t parsed = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, parsed);
    return error == std::errc{} && stopped == end ? std::optional{parsed} : std::nullopt;
  };
  return {*fields.text("key"), *fields.text("record"),
          *fields.parsed("digest", number, "no whole number")};
}

/// What is said of the lifter alone.
Lifter only_the_lifter(Json value, const std::string& pointer) {
  for (const std::string_view list : lists) value.erase(std::string{list});
  if (value.find("id") == value.end()) refuse_at(pointer_to(pointer, "id"), "is missing");
  return lifter_in(value, pointer, Unit::kg);
}

class LogReader {
 public:
  LoggedLifter lifter(const Json& value, const std::string& pointer) {
    if (!value.is_object()) refuse_at(pointer, shown(value) + " is no object");
    LoggedLifter logged;
    History& history = logged.history;
    history.lifter = only_the_lifter(value, pointer);
    if (!lifters_.insert(history.lifter.id).second) {
      refuse_at(pointer_to(pointer, "id"), "there are two lifters of that id");
    }
    const Loading& loading = history.lifter.loading;
    each_in(value, pointer, "policies", [&](const Json& each, const std::string& place) {
      logged.policies.push_back(policy_in(each, place));
    });
    each_in(value, pointer, "sessions", [&](const Json& each, const std::string& place) {
      history.sessions.push_back(session_in(each, place, loading));
      sessions_.take(history.sessions.back().id, place);
    });
    each_in(value, pointer, "checkins", [&](const Json& each, const std::string& place) {
      history.checkins.push_back(checkin_in(each, place));
      checkins_.take(history.checkins.back().id, place);
      about_.emplace_back(history.checkins.back().session.value_or(0), place);
    });
    each_in(value, pointer, "screens", [&](const Json& each, const std::string& place) {
      history.screens.push_back(screen_in(each, place));
      screens_.take(history.screens.back().id, place);
    });
    each_in(value, pointer, "keys", [&](const Json& each, const std::string& place) {
      logged.keys.push_back(key_in(each, place));
    });
    return logged;
  }

  /// A check-in may be about a session of another lifter's, further down, that was moved.
  void check_what_they_are_about() const {
    for (const auto& [session, place] : about_) {
      if (session == 0 || sessions_.has(session)) continue;
      refuse_at(pointer_to(place, "session"),
                session_name(session) + " is not a session of this file");
    }
  }

 private:
  std::set<std::string> lifters_;
  Ids sessions_;
  Ids checkins_;
  Ids screens_;
  std::vector<std::pair<std::int64_t, std::string>> about_;
};

}  // namespace

bool begins_like_a_log(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

std::vector<LoggedLifter> read_log(std::string_view text) {
  if (text.substr(0, as_lines.size()) == as_lines) {
    throw Error(ErrorKind::bad_data, "these are JSON lines, which are for other programs to read",
                "to take a log along: hinge export all -f json");
  }
  const Json value = parse_strict(text);
  const JsonFields document{value, "", document_keys};
  if (document.text("schema") != "hinge.log/1") {
    throw Error(ErrorKind::bad_data, "/schema: this is no hinge.log/1 document",
                "hinge import reads what hinge export all writes");
  }
  LogReader reader;
  std::vector<LoggedLifter> lifters;
  each_in(value, "", "lifters", [&](const Json& each, const std::string& place) {
    lifters.push_back(reader.lifter(each, place));
  });
  reader.check_what_they_are_about();
  return lifters;
}

}  // namespace hinge::exchange
