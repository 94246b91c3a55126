#pragma once

#include "cli/invocation.hpp"
#include "hinge/store.hpp"

namespace hinge::cli {

/// Opens the log for a command that only reads, or that changes what is there; what the store has
/// to say about it (a migration) goes to stderr. Throws Error{database} saying that nothing is
/// logged yet where there is no file.
[[nodiscard]] Store open_existing(const Invocation& call, Access access);

/// Opens the log for a command that may begin one.
[[nodiscard]] Store open_or_create(const Invocation& call);

/// Whether there is a file (or anything else) at the database's path.
[[nodiscard]] bool has_database(const Invocation& call);

/// "nothing logged yet at PATH; start with: hinge log 140x5x3"
[[nodiscard]] Error nothing_logged_yet(const Invocation& call);

}  // namespace hinge::cli
