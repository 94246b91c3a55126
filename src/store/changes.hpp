#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/store.hpp"
#include "store/sqlite.hpp"

namespace hinge::store {

/// What the record of changes can hold, each with ids of its own.
enum class Kind : std::uint8_t { lifter, session, checkin, screen, policy };
inline constexpr std::size_t kind_count = 5;

/// One command's entry in the record of changes, and the ids it gives out. Requires an open write
/// transaction for as long as it lives.
class ChangeLog {
 public:
  ChangeLog(Connection& database, std::string_view command, std::string_view at);

  /// This command's own id. Asking for it makes the entry: a command that changes nothing has none.
  std::int64_t command();
  /// An id that was never given out before.
  std::int64_t new_id(Kind kind);

  /// Notes that a row was added.
  void added(Kind kind, std::int64_t id);
  /// The row and all that belongs to it, as JSON that `restore` takes.
  [[nodiscard]] std::string snapshot(Kind kind, std::int64_t id) const;
  /// Notes that a row is no longer as in the snapshot `before`. Nothing is noted where it is.
  void replaced(Kind kind, std::int64_t id, const std::string& before);

  /// Takes the latest command that stands back, newest change first.
  std::optional<ChangeSummary> undo();

  /// Writes what is still held back. Nothing may be noted after it.
  void finish();
  [[nodiscard]] bool empty() const { return command_ == 0; }

 private:
  struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
  };
  void write(std::string_view action, std::string_view kind, Range rows,
             const std::optional<std::string>& before = {},
             const std::optional<std::string>& after = {});
  void write_range(Kind kind);
  void write_ranges();
  void restore(Kind kind, std::int64_t id, const std::string& snapshot);

  Connection& database_;
  std::string name_;
  std::string at_;
  std::int64_t command_ = 0;
  int position_ = 0;
  std::array<Range, kind_count> adding_;  ///< rows added one after the other become one change
  std::array<std::optional<std::int64_t>, kind_count> last_id_;
};

/// The latest commands first.
[[nodiscard]] std::vector<ChangeSummary> read_changes(Connection& database, int limit);

}  // namespace hinge::store
