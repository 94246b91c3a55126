#include "store/sqlite.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>
#include <thread>

namespace hinge::store {

namespace {

using Cause = Failure::Cause;

// More statements than one command runs; an import runs the same few for every session.
constexpr std::size_t most_kept_statements = 24;

/// Nobody asks how much memory SQLite holds, and counting it is an eighth of what `next` does. Can
/// only be said before the first file is opened.
void leave_memory_uncounted() {
  [[maybe_unused]] static const int said = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

void apply_settings(sqlite3* handle, std::chrono::milliseconds timeout) {
  struct Setting {
    int option;
    int value;
  };
  constexpr std::array settings = {
      Setting{SQLITE_DBCONFIG_DEFENSIVE, 1},
      Setting{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
      Setting{SQLITE_DBCONFIG_DQS_DML, 0},
      Setting{SQLITE_DBCONFIG_DQS_DDL, 0},
      Setting{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
      Setting{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
      Setting{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
      Setting{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
  };
  for (const Setting& setting : settings) {
    sqlite3_db_config(handle, setting.option, setting.value, nullptr);
  }
  // One, not none: VACUUM INTO attaches its target.
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1);
  // The C call and not the pragma: it also covers the rollback of a hot journal.
  sqlite3_busy_timeout(handle, static_cast<int>(timeout.count()));
}

bool is_read_only_errno(int code) { return code == EROFS || code == EACCES || code == EPERM; }

/// The one failure that comes behind the commit: what was to be stored is.
Failure restored_but_not_durable(const std::string& path) {
  return {Failure::Cause::other, ErrorKind::database,
          path + " was restored, but may not outlast a power cut: the last step of it failed",
          "check the disk; see what is there: hinge history"};
}

/// The folder's sync, and letting go of the lock, once all pages are copied: the source, too, has a
/// lock to let go of, and that before the first of them.
bool is_behind_the_commit(int code, sqlite3_backup* backup) {
  const bool all_copied =
      sqlite3_backup_pagecount(backup) > 0 && sqlite3_backup_remaining(backup) == 0;
  return all_copied && (code == SQLITE_IOERR_DIR_FSYNC || code == SQLITE_IOERR_UNLOCK ||
                        code == SQLITE_IOERR_RDLOCK);
}

bool may_come_free(int code) {
  return (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED;
}

}  // namespace

Connection::Connection(const std::string& path, Mode mode, std::chrono::milliseconds timeout,
                       const std::string& shown_as)
    : path_(shown_as.empty() ? path : shown_as), timeout_(timeout) {
  assert(path.starts_with('/'));  // or Debian's SQLite would read "file:" as a URI
  leave_memory_uncounted();
  const int access = mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  const int code = sqlite3_open_v2(
      path.c_str(), &handle_,
      access | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, nullptr);
  try {
    if (code != SQLITE_OK) fail(code);
    kept_.reserve(most_kept_statements);  // a statement that goes has no way to say that it can't
    apply_settings(handle_, timeout_);
    // A mebibyte of pages is as fast as SQLite's two: what is long is gone through in order.
    run("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
        " PRAGMA cache_size = -1024");
    if (mode == Mode::write) {
      run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA");
    }
  } catch (...) {
    close();
    throw;
  }
}

Connection::Connection(Image image, std::string shown_as)
    : path_(std::move(shown_as)), timeout_(0), image_(std::move(image.bytes)) {
  // A file that was written in WAL mode says so, and would ask for a second file.
  constexpr std::array<std::size_t, 2> versions{18, 19};
  for (const std::size_t at : versions) {
    if (at < image_.size() && image_[at] == 2) image_[at] = 1;
  }
  leave_memory_uncounted();
  const int code = sqlite3_open_v2(
      ":memory:", &handle_,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX,
      nullptr);
  try {
    if (code != SQLITE_OK) fail(code);
    kept_.reserve(most_kept_statements);  // a statement that goes has no way to say that it can't
    apply_settings(handle_, timeout_);
    run("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
    auto* const bytes = reinterpret_cast<unsigned char*>(image_.data());
    const auto size = static_cast<sqlite3_int64>(image_.size());
    const int taken =
        sqlite3_deserialize(handle_, "main", bytes, size, size, SQLITE_DESERIALIZE_READONLY);
    if (taken != SQLITE_OK) fail(taken);
  } catch (...) {
    close();
    throw;
  }
}

Connection::~Connection() { close(); }

void Connection::close() {
  for (const Kept& kept : kept_) sqlite3_finalize(kept.statement);
  kept_.clear();
  sqlite3_close(std::exchange(handle_, nullptr));
}

void Connection::run(Sql script) {
  const int code = sqlite3_exec(handle_, script.text(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

unsigned Connection::data_version() const {
  unsigned version = 0;
  sqlite3_file_control(handle_, "main", SQLITE_FCNTL_DATA_VERSION, &version);
  return version;
}

bool Connection::take_over(Connection& source, unsigned version) {
  const auto deadline = std::chrono::steady_clock::now() + timeout_;
  const std::unique_ptr<sqlite3_backup, int (*)(sqlite3_backup*)> backup{
      sqlite3_backup_init(handle_, "main", source.handle_, "main"), sqlite3_backup_finish};
  if (!backup) fail(sqlite3_extended_errcode(handle_));
  const auto copy = [&](int pages) {
    for (;;) {
      const int code = sqlite3_backup_step(backup.get(), pages);
      if (code == SQLITE_OK || code == SQLITE_DONE) return;
      if (is_behind_the_commit(code, backup.get())) throw restored_but_not_durable(path_);
      if (!may_come_free(code) || std::chrono::steady_clock::now() >= deadline) fail(code);
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
  };
  copy(0);  // takes the lock that keeps all others out, and copies nothing yet
  if (data_version() != version) return false;
  copy(-1);
  return true;
}

sqlite3_stmt* Connection::take(Sql sql) {
  const auto same = [sql](const Kept& kept) { return kept.sql == sql.text(); };
  if (const auto found = std::find_if(kept_.begin(), kept_.end(), same); found != kept_.end()) {
    sqlite3_stmt* const statement = found->statement;
    *found = kept_.back();
    kept_.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(handle_, sql.text(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return statement;
}

void Connection::give_back(Sql sql, sqlite3_stmt* statement) {
  sqlite3_reset(statement);  // what is bound stays: a Statement binds all there is
  if (kept_.size() < most_kept_statements) {
    kept_.push_back({sql.text(), statement});
  } else {
    sqlite3_finalize(statement);
  }
}

void Connection::fail(int code) const {
  const int system_error = handle_ != nullptr ? sqlite3_system_errno(handle_) : 0;
  const std::string reason = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  const auto because = [system_error] {
    return system_error == 0 ? std::string{} : std::string{": "} + std::strerror(system_error);
  };
  const auto database = [this](Cause cause, const std::string& what, std::string hint = {}) {
    return Failure{cause, ErrorKind::database, path_ + what, std::move(hint)};
  };
  if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY) {
    throw database(Cause::hot_journal,
                   ": a program was stopped while it wrote, and what it left can't be rolled back "
                   "here, because this is read-only",
                   "run hinge once where the log can be written");
  }
  if (code == SQLITE_READONLY_DBMOVED) {
    throw database(Cause::other, " was moved or replaced meanwhile; nothing was stored",
                   "try again");
  }
  switch (code & 0xff) {
    case SQLITE_NOMEM:
      throw std::bad_alloc{};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Failure{Cause::busy, ErrorKind::busy, path_ + " is in use by another program",
                    "try again, or wait longer with --timeout"};
    case SQLITE_READONLY:
      throw database(Cause::other, " is read-only; nothing was stored",
                     "make it writable, or choose another file with --db");
    case SQLITE_FULL:
      throw database(Cause::full, ": the disk is full; nothing was stored",
                     "make room and try again");
    case SQLITE_CANTOPEN:
      if (system_error == EACCES && access(path_.c_str(), R_OK) != 0) {
        throw database(Cause::other, " can't be read" + because(),
                       "check its permissions and its folder's, or choose another with --db");
      }
      if (is_read_only_errno(system_error)) {
        throw database(Cause::other, " or its folder is read-only" + because(),
                       "make it writable, or choose another file with --db");
      }
      throw database(Cause::other, " can't be opened" + because(),
                     "check the path, or choose another with --db");
    case SQLITE_IOERR:
      if (system_error == EFBIG) {
        throw database(Cause::full, ": no file may grow so large here; nothing was stored",
                       "raise the limit (ulimit -f), and try again");
      }
      throw database(Cause::other, ": the disk reported an error" + because(),
                     "check the disk, and try again");
    case SQLITE_NOTADB:
      throw database(Cause::damaged, " is not a hinge log (not a database at all)",
                     "choose another file with --db");
    case SQLITE_ERROR:  // the statements are ours and tested: it is the tables that differ
    case SQLITE_CORRUPT:
      throw database(Cause::damaged, " is damaged: " + reason,
                     "keep a copy of the file as it is, and restore a backup");
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
      throw Failure{Cause::other, ErrorKind::bad_data,
                    path_ + " refused a value: " + reason + "; nothing was stored"};
    default:
      throw database(Cause::other, ": " + reason);
  }
}

Statement::Statement(Prepared, Connection& database, Sql sql, int values)
    : database_(database), sql_(sql), statement_(database.take(sql)) {
  if (sqlite3_bind_parameter_count(statement_) != values) {
    database_.give_back(sql_, statement_);
    throw std::logic_error(std::string{"wrong number of values for: "} + sql.text());
  }
}

Statement::~Statement() { database_.give_back(sql_, statement_); }

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.fail(code);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::text(int column) const {
  // Text before size: asking for the text may convert it.
  const unsigned char* const text = sqlite3_column_text(statement_, column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Statement::bind(int parameter, std::int64_t value) {
  const int code = sqlite3_bind_int64(statement_, parameter, value);
  if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind(int parameter, std::string_view value) {
  // A null pointer would bind NULL: an empty view may have one.
  const char* const bytes = value.data() == nullptr ? "" : value.data();
  const int code = sqlite3_bind_text64(statement_, parameter, bytes, value.size(), SQLITE_TRANSIENT,
                                       SQLITE_UTF8);
  if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind(int parameter, std::nullopt_t) {
  const int code = sqlite3_bind_null(statement_, parameter);
  if (code != SQLITE_OK) database_.fail(code);
}

ReadTransaction::ReadTransaction(Connection& database)
    : database_(database), outermost_(!database.in_transaction()) {
  if (outermost_) database_.run("BEGIN");
}

ReadTransaction::~ReadTransaction() {
  // Nothing to lose in a read; a rollback ends it even where statements failed.
  try {
    if (outermost_ && database_.in_transaction()) database_.run("ROLLBACK");
  } catch (const std::exception&) {
    return;
  }
}

Transaction::Transaction(Connection& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  try {
    if (database_.in_transaction()) database_.run("ROLLBACK");
  } catch (const std::exception&) {
    return;  // the connection goes next, and the journal with the next one to open the file
  }
}

void Transaction::commit() {
  const auto deadline = std::chrono::steady_clock::now() + database_.timeout();
  for (;;) {
    try {
      return database_.run("COMMIT");
    } catch (const Failure& failure) {
      const bool may_retry = failure.cause() == Cause::busy && database_.in_transaction();
      if (!may_retry || std::chrono::steady_clock::now() >= deadline) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
}

Failure damaged_content(const std::string& path) {
  return {Failure::Cause::damaged, ErrorKind::database,
          path + " is damaged: it holds what no log does",
          "keep a copy of the file as it is, and restore a backup"};
}

void copy_into_new_file(Connection& database, const std::string& path) {
  Statement{database, "VACUUM INTO ?1", path}.run();
}

}  // namespace hinge::store
