#include "store/fitnotes_backup.hpp"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <random>

#include "store/fixture.hpp"

using namespace hinge;
using namespace hinge::test;
namespace fs = std::filesystem;

namespace {

// The tables of FitNotes that hinge reads, as its backups have them.
constexpr const char* tables =
    "CREATE TABLE exercise(_id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, category_id "
    "INTEGER NOT NULL);"
    "CREATE TABLE training_log(_id INTEGER PRIMARY KEY AUTOINCREMENT, exercise_id INTEGER NOT NULL,"
    " date DATE NOT NULL, metric_weight INTEGER NOT NULL, reps INTEGER NOT NULL, unit INTEGER NOT "
    "NULL DEFAULT 0);"
    "INSERT INTO exercise VALUES (1, 'Deadlift', 4), (2, 'Squat', 5);";
constexpr const char* comments =
    "CREATE TABLE Comment(_id INTEGER PRIMARY KEY AUTOINCREMENT, date DATE NOT NULL, owner_type_id "
    "INTEGER NOT NULL, owner_id INTEGER NOT NULL, comment TEXT NOT NULL);"
    "INSERT INTO Comment VALUES (1, '2026-11-02', 1, 2, 'belt'), (2, '2026-11-02', 7, 1, 'no "
    "set');";
constexpr const char* sets =
    "INSERT INTO training_log VALUES (3, 2, '2026-11-09', 100, 5, 0), (2, 1, '2026-11-02', "
    "61.23496995, 5, 0), (1, 1, '2026-11-02', 100, 3, 0);";

/// The bytes of a database made by these statements.
std::string database(const std::vector<const char*>& scripts) {
  const Folder folder;
  const fs::path path = folder / "backup.fitnotes";
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  for (const char* const script : scripts) {
    REQUIRE(sqlite3_exec(handle, script, nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  sqlite3_close(handle);
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> rows_of(const std::string& bytes) {
  std::vector<std::string> rows;
  store::read_fitnotes_backup(bytes, [&rows](const store::FitNotesSet& set) {
    std::string row(set.day);
    ((row += ' ') += set.exercise) += ' ';
    row += std::to_string(set.kilograms) + " x " + std::to_string(set.reps);
    if (!set.comment.empty()) (row += ' ') += set.comment;
    rows.push_back(std::move(row));
  });
  return rows;
}

std::string refusal_of(const std::string& bytes) {
  try {
    (void)rows_of(bytes);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::bad_data);
    return error.what();
  }
  return "nothing";
}

}  // namespace

TEST_CASE("a FitNotes backup is read by day, and in the order entered") {
  CHECK(rows_of(database({tables, comments, sets})) ==
        std::vector<std::string>{"2026-11-02 Deadlift 100.000000 x 3",
                                 "2026-11-02 Deadlift 61.234970 x 5 belt",
                                 "2026-11-09 Squat 100.000000 x 5"});
}

TEST_CASE("a backup without comments, or left in WAL mode, is read all the same") {
  CHECK(rows_of(database({tables, sets})).size() == 3);
  CHECK(rows_of(database({"PRAGMA journal_mode = WAL", tables, sets})).size() == 3);
}

TEST_CASE("any other database is refused, and says what it is") {
  CHECK(refusal_of(database({"CREATE TABLE notes(text TEXT)"})) ==
        "this is an SQLite database, but no FitNotes backup");
  const Folder folder;
  {
    Store store = open(folder / "x.db");
    log(store, {usual_session()});
  }
  std::ifstream file(folder / "x.db", std::ios::binary);
  CHECK(refusal_of({std::istreambuf_iterator<char>(file), {}}) ==
        "this is a hinge log, not another app's file");
}

TEST_CASE("a view that poses as the training log is no training log") {
  const std::string posing = database(
      {"CREATE TABLE exercise(_id INTEGER PRIMARY KEY, name TEXT);"
       "CREATE VIEW training_log AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
       " SELECT i AS _id, 1 AS exercise_id, '2026-11-02' AS date, 100 AS metric_weight, 5 AS reps"
       " FROM n"});
  CHECK(refusal_of(posing) == "this is an SQLite database, but no FitNotes backup");
}

TEST_CASE("a backup cut short or changed in any place is read or refused, and nothing else") {
  const std::string whole = database({tables, comments, sets});
  std::mt19937 random(20261122);
  for (int round = 0; round < 500; ++round) {
    std::string changed = whole.substr(0, round % 2 == 0 ? whole.size() : random() % whole.size());
    for (int i = 0; i < 8 && !changed.empty(); ++i) {
      changed[random() % changed.size()] = static_cast<char>(random() % 256);
    }
    try {
      (void)rows_of(changed);
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::bad_data);
    }
  }
}
