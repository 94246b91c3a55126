// What each rule says of itself: whether it fired, its light and whom to see, what it saw, the
// limit it went by and the records it looked at. A row where it fires and one where it passes;
// limits are engine.md's (sections 3 to 7).
#include <catch2/catch.hpp>

#include "engine/log.hpp"

using namespace hinge;
using namespace hinge::test;
using namespace std::chrono_literals;

namespace {

std::string in_words(const Evidence& evidence) {
  std::string text;
  if (evidence.nature) text += " " + std::string{to_string(*evidence.nature)};
  if (evidence.as_ache) text += " as ache";
  if (evidence.peak) text += " peak " + to_string(*evidence.peak);
  if (evidence.lasted) {
    const auto minutes = evidence.lasted->count();
    text += minutes % 60 == 0 ? " " + std::to_string(minutes / 60) + " h"
                              : " " + std::to_string(minutes) + " min";
  }
  if (evidence.limits) text += " limits " + std::to_string(*evidence.limits);
  if (evidence.rpe) text += " rpe " + to_string(*evidence.rpe);
  if (evidence.load) text += " " + to_string(*evidence.load);
  if (evidence.count) text += " count " + std::to_string(*evidence.count);
  if (evidence.days) text += " days " + std::to_string(*evidence.days);
  if (evidence.percent) text += " " + std::to_string(*evidence.percent) + " %";
  if (evidence.ended) text += " ended " + std::to_string((*evidence.ended - day_zero).count());
  for (const RedFlag flag : evidence.flags) text += " " + std::string{to_string(flag)};
  return text;
}

/// "decides red see_pt; saw ache peak 7 10 h; limit peak 6; s1 f1".
std::string said(const Suggestion& made, RuleId rule) {
  constexpr std::array lights = {" green ", " amber ", " red "};
  for (const Finding& found : made.findings) {
    if (found.rule != rule) continue;
    std::string text{to_string(found.verdict)};
    text += lights.at(static_cast<std::size_t>(found.light)) + std::string{to_string(found.refer)};
    text += "; saw" + in_words(found.seen) + "; limit" + in_words(found.limit) + ";";
    for (const std::string& record : found.records) text += " " + record;
    return text;
  }
  return "silent";
}

struct Row {
  std::string what;
  Log log;
  int as_of;
  RuleId rule;
  std::string said;
  std::string lift = "deadlift";
};

void check(const Row& row) {
  INFO(row.what);
  CHECK(said(row.log.next(row.as_of, row.lift), row.rule) == row.said);
}

Log once(const Felt& felt) { return Log{}.lift(0, 100_kg).feel(1, felt); }
Log both(const Felt& one, const Felt& other) { return once(one).feel(1, other); }
Felt stabbing(Nprs peak) { return Felt{Nature::stabbing, peak}; }
Log green() { return Log{}.lift(0, 100_kg).fine(1); }
Set rated(Rpe rpe) { return {{100_kg, Unit::kg}, 5, false, rpe, {}}; }
Log pains(std::vector<Nprs> peaks, int gap) {
  Log log;
  int at = 0;
  for (const Nprs peak : peaks) {
    log.lift(at, 100_kg).feel(at + 1, ache(peak).lasted(2h));
    at += gap;
  }
  return log;
}

Policy under_care() {
  Policy policy = linear_policy();
  policy.under_care = true;
  return policy;
}
/// Two days without pain and two with 2/10, the last so many days after the first.
Log rising_over(int days) {
  return Log{}
      .lift(0, 100_kg)
      .fine(1)
      .lift(9, 100_kg)
      .fine(10)
      .lift(18, 100_kg)
      .feel(19, ache(2).lasted(2h))
      .lift(days, 100_kg)
      .feel(days + 1, ache(2).lasted(2h));
}
/// The same four days apart, one of the first two without a check-in.
Log unanswered(int day) {
  Log log;
  for (const int at : {0, 4}) {
    log.lift(at, 100_kg);
    if (at != day) log.fine(at + 1);
  }
  for (const int at : {8, 12}) log.lift(at, 100_kg).feel(at + 1, ache(2).lasted(2h));
  return log;
}

}  // namespace

