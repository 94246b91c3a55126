#pragma once

#include <iosfwd>
#include <vector>

#include "hinge/history.hpp"

namespace hinge::exchange {

/// Writes every set of `logs` in hinge's own CSV (docs/format.md): RFC 4180, UTF-8, LF, a header
/// always, by lifter, day, id and the order done. `read_import` reads it back.
void write_sets_csv(std::ostream& out, const std::vector<History>& logs);

/// Writes every check-in of `logs`, in the same form and order.
void write_feel_csv(std::ostream& out, const std::vector<History>& logs);

}  // namespace hinge::exchange
