#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/kinds.hpp"

namespace hinge::store {

// Requires an open transaction: each of these reads more than once.

/// The latest commands first.
[[nodiscard]] std::vector<ChangeSummary> read_changes(Connection& database, int limit);
[[nodiscard]] ChangeSummary read_change(Connection& database, std::int64_t command);
/// What a command did to the first records it changed, each as it was before and after all of it.
[[nodiscard]] std::vector<RecordChange> read_record_changes(Connection& database,
                                                            std::int64_t command);

/// The command that undo would take back.
[[nodiscard]] std::optional<std::int64_t> undoable_command(Connection& database);
/// The undo that redo would take back: none after a new command.
[[nodiscard]] std::optional<std::int64_t> redoable_undo(Connection& database);
/// The command that an undo took back.
[[nodiscard]] std::int64_t target_of(Connection& database, std::int64_t undo);

/// The session, check-in or screen that this lifter's latest command stored or changed, and that
/// still stands.
[[nodiscard]] std::optional<std::string> latest_record(Connection& database, std::int64_t lifter);

}  // namespace hinge::store
