#include "exchange/tables.hpp"

#include <catch2/catch.hpp>
#include <functional>

#include "hinge/training_day.hpp"

using namespace hinge;
using namespace std::chrono_literals;

namespace {

std::string table_of(const TableSpec& spec, TableForm form, bool excel_safe,
                     const std::function<void(TableWriter&)>& write) {
  std::string text;
  TableWriter table([&text](std::string_view block) { text += block; }, form, spec, excel_safe);
  write(table);
  table.finish();
  return text;
}

Date date(const char* text) { return *parse_iso_date(text); }

Set work(Load load, int reps, std::optional<Rpe> rpe = {}) {
  return {{load, Unit::kg}, reps, false, rpe, SetKind::work};
}

Session session_on(std::int64_t id, Moment when) {
  Session session;
  session.id = id;
  session.when = when;
  session.sets = {work(100_kg, 5)};
  return session;
}

CheckIn pain_on(Moment when, Nprs peak) {
  CheckIn checkin;
  checkin.when = when;
  checkin.nature = Nature::ache;
  checkin.peak = peak;
  return checkin;
}

template <class What>
NextRecord<What> one_by_one(const std::vector<What>& records) {
  return [&records, at = std::size_t{0}]() mutable {
    return at < records.size() ? &records[at++] : nullptr;
  };
}

/// "1:3 2:- 3:0", the pain of each session.
std::string pains(const std::vector<Session>& sessions, const std::vector<CheckIn>& checkins,
                  const std::map<std::int64_t, Nprs>& named = {}) {
  std::string text;
  exchange::with_pain(one_by_one(sessions), one_by_one(checkins), named,
                      [&text](const Session& session, std::optional<Nprs> pain) {
                        text += (text.empty() ? "" : " ") + std::to_string(session.id) + ":" +
                                (pain ? to_string(*pain) : "-");
                      });
  return text;
}

const std::string header =
    "lifter,session,date,week,time,utc_offset,lift,work_sets,work_reps,top_load_kg,top_load,unit,"
    "top_reps,top_rpe,volume_kg,e1rm_kg,light,pain_peak,note\n";

}  // namespace

TEST_CASE("a session's row has its sums, its heaviest sets and what came of it") {
  Session session = session_on(41, {date("2026-11-20"), 18h + 30min});
  session.utc_offset = -90min;
  session.lift = "sumo";
  session.sets = {{{225_lb, Unit::lb}, 5, false, {}, SetKind::warmup},
                  {{315_lb, Unit::lb}, 5, false, Rpe{8}, SetKind::work},
                  {{315_lb, Unit::lb}, 4, true, Rpe{9}, SetKind::work},
                  {{275_lb, Unit::lb}, 8, false, {}, SetKind::work}};
  session.note = "easy, \"fast\"";
  const auto row = [](const Session& shown, std::optional<Nprs> pain) {
    return table_of(exchange::sessions_table, TableForm::csv, false, [&](TableWriter& table) {
      exchange::write_session(table, "anna", shown, pain);
    });
  };
  // Volume (315 x 9 + 275 x 8) lb = 2283.84 kg; e1RM 315 lb x 5 at 8 is 81.1 % by the RTS table.
  CHECK(row(session, Nprs{3}) ==
        header +
            "anna,s41,2026-11-20,2026-W47,18:30,-01:30,sumo,3,17,142.88,315,lb,5,9,2283.84,176.18,"
            "no,3,\"easy, \"\"fast\"\"\"\n");
  Session bare = session_on(1, date("2026-11-20"));
  bare.sets.clear();
  bare.light = true;
  CHECK(row(bare, {}) == header + "anna,s1,2026-11-20,2026-W47,,,deadlift,0,0,,,,,,0,,yes,,\n");
}

TEST_CASE("a table as one JSON document, and as lines") {
  Session session = session_on(2, date("2026-11-20"));
  session.note = "a \"b\"\n\x1b[1m\xe2\x80\xaeno";
  const auto write = [&](TableWriter& table) {
    exchange::write_session(table, "me", session, {});
    exchange::write_session(table, "me", session_on(3, date("2026-11-21")), Nprs::halves(5));
  };
  const std::string one =
      R"({"lifter":"me","session":"s2","date":"2026-11-20","week":"2026-W47","time":null,)"
      R"("utc_offset":null,"lift":"deadlift","work_sets":1,"work_reps":5,"top_load_kg":100,)"
      R"("top_load":100,"unit":"kg","top_reps":5,"top_rpe":null,"volume_kg":500,"e1rm_kg":116.67,)"
      R"("light":false,"pain_peak":null,"note":"a \"b\"\n\u001b[1m\u202eno"})";
  const std::string lines = table_of(exchange::sessions_table, TableForm::jsonl, true, write);
  CHECK(lines.substr(0, lines.find('\n')) == one);
  CHECK(lines.find("\"pain_peak\":2.5") != std::string::npos);
  const std::string document = table_of(exchange::sessions_table, TableForm::json, false, write);
  CHECK(document.substr(0, document.find("},{")) ==
        R"({"schema":"hinge.sessions/1","rows":[)" + one.substr(0, one.size() - 1));
  CHECK(document.substr(document.size() - 4) == "}]}\n");
  const auto nothing = [](TableWriter&) {};
  CHECK(table_of(exchange::sets_table, TableForm::jsonl, false, nothing).empty());
  CHECK(table_of(exchange::sets_table, TableForm::json, false, nothing) ==
        "{\"schema\":\"hinge.sets/1\",\"rows\":[]}\n");
}

