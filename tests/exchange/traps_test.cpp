#include <catch2/catch.hpp>

#include "exchange/import_text.hpp"
#include "hinge/error.hpp"

using namespace hinge;
using exchange::ImportFile;

namespace {

// One row a call: the columns that matter, in the newest Strong layout.
const std::string strong_header =
    "Date;Workout Name;Exercise Name;Set Order;Weight (kg);Reps;Notes;Workout Notes;RPE\n";

struct StrongRow {
  std::string date = "2024-03-05 18:04:11";
  std::string workout = "Back";
  std::string exercise = "Deadlift (Barbell)";
  std::string order = "1";
  std::string weight = "100";
  std::string reps = "5";
  std::string notes;
  std::string workout_notes;
  std::string rpe;
};

std::string text_of(const StrongRow& row) {
  return row.date + ";" + row.workout + ";" + row.exercise + ";" + row.order + ";" + row.weight +
         ";" + row.reps + ";" + row.notes + ";" + row.workout_notes + ";" + row.rpe + "\n";
}

ImportFile imported_rows(const std::vector<StrongRow>& rows,
                         const exchange::ImportOptions& options = {}) {
  std::string text = strong_header;
  for (const StrongRow& row : rows) text += text_of(row);
  ImportFile file = imported(text, options);
  CHECK(rows_accounted_for(file) == file.rows);
  CHECK(file.rows == rows.size());
  return file;
}

const std::string hevy_header =
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
    "set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n";

StrongRow row_with(std::string StrongRow::*field, std::string value) {
  StrongRow row;
  row.*field = std::move(value);
  return row;
}

}  // namespace

TEST_CASE("the exercise decides, not the title of the workout") {
  StrongRow row;
  row.workout = "Back Day w/o Deadlift";
  row.exercise = "Seated Row";
  const ImportFile file = imported_rows({row});
  CHECK(file.sessions.empty());
  CHECK(file.ignored.at("Seated Row") == 1);
}

TEST_CASE("rows of other exercises may hold anything") {
  const ImportFile file = imported_rows({
      {"someday", "", "Plank", "?", "-5", "many", "", "", "hard"},
      {},
  });
  CHECK(file.bad.empty());
  CHECK(file.sessions.size() == 1);
}

TEST_CASE("rows that are no sets are skipped, each with its reason") {
  struct Case {
    const char* name;
    StrongRow row;
    const char* reason;
  };
  const auto c = GENERATE(values<Case>({
      {"rest timer",
       {"2024-03-05 18:04:11", "B", "Deadlift", "Rest Timer", "0", "0", "", "", ""},
       "rest timer"},
      {"German",
       {"2024-03-05 18:04:11", "B", "Deadlift", "Ruhezeit", "0", "0", "", "", ""},
       "rest timer"},
      {"blank numbers",
       {"2024-03-05 18:04:11", "B", "Deadlift", "Pausa", "", "", "", "", ""},
       "rest timer"},
      {"note", {"2024-03-05 18:04:11", "B", "Deadlift", "Note", "", "", "belt on", "", ""}, "note"},
      {"numbered, nothing in it",
       {"2024-03-05 18:04:11", "B", "Deadlift", "2", "0", "0", "", "", ""},
       "not done"},
      {"planned, not done",
       {"2024-03-05 18:04:11", "B", "Deadlift", "2", "140", "0", "", "", ""},
       "no reps"},
      {"without a load",
       {"2024-03-05 18:04:11", "B", "Deadlift", "2", "0", "10", "", "", ""},
       "no load"},
  }));
  INFO(c.name);
  const ImportFile file = imported_rows({c.row, {}});
  CHECK(file.skipped.at(c.reason) == 1);
  CHECK(file.set_rows == 1);
}

