#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "domain/text.hpp"
#include "report/doctor.hpp"
#include "report/log_file.hpp"
#include "report/records.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

using std::chrono::days;

constexpr days backup_is_old_after{7};
constexpr days recent{28};
constexpr std::uintmax_t least_free = std::uintmax_t{16} * 1024 * 1024;

std::string damage_list(const std::vector<Damage>& damage) {
  constexpr std::size_t most = 5;
  std::string list;
  for (std::size_t i = 0; i < damage.size() && i < most; ++i) {
    list += (i == 0 ? "" : "; ") + damage_words({damage[i]});
  }
  if (damage.size() > most) list += fmt::format("; and {} more", damage.size() - most);
  return escaped_for_terminal(list);
}

Check check_records(const Findings& found) {
  const std::string copy_and_restore =
      fmt::format("keep a copy as it is (cp {} {}), then go back to a backup: hinge restore",
                  shell_word(found.path), shell_word(found.path + ".damaged"));
  if (!found.examined) {
    return {"records", Verdict::problem, escaped_for_terminal(found.unreadable),
            found.damaged ? copy_and_restore : "hinge status; then look again"};
  }
  const auto& damage = found.examined->damage;
  if (!damage.empty()) {
    return {"records", Verdict::problem, damage_list(damage), copy_and_restore};
  }
  if (found.examined->format < found.examined->known) {
    return {"records", Verdict::ok, "the file is whole; its records are of an older format"};
  }
  return {"records", Verdict::ok, words(found.examined->inventory) + ", each as it was written"};
}

Check check_format(const Findings& found) {
  std::string versions =
      fmt::format("hinge {}, SQLite {}", found.hinge_version, found.sqlite_version);
  if (found.examined) versions += fmt::format(", format {}", found.examined->format);
  if (found.examined && found.examined->format < found.examined->known) {
    return {"versions", Verdict::look,
            versions + fmt::format("; this hinge writes format {}", found.examined->known),
            "the next command brings it up to date, and keeps it as it was beside it"};
  }
  if (found.examined && !found.examined->strangers.empty()) {
    return {"versions", Verdict::look,
            escaped_for_terminal(fmt::format("{}; beside the log the file has: {}", versions,
                                             listed(found.examined->strangers))),
            "hinge leaves that alone, and is left alone by it"};
  }
  return {"versions", Verdict::ok, versions};
}

Check check_permissions(const Findings& found) {
  constexpr unsigned others = 077;
  constexpr unsigned others_write = 022;
  constexpr unsigned sticky = 01000;
  const std::string folder = std::filesystem::path{found.path}.parent_path().string();
  const std::string seen =
      fmt::format("file {:04o}, folder {:04o}", found.file_mode, found.folder_mode);
  if ((found.file_mode & others) != 0) {
    return {"privacy", Verdict::problem, seen + ": others may read the log",
            "chmod 600 " + shell_word(found.path)};
  }
  if ((found.folder_mode & others_write) != 0 && (found.folder_mode & sticky) == 0) {
    return {"privacy", Verdict::problem, seen + ": others may put another file in its place",
            "chmod go-w " + shell_word(folder)};
  }
  return {"privacy", Verdict::ok, seen + ": nobody else reads it"};
}

std::optional<Date> last_day(const Inventory& inventory) {
  std::optional<Date> last;
  for (const auto* marks : {&inventory.sessions, &inventory.checkins, &inventory.screens}) {
    for (const RecordMark& mark : *marks) last = last ? std::max(*last, mark.day) : mark.day;
  }
  return last;
}

Check check_clock(const Findings& found) {
  const std::string now =
      fmt::format("today is {}, UTC{}", iso_date(found.today), offset_words(found.utc_offset));
  const auto last = found.examined ? last_day(found.examined->inventory) : std::nullopt;
  // A day later is another zone, and no wrong clock.
  if (last && *last > found.today + days{1}) {
    return {"clock", Verdict::look,
            fmt::format("{}, and the latest record is of {}", now, iso_date(*last)),
            "set the clock of this machine, or see that record: hinge history"};
  }
  return {"clock", Verdict::ok, now};
}