TEST_CASE("what the thresholds saw") {
  check(GENERATE(values<Row>({
      {"sharp", once(sharp(6).lasted(2h)), 3, RuleId::t1,
       "decides red none; saw sharp peak 6 2 h; limit; s1 f1"},
      {"no sharp", once(ache(7).lasted(10h)), 3, RuleId::t1,
       "pass green none; saw peak 0 0 h; limit;"},
      {"excessive", once(ache(7).lasted(10h)), 3, RuleId::t2,
       "decides red none; saw ache peak 7 10 h; limit peak 6; s1 f1"},
      {"not excessive", once(ache(4).lasted(12h)), 3, RuleId::t2,
       "pass green none; saw ache peak 4 12 h; limit peak 6;"},
      {"nothing felt", green(), 3, RuleId::t2, "pass green none; saw peak 0 0 h; limit peak 6;"},
      {"excessive soreness", once(soreness(8).lasted(24h)), 3, RuleId::t2,
       "decides red none; saw soreness peak 8 24 h; limit peak 8; s1 f1"},
      {"soreness that is not", once(soreness(5).lasted(48h)), 3, RuleId::t2,
       "pass green none; saw soreness peak 5 48 h; limit peak 8;"},
      {"pain before soreness", both(ache(7).lasted(2h), soreness(9).lasted(20h)), 3, RuleId::t2,
       "decides red none; saw ache peak 7 2 h; limit peak 6; s1 f1"},
      {"soreness where pain is none", both(ache(2).lasted(2h), soreness(9).lasted(20h)), 3,
       RuleId::t2, "decides red none; saw soreness peak 9 20 h; limit peak 8; s1 f2"},
      {"mild pain before mild soreness", both(ache(2).lasted(2h), soreness(7).lasted(20h)), 3,
       RuleId::t2, "pass green none; saw ache peak 2 2 h; limit peak 6;"},
      {"lingering", once(ache(3).lasted(48h)), 3, RuleId::t3,
       "decides red none; saw ache peak 3 48 h; limit 24 h; s1 f1"},
      {"the pain that lasted",
       both(ache(3).lasted(5h), tingling(2).in(Site::leg_above_knee).lasted(26h)), 3, RuleId::t3,
       "decides red none; saw tingling peak 2 26 h; limit 24 h; s1 f1 f2"},
      {"the pain that was strongest",
       both(ache(3).lasted(5h), tingling(2).in(Site::leg_above_knee).lasted(26h)), 3, RuleId::t2,
       "pass green none; saw ache peak 3 5 h; limit peak 6;"},
      {"of two as strong the longer", both(sharp(5).lasted(10h), sharp(5).lasted(2h)), 3,
       RuleId::t1, "decides red none; saw sharp peak 5 10 h; limit; s1 f1 f2"},
      {"in either order", both(sharp(5).lasted(2h), sharp(5).lasted(10h)), 3, RuleId::t1,
       "decides red none; saw sharp peak 5 10 h; limit; s1 f1 f2"},
      {"of two as long the stronger", both(ache(4).lasted(30h), ache(3).lasted(30h)), 3, RuleId::t3,
       "decides red none; saw ache peak 4 30 h; limit 24 h; s1 f1 f2"},
      {"in either order", both(ache(3).lasted(30h), ache(4).lasted(30h)), 3, RuleId::t3,
       "decides red none; saw ache peak 4 30 h; limit 24 h; s1 f1 f2"},
      {"of two alike the one named later in the list", both(stabbing(5), sharp(5)), 3, RuleId::t1,
       "decides red none; saw stabbing peak 5 24 h; limit; s1 f1 f2"},
      {"in either order", both(sharp(5), stabbing(5)), 3, RuleId::t1,
       "decides red none; saw stabbing peak 5 24 h; limit; s1 f1 f2"},
      {"strong soreness that counts as pain", once(soreness(7).onset(Onset::during).lasted(2h)), 3,
       RuleId::t2, "decides red none; saw soreness as ache peak 7 2 h; limit peak 6; s1 f1"},
      {"soreness that counts as pain", once(soreness(4).onset(Onset::during).lasted(34h)), 3,
       RuleId::t3, "decides red none; saw soreness as ache peak 4 34 h; limit 24 h; s1 f1"},
      {"not lingering", once(ache(3).lasted(24h)), 3, RuleId::t3,
       "pass green none; saw ache peak 3 24 h; limit 24 h;"},
      {"lingering soreness", Log{}.lift(0, 100_kg).feel(6, soreness(4).lasted(144h)), 6, RuleId::t3,
       "decides red none; saw soreness peak 4 144 h; limit 120 h; s1 f1"},
      {"soreness of five days", Log{}.lift(0, 100_kg).feel(6, soreness(4).lasted(120h)), 6,
       RuleId::t3, "pass green none; saw soreness peak 4 120 h; limit 120 h;"},
      {"lingering pain before soreness",
       Log{}.lift(0, 100_kg).feel(6, ache(3).lasted(48h)).feel(6, soreness(4).lasted(144h)), 6,
       RuleId::t3, "decides red none; saw ache peak 3 48 h; limit 24 h; s1 f1"},
      {"limiting", once(pump().limits(2)), 3, RuleId::t4,
       "decides red none; saw limits 2; limit limits 2; s1 f1"},
      {"a little", once(pump().limits(1)), 3, RuleId::t4,
       "pass green none; saw limits 1; limit limits 2;"},
      {"limiting into calm", both(ache(5).lasted(12h).limits(3), none()), 3, RuleId::t4,
       "decides red see_pt; saw limits 3; limit limits 2; s1 f1"},
      {"and nothing sharp beside it", once(ache(5).lasted(12h).limits(3)), 3, RuleId::t1,
       "pass green none; saw peak 0 0 h; limit;"},
      {"and sharp beside it", once(sharp(2).lasted(2h).limits(3)), 3, RuleId::t1,
       "decides red see_pt; saw sharp peak 2 2 h; limit; s1 f1"},
      {"four crossings into calm", once(sharp(8).lasted(25h)), 3, RuleId::t2,
       "decides red see_pt; saw sharp peak 8 25 h; limit peak 6; s1 f1"},
      {"the deload of an earlier day",
       Log{}.lift(0, 100_kg, 5, 3, "sumo").feel(1, ache(6).lasted(2h)).lift(3, 60_kg).fine(4), 6,
       RuleId::t2, "decides red none; saw ache peak 6 2 h; limit peak 6; s1", "sumo"},
  })));
}