TEST_CASE("a set to failure has its reps, and RPE 10 unless it has one") {
  StrongRow plain = row_with(&StrongRow::order, "F");
  StrongRow rated = plain;
  rated.rpe = "9.5";
  const ImportFile file = imported_rows({plain, rated});
  CHECK(sets_of(file.sessions.at(0).what) == "100 kg x 5 @10, 100 kg x 5 @9.5");
}

TEST_CASE("warm-ups are warm-ups, drop sets are work") {
  const ImportFile file =
      imported_rows({row_with(&StrongRow::order, "W"), row_with(&StrongRow::order, "D")});
  CHECK(sets_of(file.sessions.at(0).what) == "100 kg x 5 w, 100 kg x 5");
}

TEST_CASE("reps may be written with a zero behind the point, and be no other fraction") {
  CHECK(imported_rows({row_with(&StrongRow::reps, "5.0")}).set_rows == 1);
  CHECK(imported_rows({row_with(&StrongRow::reps, "5.5")}).bad.size() == 1);
}

TEST_CASE("bad rows are named by line, field, value and range") {
  using Case = std::tuple<std::string StrongRow::*, std::string, std::string>;
  const std::string loads = "not a load (0 to 9999, with a point for decimals)";
  const std::string reps = "not a number of reps (a whole number, 0 to 999)";
  const std::string days = "not a day that reads one way only (YYYY-MM-DD does)";
  const auto c = GENERATE_COPY(values<Case>({
      {&StrongRow::weight, "-20", "Weight (kg) \"-20\": " + loads},
      {&StrongRow::weight, "nan", "Weight (kg) \"nan\": " + loads},
      {&StrongRow::weight, "inf", "Weight (kg) \"inf\": " + loads},
      {&StrongRow::weight, "1e3", "Weight (kg) \"1e3\": " + loads},
      {&StrongRow::weight, "0x64", "Weight (kg) \"0x64\": " + loads},
      {&StrongRow::weight, "10000", "Weight (kg) \"10000\": " + loads},
      {&StrongRow::weight, "1,000", "Weight (kg) \"1,000\": " + loads},
      {&StrongRow::reps, "-5", "Reps \"-5\": " + reps},
      {&StrongRow::reps, "1000", "Reps \"1000\": " + reps},
      {&StrongRow::reps, "1e9", "Reps \"1e9\": " + reps},
      {&StrongRow::reps, "1000000000", "Reps \"1000000000\": " + reps},
      {&StrongRow::rpe, "hard", "RPE \"hard\": not an RPE (5 to 10 in halves)"},
      {&StrongRow::date, "11/12/2026",
       "Date \"11/12/2026\": 2026-12-11 or 2026-11-12? Say it: --map 'Date=date-dmy' or --map "
       "'Date=date-mdy'"},
      {&StrongRow::date, "31/12/2026",
       "Date \"31/12/2026\": 2026-12-31? Say it: --map 'Date=date-dmy'"},
      {&StrongRow::date, "31/31/2026", "Date \"31/31/2026\": " + days},
      {&StrongRow::date, "2026-02-30 10:00:00", "Date \"2026-02-30 10:00:00\": " + days},
      {&StrongRow::order, "?",
       "Set Order \"?\": not a kind of set that hinge knows, and it has reps"},
  }));
  const ImportFile file = imported_rows({{}, row_with(std::get<0>(c), std::get<1>(c)), {}});
  REQUIRE(file.bad.size() == 1);
  CHECK(file.bad[0].line == 3);
  CHECK(file.bad[0].reason == std::get<2>(c));
  CHECK(file.set_rows == 2);
}

TEST_CASE("the largest load and the most reps are taken") {
  CHECK(imported_rows({row_with(&StrongRow::weight, "9999")}).set_rows == 1);
  CHECK(imported_rows({row_with(&StrongRow::reps, "999")}).set_rows == 1);
}

