// Which files a log may be, and what is said about those that are none.

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "store/fixture.hpp"

using namespace hinge;
using namespace hinge::test;
namespace fs = std::filesystem;
using Catch::Contains;

namespace {

constexpr Date long_ago{};
constexpr const char* at = "2026-11-22T18:30:00+01:00";

/// What opening says against the path, in a child, so that a hang is a failure and not the end.
std::string refusal(const fs::path& path, Access access) {
  const Outcome outcome = Child{[&] {
                            Store store = open(path, access);
                            if (access == Access::create) log(store, {usual_session()});
                            return std::string{"opened"};
                          }}.wait();
  CHECK(outcome.exit == 1);
  return outcome.said;
}

void check_refused(const fs::path& path, const std::string& reason) {
  for (const Access access : {Access::read, Access::write, Access::create}) {
    const std::string said = refusal(path, access);
    CHECK_THAT(said, Contains(reason));
    CHECK_THAT(said, Contains(path.filename().string()));
  }
}

void write_file(const fs::path& path, const std::string& content) {
  std::ofstream{path, std::ios::binary} << content;
}

std::string read_file(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

void make_log(const fs::path& path) {
  Store store = open(path);
  log(store, {usual_session()}, {usual_checkin()});
}

unsigned mode_of(const fs::path& path) {
  struct stat status {};
  stat(path.c_str(), &status);
  return status.st_mode & 0777U;
}

/// Runs `what` as somebody who may not write here, even where the tests run as root.
Outcome without_rights(const std::function<std::string()>& what) {
  return Child{[&what] {
           if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(9);
           return what();
         }}
      .wait();
}

}  // namespace

TEST_CASE("what is no regular file is refused at once") {
  const Folder folder;
  fs::create_directory(folder / "folder.db");
  check_refused(folder / "folder.db", "is a folder");
  REQUIRE(mkfifo((folder / "pipe.db").c_str(), 0600) == 0);
  check_refused(folder / "pipe.db", "is a pipe");
  fs::create_symlink("/dev/zero", folder / "zero.db");
  check_refused(folder / "zero.db", "is a device");
  fs::create_symlink(folder / "nowhere", folder / "dangling.db");
  check_refused(folder / "dangling.db", "link to a file that isn't there");
  CHECK_FALSE(fs::exists(folder / "nowhere"));
  write_file(folder / "file", "x");
  check_refused(folder / "file" / "under.db", "can't be reached");
}

TEST_CASE("a log behind a link is a log") {
  const Folder folder;
  make_log(folder / "real.db");
  fs::create_symlink(folder / "real.db", folder / "link.db");
  CHECK(open(folder / "link.db", Access::read).find("s1").has_value());
}

TEST_CASE("other people's files are refused and left as they are") {
  const Folder folder;
  write_file(folder / "text.db", std::string(5000, 'x'));
  check_refused(folder / "text.db", "not a hinge log");
  raw_sql(folder / "other.db", "CREATE TABLE t (x); PRAGMA application_id = 77");
  check_refused(folder / "other.db", "another program's database");
  raw_sql(folder / "unnamed.db", "CREATE TABLE t (x)");
  const std::string before = read_file(folder / "unnamed.db");
  check_refused(folder / "unnamed.db", "another program's database");
  CHECK(read_file(folder / "unnamed.db") == before);
}

TEST_CASE("a newer log is refused and left as it is") {
  const Folder folder;
  make_log(folder / "x.db");
  raw_sql(folder / "x.db", "PRAGMA user_version = 99");
  const std::string before = read_file(folder / "x.db");
  check_refused(folder / "x.db", "newer hinge");
  CHECK(read_file(folder / "x.db") == before);
}

TEST_CASE("a truncated log is refused") {
  const Folder folder;
  make_log(folder / "x.db");
  fs::resize_file(folder / "x.db", 4096);
  check_refused(folder / "x.db", "is damaged");
  fs::resize_file(folder / "x.db", 60);
  check_refused(folder / "x.db", "x.db");
}

TEST_CASE("where nothing was logged, readers say so and make nothing") {
  const Folder folder;
  for (const Access access : {Access::read, Access::write}) {
    CHECK_THAT(refusal(folder / "x.db", access), Contains("nothing logged yet at"));
  }
  write_file(folder / "empty.db", "");
  CHECK_THAT(refusal(folder / "empty.db", Access::read), Contains("nothing logged yet at"));
  {
    const Store store = open(folder / "x.db");
    CHECK(store.lifters().empty());
    CHECK_THROWS_AS(store.history("me", long_ago), Error);
  }
  CHECK_FALSE(fs::exists(folder / "x.db"));
}

TEST_CASE("the first commit makes a private file in a private folder") {
  const Folder folder;
  const fs::path path = folder / "a" / "b" / "x.db";
  make_log(path);
  CHECK(mode_of(path) == 0600);
  CHECK(mode_of(path.parent_path()) == 0700);
  CHECK(mode_of(path.parent_path().parent_path()) == 0700);
  CHECK_FALSE(fs::exists(path.string() + "-journal"));
}

TEST_CASE("a first write that fails or is given up leaves no file") {
  const Folder folder;
  {
    Store store = open(folder / "x.db");
    {
      auto writing = store.begin("log", at);
      writing.put(Lifter{});
    }
    CHECK(fs::is_empty(folder.path()));
    Session bad = usual_session();
    bad.sets.front().reps = 1001;
    CHECK_THROWS_AS(log(store, {bad}), Error);
    CHECK(fs::is_empty(folder.path()));
    log(store, {usual_session()});
    CHECK(store.find("s1").has_value());
  }
  CHECK(open(folder / "x.db", Access::read).find("s1").has_value());
}

TEST_CASE("a command that changes nothing writes nothing") {
  const Folder folder;
  make_log(folder / "x.db");
  const std::string before = read_file(folder / "x.db");
  {
    Store store = open(folder / "x.db");
    auto writing = store.begin("lifter set", at);
    writing.put(Lifter{});
    writing.commit();
    CHECK(store.changes(10).size() == 1);
  }
  CHECK(read_file(folder / "x.db") == before);
}

TEST_CASE("a name that looks like a URI is a name") {
  const Folder folder;
  const Outcome outcome = Child{[&] {
                            if (chdir(folder.path().c_str()) != 0) return std::string{"no folder"};
                            make_log("file:x.db?mode=memory");
                            return std::string{"made"};
                          }}.wait();
  CHECK(outcome.said == "made");
  CHECK(fs::exists(folder / "file:x.db?mode=memory"));
}

TEST_CASE("read-only places can be read and not written") {
  const Folder folder;
  make_log(folder / "x.db");
  fs::permissions(folder / "x.db", fs::perms{0444});
  fs::permissions(folder.path(), fs::perms{0555});
  const auto read = without_rights([&] {
    const History history = open(folder / "x.db", Access::read).history("me", long_ago);
    return std::to_string(history.sessions.size());
  });
  CHECK(read.said == "1");
  const auto write = without_rights([&] {
    Store store = open(folder / "x.db");
    log(store, {usual_session()});
    return std::string{"wrote"};
  });
  CHECK(write.exit == 1);
  CHECK_THAT(write.said, Contains("read-only"));
  const auto create = without_rights([&] {
    Store store = open(folder / "new.db");
    log(store, {usual_session()});
    return std::string{"wrote"};
  });
  CHECK(create.exit == 1);
  CHECK_THAT(create.said, Contains("read-only"));

  // A file that may be written in a folder that may not: there is no place for the journal.
  fs::permissions(folder / "x.db", fs::perms{0666});
  const auto no_journal = without_rights([&] {
    Store store = open(folder / "x.db");
    log(store, {usual_session()});
    return std::string{"wrote"};
  });
  CHECK(no_journal.exit == 1);
  CHECK_THAT(no_journal.said, Contains("read-only"));
}