TEST_CASE("what the red flags and nerve symptoms saw") {
  const auto flagged = [](Log log, std::vector<RedFlag> flags) {
    return log.flags(1, std::move(flags));
  };
  check(GENERATE_COPY(values<Row>({
      {"emergency", flagged(green(), {RedFlag::saddle_numbness, RedFlag::fever_unwell}), 3,
       RuleId::e1, "decides red emergency; saw saddle-numbness; limit; r1"},
      {"emergency in calm", flagged(once(sharp(2).limits(3)), {RedFlag::saddle_numbness}), 3,
       RuleId::e1, "decides red emergency; saw saddle-numbness; limit; r1"},
      {"nerve symptoms of 0", once(tingling(0).lasted(6h)), 3, RuleId::n1,
       "decides red see_pt; saw tingling peak 0 0 h; limit; s1 f1"},
      {"no emergency", flagged(green(), {RedFlag::fever_unwell}), 3, RuleId::e1,
       "pass green none; saw; limit;"},
      {"urgent", flagged(green(), {RedFlag::weight_loss, RedFlag::fever_unwell}), 3, RuleId::e2,
       "decides red urgent; saw fever-unwell weight-loss; limit peak 3; r1"},
      {"not urgent", green(), 3, RuleId::e2, "pass green none; saw; limit peak 3;"},
      {"a history alone", flagged(green(), {RedFlag::fragility}), 3, RuleId::e2,
       "fired green see_pt; saw fragility; limit peak 3; r1"},
      {"beside a deload that it does not decide",
       flagged(Log{}.lift(0, 100_kg).feel(6, soreness(4).lasted(144h)), {RedFlag::fragility}), 6,
       RuleId::e2, "fired green see_pt; saw fragility; limit peak 3; r1"},
      {"and with new pain", flagged(once(ache(3).lasted(2h)), {RedFlag::fragility}), 3, RuleId::e2,
       "decides red urgent; saw fragility; limit peak 3; r1"},
      {"and with pain of something else",
       flagged(once(ache(3).lasted(2h).unrelated()), {RedFlag::cancer_history}), 3, RuleId::e2,
       "decides red urgent; saw cancer-history; limit peak 3; r1"},
      {"cleared", flagged(green(), {RedFlag::fever_unwell}).cleared(2), 3, RuleId::c1,
       "decides amber none; saw; limit; r1 r2"},
      {"and raised again",
       flagged(green(), {RedFlag::fever_unwell}).cleared(2).flags(2, {RedFlag::weight_loss}), 3,
       RuleId::c1, "pass green none; saw; limit;"},
      {"nothing to clear", green(), 3, RuleId::c1, "pass green none; saw; limit;"},
      {"below the knee", once(tingling(3).in(Site::leg_below_knee).lasted(6h)), 3, RuleId::n1,
       "decides red see_pt; saw tingling peak 3 6 h; limit; s1 f1"},
      {"below it beside a red flag", flagged(once(tingling(3).lasted(6h)), {RedFlag::fever_unwell}),
       3, RuleId::n1, "fired red see_pt; saw tingling peak 3 6 h; limit; s1 f1"},
      {"not below it", once(tingling(3).in(Site::hip).lasted(6h)), 3, RuleId::n1,
       "pass green none; saw peak 0 0 h; limit;"},
      {"above the knee", once(tingling(3).in(Site::hip).lasted(6h)), 3, RuleId::n2,
       "decides red see_pt; saw tingling peak 3 6 h; limit; s1 f1"},
      {"not above it", once(tingling(3).lasted(6h)), 3, RuleId::n2,
       "pass green none; saw peak 0 0 h; limit;"},
      {"the deload is the other's",
       both(tingling(3).lasted(6h), tingling(3).in(Site::hip).lasted(6h)), 3, RuleId::n2,
       "fired red see_pt; saw tingling peak 3 6 h; limit; s1 f1 f2"},
  })));
}

