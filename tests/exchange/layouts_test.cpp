#include <catch2/catch.hpp>

#include "exchange/import_text.hpp"
#include "hinge/error.hpp"

using namespace hinge;
using exchange::App;
using exchange::ImportFile;

// Every layout of every app, made up: a Friday with one warm-up and two sets of deadlifts after a
// row of something else, in whatever words the layout has for it.

namespace {

struct LayoutCase {
  const char* name;
  App app;
  std::optional<Unit> unit;  ///< to be given by the caller
  std::string text;
  const char* when;
  const char* sets;
};

std::vector<LayoutCase> layouts() {
  return {
      {"Strong, iOS 2020-", App::strong, Unit::kg,
       "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
       "Workout Notes,RPE\n"
       "2021-03-05 18:04:11,\"Back, heavy\",1h 2m,\"Pull Up\",1,0,8,0,0,,,\n"
       "2021-03-05 18:04:11,\"Back, heavy\",1h 2m,\"Deadlift (Barbell)\",W,60.0,5.0,0,0.0,,,\n"
       "2021-03-05 18:04:11,\"Back, heavy\",1h 2m,\"Deadlift (Barbell)\",1,100.0,5.0,0,0.0,,,8\n"
       "2021-03-05 18:04:11,\"Back, heavy\",1h 2m,\"Deadlift (Barbell)\",2,102.5,4.0,0,0.0,,,8.5\n",
       "2021-03-05T18:04", "60 kg x 5 w, 100 kg x 5 @8, 102.5 kg x 4 @8.5"},
      {"Strong, iOS without the notes columns", App::strong, Unit::lb,
       "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
       "2021-03-05 18:04:11,\"Back\",1h,\"Deadlift (Barbell)\",1,225.0,5.0,0,0.0,\n",
       "2021-03-05T18:04", "225 lb x 5"},
      {"Strong 2015-17, kg", App::strong, std::nullopt,
       "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\r\n"
       "2016-03-05 18:04:11,\"Back\",\"Deadlift (Barbell)\",0,100,5,0,0,\"\"\r\n"
       "2016-03-05 18:04:11,\"Back\",\"Deadlift (Barbell)\",1,102.5,5,0,0,\"\"\r\n",
       "2016-03-05T18:04", "100 kg x 5, 102.5 kg x 5"},
      {"Strong 2015-17, lb", App::strong, std::nullopt,
       "Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds,Notes\r\n"
       "2016-03-05 18:04:11,\"Back\",\"Deadlift (Barbell)\",0,225,5,0,0,\"\"\r\n",
       "2016-03-05T18:04", "225 lb x 5"},
      {"Strong 2019 iOS", App::strong, Unit::lb,
       "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,"
       "RPE\n"
       "2019-03-05 18:04:11,\"Back\",\"Deadlift (Barbell)\",1,315,5,0,0,,,9\n",
       "2019-03-05T18:04", "315 lb x 5 @9"},
      {"Strong Android 2018-24", App::strong, std::nullopt,
       "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
       "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
       "2020-03-05 18:04:11;\"Back; heavy\";\"Deadlift "
       "(Barbell)\";1;100,5;kg;5;;;;0;\"\";\"\";58m\n"
       "2020-03-05 18:04:11;\"Back; heavy\";\"Deadlift (Barbell)\";2;225;lbs;5;8;;;0;;;58m\n",
       "2020-03-05T18:04", "100.5 kg x 5, 225 lb x 5 @8"},
      {"Strong Android's comma twin, without quotes", App::strong, std::nullopt,
       "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,"
       "Distance Unit,Seconds,Notes,Workout Notes\n"
       "2020-03-05 18:04:11,Back, heavy,Deadlift (Barbell),1,100,kg,5,,,,0,slow, then fast,\n"
       "2020-03-05 18:04:11,Back, heavy,Romanian Chair, weighted,1,10,kg,5,,,,0,,\n",
       "2020-03-05T18:04", "100 kg x 5"},
      {"Strong Android, newer", App::strong, std::nullopt,
       "\"Workout #\";\"Date\";\"Workout Name\";\"Duration (sec)\";\"Exercise Name\";\"Set Order\";"
       "\"Weight (kg)\";\"Reps\";\"RPE\";\"Distance (meters)\";\"Seconds\";\"Notes\";"
       "\"Workout Notes\"\n"
       "\"7\";\"2024-03-05 18:04:11\";\"Back\";\"3600\";\"Deadlift "
       "(Barbell)\";\"W\";\"60.0\";\"5\";"
       "\"\";\"\";\"\";\"\";\"\"\n"
       "\"7\";\"2024-03-05 18:04:11\";\"Back\";\"3600\";\"Deadlift (Barbell)\";\"1\";\"140.0\";"
       "\"5\";\"9.5\";\"\";\"\";\"\";\"\"\n"
       "\"7\";\"2024-03-05 18:04:11\";\"Back\";\"3600\";\"Deadlift (Barbell)\";\"Rest Timer\";\"\";"
       "\"\";\"\";\"\";\"120.0\";\"\";\"\"\n",
       "2024-03-05T18:04", "60 kg x 5 w, 140 kg x 5 @9.5"},
      {"Strong, the same in pounds", App::strong, std::nullopt,
       "\"Workout #\";\"Date\";\"Workout Name\";\"Duration (sec)\";\"Exercise Name\";\"Set Order\";"
       "\"Weight (lbs)\";\"Reps\";\"RPE\";\"Distance (meters)\";\"Seconds\";\"Notes\";"
       "\"Workout Notes\"\n"
       "\"7\";\"2024-03-05 18:04:11\";\"Back\";\"3600\";\"Deadlift (Barbell)\";\"1\";\"315\";\"5\";"
       "\"\";\"\";\"\";\"\";\"\"\n",
       "2024-03-05T18:04", "315 lb x 5"},
      {"Strong, German", App::strong, Unit::kg,
       "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,"
       "Sekunden,Notizen,Workout-Notizen,RPE\n"
       "2023-03-05 18:04:11,\"Rücken\",1h,\"Kreuzheben (Langhantel)\",1,100.0,5.0,0,0.0,,,8\n"
       "2023-03-05 18:04:11,\"Rücken\",1h,\"Kreuzheben (Langhantel)\",Ruhezeit,0,0,0,90.0,,,\n",
       "2023-03-05T18:04", "100 kg x 5 @8"},
      {"Strong, Chinese", App::strong, Unit::kg,
       "日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE\n"
       "2023-03-05 18:04:11,\"背\",1h,\"Deadlift (Barbell)\",1,100.0,5.0,0,0.0,,,\n"
       "2023-03-05 18:04:11,\"背\",1h,\"Deadlift (Barbell)\",休息计时器,0,0,0,90.0,,,\n",
       "2023-03-05T18:04", "100 kg x 5"},
      {"Hevy", App::hevy, std::nullopt,
       "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\","
       "\"exercise_notes\",\"set_index\",\"set_type\",\"weight_kg\",\"reps\",\"distance_km\","
       "\"duration_seconds\",\"rpe\"\n"
       "\"Back Day\",\"5 Apr 2026, 13:01\",\"5 Apr 2026, 14:00\",\"\",\"Deadlift (Barbell)\",,\"\","
       "0,\"warmup\",60,5,,0,\n"
       "\"Back Day\",\"5 Apr 2026, 13:01\",\"5 Apr 2026, 14:00\",\"\",\"Deadlift (Barbell)\",,\"\","
       "1,\"normal\",140,5,,0,8\n"
       "\"Back Day\",\"5 Apr 2026, 13:01\",\"5 Apr 2026, 14:00\",\"\",\"Deadlift (Barbell)\",,\"\","
       "2,\"failure\",140,4,,0,\n"
       "\"Back Day\",\"5 Apr 2026, 13:01\",\"5 Apr 2026, 14:00\",\"\",\"Deadlift (Barbell)\",,\"\","
       "3,\"dropset\",100,8,,0,\n",
       "2026-04-05T13:01", "60 kg x 5 w, 140 kg x 5 @8, 140 kg x 4 @10, 100 kg x 8"},
      {"Hevy in pounds, beside miles, with US dates", App::hevy, std::nullopt,
       "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\","
       "\"exercise_notes\",\"set_index\",\"set_type\",\"weight_lbs\",\"reps\",\"distance_miles\","
       "\"duration_seconds\",\"rpe\"\n"
       "\"Back\",\"Apr 5, 2026, 1:01 PM\",\"Apr 5, 2026, 2:00 PM\",\"\",\"Deadlift (Trap bar)\",,"
       "\"\",0,\"normal\",315,5,,,9\n",
       "2026-04-05T13:01", "315 lb x 5 @9"},
      {"Hevy in kilograms beside miles", App::hevy, std::nullopt,
       "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,distance_miles,"
       "rpe\n"
       "Back,\"5 Apr 2026, 13:01\",,Deadlift (Barbell),0,normal,61.23496995,5,,\n",
       "2026-04-05T13:01", "135 lb x 5"},
      {"Hevy, Turkish", App::hevy, std::nullopt,
       "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\","
       "\"exercise_notes\",\"set_index\",\"set_type\",\"weight_kg\",\"reps\",\"distance_km\","
       "\"duration_seconds\",\"rpe\"\n"
       "\"Sırt\",\"5 Ağu 2025, 13:01\",\"5 Ağu 2025, 14:00\",\"\",\"Deadlift (Bar)\",,\"\",0,"
       "\"normal\",140,5,,0,\n",
       "2025-08-05T13:01", "140 kg x 5"},
      {"FitNotes 2017-20, pounds in the header", App::fitnotes, std::nullopt,
       "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time\n"
       "2018-03-05,Deadlift,Back,225.0,5,,,\n"
       "2018-03-05,Deadlift,Back,245.0,3,,,\n",
       "2018-03-05", "225 lb x 5, 245 lb x 3"},
      {"FitNotes 2017-20, kilograms in the header", App::fitnotes, std::nullopt,
       "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
       "2018-03-05,Deadlift,Back,100.0,5,,,\n",
       "2018-03-05", "100 kg x 5"},
      {"FitNotes, later", App::fitnotes, std::nullopt,
       "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
       "2023-03-05,Deadlift,Back,100.0,kgs,5,,,\n"
       "2023-03-05,Deadlift,Back,225.0,lbs,5,,,",
       "2023-03-05", "100 kg x 5, 225 lb x 5"},
      {"FitNotes, later, with comments and names that hold commas", App::fitnotes, std::nullopt,
       "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
       "2023-03-05,Overhead Press (Each Side, Dumbbells),Shoulders,20.0,kgs,8,,,,\n"
       "2023-03-05,Deadlift,Back,100.0,kgs,5,,,,felt good, easy\n",
       "2023-03-05", "100 kg x 5"},
      {"FitNotes 2 for iOS, a column for each unit", App::fitnotes, std::nullopt,
       "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,"
       "Kind\n"
       "2024-03-05,Deadlift,Back,,225,5,,,,,wr\n"
       "2024-03-05,Deadlift,Back,100,220.462,5,,,,,wr\n",
       "2024-03-05", "225 lb x 5, 100 kg x 5"},
      {"hinge's own sets", App::hinge, std::nullopt,
       "lifter,session,date,week,lift,set,kind,load_kg,load,unit,reps,failed,rpe\n"
       "me,s41,2026-11-20,2026-W47,deadlift,1,warmup,60,60,kg,5,no,\n"
       "me,s41,2026-11-20,2026-W47,deadlift,2,work,140,140,kg,4,yes,9.5\n",
       "2026-11-20", "60 kg x 5 w, 140 kg x 4f @9.5"},
  };
}

}  // namespace

