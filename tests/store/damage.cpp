// The walls behind the program: CHECKs against bad rows, checksums against changed ones.

#include <catch2/catch.hpp>
#include <fstream>

#include "hinge/log_file.hpp"
#include "store/fixture.hpp"
#include "store/open.hpp"

using namespace hinge;
using namespace hinge::test;
namespace fs = std::filesystem;
using Catch::Contains;

namespace {

constexpr Date long_ago{};

fs::path make_log(const Folder& folder) {
  fs::path path = folder / "x.db";
  Store store = open(path);
  log(store, {usual_session()}, {usual_checkin()});
  auto writing = store.begin("screen", "2026-11-22T19:00:00+01:00");
  Screen screen;
  screen.when = day(2026, 11, 22);
  screen.yes = {RedFlag::weight_loss};
  writing.add("me", screen);
  writing.commit();
  return path;
}

std::string what_reading_says(const fs::path& path) {
  try {
    const Store store = open(path, Access::read);
    (void)store.lifters();
    (void)store.history("me", long_ago);
    (void)store.policies("me");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::database);
    return error.what();
  }
  return "nothing";
}

}  // namespace

TEST_CASE("the tables refuse what no command would write") {
  const Folder folder;
  const fs::path path = make_log(folder);
  struct Row {
    const char* sql;
    const char* reason;
  };
  const auto row = GENERATE(values<Row>({
      {"UPDATE session SET day = '2026-02-30'", "a day is"},
      {"UPDATE session SET day = '2026-2-3'", "a day is"},
      {"UPDATE session SET day = '11/12/2026'", "a day is"},
      {"UPDATE session SET day = '1899-12-31'", "a day is"},
      {"UPDATE session SET day = '3000-01-01'", "a day is"},
      {"UPDATE session SET time = 1440", "a time is"},
      {"UPDATE session SET time = -1", "a time is"},
      {"UPDATE session SET utc_offset = 1081", "a UTC offset is"},
      {"UPDATE session SET light = 2", "flags are"},
      {"UPDATE session SET lift = ''", "a lift has"},
      {"UPDATE session SET lift = 'Dead Lift'", "a lift has"},
      {"UPDATE session SET note = printf('%4001c', 'x')", "a note has"},
      {"UPDATE session SET lifter = 99", "FOREIGN KEY"},
      {"UPDATE session SET time = 'noon'", "cannot store TEXT"},
      {"UPDATE session_set SET position = 1001 WHERE position = 1", "at most 1,000 sets"},
      {"UPDATE session_set SET reps = 1001", "reps are"},
      {"UPDATE session_set SET reps = -1", "reps are"},
      {"UPDATE session_set SET load = -1", "a load is"},
      {"UPDATE session_set SET load = 10000000000000001", "a load is"},
      {"UPDATE session_set SET load = 1.5", "cannot store REAL"},
      {"UPDATE session_set SET unit = 'st'", "a unit is"},
      {"UPDATE session_set SET rpe = 21", "an RPE is"},
      {"UPDATE session_set SET kind = 'drop'", "a set is"},
      {"UPDATE checkin SET nature = 'burning'", "nature"},
      {"UPDATE checkin SET peak = 21", "pain is"},
      {"UPDATE checkin SET now = -1", "pain is"},
      {"UPDATE checkin SET limits = 4", "limits are"},
      {"UPDATE checkin SET lasted = -1", "a duration is"},
      {"UPDATE checkin SET site = 'knee'", "place"},
      {"UPDATE checkin SET side = 'up'", "a side is"},
      {"UPDATE checkin SET onset = 'later'", "an onset is"},
      {"UPDATE checkin SET twinge = 2", "flags are"},
      {"UPDATE checkin SET session = 99", "FOREIGN KEY"},
      {"UPDATE screen SET day = 'today'", "a day is"},
      {"UPDATE lifter SET id = 'Me'", "a lifter's id"},
      {"UPDATE lifter SET step = 0", "a plate step"},
      {"UPDATE lifter SET bar = -1", "a bar has"},
      {"DELETE FROM lifter", "FOREIGN KEY"},
  }));
  INFO(row.sql);
  CHECK_THAT(raw_sql(path, row.sql), Contains(row.reason));
  CHECK(what_reading_says(path) == "nothing");
}

