#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

/// Made-up records and suggestions, as the engine and the store would hand them over.
namespace hinge::report::samples {

/// Sun 22 Nov 2026.
inline const Date today = std::chrono::year{2026} / 11 / 22;
inline const Date friday = std::chrono::year{2026} / 11 / 20;

inline Set set_of(Load load, int reps, std::optional<Rpe> rpe = {}, Unit unit = Unit::kg) {
  return {{load, unit}, reps, false, rpe, SetKind::work};
}

inline Set warmup(Load load, int reps) {
  return {{load, Unit::kg}, reps, false, {}, SetKind::warmup};
}

/// cli.md section 7: `hinge log 60x5w 100x3w 140x5x3 @8 --on fri`.
inline Session s41() {
  Session session;
  session.id = 41;
  session.when = friday;
  session.sets = {warmup(60_kg, 5), warmup(100_kg, 3), set_of(140_kg, 5, 8), set_of(140_kg, 5, 8),
                  set_of(140_kg, 5, 8)};
  return session;
}

/// `hinge feel ache=3 --lasted 48h --where low-back`.
inline CheckIn f12() {
  CheckIn checkin;
  checkin.id = 12;
  checkin.when = today;
  checkin.nature = Nature::ache;
  checkin.peak = 3;
  checkin.lasted = std::chrono::hours{48};
  checkin.where = Site::low_back;
  return checkin;
}

inline Finding finding(RuleId rule, Verdict verdict, Evidence seen = {}, Evidence limit = {}) {
  Finding made;
  made.rule = rule;
  made.verdict = verdict;
  made.seen = std::move(seen);
  made.limit = std::move(limit);
  return made;
}

inline Evidence felt(Nature nature, Nprs peak, int hours) {
  Evidence seen;
  seen.nature = nature;
  seen.peak = peak;
  seen.lasted = std::chrono::hours{hours};
  return seen;
}

inline Evidence hours(int count) {
  Evidence limit;
  limit.lasted = std::chrono::hours{count};
  return limit;
}

inline Evidence flags(std::vector<RedFlag> flags) {
  Evidence seen;
  seen.flags = std::move(flags);
  return seen;
}

/// 48 h of ache after 140 kg × 5 × 3: the example of cli.md.
inline Suggestion deload() {
  Suggestion made;
  made.lift = "deadlift";
  made.asked_for = today;
  made.earliest = today;
  made.phase = Phase::rebuild;
  made.decision = Decision::deload;
  made.deload_percent = 10;
  made.target = Target{{125_kg, Unit::kg}, 3, 5, {}, {}};
  made.reference = Weight{140_kg, Unit::kg};
  made.road = {{Load::of(132500, Unit::kg), Unit::kg}, {140_kg, Unit::kg}};
  Finding t3 = finding(RuleId::t3, Verdict::decides, felt(Nature::ache, 3, 48), hours(24));
  t3.records = {"s41", "f12"};
  made.findings = {finding(RuleId::t1, Verdict::pass, felt(Nature::ache, 3, 48)), t3};
  made.policy = "linear";
  return made;
}

inline Suggestion progress() {
  Suggestion made = deload();
  made.phase = Phase::build;
  made.decision = Decision::progress;
  made.deload_percent.reset();
  made.target = Target{{145_kg, Unit::kg}, 3, 5, {}, {}};
  made.road.clear();
  made.findings = {finding(RuleId::t3, Verdict::pass, Evidence{}, hours(24)),
                   finding(RuleId::ok, Verdict::decides)};
  return made;
}

inline Suggestion hold(Finding because) {
  Suggestion made = progress();
  made.decision = Decision::hold;
  made.target->weight = *made.reference;
  made.findings = {std::move(because)};
  return made;
}

inline Suggestion without_load(Decision decision, Finding because) {
  Suggestion made = progress();
  made.decision = decision;
  made.target.reset();
  made.phase = decision == Decision::calm ? Phase::calm : Phase::build;
  made.refer = because.refer;
  made.findings = {std::move(because)};
  return made;
}

inline Suggestion calm() {
  Evidence seen;
  seen.limits = 3;
  Evidence limit;
  limit.limits = 2;
  Finding because = finding(RuleId::t4, Verdict::decides, seen, limit);
  because.refer = Refer::see_pt;
  return without_load(Decision::calm, because);
}

inline Suggestion stop(RuleId rule, Refer refer, RedFlag flag) {
  Finding because = finding(rule, Verdict::decides, flags({flag}));
  because.refer = refer;
  return without_load(Decision::stop, because);
}

inline Suggestion start() {
  Suggestion made = without_load(Decision::start, finding(RuleId::ok, Verdict::decides));
  made.reference.reset();
  return made;
}

/// One of every decision.
inline std::vector<Suggestion> all_decisions() {
  Evidence away;
  away.days = 18;
  Evidence rung;
  rung.days = 14;
  rung.percent = 90;
  Suggestion back = deload();
  back.decision = Decision::returning;
  back.deload_percent.reset();
  back.findings = {finding(RuleId::layoff, Verdict::decides, away, rung)};
  Suggestion rebuild = back;
  rebuild.decision = Decision::rebuild;
  rebuild.findings = {finding(RuleId::ok, Verdict::decides)};
  return {start(),
          progress(),
          rebuild,
          back,
          hold(finding(RuleId::h3, Verdict::decides)),
          deload(),
          calm(),
          stop(RuleId::e1, Refer::emergency, RedFlag::saddle_numbness),
          stop(RuleId::e2, Refer::urgent, RedFlag::fever_unwell)};
}

inline Lifter lifter(std::string id, std::string name = {}) {
  Lifter made;
  made.id = std::move(id);
  made.name = std::move(name);
  return made;
}

inline History history() {
  History made;
  made.lifter = lifter("me");
  made.sessions = {s41()};
  made.checkins = {f12()};
  Screen screen;
  screen.id = 1;
  screen.when = today;
  made.screens = {screen};
  return made;
}

inline LifterStatus status(std::string id, Suggestion suggestion, int without_checkin = 0) {
  return {lifter(std::move(id)), s41(), std::move(suggestion), without_checkin};
}

inline ImportSummary import_summary() {
  ImportSummary made;
  made.file = "strong.csv";
  made.app = "strong";
  made.lifter = "me";
  made.rows = 60;
  made.set_rows = 34;
  made.sessions_added = 10;
  made.same = 2;
  made.first = std::chrono::year{2025} / 3 / 3;
  made.last = friday;
  made.skipped = {{"rest timer", 5}};
  made.ignored = {{"Bench Press", 15}, {"Squat", 3}};
  made.unknown = {{"Deadlift Machine", 2}};
  made.bad = {{17, "reps: \"five\" is no number"}};
  return made;
}

}  // namespace hinge::report::samples