TEST_CASE("each layout gives the session it holds") {
  const auto c = GENERATE(from_range(layouts()));
  INFO(c.name);
  exchange::ImportOptions options;
  options.unit = c.unit;
  const ImportFile file = imported(c.text, options);
  CHECK(file.app == c.app);
  CHECK(file.bad.empty());
  REQUIRE(file.sessions.size() == 1);
  CHECK(to_string(file.sessions[0].what.when) == c.when);
  CHECK(sets_of(file.sessions[0].what) == c.sets);
  CHECK(rows_accounted_for(file) == file.rows);

  SECTION("and with CRLF, a byte order mark and no last newline") {
    std::string text = "\xEF\xBB\xBF";
    for (const char ch : c.text) {
      if (ch == '\r') continue;
      if (ch == '\n') text += '\r';
      text += ch;
    }
    text.resize(text.find_last_not_of("\r\n") + 1);
    const ImportFile again = imported(text, options);
    REQUIRE(again.sessions.size() == 1);
    CHECK(again.sessions[0].what == file.sessions[0].what);
    CHECK(again.sessions[0].key == file.sessions[0].key);
  }
  SECTION("and under the app's name, though not under another's") {
    options.from = c.app;
    CHECK(imported(c.text, options).sessions.size() == 1);
    options.from = c.app == App::hevy ? App::strong : App::hevy;
    CHECK_THROWS_AS(imported(c.text, options), Error);
  }
}

