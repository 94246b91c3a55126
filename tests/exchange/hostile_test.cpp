#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "exchange/import_text.hpp"
#include "hinge/error.hpp"

using namespace hinge;
using exchange::ImportFile;

namespace {

const std::vector<std::string>& files() {
  static const std::vector<std::string> all{
      "\xEF\xBB\xBF"
      "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Notes\r\n"
      "2020-03-05 18:04:11;\"Back; \"\"heavy\"\"\";\"Deadlift "
      "(Barbell)\";1;100,5;kg;5;8;\"a\nb\"\r\n"
      "2020-03-05 18:04:11;Back;Deadlift (Barbell);F;225;lbs;5;;é\r\n"
      "2020-03-05 18:04:11;Back;Mystery Deadlift;1;10;kg;5;;\r\n"
      "2020-03-05 18:04:11;Back;Deadlift (Barbell);Rest Timer;0;;0;;\r\n",
      "title,start_time,exercise_title,set_type,weight_kg,reps,rpe\n"
      "Back,\"5 Ağu 2025, 13:01\",Deadlift (Bar),normal,140,5,8\n"
      "Back,\"5 Ağu 2025, 13:01\",Curl,normal,14,5,\n",
      "Date,Exercise,Category,Weight,Weight Unit,Reps,Comment\n"
      "2023-03-05,Press (Each Side, Dumbbells),Shoulders,20.0,kgs,8,\n"
      "2023-03-05,Deadlift,Back,100.0,kgs,5,felt good, easy\n",
      "lifter,session,date,week,lift,set,kind,load_kg,load,unit,reps,failed,rpe\n"
      "me,s41,2026-11-20,2026-W47,deadlift,1,work,60,60,kg,5,no,8.5\n",
      "lifter,checkin,session,date,time,nature,peak,now,baseline,hours,ongoing,limits,where,side,"
      "onset,worse_with,eases_with,unrelated,note\n"
      "me,f1,s1,2026-11-20,18:30,ache,3,1,0,48,no,1,low-back,left,during,sitting;bending,,no,"
      "\"x\"\n",
  };
  return all;
}

/// Taken with every row accounted for, or refused as bad data: whether it was so.
bool is_accounted_for(const std::string& text) {
  try {
    const ImportFile file = imported(text, in_unit(Unit::kg));
    std::size_t sets = 0;
    for (const auto& session : file.sessions) {
      sets += session.what.sets.size();
      if (session.what.sets.empty() || session.key.empty()) return false;
      for (const Set& set : session.what.sets) {
        const bool possible = set.weight.load > Load{} && set.reps >= 0 && set.reps <= 999 &&
                              (!set.rpe || (*set.rpe >= 5 && *set.rpe <= 10));
        if (!possible) return false;
      }
    }
    return sets == file.set_rows && rows_accounted_for(file) == file.rows;
  } catch (const Error& error) {
    return error.kind() == ErrorKind::bad_data;
  }
}

/// Those of a file that is taken; none of one that is refused.
std::vector<exchange::Imported<Session>> sessions_in(const std::string& text) {
  try {
    return imported(text).sessions;
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

TEST_CASE("files cut off at any byte are taken to account or refused") {
  for (const std::string& text : files()) {
    for (std::size_t bytes = 0; bytes <= text.size(); ++bytes) {
      CAPTURE(bytes);
      REQUIRE(is_accounted_for(text.substr(0, bytes)));
    }
  }
}

TEST_CASE("a file cut off never gives a set that the whole one does not hold") {
  for (const std::string& text : files()) {
    std::vector<Set> whole;
    for (const auto& session : imported(text).sessions) {
      whole.insert(whole.end(), session.what.sets.begin(), session.what.sets.end());
    }
    // The last cell of the last row may lose a digit unseen; all before it may not.
    const std::size_t last_cell = text.find_last_of(",;");
    for (std::size_t bytes = text.find('\n'); bytes <= last_cell; ++bytes) {
      CAPTURE(bytes);
      for (const auto& session : sessions_in(text.substr(0, bytes))) {
        for (const Set& set : session.what.sets) {
          const bool known = std::any_of(whole.begin(), whole.end(), [&](const Set& other) {
            return set.weight == other.weight && set.reps == other.reps;
          });
          REQUIRE(known);
        }
      }
    }
  }
}

TEST_CASE("any bytes at all are taken to account or refused") {
  CHECK(rc::check("a file with bytes changed, moved, put in or left out", [] {
    std::string text = *rc::gen::elementOf(files());
    const int changes = *rc::gen::inRange(1, 8);
    for (int i = 0; i < changes && !text.empty(); ++i) {
      const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
      const char byte = *rc::gen::weightedOneOf<char>(
          {{6, rc::gen::element(',', ';', '"', '\n', '\r', '-', '.', 'e', '0', '9', 'W', '\t')},
           {1, rc::gen::arbitrary<char>()}});
      switch (*rc::gen::inRange(0, 3)) {
        case 0:
          text[at] = byte;
          break;
        case 1:
          text.insert(at, 1, byte);
          break;
        default:
          text.erase(at, *rc::gen::inRange<std::size_t>(1, 20));
      }
    }
    RC_ASSERT(is_accounted_for(text));
  }));
}
