#include "store/read.hpp"

#include <string>

#include "store/checksum.hpp"
#include "store/words.hpp"

namespace hinge::store {

namespace {

/// Calm outlives the window; no calm outlives this many check-ins without a newer severe one.
constexpr int most_earlier_checkins = 500;

[[noreturn]] void refuse_damaged(const Connection& database, const std::string& name) {
  throw Failure{
      Failure::Cause::other, ErrorKind::database,
      database.path() + ": " + name + " does not match its checksum: the file is damaged there",
      "keep a copy of the file as it is, and restore a backup"};
}

void verify(const Connection& database, std::int64_t stored, std::int64_t computed, bool removed,
            const std::string& name) {
  if (stored != with_mark(computed, removed)) refuse_damaged(database, name);
}

/// The columns of a row, turned into what the domain speaks. A value the program never wrote counts
/// as damage.
class Row {
 public:
  Row(const Connection& database, const Statement& row, std::string name)
      : database_(database), row_(row), name_(std::move(name)) {}
  [[nodiscard]] const std::string& name() const { return name_; }

  [[nodiscard]] Date date(int column) const { return required(parse_iso_date(row_.text(column))); }
  [[nodiscard]] std::optional<Minutes> minutes(int column) const {
    const auto count = row_.optional_integer(column);
    return count ? std::optional{Minutes{*count}} : std::nullopt;
  }
  [[nodiscard]] Moment moment(int day_column, int time_column) const {
    return {date(day_column), minutes(time_column)};
  }
  /// Within what `int` holds: a cut value could match the checksum of another.
  [[nodiscard]] int number(int column) const {
    const std::int64_t value = row_.integer(column);
    const int cut = static_cast<int>(value);
    return required(cut == value ? std::optional{cut} : std::nullopt);
  }
  [[nodiscard]] std::optional<Score> score(int column) const {
    if (row_.is_null(column)) return std::nullopt;
    return Score::halves(number(column));
  }
  template <class Parse>
  [[nodiscard]] auto word(int column, Parse parse) const {
    return required(parse(row_.text(column)));
  }
  template <class Parse>
  [[nodiscard]] auto optional_word(int column, Parse parse) const -> decltype(parse("")) {
    if (row_.is_null(column)) return std::nullopt;
    return word(column, parse);
  }
  template <class Value>
  [[nodiscard]] Value required(const std::optional<Value>& value) const {
    if (!value) refuse_damaged(database_, name_);
    return *value;
  }

