// Restoring: only what is whole, all or nothing, and nothing that was logged is lost by it.

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
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
const Moment now{day(2026, 11, 25), std::chrono::hours{20}};

std::string bytes_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) {
  std::ofstream file{path, std::ios::binary | std::ios::trunc};
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

fs::path make_log(const fs::path& path, int sessions) {
  Store store = open(path);
  log(store, std::vector<Session>(static_cast<std::size_t>(sessions), usual_session()),
      {usual_checkin()});
  return path;
}

void add_session(const fs::path& path) {
  Store store = open(path);
  log(store, {usual_session()});
}

History history_of(const fs::path& path) {
  return open(path, Access::read).history("me", long_ago);
}

fs::path restore(const fs::path& source, const fs::path& log_path) {
  return Restoring::prepare(source, log_path, timeout).put(now);
}

std::string refusal(const fs::path& source, const fs::path& log_path, ErrorKind kind) {
  try {
    (void)Restoring::prepare(source, log_path, timeout);
  } catch (const Error& error) {
    CHECK(error.kind() == kind);
    return error.what();
  }
  return "taken";
}

std::size_t files_in(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator{folder})
    if (entry.is_regular_file()) ++count;
  return count;
}

}  // namespace

TEST_CASE("restoring brings the backup back, and keeps the log as it was") {
  const Folder folder;
  const fs::path path = make_log(folder / "hinge.db", 2);
  const Backup backup = back_up_into(path, backup_folder(path), now, timeout);
  const std::string source_before = bytes_of(backup.path);
  const History old_history = history_of(path);
  add_session(path);
  const History newer = history_of(path);

  const fs::path kept = restore(backup.path, path);
  CHECK(history_of(path) == old_history);
  CHECK(kept == folder / "backups" / "hinge-before-restore-2026-11-25T2000Z.db");
  CHECK(history_of(kept) == newer);
  CHECK(bytes_of(backup.path) == source_before);
  CHECK(files_in(folder.path()) == 1);
  // And back again, from what was kept.
  (void)restore(kept, path);
  CHECK(history_of(path) == newer);
}

TEST_CASE("what would be lost, come back and change is told apart") {
  const Folder folder;
  const fs::path path = make_log(folder / "hinge.db", 3);
  const Backup backup = back_up_as(path, folder / "copy.db", timeout);
  {
    Store store = open(path);
    auto writing = store.begin("edit", "2026-11-25T20:00:00+00:00");
    Session changed = usual_session();
    changed.id = 2;
    changed.note = "belt";
    writing.replace("me", changed);
    writing.remove("s3");
    writing.commit();
  }
  add_session(path);
  {
    Store store = open(path);
    Lifter anna;
    anna.id = "anna";
    auto writing = store.begin("lifter add", "2026-11-25T20:01:00+00:00");
    writing.put(anna);
    Lifter me = *writing.lifter("me");
    me.name = "New Name";
    writing.put(me);
    writing.add_policy("me", "", "double");
    writing.commit();
  }
  const Restoring restoring = Restoring::prepare(backup.path, path, timeout);
  REQUIRE(restoring.present());
  const Difference found =
      difference(restoring.present()->inventory, restoring.incoming().inventory);
  CHECK(found.sessions.lost.ids == std::vector<std::int64_t>{4});
  CHECK(found.sessions.gained.ids == std::vector<std::int64_t>{3});
  CHECK(found.sessions.changed == std::vector<std::int64_t>{2});
  CHECK(found.sessions.lost.first == day(2026, 11, 20));
  CHECK(found.checkins.lost.ids.empty());
  CHECK(found.lifters_lost == std::vector<std::string>{"anna"});
  CHECK(found.lifters_gained.empty());
  CHECK(found.lifters_changed == std::vector<std::string>{"me"});
  CHECK(found.policies.lost.ids.size() == 1);
  CHECK(found.policies.gained.ids.empty());
}

TEST_CASE("what was prepared and not put leaves everything as it was") {
  const Folder folder;
  const fs::path path = make_log(folder / "hinge.db", 1);
  const Backup backup = back_up_as(path, folder / "copy.db", timeout);
  add_session(path);
  const std::string before = bytes_of(path);
  { const Restoring restoring = Restoring::prepare(backup.path, path, timeout); }
  CHECK(bytes_of(path) == before);
  CHECK(files_in(folder.path()) == 2);
  CHECK_FALSE(fs::exists(backup_folder(path)));
}

TEST_CASE("where there is no log yet, the backup becomes it") {
  const Folder folder;
  const Backup backup = back_up_as(make_log(folder / "a.db", 2), folder / "copy.db", timeout);
  const fs::path path = folder / "new";
  CHECK(restore(backup.path, path / "hinge.db").empty());
  CHECK(history_of(path / "hinge.db").sessions.size() == 2);
  CHECK(files_in(path) == 1);
}

