// The CSV reader: any bytes end in rows within the limits or in an error, and rows written as RFC
// 4180 read back.
#include <sstream>
#include <string>
#include <vector>

#include "domain/text.hpp"
#include "exchange/csv_reader.hpp"
#include "hinge/error.hpp"
#include "oracle.hpp"

using hinge::exchange::CsvReader;
using hinge::fuzz::must;
using Rows = std::vector<std::vector<std::string>>;

namespace {

/// The rows of `text`; stops quietly at an error that names bad data.
Rows rows_of(const std::string& text) {
  std::istringstream in(text);
  Rows rows;
  try {
    CsvReader reader(in);
    std::size_t line = 0;
    while (const auto* row = reader.next()) {
      must(row->line > line, "lines go forward");
      line = row->line;
      must(row->fields.size() <= hinge::exchange::most_columns, "columns are capped");
      rows.emplace_back(row->fields.begin(), row->fields.end());
      for (const auto& field : rows.back()) {
        must(field.size() <= hinge::exchange::longest_field, "fields are capped");
        must(hinge::is_valid_utf8(field), "fields are UTF-8 without NUL");
      }
    }
  } catch (const hinge::Error& error) {
    must(error.kind() == hinge::ErrorKind::bad_data, "a bad file is bad data");
  }
  return rows;
}

std::string quoted(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string written(const Rows& rows) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + quoted(row[i]);
    out += '\n';
  }
  return out;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto rows = rows_of(std::string(hinge::fuzz::text_of(data, size)));
  // A first row of one field leaves the delimiter open; a heading settles it.
  Rows expected = {{"heading", "of", "several"}};
  expected.insert(expected.end(), rows.begin(), rows.end());
  must(rows_of(written(expected)) == expected, "rows that were written read back as the same");
  return 0;
}
