#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace hinge::fuzz {

/// A folder for a log, in memory where the system has such a place; removed when the program ends
/// as it should.
class Folder {
 public:
  Folder() : path_(root() / ("hinge-fuzz-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::filesystem::path log() const { return path_ / "hinge.db"; }

 private:
  static std::filesystem::path root() {
    const std::filesystem::path memory = "/dev/shm";
    return access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
  }

  std::filesystem::path path_;
};

}  // namespace hinge::fuzz
