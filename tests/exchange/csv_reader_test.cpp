#include "exchange/csv_reader.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "hinge/error.hpp"

using namespace hinge;
using exchange::CsvReader;
using exchange::CsvRow;
using Fields = std::vector<std::string>;

namespace {

struct ReadRow {
  std::size_t line;
  Fields fields;
  bool operator==(const ReadRow&) const = default;
};

std::vector<ReadRow> rows_of(const std::string& text) {
  std::istringstream in(text);
  CsvReader reader(in);
  std::vector<ReadRow> rows;
  while (const CsvRow* const row = reader.next()) {
    rows.push_back({row->line, Fields(row->fields.begin(), row->fields.end())});
  }
  return rows;
}

std::string refusal_of(const std::string& text) {
  try {
    (void)rows_of(text);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::bad_data);
    return error.what();
  }
  return "taken";
}

// Endless rows of endless length, without holding them.
class LongLine : public std::streambuf {
 public:
  explicit LongLine(std::size_t bytes) : left_(bytes), block_(4096, 'x') {}

 protected:
  int_type underflow() override {
    if (left_ == 0) return traits_type::eof();
    const std::size_t size = std::min(left_, block_.size());
    left_ -= size;
    setg(block_.data(), block_.data(), block_.data() + size);
    return traits_type::to_int_type(block_.front());
  }

 private:
  std::size_t left_;
  std::vector<char> block_;
};

}  // namespace

TEST_CASE("CSV is read as RFC 4180 has it, and as programs write it") {
  struct Case {
    const char* name;
    std::string text;
    std::vector<ReadRow> rows;
  };
  const auto c = GENERATE(values<Case>({
      {"LF", "a,b\n1,2\n", {{1, {"a", "b"}}, {2, {"1", "2"}}}},
      {"CRLF", "a,b\r\n1,2\r\n", {{1, {"a", "b"}}, {2, {"1", "2"}}}},
      {"CR", "a,b\r1,2\r", {{1, {"a", "b"}}, {2, {"1", "2"}}}},
      {"no last newline", "a,b\n1,2", {{1, {"a", "b"}}, {2, {"1", "2"}}}},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a,b\n",
       {{1, {"a", "b"}}}},
      {"semicolons, by the header", "a;b\n1,5;2\n", {{1, {"a", "b"}}, {2, {"1,5", "2"}}}},
      {"tabs, by the header", "a\tb\n1,5\t2\n", {{1, {"a", "b"}}, {2, {"1,5", "2"}}}},
      {"a delimiter in a quoted header does not count",
       "\"a,b,c\";d\n1;2\n",
       {{1, {"a,b,c", "d"}}, {2, {"1", "2"}}}},
      {"Excel's line for itself", "sep=;\na;b\n1;2\n", {{2, {"a", "b"}}, {3, {"1", "2"}}}},
      {"quoted delimiter and doubled quote",
       "a,b\n\"x,y\",\"say \"\"go\"\"\"\n",
       {{1, {"a", "b"}}, {2, {"x,y", "say \"go\""}}}},
      {"quoted newline counts its lines",
       "a,b\n\"x\r\ny\",2\n3,4\n",
       {{1, {"a", "b"}}, {2, {"x\ny", "2"}}, {4, {"3", "4"}}}},
      {"quotes inside a quoted field, not doubled",
       "a,b\n\"say \"go\" now\",2\n",
       {{1, {"a", "b"}}, {2, {"say \"go\" now", "2"}}}},
      {"a quote inside a bare field", "a,b\n2\" bar,2\n", {{1, {"a", "b"}}, {2, {"2\" bar", "2"}}}},
      {"empty fields", "a,b,c\n,,1\n", {{1, {"a", "b", "c"}}, {2, {"", "", "1"}}}},
      {"empty lines and rows of delimiters are no rows",
       "a,b\n\n,\n\n1,2\n\n",
       {{1, {"a", "b"}}, {5, {"1", "2"}}}},
      {"an empty file", "", {}},
      {"a byte order mark alone", "\xEF\xBB\xBF", {}},
  }));
  INFO(c.name);
  CHECK(rows_of(c.text) == c.rows);
}

TEST_CASE("a quote left open is told, and takes the rest of the file with it") {
  std::istringstream in("a,b\n1,\"never closed\n2,3\n");
  CsvReader reader(in);
  (void)reader.next();
  const CsvRow* const row = reader.next();
  REQUIRE(row != nullptr);
  CHECK(row->quote_left_open);
  CHECK(row->line == 2);
  CHECK(reader.next() == nullptr);
}

TEST_CASE("what is no CSV in UTF-8 is refused with the line and the place") {
  struct Case {
    std::string text;
    const char* says;
  };
  const auto c = GENERATE(values<Case>({
      {"a,b\n1,caf\xE9\n", "line 2: field 2, byte 4: not UTF-8"},
      {"a,b\n1,\xC0\xAF\n", "line 2: field 2, byte 1: not UTF-8"},
      {"a,b\n1,\xED\xA0\x80\n", "line 2: field 2, byte 1: not UTF-8"},
      {std::string("a,b\nx\0y,2\n", 10), "line 2: field 1, byte 2: a NUL byte"},
      {"\xFF\xFE"
       "a\0",
       "line 1: this is text in UTF-16, not CSV"},
      {"SQLite format 3", "line 1: this is an SQLite database (a backup, not an export), not CSV"},
      {"PK\x03\x04rest", "line 1: this is a ZIP archive or an Excel workbook, not CSV"},
      {"{\"a\": 1}", "line 1: this is JSON, not CSV"},
      {"<html>", "line 1: this is XML or a web page, not CSV"},
  }));
  CHECK(refusal_of(c.text) == c.says);
}

TEST_CASE("limits of a row: at the limit taken, beyond it refused") {
  const std::string field(exchange::longest_field, 'x');
  CHECK(refusal_of("a,b\n1," + field + "\n") == "taken");
  CHECK(refusal_of("a,b\n1," + field + "x\n") == "line 2: a field of more than 64 KiB");
  CHECK(refusal_of(std::string(exchange::most_columns - 1, ',') + "x\n") == "taken");
  CHECK(refusal_of(std::string(exchange::most_columns, ',') + "x\n") ==
        "line 1: more than 64 columns");
}

TEST_CASE("a line of a gigabyte is refused before it is held") {
  LongLine endless(std::size_t{1} << 30U);
  std::istream in(&endless);
  CsvReader reader(in);
  CHECK_THROWS_WITH(reader.next(), "line 1: a field of more than 64 KiB");
}

TEST_CASE("rows are the same wherever the blocks they are read in end") {
  // 64 KiB blocks: rows of 7 bytes drift over every offset of their boundary.
  std::string text = "aé,b\r\n";
  for (int i = 0; i < 30000; ++i) text += "\"x\"\"\",é\r\n";
  const auto rows = rows_of(text);
  REQUIRE(rows.size() == 30001);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    REQUIRE(rows[i] == ReadRow{i + 1, {"x\"", "é"}});
  }
}