TEST_CASE("an RPE that hinge has no place for costs the RPE, not the set") {
  struct Case {
    const char* rpe;
    const char* sets;
    std::size_t dropped;
  };
  const auto c = GENERATE(values<Case>({{"5", "100 kg x 5 @5", 0},
                                        {"4.5", "100 kg x 5", 1},
                                        {"10", "100 kg x 5 @10", 0},
                                        {"10.5", "100 kg x 5", 1},
                                        {"7.25", "100 kg x 5", 1},
                                        {"8,5", "100 kg x 5 @8.5", 0},
                                        {"0", "100 kg x 5", 0},
                                        {"", "100 kg x 5", 0}}));
  CAPTURE(c.rpe);
  const ImportFile file = imported_rows({row_with(&StrongRow::rpe, c.rpe)});
  CHECK(sets_of(file.sessions.at(0).what) == c.sets);
  CHECK(file.rpes_dropped == c.dropped);
}

TEST_CASE("an unknown deadlift is listed, and taken where the lifter says as what") {
  const StrongRow row = row_with(&StrongRow::exercise, "Jefferson Deadlift");
  CHECK(imported_rows({row, row}).unknown.at("Jefferson Deadlift") == 2);
  exchange::ImportOptions options;
  options.take_as = "deadlift";
  const ImportFile file = imported_rows({row, row}, options);
  CHECK(file.unknown.empty());
  CHECK(file.sessions.at(0).what.lift == "deadlift");
}

TEST_CASE("what only sounds like a deadlift is none, even where unknown ones are taken") {
  const auto* const name =
      GENERATE(as<const char*>{}, "Sumo Deadlift High Pull", "Trap Bar Shoulder Press",
               "Shrug (Trap Bar)", "Trap Bar Jump", "Romanian Deadlift to Shrug");
  exchange::ImportOptions options;
  options.take_as = "deadlift";
  const ImportFile file = imported_rows({row_with(&StrongRow::exercise, name)}, options);
  CHECK(file.sessions.empty());
  CHECK(file.ignored.at(name) == 1);
}

TEST_CASE("a session for each exercise of each workout, in the order of the days") {
  StrongRow later;
  later.date = "2024-03-07 08:00:00";
  const ImportFile file = imported_rows(
      {later, row_with(&StrongRow::exercise, "Romanian Deadlift (Barbell)"), {}, later});
  REQUIRE(file.sessions.size() == 3);
  CHECK(file.sessions[0].what.lift == "romanian");
  CHECK(file.sessions[0].line == 3);
  CHECK(file.sessions[1].what.lift == "deadlift");
  CHECK(sets_of(file.sessions[2].what) == "100 kg x 5, 100 kg x 5");
}

TEST_CASE("five to one at night stays on its own day") {
  const ImportFile file = imported_rows({row_with(&StrongRow::date, "2024-03-05 00:55:00")});
  CHECK(to_string(file.sessions.at(0).what.when) == "2024-03-05T00:55");
}

TEST_CASE("notes of the exercise and of the workout become the session's, once each") {
  StrongRow note = row_with(&StrongRow::order, "Note");
  note.weight = note.reps = "";
  note.notes = "belt on";
  const StrongRow set = row_with(&StrongRow::workout_notes, "slept badly");
  CHECK(imported_rows({set, set, note}).sessions.at(0).what.note == "slept badly\nbelt on");
}

TEST_CASE("a long note is cut where a character ends") {
  const StrongRow row = row_with(
      &StrongRow::notes, "x" + [] {
        std::string text;
        for (int i = 0; i < 2500; ++i) text += "é";
        return text;
      }());
  const std::string note = imported_rows({row}).sessions.at(0).what.note;
  CHECK(note.size() == 3999);
  CHECK(note.substr(3997) == "é");
}

