// L4 LOG FILE.csv: takes hinge's own CSV of sets into the log of `me`, in one transaction, every
// row that `hinge import` writes. The file is trusted: nothing is checked.
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <vector>

#include "limit.hpp"

namespace {

constexpr std::size_t column_count = 13;
using Row = std::array<std::string_view, column_count>;

/// Lines without quotes, block by block.
class Lines {
 public:
  explicit Lines(const char* path) : file_(::open(path, O_RDONLY)), block_(std::size_t{64} * 1024) {
    if (file_ < 0) limit::stop("can't open the CSV");
  }
  bool next(Row& row) {
    std::size_t end = find_end();
    if (end == std::string_view::npos) {
      fill();
      end = find_end();
    }
    if (end == std::string_view::npos) return false;
    split(std::string_view(block_.data() + at_, end - at_), row);
    at_ = end + 1;
    return true;
  }

 private:
  [[nodiscard]] std::size_t find_end() const {
    return std::string_view(block_.data(), filled_).find('\n', at_);
  }
  void fill() {
    std::copy(block_.begin() + static_cast<std::ptrdiff_t>(at_),
              block_.begin() + static_cast<std::ptrdiff_t>(filled_), block_.begin());
    filled_ -= at_;
    at_ = 0;
    const ssize_t got = ::read(file_, block_.data() + filled_, block_.size() - filled_);
    if (got < 0) limit::stop("can't read the CSV");
    filled_ += static_cast<std::size_t>(got);
  }
  static void split(std::string_view line, Row& row) {
    for (std::string_view& cell : row) {
      const std::size_t comma = line.find(',');
      cell = line.substr(0, comma);
      line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    }
  }

