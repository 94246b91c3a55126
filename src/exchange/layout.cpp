#include "exchange/layout.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "domain/fold.hpp"
#include "exchange/app_table.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/numbers.hpp"
#include "hinge/error.hpp"

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

/// What an app's words mean, by the app and the folded word: folded once, not for every cell.
template <class Meaning>
using Meanings = std::map<std::pair<App, std::string>, Meaning>;

const Meanings<Field>& fields() {
  static const Meanings<Field> by_name = [] {
    Meanings<Field> rows;
    for (const ForeignApp& app : app_table::apps()) {
      for (const auto& [name, field] : app.names)
        rows.emplace(std::pair{app.app, folded(name)}, field);
    }
    return rows;
  }();
  return by_name;
}

const Meanings<Mark>& marks() {
  static const Meanings<Mark> by_word = [] {
    Meanings<Mark> rows;
    for (const ForeignApp& app : app_table::apps()) {
      for (const auto& [word, mark] : app.kinds)
        rows.emplace(std::pair{app.app, folded(word)}, mark);
    }
    return rows;
  }();
  return by_word;
}

Field field_named(const ForeignApp& app, std::string_view folded_name) {
  const auto found = fields().find({app.app, std::string(folded_name)});
  return found == fields().end() ? Field::other : found->second;
}

/// The unit that a header ends in: of "Weight (kg)", "weight_lbs" and "kg".
struct UnitAtEnd {
  std::optional<Unit> unit;
  std::string_view before;
};

UnitAtEnd unit_at_end(std::string_view folded_header) {
  const std::size_t space = folded_header.rfind(' ');
  if (space == std::string_view::npos) return {unit_of_folded(folded_header), {}};
  return {unit_of_folded(folded_header.substr(space + 1)), folded_header.substr(0, space)};
}

Layout::Column column_named(const ForeignApp& app, std::string_view header) {
  const std::string words = folded(header);
  Layout::Column column{field_named(app, words), std::nullopt, std::string(trimmed(header))};
  const auto [unit, before] = unit_at_end(words);
  if (column.field != Field::other || !unit) return column;
  if (before.empty() || field_named(app, before) == Field::weight) {
    column.field = Field::weight;
    column.unit = unit;
  }
  return column;
}

Field field_of(MapField said) {
  switch (said) {
    case MapField::date:
    case MapField::date_dmy:
    case MapField::date_mdy:
      return Field::date;
    case MapField::time:
      return Field::time;
    case MapField::exercise:
      return Field::exercise;
    case MapField::load:
      return Field::weight;
    case MapField::unit:
      return Field::unit;
    case MapField::reps:
      return Field::reps;
    case MapField::sets:
      return Field::sets;
    case MapField::rpe:
      return Field::rpe;
    case MapField::kind:
      return Field::kind;
    case MapField::note:
      return Field::notes;
    case MapField::none:
      break;
  }
  return Field::other;
}

[[noreturn]] void refuse_mapped(const std::string& column, const Layout& layout) {
  std::string names;
  for (const Layout::Column& there : layout.columns) {
    names += (names.empty() ? "" : ", ") + there.name;
  }
  throw Error(ErrorKind::usage, "--map: there is no column " + column + " in the file",
              "its columns are: " + std::string(cut(names, 400)));
}

Layout::Column& column_called(Layout& layout, const std::string& name) {
  const std::string wanted = folded(name);
  for (const bool exactly : {true, false}) {
    for (Layout::Column& column : layout.columns) {
      if (exactly ? column.name == trimmed(name) : folded(column.name) == wanted) return column;
    }
  }
  refuse_mapped(name, layout);
}

/// No column is any more what the map says another one is: but for loads and notes, of which there
/// may be several.
void make_room_for(std::span<const MappedColumn> map, Layout& layout) {
  for (const MappedColumn& mapped : map) {
    const Field field = field_of(mapped.field);
    if (field == Field::other || field == Field::weight) continue;
    for (Layout::Column& column : layout.columns) {
      if (column.field == field) column.field = Field::other;
    }
  }
}

void apply(std::span<const MappedColumn> map, Layout& layout) {
  make_room_for(map, layout);
  for (const MappedColumn& mapped : map) {
    Layout::Column& column = column_called(layout, mapped.column);
    column.field = field_of(mapped.field);
    column.unit = std::nullopt;
    if (column.field == Field::weight) column.unit = unit_at_end(folded(column.name)).unit;
    if (mapped.field == MapField::date_dmy) layout.date_order = DateOrder::day_first;
    if (mapped.field == MapField::date_mdy) layout.date_order = DateOrder::month_first;
  }
}

constexpr std::array<std::string_view, field_count> english_names{
    "date",     "time",     "workout name", "workout number", "end time",      "exercise name",
    "category", "set kind", "load",         "unit",           "reps",          "sets",
    "RPE",      "distance", "seconds",      "notes",          "workout notes", "other"};

/// "", "0", "0.0"…
bool is_nothing(std::string_view number) {
  return number.find_first_not_of("0.,") == std::string_view::npos;
}

}  // namespace

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

// A number counts as a kind only where no word says otherwise.
Mark Cells::mark() const {
  if (!layout.position(Field::kind)) return Mark::work;
  const std::string word = folded((*this)[Field::kind]);
  if (word.empty()) return (*this)[Field::kind].empty() ? layout.app->blank : layout.app->others;
  const auto found = marks().find({layout.app->app, word});
  if (found != marks().end()) return found->second;
  return Decimal::parse((*this)[Field::kind]) ? layout.app->numbers : layout.app->others;
}

Layout layout_of(const ForeignApp& app, std::span<const std::string_view> header,
                 std::span<const MappedColumn> map) {
  Layout layout;
  layout.app = &app;
  for (const std::string_view name : header) layout.columns.push_back(column_named(app, name));
  apply(map, layout);
  return layout;
}

Field likely_field(std::string_view header) {
  for (const ForeignApp& app : app_table::apps()) {
    const Field field = column_named(app, header).field;
    if (field != Field::other) return field;
  }
  return Field::other;
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
