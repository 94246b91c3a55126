#include "store/open.hpp"

#include <filesystem>

#include "store/backup.hpp"
#include "store/file.hpp"

namespace hinge::store {

namespace {

using Mode = Connection::Mode;
using Cause = Failure::Cause;

Contents look(Connection& connection, std::span<const Step> steps) {
  const ReadTransaction transaction{connection};
  return contents_of(connection, steps);
}

struct Looked {
  std::unique_ptr<Connection> connection;
  Contents contents;
};

Looked open_and_look(const std::string& path, Mode mode, std::chrono::milliseconds timeout,
                     std::span<const Step> steps) {
  auto connection = std::make_unique<Connection>(path, mode, timeout);
  const Contents contents = look(*connection, steps);
  return {std::move(connection), contents};
}

/// A reader that meets the journal of a killed writer can't roll it back, so a writer does it
/// first.
Looked open_and_recover(const std::string& path, Mode mode, std::chrono::milliseconds timeout,
                        std::span<const Step> steps) {
  try {
    return open_and_look(path, mode, timeout, steps);
  } catch (const Failure& failure) {
    if (failure.cause() != Cause::hot_journal) throw;
    open_and_look(path, Mode::write, timeout, steps);
  }
  return open_and_look(path, mode, timeout, steps);
}

/// As "hinge.db.v1.backup", or the first of its numbered fellows that is free: no backup is ever
/// written over, and none has that name before it is whole. Requires that somebody holds the write
/// lock, so that what is copied is what will be migrated.
std::string back_up(Connection& connection, std::chrono::milliseconds timeout) {
  const std::string path = connection.path();
  Draft draft = copied(path, std::filesystem::path{path}.parent_path().string(), timeout);
  const std::string name = path + ".v" + std::to_string(schema_version(connection)) + ".backup";
  std::string free = name;
  for (int number = 2; !draft.publish(free); ++number) free = name + "-" + std::to_string(number);
  return free;
}

/// What failed, and that the log is another one now all the same.
[[noreturn]] void fail_after(const std::string& notice, const Error& error) {
  throw Error{error.kind(), std::string{error.what()} + "; " + notice, error.hint()};
}

/// Where the very last sync fails, the change is in the file all the same: looks, and says so.
void commit_or_say(Connection& connection, Transaction& transaction, const std::string& notice,
                   std::span<const Step> steps) {
  try {
    transaction.commit();
  } catch (const Error& error) {
    if (connection.in_transaction()) connection.run("ROLLBACK");
    if (look(connection, steps) == Contents::older) throw;
    fail_after(notice, error);
  }
}

void bring_up_to_date(Connection& connection, std::span<const Step> steps) {
  try {
    apply_steps(connection, steps);
  } catch (const Failure& failure) {
    if (failure.kind() != ErrorKind::bad_data) throw;
    throw damaged_content(connection.path());
  }
}

/// Returns what to say of it, empty where somebody else has done it.
std::string migrate(const std::string& path, std::chrono::milliseconds timeout,
                    std::span<const Step> steps) {
  Connection connection{path, Mode::write, timeout};
  Transaction transaction{connection};
  // Somebody else may have migrated it while this waited for the lock.
  if (contents_of(connection, steps) != Contents::older) return {};
  const std::string backup = back_up(connection, timeout);
  bring_up_to_date(connection, steps);
  std::string notice = path + " was brought up to this version of hinge; as it was: " + backup;
  commit_or_say(connection, transaction, notice, steps);
  return notice;
}

}  // namespace

Opened open_existing(const std::string& path, Mode mode, std::chrono::milliseconds timeout,
                     std::span<const Step> steps) {
  Looked looked = open_and_recover(path, mode, timeout, steps);
  Opened opened;
  if (looked.contents == Contents::older) {
    looked.connection.reset();
    const std::string notice = migrate(path, timeout, steps);
    if (!notice.empty()) opened.notices.push_back(notice);
    try {
      looked = open_and_look(path, mode, timeout, steps);
    } catch (const Error& error) {
      if (notice.empty()) throw;
      fail_after(notice, error);
    }
  }
  if (looked.contents == Contents::nothing) {
    throw Error{ErrorKind::database, path + " is an empty database, not a hinge log",
                "choose another file with --db"};
  }
  opened.connection = std::move(looked.connection);
  return opened;
}

std::unique_ptr<Transaction> begin_writing(Connection& connection, std::span<const Step> steps) {
  auto transaction = std::make_unique<Transaction>(connection);
  const Contents contents = contents_of(connection, steps);
  if (contents == Contents::nothing) apply_steps(connection, steps);
  if (contents == Contents::older) {
    throw Error{ErrorKind::busy, connection.path() + " was changed by another program meanwhile",
                "try again"};
  }
  return transaction;
}

std::unique_ptr<NewLog> NewLog::begin(const std::string& path, std::chrono::milliseconds timeout) {
  make_folder_of(path);
  std::unique_ptr<NewLog> log{new NewLog{path, timeout}};
  if (presence_of(path) == Presence::present) return nullptr;
  log->remove();  // what a killed first use left
  make_file(log->draft_);
  log->drafted_ = true;
  log->connection_ = std::make_unique<Connection>(log->draft_, Mode::write, timeout, path);
  return log;
}

NewLog::NewLog(const std::string& path, std::chrono::milliseconds timeout)
    : path_(path), draft_(path + ".new"), lock_(path, timeout) {}

NewLog::~NewLog() {
  connection_.reset();
  if (drafted_) remove();
}

void NewLog::remove() const {
  remove_file(draft_);
  remove_file(draft_ + "-journal");
}

void NewLog::publish() {
  connection_.reset();
  publish_file(draft_, path_);
  drafted_ = false;
}

}  // namespace hinge::store
