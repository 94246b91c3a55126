#include <array>

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/exit_code.hpp"
#include "cli/log_file.hpp"
#include "cli/open_store.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "report/doctor.hpp"
#include "store/place.hpp"
#include "store/sqlite.hpp"

namespace hinge::cli {
namespace {

namespace fs = std::filesystem;

/// What a killed writer left has to be rolled back before anything can be read, and doctor changes
/// nothing: then that is what it finds. So is damage that SQLite can't read past. Everything else
/// that keeps the file shut is for the caller.
void look_inside(Invocation& call, const fs::path& log, report::Findings& findings) {
  std::error_code error;
  const bool has_journal = fs::file_size(log.string() + "-journal", error) > 0 && !error;
  try {
    ProgressLine line{call, "looked at"};
    findings.examined =
        examine(log, call.globals.timeout, [&line](std::size_t records) { line(records); });
  } catch (const store::Failure& failure) {
    findings.damaged =
        failure.cause() == store::Failure::Cause::damaged && begins_as_a_database(log.string());
    if (!findings.damaged && (failure.kind() != ErrorKind::database || !has_journal)) throw;
    findings.unreadable =
        findings.damaged ? std::string{"the file is damaged: nothing in it can be read"}
                         : "a program was stopped while it wrote, and that is to be rolled back";
  }
}

/// The days and minutes of "2026-11-22T18:30:00+01:00", in UTC.
std::optional<Moment> in_utc(const std::string& at) {
  constexpr std::size_t size = std::string_view{"2026-11-22T18:30:00+01:00"}.size();
  const auto number = [&at](std::size_t place) {
    return (at[place] - '0') * 10 + (at[place + 1] - '0');
  };
  const auto date = at.size() == size ? parse_iso_date(at.substr(0, 10)) : std::nullopt;
  if (!date) return std::nullopt;
  const Minutes offset{(number(20) * 60 + number(23)) * (at[19] == '-' ? -1 : 1)};
  const auto minutes =
      std::chrono::sys_time<Minutes>{*date} + Minutes{number(11) * 60 + number(14)} - offset;
  const auto day = std::chrono::floor<std::chrono::days>(minutes);
  return Moment{day, minutes - day};
}

std::optional<Moment> last_change(const Invocation& call, const report::Findings& findings) {
  // Opening an older log would bring it up to date.
  const auto& examined = findings.examined;
  if (!examined || !examined->damage.empty() || examined->format != examined->known) return {};
  const auto changes = open_existing(call, Access::read).changes(1);
  return changes.empty() ? std::nullopt : in_utc(changes.front().at);
}

void look_around(const Invocation& call, const fs::path& log, report::Findings& findings) {
  const store::Place place = store::place_of(log.string());
  findings.file_mode = place.file_mode;
  findings.folder_mode = place.folder_mode;
  findings.bytes = place.bytes;
  findings.free_bytes = place.free_bytes;
  findings.file_system = place.file_system;
  findings.leftovers = place.leftovers;
  const auto backups = backups_of(log, backup_folder(log));
  findings.backups = backups.size();
  if (!backups.empty()) findings.last_backup = backups.back().made;
  try {
    (void)read_config(call.context.environment);
  } catch (const Error& error) {
    findings.config_error = error.what();
  }
}

int run_doctor(Invocation& call) {
  if (!has_database(call)) throw nothing_logged_yet(call);
  const fs::path log = database_path(call.globals, call.context.environment);
  report::Findings findings;
  findings.path = log.string();
  findings.hinge_version = HINGE_VERSION;
  findings.sqlite_version = store::sqlite_version();
  findings.now = now_in_utc(call);
  findings.today = call.now.date;
  findings.utc_offset = call.context.utc_offset;
  look_inside(call, log, findings);
  look_around(call, log, findings);
  findings.last_change = last_change(call, findings);
  const auto checks = report::checks_of(findings);
  answer(call, call.globals.json ? report::json(findings) : report::text(checks, style_of(call)));
  return report::worst(checks) == report::Verdict::problem ? look_here : done;
}

constexpr std::array examples = {
    Example{"hinge doctor", "Whether the log is well, and what to do where it isn't."},
    Example{"hinge doctor --json", "The same without names and paths, to show to somebody else."},
};

}  // namespace

constexpr CommandSpec doctor_command{
    "doctor",
    "",
    "see whether the log is well",
    "",
    "Reads every record against its checksum, and looks at the file, its privacy, the disk, the "
    "clock, the backups and the config. One line each: ok, look or problem, and what to do. "
    "Changes nothing, and works on a damaged log: it says which record. Exit code 1 where there is "
    "a problem.",
    {},
    examples,
    0,
    run_doctor};

}  // namespace hinge::cli
