// A policy file, read strictly: what is refused, where and why; and that writing and reading a
// policy gives the same one.
#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "exchange/policies.hpp"
#include "exchange/policy_keys.hpp"

using namespace hinge;
using namespace hinge::exchange;
using namespace hinge::test;

namespace {

Policy changed(const std::string& text, std::vector<PolicyChange> changes) {
  return read_policy(text, built_in_policies(), changes);
}

/// What is said about a file; "taken" where nothing is.
std::string refusal(const std::string& text, const std::vector<PolicyChange>& changes = {}) {
  try {
    (void)changed(text, changes);
    return "taken";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::bad_data);
    return error.what() + (error.hint().empty() ? std::string{} : "; " + error.hint());
  }
}

/// The same of a file that has a name and these keys.
std::string refusal_of(const std::string& keys) { return refusal(R"({"name":"x",)" + keys + "}"); }

std::string file(const std::string& path) {
  std::ifstream in(std::string{HINGE_SOURCE_DIR} + "/" + path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the built-in policies stand in data/policies, word for word") {
  for (const Policy& policy : built_in_policies()) {
    INFO(policy.name);
    const std::string text = file("data/policies/" + policy.name + ".json");
    CHECK(text == policy_json(policy));
    CHECK(read(text) == policy);
  }
}

TEST_CASE("any policy that is taken reads back as it was written") {
  REQUIRE(rc::check([] {
    const Policy policy = *any_policy();
    const std::string text = policy_json(policy);
    RC_LOG() << text;
    const Policy again = read(text);
    RC_ASSERT(again == policy);
    RC_ASSERT(policy_json(again) == text);
    RC_ASSERT(differences(policy, again).empty());
  }));
}

TEST_CASE("what a file leaves out is as in the policy it extends") {
  CHECK(read(R"({"name":"x"})").progression == Progression{Linear{}});
  const Policy anna = read(R"({"name":"anna","extends":"rehab","step_kg":1.25})");
  CHECK(anna.name == "anna");
  CHECK(anna.step_kg == 1.25_kg);
  CHECK(anna.step_lb == 5_lb);
  CHECK(anna.most_a_week == 2);
  CHECK(read(R"({"name":"x","extends":"rehab","most_a_week":null})").most_a_week == 0);
  CHECK(!read(R"({"name":"x","extends":"rehab","block":null})").block);
  CHECK(read(R"({"name":"linear"})") == linear_policy());
  CHECK(read(R"({"name":"5x5"})").name == "5x5");
  CHECK(read(R"({"schema":"hinge.policy/1","name":"x","mild_pain":2.5})").amber_pain ==
        Score::halves(5));
}

TEST_CASE("a scheme is a kind, and what it leaves out is as before or as usual") {
  CHECK(read(R"({"name":"x","scheme":"double"})").progression ==
        Progression{DoubleProgression{5, 8, {}}});
  CHECK(read(R"({"name":"x","extends":"low-load","scheme":{"kind":"double","high":20}})")
            .progression == Progression{DoubleProgression{10, 20, Rpe{6}}});
  CHECK(read(R"({"name":"x","extends":"low-load","scheme":{"kind":"double","rpe_cap":null}})")
            .progression == Progression{DoubleProgression{10, 15, {}}});
  CHECK(read(R"({"name":"x","scheme":{"kind":"rpe","reps":3,"rpe":8.5}})").progression ==
        Progression{RpeTarget{3, Score::halves(17)}});
  CHECK(std::get<Wave>(
            read(R"({"name":"x","scheme":{"kind":"wave","training_max_percent":85}})").progression)
            .training_max_percent == 85);
}

TEST_CASE("what is no policy is refused where it stands") {
  using Row = std::pair<std::string, std::string>;
  const auto [text, message] = GENERATE(values<Row>({
      {"", "the document: this is no JSON (line 1, column 1); check it with: python3 -m json.tool"},
      {"[]",
       R"(the document: a list is no object; a policy is one, for example {"name":"mine","step_kg":2.5})"},
      {"{} {}",
       "the document: this is no JSON (line 1, column 4); check it with: python3 -m json.tool"},
      {"{}", "/name: this is missing"},
      {R"({"name":"Anna"})",
       R"(/name: "Anna" is not 1 to 40 of a-z, 0-9 and -, with a letter among them and no - first)"},
      {R"({"name":""})",
       R"(/name: "" is not 1 to 40 of a-z, 0-9 and -, with a letter among them and no - first)"},
      {R"({"name":"-"})",
       R"(/name: "-" is not 1 to 40 of a-z, 0-9 and -, with a letter among them and no - first)"},
      {R"({"name":"-x"})",
       R"(/name: "-x" is not 1 to 40 of a-z, 0-9 and -, with a letter among them and no - first)"},
      {R"({"name":"3"})",
       R"(/name: "3" is not 1 to 40 of a-z, 0-9 and -, with a letter among them and no - first)"},
      {R"({"name":"x","extends":null})", "/extends: null is no built-in policy"},
      {R"({"name":7})", "/name: 7 is no text"},
      {R"({"name":null})", "/name: this is missing"},
      {R"({"name":"x","schema":"hinge.policy/2"})",
       R"(/schema: "hinge.policy/2" is not hinge.policy/1)"},
      {R"({"name":"x","extends":"rehap"})",
       R"(/extends: "rehap" is no built-in policy; did you mean rehab?)"},
      {R"({"name":"x","extends":"mine"})",
       R"(/extends: "mine" is no built-in policy; there are linear, double, rpe, wave, rehab or low-load)"},
      {R"({"name":"x","excesive_pain":5})",
       "/excesive_pain: there is no such key; did you mean excessive_pain?"},
      {R"({"name":"x","step_kg":5,"step_kg":5})",
       "/step_kg: this key is there twice; keep one of the two"},
      {R"({"name":"rehab","step_kg":5})",
       R"(/name: "rehab" is a built-in policy, and this one differs from it; give it a name of its own)"},
      {R"({"name":"x","step_kg":NaN})",
       "/step_kg: this is no JSON (line 1, column 23); check it with: python3 -m json.tool"},
      {R"({"name":"x","step_kg":1e999})", "/step_kg: the number is too large (line 1, column 27)"},
      {R"({"name":"x","rungs":[[[[[[[[[]]]]]]]]]})",
       "/rungs/0/0/0/0/0/0/0: nested deeper than 8 levels"},
  }));
  INFO(text);
  CHECK(refusal(text) == message);
}

TEST_CASE("a value of another type or out of range is refused with what is allowed") {
  using Row = std::pair<std::string, std::string>;
  const auto [keys, message] = GENERATE(values<Row>({
      {R"("under_care":1)", "/under_care: 1 is neither true nor false"},
      {R"("under_care":null)", "/under_care: null is no value for this"},
      {R"("clinician":["x"])", "/clinician: a list is no text"},
      {R"("clinician":"  ")", R"(/clinician: "  " is blank)"},
      {R"("clinician":"a\u001b[31m")",
       "/clinician: \"a\\u001b[31m\" is no text that can be shown: it has control characters"},
      {R"("clinician":"a\u0000b")",
       "/clinician: \"a\\u0000b\" is no text that can be shown: it has control characters"},
      {R"("excessive_pain":"6")", R"(/excessive_pain: "6" is no number from 1 to 10 in halves)"},
      {R"("excessive_pain":5.25)", "/excessive_pain: 5.25 is no number from 1 to 10 in halves"},
      {R"("excessive_pain":0.5)", "/excessive_pain: 0.5 is no number from 1 to 10 in halves"},
      {R"("excessive_pain":null)", "/excessive_pain: null is no value for this"},
      {R"("excessive_soreness":7.5)",
       "/excessive_soreness: 7.5 is no number from 8 to 10 in halves"},
      {R"("lingering_pain_h":24.5)", "/lingering_pain_h: 24.5 is no whole number from 1 to 168"},
      {R"("limiting":0)", "/limiting: 0 is no whole number from 1 to 3"},
      {R"("disabling":4)", "/disabling: 4 is no whole number from 1 to 3"},
      {R"("step_kg":0)", "/step_kg: 0 is no number from 0.25 to 20 with at most three decimals"},
      {R"("step_kg":20.001)",
       "/step_kg: 20.001 is no number from 0.25 to 20 with at most three decimals"},
      {R"("most_a_week":0)", "/most_a_week: 0 is no whole number from 1 to 7"},
      {R"("largest_step_percent":11)", "/largest_step_percent: 11 is no whole number from 1 to 10"},
      {R"("deload_percents":[10,20])", "/deload_percents: a list is not three whole numbers"},
      {R"("deload_percents":10)", "/deload_percents: 10 is no list"},
      {R"("deload_percents":[10,"20",30])",
       R"(/deload_percents/1: "20" is no whole number from 5 to 90)"},
      {R"("deload_percents":[0,20,30])", "/deload_percents/0: 0 is no whole number from 5 to 90"},
      {R"("rungs":[])", "/rungs: a list is not 1 to 20 rungs"},
      {R"("rungs":[80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100])",
       "/rungs: a list is not 1 to 20 rungs"},
      {R"("block":{"exposures":201,"weeks":52})",
       "/block/exposures: 201 is no whole number from 1 to 200"},
      {R"("block":{"exposures":200,"weeks":53})",
       "/block/weeks: 53 is no whole number from 1 to 52"},
      {R"("rungs":[50,9])", "/rungs/1: 9 is no whole number from 10 to 100"},
      {R"("block":{"exposures":12})", "/block/weeks: this is missing"},
      {R"("block":{"exposures":12,"week":8})",
       "/block/week: there is no such key; did you mean weeks?"},
      {R"("layoff":[])", "/layoff: a list is not 1 to 10 steps"},
      {R"("layoff":[{"over_days":10}])", "/layoff/0/rung: this is missing"},
      {R"("layoff":[{"over_days":6,"rung":null}])",
       "/layoff/0/over_days: 6 is no whole number from 7 to 365"},
      {R"("layoff":[{"over_days":9,"rung":100}])",
       "/layoff/0/rung: 100 is no whole number from 10 to 99"},
      {R"("scheme":"waves")",
       R"(/scheme: "waves" is none of: linear, double, rpe, wave; did you mean wave?)"},
      {R"("scheme":7)", "/scheme: 7 is no object"},
      {R"("scheme":null)", "/scheme: null is no value for this"},
      {R"("scheme":{"low":5})", "/scheme/kind: this is missing"},
      {R"("scheme":{"kind":null})", "/scheme/kind: null is none of: linear, double, rpe, wave"},
      {R"("scheme":{"kind":"linear","low":5})",
       "/scheme/low: there is no such key; known here: kind"},
      {R"("scheme":{"kind":"rpe","reps":13})", "/scheme/reps: 13 is no whole number from 1 to 12"},
      {R"("scheme":{"kind":"wave","weeks":[]})",
       "/scheme/weeks: a list of 0 is not a list of four weeks"},
      {R"("scheme":{"kind":"wave","weeks":[1,2,3,4]})",
       "/scheme/weeks/0: 1 is not a list of three sets"},
  }));
  INFO(keys);
  CHECK(refusal_of(keys) == message);
}

namespace {
const std::string answers =
    R"(; name who answers for it: clinician=NAME, or "clinician": "NAME" in a file)";
const std::string week =
    R"([{"percent":30,"reps":5},{"percent":40,"reps":5},{"percent":50,"reps":5}])";
}  // namespace

TEST_CASE("keys have to fit each other, so that the promises hold") {
  using Row = std::pair<std::string, std::string>;
  const auto [keys, message] = GENERATE(values<Row>({
      {R"("mild_pain":6)", "taken"},
      {R"("mild_pain":6.5)", "/mild_pain: 6.5 is over excessive_pain, 6"},
      {R"("excessive_pain":3)", "taken"},
      {R"("excessive_pain":2.5)", "/excessive_pain: 2.5 is under mild_pain, 3"},
      {R"("severe_pain":6)", "taken"},
      {R"("severe_pain":5.5)", "/severe_pain: 5.5 is under excessive_pain, 6"},
      {R"("slow_soreness_h":120)", "taken"},
      {R"("slow_soreness_h":121)", "/slow_soreness_h: 121 is over lingering_soreness_h, 120"},
      {R"("limiting":1,"disabling":1)", "taken"},
      {R"("disabling":1)", "/disabling: 1 is under limiting, 2"},
      {R"("nerve_above_knee_percent":25)",
       "/nerve_above_knee_percent: 25 is over nerve_below_knee_percent, 20"},
      {R"("rungs":[50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,84,100])", "taken"},
      {R"("rungs":[40,60,80,100])", "taken"},
      {R"("rungs":[40,61,80,100])", "/rungs/1: 61 is more than 20 above 40"},
      {R"("rungs":[50,60,60,80,100])", "/rungs/2: 60 is not above 60"},
      {R"("rungs":[50,70,60,80,100])", "/rungs/2: 60 is not above 70"},
      {R"("rungs":[50,60,70,80,90])", "/rungs/4: 90 is the last rung, and that is 100"},
      {R"("deload_percents":[50,50,50])", "taken"},
      {R"("deload_percents":[10,20,51])",
       "/deload_percents/2: 51 is more than 50, what the lowest rung (50) is below 100"},
      {R"("deload_percents":[20,15,30])",
       "/deload_percents/1: 15 is less than 20, and a worse day asks for no smaller deload"},
      {R"("missed_percent":51)",
       "/missed_percent: 51 is more than 50, what the lowest rung (50) is below 100"},
      {R"("layoff":[{"over_days":10,"rung":null},{"over_days":10,"rung":90}])",
       "/layoff/1/over_days: 10 is not more than 10"},
      {R"("layoff":[{"over_days":10,"rung":90},{"over_days":20,"rung":90}])",
       "/layoff/1/rung: 90 is not below 90"},
      {R"("lift_layoff":[{"over_days":10,"rung":null},{"over_days":20,"rung":null}])",
       "/lift_layoff/1/rung: null is not below a hold"},
      {R"("lift_layoff":[])", "taken"},
      {R"("block":{"exposures":14,"weeks":2})", "taken"},
      {R"("block":{"exposures":15,"weeks":2})",
       "/block/exposures: 15 is more than fit in, at most 14"},
      {R"("scheme":{"kind":"double","low":8,"high":8})", "taken"},
      {R"("scheme":{"kind":"double","low":9,"high":8})", "/scheme/low: 9 is over high, 8"},
      {R"("scheme":{"kind":"double","low":12,"high":12,"rpe_cap":6})", "taken"},
      {R"("scheme":{"kind":"double","low":13,"high":13,"rpe_cap":6})",
       "/scheme/low: 13 at RPE 6 is beyond the RPE table, which ends at 16 reps to failure"},
      {R"("scheme":{"kind":"rpe","reps":12,"rpe":5.5})",
       "/scheme/reps: 12 at RPE 5.5 is beyond the RPE table, which ends at 16 reps to failure"},
      {R"("scheme":{"kind":"rpe","rpe":9})", "taken"},
      {R"("scheme":{"kind":"rpe","rpe":9.5})",
       "/scheme/rpe: 9.5 is not under rpe_hold, 9.5: every day would be a hold"},
      {R"("extends":"rpe","rpe_hold":8)",
       "/rpe_hold: 8 is not over the scheme's RPE 8: every day would be a hold"},
      {R"("scheme":{"kind":"wave","weeks":[)" + week + "," + week + "," + week + "," + week + "]}",
       "taken"},
      {R"("scheme":{"kind":"wave","weeks":[)" + week + "," + week + "," + week +
           R"(,[{"percent":30,"reps":5},{"percent":40,"reps":5},{"percent":56,"reps":5}]]})",
       "/scheme/weeks/3/2/percent: 56 is over 10 % more than the weeks before it (50)"},
      {R"("scheme":{"kind":"wave","weeks":[)" + week + "," + week + "," + week +
           R"(,[{"percent":30,"reps":5},{"percent":29,"reps":5},{"percent":50,"reps":5}]]})",
       "/scheme/weeks/3/1/percent: 29 is no whole number from 30 to 100"},
      {R"("scheme":{"kind":"wave","weeks":[)" + week + "," + week + "," + week +
           R"(,[{"percent":40,"reps":5},{"percent":39,"reps":5},{"percent":50,"reps":5}]]})",
       "/scheme/weeks/3/1/percent: 39 is less than 40 before it"},
  }));
  INFO(keys);
  CHECK(refusal_of(keys) == message);
}

TEST_CASE("a clinician's name has at most 200 bytes") {
  const auto named = [](std::size_t bytes) {
    return refusal_of(R"("clinician":")" + std::string(bytes, 'x') + '"');
  };
  CHECK(named(200) == "taken");
  CHECK_THAT(named(201), Catch::EndsWith(" is longer than 200 bytes"));
}

TEST_CASE("less careful than the article needs a clinician's name") {
  using Row = std::pair<std::string, std::string>;
  const auto [keys, message] = GENERATE(values<Row>({
      {R"("excessive_pain":6.5)", "/excessive_pain: 6.5 is less careful than the usual 6"},
      {R"("severe_pain":8.5)", "/severe_pain: 8.5 is less careful than the usual 8"},
      {R"("excessive_soreness":8.5)", "/excessive_soreness: 8.5 is less careful than the usual 8"},
      {R"("lingering_pain_h":25)", "/lingering_pain_h: 25 is less careful than the usual 24"},
      {R"("lingering_soreness_h":121)",
       "/lingering_soreness_h: 121 is less careful than the usual 120"},
      {R"("limiting":3)", "/limiting: 3 is less careful than the usual 2"},
      {R"("new_pain":3.5)", "/new_pain: 3.5 is less careful than the usual 3"},
      {R"("deload_percents":[9,20,30])", "/deload_percents/0: 9 is less careful than the usual 10"},
      {R"("deload_percents":[10,19,30])",
       "/deload_percents/1: 19 is less careful than the usual 20"},
      {R"("deload_percents":[10,20,29])",
       "/deload_percents/2: 29 is less careful than the usual 30"},
      {R"("calm_quiet_h":47)", "/calm_quiet_h: 47 is less careful than the usual 48"},
      {R"("rungs":[51,60,70,80,90,100])", "/rungs/0: 51 is less careful than the usual 50"},
  }));
  INFO(keys);
  CHECK(refusal_of(keys) == message + answers);
  CHECK(refusal_of(keys + R"(,"clinician":"Dr Berg")") == "taken");
  CHECK(refusal_of(keys + R"(,"clinician":null)") == message + answers);
}

TEST_CASE("more careful than the article needs nobody") {
  for (const char* keys : {R"("excessive_pain":4)", R"("severe_pain":7)",
                           R"("lingering_pain_h":12)", R"("lingering_soreness_h":96)",
                           R"("limiting":1)", R"("new_pain":2)", R"("deload_percents":[15,25,40])",
                           R"("calm_quiet_h":72)", R"("rungs":[40,50,60,70,80,90,100])"}) {
    INFO(keys);
    CHECK(refusal_of(keys) == "taken");
  }
}

TEST_CASE("KEY=VALUE goes over the file, as JSON or as a text") {
  const std::string linear = policy_json(linear_policy());
  const Policy own = changed(linear, {{"step_kg", "2.5"}});
  CHECK(own.name == "linear-own");
  CHECK(own.step_kg == 2.5_kg);
  CHECK(changed(linear, {{"step_kg", "5"}}).name == "linear");
  CHECK(changed(linear, {{"step_kg", "2.5"}, {"name", "slow"}}).name == "slow");
  CHECK(changed(linear, {{"clinician", "Dr Berg"}, {"excessive_pain", "7"}}).clinician ==
        "Dr Berg");
  CHECK(changed(linear, {{"scheme", "double"}}).progression ==
        Progression{DoubleProgression{5, 8, {}}});
  CHECK(changed(R"({"name":"mine","step_kg":1})", {{"step_kg", "2"}}).name == "mine");
  CHECK(refusal(linear, {{"step_kg", "5"}, {"step_kg", "5"}}) ==
        "/step_kg: this key is there twice; keep one of the two");
  CHECK(refusal(linear, {{"step_gk", "5"}}) ==
        "/step_gk: there is no such key; did you mean step_kg?");
  CHECK(refusal(linear, {{"step_kg", "NaN"}}) ==
        R"(/step_kg: "NaN" is no number from 0.25 to 20 with at most three decimals)");
  CHECK(refusal(linear, {{"name", "rehab"}, {"step_kg", "3"}}).substr(0, 14) == "/name: \"rehab\"");
  CHECK(
      refusal("7", {{"step_kg", "5"}}) ==
      R"(the document: 7 is no object; a policy is one, for example {"name":"mine","step_kg":2.5})");
}

TEST_CASE("a file has at most 64 KiB") {
  const std::string start = R"({"name":"x")";
  const std::string fits = start + std::string(largest_policy - start.size() - 1, ' ') + "}";
  CHECK(refusal(fits) == "taken");
  CHECK(refusal(" " + fits) ==
        "a policy has at most 64 KiB, and this is longer; write one anew: hinge policy show linear "
        "--json is one to start from");
}

TEST_CASE("a lift's own policy says nothing about the back") {
  Policy general = linear_policy();
  general.excessive_pain = 5;
  Policy of_lift = *built_in_policy("low-load");
  CHECK_NOTHROW(refuse_back_keys(of_lift, general));
  of_lift.excessive_pain = 5;
  CHECK_NOTHROW(refuse_back_keys(of_lift, general));
  of_lift.excessive_pain = 4;
  CHECK_THROWS_WITH(refuse_back_keys(of_lift, general),
                    "excessive_pain: 4 can't be for one lift alone: it is one back");
}

TEST_CASE("what a lift goes by is its own, and about the back everybody's") {
  Policy general = *built_in_policy("rehab");
  general.excessive_pain = 7;
  general.clinician = "Dr Berg";
  general.deload_percent = {15, 25, 35};
  const Policy used = as_used(*built_in_policy("low-load"), general);
  CHECK(used.name == "low-load");
  CHECK(used.progression == built_in_policy("low-load")->progression);
  CHECK(used.most_a_week == 0);
  CHECK(used.excessive_pain == 7);
  CHECK(used.deload_percent == general.deload_percent);
  CHECK(used.clinician == "Dr Berg");
  CHECK(as_used(linear_policy(), linear_policy()) == linear_policy());
}

TEST_CASE("differences name the keys, in the order of the file") {
  CHECK(differences(linear_policy(), linear_policy()).empty());
  CHECK(differences(linear_policy(), *built_in_policy("rehab")) ==
        std::vector<PolicyDifference>{{"step_kg", "5", "2.5"},
                                      {"step_lb", "10", "5"},
                                      {"most_a_week", "null", "2"},
                                      {"block", "null", R"({"exposures":12,"weeks":8})"}});
}

// The schema file says the same as the program.

namespace {

/// A file with one key, which has no clinician's name in the way.
std::string with(const std::string& key, const nlohmann::json& value) {
  nlohmann::json document = {{"name", "x"}, {"clinician", "Dr Berg"}};
  document[key] = value;
  return document.dump();
}

/// Whether the value is out of this key's range, whatever the other keys say.
bool out_of_range(const std::string& key, const nlohmann::json& value) {
  const std::string said = refusal(with(key, value));
  return said.find("/" + key + ": ") == 0 && said.find(" is no ") != std::string::npos;
}

}  // namespace

TEST_CASE("the schema has the program's keys and ranges") {
  const auto properties =
      nlohmann::json::parse(file("data/schema/hinge.policy.schema.json")).at("properties");
  CHECK(properties.size() == policy_keys().size() + 3);
  for (const PolicyKey& key : policy_keys()) {
    const std::string name{key.name};
    INFO(name);
    REQUIRE(properties.contains(name));
    const auto& range = properties.at(name);
    if (!range.contains("minimum")) continue;
    const double least = range.at("minimum").get<double>();
    const double most = range.at("maximum").get<double>();
    const double step = range.at("type") == "number" ? 0.5 : 1;
    CHECK(!out_of_range(name, least));
    CHECK(!out_of_range(name, most));
    CHECK(out_of_range(name, least - step / 2));
    CHECK(out_of_range(name, least - step));
    CHECK(out_of_range(name, most + step));
  }
}
