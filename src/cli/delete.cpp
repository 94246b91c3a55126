#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "cli/commands.hpp"
#include "cli/correct.hpp"
#include "cli/open_store.hpp"
#include "cli/record_name.hpp"
#include "cli/whose_log.hpp"
#include "report/words.hpp"

namespace hinge::cli {
namespace {

/// Whose they all are; empty where they are not one lifter's. Throws where one isn't there.
std::string owner_of(const Invocation& call, const Store& store,
                     const std::vector<std::string>& names) {
  std::set<std::string> owners;
  for (const std::string& name : names) owners.insert(find_record_of(call, store, name).lifter);
  return owners.size() == 1 ? *owners.begin() : std::string{};
}

/// The sessions among these records, by lifter.
std::map<std::string, std::vector<Session>> sessions_among(const Invocation& call,
                                                           const Store& store,
                                                           const std::vector<std::string>& names) {
  std::map<std::string, std::vector<Session>> found;
  for (const std::string& name : names) {
    const Record record = find_record_of(call, store, name);
    if (const auto* const session = std::get_if<Session>(&record.what)) {
      found[record.lifter].push_back(*session);
    }
  }
  return found;
}

/// The check-ins about these sessions that are not deleted with them.
std::vector<std::string> checkins_kept(const Invocation& call, const Store& store,
                                       const std::vector<std::string>& names) {
  std::vector<std::string> kept;
  for (const auto& [lifter, going] : sessions_among(call, store, names)) {
    const auto earliest = std::min_element(
        going.begin(), going.end(),
        [](const Session& a, const Session& b) { return a.when.date < b.when.date; });
    const History since = store.history(lifter, earliest->when.date);
    const report::SessionsByDay by_day{since.sessions};
    for (const CheckIn& checkin : since.checkins) {
      const auto about = by_day.about(checkin);
      const bool goes = std::any_of(going.begin(), going.end(), [&about](const Session& session) {
        return about == session.id;
      });
      std::string its_name = checkin_name(checkin.id);
      const bool goes_too = std::count(names.begin(), names.end(), its_name) > 0;
      if (goes && !goes_too) kept.push_back(std::move(its_name));
    }
  }
  return kept;
}

int run_delete(Invocation& call) {
  if (call.arguments.operands().empty()) {
    throw Error(ErrorKind::usage, "delete needs the ids of records",
                "for example: hinge delete s41 f12");
  }
  Store store = open_existing(call, Access::write);
  const std::vector<std::string> names = record_names_meant(call, store);
  report::Correction correction;
  correction.kind = report::CorrectionKind::remove;
  correction.lifter = owner_of(call, store, names);
  correction.records = names;
  correction.dry_run = call.arguments.has("dry-run");
  correction.name_lifter = has_several(store.lifters());
  correction.kept = checkins_kept(call, store, names);
  correct_records(call, store, std::move(correction), &Store::Writing::remove);
  return 0;
}

constexpr std::array options = {
    OptionSpec{"dry-run", 0, "", "say what would go, and change nothing"},
};

constexpr std::array examples = {
    Example{"hinge delete s41", "A session that never was."},
    Example{"hinge delete s41 f12", "Both or neither."},
};

}  // namespace

constexpr CommandSpec delete_command{
    "delete",
    "",
    "take records out of the log",
    "ID|last... [--dry-run]",
    "All of them as one change, or none. Nothing is asked, since undo brings them back, as they "
    "were and under the same ids, also later: hinge undo s41. To erase something for good: hinge "
    "purge.",
    options,
    examples,
    -1,
    run_delete};

}  // namespace hinge::cli
