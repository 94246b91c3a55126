#include "store/entries.hpp"

namespace hinge::store {

namespace {

std::optional<std::string_view> optional_text(const Statement& columns, int column) {
  return columns.is_null(column) ? std::nullopt : std::optional{columns.text(column)};
}

EntryChecksum checksum_of_entry(Connection& database, std::int64_t command) {
  EntryChecksum checksum;
  Statement row{database, "SELECT id, name, at, target FROM command WHERE id = ?1", command};
  if (row.step()) {
    checksum.add_command(row.integer(0), row.text(1), row.text(2), row.optional_integer(3));
  }
  Statement changes{database,
                    "SELECT position, action, kind, first, last, before, after FROM change"
                    " WHERE command = ?1 ORDER BY position",
                    command};
  while (changes.step()) {
    checksum.add_change(changes.integer(0), changes.text(1), changes.text(2), changes.integer(3),
                        changes.integer(4), optional_text(changes, 5), optional_text(changes, 6));
  }
  return checksum;
}

/// From columns id, undone, checksum.
bool is_intact(Connection& database, const Statement& columns) {
  return columns.integer(2) ==
         with_mark(checksum_of_entry(database, columns.integer(0)).value(), columns.boolean(1));
}

}  // namespace

std::vector<Change> changes_of(Connection& database, std::int64_t command) {
  std::vector<Change> changes;
  Statement rows{database,
                 "SELECT position, action, kind, first, last, before, after FROM change"
                 " WHERE command = ?1 ORDER BY position",
                 command};
  while (rows.step()) {
    changes.push_back({rows.integer(0), std::string{rows.text(1)},
                       require_kind(database, rows.text(2)), rows.integer(3), rows.integer(4),
                       std::string{rows.text(5)}, std::string{rows.text(6)}});
  }
  return changes;
}

void EntryChecksum::add_command(std::int64_t id, std::string_view name, std::string_view at,
                                std::optional<std::int64_t> target) {
  checksum_.add(id).add(name).add(at).add(target);
}

void EntryChecksum::add_change(std::int64_t position, std::string_view action,
                               std::string_view kind, std::int64_t first, std::int64_t last,
                               std::optional<std::string_view> before,
                               std::optional<std::string_view> after) {
  checksum_.add(position).add(action).add(kind).add(first).add(last).add(before).add(after);
}

void seal_entry(Connection& database, std::int64_t command, const EntryChecksum& checksum) {
  Statement{database, "UPDATE command SET checksum = iif(undone, ~?2, ?2) WHERE id = ?1", command,
            checksum.value()}
      .run();
}

void seal_entry(Connection& database, std::int64_t command) {
  seal_entry(database, command, checksum_of_entry(database, command));
}

void verify_entries_since(Connection& database, std::int64_t command) {
  Statement rows{database, "SELECT id, undone, checksum FROM command WHERE id >= ?1", command};
  while (rows.step()) {
    if (!is_intact(database, rows)) refuse_damaged_entry(database);
  }
}

std::vector<std::int64_t> damaged_entries(Connection& database) {
  std::vector<std::int64_t> damaged;
  Statement rows{database, "SELECT id, undone, checksum FROM command ORDER BY id"};
  while (rows.step()) {
    if (!is_intact(database, rows)) damaged.push_back(rows.integer(0));
  }
  return damaged;
}

void refuse_damaged_entry(const Connection& database) {
  throw Failure{Failure::Cause::other, ErrorKind::database,
                database.path() +
                    ": the record of changes does not match its checksum, or the log: the file is "
                    "damaged there",
                "keep a copy of the file as it is, and restore a backup"};
}

std::int64_t checksum_of(const ArrivalRow& arrival) {
  return Checksum{}
      .add(arrival.lifter)
      .add(arrival.key)
      .add(arrival.command)
      .add(arrival.kind)
      .add(arrival.record)
      .add(arrival.digest)
      .value();
}

ArrivalRow arrival_from(const Connection& database, const Statement& columns) {
  const ArrivalRow arrival{columns.integer(0), columns.text(1),    columns.integer(2),
                           columns.text(3),    columns.integer(4), columns.integer(5)};
  if (columns.integer(6) != checksum_of(arrival)) refuse_damaged_entry(database);
  return arrival;
}

void seal_all(Connection& database) {
  Statement commands{database, "SELECT id FROM command"};
  while (commands.step()) seal_entry(database, commands.integer(0));
  Statement rows{database, "SELECT lifter, key, command, kind, record, digest FROM arrival"};
  while (rows.step()) {
    const ArrivalRow arrival{rows.integer(0), rows.text(1),    rows.integer(2),
                             rows.text(3),    rows.integer(4), rows.integer(5)};
    Statement{database,
              "UPDATE arrival SET checksum = ?4 WHERE lifter = ?1 AND key = ?2 AND command = ?3",
              arrival.lifter,
              arrival.key,
              arrival.command,
              checksum_of(arrival)}
        .run();
  }
}

}  // namespace hinge::store
