#include "store/schema.hpp"

#include <array>
#include <map>

#include "store/entries.hpp"
#include "store/tally.hpp"

namespace hinge::store {

namespace {

// Loads are nanograms, scores half points, clock times minutes since midnight, and every
// `checksum` the one of checksum.hpp. A day is checked by date(day, '+0 days'), since date(day)
// alone lets 2026-02-30 pass. `removed` marks what was taken back: the row stays. `counter` has
// the last id of each kind that was ever given out, and only goes up. docs/format.md has the
// columns in words.
//
// SQLite makes a table for an IN of three words or more, again for each row that it checks; so IN
// stands only where rows are few, or words too many.
constexpr Sql version_1 = R"sql(
CREATE TABLE counter (
  kind TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter (kind, last) VALUES
  ('lifter', 0), ('session', 0), ('checkin', 0), ('screen', 0), ('policy', 0), ('command', 0);

CREATE TABLE lifter (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  bar INTEGER NOT NULL,
  step INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0,
  checksum INTEGER NOT NULL,
  CONSTRAINT "a lifter's id has 1 to 40 of a-z, 0-9 and -"
    CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
  CONSTRAINT "a name has at most 200 bytes" CHECK (length(CAST(name AS BLOB)) <= 200),
  CONSTRAINT "a unit is kg or lb" CHECK (unit IN ('kg', 'lb')),
  CONSTRAINT "a bar has 0 to 1,000 kg" CHECK (bar BETWEEN 0 AND 1000000000000000),
  CONSTRAINT "a plate step is over 0, up to 1,000 kg" CHECK (step BETWEEN 1 AND 1000000000000000),
  CONSTRAINT "flags are 0 or 1" CHECK (archived IN (0, 1) AND removed IN (0, 1))
) STRICT;

CREATE TABLE loading (
  lifter INTEGER NOT NULL REFERENCES lifter (key),
  lift TEXT NOT NULL,
  unit TEXT NOT NULL,
  bar INTEGER NOT NULL,
  step INTEGER NOT NULL,
  PRIMARY KEY (lifter, lift),
  CONSTRAINT "a lift has 1 to 60 of a-z, 0-9 and -"
    CHECK (length(lift) BETWEEN 1 AND 60 AND lift NOT GLOB '*[^a-z0-9-]*'),
  CONSTRAINT "a unit is kg or lb" CHECK (unit IN ('kg', 'lb')),
  CONSTRAINT "a bar has 0 to 1,000 kg" CHECK (bar BETWEEN 0 AND 1000000000000000),
  CONSTRAINT "a plate step is over 0, up to 1,000 kg" CHECK (step BETWEEN 1 AND 1000000000000000)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  lifter INTEGER NOT NULL REFERENCES lifter (key),
  lift TEXT NOT NULL,
  day TEXT NOT NULL,
  time INTEGER,
  utc_offset INTEGER,
  imported INTEGER NOT NULL,
  light INTEGER NOT NULL,
  note TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0,
  checksum INTEGER NOT NULL,
  CONSTRAINT "a lift has 1 to 60 of a-z, 0-9 and -"
    CHECK (length(lift) BETWEEN 1 AND 60 AND lift NOT GLOB '*[^a-z0-9-]*'),
  CONSTRAINT "a day is YYYY-MM-DD, 1900 to 2999"
    CHECK (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2999-12-31'),
  CONSTRAINT "a time is 0 to 1,439 minutes" CHECK (time BETWEEN 0 AND 1439),
  CONSTRAINT "a UTC offset is within 18 hours" CHECK (utc_offset BETWEEN -1080 AND 1080),
  CONSTRAINT "a note has at most 4,000 bytes" CHECK (length(CAST(note AS BLOB)) <= 4000),
  CONSTRAINT "flags are 0 or 1" CHECK (imported IN (0, 1) AND light IN (0, 1) AND removed IN (0, 1))
) STRICT;
CREATE INDEX session_by_day ON session (lifter, day);

CREATE TABLE session_set (
  session INTEGER NOT NULL REFERENCES session (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  load INTEGER NOT NULL,
  unit TEXT NOT NULL,
  reps INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  rpe INTEGER,
  PRIMARY KEY (session, position),
  CONSTRAINT "a session has at most 1,000 sets" CHECK (position BETWEEN 1 AND 1000),
  CONSTRAINT "a set is work, warmup or outlier"
    CHECK (kind = 'work' OR kind = 'warmup' OR kind = 'outlier'),
  CONSTRAINT "a load is 0 to 10,000 kg" CHECK (load BETWEEN 0 AND 10000000000000000),
  CONSTRAINT "a unit is kg or lb" CHECK (unit IN ('kg', 'lb')),
  CONSTRAINT "reps are 0 to 1,000" CHECK (reps BETWEEN 0 AND 1000),
  CONSTRAINT "flags are 0 or 1" CHECK (failed IN (0, 1)),
  CONSTRAINT "an RPE is 0 to 10 in halves" CHECK (rpe BETWEEN 0 AND 20)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkin (
  id INTEGER PRIMARY KEY,
  lifter INTEGER NOT NULL REFERENCES lifter (key),
  day TEXT NOT NULL,
  time INTEGER,
  utc_offset INTEGER,
  nature TEXT NOT NULL,
  peak INTEGER,
  lasted INTEGER,
  limits INTEGER NOT NULL,
  now INTEGER NOT NULL,
  baseline INTEGER NOT NULL,
  site TEXT,
  side TEXT,
  onset TEXT,
  worse_with TEXT NOT NULL,
  eases_with TEXT NOT NULL,
  twinge INTEGER NOT NULL,
  unrelated INTEGER NOT NULL,
  session INTEGER REFERENCES session (id),
  note TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0,
  checksum INTEGER NOT NULL,
  CONSTRAINT "a day is YYYY-MM-DD, 1900 to 2999"
    CHECK (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2999-12-31'),
  CONSTRAINT "a time is 0 to 1,439 minutes" CHECK (time BETWEEN 0 AND 1439),
  CONSTRAINT "a UTC offset is within 18 hours" CHECK (utc_offset BETWEEN -1080 AND 1080),
  CONSTRAINT "an unknown nature" CHECK (nature IN ('none', 'pump', 'fatigue', 'tight', 'soreness',
    'stiff', 'ache', 'sharp', 'stabbing', 'catching', 'shooting', 'tingling', 'numb', 'weak')),
  CONSTRAINT "pain is 0 to 10 in halves"
    CHECK (peak BETWEEN 0 AND 20 AND now BETWEEN 0 AND 20 AND baseline BETWEEN 0 AND 20),
  CONSTRAINT "a duration is 0 minutes to 10 years" CHECK (lasted BETWEEN 0 AND 5270400),
  CONSTRAINT "limits are 0 to 3" CHECK (limits BETWEEN 0 AND 3),
  CONSTRAINT "an unknown place" CHECK (site IN ('low-back', 'upper-back', 'hip', 'buttock',
    'hamstring', 'leg-above-knee', 'leg-below-knee')),
  CONSTRAINT "a side is left, right or both"
    CHECK (side = 'left' OR side = 'right' OR side = 'both'),
  CONSTRAINT "an onset is during, after or next-day"
    CHECK (onset = 'during' OR onset = 'after' OR onset = 'next-day'),
  CONSTRAINT "factors have at most 8,000 bytes" CHECK (length(CAST(worse_with AS BLOB)) <= 8000
    AND length(CAST(eases_with AS BLOB)) <= 8000),
  CONSTRAINT "a note has at most 4,000 bytes" CHECK (length(CAST(note AS BLOB)) <= 4000),
  CONSTRAINT "flags are 0 or 1"
    CHECK (twinge IN (0, 1) AND unrelated IN (0, 1) AND removed IN (0, 1))
) STRICT;
CREATE INDEX checkin_by_day ON checkin (lifter, day);
CREATE INDEX severe_checkin ON checkin (lifter, day) WHERE limits = 3 OR peak >= 12;

CREATE TABLE screen (
  id INTEGER PRIMARY KEY,
  lifter INTEGER NOT NULL REFERENCES lifter (key),
  day TEXT NOT NULL,
  time INTEGER,
  yes TEXT NOT NULL,
  cleared_by TEXT,
  removed INTEGER NOT NULL DEFAULT 0,
  checksum INTEGER NOT NULL,
  CONSTRAINT "a day is YYYY-MM-DD, 1900 to 2999"
    CHECK (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2999-12-31'),
  CONSTRAINT "a time is 0 to 1,439 minutes" CHECK (time BETWEEN 0 AND 1439),
  CONSTRAINT "a name has at most 200 bytes" CHECK (length(CAST(cleared_by AS BLOB)) <= 200),
  CONSTRAINT "flags are 0 or 1" CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX screen_by_day ON screen (lifter, day);

CREATE TABLE policy_version (
  id INTEGER PRIMARY KEY,
  lifter INTEGER NOT NULL REFERENCES lifter (key),
  lift TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL,
  policy TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0,
  checksum INTEGER NOT NULL,
  UNIQUE (lifter, lift, version),
  CONSTRAINT "a version is 1 or more" CHECK (version >= 1),
  CONSTRAINT "a policy has at most 64 KiB" CHECK (length(CAST(policy AS BLOB)) <= 65536),
  CONSTRAINT "flags are 0 or 1" CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE command (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  target INTEGER REFERENCES command (id),
  undone INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "a command's name has 1 to 40 bytes"
    CHECK (length(CAST(name AS BLOB)) BETWEEN 1 AND 40),
  CONSTRAINT "an instant has at most 40 bytes" CHECK (length(CAST(at AS BLOB)) <= 40),
  CONSTRAINT "flags are 0 or 1" CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE change (
  command INTEGER NOT NULL REFERENCES command (id),
  position INTEGER NOT NULL,
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (command, position),
  CONSTRAINT "an unknown action"
    CHECK (action = 'add' OR action = 'replace' OR action = 'remove'),
  CONSTRAINT "an unknown kind" CHECK (kind = 'lifter' OR kind = 'session' OR kind = 'checkin'
    OR kind = 'screen' OR kind = 'policy'),
  CONSTRAINT "a range runs upwards" CHECK (first <= last),
  CONSTRAINT "what was replaced is kept, before and after" CHECK (CASE action
    WHEN 'replace' THEN first = last AND before IS NOT NULL AND after IS NOT NULL
    ELSE before IS NULL AND after IS NULL END)
) STRICT, WITHOUT ROWID;

CREATE TABLE arrival (
  lifter INTEGER NOT NULL REFERENCES lifter (key),
  key TEXT NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id),
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  PRIMARY KEY (lifter, key, command),
  CONSTRAINT "a key has 1 to 400 bytes" CHECK (length(CAST(key AS BLOB)) BETWEEN 1 AND 400),
  CONSTRAINT "an unknown kind" CHECK (kind = 'session' OR kind = 'checkin' OR kind = 'screen')
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 0x68696e67;
PRAGMA user_version = 1;
)sql";

// The checksums are those of entries.hpp.
constexpr Sql version_2 = R"sql(
ALTER TABLE command ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE arrival ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;

PRAGMA user_version = 2;
)sql";
constexpr std::size_t with_sealed_entries = 2;

// What is in it is said in tally.hpp. A lifter's own row is counted as lifter 0's, so there is no
// reference.
constexpr Sql version_3 = R"sql(
CREATE TABLE tally (
  lifter INTEGER NOT NULL,
  kind TEXT NOT NULL,
  month TEXT NOT NULL,
  records INTEGER NOT NULL,
  ids INTEGER NOT NULL,
  PRIMARY KEY (lifter, kind, month)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
)sql";
constexpr std::size_t with_tallies = 3;

constexpr std::array all_steps = {Step{version_1}, Step{version_2}, Step{version_3}};

struct Object {
  std::string_view name;
  std::string_view columns;  ///< of a table
};
// What all steps come to. Indexes that SQLite makes for a key by itself are its own affair.
constexpr std::array objects = {
    Object{"table arrival", "lifter key command kind record digest checksum"},
    Object{"table change", "command position action kind first last before after"},
    Object{"table checkin",
           "id lifter day time utc_offset nature peak lasted limits now baseline site side onset"
           " worse_with eases_with twinge unrelated session note removed checksum"},
    Object{"index checkin_by_day", ""},
    Object{"table command", "id name at target undone checksum"},
    Object{"table counter", "kind last"},
    Object{"table lifter", "key id name unit bar step archived removed checksum"},
    Object{"table loading", "lifter lift unit bar step"},
    Object{"table policy_version", "id lifter lift version policy removed checksum"},
    Object{"table screen", "id lifter day time yes cleared_by removed checksum"},
    Object{"index screen_by_day", ""},
    Object{"table session",
           "id lifter lift day time utc_offset imported light note removed checksum"},
    Object{"index session_by_day", ""},
    Object{"table session_set", "session position kind load unit reps failed rpe"},
    Object{"index severe_checkin", ""},
    Object{"table tally", "lifter kind month records ids"},
};

std::int64_t single_integer(Connection& database, Sql query) {
  Statement row{database, query};
  row.step();
  return row.integer(0);
}

}  // namespace

std::span<const Step> schema_steps() { return all_steps; }

std::int64_t schema_version(Connection& database) {
  return single_integer(database, "PRAGMA user_version");
}

Contents contents_of(Connection& database, std::span<const Step> steps) {
  const std::int64_t owner = single_integer(database, "PRAGMA application_id");
  const std::int64_t version = schema_version(database);
  if (owner == 0 && version == 0 &&
      single_integer(database, "SELECT count(*) FROM sqlite_schema") == 0) {
    return Contents::nothing;
  }
  const auto refuse = [&database](const std::string& what, const std::string& hint) {
    throw Failure{Failure::Cause::other, ErrorKind::database, database.path() + what, hint};
  };
  if (owner != application_id || version < 1) {
    refuse(" is another program's database, not a hinge log", "choose another file with --db");
  }
  const auto known = static_cast<std::int64_t>(steps.size());
  if (version > known) {
    refuse(" was written by a newer hinge (format " + std::to_string(version) +
               ", and this one knows up to " + std::to_string(known) + ")",
           "update hinge");
  }
  return version < known ? Contents::older : Contents::current;
}

SchemaFaults schema_faults(Connection& database) {
  std::map<std::string, std::string, std::less<>> found;
  Statement rows{database,
                 "SELECT kept.type || ' ' || kept.name, ifnull(group_concat(part.name, ' '), '')"
                 " FROM sqlite_schema AS kept LEFT JOIN pragma_table_xinfo(kept.name) AS part"
                 " WHERE kept.name NOT LIKE 'sqlite%' GROUP BY kept.rowid"};
  while (rows.step()) found.emplace(rows.text(0), rows.text(1));
  SchemaFaults faults;
  for (const Object& object : objects) {
    const auto there = found.find(object.name);
    const std::string name = "the " + std::string{object.name};
    if (there == found.end()) {
      faults.wrong.push_back(name + " is missing");
    } else {
      if (there->second != object.columns) faults.wrong.push_back(name + " has other columns");
      found.erase(there);
    }
  }
  for (auto& [name, columns] : found) faults.strangers.push_back(name);
  return faults;
}

void apply_steps(Connection& database, std::span<const Step> steps) {
  const auto done = static_cast<std::size_t>(schema_version(database));
  for (const Step& step : steps.subspan(done)) database.run(step);
  if (done < with_sealed_entries && steps.size() >= with_sealed_entries) seal_all(database);
  if (done < with_tallies && steps.size() >= with_tallies) tally_all(database);
}

}  // namespace hinge::store
