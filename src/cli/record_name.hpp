#pragma once

#include <string>

#include "hinge/store.hpp"

namespace hinge::cli {

/// The record that "s41", "f12" or "r3" names. Throws Error{usage} for what is no such name, and
/// Error{not_found} where there is none.
[[nodiscard]] Record find_record(const Store& store, const std::string& name);

}  // namespace hinge::cli
