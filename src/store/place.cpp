#include "store/place.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/statfs.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "store/draft.hpp"

namespace hinge::store {

namespace {

namespace fs = std::filesystem;

struct NetworkFileSystem {
  std::uint32_t magic;  ///< statfs(2)
  std::string_view name;
};
constexpr std::array network_file_systems = {
    NetworkFileSystem{0x6969, "nfs"},        NetworkFileSystem{0xFF534D42, "cifs"},
    NetworkFileSystem{0xFE534D42, "smb"},    NetworkFileSystem{0x517B, "smb"},
    NetworkFileSystem{0x01021997, "9p"},     NetworkFileSystem{0x65735546, "fuse"},
    NetworkFileSystem{0x5346414F, "afs"},    NetworkFileSystem{0x73757245, "coda"},
    NetworkFileSystem{0x00C36400, "ceph"},   NetworkFileSystem{0x7461636F, "ocfs2"},
    NetworkFileSystem{0x0BD00BD0, "lustre"},
};

unsigned mode_of(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0U;
}

bool is_leftover(const std::string& name, const std::string& log) {
  return name.rfind(draft_prefix, 0) == 0 || name == log + ".new" || name == log + ".new-journal";
}

}  // namespace

Place place_of(const std::string& path) {
  Place place;
  const fs::path folder = fs::path{path}.parent_path();
  place.file_mode = mode_of(path);
  place.folder_mode = mode_of(folder.string());
  std::error_code failed;
  place.bytes = fs::file_size(path, failed);
  struct statfs system {};
  if (statfs(path.c_str(), &system) == 0) {
    place.free_bytes =
        static_cast<std::uintmax_t>(system.f_bavail) * static_cast<std::uintmax_t>(system.f_bsize);
    const auto magic = static_cast<std::uint32_t>(system.f_type);
    const auto* const known =
        std::find_if(network_file_systems.begin(), network_file_systems.end(),
                     [magic](const NetworkFileSystem& each) { return each.magic == magic; });
    place.is_network = known != network_file_systems.end();
    if (place.is_network) place.file_system = known->name;
  }
  const std::string log = fs::path{path}.filename().string();
  for (fs::directory_iterator entry{folder, failed}, end; !failed && entry != end;
       entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (is_leftover(name, log)) place.leftovers.push_back(name);
  }
  std::sort(place.leftovers.begin(), place.leftovers.end());
  return place;
}

std::string_view sqlite_version() { return sqlite3_libversion(); }

}  // namespace hinge::store
