#include "cli/log_file.hpp"

#include "cli/config.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {

Moment now_in_utc(const Invocation& call) {
  const auto minutes = std::chrono::sys_days{call.now.date}.time_since_epoch() +
                       call.now.time.value_or(Minutes{0}) - call.context.utc_offset;
  const auto days = std::chrono::floor<std::chrono::days>(minutes);
  return {Date{std::chrono::sys_days{days}}, std::chrono::duration_cast<Minutes>(minutes - days)};
}

std::string restored_as(const Invocation& call, const std::filesystem::path& path) {
  const auto folder = backup_folder(database_path(call.globals, call.context.environment));
  return (path.parent_path() == folder ? path.filename() : path).string();
}

void refuse_beside_log(const Invocation& call, const std::filesystem::path& target) {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto resolved = [&error](const fs::path& path) {
    return fs::weakly_canonical(fs::absolute(path, error), error).string();
  };
  const std::string log = resolved(database_path(call.globals, call.context.environment));
  const std::string meant = resolved(target);
  for (const std::string_view ending : {"-journal", "-wal", "-shm", ".new"}) {
    if (meant != log + std::string(ending)) continue;
    throw Error(ErrorKind::output, meant + " is a name that the log needs for itself",
                "choose another name");
  }
}

}  // namespace hinge::cli