TEST_CASE("what the holds saw") {
  check(GENERATE(values<Row>({
      {"a twinge", once(sharp(2).twinge()), 3, RuleId::h0,
       "decides amber none; saw sharp peak 2 0 h; limit; s1 f1"},
      {"none", once(sharp(2).lasted(2h)), 3, RuleId::h0, "pass green none; saw peak 0 0 h; limit;"},
      {"mild pain", once(ache(4).lasted(12h)), 3, RuleId::h1,
       "decides amber none; saw ache peak 4 12 h; limit peak 3; s1 f1"},
      {"less", once(ache(Score::halves(5)).lasted(12h)), 3, RuleId::h1,
       "pass green none; saw ache peak 2.5 12 h; limit peak 3;"},
      {"beside calm", both(ache(5).lasted(12h).limits(3), sharp(2).twinge()), 3, RuleId::h0,
       "fired amber none; saw sharp peak 2 0 h; limit; s1 f2"},
      {"a little limited", once(pump().limits(1)), 3, RuleId::h2,
       "decides amber none; saw limits 1; limit limits 1; s1 f1"},
      {"more than a little", once(pump().limits(2)), 3, RuleId::h2,
       "pass green none; saw limits 2; limit limits 1;"},
      {"no check-in", Log{}.lift(0, 100_kg), 3, RuleId::h3, "decides amber none; saw; limit; s1"},
      {"a check-in", green(), 3, RuleId::h3, "pass green none; saw; limit;"},
      {"late soreness", Log{}.lift(0, 100_kg).feel(4, soreness(5).lasted(96h)), 4, RuleId::h4,
       "decides amber none; saw soreness peak 5 96 h; limit 72 h; s1 f1"},
      {"late, and sore now", Log{}.lift(0, 100_kg).feel(4, soreness(5)), 4, RuleId::h4,
       "decides amber none; saw soreness peak 5 96 h; limit 72 h; s1 f1"},
      {"sore now", Log{}.lift(0, 100_kg).feel(2, soreness(4)), 3, RuleId::h4,
       "decides amber none; saw soreness peak 4 48 h; limit peak 4; s1 f1"},
      {"neither", once(soreness(5).lasted(48h)), 3, RuleId::h4,
       "pass green none; saw soreness peak 5 48 h; limit peak 4 72 h;"},
      {"unsettled", once(ache(2)), 3, RuleId::h6,
       "decides amber none; saw ache peak 2 24 h; limit 24 h; s1 f1"},
      {"settled", once(ache(2).lasted(3h)), 3, RuleId::h6,
       "pass green none; saw ache peak 2 3 h; limit 24 h;"},
      {"rising", pains({0, 0, 2, 2}, 4), 15, RuleId::p2,
       "decides amber none; saw peak 2; limit peak 2; s4 f4"},
      {"not rising", pains({0, 0, 2, Score::halves(3)}, 4), 15, RuleId::p2,
       "pass green none; saw peak 1.5; limit peak 2;"},
      {"an unrelated report is no check-in",
       Log{}
           .lift(0, 100_kg)
           .fine(1)
           .lift(3, 100_kg)
           .fine(4)
           .lift(6, 100_kg)
           .feel(7, tingling(2).lasted(2h).unrelated())
           .lift(9, 100_kg)
           .feel(10, ache(2).lasted(2h)),
       12, RuleId::p2, "pass green none; saw peak 2; limit peak 2;"},
      {"nor is one on the last day",
       Log{}
           .lift(0, 100_kg)
           .fine(1)
           .lift(3, 100_kg)
           .fine(4)
           .lift(6, 100_kg)
           .feel(7, ache(2).lasted(2h))
           .lift(9, 100_kg)
           .feel(10, tingling(2).lasted(2h).unrelated()),
       12, RuleId::p2, "pass green none; saw peak 2; limit peak 2;"},
      {"the first unknown", unanswered(0), 15, RuleId::p2,
       "pass green none; saw peak 2; limit peak 2;"},
      {"the second unknown", unanswered(4), 15, RuleId::p2,
       "pass green none; saw peak 2; limit peak 2;"},
      {"within 28 days", rising_over(28), 30, RuleId::p2,
       "decides amber none; saw peak 2; limit peak 2; s4 f4"},
      {"over 29", rising_over(29), 31, RuleId::p2, "pass green none; saw peak 2; limit peak 2;"},
      {"three days only", pains({0, 2, 2}, 4), 11, RuleId::p2,
       "pass green none; saw peak 2; limit peak 2;"},
      {"not the deadlift", once(ache(6).lasted(2h).unrelated()).fine(1), 3, RuleId::u1,
       "decides amber none; saw peak 6; limit peak 6; s1 f1"},
      {"and mild", once(ache(5).lasted(2h).unrelated()).fine(1), 3, RuleId::u1,
       "pass green none; saw peak 5; limit peak 6;"},
      {"nothing else", green(), 3, RuleId::u1, "pass green none; saw peak 0; limit peak 6;"},
      {"no pain", green(), 3, RuleId::s1, "pass green none; saw peak 0; limit count 3;"},
      {"it stays under care", Log{pains({4, 4, 4}, 7)}.by(under_care()), 16, RuleId::s1,
       "pass green none; saw peak 4; limit count 3;"},
      {"a third deload under care", Log{pains({6, 6, 6}, 7)}.by(under_care()), 16, RuleId::s2,
       "pass green none; saw count 3; limit count 3;"},
      {"it stays", pains({4, 4, 4}, 7), 16, RuleId::s1,
       "decides amber see_pt; saw peak 4; limit count 3; s3 f3"},
      {"13 days",
       Log{}
           .lift(0, 100_kg)
           .feel(1, ache(4).lasted(2h))
           .lift(6, 100_kg)
           .feel(7, ache(4).lasted(2h))
           .lift(13, 100_kg)
           .feel(14, ache(4).lasted(2h)),
       15, RuleId::s1, "pass green none; saw peak 4; limit count 3;"},
      {"it goes", pains({4, 4, 3}, 7), 16, RuleId::s1,
       "pass green none; saw peak 3; limit count 3;"},
      {"the third deload", pains({6, 6, 6}, 7), 16, RuleId::s2,
       "fired green see_pt; saw count 3; limit count 3; s3 f3"},
      {"the second", pains({6, 6}, 7), 9, RuleId::s2,
       "pass green none; saw count 2; limit count 3;"},
      {"two, and a green day", pains({6, 6, 0}, 7), 16, RuleId::s2,
       "pass green none; saw count 2; limit count 3;"},
  })));
}

