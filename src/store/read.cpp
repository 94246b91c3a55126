#include "store/read.hpp"

#include <string>

#include "store/rows.hpp"
#include "store/tally.hpp"

namespace hinge::store {

namespace {

/// Calm outlives the window; no calm outlives this many check-ins without a newer severe one.
constexpr int most_earlier_checkins = 500;

template <class AnyStored>
std::optional<AnyStored> if_wanted(AnyStored stored, Wanted wanted) {
  const bool is_wanted = stored.removed == (wanted == Wanted::removed);
  return is_wanted ? std::optional{std::move(stored)} : std::nullopt;
}

template <class AnyStored>
std::optional<AnyStored> if_standing(AnyStored stored) {
  return if_wanted(std::move(stored), Wanted::standing);
}

/// What `from` makes of every row, without what was taken back; `read` counts that too.
template <class From>
auto all_from(Connection& database, Statement& rows, From from, Tally& read) {
  std::vector<decltype(from(database, rows).what)> records;
  while (rows.step()) {
    auto stored = from(database, rows);
    read.add(stored.what.id);
    if (!stored.removed) records.push_back(std::move(stored.what));
  }
  return records;
}

/// `rows`: the lifter's of a kind, all from `first` on.
template <class From>
auto all_of(Connection& database, Kind kind, std::int64_t lifter, std::string_view first,
            Statement& rows, From from) {
  Tally read;
  auto records = all_from(database, rows, from, read);
  require_all(database, kind, lifter, first, read);
  return records;
}

template <class From>
auto all_since(Connection& database, Kind kind, Sql sql, std::int64_t lifter, Date since,
               From from) {
  const std::string first = month_of(since);
  Statement rows{database, sql, lifter, first};
  auto records = all_of(database, kind, lifter, first, rows, from);
  std::erase_if(records, [since](const auto& record) { return record.when.date < since; });
  return records;
}

std::vector<Session> sessions_since(Connection& database, std::int64_t lifter, Date since) {
  return all_since(database, Kind::session, sessions_from, lifter, since, session_from);
}

std::vector<CheckIn> checkins_since(Connection& database, std::int64_t lifter, Date since) {
  return all_since(database, Kind::checkin, checkins_from, lifter, since, checkin_from);
}

/// `rows`: from `day` on.
template <class From>
auto all_of_day(Connection& database, Date day, Statement& rows, From from) {
  std::vector<decltype(from(database, rows).what)> records;
  while (rows.step()) {
    auto stored = from(database, rows);
    if (stored.what.when.date != day) break;
    if (!stored.removed) records.push_back(std::move(stored.what));
  }
  return records;
}

/// The day of the last check-in before `day` that alone can start a calm; soreness, however high,
/// crosses too few thresholds for that.
std::optional<std::string> last_severe_day(Connection& database, std::int64_t lifter, Date day) {
  Statement row{database,
                "SELECT day FROM checkin WHERE lifter = ?1 AND day < ?2"
                " AND (limits = 3 OR peak >= 12)"
                " AND (limits = 3 OR nature NOT IN ('soreness', 'stiff') OR onset = 'during'"
                " OR site = 'leg-below-knee') AND removed = 0 ORDER BY day DESC LIMIT 1",
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
  Tally not_all_of_a_month;
  return all_from(database, rows, checkin_from, not_all_of_a_month);
}

std::vector<Screen> all_screens(Connection& database, std::int64_t lifter) {
  Statement rows{database,
                 "SELECT id, lifter, day, time, yes, cleared_by, removed, checksum"
                 " FROM screen WHERE lifter = ?1 ORDER BY day, id",
                 lifter};
  return all_of(database, Kind::screen, lifter, "", rows, screen_from);
}

History what_led_up(Connection& database, StoredLifter stored, Date since) {
  History history;
  history.lifter = std::move(stored.lifter);
  history.screens = all_screens(database, stored.key);
  history.earlier_checkins = checkins_before(database, stored.key, since);
  return history;
}

/// The lifter's choices by version, each verified; `at` is left empty.
std::vector<PolicyEntry> all_policies(Connection& database, std::int64_t lifter) {
  std::vector<PolicyEntry> entries;
  Statement rows{database,
                 "SELECT id, lifter, lift, version, policy, removed, checksum FROM policy_version"
                 " WHERE lifter = ?1 ORDER BY version",
                 lifter};
  Tally read;
  while (rows.step()) {
    Stored<PolicyVersion> stored = policy_from(database, rows);
    read.add(stored.what.id);
    entries.push_back({std::move(stored.what), {}, stored.removed});
  }
  require_all(database, Kind::policy, lifter, "", read);
  return entries;
}

constexpr std::int64_t everybody = 0;

void require_all_lifters(Connection& database, const Tally& read) {
  require_all(database, Kind::lifter, everybody, "", read);
}

/// Where one was not found: by the index that they are found by.
void require_all_lifters(Connection& database) {
  Statement rows{database, "SELECT key FROM lifter ORDER BY id"};
  Tally read;
  while (rows.step()) read.add(rows.integer(0));
  require_all_lifters(database, read);
}

}  // namespace

std::vector<Lifter> read_lifters(Connection& database, const Store::OfDamaged& of_damaged) {
  std::vector<Lifter> lifters;
  Statement rows{database,
                 "SELECT key, id, name, unit, bar, step, archived, removed, checksum"
                 " FROM lifter ORDER BY id"};
  Tally read;
  while (rows.step()) {
    read.add(rows.integer(0));
    try {
      StoredLifter stored = lifter_from(database, rows);
      if (!stored.removed) lifters.push_back(std::move(stored.lifter));
    } catch (const Error& error) {
      if (!of_damaged) throw;
      of_damaged(rows.text(1), error);
    }
  }
  try {
    require_all_lifters(database, read);
  } catch (const Error& error) {
    if (!of_damaged) throw;
    of_damaged("?", error);
  }
  return lifters;
}

std::vector<Lifter> read_active_lifters(Connection& database, int most) {
  std::vector<Lifter> lifters;
  Statement rows{database,
                 "SELECT key, id, name, unit, bar, step, archived, removed, checksum"
                 " FROM lifter WHERE archived = 0 AND removed = 0 ORDER BY id LIMIT ?1",
                 most};
  while (rows.step()) lifters.push_back(lifter_from(database, rows).lifter);
  if (lifters.size() < static_cast<std::size_t>(most)) require_all_lifters(database);
  return lifters;
}

std::optional<StoredLifter> read_lifter(Connection& database, std::string_view id) {
  Statement row{database,
                "SELECT key, id, name, unit, bar, step, archived, removed, checksum"
                " FROM lifter WHERE id = ?1",
                id};
  return row.step() ? if_standing(lifter_from(database, row)) : std::nullopt;
}

std::optional<StoredLifter> read_lifter(Connection& database, std::int64_t key) {
  Statement row{database,
                "SELECT key, id, name, unit, bar, step, archived, removed, checksum"
                " FROM lifter WHERE key = ?1",
                key};
  return row.step() ? if_standing(lifter_from(database, row)) : std::nullopt;
}

StoredLifter require_lifter(Connection& database, std::string_view id) {
  if (auto stored = read_lifter(database, id)) return *std::move(stored);
  require_all_lifters(database);
  throw Error{ErrorKind::not_found, "there is no lifter called " + std::string{id},
              "see who there is: hinge lifter list"};
}

std::optional<Stored<Session>> read_session(Connection& database, std::int64_t id, Wanted wanted) {
  Statement row{
      database,
      "SELECT id, lifter, lift, day, time, utc_offset, imported, light, note, removed, checksum"
      " FROM session WHERE id = ?1",
      id};
  return row.step() ? if_wanted(session_from(database, row), wanted) : std::nullopt;
}

std::optional<Stored<CheckIn>> read_checkin(Connection& database, std::int64_t id, Wanted wanted) {
  Statement row{database,
                "SELECT id, lifter, day, time, utc_offset, nature, peak, lasted, limits, now,"
                " baseline, site, side, onset, worse_with, eases_with, twinge, unrelated, session,"
                " note, removed, checksum"
                " FROM checkin WHERE id = ?1",
                id};
  return row.step() ? if_wanted(checkin_from(database, row), wanted) : std::nullopt;
}

std::optional<Stored<Screen>> read_screen(Connection& database, std::int64_t id, Wanted wanted) {
  Statement row{database,
                "SELECT id, lifter, day, time, yes, cleared_by, removed, checksum"
                " FROM screen WHERE id = ?1",
                id};
  return row.step() ? if_wanted(screen_from(database, row), wanted) : std::nullopt;
}

// Each by the statement that a history is read by: prepared already, where one was.
std::vector<Session> read_sessions_on(Connection& database, std::int64_t lifter, Date day) {
  Statement rows{database, sessions_from, lifter, iso_date(day)};
  return all_of_day(database, day, rows, session_from);
}

std::vector<CheckIn> read_checkins_on(Connection& database, std::int64_t lifter, Date day) {
  Statement rows{database, checkins_from, lifter, iso_date(day)};
  return all_of_day(database, day, rows, checkin_from);
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
                 " WHERE kind = 'policy' AND action = 'add' AND target IS NULL"};
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
  const std::int64_t key = stored.key;
  History history = what_led_up(database, std::move(stored), since);
  history.sessions = sessions_since(database, key, since);
  history.checkins = checkins_since(database, key, since);
  return history;
}

History read_history_before(Connection& database, std::string_view lifter, Date since) {
  return what_led_up(database, require_lifter(database, lifter), since);
}

}  // namespace hinge::store
