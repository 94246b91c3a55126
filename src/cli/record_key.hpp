#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {

/// --id: the key that makes a retry a no-op; empty where none is given. Throws Error{usage}.
[[nodiscard]] std::string read_record_key(const Arguments& arguments);

/// The key came before, with other content.
[[nodiscard]] Error key_brought_something_else(const std::string& key, const std::string& record);

}  // namespace hinge::cli
