#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace hinge::store {

enum class Presence : std::uint8_t {
  missing,
  empty,  ///< no bytes: what a killed first use leaves behind
  present,
};

/// Throws Error{database} where that needs a working folder and there is none any more.
[[nodiscard]] std::filesystem::path absolute_path(const std::filesystem::path& path);

/// What stands at `path` where that is neither nothing nor a regular file, without opening it: "a
/// folder", "a pipe", "a link to a file that isn't there". Empty otherwise.
[[nodiscard]] std::string_view oddity_at(const std::string& path);

/// What stands at the absolute `path`, without opening it. Throws Error{database} for anything but
/// a regular file: a FIFO would hang, a device has no end, a dangling link leads nowhere.
[[nodiscard]] Presence presence_of(const std::string& path);

/// Makes the folder that `path` stands in, 0700, and those above it. Leaves alone what is there.
void make_folder_of(const std::string& path);

/// Makes an empty file, 0600; Error{database} if there is one already.
void make_file(const std::string& path);

void remove_file(const std::string& path);

/// Gives the finished file `from` the name `to`, durably. Takes the place of an empty file, and of
/// no other: Error{database} then.
void publish_file(const std::string& from, const std::string& to);

/// Makes the file's content and its name in the folder durable.
void sync_file(const std::string& path);

/// Keeps other hinges from making a log in the same folder meanwhile. Where the file system has no
/// such lock, holds nothing.
class FolderLock {
 public:
  /// Of the folder that `path` stands in. Throws Error{busy} after `timeout`.
  FolderLock(const std::string& path, std::chrono::milliseconds timeout);
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  int descriptor_;
};

}  // namespace hinge::store
