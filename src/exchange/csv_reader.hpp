#pragma once

#include <array>
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace hinge::exchange {

/// What a file of rows may hold at most, so that a hostile one is refused in constant memory.
inline constexpr std::size_t longest_field = std::size_t{64} * 1024;
inline constexpr std::size_t most_columns = 64;

/// One row. The views hold until the next one is read.
struct CsvRow {
  std::size_t line = 0;  ///< the physical line it starts on, from 1
  std::vector<std::string_view> fields;
  bool quote_left_open = false;  ///< the file ended inside a quoted field
};

/// Reads RFC 4180 and what programs write in its name: a byte order mark, LF, CRLF or CR, no last
/// newline, quoted newlines, `,` `;` or tab (whichever the first line holds most of), a line
/// `sep=;` before it, and quotes that stand inside a field without being doubled. Rows of nothing
/// but empty fields are passed over.
///
/// Reads block by block; what it keeps is one row. Throws Error{bad_data} naming the line for a
/// field or a row beyond the limits, for bytes that are not UTF-8, for NUL, and for files that are
/// no text at all.
class CsvReader {
 public:
  explicit CsvReader(std::istream& in);
  /// The next row; null after the last one.
  [[nodiscard]] const CsvRow* next();
  [[nodiscard]] char delimiter() const { return delimiter_; }

 private:
  enum class End { field, row, file };

  [[nodiscard]] int peek();
  int take();
  void fill();
  void open_file();
  void take_separator_line();
  [[nodiscard]] char delimiter_of_first_line() const;
  [[nodiscard]] bool read_plain_line();
  [[nodiscard]] End read_field();
  [[nodiscard]] End read_quoted();
  [[nodiscard]] End read_plain();
  [[nodiscard]] bool at_end_of_field();
  [[nodiscard]] End end_field();
  void keep(std::string_view bytes);
  bool take_newline();
  [[nodiscard]] End read_row();
  [[nodiscard]] bool is_blank() const;
  void check_row() const;

  std::istream& in_;
  std::vector<char> block_;
  std::size_t at_ = 0;
  char delimiter_ = ',';
  std::size_t line_ = 1;
  std::string text_;               ///< the fields of a row that needed work, one after another
  std::vector<std::size_t> ends_;  ///< where each one ends in it
  CsvRow row_;
};

}  // namespace hinge::exchange
