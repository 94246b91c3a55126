#include "report/education.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "report/report.hpp"
#include "report/words.hpp"
#include "samples.hpp"

using namespace hinge;
using namespace hinge::report;
using namespace hinge::report::samples;

namespace {

constexpr int rule_count = static_cast<int>(RuleId::ok) + 1;
constexpr int decision_count = static_cast<int>(Decision::stop) + 1;

Suggestion decided(Decision decision, std::vector<Finding> findings) {
  Suggestion made = progress();
  made.decision = decision;
  made.findings = std::move(findings);
  return made;
}

/// What was felt on the day, as a rule that passed has it.
Finding passed(RuleId rule, Nature nature, Nprs peak, int lasted) {
  return finding(rule, Verdict::pass, felt(nature, peak, lasted));
}

}  // namespace

TEST_CASE("every decision by every rule has at most one sentence, of at most two lines") {
  std::set<std::string> said;
  for (int d = 0; d < decision_count; ++d) {
    for (int r = 0; r < rule_count; ++r) {
      const auto decision = static_cast<Decision>(d);
      const Suggestion made =
          decided(decision, {finding(static_cast<RuleId>(r), Verdict::decides)});
      const std::string sentence = education(made);
      INFO(to_string(decision) << " by " << rule_info(static_cast<RuleId>(r)).name << ": "
                               << sentence);
      CHECK(sentence.size() <= 2 * 76);
      const bool asked_for_patience = decision == Decision::calm || decision == Decision::stop;
      if (asked_for_patience) CHECK(sentence.empty());
      if (sentence.empty()) continue;
      CHECK(sentence.back() == '.');
      said.insert(sentence);
      // The words of the screen carry it once, and -- where hints are off -- not at all.
      NextOptions options;
      const std::string with = text(made, options, Style{});
      options.education = false;
      const std::string without = text(made, options, Style{});
      CHECK(with.size() > without.size());
      CHECK(with.rfind(without, 0) == 0);
      for (const Refer refer : {Refer::see_pt, Refer::urgent, Refer::emergency}) {
        Suggestion referred = made;
        referred.refer = refer;
        CHECK(education(referred).empty());
      }
      for (const RuleId nerve : {RuleId::n1, RuleId::n2}) {
        Suggestion tingling = made;
        tingling.findings.push_back(finding(nerve, Verdict::fired));
        CHECK(education(tingling).empty());
      }
    }
  }
  CHECK(said.size() >= 20);  // sentences of their own, not one for all
}

TEST_CASE("the fitting sentence: each rule that can decide has one") {
  struct Row {
    Decision decision;
    RuleId rule;
  };
  const auto row = GENERATE(values<Row>({
      {Decision::start, RuleId::ok},    {Decision::progress, RuleId::ok},
      {Decision::rebuild, RuleId::ok},  {Decision::returning, RuleId::layoff},
      {Decision::deload, RuleId::t1},   {Decision::deload, RuleId::t2},
      {Decision::deload, RuleId::t3},   {Decision::deload, RuleId::t4},
      {Decision::deload, RuleId::f3},   {Decision::deload, RuleId::g1},
      {Decision::hold, RuleId::h0},     {Decision::hold, RuleId::h1},
      {Decision::hold, RuleId::h2},     {Decision::hold, RuleId::h3},
      {Decision::hold, RuleId::h4},     {Decision::hold, RuleId::h6},
      {Decision::hold, RuleId::p2},     {Decision::hold, RuleId::f1},
      {Decision::hold, RuleId::f2},     {Decision::hold, RuleId::r1},
      {Decision::hold, RuleId::u1},     {Decision::hold, RuleId::g1},
      {Decision::hold, RuleId::c1},     {Decision::hold, RuleId::light},
      {Decision::hold, RuleId::layoff},
  }));
  INFO(to_string(row.decision) << " by " << rule_info(row.rule).name);
  CHECK_FALSE(education(decided(row.decision, {finding(row.rule, Verdict::decides)})).empty());
}

TEST_CASE("soreness that was rightly ignored is named on the way up") {
  const Finding ok = finding(RuleId::ok, Verdict::decides);
  const auto decision = GENERATE(Decision::progress, Decision::rebuild);
  CHECK(education(decided(decision, {passed(RuleId::h4, Nature::soreness, 5, 48), ok})) ==
        "Soreness 5/10 for 48 h is inside its normal window: it costs nothing.");
  CHECK(education(decided(decision, {passed(RuleId::h4, Nature::soreness, 5, 0), ok})) ==
        "Soreness 5/10 is inside its normal window: it costs nothing.");
  CHECK(education(decided(decision, {passed(RuleId::h4, Nature::stiff, 4, 20), ok})) ==
        "Stiffness 4/10 for 20 h is inside its normal window: it costs nothing.");
  // Beside a pain that settled, the pain has the word.
  CHECK(education(decided(decision, {passed(RuleId::t2, Nature::ache, 4, 6),
                                     passed(RuleId::h4, Nature::soreness, 5, 48), ok})) ==
        "Mild pain that settles is all right to train with.");
}

TEST_CASE("a deload says of what it is: pain, soreness, or what it got in the way of") {
  const auto t3 = [](Nature nature) {
    return finding(RuleId::t3, Verdict::decides, felt(nature, 3, 130));
  };
  const Finding t4 = finding(RuleId::t4, Verdict::decides);
  const auto said = [](std::vector<Finding> findings) {
    return education(decided(Decision::deload, std::move(findings)));
  };
  const std::string pain =
      "Feeling the work in your back is normal. This pain asks for a lighter load, not for rest.";
  const std::string soreness =
      "Soreness is normal. So much of it, or so long, asks for a lighter load, not for rest.";
  CHECK(said({t3(Nature::ache)}) == pain);
  CHECK(said({t3(Nature::soreness)}) == soreness);
  CHECK(said({t4, passed(RuleId::t2, Nature::ache, 2, 6)}) == pain);
  CHECK(said({t4, passed(RuleId::h4, Nature::soreness, 5, 20)}) == soreness);
  CHECK(said({passed(RuleId::t2, Nature::ache, 2, 6), t3(Nature::soreness)}) == soreness);
  CHECK(said({t4}) ==
        "Feeling the work in your back is normal. Where it gets in the way, a lighter load is "
        "enough.");
}

TEST_CASE("of several reasons, the one that asks for most patience has the word") {
  const auto decides = [](RuleId rule) { return finding(rule, Verdict::decides); };
  CHECK(education(decided(Decision::hold, {decides(RuleId::h1), decides(RuleId::h6)})) ==
        "Once you say that it has settled, the load can go on.");
  CHECK(education(decided(Decision::hold, {decides(RuleId::h1), decides(RuleId::p2)})) ==
        "After more pain than before, a steady load is training enough.");
  CHECK(education(decided(Decision::hold, {decides(RuleId::h3), decides(RuleId::f1)})) ==
        "Nothing felt? That is worth a check-in too: hinge feel none.");
}

TEST_CASE("nothing is said to be normal of a new lift while the back asks for patience") {
  Suggestion made = start();
  CHECK_FALSE(education(made).empty());
  Finding t1 = finding(RuleId::t1, Verdict::fired);
  t1.light = Light::red;
  made.findings.push_back(t1);
  CHECK(education(made).empty());
}
