#include "cli/input_file.hpp"

#include <cerrno>
#include <new>

namespace hinge::cli {

std::ifstream input_file(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file && errno == ENOMEM) throw std::bad_alloc();
  return file;
}

}  // namespace hinge::cli
