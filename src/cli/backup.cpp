#include <array>

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/log_file.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/progress.hpp"
#include "report/log_file.hpp"

namespace hinge::cli {
namespace {

namespace fs = std::filesystem;

constexpr int most_kept = 100'000;

/// Whether what was given is a folder to put backups into, and not the backup's own name.
bool is_folder(const std::string& given) {
  std::error_code error;
  return given.ends_with('/') || fs::is_directory(given, error);
}

Backup made(Invocation& call, const fs::path& log) {
  ProgressLine line{call, "looked at"};
  const Progress progress = [&line](std::size_t records) { line(records); };
  const auto& operands = call.arguments.operands();
  const bool as_file = !operands.empty() && !is_folder(operands.front());
  if (as_file) {
    refuse_beside_log(call, operands.front());
    return back_up_as(log, operands.front(), call.globals.timeout, progress);
  }
  const fs::path folder = operands.empty() ? backup_folder(log) : fs::path(operands.front());
  return back_up_into(log, folder, now_in_utc(call), call.globals.timeout, progress);
}

int run_backup(Invocation& call) {
  const auto keep = call.arguments.value("keep");
  const auto& operands = call.arguments.operands();
  if (!operands.empty() && operands.front().empty()) {
    throw Error(ErrorKind::usage, "the path of the backup is empty", "name a file or a folder");
  }
  if (keep && !operands.empty() && !is_folder(operands.front())) {
    throw Error(ErrorKind::usage, "--keep needs a folder of backups, and this names one file",
                "name a folder that is there, or end its name with /");
  }
  const int kept = keep ? read_whole(*keep, 1, most_kept, "--keep") : most_kept;
  if (!has_database(call)) throw nothing_logged_yet(call);
  const fs::path log = database_path(call.globals, call.context.environment);
  Backup backup = made(call, log);
  report::BackupMade done{backup.path.string(), restored_as(call, backup.path), backup.bytes,
                          backup.made,          std::move(backup.inventory),    {}};
  if (keep) {
    const auto removed = remove_older_backups(log, backup.path, static_cast<std::size_t>(kept));
    for (const fs::path& path : removed) {
      done.removed.push_back(path.string());
    }
  }
  confirm(call, report::text(done, style_of(call)), [&] { return report::json(done); });
  return 0;
}

constexpr std::array options = {
    OptionSpec{"keep", 0, "N", "let go of all but the latest N backups in that folder"},
};

constexpr std::array examples = {
    Example{"hinge backup", "Into the folder backups beside the log."},
    Example{"hinge backup /media/stick/hinge/ --keep 14 -q",
            "Into another folder, the latest 14 kept: for cron."},
};

}  // namespace

constexpr CommandSpec backup_command{
    "backup",
    "",
    "copy the log into a file that is safe to keep",
    "[FILE | FOLDER/] [--keep N]",
    "Without FILE or FOLDER: the folder backups beside the log. In a folder each backup gets a "
    "name of its own (hinge-2026-11-25T2030Z.db, in UTC), and where nothing is new no file is "
    "made. The copy is checked record by record before it gets its name, and nothing is ever "
    "written over. --keep removes only files that hinge named, and only once the new one is safe. "
    "A damaged log is not backed up: its good backups are worth more. Others may log meanwhile.",
    options,
    examples,
    1,
    run_backup};

}  // namespace hinge::cli
