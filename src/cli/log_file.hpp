#pragma once

#include "cli/invocation.hpp"
#include "hinge/log_file.hpp"

namespace hinge::cli {

/// Now, as the names of backups have it: a clock that is put back in autumn can't confuse them.
[[nodiscard]] Moment now_in_utc(const Invocation& call);

/// What `restore` takes for the backup at `path`: its name alone where it is in the log's folder
/// for backups.
[[nodiscard]] std::string restored_as(const Invocation& call, const std::filesystem::path& path);

/// Throws Error{output} for a name that SQLite, or hinge itself, uses beside the log: what is
/// written there is gone with the next command that writes.
void refuse_beside_log(const Invocation& call, const std::filesystem::path& target);

}  // namespace hinge::cli