TEST_CASE("the values just inside are taken") {
  const Folder folder;
  const fs::path path = make_log(folder);
  for (const char* sql : {"UPDATE session SET day = '2028-02-29', time = 1439, utc_offset = -1080",
                          "UPDATE session SET day = '2999-12-31', note = printf('%4000c', 'x')",
                          "UPDATE session_set SET reps = 1000, load = 10000000000000000, rpe = 20",
                          "UPDATE checkin SET peak = 20, now = 0, limits = 3, lasted = 0"}) {
    CHECK(raw_sql(path, sql).empty());
  }
}

TEST_CASE("a value changed behind the program's back is named, never used") {
  const Folder folder;
  const fs::path path = make_log(folder);
  struct Row {
    const char* sql;
    const char* name;
  };
  const auto row = GENERATE(values<Row>({
      {"UPDATE session SET day = '2026-11-21'", "s1"},
      {"UPDATE session SET removed = 1", "s1"},
      {"UPDATE session SET light = 1", "s1"},
      {"UPDATE session_set SET load = load + 1 WHERE position = 3", "s1"},
      {"UPDATE session_set SET kind = 'warmup' WHERE position = 1", "s1"},
      {"DELETE FROM session_set WHERE position = 3", "s1"},
      {"UPDATE checkin SET peak = 4", "f1"},
      {"UPDATE checkin SET worse_with = '[\"sitting\"]'", "f1"},
      {"UPDATE checkin SET unrelated = 1", "f1"},
      {"UPDATE screen SET yes = '[]'", "r1"},
      {"UPDATE screen SET yes = '[\"no-such-flag\"]'", "r1"},
      {"UPDATE lifter SET step = step * 2", "lifter me"},
      {"UPDATE lifter SET archived = 1", "lifter me"},
  }));
  INFO(row.sql);
  REQUIRE(raw_sql(path, row.sql).empty());
  const std::string said = what_reading_says(path);
  CHECK_THAT(said, Contains(std::string{row.name} + " does not match its checksum"));
  CHECK_THAT(said, Contains("x.db"));
}

TEST_CASE("a choice of a policy changed behind the program's back is named, never used") {
  const Folder folder;
  const fs::path path = make_log(folder);
  {
    Store store = open(path);
    auto writing = store.begin("policy set", "2026-11-22T18:30:00+01:00");
    CHECK(writing.add_policy("me", "", "rehab") == 2);
    writing.commit();
  }
  CHECK(open(path, Access::read).policies("me").size() == 1);
  const char* sql = GENERATE(
      "UPDATE policy_version SET policy = 'linear'", "UPDATE policy_version SET version = 3",
      "UPDATE policy_version SET lift = 'sumo'", "UPDATE policy_version SET removed = 1");
  INFO(sql);
  REQUIRE(raw_sql(path, sql).empty());
  CHECK_THROWS_WITH(open(path, Access::read).policies("me"),
                    Contains("does not match its checksum") && Contains("policy version"));
}

