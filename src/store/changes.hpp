#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/entries.hpp"
#include "store/kinds.hpp"
#include "store/tally.hpp"

namespace hinge::store {

/// One command's entry in the record of changes, and the ids it gives out. Requires an open write
/// transaction for as long as it lives.
class ChangeLog {
 public:
  ChangeLog(Connection& database, std::string_view command, std::string_view at);

  /// This command's own id. Asking for it makes the entry: a command that changes nothing has none.
  std::int64_t command();
  /// An id that was never given out before.
  std::int64_t new_id(Kind kind);
  /// Has the next one be `id`, unless that is behind.
  void skip_to(Kind kind, std::int64_t id);

  /// Notes that a row was added, and where it is counted.
  void added(std::int64_t id, const TallyPlace& place);
  /// The row and all that belongs to it, as JSON. Requires that there is one.
  [[nodiscard]] std::string snapshot(Kind kind, std::int64_t id) const;
  /// Notes that a row is no longer as in the snapshot `before`. Nothing is noted where it is.
  void replaced(Kind kind, std::int64_t id, const std::string& before);
  /// Marks a row as removed, and notes it.
  void remove(Kind kind, std::int64_t id);
  /// The other way round.
  void bring_back(Kind kind, std::int64_t id);

  /// Takes the latest command that stands back; returns which, if there is one. Throws Failure
  /// where what it left behind is damaged.
  std::optional<std::int64_t> undo();
  /// Takes the latest undo back; returns which command stands again. None after a new command.
  std::optional<std::int64_t> redo();

  /// Counts what was added so far, so that records can be read.
  void count();
  /// Writes what is still held back of what was noted so far, so that the entry can be read.
  void seal();
  /// Writes what is still held back. Nothing may be noted after it.
  void finish();
  [[nodiscard]] bool empty() const { return command_ == 0; }

 private:
  std::int64_t& last_id(Kind kind);
  struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
  };
  void write(std::string_view action, Kind kind, Range rows,
             const std::optional<std::string>& before = {},
             const std::optional<std::string>& after = {});
  void write_range(Kind kind);
  void write_ranges();
  /// Undoes every change of a command, newest first.
  void take_back(std::int64_t command);
  /// Brings a row back from `now` to `before`.
  void restore(Kind kind, std::int64_t id, const std::string& now, const std::string& before);

  Connection& database_;
  std::string name_;
  std::string at_;
  std::int64_t command_ = 0;
  std::optional<std::int64_t> target_;  ///< the command that this one takes back
  EntryChecksum checksum_;              ///< of what is written of the entry so far
  int position_ = 0;
  std::array<Range, kind_count> adding_;  ///< rows added one after the other become one change
  TallyPlace counted_;                    ///< where the rows of `uncounted_` belong
  Tally uncounted_;                       ///< rows added one after the other become one count
  std::array<std::optional<std::int64_t>, kind_count> last_id_;
};

}  // namespace hinge::store
