#include "cli/open_store.hpp"

#include <filesystem>

#include "cli/config.hpp"

namespace hinge::cli {

bool has_database(const Invocation& call) {
  std::error_code error;
  const auto path = database_path(call.globals, call.context.environment);
  // What can't be looked at is left to the store, which says why.
  return std::filesystem::symlink_status(path, error).type() !=
         std::filesystem::file_type::not_found;
}

Error nothing_logged_yet(const Invocation& call) {
  const auto path = database_path(call.globals, call.context.environment);
  return {ErrorKind::database, "nothing logged yet at " + path.string(),
          "start with: hinge log 140x5x3"};
}

Store open_existing(const Invocation& call, Access access) {
  if (!has_database(call)) throw nothing_logged_yet(call);
  return Store::open(database_path(call.globals, call.context.environment), access,
                     call.globals.timeout);
}

Store open_or_create(const Invocation& call) {
  return Store::open(database_path(call.globals, call.context.environment), Access::create,
                     call.globals.timeout);
}

}  // namespace hinge::cli
