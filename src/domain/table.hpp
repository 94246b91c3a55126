#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hinge/date.hpp"
#include "hinge/load.hpp"
#include "hinge/score.hpp"

namespace hinge {

/// Where text goes as it comes, in blocks.
using Sink = std::function<void(std::string_view)>;

/// One table of hinge's export: its name and its columns, which are fixed and only ever appended.
struct TableSpec {
  std::string_view name;  ///< "sets"; its JSON is hinge.sets/1
  std::span<const std::string_view> columns;
};

enum class TableForm : std::uint8_t {
  csv,    ///< RFC 4180, a header always
  json,   ///< one document: {"schema": "hinge.sets/1", "rows": [{…}, …]}
  jsonl,  ///< an object a line, and no line where there is no row
};

/// Writes a table cell by cell, in the order of its columns; unknown is an empty cell, or null. The
/// bytes depend on nothing but the values. Holds one block of 64 KiB, whatever the length.
class TableWriter {
 public:
  /// `excel_safe`: a text that a spreadsheet could take for a formula (it begins with = + - @ tab,
  /// CR, or the guard itself) is guarded by an apostrophe, in CSV. `unguarded` takes it off.
  TableWriter(Sink sink, TableForm form, const TableSpec& table, bool excel_safe);

  TableWriter& text(std::string_view text);      ///< unknown where it is empty
  TableWriter& word(std::string_view word);      ///< one of ours: a-z, 0-9 and what needs no escape
  TableWriter& number(std::string_view digits);  ///< a decimal number, as `number_in` writes it
  TableWriter& integer(std::int64_t number);
  TableWriter& yes_or_no(bool yes);
  TableWriter& unknown();

  TableWriter& score(Score score);
  TableWriter& hours(Minutes time);
  /// Three cells: in kilograms, as typed, and the unit.
  TableWriter& weight(Weight weight);
  /// unknown() where there is none.
  template <class Value, class Write>
  TableWriter& known(const std::optional<Value>& value, Write write) {
    return value ? write(*value) : unknown();
  }

  /// The cells that the row has so far.
  struct Beginning {
    std::string bytes;
    std::size_t cells = 0;
  };
  [[nodiscard]] Beginning beginning() const;
  /// Begins a row with those cells again, which costs less than to write them.
  TableWriter& begin_as(const Beginning& beginning);

  void end_row();
  /// Call it once, last.
  void finish();

 private:
  void begin_cell();
  void begin_row();

  /// Cells written last for a weight, to be written again: most sets have the load of the one
  /// before.
  struct WeightCells {
    Weight weight;
    std::size_t column = 0;  ///< of the first; a weight never begins a row
    std::string bytes;
  };

  Sink sink_;
  TableForm form_;
  TableSpec table_;
  bool excel_safe_;
  bool first_row_ = true;
  std::size_t column_ = 0;
  std::size_t row_ = 0;  ///< where it begins in the block
  WeightCells weight_;
  std::string block_;
};

/// A cell as it was before `excel_safe` guarded it.
[[nodiscard]] std::string_view unguarded(std::string_view cell);

/// "utc_offset" of a record: "+02:00".
[[nodiscard]] std::string offset_text(Minutes offset);

}  // namespace hinge
