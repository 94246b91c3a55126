#include <catch2/catch.hpp>

#include "exchange/import_text.hpp"

using namespace hinge;
using exchange::App;
using exchange::ImportFile;
using exchange::ImportOptions;

namespace {

const std::string header =
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
    "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
    "Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,"
    "Synergist Muscles,Notes\n";

/// A row of the made-up program; `done` is reps, RPE, weight and unit as completed.
struct Done {
  std::string reps, rpe, weight, unit;
};
std::string row(const std::string& start, const std::string& exercise, const Done& done,
                const std::string& warmup = "0") {
  return start + ",Made up,Day 1,\"" + exercise + "\"," + warmup + ",5," + done.reps + ",0,," +
         done.rpe + ",0,100,kg," + done.weight + "," + done.unit +
         ",0,,\"Gluteus Maximus, Hamstrings\",,belt\n";
}

ImportOptions ahead_of_utc_by(int hours) {
  ImportOptions options;
  options.utc_offset_at = [hours](const Moment&) { return Minutes{hours * 60}; };
  return options;
}

}  // namespace

TEST_CASE("Liftosaur: a unit per value, equipment after a comma, warm-ups by their own column") {
  const ImportFile file = imported(
      header + row("2026-03-01T10:00:00.000Z", "Deadlift, Barbell", {"5", "", "60", "kg"}, "1") +
      row("2026-03-01T10:00:00.000Z", "Deadlift, Barbell", {"5", "8.5", "225", "lb"}) +
      row("2026-03-01T10:00:00.000Z", "Romanian Deadlift, Dumbbell", {"8", "", "24", "kg"}) +
      row("2026-03-01T10:00:00.000Z", "Squat, Barbell", {"5", "", "100", "kg"}));
  CHECK(file.app == App::liftosaur);
  REQUIRE(file.sessions.size() == 2);
  CHECK(sets_of(file.sessions[0].what) == "60 kg x 5 w, 225 lb x 5 @8.5");
  CHECK(file.sessions[0].what.note == "belt");
  CHECK(file.sessions[1].what.lift == "romanian-dumbbell");
  CHECK(file.ignored.at("Squat, Barbell") == 1);
  CHECK(rows_accounted_for(file) == file.rows);
}

TEST_CASE("Liftosaur: what was planned and not completed is not done") {
  const ImportFile file =
      imported(header + row("2026-03-01T10:00:00Z", "Deadlift, Barbell", {"5", "", "100", "kg"}) +
               row("2026-03-01T10:00:00Z", "Deadlift, Barbell", {"", "", "", ""}));
  CHECK(file.set_rows == 1);
  CHECK(file.skipped.at("not done") == 1);
}

TEST_CASE("Liftosaur writes UTC: the day and the time are the lifter's own") {
  const std::string late =
      header + row("2026-03-01T23:55:00.000Z", "Deadlift, Barbell", {"5", "", "100", "kg"});
  const auto when = [&late](const ImportOptions& options) {
    return to_string(imported(late, options).sessions.at(0).what.when);
  };
  // Five to one at night in Berlin is still the evening before in London and in New York.
  CHECK(when(ahead_of_utc_by(1)) == "2026-03-02T00:55");
  CHECK(when(ahead_of_utc_by(0)) == "2026-03-01T23:55");
  CHECK(when(ahead_of_utc_by(-5)) == "2026-03-01T18:55");
  const auto session = imported(late, ahead_of_utc_by(1)).sessions.at(0).what;
  CHECK(session.utc_offset == Minutes{60});
}

TEST_CASE("Liftosaur: with milliseconds or without, and wherever it is read, the same workout") {
  const auto key = [](const std::string& start, int offset) {
    return imported(header + row(start, "Deadlift, Barbell", {"5", "", "100", "kg"}),
                    ahead_of_utc_by(offset))
        .sessions.at(0)
        .key;
  };
  CHECK(key("2026-03-01T23:55:00.000Z", 1) == key("2026-03-01T23:55:00Z", 1));
  CHECK(key("2026-03-01T23:55:00.000Z", 1) == key("2026-03-01T23:55:00.000Z", -5));
  CHECK(key("2026-03-01T23:55:00.000Z", 1) != key("2026-03-01T23:55:01.000Z", 1));
}

TEST_CASE("a zone is understood where the app writes UTC, and nowhere else") {
  CHECK(imported(header +
                 row("2026-03-01T10:00:00+02:00", "Deadlift, Barbell", {"5", "", "100", "kg"}))
            .bad.size() == 1);
  CHECK(imported("Date,Exercise,Category,Weight (kg),Reps\n2026-03-01T10:00:00Z,Deadlift,Back,100,"
                 "5\n")
            .bad.size() == 1);
}
