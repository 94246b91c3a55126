#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "store/sqlite.hpp"

namespace hinge::store {

/// What `PRAGMA application_id` says in every hinge log: "hing" in ASCII.
inline constexpr std::int64_t application_id = 0x68696e67;

/// One step of the schema: from version N (its place in the table, from 0) to N + 1. The script
/// sets `user_version` itself, and the first one `application_id`.
using Step = Sql;

/// Every step from nothing to the present version: to change the schema, append one.
[[nodiscard]] std::span<const Step> schema_steps();

/// What a file holds, as far as its header and schema tell.
enum class Contents : std::uint8_t {
  nothing,  ///< no schema yet: a database that was never committed to
  older,    ///< a hinge log that has steps to go
  current,
};

/// Looks at application_id, user_version and schema; requires an open transaction, so that they
/// belong together. Throws Failure for another program's database, and for a newer hinge's.
[[nodiscard]] Contents contents_of(Connection& database, std::span<const Step> steps);

/// The version in the file.
[[nodiscard]] std::int64_t schema_version(Connection& database);

/// What a file of the present version has otherwise than hinge made it.
struct SchemaFaults {
  std::vector<std::string> wrong;      ///< tables and indexes that are missing or changed, in words
  std::vector<std::string> strangers;  ///< "trigger x": no part of a log, and harmless to it
};
[[nodiscard]] SchemaFaults schema_faults(Connection& database);

/// Runs the steps the file still lacks; requires an open write transaction.
void apply_steps(Connection& database, std::span<const Step> steps);

}  // namespace hinge::store