TEST_CASE("notes with line breaks, real ones or the two characters, in Hevy") {
  const std::string start = "Back,\"5 Apr 2026, 13:01\",,,Deadlift (Barbell),,";
  const ImportFile file = imported(hevy_header + start + "\"one\ntwo\",0,normal,100,5,,,\n" +
                                   start + "\"three\\nfour\",1,normal,100,x,,,\n");
  CHECK(file.sessions.at(0).what.note == "one\ntwo");
  REQUIRE(file.bad.size() == 1);
  CHECK(file.bad[0].line == 4);  // the quoted newline was a line, too
  CHECK(imported(hevy_header + start + "\"three\\nfour\",0,normal,100,5,,,\n")
            .sessions.at(0)
            .what.note == "three\nfour");
}

TEST_CASE("Hevy: newest first, and an exercise that comes twice in a workout") {
  const std::string new_day = "A,\"7 Apr 2026, 13:01\",,,Deadlift (Barbell),,,";
  const std::string old_day = "A,\"5 Apr 2026, 13:01\",,,Deadlift (Barbell),,,";
  const ImportFile file = imported(hevy_header + new_day + "0,normal,110,5,,,\n" + old_day +
                                   "0,normal,100,5,,,\n" + old_day + "1,normal,102.5,5,,,\n" +
                                   "A,\"5 Apr 2026, 13:01\",,,Leg Press,,,0,normal,200,5,,,\n" +
                                   old_day + "0,normal,80,8,,,\n");
  REQUIRE(file.sessions.size() == 2);
  CHECK(sets_of(file.sessions[0].what) == "100 kg x 5, 102.5 kg x 5, 80 kg x 8");
  CHECK(sets_of(file.sessions[1].what) == "110 kg x 5");
}

TEST_CASE("a comma in a workout's title never makes a deadlift of another exercise") {
  const ImportFile file = imported(
      "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE\n"
      "2020-03-05 18:04:11,Legs, no Deadlift,Squat (Barbell),1,100,kg,5,\n");
  CHECK(file.sessions.empty());
  CHECK(rows_accounted_for(file) == 1);
}

TEST_CASE("a row with a field too many that can't be told is bad, not guessed") {
  const ImportFile file = imported(
      "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE\n"
      "2020-03-05 18:04:11,Back,Deadlift,1,100,5,kg,5,8\n"
      "2020-03-05 18:04:11,Back,Deadlift,1,100,kg,5,8,9\n");
  REQUIRE(file.bad.size() == 2);
  CHECK(file.bad[0].reason == "9 fields, where the header has 8");
  CHECK(file.bad[1].reason == "9 fields, where the header has 8");
}

TEST_CASE("a comma in a name is told from commas at the end of a row") {
  const std::string header = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Time\n";
  const auto sets = [&header](const std::string& rows) {
    const ImportFile file = imported(header + rows);
    CHECK(rows_accounted_for(file) == file.rows);
    return file.sessions.empty()
               ? "none"
               : file.sessions[0].what.lift + ": " + sets_of(file.sessions[0].what);
  };
  CHECK(sets("2020-03-05,Deadlift (Sumo, Barbell),Back,100,kgs,5,,\n") == "sumo: 100 kg x 5");
  CHECK(sets("2020-03-05,Deadlift (Sumo, Barbell),Back,100,kgs,5,,,,\n") == "sumo: 100 kg x 5");
  CHECK(sets("2020-03-05,Deadlift,Back,100,kgs,5,,,,\n") == "deadlift: 100 kg x 5");
  CHECK(sets("2020-03-05,Deadlift,Back,100,kgs,5,,\n") == "deadlift: 100 kg x 5");
  CHECK(imported(header + "2020-03-05,Overhead Press (Each Side, Dumbbells),Arms,20,kgs,5,,\n")
            .ignored.begin()
            ->first == "Overhead Press (Each Side, Dumbbells)");
}

