#include "store/rows.hpp"

#include <string>

#include "store/checksum.hpp"
#include "store/words.hpp"

namespace hinge::store {

namespace {

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

/// `lifts`: columns lift, unit, bar, step.
StoredLifter lifter_with(Connection& database, const Statement& columns, Statement& lifts) {
  StoredLifter stored{columns.integer(0), {}};
  Lifter& lifter = stored.lifter;
  lifter.id = columns.text(1);
  const Row row{database, columns, "lifter " + lifter.id};
  lifter.name = columns.text(2);
  lifter.loading = loading_from(row, columns, 3);
  lifter.archived = columns.boolean(6);
  const Row lift{database, lifts, row.name()};
  while (lifts.step()) lifter.lifts.emplace(lifts.text(0), loading_from(lift, lifts, 1));
  stored.removed = columns.boolean(7);
  verify(database, columns.integer(8), checksum_of(lifter, stored.key), stored.removed, row.name());
  return stored;
}

std::vector<Set> sets_from(const Connection& database, Statement& columns, const Row& session) {
  constexpr std::size_t usual = 8;
  std::vector<Set> sets;
  sets.reserve(usual);
  const Row row{database, columns, session.name()};
  while (columns.step()) {
    sets.push_back({{Load::from_nanograms(columns.integer(1)), row.word(2, parse_unit)},
                    row.number(3),
                    columns.boolean(4),
                    row.score(5),
                    row.word(0, parse_set_kind)});
  }
  return sets;
}

/// `sets`: columns kind, load, unit, reps, failed, rpe, in their order.
Stored<Session> session_with(Connection& database, const Statement& columns, Statement& sets) {
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
  session.sets = sets_from(database, sets, row);
  stored.removed = columns.boolean(9);
  verify(database, columns.integer(10), checksum_of(session, stored.lifter), stored.removed,
         row.name());
  return stored;
}

}  // namespace

StoredLifter lifter_from(Connection& database, const Statement& columns) {
  Statement lifts{database, "SELECT lift, unit, bar, step FROM loading WHERE lifter = ?1",
                  columns.integer(0)};
  return lifter_with(database, columns, lifts);
}

Stored<Session> session_from(Connection& database, const Statement& columns) {
  Statement sets{database,
                 "SELECT kind, load, unit, reps, failed, rpe FROM session_set"
                 " WHERE session = ?1 ORDER BY position",
                 columns.integer(0)};
  return session_with(database, columns, sets);
}

Stored<CheckIn> checkin_from(Connection& database, const Statement& columns) {
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
  stored.removed = columns.boolean(20);
  verify(database, columns.integer(21), checksum_of(checkin, stored.lifter), stored.removed,
         row.name());
  return stored;
}

Stored<Screen> screen_from(Connection& database, const Statement& columns) {
  Stored<Screen> stored{columns.integer(1), {}};
  Screen& screen = stored.what;
  screen.id = columns.integer(0);
  const Row row{database, columns, "r" + std::to_string(screen.id)};
  screen.when = row.moment(2, 3);
  for (const std::string& word : read_list(database, columns.text(4))) {
    screen.yes.push_back(row.required(parse_red_flag(word)));
  }
  if (!columns.is_null(5)) screen.cleared_by = columns.text(5);
  stored.removed = columns.boolean(6);
  verify(database, columns.integer(7), checksum_of(screen, stored.lifter), stored.removed,
         row.name());
  return stored;
}

Stored<PolicyVersion> policy_from(Connection& database, const Statement& columns) {
  Stored<PolicyVersion> stored{columns.integer(1), {}};
  const Row row{database, columns, "policy version " + std::to_string(columns.integer(3))};
  stored.what = {columns.integer(0), std::string{columns.text(2)}, row.number(3),
                 std::string{columns.text(4)}};
  stored.removed = columns.boolean(5);
  verify(database, columns.integer(6), checksum_of(stored.what, stored.lifter), stored.removed,
         row.name());
  return stored;
}

StoredLifter lifter_in(Connection& database, std::int64_t key, std::string_view snapshot) {
  Statement row{database,
                "SELECT ?1, ?2 ->> 'id', ?2 ->> 'name', ?2 ->> 'unit', ?2 ->> 'bar',"
                " ?2 ->> 'step', ?2 ->> 'archived', ?2 ->> 'removed', ?2 ->> 'checksum'",
                key, snapshot};
  row.step();
  Statement lifts{database,
                  "SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3"
                  " FROM json_each(?1, '$.lifts')",
                  snapshot};
  return lifter_with(database, row, lifts);
}

Stored<Session> session_in(Connection& database, std::int64_t id, std::string_view snapshot) {
  Statement row{database,
                "SELECT ?1, ?2 ->> 'lifter', ?2 ->> 'lift', ?2 ->> 'day', ?2 ->> 'time',"
                " ?2 ->> 'utc_offset', ?2 ->> 'imported', ?2 ->> 'light', ?2 ->> 'note',"
                " ?2 ->> 'removed', ?2 ->> 'checksum'",
                id, snapshot};
  row.step();
  Statement sets{database,
                 "SELECT value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,"
                 " value ->> 6 FROM json_each(?1, '$.sets') ORDER BY value ->> 0",
                 snapshot};
  return session_with(database, row, sets);
}

Stored<CheckIn> checkin_in(Connection& database, std::int64_t id, std::string_view snapshot) {
  Statement row{database,
                "SELECT ?1, ?2 ->> 'lifter', ?2 ->> 'day', ?2 ->> 'time', ?2 ->> 'utc_offset',"
                " ?2 ->> 'nature', ?2 ->> 'peak', ?2 ->> 'lasted', ?2 ->> 'limits', ?2 ->> 'now',"
                " ?2 ->> 'baseline', ?2 ->> 'site', ?2 ->> 'side', ?2 ->> 'onset',"
                " ?2 ->> 'worse_with', ?2 ->> 'eases_with', ?2 ->> 'twinge', ?2 ->> 'unrelated',"
                " ?2 ->> 'session', ?2 ->> 'note', ?2 ->> 'removed', ?2 ->> 'checksum'",
                id, snapshot};
  row.step();
  return checkin_from(database, row);
}

Stored<Screen> screen_in(Connection& database, std::int64_t id, std::string_view snapshot) {
  Statement row{database,
                "SELECT ?1, ?2 ->> 'lifter', ?2 ->> 'day', ?2 ->> 'time', ?2 ->> 'yes',"
                " ?2 ->> 'cleared_by', ?2 ->> 'removed', ?2 ->> 'checksum'",
                id, snapshot};
  row.step();
  return screen_from(database, row);
}

Stored<PolicyVersion> policy_in(Connection& database, std::int64_t id, std::string_view snapshot) {
  Statement row{database,
                "SELECT ?1, ?2 ->> 'lifter', ?2 ->> 'lift', ?2 ->> 'version', ?2 ->> 'policy',"
                " ?2 ->> 'removed', ?2 ->> 'checksum'",
                id, snapshot};
  row.step();
  return policy_from(database, row);
}

}  // namespace hinge::store