TEST_CASE("a cell that a spreadsheet could run is guarded, and the guard comes off again") {
  const auto guarded = [](const std::string& note) {
    CheckIn checkin;
    checkin.note = note;
    const std::string text =
        table_of(exchange::feel_table, TableForm::csv, true,
                 [&](TableWriter& table) { exchange::write_checkin(table, "me", checkin); });
    const std::string before = ",no,";  // unrelated, then the note, then no twinge
    const std::string after = ",no\n";
    const auto from = text.rfind(before, text.size() - after.size() - 1) + before.size();
    return text.substr(from, text.size() - after.size() - from) + "\n";
  };
  CHECK(guarded("=cmd()") == "'=cmd()\n");
  CHECK(guarded("+1") == "'+1\n");
  CHECK(guarded("-1") == "'-1\n");
  CHECK(guarded("@x") == "'@x\n");
  CHECK(guarded("\tx") == "\"'\tx\"\n");
  CHECK(guarded("\rx") == "\"'\rx\"\n");
  CHECK(guarded("'x") == "''x\n");
  CHECK(guarded("x=1") == "x=1\n");
  CHECK(unguarded("'=cmd()") == "=cmd()");
  CHECK(unguarded("''x") == "'x");
  CHECK(unguarded("'x") == "'x");
  CHECK(unguarded("=cmd()") == "=cmd()");
  CHECK(unguarded("") == "");
}

TEST_CASE("a session's pain is that of its training day") {
  const Date first = date("2026-11-02");
  const Date second = date("2026-11-04");
  const std::vector<Session> sessions = {session_on(1, first), session_on(2, first),
                                         session_on(3, second)};
  CHECK(pains({}, {}) == "");
  CHECK(pains({}, {pain_on(first, 3)}) == "");
  CHECK(pains(sessions, {}) == "1:- 2:- 3:-");
  CHECK(pains(sessions, {pain_on(first - std::chrono::days{1}, 3)}) == "1:- 2:- 3:-");
  CHECK(pains(sessions, {pain_on(first, 3)}) == "1:3 2:3 3:-");
  CHECK(pains(sessions, {pain_on(first, 3), pain_on(second - std::chrono::days{1}, 4)}) ==
        "1:4 2:4 3:-");
  CHECK(pains(sessions, {pain_on(second - std::chrono::days{1}, 4), pain_on(second, 2)}) ==
        "1:4 2:4 3:2");
  CHECK(pains(sessions, {pain_on(second + std::chrono::days{10}, 1)}) == "1:- 2:- 3:1");
  CheckIn sore = pain_on(first, 6);
  sore.nature = Nature::soreness;
  CHECK(pains(sessions, {sore}) == "1:0 2:0 3:-");
  CheckIn other = pain_on(first, 6);
  other.unrelated = true;
  CHECK(pains(sessions, {other}) == "1:- 2:- 3:-");
}

TEST_CASE("a check-in before the day's training, or of a session it names, is about that one") {
  const Date first = date("2026-11-02");
  const Date second = date("2026-11-04");
  const std::vector<Session> sessions = {session_on(1, {first, 18h}), session_on(2, {second, 18h}),
                                         session_on(3, {second + std::chrono::days{2}, 18h})};
  CHECK(pains(sessions, {pain_on({second, 17h}, 3)}) == "1:3 2:- 3:-");
  CHECK(pains(sessions, {pain_on({second, 19h}, 3)}) == "1:- 2:3 3:-");
  CheckIn late = pain_on(second + std::chrono::days{3}, 5);
  late.session = 1;
  CHECK(pains(sessions, {late}, {{1, 5}}) == "1:5 2:- 3:-");
  late.session = 99;  // taken back since: as if it named none
  CHECK(pains(sessions, {late}) == "1:- 2:- 3:5");
}