TEST_CASE("a bit flipped in the file is never a changed record") {
  const Folder folder;
  const fs::path path = make_log(folder);
  const History whole = open(path, Access::read).history("me", long_ago);
  const auto size = static_cast<int>(fs::file_size(path));
  CHECK(rc::check("flipped bits", [&] {
    const fs::path copy = folder / "copy.db";
    fs::copy_file(path, copy, fs::copy_options::overwrite_existing);
    const int place = *rc::gen::inRange(0, size);
    const int bit = *rc::gen::inRange(0, 8);
    {
      std::fstream file{copy, std::ios::binary | std::ios::in | std::ios::out};
      file.seekg(place);
      const int byte = file.get();
      file.seekp(place);
      file.put(static_cast<char>(byte ^ (1 << bit)));
    }
    try {
      const History read = open(copy, Access::read).history("me", long_ago);
      RC_ASSERT(read.lifter == whole.lifter);
      RC_ASSERT(read.sessions == whole.sessions);
      RC_ASSERT(read.checkins == whole.checkins);
      RC_ASSERT(read.screens == whole.screens);
    } catch (const Error& error) {
      RC_ASSERT(error.kind() == ErrorKind::database);
    }
  }));
}

TEST_CASE("an older log is backed up beside it, migrated once, and this is said") {
  const Folder folder;
  const fs::path path = make_log(folder);
  const std::string before = raw_sql(path, "SELECT group_concat(checksum) FROM session");
  std::vector<store::Step> steps{store::schema_steps().begin(), store::schema_steps().end()};
  steps.push_back(store::Step{"ALTER TABLE session ADD COLUMN mood TEXT; PRAGMA user_version = 4"});
  const auto open_as_v4 = [&] {
    return store::open_existing(path, store::Connection::Mode::read, std::chrono::seconds{5},
                                steps);
  };

  const store::Opened first = open_as_v4();
  REQUIRE(first.notices.size() == 1);
  CHECK_THAT(first.notices.front(), Contains("x.db.v3.backup"));
  CHECK(open_as_v4().notices.empty());
  CHECK(raw_sql(path, "PRAGMA user_version") == "4");
  CHECK(raw_sql(path, "SELECT group_concat(checksum) FROM session") == before);
  const fs::path backup = folder / "x.db.v3.backup";
  CHECK(raw_sql(backup, "PRAGMA user_version") == "3");
  CHECK(open(backup, Access::read).find("s1").has_value());
  CHECK(fs::status(backup).permissions() == fs::perms{0600});
}

TEST_CASE("a migration that fails leaves the log as it was") {
  const Folder folder;
  const fs::path path = make_log(folder);
  std::vector<store::Step> steps{store::schema_steps().begin(), store::schema_steps().end()};
  steps.push_back(
      store::Step{"ALTER TABLE session ADD COLUMN mood TEXT; CREATE TABLE session (x)"});
  CHECK_THROWS_AS(
      store::open_existing(path, store::Connection::Mode::read, std::chrono::seconds{5}, steps),
      Error);
  CHECK(open(path, Access::read).history("me", long_ago).sessions.size() == 1);
  CHECK(raw_sql(path, "PRAGMA user_version") == "3");
}

TEST_CASE("a log of format 1 gets the checksums of its changes, and can still be undone") {
  const Folder folder;
  const fs::path path = make_log(folder);
  const auto import = [](Store& store) {
    auto writing = store.begin("import", "2026-11-22T19:30:00+01:00");
    const Arrival arrival = writing.add("me", usual_session(), "strong:1").arrival;
    writing.commit();
    return arrival;
  };
  {
    Store store = open(path);
    REQUIRE(import(store) == Arrival::added);
  }
  raw_sql(path,
          "DROP TABLE tally; ALTER TABLE command DROP COLUMN checksum;"
          " ALTER TABLE arrival DROP COLUMN checksum; PRAGMA user_version = 1");
  Store store = open(path);
  REQUIRE(store.notices().size() == 1);
  CHECK_THAT(store.notices().front(), Contains("x.db.v1.backup"));
  CHECK(examine(path, std::chrono::seconds{5}).damage.empty());
  CHECK(import(store) == Arrival::same);
  auto writing = store.begin("undo", "2026-11-22T20:00:00+01:00");
  CHECK(writing.undo()->command == "import");
  writing.commit();
  CHECK(examine(path, std::chrono::seconds{5}).damage.empty());
}