TEST_CASE("what calm says of itself") {
  const Log calm = once(ache(5).lasted(12h).limits(3));
  Log trained = calm;
  trained.lift(3, 100_kg).fine(4);
  check({"on its first day", calm, 3, RuleId::calm, "pass green none; saw days 2; limit 48 h;"});
  check({"14 days", calm, 15, RuleId::calm, "pass green none; saw days 14; limit 48 h;"});
  check({"more", calm, 16, RuleId::calm, "decides red see_pt; saw days 15; limit 48 h; s1 f1"});
  check({"after another session", trained, 4, RuleId::calm,
         "decides red none; saw days 3; limit 48 h; s2 f2"});
  Log left = calm;
  left.fine(2).fine(4);
  check({"left", left, 5, RuleId::calm, "pass green none; saw ended 4; limit 48 h;"});
  check({"and back", Log{left}.feel(5, ache(7).lasted(2h)), 6, RuleId::calm,
         "pass green none; saw days 1; limit 48 h;"});
  check({"none", green(), 3, RuleId::calm, "pass green none; saw; limit 48 h;"});
}

TEST_CASE("what the rules of one lift saw") {
  const Log miss = green().miss(3, 105_kg).fine(4);
  const Log light = green().lift(3, 70_kg).fine(4);
  Log second = miss;
  second.miss(6, 105_kg).fine(7);
  Log third = second;
  third.miss(9, 105_kg).fine(10);
  Log red = miss;
  red.miss(6, 105_kg).feel(7, ache(6).lasted(2h));
  Log moved = Log{}.lift(0, 100_kg).imported().fine(0).lift(3, 87.5_kg).imported().fine(3);
  moved.lift(6, 87.5_kg).imported().fine(7);
  Log light_again = light;
  light_again.lift(6, 75_kg).fine(7);
  check(GENERATE_COPY(values<Row>({
      {"a miss", miss, 6, RuleId::f1, "decides amber none; saw 105 kg count 1; limit count 3; s2"},
      {"the second", second, 9, RuleId::f1,
       "decides amber none; saw 105 kg count 2; limit count 3; s3"},
      {"on a red day it does not count", red, 9, RuleId::f1,
       "fired amber none; saw 105 kg count 1; limit count 3; s3"},
      {"no miss", green(), 3, RuleId::f1, "pass green none; saw 100 kg count 0; limit count 3;"},
      {"the third", third, 12, RuleId::f3,
       "decides red none; saw 105 kg count 3; limit count 3; s4"},
      {"which is no F1", third, 12, RuleId::f1,
       "pass green none; saw 105 kg count 3; limit count 3;"},
      {"not the third", second, 9, RuleId::f3,
       "pass green none; saw 105 kg count 2; limit count 3;"},
      {"short", green().lift(3, 105_kg, 5, 2).fine(4), 6, RuleId::f2,
       "decides amber none; saw count 1; limit; s2"},
      {"short again", green().lift(3, 105_kg, 5, 2).fine(4).lift(6, 105_kg, 5, 2).fine(7), 9,
       RuleId::f2, "pass green none; saw count 2; limit;"},
      {"another app's first has nothing to be short of", Log{}.lift(0, 100_kg).imported().fine(1),
       3, RuleId::f2, "pass green none; saw count 0; limit;"},
      {"not short", green().lift(3, 105_kg).fine(4), 6, RuleId::f2,
       "pass green none; saw count 0; limit;"},
      {"hard", Log{}.session(0, {rated(Score::halves(19))}).fine(1), 3, RuleId::r1,
       "decides amber none; saw rpe 9.5; limit rpe 9.5; s1"},
      {"not so hard", Log{}.session(0, {rated(9), rated(8)}).fine(1), 3, RuleId::r1,
       "pass green none; saw rpe 9; limit rpe 9.5;"},
      {"light twice", light_again, 9, RuleId::light,
       "decides amber none; saw 75 kg count 2; limit 90 %; s3"},
      {"light once", light, 6, RuleId::light, "pass green none; saw 70 kg count 1; limit 90 %;"},
      {"light, and marked so", Log{light}.lift(6, 75_kg).light().fine(7), 9, RuleId::light,
       "pass green none; saw 75 kg count 1; limit 90 %;"},
      {"not light", green(), 3, RuleId::light, "pass green none; saw 100 kg count 0; limit 90 %;"},
      {"in calm there is nothing to be light beside",
       once(ache(5).limits(3)).lift(3, 60_kg).imported().fine(4), 4, RuleId::light,
       "pass green none; saw 60 kg count 0; limit 90 %;"},
      {"another app's, light beside R", moved, 9, RuleId::light,
       "decides amber none; saw 87.5 kg count 2; limit 100 kg 90 %; s3"},
      {"another app's is never short", moved, 9, RuleId::f2,
       "pass green none; saw count 0; limit 100 kg;"},
      {"a light day where nothing was earned", Log{}.lift(0, 100_kg).lift(3, 80_kg).fine(4), 6,
       RuleId::ok, "decides green none; saw 80 kg; limit;"},
      {"after a deload", Log{}.lift(0, 100_kg).feel(1, ache(7).lasted(2h)).lift(3, 70_kg).fine(4),
       6, RuleId::ok, "decides green none; saw 70 kg; limit;"},
      {"where it was earned", light, 6, RuleId::ok, "decides green none; saw; limit;"},
  })));
}

