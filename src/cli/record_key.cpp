#include "cli/record_key.hpp"

#include <fmt/format.h>

namespace hinge::cli {

std::string read_record_key(const Arguments& arguments) {
  constexpr std::size_t longest = 200;
  const auto key = arguments.value("id");
  if (!key) return {};
  if (key->empty() || key->size() > longest) {
    throw Error(ErrorKind::usage, "--id is empty or too long",
                fmt::format("give a key of 1 to {} bytes", longest));
  }
  return *key;
}

Error key_brought_something_else(const std::string& key, const std::string& record) {
  return {ErrorKind::bad_data,
          fmt::format("--id {} brought something else before, {}; nothing was stored", key, record),
          "take a new key for a new record"};
}

}  // namespace hinge::cli
