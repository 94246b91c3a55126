#include "cli/output_file.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <iterator>

#include "world.hpp"

namespace hinge::cli {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct stat status_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status;
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
}

void write_out(const fs::path& path, std::string_view text) {
  Output output(path.string());
  output.write(text);
  output.commit();
}

/// The message of the Error{output} that opening `path` ends in.
std::string refusal_of(const fs::path& path) {
  try {
    const Output output(path.string());
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::output);
    return error.what();
  }
  return "taken";
}

}  // namespace

TEST_CASE("an output file is 0600 in folders of 0700, and complete") {
  const World world;
  const fs::path path = world.home() / "out/2026-W47/anna.html";
  write_out(path, "one\n");
  CHECK(content_of(path) == "one\n");
  CHECK((status_of(path).st_mode & 0777U) == 0600U);
  CHECK((status_of(world.home() / "out").st_mode & 0777U) == 0700U);
  CHECK((status_of(path.parent_path()).st_mode & 0777U) == 0700U);
  CHECK(files_in(path.parent_path()) == 1);
}

TEST_CASE("an output file with the same content is left alone; with other content it is replaced") {
  const World world;
  const fs::path path = world.home() / "sets.csv";
  const std::string big(200'000, 'x');
  write_out(path, big + "1");
  const auto before = status_of(path);
  write_out(path, big + "1");
  const auto same = status_of(path);
  CHECK(same.st_ino == before.st_ino);
  CHECK(same.st_mtim.tv_nsec == before.st_mtim.tv_nsec);
  CHECK(files_in(world.home()) == 1);
  write_out(path, big + "2");
  CHECK(status_of(path).st_ino != before.st_ino);
  CHECK(content_of(path) == big + "2");
  write_out(path, big);
  CHECK(content_of(path) == big);
}

TEST_CASE("without commit the old file stays, and nothing is left beside it") {
  const World world;
  const fs::path path = world.home() / "sets.csv";
  write_out(path, "old\n");
  {
    Output output(path.string());
    output.write("half of the ne");
  }
  CHECK(content_of(path) == "old\n");
  CHECK(files_in(world.home()) == 1);
}

TEST_CASE("a write that fails keeps the old file, and exits 7") {
  const World world;
  const fs::path path = world.home() / "sets.csv";
  write_out(path, "old\n");
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &limit) == 0);
  const rlimit small{100, limit.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  std::optional<ErrorKind> failed;
  try {
    write_out(path, std::string(1000, 'x'));
  } catch (const Error& error) {
    failed = error.kind();
  }
  REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
  CHECK(failed == ErrorKind::output);
  CHECK(content_of(path) == "old\n");
  CHECK(files_in(world.home()) == 1);
}

TEST_CASE("what is no place for an output is refused at once") {
  World world;
  REQUIRE(world.run({"log", "140x5"}).code == 0);
  const fs::path home = world.home();
  REQUIRE(mkfifo((home / "pipe").c_str(), 0600) == 0);
  fs::create_symlink(home / "nowhere", home / "link");
  const fs::path log = home / ".local/share/hinge/hinge.db";
  CHECK_THAT(refusal_of(home), Contains("is a folder"));
  CHECK_THAT(refusal_of(home / "pipe"), Contains("is a pipe"));
  CHECK_THAT(refusal_of("/dev/null"), Contains("is a device"));
  CHECK_THAT(refusal_of(home / "link"), Contains("is a link to a file that isn't there"));
  CHECK_THAT(refusal_of(log), Contains("is a database"));
  CHECK_THAT(refusal_of(home / "new/"), Contains("names no file"));
  CHECK_THAT(refusal_of("/proc/hinge/x.csv"), Contains("/proc/hinge"));
  CHECK(world.run({"history"}).code == 0);
  CHECK_FALSE(fs::exists(home / "new"));
}

TEST_CASE("a link to a file stays a link, and the file it leads to is replaced") {
  const World world;
  write_out(world.home() / "real/sets.csv", "old\n");
  fs::create_symlink(world.home() / "real/sets.csv", world.home() / "link.csv");
  write_out(world.home() / "link.csv", "new\n");
  CHECK(fs::is_symlink(world.home() / "link.csv"));
  CHECK(content_of(world.home() / "real/sets.csv") == "new\n");
}

TEST_CASE("a pattern is filled by name") {
  const std::map<std::string_view, std::string> values = {{"lifter", "anna"}, {"week", "2026-W47"}};
  CHECK(filled_pattern("out/{week}/{lifter}.html", values) == "out/2026-W47/anna.html");
  CHECK(filled_pattern("plain.csv", values) == "plain.csv");
  CHECK(filled_pattern("{lifter}{lifter}", values) == "annaanna");
}

TEST_CASE("a pattern with a name that has no value is a usage error, with did you mean") {
  const std::map<std::string_view, std::string> values = {{"lifter", "anna"}, {"week", "2026-W47"}};
  const auto c = GENERATE(table<std::string, std::string>({
      {"{lifer}.csv", "did you mean lifter?"},
      {"{month}.csv", "it knows lifter or week, in braces"},
      {"{}.csv", "it knows lifter or week, in braces"},
      {"{lifter", "it knows lifter or week, in braces"},
  }));
  try {
    (void)filled_pattern(std::get<0>(c), values);
    FAIL("taken");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(error.hint() == std::get<1>(c));
  }
}

TEST_CASE("what is asked to end while it writes leaves the old file and nothing else") {
  const World world;
  const fs::path path = world.home() / "sheet.html";
  write_out(path, "old");
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const pid_t child = fork();
    if (child == 0) {
      (void)std::signal(signal, SIG_DFL);  // not the test program's own way to end
      Output output(path.string());
      output.write("new");
      (void)std::raise(signal);
      output.write("er");
      output.commit();
      _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == signal);
    CHECK(content_of(path) == "old");
    CHECK(files_in(world.home()) == 1);
  }
}

}  // namespace hinge::cli
