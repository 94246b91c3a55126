#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <functional>

#include "domain/lifts.hpp"
#include "exchange/import_text.hpp"
#include "exchange/tables.hpp"
#include "hinge/error.hpp"
#include "hinge/history.hpp"

using namespace hinge;
using exchange::ImportFile;

namespace {

Date some_day() { return Date{std::chrono::days(*rc::gen::inRange(15000, 22000))}; }

Set some_set() {
  Set set;
  set.weight.unit = *rc::gen::element(Unit::kg, Unit::lb);
  set.weight.load = Load::of(*rc::gen::inRange<std::int64_t>(1, 500'000), set.weight.unit);
  set.failed = *rc::gen::arbitrary<bool>();
  set.reps = *rc::gen::inRange(set.failed ? 0 : 1, 30);
  if (*rc::gen::arbitrary<bool>()) set.rpe = Rpe::halves(*rc::gen::inRange(10, 21));
  set.kind = *rc::gen::element(SetKind::work, SetKind::warmup, SetKind::outlier);
  return set;
}

Session some_session(std::int64_t id) {
  Session session;
  session.id = id;
  session.lift = *rc::gen::element<std::string>("deadlift", "sumo", "romanian-dumbbell");
  session.when = some_day();
  if (*rc::gen::arbitrary<bool>()) session.when.time = Minutes(*rc::gen::inRange(0, 1440));
  session.light = *rc::gen::arbitrary<bool>();
  const int sets = *rc::gen::inRange(1, 5);
  for (int i = 0; i < sets; ++i) session.sets.push_back(some_set());
  return session;
}

std::string some_text() {
  return *rc::gen::container<std::string>(
      rc::gen::element('a', ' ', ',', '"', '\n', '=', '-', '\'', '\\', '\x1b'));
}

/// A check-in of what the columns can hold, and without contradiction.
CheckIn some_checkin(std::int64_t id) {
  CheckIn checkin;
  checkin.id = id;
  checkin.when = some_day();
  if (*rc::gen::arbitrary<bool>()) checkin.when.time = Minutes(*rc::gen::inRange(0, 1440));
  checkin.nature = *rc::gen::element(Nature::soreness, Nature::ache, Nature::numb);
  checkin.peak = Nprs::halves(*rc::gen::inRange(1, 21));
  checkin.now = Nprs::halves(*rc::gen::inRange(0, checkin.peak->in_halves() + 1));
  checkin.baseline = Nprs::halves(*rc::gen::inRange(0, 21));
  if (*rc::gen::arbitrary<bool>()) checkin.lasted = Minutes(*rc::gen::inRange(0, 20000));
  checkin.limits = *rc::gen::inRange(0, 4);
  if (*rc::gen::arbitrary<bool>()) checkin.where = *rc::gen::element(Site::low_back, Site::hip);
  if (*rc::gen::arbitrary<bool>()) checkin.side = *rc::gen::element(Side::left, Side::both);
  if (*rc::gen::arbitrary<bool>())
    checkin.onset = *rc::gen::element(Onset::during, Onset::next_day);
  if (*rc::gen::arbitrary<bool>()) checkin.worse_with = {"sitting", "bending, far"};
  if (*rc::gen::arbitrary<bool>()) checkin.eases_with = {"walking"};
  checkin.unrelated = *rc::gen::arbitrary<bool>();
  checkin.note = some_text();
  if (*rc::gen::inRange(0, 4) == 0) {
    checkin.nature = Nature::sharp;
    checkin.peak = checkin.now = Nprs{2};
    checkin.lasted = Minutes{1};
    checkin.twinge = true;
  }
  return checkin;
}

std::string csv_of(const TableSpec& spec, const std::function<void(TableWriter&)>& write,
                   bool excel_safe = false) {
  std::string text;
  TableWriter table([&text](std::string_view block) { text += block; }, TableForm::csv, spec,
                    excel_safe);
  write(table);
  table.finish();
  return text;
}

std::string sets_csv(const std::string& lifter, const std::vector<Session>& sessions) {
  return csv_of(exchange::sets_table, [&](TableWriter& table) {
    for (const Session& session : sessions) exchange::write_sets(table, lifter, session);
  });
}

std::string feel_csv(const std::string& lifter, const CheckIn& checkin) {
  return csv_of(exchange::feel_table,
                [&](TableWriter& table) { exchange::write_checkin(table, lifter, checkin); });
}

const std::string sets_header =
    "lifter,session,date,week,lift,set,kind,load_kg,load,unit,reps,failed,rpe\n";
const std::string feel_header =
    "lifter,checkin,session,date,time,nature,peak,now,baseline,hours,ongoing,limits,where,side,"
    "onset,worse_with,eases_with,unrelated,note\n";

}  // namespace

TEST_CASE("sets read back as they were written") {
  CHECK(rc::check("read(write) = id", [] {
    History log;
    const int count = *rc::gen::inRange(0, 6);
    for (int i = 1; i <= count; ++i) log.sessions.push_back(some_session(i));
    const ImportFile file = imported(sets_csv("anna", log.sessions));
    RC_ASSERT(file.bad.empty());
    RC_ASSERT(file.sessions.size() == log.sessions.size());
    for (const Session& session : log.sessions) {
      const std::string key = "hinge:anna:s" + std::to_string(session.id);
      const auto found = std::find_if(file.sessions.begin(), file.sessions.end(),
                                      [&](const auto& one) { return one.key == key; });
      RC_ASSERT(found != file.sessions.end());
      Session expected = session;
      expected.id = 0;
      RC_ASSERT(found->what == expected);
    }
  }));
}

TEST_CASE("check-ins read back as they were written") {
  CHECK(rc::check("read(write) = id", [] {
    const CheckIn checkin = some_checkin(7);
    const ImportFile file = imported(feel_csv("me", checkin));
    RC_ASSERT(file.bad.empty());
    RC_ASSERT(file.checkins.size() == 1U);
    CheckIn expected = checkin;
    expected.id = 0;
    RC_ASSERT(file.checkins[0].what == expected);
    RC_ASSERT(file.checkins[0].key == "hinge:me:f7");
  }));
}

TEST_CASE("a row a set, with the header always") {
  const std::string header =
      "lifter,session,date,week,lift,set,kind,load_kg,load,unit,reps,failed,rpe,time,light\n";
  CHECK(sets_csv("bea", {}) == header);
  Session session;
  session.id = 9;
  session.when = *parse_iso_date("2027-01-01");
  session.sets = {{{315_lb, Unit::lb}, 4, true, Rpe::halves(19), SetKind::work},
                  {{60_kg, Unit::kg}, 5, false, {}, SetKind::warmup}};
  // 315 lb = 142.8815… kg; 1 January 2027 is a Friday of week 53 of 2026.
  CHECK(sets_csv("bea", {session}) ==
        header + "bea,s9,2027-01-01,2026-W53,deadlift,1,work,142.88,315,lb,4,yes,9.5,,no\n" +
            "bea,s9,2027-01-01,2026-W53,deadlift,2,warmup,60,60,kg,5,no,,,no\n");
  session.when.time = Minutes{6 * 60 + 5};
  session.light = true;
  session.sets.resize(1);
  CHECK(sets_csv("bea", {session}) ==
        header + "bea,s9,2027-01-01,2026-W53,deadlift,1,work,142.88,315,lb,4,yes,9.5,06:05,yes\n");
}

TEST_CASE("a file of two lifters is refused by line, with what to do") {
  const std::string text = sets_header +
                           "anna,s1,2026-11-20,2026-W47,deadlift,1,work,60,60,kg,5,no,\n"
                           "bea,s2,2026-11-20,2026-W47,deadlift,1,work,60,60,kg,5,no,\n";
  CHECK_THROWS_WITH(imported(text), "line 3: the file holds more than one lifter (anna, bea)");
}

TEST_CASE("bad rows of hinge's own CSV are named like any other") {
  const auto reason = [](const std::string& text) {
    const ImportFile file = imported(text);
    CHECK(rows_accounted_for(file) == file.rows);
    return file.bad.empty() ? "none" : file.bad[0].reason;
  };
  const std::string start = sets_header + "me,s1,2026-11-20,2026-W47,";
  CHECK(reason(start + "deadlift,1,work,60,60,kg,5,no,8\n") == "none");
  CHECK(reason(start + "deadlift,1,work,0,0.001,kg,5,no,8\n") == "none");
  CHECK(reason(start + "deadlift,1,work,9999,9999.4,kg,999,no,8\n") == "none");
  CHECK(reason(start + "deadlift,1,work,9999,10000,kg,5,no,\n") ==
        "load \"10000\": not a load (more than 0, up to 9999)");
  CHECK(reason(start + "deadlift,1,work,60,x,kg,5,no,\n") ==
        "load \"x\": not a load (more than 0, up to 9999)");
  CHECK(reason(start + "deadlift,1,work,60,60,kg,1000,no,\n") ==
        "reps \"1000\": not a number of reps (0 to 999)");
  CHECK(reason(start + "squat,1,work,60,60,kg,5,no,\n") ==
        "lift \"squat\": not a lift hinge knows");
  CHECK(reason(start + "deadlift,1,work,60,0,kg,5,no,\n") ==
        "load \"0\": not a load (more than 0, up to 9999)");
  CHECK(reason(start + "deadlift,1,work,60,60,st,5,no,\n") == "unit \"st\": not kg or lb");
  CHECK(reason(start + "deadlift,1,work,60,60,kg,0,no,\n") ==
        "reps \"0\": no reps, and none failed");
  CHECK(reason(start + "deadlift,1,work,60,60,kg,5,no,4.5\n") ==
        "rpe \"4.5\": not an RPE (5 to 10 in halves)");
  CHECK(reason(start + "deadlift,1,heavy,60,60,kg,5,no,\n") ==
        "kind \"heavy\": not work, warmup or outlier");
  CHECK(reason(start + "deadlift,1,work,60,60,kg,5,maybe,\n") ==
        "failed \"maybe\": neither yes nor no");
  CHECK(reason(start + "deadlift,1,work,60,60,kg,5\n") == "11 fields, where the header has 13");
  CHECK(reason(sets_header + "me,s1,2026-02-30,2026-W09,deadlift,1,work,60,60,kg,5,no,\n") ==
        "date \"2026-02-30\": not a day (YYYY-MM-DD)");
  CHECK(reason(feel_header + "me,f1,,2026-11-20,,ache,11,0,0,,yes,0,,,,,,no,\n") ==
        "peak \"11\": not a score (0 to 10 in halves)");
  CHECK(reason(feel_header + "me,f1,,2026-11-20,,ache,3,0,0,,yes,4,,,,,,no,\n") ==
        "limits \"4\": not 0 to 3");
  CHECK(reason(feel_header + "me,f1,,2026-11-20,,ouch,3,0,0,,yes,0,,,,,,no,\n") ==
        "nature \"ouch\": not a word of hinge feel");
}

TEST_CASE("a check-in of which little is said limits nothing and hurts no more than said") {
  const ImportFile file = imported(feel_header + "me,f1,,2026-11-20,,ache,3,,,,,,,,,,,,\n");
  REQUIRE(file.checkins.size() == 1);
  const CheckIn& checkin = file.checkins.front().what;
  CHECK(checkin.peak == 3);
  CHECK(checkin.now == 0);
  CHECK(checkin.baseline == 0);
  CHECK(checkin.limits == 0);
  CHECK_FALSE(checkin.lasted);
  CHECK_FALSE(checkin.twinge);
  CHECK_FALSE(checkin.unrelated);
}

TEST_CASE("sets of one session on two days are no session") {
  const ImportFile file = imported(sets_header +
                                   "me,s1,2026-11-20,2026-W47,deadlift,1,work,60,60,kg,5,no,\n"
                                   "me,s1,2026-11-21,2026-W47,deadlift,2,work,60,60,kg,5,no,\n");
  CHECK(file.sessions.size() == 1);
  CHECK(file.bad.size() == 1);
  CHECK(rows_accounted_for(file) == 2);
}
