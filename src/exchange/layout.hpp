#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import.hpp"

namespace hinge::exchange {

/// What a column of another app's export is about.
enum class Field : std::uint8_t {
  date,
  workout,
  workout_number,
  workout_end,
  exercise,
  category,
  set_order,
  set_type,
  weight,
  weight_unit,
  reps,
  rpe,
  distance,
  seconds,
  notes,
  workout_notes,
  other,
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::other) + 1;

/// A name that a header may use, folded (domain/fold.hpp). A unit behind the name of a weight
/// ("Weight (kg)", "weight_lbs") or in its place ("kg") is understood without being listed.
struct ColumnName {
  std::string_view name;
  Field field;
};

struct Cells;

/// What a row says it is, before its numbers are looked at.
enum class Mark : std::uint8_t { work, warmup, to_failure, no_set, unknown };

/// All that sets one app's export apart: a table of names, and what its set column means.
struct ForeignApp {
  App app;
  std::span<const ColumnName> names;
  std::span<const Field> required;
  Mark (*mark)(const Cells& cells);
  bool newlines_as_backslash_n;  ///< two characters in the notes stand for a line break
};

/// Where one file keeps what: its header, understood.
struct Layout {
  struct Column {
    Field field = Field::other;
    std::optional<Unit> unit;  ///< of a weight, where the header states it
    std::string name;          ///< as the file writes it
  };

  const ForeignApp* app = nullptr;
  std::vector<Column> columns;

  /// The first column of this kind.
  [[nodiscard]] std::optional<std::size_t> position(Field field) const;
  /// Its name in the file, for messages.
  [[nodiscard]] std::string_view name(Field field) const;
};

/// One row under its layout; as many fields as columns.
struct Cells {
  const Layout& layout;
  std::span<const std::string_view> fields;

  /// Without the spaces around it; empty where the file has no such column.
  [[nodiscard]] std::string_view operator[](Field field) const;

  struct WeightCell {
    std::string_view text;
    std::optional<Unit> unit;
  };
  /// The weight and its column's unit. Where a file has a column for each unit, the filled one; of
  /// two filled ones the one that is not 0, or the shorter number, since the longer one is the
  /// conversion.
  [[nodiscard]] WeightCell weight() const;
};

/// "kg", "kgs", "lbs", "Pounds"…
[[nodiscard]] std::optional<Unit> parse_unit_word(std::string_view word);

[[nodiscard]] std::string_view trimmed(std::string_view text);

/// `header` as `app` would have written it, whether or not everything required is there.
[[nodiscard]] Layout layout_of(const ForeignApp& app, std::span<const std::string_view> header);
/// What is required and missing, by its name in English; empty if the layout will do.
[[nodiscard]] std::string missing_from(const Layout& layout);

}  // namespace hinge::exchange
