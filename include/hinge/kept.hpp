#pragma once

#include <cstdint>
#include <string>

/// What a log keeps of a lifter beside the records.
namespace hinge {

/// A key that came with a record, as the log knows it: by it, an import is known again.
struct KnownKey {
  std::string key;
  std::string record;       ///< "s41", which stands
  std::int64_t digest = 0;  ///< of what it brought
  friend bool operator==(const KnownKey&, const KnownKey&) = default;
};

}  // namespace hinge
