#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/names.hpp"
#include "domain/table.hpp"
#include "exchange/csv_reader.hpp"
#include "exchange/layout.hpp"
#include "hinge/checkin.hpp"
#include "hinge/session.hpp"

// A row of hinge's own CSV, and what it says. What can't be read throws Error{bad_data} with the
// reason, for the account of bad rows.
namespace hinge::exchange {

/// Thrown for one bad row; caught where the rows are taken, and put to the account.
[[noreturn]] void refuse_row(const std::string& reason);

[[noreturn]] void refuse_cell(std::string_view column, std::string_view value,
                              std::string_view what);

/// The parts of `text` between the separators; one where there is none.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// The columns that are read; others pass.
enum class Cell : std::uint8_t {
  lifter,
  session,
  checkin,
  date,
  time,
  lift,
  kind,
  load,
  unit,
  reps,
  failed,
  rpe,
  nature,
  peak,
  now,
  baseline,
  hours,
  ongoing,
  limits,
  where,
  side,
  onset,
  worse_with,
  eases_with,
  unrelated,
  note,
  light,
  twinge,
};
inline constexpr Names<28> cell_names{
    "lifter", "session",    "checkin",    "date",      "time",   "lift",   "kind",
    "load",   "unit",       "reps",       "failed",    "rpe",    "nature", "peak",
    "now",    "baseline",   "hours",      "ongoing",   "limits", "where",  "side",
    "onset",  "worse_with", "eases_with", "unrelated", "note",   "light",  "twinge"};

/// Where a file's header has which column.
class OwnColumns {
 public:
  explicit OwnColumns(std::span<const std::string_view> header) : count_(header.size()) {
    for (std::size_t at = header.size(); at-- > 0;) {
      const auto cell = value_named<Cell>(trimmed(header[at]), cell_names);
      if (cell) positions_.at(static_cast<std::size_t>(*cell)) = at;
    }
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::optional<std::size_t> position(Cell cell) const {
    return positions_[static_cast<std::size_t>(cell)];
  }

 private:
  std::size_t count_;
  std::array<std::optional<std::size_t>, cell_names.size()> positions_;
};

/// A row under its header.
class OwnRow {
 public:
  OwnRow(const OwnColumns& columns, const CsvRow& row, bool excel_safe)
      : columns_(columns), row_(row), excel_safe_(excel_safe) {}

  [[nodiscard]] std::string_view operator[](Cell cell) const { return trimmed(as_it_stands(cell)); }

  [[nodiscard]] std::string_view as_it_stands(Cell cell) const {
    const auto at = columns_.position(cell);
    if (!at) return {};
    return excel_safe_ ? unguarded(row_.fields[*at]) : row_.fields[*at];
  }

  /// The cell read by `parse`; absent where it is empty.
  template <class Parse>
  [[nodiscard]] auto optional(Cell cell, Parse parse, std::string_view what) const
      -> decltype(parse(std::string_view{})) {
    const std::string_view text = (*this)[cell];
    if (text.empty()) return std::nullopt;
    auto value = parse(text);
    if (!value) refuse_cell(name_of(cell, cell_names), text, what);
    return value;
  }

  template <class Parse>
  [[nodiscard]] auto required(Cell cell, Parse parse, std::string_view what) const {
    auto value = optional(cell, parse, what);
    if (!value) refuse_cell(name_of(cell, cell_names), "", what);
    return *value;
  }

 private:
  const OwnColumns& columns_;
  const CsvRow& row_;
  bool excel_safe_;
};

[[nodiscard]] Moment day_in(const OwnRow& row);
[[nodiscard]] std::string lift_in(const OwnRow& row);
/// Of the session, whose first row says it.
[[nodiscard]] bool light_in(const OwnRow& row);
[[nodiscard]] Set set_in(const OwnRow& row);
[[nodiscard]] CheckIn checkin_in(const OwnRow& row);
/// Requires that the cell is not empty.
[[nodiscard]] std::string_view id_in(const OwnRow& row, Cell cell);

}  // namespace hinge::exchange
