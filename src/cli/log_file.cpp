#include "cli/log_file.hpp"

#include "cli/config.hpp"

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

}  // namespace hinge::cli
