#pragma once

#include <cstdint>

#include "hinge/checkin.hpp"
#include "hinge/lifter.hpp"
#include "hinge/screen.hpp"
#include "hinge/session.hpp"
#include "hinge/store.hpp"
#include "store/sqlite.hpp"

namespace hinge::store {

/// Whether a record of that id stands there already, not taken back.
enum class Row : std::uint8_t { added, there };

// Each writes the record whole, under the id (or key) it carries, with its checksum: a new row, or
// all fields of the one that is there. Requires an open write transaction.

/// Either.
void write_lifter(Connection& database, std::int64_t key, const Lifter& lifter);
void write_session(Connection& database, std::int64_t lifter, const Session& session, Row row);
void write_checkin(Connection& database, std::int64_t lifter, const CheckIn& checkin, Row row);
void write_screen(Connection& database, std::int64_t lifter, const Screen& screen, Row row);
/// A choice is never changed: always a new row.
void write_policy(Connection& database, std::int64_t lifter, const PolicyVersion& choice);

}  // namespace hinge::store
