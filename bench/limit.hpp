#pragma once

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

// What the limit programs share. They stop at the first failure, check no checksum, and say nothing
// that a person could use: the least that does the work.
namespace limit {

[[noreturn]] inline void stop(const char* why) {
  std::fprintf(stderr, "limit: %s\n", why);
  std::exit(1);
}

inline sqlite3* open(const char* path, int access) {
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(path, &database, access | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) {
    stop("can't open");
  }
  return database;
}

inline void run(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    stop(sqlite3_errmsg(database));
  }
}

/// A prepared statement, for as long as the program runs.
class Statement {
 public:
  Statement(sqlite3* database, const char* sql) {
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) !=
        SQLITE_OK) {
      stop(sqlite3_errmsg(database));
    }
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  Statement& bind(int place, std::int64_t value) {
    sqlite3_bind_int64(statement_, place, value);
    return *this;
  }
  Statement& bind(int place, std::string_view text) {
    sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
  }
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) stop(sqlite3_errmsg(sqlite3_db_handle(statement_)));
    return false;
  }
  void reset() { sqlite3_reset(statement_); }
  /// For what gives no rows.
  void run() {
    step();
    reset();
  }
  [[nodiscard]] std::int64_t integer(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] bool is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  [[nodiscard]] std::string_view text(int column) const {
    const auto* const bytes =
        reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

/// The format's checksum (docs/format.md), with the zero bytes of small numbers taken in one step.
class Checksum {
 public:
  Checksum& add(std::int64_t value) {
    auto bits = static_cast<std::uint64_t>(value);
    int left = 8;
    for (; bits != 0; --left, bits >>= 8U) add_byte(static_cast<unsigned char>(bits));
    for (; left > 0; --left) state_ *= prime;
    return *this;
  }
  Checksum& add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    return *this;
  }
  [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(state_); }

 private:
  static constexpr std::uint64_t prime = 1099511628211U;
  void add_byte(unsigned char byte) {
    state_ ^= byte;
    state_ *= prime;
  }
  std::uint64_t state_ = 14695981039346656037U;
};

/// Text on its way to stdout, 64 KiB at a time.
class Out {
 public:
  Out() { text_.reserve(block * 2); }
  Out& operator<<(std::string_view text) {
    text_ += text;
    return *this;
  }
  Out& operator<<(std::int64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text_.append(digits.data(), end.ptr);
    return *this;
  }
  /// A whole number of thousandths, as a decimal number.
  Out& thousandths(std::int64_t number) {
    *this << number / 1000;
    std::array<char, 4> fraction{'.', static_cast<char>('0' + number / 100 % 10),
                                 static_cast<char>('0' + number / 10 % 10),
                                 static_cast<char>('0' + number % 10)};
    std::size_t length = fraction.size();
    while (length > 1 && fraction[length - 1] == '0') --length;
    if (length > 1) text_.append(fraction.data(), length);
    return *this;
  }
  void flush_if_full() {
    if (text_.size() >= block) flush();
  }
  void flush() {
    if (std::fwrite(text_.data(), 1, text_.size(), stdout) != text_.size()) stop("can't write");
    text_.clear();
  }

 private:
  static constexpr std::size_t block = std::size_t{64} * 1024;
  std::string text_;
};

}  // namespace limit
