#include "hinge/checkin.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "hinge/lifter.hpp"
#include "hinge/screen.hpp"

namespace hinge {
namespace {

using namespace std::chrono_literals;

TEST_CASE("every nature belongs to a family") {
  const auto [word, nature, family] = GENERATE(table<std::string, Nature, Symptom>({
      {"none", Nature::none, Symptom::none},
      {"pump", Nature::pump, Symptom::sensation},
      {"fatigue", Nature::fatigue, Symptom::sensation},
      {"tight", Nature::tight, Symptom::sensation},
      {"soreness", Nature::soreness, Symptom::soreness},
      {"stiff", Nature::stiff, Symptom::soreness},
      {"ache", Nature::ache, Symptom::ache},
      {"sharp", Nature::sharp, Symptom::sharp},
      {"stabbing", Nature::stabbing, Symptom::sharp},
      {"catching", Nature::catching, Symptom::sharp},
      {"shooting", Nature::shooting, Symptom::nerve},
      {"tingling", Nature::tingling, Symptom::nerve},
      {"numb", Nature::numb, Symptom::nerve},
      {"weak", Nature::weak, Symptom::nerve},
  }));
  CHECK(parse_nature(word) == nature);
  CHECK(to_string(nature) == word);
  CHECK(symptom_of(nature) == family);
}

TEST_CASE("pain is ache and worse") {
  CHECK_FALSE(is_pain(Symptom::none));
  CHECK_FALSE(is_pain(Symptom::sensation));
  CHECK_FALSE(is_pain(Symptom::soreness));
  CHECK(is_pain(Symptom::ache));
  CHECK(is_pain(Symptom::nerve));
}

TEST_CASE("soreness that began during the session, or below the knee, is an ache") {
  CheckIn checkin;
  checkin.nature = Nature::stiff;
  CHECK(symptom_of(checkin) == Symptom::soreness);
  checkin.onset = Onset::after;
  checkin.where = Site::leg_above_knee;
  CHECK(symptom_of(checkin) == Symptom::soreness);
  checkin.onset = Onset::during;
  CHECK(symptom_of(checkin) == Symptom::ache);
  checkin.onset = Onset::next_day;
  checkin.where = Site::leg_below_knee;
  CHECK(symptom_of(checkin) == Symptom::ache);
  checkin.nature = Nature::pump;
  CHECK(symptom_of(checkin) == Symptom::sensation);
}

TEST_CASE("words are the values' names, both ways and no others") {
  const std::vector<std::pair<std::string, Site>> sites = {
      {"low-back", Site::low_back},
      {"upper-back", Site::upper_back},
      {"hip", Site::hip},
      {"buttock", Site::buttock},
      {"hamstring", Site::hamstring},
      {"leg-above-knee", Site::leg_above_knee},
      {"leg-below-knee", Site::leg_below_knee},
  };
  for (const auto& [word, site] : sites) {
    CHECK(parse_site(word) == site);
    CHECK(to_string(site) == word);
  }
  const std::vector<std::pair<std::string, Side>> sides = {
      {"left", Side::left}, {"right", Side::right}, {"both", Side::both}};
  for (const auto& [word, side] : sides) {
    CHECK(parse_side(word) == side);
    CHECK(to_string(side) == word);
  }
  const std::vector<std::pair<std::string, Onset>> onsets = {
      {"during", Onset::during}, {"after", Onset::after}, {"next-day", Onset::next_day}};
  for (const auto& [word, onset] : onsets) {
    CHECK(parse_onset(word) == onset);
    CHECK(to_string(onset) == word);
  }
  for (const std::string word : {"", "burning", "Ache", "low_back", "ache "}) {
    CHECK_FALSE(parse_nature(word));
    CHECK_FALSE(parse_site(word));
    CHECK_FALSE(parse_side(word));
    CHECK_FALSE(parse_onset(word));
    CHECK_FALSE(parse_red_flag(word));
  }
}

TEST_CASE("every red flag has a name of its own") {
  std::vector<std::string_view> names;
  for (const RedFlag flag : all_red_flags) {
    names.push_back(to_string(flag));
    CHECK(parse_red_flag(to_string(flag)) == flag);
  }
  CHECK(names == std::vector<std::string_view>{
                     "saddle-numbness", "bladder-change", "bowel-change", "sexual-change",
                     "leg-weakness-worsening", "both-legs-weak", "new-leg-weakness",
                     "spreading-leg-symptoms", "major-trauma", "fragility", "fever-unwell",
                     "cancer-history", "weight-loss", "severe-night-pain"});
  CHECK(is_emergency(RedFlag::both_legs_weak));
  CHECK_FALSE(is_emergency(RedFlag::new_leg_weakness));
}

TEST_CASE("scores are in halves") {
  CHECK(to_string(Score{3}) == "3");
  CHECK(to_string(Score::halves(7)) == "3.5");
  CHECK(to_string(Score{10}) == "10");
  CHECK(to_string(Score{1} - Score::halves(3)) == "-0.5");
  CHECK(parse_score("3") == Score{3});
  CHECK(parse_score("3.5") == Score::halves(7));
  CHECK(parse_score("3,5") == Score::halves(7));
  CHECK(parse_score("3.0") == Score{3});
  CHECK(parse_score("99") == Score{99});
  for (const std::string none : {"", "3.", ".5", "3.25", "3.50", "-3", "+3", " 3", "3 ", "100",
                                 "3.5.5", "x", "1e1", "99999999999"}) {
    CAPTURE(none);
    CHECK_FALSE(parse_score(none));
  }
}

CheckIn ache_of_three() {
  CheckIn checkin;
  checkin.nature = Nature::ache;
  checkin.peak = 3;
  checkin.now = 3;
  return checkin;
}

struct Change {
  std::string what;
  std::function<void(CheckIn&)> make;
};

TEST_CASE("what can be true is no contradiction") {
  const auto change = GENERATE(values<Change>({
      {"ache", [](CheckIn&) {}},
      {"worst pain", [](CheckIn& c) { c.peak = 10; }},
      {"half a point", [](CheckIn& c) { c.peak = Score::halves(1), c.now = 0; }},
      {"limits 3", [](CheckIn& c) { c.limits = 3; }},
      {"over, and it took no time", [](CheckIn& c) { c.lasted = 0min; }},
      {"none", [](CheckIn& c) { c = CheckIn{}; }},
      {"none=0", [](CheckIn& c) { c = CheckIn{}, c.peak = 0; }},
      {"a pump needs no number", [](CheckIn& c) { c = CheckIn{}, c.nature = Nature::pump; }},
      {"numb without pain", [](CheckIn& c) { c.nature = Nature::numb, c.peak = 0, c.now = 0; }},
      {"none, with a sore back as ever",
       [](CheckIn& c) { c = CheckIn{}, c.baseline = 2, c.now = 2; }},
      {"a twinge",
       [](CheckIn& c) {
         c.nature = Nature::catching, c.peak = 2, c.now = 0, c.twinge = true, c.lasted = 0min;
       }},
      {"a twinge of half an hour",
       [](CheckIn& c) {
         c.nature = Nature::sharp, c.peak = 2, c.now = 0, c.twinge = true, c.lasted = 30min;
       }},
      {"a twinge of which nobody says how long",
       [](CheckIn& c) { c.nature = Nature::sharp, c.peak = 1, c.now = 0, c.twinge = true; }},
  }));
  CheckIn checkin = ache_of_three();
  change.make(checkin);
  CAPTURE(change.what);
  CHECK(contradiction_in(checkin).empty());
}

TEST_CASE("contradictions are named") {
  const auto change = GENERATE(values<Change>({
      {"over the scale", [](CheckIn& c) { c.peak = Score::halves(21); }},
      {"under the scale", [](CheckIn& c) { c.now = Score::halves(-1); }},
      {"baseline over the scale", [](CheckIn& c) { c.baseline = 11; }},
      {"limits 4", [](CheckIn& c) { c.limits = 4; }},
      {"limits -1", [](CheckIn& c) { c.limits = -1; }},
      {"lasted less than nothing", [](CheckIn& c) { c.lasted = -1min; }},
      {"an ache needs a number", [](CheckIn& c) { c.peak.reset(), c.now = 0; }},
      {"soreness needs a number",
       [](CheckIn& c) { c.nature = Nature::soreness, c.peak.reset(), c.now = 0; }},
      {"sharp=0", [](CheckIn& c) { c.nature = Nature::sharp, c.peak = 0, c.now = 0; }},
      {"ache=0", [](CheckIn& c) { c.peak = 0, c.now = 0; }},
      {"none=3", [](CheckIn& c) { c.nature = Nature::none; }},
      {"none, and 1 now", [](CheckIn& c) { c = CheckIn{}, c.now = 1; }},
      {"now over the peak", [](CheckIn& c) { c.now = Score::halves(7); }},
      {"a twinge that aches", [](CheckIn& c) { c.peak = 2, c.now = 0, c.twinge = true; }},
      {"a twinge of 2.5",
       [](CheckIn& c) {
         c.nature = Nature::sharp, c.peak = Score::halves(5), c.now = 0, c.twinge = true;
       }},
      {"a twinge of 31 minutes",
       [](CheckIn& c) {
         c.nature = Nature::sharp, c.peak = 2, c.now = 0, c.twinge = true, c.lasted = 31min;
       }},
      {"a twinge of a day",
       [](CheckIn& c) {
         c.nature = Nature::sharp, c.peak = 2, c.now = 0, c.twinge = true, c.lasted = 24h;
       }},
  }));
  CheckIn checkin = ache_of_three();
  change.make(checkin);
  CAPTURE(change.what);
  CHECK_FALSE(contradiction_in(checkin).empty());
}

TEST_CASE("names of records and of lifters") {
  CHECK(checkin_name(12) == "f12");
  CHECK(peak_of(CheckIn{}) == 0);
  CHECK(peak_of(ache_of_three()) == 3);
  CHECK(is_lifter_id("me"));
  CHECK(is_lifter_id("anna-2"));
  CHECK(is_lifter_id("2-"));
  CHECK(is_lifter_id(std::string(40, 'a')));
  for (const std::string& none : {std::string{}, std::string{"Anna"}, std::string{"a b"},
                                  std::string{"a_b"}, std::string{"../x"}, std::string{"-x"},
                                  std::string{"-"}, std::string(41, 'a'), std::string{"ä"}}) {
    CAPTURE(none);
    CHECK_FALSE(is_lifter_id(none));
  }
}

}  // namespace
}  // namespace hinge