TEST_CASE("a file that states no unit says so, and waits to be told") {
  const auto c = GENERATE(from_range(layouts()));
  if (!c.unit) return;
  INFO(c.name);
  const ImportFile file = imported(c.text);
  CHECK(file.unit_missing);
  CHECK(file.sessions.empty());
  CHECK(rows_accounted_for(file) == file.rows);
}

TEST_CASE("no unit is asked for where no deadlift needs one") {
  const ImportFile file = imported(
      "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
      "2021-03-05 18:04:11,Arms,Curl,1,20,8\n"
      "2021-03-05 18:04:11,Arms,Deadlift (Barbell),1,0,0\n");
  CHECK_FALSE(file.unit_missing);
}

TEST_CASE("headers are told apart by their names, in any order, whatever else is there") {
  const ImportFile file = imported(
      "Reps,Mood,Weight (kg),set order,EXERCISE NAME,Date\n"
      "5,good,100,1,Deadlift (Barbell),2021-03-05 18:04:11\n");
  CHECK(file.app == App::strong);
  REQUIRE(file.sessions.size() == 1);
  CHECK(sets_of(file.sessions[0].what) == "100 kg x 5");
}

TEST_CASE("files that are none of ours are refused with what they begin with") {
  struct Case {
    const char* text;
    const char* says;
  };
  const auto c = GENERATE(values<Case>({
      {"", "the file is empty"},
      {"\n\n", "the file is empty"},
      {"a,b,c\n1,2,3\n", "line 1: no app that hinge knows writes this header: a, b, c"},
      {"Date,Weight\n2020-01-01,80\n",
       "line 1: no app that hinge knows writes this header: Date, Weight"},
      {"lifter,session,date,week,time,utc_offset,lift,work_sets,work_reps,top_load_kg,top_load,"
       "unit,top_reps,top_rpe,volume_kg,e1rm_kg,light,pain_peak,note\n",
       "line 1: this file has no sets, only what they add up to"},
      {"lifter,session,date,lift,load,unit\n", "line 1: the column reps is missing"},
  }));
  CHECK_THROWS_WITH(imported(c.text), c.says);
}
