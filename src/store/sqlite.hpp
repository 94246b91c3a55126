#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hinge/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace hinge::store {

/// A statement's text: a constant of the program. SQL put together at run time does not compile.
class Sql {
 public:
  // Implicit on purpose: a literal is what one writes.
  consteval Sql(const char* literal) : text_(literal) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] constexpr const char* text() const { return text_; }

 private:
  const char* text_;
};

/// What the store itself has to tell apart among database errors; for everybody else it is the
/// Error.
class Failure : public Error {
 public:
  enum class Cause : std::uint8_t {
    other,
    busy,
    hot_journal,  ///< a killed writer's journal has to be rolled back, and this is read-only
    damaged,      ///< no database, or not one any more
    full,         ///< no room where it had to be written
  };
  Failure(Cause cause, ErrorKind kind, const std::string& message, std::string hint = {})
      : Error(kind, message, std::move(hint)), cause_(cause) {}
  [[nodiscard]] Cause cause() const { return cause_; }

 private:
  Cause cause_;
};

/// For a log that holds what no log does, which the tables of a copy then refuse.
[[nodiscard]] Failure damaged_content(const std::string& path);

/// The bytes of a database file.
struct Image {
  std::string bytes;
};

/// One open database file, with every setting of docs/format.md. Throws Failure, which names the
/// file.
class Connection {
 public:
  enum class Mode : std::uint8_t { read, write };

  /// Opens the existing file at the absolute `path`; never makes one. Errors call it `shown_as`,
  /// where that is given.
  Connection(const std::string& path, Mode mode, std::chrono::milliseconds timeout,
             const std::string& shown_as = {});
  /// Reads a database from memory: whatever it holds, no file is touched.
  Connection(Image image, std::string shown_as);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  /// Runs every statement of a script that takes no parameters.
  void run(Sql script);
  [[nodiscard]] bool in_transaction() const;
  /// Changes whenever this connection, on beginning a transaction, finds that another one has
  /// written since.
  [[nodiscard]] unsigned data_version() const;
  /// Replaces all of this database by all of `source`, in one durable transaction. False: another
  /// connection wrote since `version` was this one's data_version, and nothing was done. Waits for
  /// others until the timeout.
  [[nodiscard]] bool take_over(Connection& source, unsigned version);
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::chrono::milliseconds timeout() const { return timeout_; }

 private:
  friend class Statement;
  /// A prepared statement from the few that are kept, or a new one.
  sqlite3_stmt* take(Sql sql);
  void give_back(Sql sql, sqlite3_stmt* statement);
  void close();
  [[noreturn]] void fail(int code) const;

  struct Kept {
    const char* sql;
    sqlite3_stmt* statement;
  };
  std::string path_;
  std::chrono::milliseconds timeout_;
  std::string image_;
  sqlite3* handle_ = nullptr;
  std::vector<Kept> kept_;
};

/// One execution of one prepared statement: bound when made, given back when it goes.
class Statement {
 public:
  /// Binds `values` to ?1, ?2, …; throws std::logic_error unless there are as many as parameters.
  template <class... Values>
  Statement(Connection& database, Sql sql, const Values&... values)
      : Statement(Prepared{}, database, sql, static_cast<int>(sizeof...(values))) {
    int parameter = 0;
    (bind(++parameter, values), ...);
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  /// To the next row; false after the last.
  bool step();
  /// For statements whose rows nobody reads.
  void run();

  // Columns count from 0, and are of the current row.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
  /// Valid until the next step.
  [[nodiscard]] std::string_view text(int column) const;

 private:
  struct Prepared {};
  Statement(Prepared, Connection& database, Sql sql, int values);

  void bind(int parameter, std::int64_t value);
  void bind(int parameter, int value) { bind(parameter, std::int64_t{value}); }
  void bind(int parameter, bool value) { bind(parameter, std::int64_t{value ? 1 : 0}); }
  void bind(int parameter, std::string_view value);
  void bind(int parameter, const std::string& value) { bind(parameter, std::string_view{value}); }
  void bind(int parameter, const char* value) { bind(parameter, std::string_view{value}); }
  void bind(int parameter, std::nullopt_t);
  template <class Value>
  void bind(int parameter, const std::optional<Value>& value) {
    value ? bind(parameter, *value) : bind(parameter, std::nullopt);
  }

  Connection& database_;
  Sql sql_;
  sqlite3_stmt* statement_;
};

/// A view of the file as it is at one moment, for reads of more than one statement. Within a
/// transaction it is a part of that one.
class ReadTransaction {
 public:
  explicit ReadTransaction(Connection& database);
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;
  ~ReadTransaction();

 private:
  Connection& database_;
  bool outermost_;
};

/// BEGIN IMMEDIATE: holds the write lock until `commit`, or takes everything back.
class Transaction {
 public:
  explicit Transaction(Connection& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  /// Durable when it returns. Waits for readers until the connection's timeout.
  void commit();

 private:
  Connection& database_;
};

/// Copies the whole database, as the last commit left it, into a new file at `path`.
void copy_into_new_file(Connection& database, const std::string& path);

}  // namespace hinge::store
