#pragma once

#include <filesystem>
#include <fstream>

namespace hinge::cli {

/// The file at `path`, to read its bytes from; not open where it can't be opened. Throws
/// std::bad_alloc where memory runs out, which a stream alone would tell as a file's fault.
[[nodiscard]] std::ifstream input_file(const std::filesystem::path& path);

}  // namespace hinge::cli
