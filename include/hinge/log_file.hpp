#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/error.hpp"
#include "hinge/inventory.hpp"

/// The file of a log as a whole: looked at, copied, and put in another's place.
namespace hinge {

/// Hears now and then how many records have been looked at.
using Progress = std::function<void(std::size_t records)>;

/// Reads all of the log at `path` and checks it: SQLite's own checks of file and indexes, what rows
/// point to, the checksum of every record, and that no id can be given out twice. Changes nothing,
/// an older format neither. Throws Error{database} where the file can't be opened at all: none
/// there, no database, another program's, a newer hinge's, or a killed writer's journal is in the
/// way.
[[nodiscard]] Examined examine(const std::filesystem::path& path, std::chrono::milliseconds timeout,
                               const Progress& progress = {});

/// A backup that hinge named: "hinge-2026-11-25T2030Z.db", and "…Z_2.db" for the second of a
/// minute.
struct BackupFile {
  std::filesystem::path path;
  Moment made;  ///< in UTC
  int number = 1;
};

/// The backups of the log at `log` in `folder`, the oldest first. Goes by their names alone; none
/// where there is no such folder.
[[nodiscard]] std::vector<BackupFile> backups_of(const std::filesystem::path& log,
                                                 const std::filesystem::path& folder);

/// The folder for backups that stands beside the log.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& log);

/// What a backup became.
struct Backup {
  std::filesystem::path path;
  std::uintmax_t bytes = 0;
  bool made = true;  ///< false: that file held the same already, and stays as it is
  Inventory inventory;
};

/// Copies the log, as its last commit left it, into `folder` (made 0700) under a name of its own,
/// 0600; where the latest backup there holds the same bytes, that one stays the latest. The file
/// appears under its name whole, verified and durable, or not at all. Throws Error{database} for a
/// damaged log, naming what is damaged, and Error{output} where the copy can't be put down.
[[nodiscard]] Backup back_up_into(const std::filesystem::path& log,
                                  const std::filesystem::path& folder, Moment now_in_utc,
                                  std::chrono::milliseconds timeout, const Progress& progress = {});
/// The same into the file `target`. What stands there already is never written over: Error{output},
/// unless it holds the same.
[[nodiscard]] Backup back_up_as(const std::filesystem::path& log,
                                const std::filesystem::path& target,
                                std::chrono::milliseconds timeout, const Progress& progress = {});

/// Removes the log's older backups in the folder of `latest`, the oldest first, so that `keep` stay
/// with it: never `latest` itself, whatever the clock said when the others were made, and nothing
/// but files that hinge named. Requires keep > 0. Returns what was removed.
std::vector<std::filesystem::path> remove_older_backups(const std::filesystem::path& log,
                                                        const std::filesystem::path& latest,
                                                        std::size_t keep);

/// A backup on its way into the place of a log: copied beside it, brought up to date there and
/// verified. Gone with the object, unless it was put in place.
class Restoring {
 public:
  /// Never changes `source`. Throws Error{bad_data} where it is not a whole log of this hinge or an
  /// older one, and Error{database} where the present log can't be read for another reason than
  /// damage.
  [[nodiscard]] static Restoring prepare(const std::filesystem::path& source,
                                         const std::filesystem::path& log,
                                         std::chrono::milliseconds timeout,
                                         const Progress& progress = {});
  Restoring(Restoring&&) noexcept;
  Restoring& operator=(Restoring&&) = delete;
  ~Restoring();

  [[nodiscard]] const Examined& incoming() const;
  /// None: there is no log yet.
  [[nodiscard]] const std::optional<Examined>& present() const;

  /// Puts the backup in the log's place, all or nothing and durably, waiting for other programs
  /// that use it. The present log is kept first, as a file in `backup_folder` whose path is
  /// returned (empty where there was none): all that was committed to it is in there.
  [[nodiscard]] std::filesystem::path put(Moment now_in_utc);

 private:
  struct Impl;
  explicit Restoring(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hinge
