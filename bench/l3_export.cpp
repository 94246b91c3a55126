// L3 LOG: every set of every lifter as CSV, byte for byte what `hinge export sets --all` writes.
#include <chrono>

#include "limit.hpp"

namespace {

int number_in(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

/// "2026-W47" of "2026-11-20".
std::string week_of(std::string_view day) {
  using namespace std::chrono;
  const sys_days date =
      year{number_in(day.substr(0, 4))} / number_in(day.substr(5, 2)) / number_in(day.substr(8, 2));
  const sys_days thursday = date + days{4 - static_cast<int>(weekday{date}.iso_encoding())};
  const year of = year_month_day{thursday}.year();
  const int week = static_cast<int>((thursday - sys_days{of / January / 1}).count() / 7) + 1;
  std::string text = std::to_string(static_cast<int>(of)) + "-W";
  text += static_cast<char>('0' + week / 10);
  text += static_cast<char>('0' + week % 10);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) limit::stop("usage: l3_export LOG");
  sqlite3* const log = limit::open(argv[1], SQLITE_OPEN_READONLY);
  limit::run(log, "BEGIN");
  limit::Statement lifters(
      log, "SELECT key, id FROM lifter WHERE removed = 0 AND archived = 0 ORDER BY id");
  limit::Statement sessions(
      log,
      "SELECT id, lift, day, time, light FROM session WHERE lifter = ?1 AND removed = 0"
      " ORDER BY day, id");
  limit::Statement sets(log,
                        "SELECT kind, load, unit, reps, failed, rpe FROM session_set"
                        " WHERE session = ?1 ORDER BY position");
  constexpr std::int64_t nanograms = 1'000'000'000;  // in a gram: a thousandth of a kilogram
  limit::Out out;
  out << "lifter,session,date,week,lift,set,kind,load_kg,load,unit,reps,failed,rpe,time,light\n";
  std::string day;
  std::string week;
  std::string head;
  std::string tail;
  while (lifters.step()) {
    sessions.bind(1, lifters.integer(0));
    while (sessions.step()) {
      if (sessions.text(2) != day) {
        day = sessions.text(2);
        week = week_of(day);
      }
      head = lifters.text(1);
      ((head += ",s") += std::to_string(sessions.integer(0))) += ',';
      (((head += day) += ',') += week) += ',';
      (head += sessions.text(1)) += ',';
      tail = ",";
      if (!sessions.is_null(3)) {
        for (const std::int64_t part : {sessions.integer(3) / 60, sessions.integer(3) % 60}) {
          if (tail.size() > 1) tail += ':';
          tail += static_cast<char>('0' + part / 10);
          tail += static_cast<char>('0' + part % 10);
        }
      }
      tail += sessions.integer(4) != 0 ? ",yes\n" : ",no\n";
      sets.bind(1, sessions.integer(0));
      for (std::int64_t position = 1; sets.step(); ++position) {
        const std::int64_t grams = sets.integer(1) / nanograms;
        out << head << position << "," << sets.text(0) << ",";
        out.thousandths(grams) << ",";
        out.thousandths(grams) << "," << sets.text(2) << "," << sets.integer(3)
                               << (sets.integer(4) != 0 ? ",yes," : ",no,");
        if (!sets.is_null(5)) out.thousandths(sets.integer(5) * 500);
        out << tail;
        out.flush_if_full();
      }
      sets.reset();
    }
    sessions.reset();
  }
  out.flush();
  return 0;
}
