#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "hinge/log_file.hpp"
#include "store/draft.hpp"

namespace hinge::store {

/// The files that hinge named as backups of a log called `stem`, the oldest first.
[[nodiscard]] std::vector<BackupFile> backups_named(const std::filesystem::path& folder,
                                                    const std::string& stem);

/// Gives the draft the first name of the minute that is free, in its own `folder`.
[[nodiscard]] std::string publish_as_backup(Draft& draft, const std::string& folder,
                                            const std::string& stem, Moment now_in_utc);

/// The log as its last commit left it, copied into a durable draft. Changes nothing in the log;
/// throws Failure where it can't be read.
[[nodiscard]] Draft copied(const std::string& log, const std::string& folder,
                           std::chrono::milliseconds timeout);

}  // namespace hinge::store
