#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/invocation.hpp"

namespace hinge::cli {

/// The text of the file (`-`: of standard input) where it begins as a JSON document does.
[[nodiscard]] std::optional<std::string> json_text_of(Invocation& call, const std::string& name);

/// Brings in the log that `hinge export all` wrote: what this one has already is left alone, and a
/// record keeps its id where that is still free. Throws Error{bad_data} that names the file and the
/// place in it; nothing is stored then.
int import_log(Invocation& call, const std::string& name, std::string_view text);

}  // namespace hinge::cli