TEST_CASE("a rule names the records of the day it is about") {
  Log miss;
  miss.miss(0, 100_kg, "sumo").fine(1).lift(3, 60_kg).fine(4);
  check({"F1 of a lift not trained since", miss, 6, RuleId::f1,
         "decides amber none; saw 100 kg count 1; limit count 3; s1", "sumo"});
  Log deload = Log{}.lift(0, 100_kg, 5, 3, "sumo").feel(1, ache(6).lasted(2h));
  deload.lift(3, 60_kg).feel(4, ache(4).lasted(2h));
  check({"H1 of the latest day beside an older deload", deload, 6, RuleId::h1,
         "fired amber none; saw ache peak 4 2 h; limit peak 3; s2 f2", "sumo"});
  Log other = Log{}.lift(0, 100_kg, 5, 3, "sumo").fine(1);
  other.lift(3, 60_kg).feel(4, ache(6).lasted(2h));
  Log one_rung = Log{}.lift(0, 100_kg, 5, 3, "sumo").fine(1);
  one_rung.lift(3, 60_kg).feel(4, sharp(6).lasted(2h));
  Log stopped = Log{}.lift(0, 100_kg, 5, 3, "sumo").feel(1, sharp(2).lasted(2h));
  stopped.flags(1, {RedFlag::fever_unwell}).cleared(2).lift(3, 60_kg).fine(4);
  check({"T1 of the deload that stands", stopped, 6, RuleId::t1,
         "decides red none; saw sharp peak 2 2 h; limit; s1", "sumo"});
  check({"and not a flag of then", stopped, 6, RuleId::e2, "pass green none; saw; limit peak 3;",
         "sumo"});
  check({"T2 where the deload is G1's", one_rung, 6, RuleId::t2,
         "fired red none; saw sharp peak 6 2 h; limit peak 6; s2 f2", "sumo"});
  Log own = Log{}.lift(0, 100_kg, 5, 3, "sumo").feel(1, ache(6).lasted(2h));
  own.lift(3, 60_kg).feel(4, ache(6).lasted(2h));
  check({"G1 where the deload is the lift's own", own, 6, RuleId::g1,
         "fired amber none; saw count 1; limit count 2; s2", "sumo"});
  check({"T2 of a day without the lift", other, 6, RuleId::t2,
         "fired red none; saw ache peak 6 2 h; limit peak 6; s2 f2", "sumo"});
}

