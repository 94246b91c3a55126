#include "store/file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <new>
#include <optional>
#include <thread>

#include "hinge/error.hpp"

namespace hinge::store {

namespace {

constexpr const char* choose_another = "check the path, or choose another with --db";

/// Throws std::bad_alloc where it was the memory that ran out, and no file's fault.
Error failed(const std::string& path, const std::string& what, int code) {
  if (code == ENOMEM) throw std::bad_alloc();
  const bool read_only = code == EROFS || code == EACCES || code == EPERM;
  const bool full = code == ENOSPC || code == EDQUOT;
  return Error{
      ErrorKind::database,
      path + (read_only ? " is in a place that is read-only: " : what) + std::strerror(code),
      full ? "make room and try again" : choose_another};
}

std::string folder_of(const std::string& path) {
  return std::filesystem::path{path}.parent_path().string();
}

bool is_link(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

void sync_path(const std::string& path, int flags) {
  const int descriptor = open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) throw failed(path, " can't be opened: ", errno);
  const int code = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  if (code != 0) throw failed(path, " can't be made durable: ", code);
}

void make_folder(const std::string& path) {
  if (mkdir(path.c_str(), 0700) != 0) {
    if (errno == EEXIST) return;
    if (errno != ENOENT) throw failed(path, " can't be made: ", errno);
    make_folder(folder_of(path));
    if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
      throw failed(path, " can't be made: ", errno);
    }
  }
  // A new folder is durable only when the one above it is.
  sync_path(folder_of(path), O_RDONLY | O_DIRECTORY);
}

std::string_view kind_of(mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

/// Of what stands at `path`; absent where nothing does. Throws Error{database} where that can't be
/// told.
std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0) return status;
  if (errno != ENOENT) throw failed(path, " can't be reached: ", errno);
  return std::nullopt;
}

}  // namespace

std::filesystem::path absolute_path(const std::filesystem::path& path) {
  std::error_code failed;
  std::filesystem::path absolute = std::filesystem::absolute(path, failed);
  if (!failed) return absolute;
  throw Error{ErrorKind::database, path.string() + " can't be found from here: " + failed.message(),
              "go to another folder, or give the whole path"};
}

std::string_view oddity_at(const std::string& path) {
  const auto status = status_of(path);
  if (status) return kind_of(status->st_mode);
  return is_link(path) ? "a link to a file that isn't there" : std::string_view{};
}

Presence presence_of(const std::string& path) {
  if (path.find('\0') != std::string::npos) {
    throw Error{ErrorKind::database, "a file name can't hold a NUL byte"};
  }
  const auto status = status_of(path);
  if (!status) {
    if (is_link(path)) {
      throw Error{ErrorKind::database, path + " is a link to a file that isn't there",
                  choose_another};
    }
    return Presence::missing;
  }
  if (const std::string_view kind = kind_of(status->st_mode); !kind.empty()) {
    throw Error{ErrorKind::database, path + " is " + std::string{kind} + ", not a hinge log",
                choose_another};
  }
  return status->st_size == 0 ? Presence::empty : Presence::present;
}

void make_folder_of(const std::string& path) {
  struct stat status {};
  const std::string folder = folder_of(path);
  if (stat(folder.c_str(), &status) != 0) make_folder(folder);
}

void make_file(const std::string& path) {
  // Closing it would drop this process's locks on it, had it any: the file is new, so it has none.
  const int descriptor =
      open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) throw failed(path, " can't be made: ", errno);
  close(descriptor);
}

void remove_file(const std::string& path) { unlink(path.c_str()); }

void publish_file(const std::string& from, const std::string& to) {
  // A link, unlike a rename, never takes the place of a file that came up meanwhile.
  const bool taken = presence_of(to) == Presence::empty;
  const int code = taken ? rename(from.c_str(), to.c_str()) : link(from.c_str(), to.c_str());
  if (code != 0) throw failed(to, " can't be made: ", errno);
  if (!taken) unlink(from.c_str());
  try {
    sync_path(folder_of(to), O_RDONLY | O_DIRECTORY);
  } catch (const Error& error) {
    throw Error{ErrorKind::database,
                std::string{error.what()} +
                    "; what you entered is stored, but might not outlast a "
                    "power cut",
                "see: hinge history"};
  }
}

void sync_file(const std::string& path) {
  sync_path(path, O_RDONLY);
  sync_path(folder_of(path), O_RDONLY | O_DIRECTORY);
}

FolderLock::FolderLock(const std::string& path, std::chrono::milliseconds timeout)
    : descriptor_(open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  while (descriptor_ >= 0 && flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    if (std::chrono::steady_clock::now() >= deadline) {
      close(descriptor_);
      throw Error{ErrorKind::busy, path + " is being made by another program",
                  "try again, or wait longer with --timeout"};
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace hinge::store