TEST_CASE("what is no whole log of hinge's is refused, and the log left alone") {
  const Folder folder;
  const fs::path path = make_log(folder / "hinge.db", 1);
  const std::string before = bytes_of(path);
  make_log(folder / "newer.db", 1);
  raw_sql(folder / "newer.db", "PRAGMA user_version = 99");
  raw_sql(folder / "other.db", "CREATE TABLE t (x); PRAGMA application_id = 77");
  write_bytes(folder / "text.db", std::string(5000, 'x'));
  write_bytes(folder / "empty.db", "");
  make_log(folder / "cut.db", 40);
  fs::resize_file(folder / "cut.db", fs::file_size(folder / "cut.db") - 4096);
  make_log(folder / "changed.db", 2);
  raw_sql(folder / "changed.db", "UPDATE session SET day = '2026-11-01' WHERE id = 2");

  CHECK_THAT(refusal(folder / "newer.db", path, ErrorKind::bad_data), Contains("newer hinge"));
  CHECK_THAT(refusal(folder / "other.db", path, ErrorKind::bad_data), Contains("another program"));
  CHECK_THAT(refusal(folder / "text.db", path, ErrorKind::bad_data), Contains("not a hinge log"));
  CHECK_THAT(refusal(folder / "empty.db", path, ErrorKind::bad_data), Contains("is empty"));
  CHECK_THAT(refusal(folder / "gone.db", path, ErrorKind::bad_data), Contains("there is no file"));
  CHECK_THAT(refusal(folder.path(), path, ErrorKind::bad_data), Contains("a folder"));
  CHECK_THAT(refusal(folder / "cut.db", path, ErrorKind::bad_data), Contains("damaged"));
  CHECK_THAT(refusal(folder / "changed.db", path, ErrorKind::bad_data), Contains("s2 does not"));
  CHECK_THAT(refusal(path, path, ErrorKind::usage), Contains("present log itself"));
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a damaged log gives way to a backup, and is kept as it is") {
  const Folder folder;
  const fs::path path = make_log(folder / "hinge.db", 30);
  const Backup backup = back_up_as(path, folder / "copy.db", timeout);
  const History whole = history_of(path);
  const std::string well = bytes_of(path);
  struct Row {
    const char* what;
    std::size_t from;
    std::size_t count;
  };
  const auto row = GENERATE(values<Row>({
      {"the header", 0, 100},
      {"the schema", 100, 2000},
      {"the first page", 0, 4096},
      {"everything", 0, 1'000'000},
      {"a page in the middle", 40'960, 4096},
      {"the last page", 81'920, 4096},
      {"a value", 50'000, 1},
  }));
  INFO(row.what);
  std::string damaged = well;
  for (std::size_t i = row.from; i < row.from + row.count && i < damaged.size(); ++i) {
    damaged[i] = static_cast<char>(~damaged[i]);
  }
  write_bytes(path, damaged);
  const fs::path kept = restore(backup.path, path);
  CHECK(history_of(path) == whole);
  CHECK(examine(path, timeout).damage.empty());
  CHECK(fs::exists(kept));
}

// Where a row lost its columns, SQLite's copy of the log is refused by its own tables.
TEST_CASE("no sector of zeros keeps a backup from being restored") {
  constexpr std::size_t sector = 512;
  const Folder folder;
  const fs::path path = make_log(folder / "hinge.db", 6);
  const Backup backup = back_up_as(path, folder / "copy.db", timeout);
  const History whole = history_of(path);
  const std::string well = bytes_of(path);
  for (std::size_t from = 0; from < well.size(); from += sector) {
    INFO(from);
    std::string damaged = well;
    std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(from), sector, '\0');
    write_bytes(path, damaged);
    REQUIRE_NOTHROW(restore(backup.path, path));
    CHECK(history_of(path) == whole);
  }
}

TEST_CASE("no flipped bit is restored as if it were the log, or called well") {
  const Folder folder;
  const fs::path path = make_log(folder / "hinge.db", 6);
  const History whole = history_of(path);
  const std::string well = bytes_of(path);
  const fs::path flipped = folder / "flipped.db";
  const fs::path target = folder / "target.db";
  int refused = 0;
  for (std::size_t byte = 13; byte < well.size(); byte += 499) {
    std::string bytes = well;
    bytes[byte] = static_cast<char>(bytes[byte] ^ (1 << (byte % 8)));
    write_bytes(flipped, bytes);
    bool is_called_well = false;
    try {
      is_called_well = examine(flipped, timeout).damage.empty();
      const Restoring restoring = Restoring::prepare(flipped, target, timeout);
      CHECK(is_called_well);
    } catch (const Error&) {
      ++refused;
    }
    INFO(byte);
    // What is called well holds what was logged: the bit was in room that nothing uses.
    if (is_called_well) CHECK(history_of(flipped) == whole);
    CHECK(bytes_of(flipped) == bytes);
  }
  CHECK(refused > 10);
}

TEST_CASE("writers and readers notice nothing of a restore, and nothing they logged is lost") {
  const Folder folder;
  const fs::path path = make_log(folder / "hinge.db", 1);
  const Backup backup = back_up_as(path, folder / "copy.db", timeout);
  std::list<Child> others;
  for (int writer = 0; writer < 2; ++writer) {
    others.emplace_back([&path] {
      for (int count = 0; count < 40; ++count) add_session(path);
      return std::string{"done"};
    });
    others.emplace_back([&path] {
      for (int count = 0; count < 80; ++count) (void)history_of(path);
      return std::string{"done"};
    });
  }
  Child restorer{[&path, &backup] {
    for (int count = 0; count < 25; ++count) (void)restore(backup.path, path);
    return std::string{"done"};
  }};
  CHECK(restorer.wait().said == "done");
  for (Child& child : others) CHECK(child.wait().said == "done");
  // Every restore starts from one session: what was logged until the next one is in what it kept.
  std::size_t logged = history_of(path).sessions.size() - 1;
  for (const auto& entry : fs::directory_iterator{backup_folder(path)}) {
    logged += history_of(entry.path()).sessions.size() - 1;
  }
  CHECK(logged == 80);
  CHECK(examine(path, timeout).damage.empty());
}
