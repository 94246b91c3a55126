#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "store/schema.hpp"
#include "store/sqlite.hpp"

namespace hinge::store {

/// A connection that has been looked at, and what is to be said about it.
struct Opened {
  std::unique_ptr<Connection> connection;
  std::vector<std::string> notices;
};

/// Opens the log at `path`, which has bytes. A killed writer's journal is rolled back; an older
/// schema is backed up beside it and migrated, even for a reader. Throws Failure for a file that
/// isn't a hinge log of this version or an older one. No connection: the file was never committed
/// to.
[[nodiscard]] Opened open_existing(const std::string& path, Connection::Mode mode,
                                   std::chrono::milliseconds timeout,
                                   std::span<const Step> steps = schema_steps());

/// Takes the write lock, and makes the schema where the file has none. Whoever comes second finds
/// it made.
[[nodiscard]] std::unique_ptr<Transaction> begin_writing(
    Connection& connection, std::span<const Step> steps = schema_steps());

/// A log that was made just now, and the write lock on it: nothing in it is durable until that
/// commits.
struct Created {
  std::unique_ptr<Connection> connection;
  std::unique_ptr<Transaction> transaction;
};

/// Makes the file at `path`, its folders and its schema, or waits for whoever is at it already.
[[nodiscard]] Created begin_new(const std::string& path, std::chrono::milliseconds timeout);

/// Removes a database that nothing was committed to, unless somebody else is at work on it.
void remove_if_empty(std::unique_ptr<Connection> connection);

}  // namespace hinge::store
