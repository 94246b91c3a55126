// Several processes at one log: writers, readers, and those that were stopped in the middle.

#include <sqlite3.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <list>

#include "store/fixture.hpp"

using namespace hinge;
using namespace hinge::test;
namespace fs = std::filesystem;

namespace {

constexpr Date long_ago{};

std::string log_often(const fs::path& path, int times) {
  for (int count = 0; count < times; ++count) {
    Store store = open(path);
    log(store, {usual_session()});
  }
  return "done";
}

/// A half session would fail its checksum; fewer than before would be a lost one.
std::string read_often(const fs::path& path, int times) {
  std::size_t seen = 0;
  for (int count = 0; count < times; ++count) {
    const auto sessions = open(path, Access::read).history("me", long_ago).sessions.size();
    if (sessions < seen) return "lost one";
    seen = sessions;
  }
  return "done";
}

/// Stops in the middle of a write, with pages of it in the file and the journal durable.
std::string stop_while_writing(const fs::path& path) {
  sqlite3* database = nullptr;
  sqlite3_open(path.c_str(), &database);
  sqlite3_exec(database,
               "PRAGMA cache_size = 2; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;"
               "UPDATE session SET note = hex(randomblob(1500));",
               nullptr, nullptr, nullptr);
  kill(getpid(), SIGKILL);
  return "not reached";
}

fs::path log_with_hot_journal(const Folder& folder) {
  fs::path path = folder / "x.db";
  const std::vector<Session> sessions(50, usual_session());
  Child{[&] {
    Store store = open(path);
    log(store, sessions);
    return std::string{};
  }}.wait();
  const std::string before = raw_sql(path, "SELECT group_concat(note) FROM session");
  Child{[&] { return stop_while_writing(path); }}.wait();
  REQUIRE(fs::exists(path.string() + "-journal"));
  REQUIRE(fs::file_size(path.string() + "-journal") > 512);
  return path;
}

}  // namespace

TEST_CASE("writers and readers at once lose nothing") {
  const Folder folder;
  const fs::path path = folder / "x.db";
  log_often(path, 1);
  std::list<Child> children;
  for (int writer = 0; writer < 4; ++writer) {
    children.emplace_back([&] { return log_often(path, 25); });
  }
  for (int reader = 0; reader < 2; ++reader) {
    children.emplace_back([&] { return read_often(path, 50); });
  }
  for (Child& child : children) CHECK(child.wait().said == "done");
  CHECK(open(path, Access::read).history("me", long_ago).sessions.size() == 101);
}

TEST_CASE("several first uses at once make one log") {
  for (int round = 0; round < 10; ++round) {
    const Folder folder;
    const fs::path path = folder / "new" / "x.db";
    std::list<Child> children;
    for (int writer = 0; writer < 6; ++writer) {
      // Every other one gives its first try up, which takes an empty file away again.
      children.emplace_back([&path, writer] {
        Store store = open(path);
        if (writer % 2 == 1) (void)store.begin("log", "never");
        log(store, {usual_session()});
        return std::string{"done"};
      });
    }
    for (Child& child : children) CHECK(child.wait().said == "done");
    CHECK(open(path, Access::read).history("me", long_ago).sessions.size() == 6);
  }
}

TEST_CASE("a lock that does not come in time is busy, and nothing else") {
  const Folder folder;
  const fs::path path = folder / "x.db";
  log_often(path, 1);
  Store store = open(path);
  const auto holding = store.begin("log", "a while");
  const Outcome outcome =
      Child{[&path] {
        try {
          Store other = Store::open(path, Access::create, std::chrono::milliseconds{20});
          log(other, {usual_session()});
        } catch (const Error& error) {
          return std::string{error.kind() == ErrorKind::busy ? "busy" : "other"};
        }
        return std::string{"wrote"};
      }}.wait();
  CHECK(outcome.said == "busy");
}

TEST_CASE("a reader rolls back what a killed writer left") {
  const Folder folder;
  const fs::path path = log_with_hot_journal(folder);
  const Outcome outcome = Child{[&path] { return read_often(path, 1); }}.wait();
  CHECK(outcome.said == "done");
  CHECK_FALSE(fs::exists(path.string() + "-journal"));
}

TEST_CASE("a writer rolls back what a killed writer left") {
  const Folder folder;
  const fs::path path = log_with_hot_journal(folder);
  CHECK(Child{[&path] { return log_often(path, 1); }}.wait().said == "done");
  const Outcome outcome =
      Child{[&path] {
        return std::to_string(open(path, Access::read).history("me", long_ago).sessions.size());
      }}.wait();
  CHECK(outcome.said == "51");
}

TEST_CASE("a reader that may not roll back says so") {
  const Folder folder;
  const fs::path path = log_with_hot_journal(folder);
  fs::permissions(path, fs::perms{0444});
  fs::permissions(path.string() + "-journal", fs::perms{0444});
  fs::permissions(folder.path(), fs::perms{0555});
  const Outcome outcome = Child{[&path] {
                            if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
                              _exit(9);
                            return read_often(path, 1);
                          }}.wait();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.said, Catch::Contains("read-only"));
}