TEST_CASE("a log of format 2 has its records counted") {
  const Folder folder;
  const fs::path path = make_log(folder);
  const std::string tallies = "SELECT group_concat(kind || month || records || ids) FROM tally";
  const std::string before = raw_sql(path, tallies);
  REQUIRE_FALSE(before.empty());
  raw_sql(path, "DROP TABLE tally; PRAGMA user_version = 2");
  CHECK(open(path, Access::read).history("me", long_ago).sessions.size() == 1);
  CHECK(raw_sql(path, tallies) == before);
  CHECK(examine(path, std::chrono::seconds{5}).damage.empty());
}

TEST_CASE("a record that is missing is missed, whatever is read") {
  const Folder folder;
  const fs::path path = make_log(folder);
  {
    Store store = open(path);
    auto writing = store.begin("policy set", "2026-11-22T18:30:00+01:00");
    (void)writing.add_policy("me", "", "rehab");
    Lifter anna;
    anna.id = "anna";
    writing.put(anna);
    writing.commit();
  }
  struct Row {
    const char* sql;
    const char* missing;
  };
  const auto row = GENERATE(values<Row>({
      {"DELETE FROM session_set; UPDATE checkin SET session = NULL; DELETE FROM session",
       "sessions of me"},
      {"DELETE FROM checkin", "check-ins of me"},
      {"DELETE FROM screen", "screens of me"},
      {"DELETE FROM policy_version", "choices of a policy of me"},
      {"DELETE FROM lifter WHERE id = 'anna'", "lifters"},
      {"UPDATE tally SET records = records + 1 WHERE kind = 'session'", "sessions of me"},
      {"UPDATE tally SET ids = ids + 1 WHERE kind = 'checkin'", "check-ins of me"},
      {"DELETE FROM tally WHERE kind = 'screen'", "screens of me"},
  }));
  INFO(row.sql);
  REQUIRE(raw_sql(path, row.sql).empty());
  CHECK_THAT(what_reading_says(path),
             Contains(std::string{"not all "}.append(row.missing) + " are found"));
  CHECK_FALSE(examine(path, std::chrono::seconds{5}).damage.empty());
}

TEST_CASE("tables and indexes that are missing or changed are named, and what is not hinge's") {
  const Folder folder;
  const fs::path path = make_log(folder);
  const auto examined = [&path] { return examine(path, std::chrono::seconds{5}); };
  CHECK(examined().damage.empty());
  CHECK(examined().strangers.empty());
  raw_sql(path,
          "CREATE TABLE x (a); CREATE TRIGGER y AFTER INSERT ON session BEGIN DELETE FROM x; END");
  CHECK(examined().damage.empty());
  CHECK(examined().strangers == std::vector<std::string>{"table x", "trigger y"});
  raw_sql(path, "DROP INDEX session_by_day; ALTER TABLE loading ADD COLUMN colour TEXT");
  const auto damage = examined().damage;
  REQUIRE(damage.size() == 2);
  CHECK(damage.front().what == "the table loading has other columns");
  CHECK(damage.back().what == "the index session_by_day is missing");
}

TEST_CASE("a row that points nowhere is named by its table, and what it points to") {
  const Folder folder;
  const fs::path path = make_log(folder);
  raw_sql(path, "PRAGMA foreign_keys = OFF; UPDATE checkin SET session = 9");
  const auto damage = examine(path, std::chrono::seconds{5}).damage;
  REQUIRE_FALSE(damage.empty());
  CHECK(damage.front() == Damage{"", "a row of checkin points to a session that is not there"});
}

