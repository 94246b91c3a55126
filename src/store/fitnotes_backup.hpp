#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace hinge::store {

/// One set as FitNotes keeps it; the views hold until the next one is read.
struct FitNotesSet {
  std::string_view day;  ///< as stored: "2026-11-22"
  std::string_view exercise;
  double kilograms = 0;  ///< FitNotes keeps every load so, whatever unit it shows
  std::int64_t reps = 0;
  std::string_view comment;
};

/// Whether the bytes begin as every SQLite file does.
[[nodiscard]] bool is_database(std::string_view head);

/// Hands every set of the backup in `bytes` to `take`, by day and in the order entered. The backup
/// is read from memory: nothing beside its file is looked at, locked or written. Throws
/// Error{bad_data} for a database that is no FitNotes backup, or is damaged.
void read_fitnotes_backup(std::string bytes, const std::function<void(const FitNotesSet&)>& take);

}  // namespace hinge::store
