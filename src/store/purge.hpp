#pragma once

#include "hinge/store.hpp"
#include "store/sqlite.hpp"

namespace hinge::store {

/// Takes everything that `order` names out of the tables, and out of the record of changes.
/// Requires an open write transaction.
Purged erase_rows(Connection& database, const PurgeOrder& order);

/// Writes the file anew, so that no byte of what was erased stays in it. Requires that no
/// transaction is open.
void rewrite_file(Connection& database);

}  // namespace hinge::store
