// Backups: whole, private, verified; named so that only hinge's own are ever let go.

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <list>

#include "hinge/log_file.hpp"
#include "store/fixture.hpp"

using namespace hinge;
using namespace hinge::test;
namespace fs = std::filesystem;
using Catch::Contains;

namespace {

constexpr Date long_ago{};
constexpr std::chrono::seconds timeout{10};

Moment at(int hour, int minute) {
  return {day(2026, 11, 25), std::chrono::hours{hour} + Minutes{minute}};
}

fs::path make_log(const Folder& folder) {
  fs::path path = folder / "hinge.db";
  Store store = open(path);
  log(store, {usual_session(), usual_session()}, {usual_checkin()});
  return path;
}

void add_session(const fs::path& path) {
  Store store = open(path);
  log(store, {usual_session()});
}

Backup back_up(const fs::path& path, Moment now) {
  return back_up_into(path, backup_folder(path), now, timeout);
}

unsigned mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{folder}) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

void touch(const fs::path& path) { std::ofstream{path} << "x"; }

}  // namespace

TEST_CASE("a backup holds the same history, in a private file with a name of its own") {
  const Folder folder;
  const fs::path path = make_log(folder);
  const Backup backup = back_up(path, at(20, 30));
  CHECK(backup.path == folder / "backups" / "hinge-2026-11-25T2030Z.db");
  CHECK(backup.made);
  CHECK(backup.bytes == fs::file_size(backup.path));
  CHECK(backup.inventory.sessions.size() == 2);
  CHECK(backup.inventory.checkins.size() == 1);
  CHECK(backup.inventory.lifters.size() == 1);
  CHECK(mode_of(backup.path) == 0600);
  CHECK(mode_of(backup.path.parent_path()) == 0700);
  CHECK(names_in(backup.path.parent_path()).size() == 1);
  CHECK(open(backup.path, Access::read).history("me", long_ago) ==
        open(path, Access::read).history("me", long_ago));
}

TEST_CASE("nothing new makes no new file, and something new in the same minute a second one") {
  const Folder folder;
  const fs::path path = make_log(folder);
  back_up(path, at(20, 30));
  const Backup again = back_up(path, at(20, 31));
  CHECK_FALSE(again.made);
  CHECK(again.path.filename() == "hinge-2026-11-25T2030Z.db");
  add_session(path);
  CHECK(back_up(path, at(20, 30)).path.filename() == "hinge-2026-11-25T2030Z_2.db");
  const auto backups = backups_of(path, backup_folder(path));
  REQUIRE(backups.size() == 2);
  CHECK(backups[0].number == 1);
  CHECK(backups[1].number == 2);
}

TEST_CASE("only files that hinge named are let go, the oldest first") {
  const Folder folder;
  const fs::path path = make_log(folder);
  const fs::path backups = backup_folder(path);
  for (int hour = 8; hour < 12; ++hour) {
    add_session(path);
    (void)back_up(path, at(hour, 0));
  }
  const std::vector<std::string> strangers = {
      "hinge-2026-11-25T0700Z.db.gz", "hinge-2026-11-25T0700.db",
      "hinge-2026-13-25T0700Z.db",    "hinge-2026-11-25T2400Z.db",
      "hinge-2026-11-25T0760Z.db",    "hinge-2026-11-25T0700Z_1.db",
      "hinge-2026-11-25T0700Z_02.db", "hinge-2026-11-25T0700Z-2.db",
      "clinic-2026-11-25T0700Z.db",   "hinge-before-restore-2026-11-25T0700Z.db",
      "x-hinge-2026-11-25T0700Z.db",  "notes.txt",
      "hinge-2026-11-25T0700X.db",    "hinge-2026-11-25X0700Z.db",
      "hinge-2026-11-25T-700Z.db",    "hinge-2026-11-25T0700Z_2x.db"};
  for (const std::string& name : strangers) touch(backups / name);
  fs::create_directory(backups / "hinge-2026-11-25T0701Z.db");
  fs::create_symlink(path, backups / "hinge-2026-11-25T0702Z.db");

  const fs::path latest = backups / "hinge-2026-11-25T1100Z.db";
  CHECK(remove_older_backups(path, latest, 4).empty());
  const auto removed = remove_older_backups(path, latest, 3);
  REQUIRE(removed.size() == 1);
  CHECK(removed.front() == backups / "hinge-2026-11-25T0800Z.db");
  CHECK(remove_older_backups(path, latest, 1).size() == 2);
  for (const std::string& name : strangers) CHECK(fs::exists(backups / name));
  CHECK(fs::exists(backups / "hinge-2026-11-25T1100Z.db"));
  CHECK(names_in(backups).size() == strangers.size() + 3);
  CHECK(fs::exists(path));
}

