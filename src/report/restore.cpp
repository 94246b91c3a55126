#include <nlohmann/json.hpp>

#include "domain/text.hpp"
#include "report/json_values.hpp"
#include "report/layout.hpp"
#include "report/log_file.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

constexpr std::size_t most_named = 5;

std::string name_of(std::string_view letter, std::int64_t id) {
  return std::string{letter} + std::to_string(id);
}

/// "s41, s42 and 3 more".
std::string names(std::string_view letter, const std::vector<std::int64_t>& ids) {
  std::string list;
  for (std::size_t i = 0; i < ids.size() && i < most_named; ++i) {
    list += (i == 0 ? "" : ", ") + name_of(letter, ids[i]);
  }
  if (ids.size() > most_named) list += " and " + std::to_string(ids.size() - most_named) + " more";
  return list;
}

/// "2 sessions (s41, s42), Sat 21 Nov to Sun 22 Nov"; empty for none.
std::string side_words(std::string_view noun, std::string_view letter, const OnlyHere& side,
                       Date today) {
  if (side.ids.empty()) return {};
  std::string words = count_of(side.ids.size(), noun) + " (" + names(letter, side.ids) + ")";
  if (side.first) words += ", " + day(*side.first, today);
  if (side.last != side.first) words += " to " + day(*side.last, today);
  return words;
}

void add(std::vector<std::string>& list, std::string words) {
  if (!words.empty()) list.push_back(std::move(words));
}

std::string joined(const std::vector<std::string>& list) {
  std::string all;
  for (const std::string& each : list) all += (all.empty() ? "" : "; ") + each;
  return all;
}

std::string lifters_words(const std::vector<std::string>& ids) {
  if (ids.empty()) return {};
  std::vector<std::string> escaped;
  escaped.reserve(ids.size());
  for (const std::string& id : ids) escaped.push_back(escaped_for_terminal(id));
  return (ids.size() == 1 ? "lifter " : "lifters ") + listed(escaped);
}

template <OnlyHere KindDifference::*side>
std::string only(const Difference& difference, const std::vector<std::string>& lifters,
                 Date today) {
  std::vector<std::string> list;
  add(list, side_words("session", "s", difference.sessions.*side, today));
  add(list, side_words("check-in", "f", difference.checkins.*side, today));
  add(list, side_words("screen", "r", difference.screens.*side, today));
  add(list, lifters_words(lifters));
  const std::size_t choices = (difference.policies.*side).ids.size();
  if (choices > 0) add(list, count_of(choices, "policy choice"));
  return joined(list);
}

std::string changed(const Difference& difference) {
  std::vector<std::string> list;
  add(list, names("s", difference.sessions.changed));
  add(list, names("f", difference.checkins.changed));
  add(list, names("r", difference.screens.changed));
  add(list, lifters_words(difference.lifters_changed));
  return joined(list);
}

Json names_json(std::string_view letter, const std::vector<std::int64_t>& ids) {
  Json list = Json::array();
  for (const std::int64_t id : ids) list.push_back(name_of(letter, id));
  return list;
}

template <OnlyHere KindDifference::*side>
Json only_json(const Difference& difference, const std::vector<std::string>& lifters) {
  Json object = Json::object();
  object["sessions"] = names_json("s", (difference.sessions.*side).ids);
  object["checkins"] = names_json("f", (difference.checkins.*side).ids);
  object["screens"] = names_json("r", (difference.screens.*side).ids);
  object["lifters"] = lifters;
  object["policies"] = (difference.policies.*side).ids.size();
  return object;
}

void put_differences(Page& page, const Difference& difference, Date today) {
  const std::string lost = only<&KindDifference::lost>(difference, difference.lifters_lost, today);
  const std::string gained =
      only<&KindDifference::gained>(difference, difference.lifters_gained, today);
  const std::string other = changed(difference);
  page.list({{"would be lost", lost.empty() ? "nothing" : lost, {}},
             {"would come back", gained.empty() ? "nothing" : gained, {}}});
  if (!other.empty()) page.list({{"would be as it was in the backup", other, {}}});
}

}  // namespace

std::string comparison(const RestoreShown& restore, Date today, const Style& style) {
  Page page{style};
  page.statement("backup", "The backup is well: " + words(restore.incoming) + ".");
  if (restore.is_first) {
    page.sentence("present log", "There is no log yet: it would become the log.");
    return page.str();
  }
  if (!restore.present_damage.empty()) {
    page.sentence("present log", "The present log is damaged: " +
                                     escaped_for_terminal(restore.present_damage) + ".");
  }
  if (restore.is_compared) {
    put_differences(page, restore.difference, today);
  } else {
    page.sentence("compared", "The present log can't be read as far as to compare the two.");
  }
  return page.str();
}

std::string text(const RestoreShown& restore, const Style& style) {
  Page page{style};
  page.line(page.plain() ? "restored: " : "Restored: ", words(restore.incoming) + ".");
  if (restore.kept.empty()) return page.str();
  page.verbatim("kept", "The log as it was: ", escaped_for_terminal(restore.kept));
  page.verbatim("undo", "undo: ", style.hinge + " restore " + shell_word(restore.kept_as));
  return page.str();
}

std::string json(const RestoreShown& restore) {
  Json object = document("restore");
  object["source"] = restore.source;
  object["outcome"] = restore.is_done ? "restored" : "dry_run";
  object["lifters"] = restore.incoming.lifters.size();
  object["sessions"] = restore.incoming.sessions.size();
  object["checkins"] = restore.incoming.checkins.size();
  object["screens"] = restore.incoming.screens.size();
  object["compared"] = restore.is_compared;
  object["damage"] = json_text(restore.present_damage);
  const Difference& difference = restore.difference;
  object["lost"] = only_json<&KindDifference::lost>(difference, difference.lifters_lost);
  object["gained"] = only_json<&KindDifference::gained>(difference, difference.lifters_gained);
  object["changed"] = names_json("s", difference.sessions.changed);
  for (const auto& [letter, kind] :
       {std::pair{"f", &difference.checkins}, std::pair{"r", &difference.screens}}) {
    for (const std::int64_t id : kind->changed) object["changed"].push_back(name_of(letter, id));
  }
  object["changed_lifters"] = difference.lifters_changed;
  object["kept"] = json_text(restore.kept);
  object["undo"] = json_text(restore.kept_as);
  return written(object);
}

}  // namespace hinge::report
