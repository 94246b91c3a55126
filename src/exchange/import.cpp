#include "exchange/import.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <string>
#include <vector>

#include "domain/names.hpp"
#include "exchange/app_table.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/csv_reader.hpp"
#include "exchange/foreign.hpp"
#include "exchange/hinge_csv.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

constexpr Names<6> app_names{"hinge", "strong", "hevy", "fitnotes", "liftosaur", "csv"};
constexpr Names<13> map_field_names{"date", "date-dmy", "date-mdy", "time", "exercise",
                                    "load", "unit",     "reps",     "sets", "rpe",
                                    "kind", "note",     "none"};

const ForeignApp& foreign_app(App app) {
  const auto apps = app_table::apps();
  return *std::find_if(apps.begin(), apps.end() - 1,
                       [app](const ForeignApp& candidate) { return candidate.app == app; });
}

/// A file's first row, and on which line it stands.
struct Header {
  std::size_t line = 0;
  std::vector<std::string_view> names;
};

std::string columns_of(const Header& header) {
  constexpr std::size_t enough = 200;
  std::string names;
  for (const std::string_view name : header.names) {
    (names += names.empty() ? "" : ", ") += trimmed(name);
  }
  return std::string(cut(names, enough)) + (names.size() > enough ? "…" : "");
}

/// "--map 'Kilos=load' …": what the columns may be, by the names that hinge knows. Of what `known`
/// has, nothing has to be said.
std::string advised_map(const Header& header, const Layout& known) {
  struct Wanted {
    Field field;
    std::string_view word;
  };
  constexpr std::array<Wanted, 5> wanted{{{Field::date, "date"},
                                          {Field::exercise, "exercise"},
                                          {Field::weight, "load"},
                                          {Field::unit, "unit"},
                                          {Field::reps, "reps"}}};
  std::string map;
  for (const auto& [field, word] : wanted) {
    if (known.position(field)) continue;
    const auto found =
        std::find_if(header.names.begin(), header.names.end(),
                     [kind = field](std::string_view name) { return likely_field(name) == kind; });
    if (found == header.names.end() && field == Field::unit) continue;
    const std::string column(found == header.names.end() ? "COLUMN" : trimmed(*found));
    map += " --map '" + column + '=' + std::string(word) + '\'';
  }
  return map;
}

[[noreturn]] void refuse_header(const Header& header) {
  throw Error(ErrorKind::bad_data,
              "line " + std::to_string(header.line) +
                  ": no app that hinge knows writes this header: " + columns_of(header),
              "say which column is what: hinge import FILE" + advised_map(header, {}));
}

[[noreturn]] void refuse_table(const Header& header, const Layout& layout,
                               const std::string& missing) {
  throw Error(ErrorKind::bad_data,
              "line " + std::to_string(header.line) + ": no column is known for: " + missing +
                  ". The columns are: " + columns_of(header),
              "say which is which: hinge import FILE" + advised_map(header, layout));
}

/// A table of one's own names its exercise, unless it is all of one lift.
std::string missing_here(const Layout& layout, const ImportOptions& options) {
  std::string missing = missing_from(layout);
  if (!layout.position(Field::exercise) && !options.take_as && layout.app->app == App::csv) {
    missing += std::string(missing.empty() ? "" : ", ") + "exercise (or say --lift NAME)";
  }
  return missing;
}

Layout as_demanded(App app, const Header& header, const ImportOptions& options) {
  Layout layout = layout_of(foreign_app(app), header.names, options.map);
  const std::string missing = missing_here(layout, options);
  if (missing.empty()) return layout;
  if (app == App::csv) refuse_table(header, layout, missing);
  throw Error(ErrorKind::bad_data,
              "line " + std::to_string(header.line) + ": a header of " +
                  std::string(to_string(app)) + " has columns that are missing here: " + missing,
              "leave --from out, and hinge goes by the header");
}

Layout recognised(const Header& header, const ImportOptions& options) {
  for (const ForeignApp& app : app_table::apps()) {
    if (app.app == App::csv) continue;
    // By its own names alone: what a map says, it could say of any app.
    if (missing_from(layout_of(app, header.names, {})).empty()) {
      return as_demanded(app.app, header, options);
    }
  }
  if (options.map.empty()) refuse_header(header);
  return as_demanded(App::csv, header, options);
}

}  // namespace

std::string_view to_string(App app) { return name_of(app, app_names); }

std::optional<App> parse_app(std::string_view word) { return value_named<App>(word, app_names); }

std::string_view to_string(MapField field) { return name_of(field, map_field_names); }

std::optional<MapField> parse_map_field(std::string_view word) {
  return value_named<MapField>(word, map_field_names);
}

std::span<const std::string_view> map_field_words() { return map_field_names; }

namespace {

/// The columns that nothing is taken from.
std::vector<std::string> unmapped_in(const Layout& layout) {
  std::vector<std::string> names;
  for (const Layout::Column& column : layout.columns) {
    if (column.field == Field::other && !column.name.empty()) names.push_back(column.name);
  }
  return names;
}

/// Reads hinge's own CSV by `own`, any other file whole.
template <class ReadOwn>
ImportFile read_by_header(std::istream& in, const ImportOptions& options, ReadOwn own) {
  CsvReader reader(in);
  const CsvRow* const first = reader.next();
  if (first == nullptr) throw Error(ErrorKind::bad_data, "the file is empty");
  // The reader's next row takes the place of this one.
  const std::vector<std::string> names(first->fields.begin(), first->fields.end());
  const Header header{first->line, {names.begin(), names.end()}};
  if (options.from ? options.from == App::hinge : is_own_header(header.names)) {
    return own(OwnFile{reader, header.names, options.excel_safe});
  }
  const Layout layout =
      options.from ? as_demanded(*options.from, header, options) : recognised(header, options);
  ImportFile file = read_foreign(reader, layout, options);
  if (!options.map.empty()) file.unmapped = unmapped_in(layout);
  return file;
}

}  // namespace

ImportFile read_import(std::istream& in, const ImportOptions& options, Keep keep) {
  return read_by_header(in, options, [keep](const OwnFile& file) {
    return keep == Keep::all ? read_own(file) : read_own_records(file, {});
  });
}

ImportFile read_records(std::istream& in, const ImportOptions& options, const RecordTaker& take) {
  return read_by_header(in, options,
                        [&take](const OwnFile& file) { return read_own_records(file, take); });
}

}  // namespace hinge::exchange
