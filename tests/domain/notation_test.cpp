#include "domain/notation.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "hinge/error.hpp"

namespace hinge {
namespace {

constexpr Loading kilograms = Loading::standard(Unit::kg);
constexpr Loading pounds = Loading::standard(Unit::lb);

Set set_of(Weight weight, int reps, std::optional<Rpe> rpe = std::nullopt) {
  Set set;
  set.weight = weight;
  set.reps = reps;
  set.rpe = rpe;
  return set;
}
Set failed(Set set) {
  set.failed = true;
  return set;
}
Set warmup(Set set) {
  set.kind = SetKind::warmup;
  return set;
}
constexpr Weight kg(long double load) {
  return {Load::of(std::int64_t(load * 1000), Unit::kg), Unit::kg};
}
constexpr Weight lb(int load) { return {Load::of(load * std::int64_t{1000}, Unit::lb), Unit::lb}; }

struct Reading {
  std::string text;
  std::vector<Set> sets;
};

TEST_CASE("the notation is read: load first, reps second") {
  const Set five = set_of(kg(140), 5);
  const Set at_eight = set_of(kg(140), 5, 8);
  const auto reading = GENERATE_COPY(values<Reading>({
      {"140x5", {five}},
      {"140x5x3", {five, five, five}},
      {"140x5x3 @8", {at_eight, at_eight, at_eight}},
      {"140x5x3@8", {at_eight, at_eight, at_eight}},
      {"140x5/5/4f @8/8.5/10",
       {at_eight, set_of(kg(140), 5, Score::halves(17)), failed(set_of(kg(140), 4, 10))}},
      {"140x5/3 @8", {at_eight, set_of(kg(140), 3, 8)}},
      {"140x5x2 @8/9", {at_eight, set_of(kg(140), 5, 9)}},
      {"60x5w 100x3w 140x5x3@8",
       {warmup(set_of(kg(60), 5)), warmup(set_of(kg(100), 3)), at_eight, at_eight, at_eight}},
      {"60x5@6w", {warmup(set_of(kg(60), 5, 6))}},
      {"315lbx5x3", {set_of(lb(315), 5), set_of(lb(315), 5), set_of(lb(315), 5)}},
      {"315lbsx5", {set_of(lb(315), 5)}},
      {"140kgx5", {five}},
      {"140KGx5", {five}},
      {"3x5@140kg@8", {at_eight, at_eight, at_eight}},
      {"3x5@140kg", {five, five, five}},
      {"3x5@315lb", {set_of(lb(315), 5), set_of(lb(315), 5), set_of(lb(315), 5)}},
      {"2x5@140kg@8/8,5", {at_eight, set_of(kg(140), 5, Score::halves(17))}},
      {"2x0f@140kg", {failed(set_of(kg(140), 0)), failed(set_of(kg(140), 0))}},
      {"142,5x5", {set_of(kg(142.5L), 5)}},
      {"142.5x5", {set_of(kg(142.5L), 5)}},
      {"142.125x5", {set_of(kg(142.125L), 5)}},
      {"0140x05x01", {five}},
      {"140x0f", {failed(set_of(kg(140), 0))}},
      {"140x4fx2", {failed(set_of(kg(140), 4)), failed(set_of(kg(140), 4))}},
      {"140X5", {five}},
      {"140\u00d75\u00d72", {five, five}},
      {"140 x 5 x 2 @ 8", {at_eight, at_eight}},
      {"140x5 / 5 @ 8 / 8", {at_eight, at_eight}},
      {"  140x5\t", {five}},
      {"140 kg x 5", {five}},
      {"140x5@8 140x5", {at_eight, five}},
      {"140x5@5 140x5@10", {set_of(kg(140), 5, 5), set_of(kg(140), 5, 10)}},
      {"10kgx5", {set_of(kg(10), 5)}},  // under the bar, but said with its unit
      {"0kgx5", {set_of(kg(0), 5)}},
      {"20x5", {set_of(kg(20), 5)}},
      {"140x50", {set_of(kg(140), 50)}},
      {"140x5x20", std::vector<Set>(20, five)},
      {"1000kgx1", {set_of(kg(1000), 1)}},
  }));
  CAPTURE(reading.text);
  CHECK(read_sets(reading.text, kilograms, Load{}, false).sets == reading.sets);
}

TEST_CASE("bare loads are in the lifter's unit, and it is told that there was one") {
  const ReadSets bare = read_sets("315lbx5 225x5", pounds, Load{}, false);
  CHECK(bare.sets.at(1).weight == lb(225));
  CHECK(bare.any_bare_load);
  CHECK_FALSE(read_sets("315lbx5 3x5@100kg", kilograms, Load{}, false).any_bare_load);
  CHECK(read_sets("225x5", kilograms, Load{}, false).sets.at(0).weight == kg(225));
}

struct Refused {
  std::string text;
  std::string message;  ///< has this in it
  std::string hint;     ///< has this in it
};

/// What `text` is refused with; fails the test if it is not, or if the words are not those.
void check_refused(const Refused& refused, bool force) {
  CAPTURE(refused.text);
  try {
    (void)read_sets(refused.text, kilograms, 140_kg, force);
    FAIL("was taken");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK_THAT(error.what(), Catch::Contains(refused.message));
    CHECK_THAT(error.hint(), Catch::Contains(refused.hint));
  }
}

TEST_CASE("what is no notation is refused with a rewrite, by force too") {
  const auto refused = GENERATE(values<Refused>({
      {"3x5@140", "140 is not an RPE", "for a load after @ write the unit: 3x5@140kg"},
      {"140x5,5,4", "140x5,5,4", "one set after another: 140x5/5/4"},
      {"140x5,5", "140x5,5", "one set after another: 140x5/5"},
      {"140x5, 5, 4", "','", "one set after another: 140x5/5/4"},
      {"140kg 5/5/4", "140kg has no x", "did you mean 140kgx5/5/4"},
      {"140kg5", "140kg has no x", "did you mean 140kgx5"},
      {"140 5", "140 has no x", "did you mean 140x5"},
      {"w60x5", "'w' can't be read", "a w right behind it: 60x5w"},
      {"60x5 warmup", "'warmup' after 60x5", "a w right behind it: 60x5w"},
      {"Warm-up 60x5", "'Warm'", "a w right behind it: 60x5w"},
      {"60x5w,100x3w", "',' after 60x5w", "a space stands between groups"},
      {"60x5w; 45kgx3", "';' after 60x5w", "a space stands between groups"},
      {"140x5,130x5", "a comma is a decimal point", "a space stands between groups"},
      {"140x5, 5/4", "','", "one set after another: 140x5/5/4"},
      {"140x5 2rir", "rir", "@8"},
      {"140x5 1RIR", "RIR", "1 left is @9"},
      {"140x5+", "'+' after 140x5", "write the reps you did"},
      {"140x5 rpe8", "rpe", "140x5 @8"},
      {"140*5", "'*' after 140", "140x5"},
      {"3x8x135kg", "3x8x135kg", "did you mean 135kgx8x3"},
      {"5x140kg", "5x140kg", "did you mean 140kgx5"},
      {"140x5x3kg", "140x5x3kg", "did you mean 140kgx5x3"},
      {"140", "140 has no reps", "load x reps"},
      {"140kg", "140kg has no reps", "load x reps"},
      {"140x", "140x ends too early", "load x reps"},
      {"140x5@", "140x5@ ends too early", ""},
      {"140x5/", "140x5/ ends too early", ""},
      {"", "no sets", "140x5x3"},
      {" ", "no sets", "140x5x3"},
      {"x5", "'x'", ""},
      {"140x5x3x2", "'x' after 140x5x3", ""},
      {"140x5x3/4", "'/' after 140x5x3", ""},
      {"140x5/5x3", "'x' after 140x5/5", ""},
      {"140x5@8@9", "'@' after 140x5@8", ""},
      {"140kgx5@140kg", "140 is not an RPE", "5 to 10"},
      {"140x5x3@140kg", "140 is not an RPE", "5 to 10"},
      {"60x5w100x3", "'100' after 60x5w", ""},
      {"140x5 ww", "'w'", ""},
      {"140x5@4.5", "4.5 is not an RPE", "5 to 10"},
      {"140x5@10.5", "10.5 is not an RPE", "5 to 10"},
      {"140x5@8.3", "8.3 is not an RPE", "halves"},
      {"140x5@8,8", "8,8 is not an RPE", "@8/8.5/9"},
      {"140x5/5@8/8/8", "2 sets and 3 RPEs", "one a set"},
      {"140x5x3@8/9", "3 sets and 2 RPEs", "one a set"},
      {"140x5@8/9", "1 set and 2 RPEs", "one a set"},
      {"140x5x0", "0 sets", "1 to 1000"},
      {"0x5@140kg", "0 sets", "1 to 1000"},
      {"140x0", "0 reps", "0f"},
      {"140x5/0", "0 reps", "0f"},
      {"140x5.5", "5.5 is no whole number of reps", ""},
      {"140x5x2.5", "2.5 is no whole number of sets", ""},
      {"2.5x5@140kg", "2.5 is no whole number of sets", ""},
      {"142.1255x5", "142.1255", "three decimals"},
      {"1000.001x1", "1000.001", "1000 kg"},
      {"2205lbx1", "2205", "1000 kg"},  // 1000.17 kg
      {"99999999999999999999x5", "99999999999999999999", "1000 kg"},
      {"140x1001", "1001 reps", "1000"},
      {"140x99999999999", "reps", "1000"},
      {"140x5x1001", "1001 sets", "1000"},
      {"-140x5", "-140x5 begins with a sign", "hinge log 140x5"},
      {"140x-5", "'-' after 140x", ""},
      {"140 3x5", "140 3x5 can be read in two ways",
       "3 sets of 5 are 140x5x3, and 5 sets of 3 140x3x5"},
      {"140kg 3x5", "140kg 3x5 can be read",
       "3 sets of 5 are 140kgx5x3, and 5 sets of 3 140kgx3x5"},
      {"140 5/4", "140 has no x", "did you mean 140x5/4"},
      {"60x5w 140 5/4", "140 has no x", "did you mean 140x5/4"},
      {"60x5w 140x5,5", "140x5,5: a comma is", "one set after another: 140x5/5"},
      {"5.5x5kg", "5.5x5kg", "did you mean 5.5kgx5"},
      {"20x5@140", "140 is not an RPE", "for a load after @ write the unit: 20x5@140kg"},
      {"21x5@140", "140 is not an RPE", "an RPE is 5 to 10"},
      {"2.5x5@140", "140 is not an RPE", "an RPE is 5 to 10"},
      {"3x5@11", "11 is not an RPE", "for a load after @ write the unit: 3x5@11kg"},
      {"3x5@10.5", "10.5 is not an RPE", "an RPE is 5 to 10"},
      {"3x5@4", "4 is not an RPE", "an RPE is 5 to 10"},
      {std::string(40, 'y'), "'" + std::string(40, 'y') + "' can't", ""},
      {std::string(41, 'y'), "'" + std::string(40, 'y') + "...' can't", ""},
      {"140.x5", "'.' after 140", ""},
      {".5x5", "'.'", ""},
      {"deadlift", "'deadlift'", ""},
      {"140x5\x1b[31m", "\\u001b", ""},
      {std::string("140\0x5", 6), "\\u0000", ""},
  }));
  check_refused(refused, false);
  check_refused(refused, true);
}

TEST_CASE("what is hard to believe is refused, and taken by force") {
  const auto refused = GENERATE(values<Refused>({
      {"3x5", "3x5 would be 5 reps at 3 kg. Load comes first", "3 sets of 5: hinge log 140x5x3"},
      {"3x5@8", "5 reps at 3 kg", "hinge log 140x5x3"},
      {"3x8x135", "135 sets of 8 at 3 kg", "did you mean 135x8x3"},
      {"5x100", "100 reps at 5 kg", "did you mean 100x5"},
      {"10x5x3", "3 sets of 5 at 10 kg", "10kg"},
      {"19x5", "5 reps at 19 kg. Load comes first", "19 sets of 5: hinge log 140x5x19"},
      {"19.999x5", "19.999 kg", "19.999kg"},
      {"140x5 3x5", "5 reps at 3 kg", "hinge log"},
      {"1x5", "5 reps at 1 kg. Load comes first", "1 set of 5: hinge log 140x5x1"},
      {"0.5x5", "5 reps at 0.5 kg, and the bar is 20 kg", "write the unit, 0.5kg"},
      {"5x20", "20 reps at 5 kg. Load comes first", "5 sets of 20: hinge log 140x20x5"},
      {"5x21", "21 reps at 5 kg", "did you mean 21x5"},
      {"5x8x20", "20 sets of 8 at 5 kg", "did you mean 20x8x5"},
      {"5x8x19", "19 sets of 8 at 5 kg, and the bar is 20 kg", "write the unit, 5kg"},
      {"5x30x10", "10 sets of 30 at 5 kg, and the bar is 20 kg", "write the unit, 5kg"},
      {"140x5x21", "21 sets", "--force"},
      {"140x51", "more than 50 reps", "--force"},
      {"140x5/51", "more than 50 reps", "--force"},
      {"175.001x1", "25 % above your best, 140 kg", "--force"},
      {"386lbx1", "25 % above your best", "--force"},      // 175.09 kg
      {"315x5", "25 % above your best, 140 kg", "315lb"},  // was it pounds?
  }));
  check_refused(refused, false);
  CHECK_FALSE(read_sets(refused.text, kilograms, 140_kg, true).sets.empty());
}

TEST_CASE("no rewrite is proposed that would be refused itself") {
  const auto refused = [](std::string_view text, const Loading& loading) {
    try {
      (void)read_sets(text, loading, Load{}, false);
    } catch (const Error& error) {
      return std::string{error.what()} + "; " + error.hint();
    }
    return std::string{};
  };
  CHECK(refused("20x5", pounds) ==
        "20x5 would be 5 reps at 20 lb. Load comes first; 20 sets of 5: hinge log 315x5x20");
  CHECK(refused("21x5", pounds) ==
        "21x5 would be 5 reps at 21 lb, and the bar is 45 lb; if that is right write the unit, "
        "21lb, or add --force");
  CHECK(refused("-140x5x3", kilograms) ==
        "-140x5x3 begins with a sign, and a load has none; write it without: hinge log 140x5x3");
}

TEST_CASE("a thousand sets are the most, by force too") {
  CHECK(read_sets("140x5x600 140x5x400", kilograms, Load{}, true).sets.size() == 1000);
  check_refused({"140x5x600 140x5x401", "more than 1000 sets", "sessions of their own"}, true);
}

TEST_CASE("a quarter over the best is the most that is believed") {
  CHECK(read_sets("175x1", kilograms, 140_kg, false).sets.size() == 1);
  CHECK(read_sets("385lbx1", kilograms, 140_kg, false).sets.size() == 1);  // 174.63 kg
  CHECK(read_sets("400x1", kilograms, Load{}, false).sets.size() == 1);    // nothing to compare
}

TEST_CASE("pounds are proposed where no unit stood and they can be believed") {
  const auto hint_of = [](std::string_view text) {
    try {
      (void)read_sets(text, kilograms, 140_kg, false);
    } catch (const Error& error) {
      return std::string{error.hint()};
    }
    return std::string{};
  };
  CHECK(hint_of("315x5") == "pounds are 315lb; if it is right, add --force");
  CHECK(hint_of("385x1") == "pounds are 385lb; if it is right, add --force");  // 174.63 kg of 175
  CHECK(hint_of("386x1") == "if it is right, add --force");                    // 175.09 kg
  CHECK(hint_of("315kgx5") == "if it is right, add --force");
  CHECK(hint_of("400lbx5") == "if it is right, add --force");
}

TEST_CASE("without a bar no bare load is under it") {
  constexpr Loading dumbbells{Unit::kg, 0_kg, 2.5_kg};
  CHECK(read_sets("3x5", dumbbells, Load{}, false).sets.at(0).weight == kg(3));
}

TEST_CASE("a refusal stays short, however long the text") {
  const std::string text = GENERATE(
      values<std::string>({std::string(100'000, '1'), std::string(100'000, 'x'),
                           "140x5" + std::string(100'000, '+'), std::string(100'000, '\xC3')}));
  try {
    (void)read_sets(text, kilograms, Load{}, false);
    FAIL("was taken");
  } catch (const Error& error) {
    CHECK(std::string{error.what()}.size() < 400);
    CHECK(error.hint().size() < 400);
  }
}

TEST_CASE("sets are written as short as they can be") {
  const auto text = GENERATE(values<std::string>({"140kgx5",
                                                  "140kgx5x3",
                                                  "140kgx5x3@8",
                                                  "140kgx5/5/4f@8/8.5/10",
                                                  "60kgx5w 100kgx3w 140kgx5x3",
                                                  "142.5kgx5",
                                                  "315lbx5x3",
                                                  "140kgx0f",
                                                  "140kgx5x10 140kgx4",
                                                  "140kgx5x10@8 140kgx5@9",
                                                  "140kgx5/4",
                                                  "140kgx5 140kgx5@8",
                                                  "140kgx5x3@8/8.5/9",
                                                  "140kgx5/4@8",
                                                  "140kgx5w 140kgx5",
                                                  "100kgx5 100.5kgx5",
                                                  "308.647lbx1 140kgx1",
                                                  "140kgx5 140kgx5f@9",
                                                  "140kgx10x2",
                                                  "60kgx10/10/5/5/5/5/4/4/4/4",
                                                  ""}));
  CAPTURE(text);
  const auto sets =
      text.empty() ? std::vector<Set>{} : read_sets(text, kilograms, Load{}, false).sets;
  CHECK(write_sets(sets) == text);
}

TEST_CASE("an outlier is written as the work set it was") {
  Set outlier = set_of(kg(900), 5);
  outlier.kind = SetKind::outlier;
  CHECK(write_sets({outlier}) == "900kgx5");
}

}  // namespace
}  // namespace hinge
