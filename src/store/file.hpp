#pragma once

#include <cstdint>
#include <string>

namespace hinge::store {

enum class Presence : std::uint8_t {
  missing,
  empty,  ///< no bytes: what a killed first use leaves behind
  present,
};

/// What stands at the absolute `path`, without opening it. Throws Error{database} for anything but
/// a regular file: a FIFO would hang, a device has no end, a dangling link leads nowhere.
[[nodiscard]] Presence presence_of(const std::string& path);

/// Makes an empty file, 0600, and the folders it needs, 0700. Leaves alone what is there.
void make_file(const std::string& path);

void remove_file(const std::string& path);

/// Makes the file's content and its name in the folder durable.
void sync_file(const std::string& path);

}  // namespace hinge::store