Check check_disk(const Findings& found) {
  const std::string space =
      size_words(found.free_bytes) + " free, the log has " + size_words(found.bytes);
  if (found.free_bytes < std::max(least_free, 3 * found.bytes)) {
    return {"disk", Verdict::problem, space, "make room: a full disk stores nothing"};
  }
  if (!found.file_system.empty()) {
    return {"disk", Verdict::look,
            fmt::format("{}; a network's file system ({}), whose locks may not hold", space,
                        found.file_system),
            "keep the log on a disk of this machine, and its backups there"};
  }
  return {"disk", Verdict::ok, space};
}

Check check_leftovers(const Findings& found) {
  if (found.leftovers.empty()) return {"leftovers", Verdict::ok, "none"};
  const std::filesystem::path folder = std::filesystem::path{found.path}.parent_path();
  std::string command = "rm";
  for (const std::string& name : found.leftovers)
    command += " " + shell_word((folder / name).string());
  return {"leftovers", Verdict::look,
          count_of(found.leftovers.size(), "file") + " of a hinge that was stopped",
          "while no hinge is running: " + command};
}

Check check_backup(const Findings& found) {
  if (!found.last_backup) {
    return {"backup", Verdict::look, "none in the folder for backups", "hinge backup"};
  }
  const auto age = std::chrono::floor<days>(elapsed(*found.last_backup, found.now));
  const std::string seen =
      count_of(found.backups, "backup") + ", the latest of " + iso_date(found.last_backup->date);
  const bool is_behind =
      found.last_change && elapsed(*found.last_backup, *found.last_change) > Minutes{0};
  if (!is_behind) return {"backup", Verdict::ok, seen + ", and nothing is new since"};
  if (age < backup_is_old_after) return {"backup", Verdict::ok, seen};
  return {"backup", Verdict::look, seen + ", and the log has changed since", "hinge backup"};
}

/// Lifters who trained in the last weeks, and of them those who never said how it felt.
struct Trained {
  std::size_t all = 0;
  std::size_t silent = 0;
};

Trained trained_lately(const Inventory& inventory, Date today) {
  std::map<std::int64_t, bool> told;
  for (const RecordMark& mark : inventory.sessions) {
    if (mark.day > today - recent) told.emplace(mark.lifter, false);
  }
  for (const RecordMark& mark : inventory.checkins) {
    const auto found = told.find(mark.lifter);
    if (found != told.end() && mark.day > today - recent) found->second = true;
  }
  for (const LifterMark& lifter : inventory.lifters) {
    if (lifter.archived) told.erase(lifter.key);
  }
  const auto silent =
      std::count_if(told.begin(), told.end(), [](const auto& each) { return !each.second; });
  return {told.size(), static_cast<std::size_t>(silent)};
}

Check check_checkins(const Findings& found) {
  if (!found.examined) return {"check-ins", Verdict::look, "not known: no record could be read"};
  if (found.examined->format < found.examined->known) {
    return {"check-ins", Verdict::ok, "not known: the records are of an older format"};
  }
  const Trained trained = trained_lately(found.examined->inventory, found.today);
  const std::string seen = fmt::format("{} trained in the last 4 weeks, {} without a check-in",
                                       count_of(trained.all, "lifter"), trained.silent);
  if (trained.silent == 0) return {"check-ins", Verdict::ok, seen};
  return {"check-ins", Verdict::look, seen, "hinge status --all says who; then: hinge feel"};
}

Check check_config(const Findings& found) {
  if (found.config_error.empty()) return {"config", Verdict::ok, "well"};
  return {"config", Verdict::problem, escaped_for_terminal(found.config_error),
          "mend it, or remove it"};
}

}  // namespace

std::vector<Check> checks_of(const Findings& findings) {
  return {check_records(findings), check_backup(findings),    check_permissions(findings),
          check_disk(findings),    check_leftovers(findings), check_clock(findings),
          check_format(findings),  check_config(findings),    check_checkins(findings)};
}

Verdict worst(const std::vector<Check>& checks) {
  Verdict worst = Verdict::ok;
  for (const Check& check : checks) worst = std::max(worst, check.verdict);
  return worst;
}

}  // namespace hinge::report
