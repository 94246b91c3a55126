#pragma once

#include <string>

#include "hinge/log_file.hpp"
#include "store/sqlite.hpp"

namespace hinge::store {

/// `examine` through an open connection, in one transaction.
[[nodiscard]] Examined examine(Connection& database, const Progress& progress = {});

/// The checks of the file alone, which need no table to be as this hinge knows it.
[[nodiscard]] std::vector<Damage> damage_to_the_file(Connection& database);

}  // namespace hinge::store