TEST_CASE("what time away and a red day without the lift say") {
  const auto after = [](const Felt& felt) {
    return Log{}.lift(0, 100_kg, 5, 3, "sumo").fine(1).lift(3, 60_kg).feel(4, felt);
  };
  check(GENERATE_COPY(values<Row>({
      {"10 days", green(), 10, RuleId::layoff, "pass green none; saw days 10; limit days 0;"},
      {"11", green(), 11, RuleId::layoff, "decides amber none; saw days 11; limit days 10; s1"},
      {"18", green(), 18, RuleId::layoff,
       "decides amber none; saw days 18; limit days 14 90 %; s1"},
      {"22", green(), 22, RuleId::layoff,
       "decides amber none; saw days 22; limit days 21 80 %; s1"},
      {"91", green(), 91, RuleId::layoff,
       "decides amber none; saw days 91; limit days 90 50 %; s1"},
      {"with a deload that it lowers", once(ache(7).lasted(10h)), 30, RuleId::layoff,
       "decides amber none; saw days 30; limit days 21 80 %; s1"},
      {"with a deload at the bar, where no rung loads less",
       Log{}.lift(0, 20_kg).feel(1, ache(7).lasted(2h)), 30, RuleId::layoff,
       "fired amber none; saw days 30; limit days 21 80 %; s1"},
      {"with a deload that it leaves", once(ache(7).lasted(10h)), 12, RuleId::layoff,
       "fired amber none; saw days 12; limit days 10; s1"},
      {"from all lifts, not from this one", after(none()), 6, RuleId::layoff,
       "pass green none; saw days 3; limit days 0;", "sumo"},
      {"a red day", after(sharp(6).lasted(2h)), 6, RuleId::g1,
       "decides amber none; saw count 2; limit count 2; s2", "sumo"},
      {"of one crossing", after(ache(6).lasted(2h)), 6, RuleId::g1,
       "decides amber none; saw count 1; limit count 2; s2", "sumo"},
      {"a green one", after(none()), 6, RuleId::g1, "pass green none; saw count 0; limit count 2;",
       "sumo"},
  })));
}

