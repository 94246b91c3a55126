#include "store/fitnotes_backup.hpp"

#include <utility>

#include "store/sqlite.hpp"

namespace hinge::store {
namespace {

constexpr std::string_view magic{"SQLite format 3\0", 16};

bool has_table(Connection& backup, std::string_view name) {
  Statement rows{backup, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1", name};
  return rows.step();
}

// The comments of sets are those of owner type 1. A backup of long ago has no table for them.
constexpr Sql with_comments =
    "SELECT log.date, exercise.name, log.metric_weight, log.reps,"
    " (SELECT comment FROM Comment WHERE owner_type_id = 1 AND owner_id = log._id LIMIT 1)"
    " FROM training_log AS log LEFT JOIN exercise ON exercise._id = log.exercise_id"
    " ORDER BY log.date, log._id";
constexpr Sql without_comments =
    "SELECT log.date, exercise.name, log.metric_weight, log.reps, NULL"
    " FROM training_log AS log LEFT JOIN exercise ON exercise._id = log.exercise_id"
    " ORDER BY log.date, log._id";

void read_sets(Connection& backup, const std::function<void(const FitNotesSet&)>& take) {
  if (has_table(backup, "session") && has_table(backup, "lifter")) {
    throw Error(ErrorKind::bad_data, "this is a hinge log, not another app's file",
                "look into it with --db FILE, or bring it back with hinge restore");
  }
  if (!has_table(backup, "training_log") || !has_table(backup, "exercise")) {
    throw Error(ErrorKind::bad_data, "this is an SQLite database, but no FitNotes backup",
                "export it as CSV from the app it is of");
  }
  Statement rows{backup, has_table(backup, "Comment") ? with_comments : without_comments};
  while (rows.step()) {
    take({rows.text(0), rows.text(1), rows.real(2), rows.integer(3), rows.text(4)});
  }
}

}  // namespace

bool is_database(std::string_view head) { return head.starts_with(magic); }

void read_fitnotes_backup(std::string bytes, const std::function<void(const FitNotesSet&)>& take) {
  try {
    Connection backup{Image{std::move(bytes)}, "the backup"};
    read_sets(backup, take);
  } catch (const Failure&) {  // its words are for logs of ours
    throw Error(ErrorKind::bad_data, "this database is damaged, or is no FitNotes backup",
                "make the backup again in FitNotes");
  }
}

}  // namespace hinge::store
