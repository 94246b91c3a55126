// make_log log FILE SESSIONS [LIFTERS]: a made-up log, written as hinge writes it: `me`, with 20
// sessions of the last two months, and others with 1,000 each, or so many that there are LIFTERS;
// five sets a session, a check-in after every fifth. make_log csv SESSIONS: as many sessions of one
// lifter, as `hinge export sets` writes them. The same arguments give the same log.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "hinge/store.hpp"
#include "limit.hpp"

namespace {

using namespace std::chrono_literals;
using hinge::Date;
using hinge::Session;

constexpr Date last_day = std::chrono::year{2026} / 11 / 20;
constexpr int sets_in_a_session = 5;
constexpr int sessions_of_me = 20;

/// Loads and repetitions that differ, without chance.
std::int64_t varied(std::int64_t seed, std::int64_t least, std::int64_t most) {
  const auto mixed = static_cast<std::uint64_t>(seed) * 6364136223846793005U >> 33U;
  return least + static_cast<std::int64_t>(mixed % static_cast<std::uint64_t>(most - least + 1));
}

hinge::Set set_of(std::int64_t seed, int position) {
  hinge::Set set;
  set.weight = {hinge::Load::of((80'000 + varied(seed, 0, 40) * 2'500), hinge::Unit::kg),
                hinge::Unit::kg};
  set.reps = static_cast<int>(varied(seed + position, 3, 8));
  if (position > 2) set.rpe = hinge::Score::halves(static_cast<int>(varied(seed, 13, 18)));
  if (position == 1) set.kind = hinge::SetKind::warmup;
  return set;
}

Session session_of(std::int64_t seed, Date day) {
  Session session;
  session.when = {day, 18h};
  session.utc_offset = 60min;
  for (int position = 1; position <= sets_in_a_session; ++position) {
    session.sets.push_back(set_of(seed, position));
  }
  return session;
}

hinge::CheckIn checkin_of(std::int64_t seed, Date day) {
  hinge::CheckIn checkin;
  checkin.when = {day + std::chrono::days{1}, 8h};
  checkin.utc_offset = 60min;
  checkin.nature = hinge::Nature::soreness;
  checkin.peak = hinge::Score(static_cast<int>(varied(seed, 0, 3)));
  checkin.lasted = 20h;
  return checkin;
}

/// `sessions` of them, every third day up to the last.
void add_lifter(hinge::Store::Writing& writing, const std::string& id, std::int64_t number,
                int sessions) {
  hinge::Lifter lifter;
  lifter.id = id;
  lifter.loading = hinge::Loading::standard(hinge::Unit::kg);
  writing.put(lifter);
  for (int i = 1; i <= sessions; ++i) {
    const Date day = last_day - std::chrono::days{3 * (sessions - i)};
    const std::int64_t seed = number * 1'000'003 + i;
    writing.add(id, session_of(seed, day));
    if (i % 5 == 0) writing.add(id, checkin_of(seed, day));
  }
}

void make_log(const char* path, int sessions, int others) {
  hinge::Store store = hinge::Store::open(path, hinge::Access::create, 10s);
  hinge::Store::Writing writing = store.begin("log", "2026-11-20T18:00:00+01:00");
  add_lifter(writing, "me", 0, sessions_of_me);
  int left = sessions - sessions_of_me;
  for (int number = 1; number <= others; ++number) {
    const int share = left / (others - number + 1);
    add_lifter(writing, "l" + std::to_string(number), number, share);
    left -= share;
  }
  writing.commit();
}

void print_csv(int sessions) {
  constexpr int most_a_day = 50;
  limit::Out out;
  out << "lifter,session,date,week,lift,set,kind,load_kg,load,unit,reps,failed,rpe\n";
  const Date first = last_day - std::chrono::days{sessions / most_a_day};
  for (int i = 1; i <= sessions; ++i) {
    const Date day = first + std::chrono::days{i / most_a_day};
    const std::string head = "me,s" + std::to_string(i) + ',' + hinge::iso_date(day) + ',' +
                             to_string(hinge::iso_week(day)) + ",deadlift,";
    const Session session = session_of(i, day);
    for (int position = 1; position <= sets_in_a_session; ++position) {
      const hinge::Set& set = session.sets[static_cast<std::size_t>(position - 1)];
      const std::int64_t grams = set.weight.load.nanograms() / 1'000'000'000;
      out << head << std::int64_t{position}
          << (set.kind == hinge::SetKind::warmup ? ",warmup," : ",work,");
      out.thousandths(grams) << ",";
      out.thousandths(grams) << ",kg," << std::int64_t{set.reps} << ",no,";
      if (set.rpe) out.thousandths(set.rpe->in_halves() * 500);
      out << "\n";
    }
    out.flush_if_full();
  }
  out.flush();
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 2 ? argv[1] : "";
  if (what == "log" && argc > 3) {
    const int sessions = std::atoi(argv[3]);
    make_log(argv[2], sessions, argc > 4 ? std::atoi(argv[4]) - 1 : (sessions + 999) / 1'000);
  } else if (what == "csv") {
    print_csv(std::atoi(argv[2]));
  } else {
    std::cerr << "usage: make_log log FILE SESSIONS [LIFTERS] | make_log csv SESSIONS\n";
    return 2;
  }
  return 0;
}