TEST_CASE("an id that could be given out twice is named by its kind") {
  const Folder folder;
  const fs::path path = make_log(folder);
  {
    Store store = open(path);
    auto writing = store.begin("policy set", "2026-11-22T18:30:00+01:00");
    (void)writing.add_policy("me", "", "rehab");
    writing.commit();
  }
  CHECK(examine(path, std::chrono::seconds{5}).damage.empty());
  const std::string kind = GENERATE(
      values<std::string>({"session", "checkin", "screen", "lifter", "policy", "command"}));
  raw_sql(path, "UPDATE counter SET last = last - 1 WHERE kind = '" + kind + "'");
  CHECK(examine(path, std::chrono::seconds{5}).damage ==
        std::vector<Damage>{{"", "the last id of a " + kind + " is lower than one in use"}});
  raw_sql(path, "DELETE FROM counter WHERE kind = '" + kind + "'");
  CHECK(examine(path, std::chrono::seconds{5}).damage.size() == 1);
}

TEST_CASE("an inventory has every record with whose it is, its day and its checksum") {
  const Folder folder;
  const fs::path path = make_log(folder);
  {
    Store store = open(path);
    auto writing = store.begin("policy set", "2026-11-22T18:30:00+01:00");
    (void)writing.add_policy("me", "", "rehab");
    writing.commit();
  }
  const Inventory inventory = examine(path, std::chrono::seconds{5}).inventory;
  const auto checksum_in = [&path](const std::string& table) {
    return std::stoll(raw_sql(path, "SELECT checksum FROM " + table));
  };
  const Date trained = usual_session().when.date;
  CHECK(inventory.sessions == std::vector<RecordMark>{{1, 1, trained, checksum_in("session")}});
  CHECK(inventory.checkins ==
        std::vector<RecordMark>{{1, 1, usual_checkin().when.date, checksum_in("checkin")}});
  CHECK(inventory.screens ==
        std::vector<RecordMark>{{1, 1, day(2026, 11, 22), checksum_in("screen")}});
  CHECK(inventory.policies ==
        std::vector<RecordMark>{{1, 1, Date{}, checksum_in("policy_version")}});
  REQUIRE(inventory.lifters.size() == 1);
  CHECK(inventory.lifters.front().id == "me");
  CHECK(inventory.lifters.front().key == 1);
  CHECK(inventory.lifters.front().checksum == checksum_in("lifter"));
}

TEST_CASE("what is before the first day of a read is no less missed in its month") {
  const Folder folder;
  const fs::path path = folder / "x.db";
  {
    Store store = open(path);
    std::vector<Session> sessions;
    for (const unsigned date : {1U, 14U, 15U, 16U}) {
      sessions.push_back(usual_session());
      sessions.back().when = day(2026, 10, date);
    }
    log(store, sessions);
  }
  const auto read = [&path] {
    return open(path, Access::read).history("me", day(2026, 10, 15)).sessions.size();
  };
  CHECK(read() == 2);
  raw_sql(path, "DELETE FROM session_set WHERE session = 3; DELETE FROM session WHERE id = 3");
  CHECK_THROWS_WITH(read(), Contains("not all sessions of me are found"));
}

TEST_CASE("a changed entry in the record of changes is named, and nothing is undone by it") {
  const Folder folder;
  const fs::path path = make_log(folder);
  const auto sql = GENERATE(values<std::string>({
      "UPDATE command SET undone = 1 WHERE id = 2",
      "UPDATE command SET target = 1 WHERE id = 2",
      "UPDATE command SET name = 'edit' WHERE id = 2",
      "UPDATE command SET at = '2026-11-21T19:00:00+01:00' WHERE id = 2",
      "UPDATE change SET last = last + 1 WHERE command = 2",
      "UPDATE change SET first = 0 WHERE command = 2",
      "UPDATE change SET action = 'remove' WHERE command = 2",
      "UPDATE change SET kind = 'session' WHERE command = 2",
      "UPDATE change SET position = 9 WHERE command = 2",
      "DELETE FROM change WHERE command = 2",
  }));
  CAPTURE(sql);
  raw_sql(path, sql);
  const auto damage = examine(path, std::chrono::seconds{5}).damage;
  REQUIRE(damage.size() == 1);
  CHECK(damage.front().record == "change 2");
  Store store = open(path);
  CHECK_THROWS_WITH(store.changes(10), Contains("record of changes"));
  auto writing = store.begin("undo", "2026-11-22T20:00:00+01:00");
  CHECK_THROWS_WITH(writing.undo(), Contains("record of changes"));
}