TEST_CASE(
    "the rules stand in the order of section 4: the back's, the lift's, and what is between") {
  std::string names;
  for (const Finding& found : once(sharp(6)).next(3).findings) {
    names += std::string{rule_info(found.rule).name} + " ";
  }
  CHECK(names ==
        "E1 E2 T1 T2 T3 T4 N1 N2 CALM H0 H1 H2 H3 H4 H6 P2 U1 S1 S2 C1 F3 F1 F2 R1 LIGHT G1 L ");
}

TEST_CASE("OK stands alone where nothing else decides") {
  const Suggestion made = green().next(3);
  CHECK(made.findings.back().rule == RuleId::ok);
  CHECK(said(made, RuleId::ok) == "decides green none; saw; limit;");
  CHECK(said(once(ache(7)).next(3), RuleId::ok) == "silent");
}

TEST_CASE("every rule has the source that section 4 gives it") {
  std::string sources;
  for (int id = 0; id <= static_cast<int>(RuleId::ok); ++id) {
    const RuleInfo& info = rule_info(static_cast<RuleId>(id));
    sources +=
        std::string{info.name} + ":" + std::string{to_string(info.source)}.substr(0, 2) + " ";
  }
  // The first of the tags: article, published, practice (common), design.
  CHECK(sources ==
        "E1:pu E2:pu T1:ar T2:ar T3:ar T4:ar N1:pu N2:pu CALM:ar F3:pr H0:de H1:pu H2:de H3:de "
        "H4:pu H6:de P2:pu F1:pr F2:de R1:pr U1:de S1:de S2:pu G1:de C1:de LIGHT:de L:pr OK:pr ");
}