TEST_CASE("the backup just made is never let go, nor taken for an older one") {
  const Folder folder;
  const fs::path path = make_log(folder);
  (void)back_up(path, at(20, 30));
  add_session(path);
  (void)back_up(path, at(20, 30));
  add_session(path);
  // The clock was put back by an hour.
  const Backup early = back_up(path, at(19, 30));
  CHECK(remove_older_backups(path, early.path, 2).size() == 1);
  CHECK(fs::exists(early.path));
  // The first name of the minute is free again, and is not taken.
  add_session(path);
  CHECK(back_up(path, at(20, 30)).path.filename() == "hinge-2026-11-25T2030Z_3.db");
}

TEST_CASE("a file that is there is never written over") {
  const Folder folder;
  const fs::path path = make_log(folder);
  touch(folder / "letter.txt");
  try {
    (void)back_up_as(path, folder / "letter.txt", timeout);
    FAIL("it was");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::output);
    CHECK_THAT(error.what(), Contains("left alone"));
  }
  CHECK(fs::file_size(folder / "letter.txt") == 1);
  CHECK(back_up_as(path, folder / "copy.db", timeout).made);
  CHECK_FALSE(back_up_as(path, folder / "copy.db", timeout).made);
  add_session(path);
  CHECK_THROWS_AS(back_up_as(path, folder / "copy.db", timeout), Error);
  CHECK_THROWS_AS(back_up_as(path, path, timeout), Error);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"copy.db", "hinge.db", "letter.txt"});
}

TEST_CASE("a damaged log is not backed up, and what is damaged is said") {
  struct Row {
    const char* sql;
    const char* said;
  };
  const auto row = GENERATE(values<Row>({
      {"UPDATE session SET day = '2026-11-21' WHERE id = 2", "s2 does not match"},
      {"UPDATE checkin SET peak = 1", "f1 does not match"},
      {"UPDATE lifter SET step = 1", "lifter 1 does not match"},
      {"DELETE FROM session_set WHERE position = 1", "s1 does not match its checksum (and 1 more)"},
      {"UPDATE counter SET last = 1 WHERE kind = 'session'", "last id of a session"},
      {"PRAGMA foreign_keys = OFF; UPDATE session SET lifter = 9", "points to a lifter"},
      {"PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'checkin_by_day'", ""},
  }));
  INFO(row.sql);
  const Folder folder;
  const fs::path path = make_log(folder);
  raw_sql(path, row.sql);
  try {
    (void)back_up(path, at(20, 30));
    FAIL("it was");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::database);
    CHECK_THAT(error.what(), Contains(row.said));
  }
  CHECK((!fs::exists(backup_folder(path)) || names_in(backup_folder(path)).empty()));
}

TEST_CASE("what was taken back is in the backup, and not counted") {
  const Folder folder;
  const fs::path path = make_log(folder);
  {
    Store store = open(path);
    auto writing = store.begin("delete", "2026-11-25T20:00:00+00:00");
    writing.remove("s2");
    writing.commit();
  }
  const Backup backup = back_up(path, at(20, 30));
  CHECK(backup.inventory.sessions.size() == 1);
  Store copy = open(backup.path);
  auto writing = copy.begin("undo", "2026-11-25T21:00:00+00:00");
  CHECK(writing.undo().has_value());
  writing.commit();
  CHECK(copy.find("s2").has_value());
}

TEST_CASE("where nothing was logged there is nothing to back up, and nothing is made") {
  const Folder folder;
  CHECK_THROWS_AS(back_up(folder / "hinge.db", at(20, 30)), Error);
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("a backup is one moment of the log, and costs the writers nothing") {
  const Folder folder;
  const fs::path path = make_log(folder);
  std::list<Child> writers;
  for (int writer = 0; writer < 3; ++writer) {
    writers.emplace_back([&path] {
      for (int count = 0; count < 30; ++count) add_session(path);
      return std::string{"done"};
    });
  }
  std::list<Child> backups;
  for (int round = 0; round < 3; ++round) {
    backups.emplace_back([&path, round]() -> std::string {
      std::size_t before = 0;
      for (int count = 0; count < 5; ++count) {
        const Backup backup = back_up(path, at(round, count));
        const auto sessions = backup.inventory.sessions.size();
        if (sessions < before || !examine(backup.path, timeout).damage.empty()) return "bad";
        before = sessions;
      }
      return "done";
    });
  }
  for (Child& child : backups) CHECK(child.wait().said == "done");
  for (Child& child : writers) CHECK(child.wait().said == "done");
  CHECK(open(path, Access::read).history("me", long_ago).sessions.size() == 92);
}
