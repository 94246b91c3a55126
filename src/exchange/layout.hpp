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
#include "exchange/stamp.hpp"

namespace hinge::exchange {

/// What a column of a table of sets is about.
enum class Field : std::uint8_t {
  date,
  time,
  workout,
  workout_number,
  workout_end,
  exercise,
  category,
  kind,
  weight,
  unit,
  reps,
  sets,
  rpe,
  distance,
  seconds,
  notes,
  workout_notes,
  other,
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::other) + 1;

/// A name that a header may use; names are compared folded (domain/fold.hpp). A unit behind the
/// name of a weight ("Weight (kg)", "weight_lbs") or in its place ("kg") is understood without
/// being listed.
struct ColumnName {
  std::string_view name;
  Field field;
};

/// What a row says it is, before its numbers are looked at.
enum class Mark : std::uint8_t { work, warm_up, to_failure, no_set, unknown };

struct KindWord {
  std::string_view word;
  Mark mark;
};

enum class Clock : std::uint8_t { local, utc };

/// All that sets one app's export apart (data/apps/, compiled in by cmake/AppTable.cmake).
struct ForeignApp {
  App app;
  std::span<const ColumnName> names;
  std::span<const Field> required;
  std::span<const KindWord> kinds;  ///< what the words of its kind column mean
  Mark numbers;                     ///< and a number there
  Mark blank;
  Mark others;
  Clock clock;
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
  DateOrder date_order = DateOrder::unknown;

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

  /// What the row says it is; work where there is no column for it.
  [[nodiscard]] Mark mark() const;
};

/// "kg", "kgs", "lbs", "Pounds"…
[[nodiscard]] std::optional<Unit> parse_unit_word(std::string_view word);

[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// `header` as `app` would have written it, but for the columns of which `map` says what they are;
/// whether or not everything required is there. Throws Error{usage} for a column of the map that is
/// not in the header.
[[nodiscard]] Layout layout_of(const ForeignApp& app, std::span<const std::string_view> header,
                               std::span<const MappedColumn> map);
/// What is required and missing, by its name in English; empty if the layout will do.
[[nodiscard]] std::string missing_from(const Layout& layout);

/// What a column of this name is in any app that hinge knows: a guess, for advice only.
[[nodiscard]] Field likely_field(std::string_view header);

}  // namespace hinge::exchange