TEST_CASE("commas at the end of a row that can't be read do not hide why") {
  const ImportFile file = imported(
      "Date,Exercise,Category,Weight,Weight Unit,Reps\n"
      "2020-03-05,Deadlift,Back,heavy,kgs,5,,\n"
      "2020-03-05,Squat,Legs,heavy,kgs,5,,\n"
      "2020-03-05,Squat,Legs,heavy,kgs,5,5,,\n");
  REQUIRE(file.bad.size() == 2);
  CHECK(file.bad[0].reason ==
        "Weight \"heavy\": not a load (0 to 9999, with a point for decimals)");
  CHECK(file.bad[1].reason == "9 fields, where the header has 6");
  CHECK(file.ignored.at("Squat") == 1);
}

TEST_CASE("a row cut short is bad where it is a deadlift's") {
  const ImportFile file = imported(
      "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,RPE\n"
      "2020-03-05 18:04:11,Back,Deadlift,1,100,5,\n"
      "2020-03-05 18:04:11,Back,Deadlift,2,100,1");
  REQUIRE(file.bad.size() == 1);
  CHECK(file.bad[0].line == 3);
  CHECK(file.bad[0].reason == "6 fields, where the header has 7");
}

TEST_CASE("a quote that is never closed is a bad row, at the line where it was opened") {
  const ImportFile file = imported(
      "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,RPE\n"
      "2020-03-05 18:04:11,Back,Deadlift,1,100,5,\n"
      "2020-03-05 18:04:11,Back,\"Deadlift,2,100,5,\n"
      "2020-03-05 18:04:11,Back,Deadlift,3,100,5,\n");
  REQUIRE(file.bad.size() == 1);
  CHECK(file.bad[0].line == 3);
  CHECK(file.bad[0].reason == "a quote is opened and never closed");
}

TEST_CASE("a thousand sets in a session, and not one more") {
  const ImportFile file = imported_rows(std::vector<StrongRow>(1001));
  CHECK(file.set_rows == 1000);
  REQUIRE(file.bad.size() == 1);
  CHECK(file.bad[0].line == 1002);
}

TEST_CASE("far over twice the lifter's usual is kept, flagged, and counted") {
  const auto days = [](std::size_t count) {
    std::vector<StrongRow> rows;
    for (std::size_t i = 1; i <= count; ++i) {
      rows.push_back(row_with(&StrongRow::date, "2024-03-0" + std::to_string(i) + " 18:00:00"));
    }
    return rows;
  };
  SECTION("just at twice it is none, just over it is one") {
    auto rows = days(5);
    rows[4].weight = "200";
    CHECK(imported_rows(rows).outliers == 0);
    rows[4].weight = "200.5";
    const ImportFile file = imported_rows(rows);
    CHECK(file.outliers == 1);
    CHECK(sets_of(file.sessions[4].what) == "200.5 kg x 5 !");
  }
  SECTION("of an even number of sessions the usual is between the middle two") {
    auto rows = days(6);
    rows[3].weight = rows[4].weight = "110";
    rows[5].weight = "210";  // twice 105
    CHECK(imported_rows(rows).outliers == 0);
    rows[5].weight = "210.5";
    CHECK(imported_rows(rows).outliers == 1);
  }
  SECTION("twice the usual again and again says nothing of what is over it") {
    auto rows = days(9);
    rows[6].weight = rows[7].weight = "200";
    rows[8].weight = "250";
    CHECK(imported_rows(rows).outliers == 1);
  }
  SECTION("four sessions are too few to judge by") {
    auto rows = days(4);
    rows[3].weight = "250";
    CHECK(imported_rows(rows).outliers == 0);
  }
  SECTION("more than anybody ever pulled from the floor needs nothing to judge by") {
    auto rows = days(2);
    rows[1].weight = "510";
    CHECK(imported_rows(rows).outliers == 0);
    rows[1].weight = "510.5";
    CHECK(imported_rows(rows).outliers == 1);
    rows[1].exercise = "Rack Pull (Barbell)";  // from a rack, more has been
    CHECK(imported_rows(rows).outliers == 0);
  }
  SECTION("what is no load at all is no measure for the others either") {
    auto rows = days(5);
    rows[3].weight = "2451";
    rows[4].weight = "250";  // over twice 100, of four that can be
    CHECK(imported_rows(rows).outliers == 1);
  }
  SECTION("what is lifted on two days out of nine is no slip of the finger") {
    auto rows = days(9);
    rows[7].weight = rows[8].weight = "250";
    CHECK(imported_rows(rows).outliers == 0);
  }
}

