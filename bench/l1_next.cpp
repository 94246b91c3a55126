// L1 LOG LIFTER: reads what `hinge next` rests on, the lifter's last 20 sessions with their sets
// and the check-ins since.
#include "limit.hpp"

int main(int argc, char** argv) {
  if (argc != 3) limit::stop("usage: l1_next LOG LIFTER");
  sqlite3* const log = limit::open(argv[1], SQLITE_OPEN_READONLY);
  limit::run(log, "BEGIN");
  limit::Statement lifter(log, "SELECT key FROM lifter WHERE id = ?1");
  lifter.bind(1, std::string_view(argv[2]));
  if (!lifter.step()) limit::stop("no such lifter");
  const std::int64_t key = lifter.integer(0);

  limit::Statement sessions(log,
                            "SELECT id, lift, day, time, utc_offset, imported, light, note, "
                            "removed, checksum FROM session"
                            " WHERE lifter = ?1 ORDER BY day DESC, id DESC LIMIT 20");
  limit::Statement sets(log,
                        "SELECT kind, load, unit, reps, failed, rpe FROM session_set"
                        " WHERE session = ?1 ORDER BY position");
  limit::Statement checkins(
      log,
      "SELECT id, day, time, utc_offset, nature, peak, lasted, limits, now, baseline, site, side,"
      " onset, worse_with, eases_with, twinge, unrelated, session, note, removed, checksum"
      " FROM checkin WHERE lifter = ?1 AND day >= ?2 ORDER BY day, id");
  std::int64_t heaviest = 0;
  std::int64_t worst = 0;
  std::string since;
  sessions.bind(1, key);
  while (sessions.step()) {
    since = sessions.text(2);
    sets.bind(1, sessions.integer(0));
    while (sets.step()) heaviest = std::max(heaviest, sets.integer(1));
    sets.reset();
  }
  checkins.bind(1, key).bind(2, std::string_view(since));
  while (checkins.step()) worst = std::max(worst, checkins.integer(5));
  limit::Out out;
  out << heaviest << " " << worst << "\n";
  out.flush();
  return 0;
}
