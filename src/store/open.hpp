#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "store/file.hpp"
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
/// isn't a hinge log of this version or an older one.
[[nodiscard]] Opened open_existing(const std::string& path, Connection::Mode mode,
                                   std::chrono::milliseconds timeout,
                                   std::span<const Step> steps = schema_steps());

/// Takes the write lock, and makes the schema where there is nothing yet.
[[nodiscard]] std::unique_ptr<Transaction> begin_writing(
    Connection& connection, std::span<const Step> steps = schema_steps());

/// A log in the making: it stands beside its place under a name of its own, so that at every moment
/// the place is empty or holds a log with something in it. SQLite must never see a log vanish under
/// it: a waiting process would take the next one's journal for its own.
class NewLog {
 public:
  /// None: there is a log by now, made by another process while this one waited for its turn.
  [[nodiscard]] static std::unique_ptr<NewLog> begin(const std::string& path,
                                                     std::chrono::milliseconds timeout);
  NewLog(const NewLog&) = delete;
  NewLog& operator=(const NewLog&) = delete;
  /// Leaves nothing behind unless it was published.
  ~NewLog();

  [[nodiscard]] Connection& connection() { return *connection_; }
  /// Puts the log in its place, durably. Requires that it was committed; ends the connection.
  void publish();

 private:
  NewLog(const std::string& path, std::chrono::milliseconds timeout);
  void remove() const;

  std::string path_;
  std::string draft_;
  FolderLock lock_;
  bool drafted_ = false;
  std::unique_ptr<Connection> connection_;
};

}  // namespace hinge::store
