// L5 LOG MONDAY SUNDAY: a week of every lifter by two cursors: sessions, sets, repetitions, the
// heaviest load, the pain.
#include "limit.hpp"

int main(int argc, char** argv) {
  if (argc != 4) limit::stop("usage: l5_report LOG MONDAY SUNDAY");
  sqlite3* const log = limit::open(argv[1], SQLITE_OPEN_READONLY);
  limit::run(log, "BEGIN");
  limit::Statement lifters(log, "SELECT key, id FROM lifter WHERE removed = 0 ORDER BY id");
  limit::Statement sessions(log,
                            "SELECT id FROM session WHERE lifter = ?1 AND day >= ?2 AND day <= ?3"
                            " AND removed = 0 ORDER BY day, id");
  limit::Statement sets(log,
                        "SELECT load, reps FROM session_set WHERE session = ?1 AND kind = 'work'");
  limit::Statement checkins(log,
                            "SELECT peak FROM checkin WHERE lifter = ?1 AND day >= ?2 AND day <= ?3"
                            " AND removed = 0 ORDER BY day, id");
  for (limit::Statement* const range : {&sessions, &checkins}) {
    range->bind(2, std::string_view(argv[2])).bind(3, std::string_view(argv[3]));
  }
  limit::Out out;
  while (lifters.step()) {
    std::int64_t done = 0;
    std::int64_t set_count = 0;
    std::int64_t reps = 0;
    std::int64_t heaviest = 0;
    std::int64_t pain = 0;
    sessions.bind(1, lifters.integer(0));
    for (; sessions.step(); ++done) {
      sets.bind(1, sessions.integer(0));
      for (; sets.step(); ++set_count) {
        heaviest = std::max(heaviest, sets.integer(0));
        reps += sets.integer(1);
      }
      sets.reset();
    }
    sessions.reset();
    checkins.bind(1, lifters.integer(0));
    while (checkins.step()) pain = std::max(pain, checkins.integer(0));
    checkins.reset();
    out << lifters.text(1) << "," << done << "," << set_count << "," << reps << ",";
    out.thousandths(heaviest / 1'000'000'000) << "," << pain << "\n";
    out.flush_if_full();
  }
  out.flush();
  return 0;
}
