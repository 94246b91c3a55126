#include "report/rule_words.hpp"

#include <catch2/catch.hpp>
#include <cctype>

#include "report/report.hpp"
#include "report/screen_questions.hpp"
#include "samples.hpp"

using namespace hinge;
using namespace hinge::report;
using namespace hinge::report::samples;

namespace {

constexpr int rule_count = static_cast<int>(RuleId::ok) + 1;

Evidence peak(Nprs nprs) {
  Evidence made;
  made.peak = nprs;
  return made;
}
Evidence count(int n) {
  Evidence made;
  made.count = n;
  return made;
}
Evidence limits(int n) {
  Evidence made;
  made.limits = n;
  return made;
}
Evidence rpe(Rpe value) {
  Evidence made;
  made.rpe = value;
  return made;
}
Evidence days(int n) {
  Evidence made;
  made.days = n;
  return made;
}
Evidence load(Load value) {
  Evidence made;
  made.load = Weight{value, Unit::kg};
  return made;
}

Evidence as_ache(Evidence seen) {
  seen.as_ache = true;
  return seen;
}

struct Row {
  Finding finding;
  std::string reason;
  std::string seen;
  std::string limit;
};

std::string lowered(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

void has_no_fear_word(std::string text) {
  text = lowered(std::move(text));
  INFO(text);
  for (const char* allowed : {"harmless", "(fragility)"}) {
    for (std::size_t at = 0; (at = text.find(allowed)) != std::string::npos;) {
      text.erase(at, std::string{allowed}.size());
    }
  }
  for (const char* word : {"damage", "injur", "danger", "harm", "fragil", "weak back", "slipped",
                           "wear and tear", "degenerat", "unsafe", "risk"}) {
    CHECK(text.find(word) == std::string::npos);
  }
}

}  // namespace

TEST_CASE("every rule says what it saw, its limit and why, in words") {
  const Verdict fired = Verdict::decides;
  Evidence of_r = load(100_kg);
  of_r.percent = 90;
  const std::vector<Row> rows = {
      {finding(RuleId::e1, fired, flags({RedFlag::saddle_numbness})),
       "You answered yes to: changed feeling between the legs (saddle-numbness)",
       "changed feeling between the legs (saddle-numbness)", "any yes"},
      {finding(RuleId::e2, fired, flags({RedFlag::cancer_history})),
       "You answered yes to: a history of cancer (cancer-history)",
       "a history of cancer (cancer-history)", "any yes; what lies in the past only with new pain"},
      {finding(RuleId::t1, fired, felt(Nature::stabbing, 6, 2)), "Pain was sharp (6/10)",
       "stabbing 6/10 for 2 h", "sharp, and not a twinge"},
      {finding(RuleId::t2, fired, felt(Nature::ache, 7, 10), peak(6)),
       "Pain was strong (7/10, limit 6/10)", "ache 7/10 for 10 h", "6/10"},
      {finding(RuleId::t2, fired, felt(Nature::soreness, 8, 10), peak(8)),
       "Soreness was strong (8/10, limit 8/10)", "soreness 8/10 for 10 h", "8/10"},
      {finding(RuleId::t3, fired, felt(Nature::ache, 3, 48), hours(24)),
       "Pain lasted beyond a day (48 h, limit 24 h)", "ache 3/10 for 48 h", "24 h"},
      {finding(RuleId::t3, fired, felt(Nature::soreness, 4, 144), hours(120)),
       "Soreness lasted beyond 5 days (144 h, limit 120 h)", "soreness 4/10 for 144 h", "120 h"},
      {finding(RuleId::t3, fired, as_ache(felt(Nature::stiff, 4, 34)), hours(24)),
       "Pain lasted beyond a day (34 h, limit 24 h)", "stiff 4/10, taken as an ache, for 34 h",
       "24 h"},
      {finding(RuleId::h1, fired, as_ache(felt(Nature::soreness, 3, 0)), peak(3)),
       "Mild pain came up (soreness 3/10, taken as an ache, limit 3/10)",
       "soreness 3/10, taken as an ache", "3/10, and more than the day before"},
      {finding(RuleId::t1, Verdict::pass), "Pain was sharp", "no sharp pain",
       "sharp, and not a twinge"},
      {finding(RuleId::t4, fired, limits(2), limits(2)),
       "It got in the way of other things (changed or skipped something)",
       "changed or skipped something", "changed or skipped something"},
      {finding(RuleId::n1, fired, felt(Nature::tingling, 3, 5)),
       "There was tingling, below the knee or with no place given", "tingling 3/10 for 5 h",
       "any below the knee, or with no place given"},
      {finding(RuleId::n2, fired, felt(Nature::numb, 3, 5)), "There was numbness, above the knee",
       "numb 3/10 for 5 h", "any above the knee"},
      {finding(RuleId::calm, fired, days(3), hours(48)),
       "Your back is still calming down (3 days so far)", "3 days",
       "two quiet check-ins, 48 h apart"},
      {finding(RuleId::f3, fired, load(105_kg), count(3)),
       "Missed reps, the third session in a row (at 105 kg)", "105 kg", "3 missed sessions"},
      {finding(RuleId::h0, fired, felt(Nature::sharp, 2, 0)),
       "There was a twinge (2/10, gone before the next set)", "sharp 2/10", "any twinge"},
      {finding(RuleId::h1, fired, felt(Nature::ache, 4, 12), peak(3)),
       "Mild pain came up (ache 4/10 for 12 h, limit 3/10)", "ache 4/10 for 12 h",
       "3/10, and more than the day before"},
      {finding(RuleId::h2, fired, limits(1), limits(1)),
       "It limited you a little, and you did everything", "limited a little, but did everything",
       "limited a little, but did everything"},
      {finding(RuleId::h3, fired),
       "No check-in since the last session, so the load waits; say how your back was: hinge feel",
       "no check-in", "one check-in for each training day"},
      {finding(RuleId::h4, fired, felt(Nature::soreness, 5, 96), hours(72)),
       "The soreness is taking its time (soreness 5/10 for 96 h, limit 72 h)",
       "soreness 5/10 for 96 h", "72 h"},
      {finding(RuleId::h4, fired, felt(Nature::soreness, 5, 40), peak(4)),
       "Sore within the last day (soreness 5/10 for 40 h, limit 4/10)", "soreness 5/10 for 40 h",
       "4/10"},
      {finding(RuleId::h6, fired, felt(Nature::ache, 3, 10), hours(24)),
       "Pain had not settled when you last said; check in once more: hinge feel (ache 3/10 for 10 "
       "h)",
       "ache 3/10 for 10 h", "24 h"},
      {finding(RuleId::p2, fired, peak(5), peak(2)),
       "Pain was higher on the last two training days than on those before (now 5/10)", "5/10",
       "2/10 more than on each of the two before"},
      {finding(RuleId::f1, fired, load(105_kg), count(3)), "A rep was missed (at 105 kg)", "105 kg",
       "any; from 3 missed sessions a deload"},
      {finding(RuleId::f2, fired, count(1)), "Fewer sets or reps than suggested, and none missed",
       "1 short session", "the sets and reps suggested"},
      {finding(RuleId::r1, fired, rpe(10), rpe(Score::halves(19))),
       "The effort was near the limit (RPE 10, limit RPE 9.5)", "RPE 10", "RPE 9.5"},
      {finding(RuleId::r1, fired, rpe(Score::halves(15)), rpe(Score::halves(15))),
       "The effort was more than this policy aims for (RPE 7.5, limit RPE 7.5)", "RPE 7.5",
       "RPE 7.5"},
      {finding(RuleId::u1, fired, peak(7), peak(6)),
       "Something other than the deadlift asks for patience (7/10)", "7/10",
       "6/10, sharp, or something changed or skipped"},
      {finding(RuleId::s1, fired, peak(4), count(3)),
       "Pain has stayed for two weeks or more (now 4/10)", "4/10",
       "3 training days over two weeks, no better"},
      {finding(RuleId::s2, fired, count(3), count(3)),
       "The load had to come down 3 times in 8 weeks", "3 deloads",
       "3 deloads in 8 weeks, or pain on every training day for over 6 weeks"},
      {finding(RuleId::s2, fired, count(1), count(3)),
       "Pain has been there on every training day for over six weeks", "1 deload",
       "3 deloads in 8 weeks, or pain on every training day for over 6 weeks"},
      {finding(RuleId::g1, fired, count(2), count(2)),
       "Another lift was too much for your back since this one was last trained", "2 crossings",
       "any; one rung down from 2 crossings"},
      {finding(RuleId::c1, fired),
       "A clinician has cleared you since the last session, so the first one back is no step up",
       "red flags cleared since the last session", "a session since they were cleared"},
      {finding(RuleId::light, fired, load(70_kg)),
       "The second light session in a row: this is where you train now (at 70 kg)", "70 kg",
       "twice in a row under 90 % of what was suggested"},
      {finding(RuleId::light, fired, load(85_kg), of_r),
       "The second light session in a row: this is where you train now (at 85 kg)", "85 kg",
       "twice in a row under 90 % of 100 kg, the full load"},
      {finding(RuleId::f2, Verdict::pass, count(0), load(100_kg)),
       "Fewer sets or reps than suggested, and none missed", "nothing had been suggested",
       "the sets and reps suggested"},
      {finding(RuleId::layoff, fired, days(18), days(14)), "It has been 18 days", "18 days",
       "more than 14 days"},
      {finding(RuleId::ok, fired, load(80_kg)), "The last session went well",
       "a light session at 80 kg, which earns no step", "none of the other rules"},
      {finding(RuleId::ok, fired), "The last session went well", "nothing that holds it back",
       "none of the other rules"},
  };
  std::vector<bool> covered(rule_count);
  for (const Row& row : rows) {
    INFO(rule_info(row.finding.rule).name);
    CHECK(reason_of(row.finding, Decision::progress).in_full() == row.reason);
    CHECK(seen_by(row.finding) == row.seen);
    CHECK(limit_of(row.finding) == row.limit);
    has_no_fear_word(row.reason + row.seen + row.limit);
    covered[static_cast<std::size_t>(row.finding.rule)] = true;
  }
  CHECK(std::find(covered.begin(), covered.end(), false) == covered.end());
}

TEST_CASE("a rule with nothing to show still says what it saw and its limit") {
  for (int id = 0; id < rule_count; ++id) {
    for (const Verdict verdict : {Verdict::pass, Verdict::fired, Verdict::decides}) {
      const Finding bare = finding(static_cast<RuleId>(id), verdict);
      INFO(rule_info(bare.rule).name);
      CHECK_FALSE(meaning_of(bare.rule).empty());
      CHECK_FALSE(seen_by(bare).empty());
      CHECK_FALSE(limit_of(bare).empty());
      CHECK(limit_of(bare).find("{}") == std::string::npos);
      CHECK_FALSE(reason_of(bare, Decision::hold).in_full().empty());
      has_no_fear_word(std::string{meaning_of(bare.rule)} + seen_by(bare) + limit_of(bare) +
                       reason_of(bare, Decision::hold).in_full());
    }
  }
}

TEST_CASE("reps that were made are no miss, whatever the load") {
  for (const RuleId rule : {RuleId::f1, RuleId::f3}) {
    Finding made = finding(rule, Verdict::pass, load(105_kg), count(3));
    CHECK(seen_by(made) == "no missed rep at the load asked for");
    made.seen.count = 2;  // the third one in a row is F3's: F1 passed, and saw it
    CHECK(seen_by(made) == "105 kg, 2 missed sessions");
  }
}

TEST_CASE("nothing that is said frightens") {
  NextOptions options;
  options.explain = true;
  options.screen_due = true;
  for (const Suggestion& suggestion : all_decisions()) {
    has_no_fear_word(text(suggestion, options, Style{}));
    has_no_fear_word(summary(suggestion));
  }
  for (const RedFlag flag : all_red_flags) {
    has_no_fear_word(std::string{question_for(flag)} + " " + std::string{words_for(flag)});
    has_no_fear_word(text(stop(RuleId::e2, Refer::urgent, flag), options, Style{}));
  }
  has_no_fear_word(std::string{screen_intro()} + welcome({}));
}

TEST_CASE("no sentence about sensations beside a referral") {
  NextOptions options;
  for (Suggestion suggestion : all_decisions()) {
    for (const Refer refer : {Refer::see_pt, Refer::urgent, Refer::emergency}) {
      suggestion.refer = refer;
      const std::string said = text(suggestion, options, Style{});
      INFO(said);
      CHECK(said.find("normal.") == std::string::npos);
      CHECK(said.find("is normal") == std::string::npos);
      CHECK(said.find("all right to train") == std::string::npos);
    }
  }
}

TEST_CASE("no sentence about what is normal beside symptoms of a nerve") {
  Suggestion made = deload();
  CHECK(text(made, {}, Style{}).find("is normal") != std::string::npos);
  made.findings.push_back(finding(RuleId::n2, Verdict::decides, felt(Nature::tingling, 3, 5)));
  CHECK(text(made, {}, Style{}).find("is normal") == std::string::npos);
}

TEST_CASE("every red flag has one plain question") {
  for (const RedFlag flag : all_red_flags) {
    const std::string_view question = question_for(flag);
    INFO(question);
    CHECK(question.back() == '?');
    CHECK(std::count(question.begin(), question.end(), '?') == 1);
    CHECK(question.size() < 170);
  }
  CHECK(question_for(RedFlag::bladder_change) ==
        "Is passing urine different lately: hard to start, hard to feel, or hard to hold?");
}