TEST_CASE("the log is a measure for an outlier, too") {
  ImportFile file = imported_rows({row_with(&StrongRow::weight, "205")});
  CHECK(file.outliers == 0);
  Session usual;
  usual.sets = {{{100_kg, Unit::kg}, 5, false, {}, SetKind::work}};
  std::vector<Session> logged(4, usual);
  CHECK(mark_outliers(file.sessions, logged) == 1);
  CHECK(sets_of(file.sessions[0].what) == "205 kg x 5 !");
  SECTION("with less than five sessions in all there is none") {
    logged.pop_back();
    CHECK(mark_outliers(file.sessions, logged) == 0);
    CHECK(sets_of(file.sessions[0].what) == "205 kg x 5");
  }
  SECTION("of another lift it is none") {
    for (Session& session : logged) session.lift = "romanian";
    CHECK(mark_outliers(file.sessions, logged) == 0);
  }
  SECTION("what was flagged before is none") {
    logged.push_back(usual);
    logged.back().sets.front().weight = {205_kg, Unit::kg};
    CHECK(mark_outliers(file.sessions, logged) == 0);  // it is done again
    logged.back().sets.front().kind = SetKind::outlier;
    CHECK(mark_outliers(file.sessions, logged) == 1);
  }
}

TEST_CASE("another lift is no measure for an outlier") {
  std::vector<StrongRow> rows;
  for (int i = 1; i <= 5; ++i) {
    rows.push_back(row_with(&StrongRow::date, "2024-03-0" + std::to_string(i) + " 18:00:00"));
    rows.push_back(rows.back());
    rows.back().exercise = "Deadlift (Dumbbell)";
    rows.back().weight = "24";
  }
  CHECK(imported_rows(rows).outliers == 0);
}

TEST_CASE("what the file says of its unit stands, whatever the caller says") {
  const ImportFile file = imported(
      "Date,Exercise,Category,Weight,Weight Unit,Reps\n"
      "2023-03-05,Deadlift,Back,115.0,lbs,5\n"
      "2023-03-05,Deadlift,Back,115.0,,5\n",
      in_unit(Unit::kg));
  CHECK(sets_of(file.sessions.at(0).what) == "115 lb x 5, 115 kg x 5");
}

TEST_CASE("a blank unit beside stated ones is missing all the same") {
  const ImportFile file = imported(
      "Date,Exercise,Category,Weight,Weight Unit,Reps\n"
      "2023-03-05,Deadlift,Back,115.0,lbs,5\n"
      "2023-03-05,Deadlift,Back,115.0,,5\n");
  CHECK(file.unit_missing);
}

TEST_CASE("an unknown unit is a bad row") {
  const ImportFile file = imported(
      "Date,Exercise,Category,Weight,Weight Unit,Reps\n"
      "2023-03-05,Deadlift,Back,18.0,stone,5\n");
  CHECK(file.bad.at(0).reason == "Weight Unit \"stone\": not kg or lb");
}

TEST_CASE("what is planned for tomorrow is not imported before it is done") {
  StrongRow today;
  today.date = "2024-03-05 23:59:00";
  StrongRow tomorrow;
  tomorrow.date = "2024-03-06 00:00:00";
  exchange::ImportOptions options;
  options.today = *parse_iso_date("2024-03-05");
  const ImportFile file = imported_rows({today, tomorrow}, options);
  CHECK(file.set_rows == 1);
  CHECK(file.skipped.at("in the future") == 1);
}
