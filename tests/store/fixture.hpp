#pragma once

#include <rapidcheck.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "hinge/store.hpp"

namespace hinge::test {

/// An empty folder of its own, gone with it.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

[[nodiscard]] Date day(int year, unsigned month, unsigned day_of_month);
/// 140 kg × 5 × 3 @8, Friday 20 November 2026.
[[nodiscard]] Session usual_session();
/// An ache of 3 for 48 h on Sunday 22 November 2026.
[[nodiscard]] CheckIn usual_checkin();

/// Every field of its own, and within what the notation and the tables take.
[[nodiscard]] rc::Gen<Session> any_session();
[[nodiscard]] rc::Gen<CheckIn> any_checkin();
[[nodiscard]] rc::Gen<Screen> any_screen();
[[nodiscard]] rc::Gen<Lifter> any_lifter();

[[nodiscard]] Store open(const std::filesystem::path& path, Access access = Access::create);
/// One command that makes the lifter `me` where there is none, and adds the records.
void log(Store& store, const std::vector<Session>& sessions,
         const std::vector<CheckIn>& checkins = {});

/// What a child process said, and how it ended. A child, since two connections to one file in one
/// process share their locks: closing one would drop the other's.
struct Outcome {
  int exit = -1;
  std::string said;
};
/// A forked child that runs `what` and says what it returns; an Error is said too, and exits 1.
class Child {
 public:
  explicit Child(const std::function<std::string()>& what);
  Outcome wait();

 private:
  int process_;
  int pipe_;
};

/// Runs SQL as some other program would, without any of our settings but foreign keys. Returns the
/// first column of the last row, or what SQLite said against it.
std::string raw_sql(const std::filesystem::path& path, const std::string& sql);

}  // namespace hinge::test
