#include "store/draft.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "hinge/error.hpp"
#include "store/file.hpp"

namespace hinge::store {

namespace {

namespace fs = std::filesystem;

Error not_made(const std::string& path, int code) {
  const bool full = code == ENOSPC || code == EDQUOT;
  return Error{ErrorKind::output, path + " can't be made: " + std::strerror(code),
               full ? "make room and try again" : "check the path and the permissions"};
}

/// Never takes the place of anything: 0, or why not. USB sticks know no hard links, and some old
/// file systems no RENAME_NOREPLACE.
int give_name(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (link(from.c_str(), to.c_str()) != 0) return errno;
  unlink(from.c_str());
  return 0;
}

}  // namespace

bool have_same_content(const std::string& one, const std::string& other) {
  std::error_code missing;
  if (fs::file_size(one, missing) != fs::file_size(other, missing) || missing) return false;
  std::ifstream a(one, std::ios::binary);
  std::ifstream b(other, std::ios::binary);
  std::array<char, std::size_t{16} * 1024> left{};
  std::array<char, std::size_t{16} * 1024> right{};
  while (a && b) {
    a.read(left.data(), left.size());
    b.read(right.data(), right.size());
    const auto read = a.gcount();
    if (read != b.gcount() ||
        std::memcmp(left.data(), right.data(), static_cast<std::size_t>(read)) != 0) {
      return false;
    }
  }
  // Only a file read to its end was compared.
  return a.eof() && b.eof();
}

Draft::Draft(const std::string& folder) {
  std::string pattern = folder + "/" + draft_prefix + "XXXXXX";
  try {
    make_folder_of(pattern);
  } catch (const Error& error) {
    throw Error{ErrorKind::output, error.what(), "check the path and the permissions"};
  }
  const int descriptor = mkostemp(pattern.data(), O_CLOEXEC);  // 0600
  if (descriptor < 0) throw not_made("a file in " + folder, errno);
  close(descriptor);
  path_ = std::move(pattern);
}

Draft::Draft(Draft&& other) noexcept : path_(std::exchange(other.path_, {})) {}

Draft::~Draft() {
  if (path_.empty()) return;
  remove_file(path_);
  remove_file(path_ + "-journal");
}

bool Draft::publish(const std::string& path) {
  const int code = give_name(path_, path);
  if (code == EEXIST) return false;
  if (code != 0) throw not_made(path, code);
  path_.clear();
  sync_file(path);
  return true;
}

}  // namespace hinge::store