  int file_;
  std::vector<char> block_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
};

/// `digits` times `scale`, a power of ten.
std::int64_t decimal(std::string_view digits, std::int64_t scale) {
  std::int64_t number = 0;
  bool fraction = false;
  for (const char c : digits) {
    if (c == '.') {
      fraction = true;
      continue;
    }
    number = number * 10 + (c - '0');
    if (fraction) scale /= 10;
  }
  return number * scale;
}

std::int64_t days_since_1970(std::string_view day) {
  using namespace std::chrono;
  const auto number = [day](std::size_t from, std::size_t length) {
    return static_cast<int>(decimal(day.substr(from, length), 1));
  };
  return sys_days{year{number(0, 4)} / number(5, 2) / number(8, 2)}.time_since_epoch().count();
}

struct Set {
  std::string kind;
  std::string unit;
  std::int64_t load = 0;
  std::int64_t reps = 0;
  std::int64_t failed = 0;
  std::int64_t rpe = -1;
};

struct Session {
  std::string id;
  std::string day;
  std::string lift;
  std::vector<Set> sets;
};

limit::Checksum digest_of(const Session& session) {
  limit::Checksum sum;
  sum.add(session.lift).add(days_since_1970(session.day)).add(0).add(0).add(0).add(0).add("");
  sum.add(static_cast<std::int64_t>(session.sets.size()));
  for (const Set& set : session.sets) {
    sum.add(set.kind).add(set.load).add(set.unit).add(set.reps).add(set.failed);
    sum.add(set.rpe >= 0 ? 1 : 0);
    if (set.rpe >= 0) sum.add(set.rpe);
  }
  return sum;
}

class Import {
 public:
  explicit Import(sqlite3* log)
      : session_(log,
                 "INSERT INTO session (id, lifter, lift, day, imported, light, note, checksum)"
                 " VALUES (?1, 1, ?2, ?3, 0, 0, '', ?4)"),
        set_(log,
             "INSERT INTO session_set (session, position, kind, load, unit, reps, failed, rpe)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
        set_without_rpe_(log,
                         "INSERT INTO session_set (session, position, kind, load, unit, reps,"
                         " failed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
        arrival_(log,
                 "INSERT INTO arrival (lifter, key, command, kind, record, digest, checksum)"
                 " VALUES (1, ?1, ?2, 'session', ?3, ?4, ?5)"),
        tally_(log,
               "INSERT INTO tally (lifter, kind, month, records, ids)"
               " VALUES (1, 'session', ?1, ?2, ?3)") {}

  void take(const Row& row) {
    if (row[1] != present_.id) {
      store();
      present_.id = row[1];
      present_.day = row[2];
      present_.lift = row[4];
      present_.sets.clear();
    }
    present_.sets.push_back({std::string(row[6]), std::string(row[9]),
                             decimal(row[8], 1'000'000'000'000), decimal(row[10], 1),
                             row[11] == "yes" ? 1 : 0,
                             row[12].empty() ? -1 : decimal(row[12], 10) / 5});
  }
  void store() {
    if (present_.sets.empty()) return;
    ++stored_;
    limit::Checksum sum = digest_of(present_);
    key_ = "hinge:me:" + present_.id;
    arrival_.bind(1, std::string_view(key_)).bind(2, 2).bind(3, stored_).bind(4, sum.value());
    limit::Checksum arrival;
    arrival.add(1).add(key_).add(2).add("session").add(stored_).add(sum.value());
    arrival_.bind(5, arrival.value());
    session_.bind(1, stored_).bind(2, std::string_view(present_.lift));
    session_.bind(3, std::string_view(present_.day)).bind(4, sum.add(stored_).add(1).value()).run();
    count();
    arrival_.run();
    std::int64_t position = 0;
    for (const Set& set : present_.sets) {
      limit::Statement& row = set.rpe < 0 ? set_without_rpe_ : set_;
      row.bind(1, stored_).bind(2, ++position).bind(3, std::string_view(set.kind));
      row.bind(4, set.load).bind(5, std::string_view(set.unit)).bind(6, set.reps);
      row.bind(7, set.failed);
      if (set.rpe >= 0) row.bind(8, set.rpe);
      row.run();
    }
  }
  [[nodiscard]] std::int64_t stored() const { return stored_; }
  void finish() {
    store();
    tally();
  }

 private:
  /// Sessions come by their days.
  void count() {
    const std::string_view month = std::string_view(present_.day).substr(0, 7);
    if (month != month_) {
      tally();
      month_ = month;
      records_ = ids_ = 0;
    }
    ++records_;
    ids_ += stored_;
  }
  void tally() {
    if (records_ == 0) return;
    tally_.bind(1, std::string_view(month_)).bind(2, records_).bind(3, ids_).run();
  }

  limit::Statement session_;
  limit::Statement set_;
  limit::Statement set_without_rpe_;
  limit::Statement arrival_;
  limit::Statement tally_;
  Session present_;
  std::string key_;
  std::int64_t stored_ = 0;
  std::string month_;
  std::int64_t records_ = 0;
  std::int64_t ids_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) limit::stop("usage: l4_import LOG FILE.csv");
  sqlite3* const log = limit::open(argv[1], SQLITE_OPEN_READWRITE);
  limit::run(
      log,
      "PRAGMA foreign_keys = ON; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
      "BEGIN IMMEDIATE;"
      "INSERT INTO command (id, name, at) VALUES (2, 'import', '2026-11-21T18:00:00+01:00')");
  Lines lines(argv[2]);
  Row row;
  lines.next(row);  // the header
  Import import(log);
  while (lines.next(row)) import.take(row);
  import.finish();
  limit::Statement change(log,
                          "INSERT INTO change (command, position, action, kind, first, last)"
                          " VALUES (2, 1, 'add', 'session', 1, ?1)");
  change.bind(1, import.stored()).run();
  limit::Statement counter(log, "UPDATE counter SET last = ?1 WHERE kind = 'session'");
  counter.bind(1, import.stored()).run();
  limit::Checksum entry;
  entry.add(2).add("import").add("2026-11-21T18:00:00+01:00").add(0);
  entry.add(1).add("add").add("session").add(1).add(import.stored()).add(0).add(0);
  limit::Statement command(log, "UPDATE command SET checksum = ?1 WHERE id = 2");
  command.bind(1, entry.value()).run();
  limit::run(log, "UPDATE counter SET last = 2 WHERE kind = 'command'; COMMIT");
  return 0;
}
