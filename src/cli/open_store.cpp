#include "cli/open_store.hpp"

#include <filesystem>
#include <ostream>

#include "cli/config.hpp"
#include "domain/text.hpp"

namespace hinge::cli {
namespace {

Store open(const Invocation& call, Access access) {
  Store store = Store::open(database_path(call.globals, call.context.environment), access,
                            call.globals.timeout);
  for (const std::string& notice : store.notices()) {
    call.context.err << "hinge: " << escaped_for_terminal(notice) << '\n';
  }
  return store;
}

}  // namespace

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
  return open(call, access);
}

Store open_or_create(const Invocation& call) { return open(call, Access::create); }

}  // namespace hinge::cli
