#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "exchange/import_text.hpp"

using namespace hinge;
using exchange::ImportFile;

namespace {

const std::string header =
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
    "set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n";

std::string row(const std::string& title, const std::string& start, const std::string& end,
                const std::string& load) {
  return title + ",\"" + start + "\",\"" + end + "\",,Deadlift (Barbell),,,0,normal," + load +
         ",5,,,\n";
}

/// What each key brought, whatever the order.
std::map<std::string, Session> by_key(const ImportFile& file) {
  std::map<std::string, Session> sessions;
  for (const auto& one : file.sessions) CHECK(sessions.emplace(one.key, one.what).second);
  return sessions;
}

}  // namespace

TEST_CASE("a key is the app, the start and the exercise") {
  const ImportFile file = imported(header + row("A", "5 Apr 2026, 13:01", "", "100"));
  CHECK(file.sessions.at(0).key == "hevy:2026-04-05T13:01:00:deadlift barbell");
}

TEST_CASE("a newer export that overlaps has the old keys, and the old content") {
  const std::string first = row("A", "5 Apr 2026, 13:01", "5 Apr 2026, 14:00", "100");
  const std::string second = row("B", "7 Apr 2026, 13:01", "7 Apr 2026, 14:00", "110");
  const std::string third = row("A", "9 Apr 2026, 13:01", "9 Apr 2026, 14:00", "120");
  const auto old_keys = by_key(imported(header + first + second));
  const auto new_keys = by_key(imported(header + third + second + first));
  CHECK(new_keys.size() == 3);
  for (const auto& [key, session] : old_keys) {
    REQUIRE(new_keys.count(key) == 1);
    CHECK(new_keys.at(key) == session);
  }
}

TEST_CASE("one more set in a known workout is the same key with other content") {
  const std::string known = row("A", "5 Apr 2026, 13:01", "", "100");
  const ImportFile before = imported(header + known);
  const ImportFile after = imported(header + known + row("A", "5 Apr 2026, 13:01", "", "105"));
  REQUIRE(after.sessions.size() == 1);
  CHECK(after.sessions[0].key == before.sessions.at(0).key);
  CHECK_FALSE(after.sessions[0].what == before.sessions.at(0).what);
}

TEST_CASE("a workout renamed or dated in another language stays the one it was") {
  const auto key = [](const std::string& title, const std::string& start) {
    return imported(header + row(title, start, "", "100")).sessions.at(0).key;
  };
  CHECK(key("A", "5 Aug 2026, 13:01") == key("B", "5 Ağu 2026, 13:01"));
  CHECK(key("A", "5 Aug 2026, 13:01") == key("A", "Aug 5, 2026, 1:01 PM"));
}

TEST_CASE("two workouts of one minute are two, the same two in any order of the file") {
  const std::string short_one = row("A", "5 Apr 2026, 06:00", "5 Apr 2026, 06:45", "100");
  const std::string long_one = row("A", "5 Apr 2026, 06:00", "5 Apr 2026, 06:50", "110");
  const auto one_way = by_key(imported(header + short_one + long_one));
  CHECK(one_way.size() == 2);
  CHECK(one_way == by_key(imported(header + long_one + short_one)));
  const std::string third = row("A", "5 Apr 2026, 06:00", "5 Apr 2026, 06:55", "120");
  CHECK(by_key(imported(header + short_one + long_one + third)).size() == 3);
  // Alone, the first keeps its key: an export from before the second workout agrees.
  CHECK(by_key(imported(header + short_one)) == std::map<std::string, Session>{*one_way.begin()});
}

TEST_CASE("seconds tell workouts apart where a file has them") {
  const std::string strong = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n";
  const ImportFile file = imported(strong +
                                   "2024-03-05 18:04:11,A,Deadlift,1,100,5\n"
                                   "2024-03-05 18:04:12,A,Deadlift,1,100,5\n");
  CHECK(by_key(file).size() == 2);
}

TEST_CASE("blank lines and rows before it do not change a workout's key") {
  const std::string fitnotes =
      "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n";
  const std::string deadlift = "2018-03-05,Deadlift,Back,100.0,5,,,\n";
  const auto alone = by_key(imported(fitnotes + deadlift));
  CHECK(alone == by_key(imported(fitnotes + "\n2018-03-04,Curl,Arms,10.0,5,,,\n" + deadlift)));
  CHECK(alone.begin()->first == "fitnotes:2018-03-05:deadlift");
}
