#include "exchange/layout.hpp"

#include <algorithm>

#include "domain/fold.hpp"

namespace hinge::exchange {
namespace {

struct UnitWord {
  std::string_view word;
  Unit unit;
};
constexpr std::array<UnitWord, 12> unit_words{{{"kg", Unit::kg},
                                               {"kgs", Unit::kg},
                                               {"kilo", Unit::kg},
                                               {"kilos", Unit::kg},
                                               {"kilogram", Unit::kg},
                                               {"kilograms", Unit::kg},
                                               {"lb", Unit::lb},
                                               {"lbs", Unit::lb},
                                               {"pound", Unit::lb},
                                               {"pounds", Unit::lb},
                                               {"公斤", Unit::kg},
                                               {"磅", Unit::lb}}};

std::optional<Unit> unit_of_folded(std::string_view word) {
  for (const UnitWord& row : unit_words) {
    if (row.word == word) return row.unit;
  }
  return std::nullopt;
}

Field field_named(const ForeignApp& app, std::string_view folded_name) {
  for (const ColumnName& row : app.names) {
    if (row.name == folded_name) return row.field;
  }
  return Field::other;
}

Layout::Column column_named(const ForeignApp& app, std::string_view header) {
  const std::string words = folded(header);
  Layout::Column column{Field::other, std::nullopt, std::string(trimmed(header))};
  const std::size_t space = words.rfind(' ');
  const auto unit =
      unit_of_folded(space == std::string::npos ? std::string_view(words)
                                                : std::string_view(words).substr(space + 1));
  column.field = field_named(app, words);
  if (column.field != Field::other || !unit) return column;
  const bool only_the_unit = space == std::string::npos;
  if (only_the_unit ||
      field_named(app, std::string_view(words).substr(0, space)) == Field::weight) {
    column.field = Field::weight;
    column.unit = unit;
  }
  return column;
}

constexpr std::array<std::string_view, field_count> english_names{
    "date",      "workout name", "workout number", "end time",      "exercise name", "category",
    "set order", "set type",     "weight",         "unit",          "reps",          "RPE",
    "distance",  "seconds",      "notes",          "workout notes", "other"};

/// "", "0", "0.0"…
bool is_nothing(std::string_view number) {
  return number.find_first_not_of("0.,") == std::string_view::npos;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::optional<Unit> parse_unit_word(std::string_view word) { return unit_of_folded(folded(word)); }

std::optional<std::size_t> Layout::position(Field field) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].field == field) return i;
  }
  return std::nullopt;
}

std::string_view Layout::name(Field field) const {
  const auto at = position(field);
  return at ? std::string_view(columns[*at].name)
            : english_names.at(static_cast<std::size_t>(field));
}

std::string_view Cells::operator[](Field field) const {
  const auto at = layout.position(field);
  return at && *at < fields.size() ? trimmed(fields[*at]) : std::string_view{};
}

Cells::WeightCell Cells::weight() const {
  const auto is_worse = [](const WeightCell& one, std::string_view text) {
    if (is_nothing(one.text) != is_nothing(text)) return is_nothing(one.text);
    return one.text.empty() || text.size() < one.text.size();
  };
  WeightCell best;
  for (std::size_t i = 0; i < std::min(fields.size(), layout.columns.size()); ++i) {
    if (layout.columns[i].field != Field::weight) continue;
    const std::string_view text = trimmed(fields[i]);
    if (!text.empty() && is_worse(best, text)) best = {text, layout.columns[i].unit};
  }
  return best;
}

Layout layout_of(const ForeignApp& app, std::span<const std::string_view> header) {
  Layout layout{&app, {}};
  for (const std::string_view name : header) layout.columns.push_back(column_named(app, name));
  return layout;
}

std::string missing_from(const Layout& layout) {
  std::string names;
  for (const Field field : layout.app->required) {
    if (layout.position(field)) continue;
    if (!names.empty()) names += ", ";
    names += english_names.at(static_cast<std::size_t>(field));
  }
  return names;
}

}  // namespace hinge::exchange
