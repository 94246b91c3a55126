#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/checkin.hpp"
#include "hinge/session.hpp"

namespace hinge::exchange {

enum class App : std::uint8_t { hinge, strong, hevy, fitnotes, liftosaur, csv };
[[nodiscard]] std::string_view to_string(App app);
[[nodiscard]] std::optional<App> parse_app(std::string_view word);

/// What a column of a table can be said to be.
enum class MapField : std::uint8_t {
  date,
  date_dmy,  ///< the day first: 31/12/2026
  date_mdy,  ///< the month first: 12/31/2026
  time,
  exercise,
  load,
  unit,
  reps,
  sets,
  rpe,
  kind,
  note,
  none,
};
[[nodiscard]] std::string_view to_string(MapField field);
[[nodiscard]] std::optional<MapField> parse_map_field(std::string_view word);
/// Every word that `parse_map_field` reads.
[[nodiscard]] std::span<const std::string_view> map_field_words();

/// What the caller says of a column, against or beside what its name says.
struct MappedColumn {
  std::string column;
  MapField field = MapField::none;
};

struct ImportOptions {
  std::optional<App> from;   ///< absent: recognised by the header's names
  std::optional<Unit> unit;  ///< for files that do not state one
  /// The lift for names that contain "deadlift" and are unknown, and for tables that name no
  /// exercise at all (`--lift`).
  std::optional<std::string> take_as;
  std::optional<Date> today;      ///< rows of later days are skipped: plans, not training
  std::vector<MappedColumn> map;  ///< with `from` absent, a table that no app writes is taken so
  /// The offset of the lifter's clock at a moment of UTC, for apps that write UTC; absent: none.
  std::function<Minutes(const Moment& utc)> utc_offset_at;
  bool excel_safe = false;  ///< hinge's own CSV was guarded against formulas: take that off
};

/// A record as a file brought it, with the identity that makes a second import add nothing.
template <class What>
struct Imported {
  What what;
  std::string key;  ///< stable over overlapping exports: the app, its own id or the row's date,
                    ///< time and name
  std::size_t line = 0;  ///< of its first row
};

struct BadRow {
  std::size_t line = 0;
  std::string reason;  ///< names the field and the value
};

/// Everything a file holds, and an account of every row of it: each is one of `set_rows`,
/// `skipped`, `ignored`, `unknown`, `bad`, or a check-in.
struct ImportFile {
  App app = App::hinge;
  std::vector<Imported<Session>> sessions;
  std::vector<Imported<CheckIn>> checkins;
  std::size_t rows = 0;      ///< data rows read
  std::size_t set_rows = 0;  ///< of them, those that became sets
  std::size_t checkin_rows = 0;
  std::size_t sets_in_kg = 0;
  std::size_t sets_in_lb = 0;
  std::vector<BadRow> bad;
  std::map<std::string, std::size_t> skipped;  ///< rows of a deadlift that are no sets, by reason
  std::map<std::string, std::size_t> ignored;  ///< rows of other exercises, by name
  std::map<std::string, std::size_t>
      unknown;  ///< unknown names that contain "deadlift": rows `--lift` would take
  std::vector<std::string> unmapped;  ///< with a map, the columns that nothing is taken from
  std::size_t outliers = 0;           ///< sets kept and flagged, far over the lifter's usual
  std::size_t rpes_dropped = 0;  ///< sets kept without their RPE, which was not 5 to 10 in halves
  bool unit_missing =
      false;  ///< the file states no unit and none was given: nothing but the account is filled in
  bool in_order = false;  ///< its records were left out, and `read_records` can bring them
};

/// What to hold of hinge's own CSV: its records, or nothing but the account, so that a file may be
/// larger than memory. Of other apps' files, always all.
enum class Keep : std::uint8_t { all, account };

/// Takes records, one by one.
struct RecordTaker {
  std::function<void(Imported<Session>&&)> session;
  std::function<void(Imported<CheckIn>&&)> checkin;
};

/// Reads another app's export, or hinge's own CSV (`sets` and `feel`), from `in`. Bad rows are
/// collected, not thrown. Sessions come in the order of their days.
/// Throws Error{bad_data} for a file of no known app, of several lifters, or broken beyond its rows
/// (a field over 64 KiB, over 64 columns, invalid UTF-8, NUL), naming line and reason, and
/// Error{usage} for a map of columns that the file does not have.
[[nodiscard]] ImportFile read_import(std::istream& in, const ImportOptions& options,
                                     Keep keep = Keep::all);

/// Marks the sets of another app's sessions that are far off as outliers, the others as work, and
/// says how many are: more than twice the median of the lift's top loads, in the file and in what
/// is `logged` already together, where there are five sessions or more and such a one is rare (one,
/// or one in twenty: what is done again and again is progress); and, whatever the log, more than
/// anybody has pulled from the floor.
[[nodiscard]] std::size_t mark_outliers(std::vector<Imported<Session>>& sessions,
                                        const std::vector<Session>& logged = {});

/// Gives `take` the records of a file that `read_import` found to be in_order; holds one at a time.
/// Returns the account: the same as then, unless somebody has written to the file.
[[nodiscard]] ImportFile read_records(std::istream& in, const ImportOptions& options,
                                      const RecordTaker& take);

}  // namespace hinge::exchange
