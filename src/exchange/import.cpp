#include "exchange/import.hpp"

#include <array>
#include <istream>
#include <string>

#include "domain/names.hpp"
#include "exchange/apps.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/csv_reader.hpp"
#include "exchange/foreign.hpp"
#include "exchange/hinge_csv.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

constexpr Names<4> app_names{"hinge", "strong", "hevy", "fitnotes"};

const ForeignApp& foreign_app(App app) {
  for (const ForeignApp* const candidate : foreign_apps) {
    if (candidate->app == app) return *candidate;
  }
  return strong;
}

[[noreturn]] void refuse_header(std::size_t line, std::span<const std::string_view> header) {
  std::string names;
  for (const std::string_view name : header) (names += names.empty() ? "" : ", ") += trimmed(name);
  constexpr std::size_t enough = 100;
  throw Error(ErrorKind::bad_data,
              "line " + std::to_string(line) + ": no app that hinge knows writes this header: " +
                  std::string(cut(names, enough)) + (names.size() > enough ? "…" : ""),
              "hinge import reads the CSV of Strong, Hevy, FitNotes and of hinge export");
}

Layout recognised(std::size_t line, std::span<const std::string_view> header) {
  for (const ForeignApp* const app : foreign_apps) {
    Layout layout = layout_of(*app, header);
    if (missing_from(layout).empty()) return layout;
  }
  refuse_header(line, header);
}

Layout as_demanded(App app, std::size_t line, std::span<const std::string_view> header) {
  Layout layout = layout_of(foreign_app(app), header);
  const std::string missing = missing_from(layout);
  if (missing.empty()) return layout;
  throw Error(ErrorKind::bad_data,
              "line " + std::to_string(line) + ": a header of " + std::string(to_string(app)) +
                  " has columns that are missing here: " + missing,
              "leave --from out, and hinge goes by the header");
}

}  // namespace

std::string_view to_string(App app) { return name_of(app, app_names); }

std::optional<App> parse_app(std::string_view word) { return value_named<App>(word, app_names); }

ImportFile read_import(std::istream& in, const ImportOptions& options) {
  CsvReader reader(in);
  const CsvRow* const first = reader.next();
  if (first == nullptr) throw Error(ErrorKind::bad_data, "the file is empty");
  const std::size_t line = first->line;
  // The reader's next row takes the place of this one.
  const std::vector<std::string> names(first->fields.begin(), first->fields.end());
  const std::vector<std::string_view> header(names.begin(), names.end());
  if (options.from ? options.from == App::hinge : is_own_header(header)) {
    return read_own(reader, header);
  }
  const Layout layout =
      options.from ? as_demanded(*options.from, line, header) : recognised(line, header);
  return read_foreign(reader, layout, options);
}

}  // namespace hinge::exchange