 private:
  const Connection& database_;
  const Statement& row_;
  std::string name_;
};

std::optional<Unit> parse_unit(std::string_view word) {
  if (word == "kg") return Unit::kg;
  if (word == "lb") return Unit::lb;
  return std::nullopt;
}

std::vector<std::string> read_list(Connection& database, std::string_view json) {
  std::vector<std::string> texts;
  if (json == "[]") return texts;
  Statement rows{database, "SELECT value FROM json_each(?1)", json};
  while (rows.step()) texts.emplace_back(rows.text(0));
  return texts;
}

Loading loading_from(const Row& row, const Statement& columns, int first) {
  return {row.word(first, parse_unit), Load::from_nanograms(columns.integer(first + 1)),
          Load::from_nanograms(columns.integer(first + 2))};
}

void read_loadings(Connection& database, std::int64_t key, Lifter& lifter) {
  Statement rows{database, "SELECT lift, unit, bar, step FROM loading WHERE lifter = ?1", key};
  const Row row{database, rows, "lifter " + lifter.id};
  while (rows.step()) lifter.lifts.emplace(rows.text(0), loading_from(row, rows, 1));
}

/// From columns key, id, name, unit, bar, step, archived, removed, checksum.
std::optional<StoredLifter> lifter_from(Connection& database, const Statement& columns) {
  StoredLifter stored{columns.integer(0), {}};
  Lifter& lifter = stored.lifter;
  lifter.id = columns.text(1);
  const Row row{database, columns, "lifter " + lifter.id};
  lifter.name = columns.text(2);
  lifter.loading = loading_from(row, columns, 3);
  lifter.archived = columns.boolean(6);
  read_loadings(database, stored.key, lifter);
  const bool removed = columns.boolean(7);
  verify(database, columns.integer(8), checksum_of(lifter, stored.key), removed, row.name());
  return removed ? std::nullopt : std::optional{std::move(stored)};
}

std::vector<Set> read_sets(Connection& database, const Row& session, std::int64_t id) {
  std::vector<Set> sets;
  Statement rows{database,
                 "SELECT kind, load, unit, reps, failed, rpe FROM session_set"
                 " WHERE session = ?1 ORDER BY position",
                 id};
  const Row row{database, rows, session.name()};
  while (rows.step()) {
    sets.push_back({{Load::from_nanograms(rows.integer(1)), row.word(2, parse_unit)},
                    row.number(3),
                    rows.boolean(4),
                    row.score(5),
                    row.word(0, parse_set_kind)});
  }
  return sets;
}

/// From columns id, lifter, lift, day, time, utc_offset, imported, light, note, removed, checksum.
std::optional<Stored<Session>> session_from(Connection& database, const Statement& columns) {
  Stored<Session> stored{columns.integer(1), {}};
  Session& session = stored.what;
  session.id = columns.integer(0);
  const Row row{database, columns, session_name(session.id)};
  session.lift = columns.text(2);
  session.when = row.moment(3, 4);
  session.utc_offset = row.minutes(5);
  session.imported = columns.boolean(6);
  session.light = columns.boolean(7);
  session.note = columns.text(8);
  session.sets = read_sets(database, row, session.id);
  const bool removed = columns.boolean(9);
  verify(database, columns.integer(10), checksum_of(session, stored.lifter), removed, row.name());
  return removed ? std::nullopt : std::optional{std::move(stored)};
}

/// From columns id, lifter, day, time, utc_offset, nature, peak, lasted, limits, now, baseline,
/// site, side, onset, worse_with, eases_with, twinge, unrelated, session, note, removed, checksum.
std::optional<Stored<CheckIn>> checkin_from(Connection& database, const Statement& columns) {
  Stored<CheckIn> stored{columns.integer(1), {}};
  CheckIn& checkin = stored.what;
  checkin.id = columns.integer(0);
  const Row row{database, columns, checkin_name(checkin.id)};
  checkin.when = row.moment(2, 3);
  checkin.utc_offset = row.minutes(4);
  checkin.nature = row.word(5, parse_nature);
  checkin.peak = row.score(6);
  checkin.lasted = row.minutes(7);
  checkin.limits = row.number(8);
  checkin.now = row.required(row.score(9));
  checkin.baseline = row.required(row.score(10));
  checkin.where = row.optional_word(11, parse_site);
  checkin.side = row.optional_word(12, parse_side);
  checkin.onset = row.optional_word(13, parse_onset);
  checkin.worse_with = read_list(database, columns.text(14));
  checkin.eases_with = read_list(database, columns.text(15));
  checkin.twinge = columns.boolean(16);
  checkin.unrelated = columns.boolean(17);
  checkin.session = columns.optional_integer(18);
  checkin.note = columns.text(19);
  const bool removed = columns.boolean(20);
  verify(database, columns.integer(21), checksum_of(checkin, stored.lifter), removed, row.name());
  return removed ? std::nullopt : std::optional{std::move(stored)};
}

/// From columns id, lifter, day, time, yes, cleared_by, removed, checksum.
std::optional<Stored<Screen>> screen_from(Connection& database, const Statement& columns) {
  Stored<Screen> stored{columns.integer(1), {}};
  Screen& screen = stored.what;
  screen.id = columns.integer(0);
  const Row row{database, columns, "r" + std::to_string(screen.id)};
  screen.when = row.moment(2, 3);
  for (const std::string& word : read_list(database, columns.text(4))) {
    screen.yes.push_back(row.required(parse_red_flag(word)));
  }
  if (!columns.is_null(5)) screen.cleared_by = columns.text(5);
  const bool removed = columns.boolean(6);
  verify(database, columns.integer(7), checksum_of(screen, stored.lifter), removed, row.name());
  return removed ? std::nullopt : std::optional{std::move(stored)};
}

/// What `from` makes of every row, without what was taken back.
template <class From>
auto all_from(Connection& database, Statement& rows, From from) {
  std::vector<decltype(from(database, rows)->what)> records;
  while (rows.step()) {
    if (auto stored = from(database, rows)) records.push_back(std::move(stored->what));
  }
  return records;
}

std::vector<Session> sessions_since(Connection& database, std::int64_t lifter, Date since) {
  Statement rows{
      database,
      "SELECT id, lifter, lift, day, time, utc_offset, imported, light, note, removed, checksum"
      " FROM session WHERE lifter = ?1 AND day >= ?2 ORDER BY day, id",
      lifter, iso_date(since)};
  return all_from(database, rows, session_from);
}

std::vector<CheckIn> checkins_since(Connection& database, std::int64_t lifter, Date since) {
  Statement rows{database,
                 "SELECT id, lifter, day, time, utc_offset, nature, peak, lasted, limits, now,"
                 " baseline, site, side, onset, worse_with, eases_with, twinge, unrelated, session,"
                 " note, removed, checksum"
                 " FROM checkin WHERE lifter = ?1 AND day >= ?2 ORDER BY day, id",
                 lifter, iso_date(since)};
  return all_from(database, rows, checkin_from);
}

/// The day of the last check-in before `day` that alone can start a calm.
std::optional<std::string> last_severe_day(Connection& database, std::int64_t lifter, Date day) {
  Statement row{database,
                "SELECT day FROM checkin WHERE lifter = ?1 AND day < ?2"
                " AND (limits = 3 OR peak >= 12) AND removed = 0 ORDER BY day DESC LIMIT 1",
                lifter, iso_date(day)};
  if (!row.step()) return std::nullopt;
  return std::string{row.text(0)};
}

std::vector<CheckIn> checkins_before(Connection& database, std::int64_t lifter, Date day) {
  const auto severe = last_severe_day(database, lifter, day);
  if (!severe) return {};
  Statement rows{database,
                 "SELECT id, lifter, day, time, utc_offset, nature, peak, lasted, limits, now,"
                 " baseline, site, side, onset, worse_with, eases_with, twinge, unrelated, session,"
                 " note, removed, checksum"
                 " FROM checkin WHERE lifter = ?1 AND day >= ?2 AND day < ?3"
                 " ORDER BY day, id LIMIT ?4",
                 lifter,
                 *severe,
                 iso_date(day),
                 most_earlier_checkins};
  return all_from(database, rows, checkin_from);
}

std::vector<Screen> all_screens(Connection& database, std::int64_t lifter) {
  Statement rows{database,
                 "SELECT id, lifter, day, time, yes, cleared_by, removed, checksum"
                 " FROM screen WHERE lifter = ?1 ORDER BY day, id",
                 lifter};
  return all_from(database, rows, screen_from);
}

/// The lifter's choices by version, each verified; `at` is left empty.
std::vector<PolicyEntry> all_policies(Connection& database, std::int64_t lifter) {
  std::vector<PolicyEntry> entries;
  Statement rows{database,
                 "SELECT id, lift, version, policy, removed, checksum FROM policy_version"
                 " WHERE lifter = ?1 ORDER BY version",
                 lifter};
  while (rows.step()) {
    const Row row{database, rows, "policy version " + std::to_string(rows.integer(2))};
    PolicyEntry entry;
    entry.choice = {rows.integer(0), std::string{rows.text(1)}, row.number(2),
                    std::string{rows.text(3)}};
    entry.removed = rows.boolean(4);
    verify(database, rows.integer(5), checksum_of(entry.choice, lifter), entry.removed, row.name());
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

std::vector<Lifter> read_lifters(Connection& database) {
  std::vector<Lifter> lifters;
  Statement rows{database,
                 "SELECT key, id, name, unit, bar, step, archived, removed, checksum"
                 " FROM lifter ORDER BY id"};
  while (rows.step()) {
    if (auto stored = lifter_from(database, rows)) lifters.push_back(std::move(stored->lifter));
  }
  return lifters;
}

std::optional<StoredLifter> read_lifter(Connection& database, std::string_view id) {
  Statement row{database,
                "SELECT key, id, name, unit, bar, step, archived, removed, checksum"
                " FROM lifter WHERE id = ?1",
                id};
  return row.step() ? lifter_from(database, row) : std::nullopt;
}

std::optional<StoredLifter> read_lifter(Connection& database, std::int64_t key) {
  Statement row{database,
                "SELECT key, id, name, unit, bar, step, archived, removed, checksum"
                " FROM lifter WHERE key = ?1",
                key};
  return row.step() ? lifter_from(database, row) : std::nullopt;
}

StoredLifter require_lifter(Connection& database, std::string_view id) {
  if (auto stored = read_lifter(database, id)) return *std::move(stored);
  throw Error{ErrorKind::not_found, "there is no lifter called " + std::string{id},
              "see who there is: hinge lifter list"};
}

std::optional<Stored<Session>> read_session(Connection& database, std::int64_t id) {
  Statement row{
      database,
      "SELECT id, lifter, lift, day, time, utc_offset, imported, light, note, removed, checksum"
      " FROM session WHERE id = ?1",
      id};
  return row.step() ? session_from(database, row) : std::nullopt;
}

std::optional<Stored<CheckIn>> read_checkin(Connection& database, std::int64_t id) {
  Statement row{database,
                "SELECT id, lifter, day, time, utc_offset, nature, peak, lasted, limits, now,"
                " baseline, site, side, onset, worse_with, eases_with, twinge, unrelated, session,"
                " note, removed, checksum"
                " FROM checkin WHERE id = ?1",
                id};
  return row.step() ? checkin_from(database, row) : std::nullopt;
}

std::optional<Stored<Screen>> read_screen(Connection& database, std::int64_t id) {
  Statement row{database,
                "SELECT id, lifter, day, time, yes, cleared_by, removed, checksum"
                " FROM screen WHERE id = ?1",
                id};
  return row.step() ? screen_from(database, row) : std::nullopt;
}

std::vector<Session> read_sessions_on(Connection& database, std::int64_t lifter, Date day) {
  Statement rows{
      database,
      "SELECT id, lifter, lift, day, time, utc_offset, imported, light, note, removed, checksum"
      " FROM session WHERE lifter = ?1 AND day = ?2 ORDER BY day, id",
      lifter, iso_date(day)};
  return all_from(database, rows, session_from);
}

std::vector<PolicyVersion> read_policies(Connection& database, std::int64_t lifter) {
  std::vector<PolicyVersion> standing;
  for (PolicyEntry& entry : all_policies(database, lifter)) {
    if (!entry.removed) standing.push_back(std::move(entry.choice));
  }
  return standing;
}

std::vector<PolicyEntry> read_policy_log(Connection& database, std::int64_t lifter) {
  std::vector<PolicyEntry> entries = all_policies(database, lifter);
  Statement rows{database,
                 "SELECT first, last, at FROM change JOIN command ON id = command"
                 " WHERE kind = 'policy' AND action = 'add'"};
  while (rows.step()) {
    for (PolicyEntry& entry : entries) {
      const std::int64_t id = entry.choice.id;
      if (id >= rows.integer(0) && id <= rows.integer(1)) entry.at = rows.text(2);
    }
  }
  return entries;
}

History read_history(Connection& database, std::string_view lifter, Date since) {
  StoredLifter stored = require_lifter(database, lifter);
  History history;
  history.lifter = std::move(stored.lifter);
  history.sessions = sessions_since(database, stored.key, since);
  history.checkins = checkins_since(database, stored.key, since);
  history.screens = all_screens(database, stored.key);
  history.earlier_checkins = checkins_before(database, stored.key, since);
  return history;
}

}  // namespace hinge::store
