// hinge's own CSV record by record: what an export of any length is read by.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "exchange/import_text.hpp"

using namespace hinge;
using namespace hinge::exchange;

namespace {

const std::string header =
    "lifter,session,date,week,lift,set,kind,load_kg,load,unit,reps,failed,rpe\n";

std::string row(int id, int day, int load) {
  const std::string day_of_month = (day < 10 ? "0" : "") + std::to_string(day);
  return "me,s" + std::to_string(id) + ",2026-11-" + day_of_month + ",,deadlift,1,work,," +
         std::to_string(load) + ",kg,5,no,\n";
}

ImportFile account_of(const std::string& text) {
  std::istringstream in(text);
  return read_import(in, {}, Keep::account);
}

std::vector<Imported<Session>> sessions_of(const std::string& text) {
  std::vector<Imported<Session>> sessions;
  RecordTaker take;
  take.session = [&sessions](Imported<Session>&& session) {
    sessions.push_back(std::move(session));
  };
  std::istringstream in(text);
  const ImportFile file = read_records(in, {}, take);
  CHECK(file.sessions.empty());
  return sessions;
}

bool are_the_same(const Imported<Session>& a, const Imported<Session>& b) {
  return a.what == b.what && a.key == b.key && a.line == b.line;
}

}  // namespace

TEST_CASE("an export is in order, and one where a session could stand in two places is not") {
  CHECK(account_of(header).in_order);
  CHECK(account_of(header + row(1, 20, 100) + row(1, 20, 105) + row(2, 20, 100)).in_order);
  // A session that was entered later, for an earlier day.
  CHECK(account_of(header + row(7, 19, 100) + row(2, 20, 100)).in_order);
  CHECK_FALSE(account_of(header + row(2, 20, 100) + row(1, 20, 100)).in_order);
  CHECK_FALSE(account_of(header + row(1, 20, 100) + row(2, 19, 100)).in_order);
  CHECK_FALSE(account_of(header + row(1, 20, 100) + row(2, 20, 100) + row(1, 20, 105)).in_order);
  CHECK_FALSE(account_of(header + "me,first,2026-11-20,,deadlift,1,work,,100,kg,5,no,\n").in_order);
}

TEST_CASE("record by record or at once: the same sessions and the same account") {
  CHECK(rc::check("read_records = read_import, where it is in order", [] {
    std::string text = header;
    int day = 1;
    const int sessions = *rc::gen::inRange(0, 8);
    for (int id = 1; id <= sessions; ++id) {
      day += *rc::gen::inRange(0, 3);
      const int sets = *rc::gen::inRange(1, 4);
      for (int set = 0; set < sets; ++set) {
        // A load of 0 can't be; the row is bad, wherever it stands.
        text += row(id, day, *rc::gen::element(0, 100, 140, 142));
      }
    }
    const ImportFile whole = imported(text);
    const ImportFile account = account_of(text);
    RC_ASSERT(account.in_order);
    RC_ASSERT(account.sessions.empty());
    RC_ASSERT(account.rows == whole.rows);
    RC_ASSERT(account.set_rows == whole.set_rows);
    RC_ASSERT(account.sets_in_kg == whole.set_rows);
    RC_ASSERT(account.bad.size() == whole.bad.size());
    const auto streamed = sessions_of(text);
    RC_ASSERT(std::equal(streamed.begin(), streamed.end(), whole.sessions.begin(),
                         whole.sessions.end(), are_the_same));
  }));
}

TEST_CASE("a session whose rows stand apart is whole when the file is read at once") {
  const ImportFile file = imported(header + row(1, 20, 100) + row(2, 20, 60) + row(1, 20, 105));
  REQUIRE(file.sessions.size() == 2);
  CHECK(sets_of(file.sessions[0].what) == "100 kg x 5, 105 kg x 5");
  CHECK_FALSE(file.in_order);
  // Its rows of another day belong to no session, and are said to.
  const ImportFile moved = imported(header + row(1, 20, 100) + row(2, 20, 60) + row(1, 21, 105));
  CHECK(moved.sessions.size() == 2);
  REQUIRE(moved.bad.size() == 1);
  CHECK(moved.bad[0].line == 4);
  CHECK(rows_accounted_for(moved) == 3);
}

TEST_CASE("a session holds a thousand sets") {
  std::string text = header;
  for (int set = 0; set < 1000; ++set) text += row(1, 20, 100);
  CHECK(imported(text).bad.empty());
  const ImportFile file = imported(text + row(1, 20, 100));
  REQUIRE(file.bad.size() == 1);
  CHECK(file.bad[0].reason == "more than 1000 sets in one session");
}
