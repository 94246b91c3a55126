#include <fmt/format.h>

#include <array>
#include <ostream>

#include "cli/ask.hpp"
#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/log_file.hpp"
#include "cli/progress.hpp"
#include "report/log_file.hpp"

namespace hinge::cli {
namespace {

namespace fs = std::filesystem;

fs::path present_log(const Invocation& call) {
  return database_path(call.globals, call.context.environment);
}

/// A bare name that is not here is looked for in the folder for backups.
fs::path source_meant(const Invocation& call) {
  const auto& operands = call.arguments.operands();
  const fs::path folder = backup_folder(present_log(call));
  if (operands.empty() || operands.front().empty()) {
    const auto backups = backups_of(present_log(call), folder);
    throw Error(ErrorKind::usage, "restore needs the backup to go back to",
                backups.empty() ? "name its file: hinge restore FILE"
                                : "the latest is: " + hinge_of(call) + " restore " +
                                      backups.back().path.filename().string());
  }
  fs::path given = operands.front();
  std::error_code error;
  if (given.has_parent_path() || fs::exists(given, error)) return given;
  return fs::exists(folder / given, error) ? folder / given : given;
}

Restoring prepared(Invocation& call, const fs::path& source) {
  ProgressLine line{call, "looked at"};
  return Restoring::prepare(source, present_log(call), call.globals.timeout,
                            [&line](std::size_t records) { line(records); });
}

report::RestoreShown shown(const fs::path& source, const Restoring& restoring) {
  report::RestoreShown restore;
  restore.source = source.string();
  restore.incoming = restoring.incoming().inventory;
  const auto& present = restoring.present();
  restore.is_first = !present;
  if (!present) {
    restore.difference = difference({}, restore.incoming);
    return restore;
  }
  restore.is_compared = present->format > 0 && present->format == present->known;
  restore.present_damage = damage_words(present->damage);
  if (restore.is_compared) restore.difference = difference(present->inventory, restore.incoming);
  return restore;
}

/// Whether to go on: -y, or the person says so. Throws Error{needs_terminal} where nobody can.
bool is_wanted(Invocation& call, const report::RestoreShown& restore) {
  if (call.globals.assume_yes || restore.is_first) return true;
  if (!can_ask(call)) {
    throw Error(ErrorKind::needs_terminal,
                "restore would ask whether to put the backup in the place of the present log",
                "look first: --dry-run; then: -y");
  }
  call.context.err << report::comparison(restore, call.now.date, style_of(call));
  return ask_yes_no(call.context, "Put it in the place of the present log, which is kept?");
}

int run_restore(Invocation& call) {
  const fs::path source = source_meant(call);
  Restoring restoring = prepared(call, source);
  report::RestoreShown restore = shown(source, restoring);
  const report::Style style = style_of(call);
  if (call.arguments.has("dry-run")) {
    answer(call, call.globals.json ? report::json(restore)
                                   : report::comparison(restore, call.now.date, style));
    return 0;
  }
  if (!is_wanted(call, restore)) throw Left{};
  const fs::path kept = restoring.put(now_in_utc(call));
  call.stored = true;
  restore.is_done = true;
  restore.kept = kept.string();
  if (!kept.empty()) restore.kept_as = restored_as(call, kept);
  confirm(call, report::text(restore, style), [&] { return report::json(restore); });
  return 0;
}

constexpr std::array options = {
    OptionSpec{"dry-run", 0, "", "only say what would be lost and what would come back"},
};

constexpr std::array examples = {
    Example{"hinge restore hinge-2026-11-22T1830Z.db --dry-run",
            "What going back to that backup would change."},
    Example{"hinge restore /media/stick/hinge/hinge-2026-11-22T1830Z.db",
            "Goes back to it, once you have said yes."},
};

}  // namespace

constexpr CommandSpec restore_command{
    "restore",
    "",
    "go back to a backup",
    "FILE [--dry-run]",
    "FILE is a backup, or the name of one in the folder backups beside the log. It is read record "
    "by record first, and never changed; a damaged one is refused. hinge says what would be lost "
    "and what would come back, asks, and keeps the present log in that folder: the last line says "
    "how to go back to it. Others who use the log meanwhile wait a moment.",
    options,
    examples,
    1,
    run_restore};

}  // namespace hinge::cli
