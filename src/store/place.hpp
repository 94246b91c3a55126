#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hinge::store {

/// Where a log's file stands, as the operating system sees it.
struct Place {
  unsigned file_mode = 0;    ///< permission bits, 0600
  unsigned folder_mode = 0;  ///< with the sticky bit
  std::uintmax_t bytes = 0;
  std::uintmax_t free_bytes = 0;       ///< for this user, on that file system
  std::string file_system;             ///< "nfs", "smb"; empty: one that needs no name
  bool is_network = false;             ///< locks on it may not hold from one machine to another
  std::vector<std::string> leftovers;  ///< names in its folder that a killed hinge left
};

/// Looks without opening the file. Requires that it is there.
[[nodiscard]] Place place_of(const std::string& path);

[[nodiscard]] std::string_view sqlite_version();

}  // namespace hinge::store
