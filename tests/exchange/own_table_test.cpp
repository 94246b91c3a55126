#include <catch2/catch.hpp>

#include "exchange/import_text.hpp"
#include "hinge/error.hpp"

using namespace hinge;
using exchange::App;
using exchange::ImportFile;
using exchange::ImportOptions;
using exchange::MapField;

// Tables that no app writes, read as the lifter says (--map COL=FIELD, --from csv).

namespace {

ImportOptions mapped(std::vector<exchange::MappedColumn> map) {
  ImportOptions options;
  options.map = std::move(map);
  return options;
}

ImportOptions as_csv() {
  ImportOptions options;
  options.from = App::csv;
  return options;
}

std::string sets_in(const ImportFile& file, std::size_t at = 0) {
  const Session& session = file.sessions.at(at).what;
  return to_string(session.when) + " " + session.lift + ": " + sets_of(session);
}

template <class Read>
Error refusal_of(Read read) {
  try {
    read();
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was refused");
  return Error(ErrorKind::usage, "");
}

}  // namespace

TEST_CASE("a table of one's own, every column said") {
  const ImportFile file = imported(
      "Wann;Uhr;Was;Kilos;Einh;Wdh;Wie oft;Wie schwer;Art;Bemerkung\n"
      "2026-03-02;18:30;Kreuzheben;100;kg;5;3;8;work;ging gut\n"
      "2026-03-02;18:30;Kreuzheben;60;kg;5;;;w;\n"
      "2026-03-02;18:30;Kniebeuge;100;kg;5;3;8;work;\n",
      mapped({{"Wann", MapField::date},
              {"Uhr", MapField::time},
              {"Was", MapField::exercise},
              {"Kilos", MapField::load},
              {"Einh", MapField::unit},
              {"Wdh", MapField::reps},
              {"Wie oft", MapField::sets},
              {"Wie schwer", MapField::rpe},
              {"Art", MapField::kind},
              {"Bemerkung", MapField::note}}));
  CHECK(file.app == App::csv);
  CHECK(sets_in(file) ==
        "2026-03-02T18:30 deadlift: 100 kg x 5 @8, 100 kg x 5 @8, 100 kg x 5 @8, 60 kg x 5 w");
  CHECK(file.sessions[0].what.note == "ging gut");
  CHECK(file.set_rows == 2);
  CHECK(rows_accounted_for(file) == file.rows);
}

TEST_CASE("--from csv goes by common names, in any case and several languages") {
  CHECK(sets_in(imported("DATE,exercise,Weight (lbs),Reps\n2026-03-02,Deadlift,225,5\n",
                         as_csv())) == "2026-03-02 deadlift: 225 lb x 5");
  CHECK(sets_in(imported("Fecha,Ejercicio,Peso (kg),Repeticiones,Series\n"
                         "2026-03-02,Peso muerto,100,5,2\n",
                         as_csv())) == "2026-03-02 deadlift: 100 kg x 5, 100 kg x 5");
}

TEST_CASE("a table of one lift needs no column for it, where the lift is said") {
  const std::string text = "Date,Load kg,Reps\n2026-03-02,100,5\n";
  ImportOptions options = as_csv();
  CHECK(std::string(refusal_of([&] { (void)imported(text, options); }).what()) ==
        "line 1: no column is known for: exercise (or say --lift NAME). The columns are: Date, "
        "Load kg, Reps");
  options.take_as = "sumo";
  CHECK(sets_in(imported(text, options)) == "2026-03-02 sumo: 100 kg x 5");
}

TEST_CASE("a day of numbers is read in the order that is said, and in no other") {
  const std::string text = "Date,Exercise,Load,Unit,Reps\n11/12/2026,Deadlift,100,kg,5\n";
  const auto day = [&text](MapField field) {
    return sets_in(imported(text, mapped({{"Date", field}})));
  };
  CHECK(day(MapField::date_dmy) == "2026-12-11 deadlift: 100 kg x 5");
  CHECK(day(MapField::date_mdy) == "2026-11-12 deadlift: 100 kg x 5");
  const ImportFile file = imported(text, mapped({{"Date", MapField::date}}));
  CHECK(file.sessions.empty());
  CHECK(file.bad.at(0).reason ==
        "Date \"11/12/2026\": 2026-12-11 or 2026-11-12? Say it: --map 'Date=date-dmy' or --map "
        "'Date=date-mdy'");
}

TEST_CASE("a map corrects one column of an app's file, and leaves the app what it is") {
  const ImportFile file =
      imported("Date,Exercise,Category,Weight (kgs),Reps\n3/2/2026,Deadlift,Back,100,5\n",
               mapped({{"Date", MapField::date_mdy}}));
  CHECK(file.app == App::fitnotes);
  CHECK(sets_in(file) == "2026-03-02 deadlift: 100 kg x 5");
}

TEST_CASE("what the map says takes the place of what the name says") {
  CHECK(sets_in(imported("Date,Exercise,Reps,Reps done,Load kg\n2026-03-02,Deadlift,5,4,100\n",
                         mapped({{"Reps done", MapField::reps}}))) ==
        "2026-03-02 deadlift: 100 kg x 4");
  ImportOptions options = mapped({{"Kind", MapField::none}});
  options.from = App::csv;
  CHECK(sets_in(imported("Date,Exercise,Kind,Reps,Load kg\n2026-03-02,Deadlift,odd,5,100\n",
                         options)) == "2026-03-02 deadlift: 100 kg x 5");
}

TEST_CASE("a header of no app is refused with its columns, and with a map to try") {
  const Error error =
      refusal_of([] { (void)imported("Nr,Datum,Gewicht,Was\n1,2026-03-02,100,Kreuzheben\n"); });
  CHECK(error.kind() == ErrorKind::bad_data);
  CHECK(std::string(error.what()) ==
        "line 1: no app that hinge knows writes this header: Nr, Datum, Gewicht, Was");
  CHECK(error.hint() ==
        "say which column is what: hinge import FILE --map 'Datum=date' --map 'COLUMN=exercise' "
        "--map 'Gewicht=load' --map 'COLUMN=reps'");
}

TEST_CASE("a map of a column that is not there says which are") {
  const Error error = refusal_of([] {
    (void)imported("Date,Load,Reps\n2026-03-02,100,5\n", mapped({{"Kilos", MapField::load}}));
  });
  CHECK(error.kind() == ErrorKind::usage);
  CHECK(std::string(error.what()) == "--map: there is no column Kilos in the file");
  CHECK(error.hint() == "its columns are: Date, Load, Reps");
}

TEST_CASE("how often a set was done is 1 to 100") {
  const auto file = [](const std::string& sets) {
    return imported("Date,Exercise,Load kg,Reps,Sets\n2026-03-02,Deadlift,100,5," + sets + "\n",
                    as_csv());
  };
  CHECK(file("100").sessions.at(0).what.sets.size() == 100);
  CHECK(file("").sessions.at(0).what.sets.size() == 1);
  for (const char* const sets : {"0", "101", "-1", "1.5", "x"}) {
    CAPTURE(sets);
    CHECK(file(sets).bad.at(0).reason ==
          "Sets \"" + std::string(sets) + "\": not a number of sets (1 to 100)");
  }
}

TEST_CASE("a kind that nobody knows is not guessed") {
  const ImportFile file =
      imported("Date,Exercise,Load kg,Reps,Kind\n2026-03-02,Deadlift,100,5,odd\n", as_csv());
  CHECK(file.bad.at(0).reason ==
        "Kind \"odd\": not a kind of set that hinge knows, and it has reps");
}