TEST_CASE("a changed key is named, and no record is replaced by it") {
  const Folder folder;
  const fs::path path = folder / "x.db";
  Store store = open(path);
  log(store, {usual_session()});
  auto writing = store.begin("import", "2026-11-22T19:00:00+01:00");
  Session session = usual_session();
  session.note = "second";
  REQUIRE(writing.add("me", session, "strong:1").arrival == Arrival::added);
  writing.commit();
  const auto sql = GENERATE(values<std::string>({
      "UPDATE arrival SET record = 1",
      "UPDATE arrival SET digest = digest + 1",
      "UPDATE arrival SET kind = 'screen'",
      "UPDATE arrival SET command = 1",
  }));
  CAPTURE(sql);
  raw_sql(path, sql);
  CHECK(examine(path, std::chrono::seconds{5}).damage.size() == 1);
  auto again = store.begin("import", "2026-11-22T19:00:00+01:00");
  CHECK_THROWS_WITH(again.add("me", session, "strong:1"), Contains("record of changes"));
}

TEST_CASE("a lifter's damaged row keeps nobody else's from being read, where that is asked for") {
  const Folder folder;
  const fs::path path = make_log(folder);
  {
    Store store = open(path);
    auto writing = store.begin("lifter add", "2026-11-22T19:00:00+01:00");
    Lifter anna;
    anna.id = "anna";
    writing.put(anna);
    writing.commit();
  }
  raw_sql(path, "UPDATE lifter SET name = 'Somebody' WHERE id = 'me'");
  const Store store = open(path, Access::read);
  CHECK_THROWS_AS(store.lifters(), Error);
  std::vector<std::string> damaged;
  const auto lifters =
      store.lifters([&damaged](std::string_view id, const Error&) { damaged.emplace_back(id); });
  REQUIRE(lifters.size() == 1);
  CHECK(lifters.front().id == "anna");
  CHECK(damaged == std::vector<std::string>{"me"});
}

TEST_CASE("a statement insists on as many values as it has parameters") {
  const Folder folder;
  store::Connection database{make_log(folder).string(), store::Connection::Mode::read,
                             std::chrono::seconds{1}};
  CHECK_THROWS_AS((store::Statement{database, "SELECT ?1"}), std::logic_error);
  CHECK_THROWS_AS((store::Statement{database, "SELECT ?1", 1, 2}), std::logic_error);
  store::Statement right{database, "SELECT ?1", std::string_view{}};
  REQUIRE(right.step());
  CHECK_FALSE(right.is_null(0));
}

TEST_CASE("the settings of docs/format.md are on") {
  const Folder folder;
  store::Connection database{make_log(folder).string(), store::Connection::Mode::write,
                             std::chrono::seconds{1}};
  const auto text = [&database](store::Sql sql) {
    store::Statement row{database, sql};
    row.step();
    return std::string{row.text(0)};
  };
  CHECK(text("PRAGMA journal_mode") == "delete");
  CHECK(text("PRAGMA synchronous") == "3");
  CHECK(text("PRAGMA foreign_keys") == "1");
  CHECK(text("PRAGMA trusted_schema") == "0");
  CHECK(text("PRAGMA cell_size_check") == "1");
  CHECK(text("PRAGMA temp_store") == "2");
  CHECK(text("PRAGMA cache_size") == "-1024");
  CHECK(text("PRAGMA application_id") == "1751740007");
  CHECK(text("PRAGMA user_version") == "3");
}

// SQL that is put together at run time must not compile.
static_assert(!std::is_constructible_v<store::Sql, std::string>);
static_assert(!std::is_constructible_v<store::Sql, std::string_view>);
