#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/checksum.hpp"
#include "store/kinds.hpp"

/// The entries of the record of changes, one a command, and the keys that came with records: as
/// they stand in the file, each with its checksum.
namespace hinge::store {

/// What a command did to the rows `first` to `last` of a kind.
struct Change {
  std::int64_t position = 0;
  std::string action;
  Kind kind = Kind::session;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::string before;  ///< of a replaced row, as is `after`
  std::string after;
};
/// In the order they were made.
[[nodiscard]] std::vector<Change> changes_of(Connection& database, std::int64_t command);

/// The checksum of an entry, but for its mark: of its command, and then of its changes in order.
class EntryChecksum {
 public:
  void add_command(std::int64_t id, std::string_view name, std::string_view at,
                   std::optional<std::int64_t> target);
  void add_change(std::int64_t position, std::string_view action, std::string_view kind,
                  std::int64_t first, std::int64_t last, std::optional<std::string_view> before,
                  std::optional<std::string_view> after);
  [[nodiscard]] std::int64_t value() const { return checksum_.value(); }

 private:
  Checksum checksum_;
};
/// Gives the entry its checksum: once all of it is written.
void seal_entry(Connection& database, std::int64_t command, const EntryChecksum& checksum);
/// Likewise, for who did not write it: reads what stands in it.
void seal_entry(Connection& database, std::int64_t command);
/// Throws Failure where an entry from this one on does not match its checksum. A later one counts
/// too: a flag that has flipped in it may be why this one is the latest.
void verify_entries_since(Connection& database, std::int64_t command);
/// The commands whose entries don't match their checksums.
[[nodiscard]] std::vector<std::int64_t> damaged_entries(Connection& database);
[[noreturn]] void refuse_damaged_entry(const Connection& database);

/// A key that came with a record.
struct ArrivalRow {
  std::int64_t lifter = 0;
  std::string_view key;
  std::int64_t command = 0;
  std::string_view kind;
  std::int64_t record = 0;
  std::int64_t digest = 0;
};
[[nodiscard]] std::int64_t checksum_of(const ArrivalRow& arrival);
/// From columns lifter, key, command, kind, record, digest, checksum; its texts last until the next
/// step. Throws Failure where the checksum is not the row's.
[[nodiscard]] ArrivalRow arrival_from(const Connection& database, const Statement& columns);

/// What the entries and keys of a log of format 1 lack.
void seal_all(Connection& database);

}  // namespace hinge::store
