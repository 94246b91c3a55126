#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "exchange/policy_keys.hpp"
#include "hinge/store.hpp"
#include "report/policies.hpp"
#include "world.hpp"

namespace hinge::cli {
namespace {

using Catch::Contains;

/// What another hinge might have stored: a choice that this one can't read.
void choose_behind_the_back(const World& world, const std::string& policy) {
  Store store = Store::open(world.database(), Access::write, std::chrono::seconds{1});
  auto writing = store.begin("policy set", "2026-11-22T18:30:00+01:00");
  writing.add_policy("me", "", policy);
  writing.commit();
}

std::string policy_in_use(World& world, const std::string& lifter) {
  const Ran ran = world.run({"next", "--json", "-l", lifter});
  REQUIRE(ran.code == 0);
  const auto policy = nlohmann::json::parse(ran.out).at("policy");
  return policy.at("name").get<std::string>() + " " +
         std::to_string(policy.at("version").get<int>());
}

}  // namespace

TEST_CASE("policy show has every key of a policy file, once") {
  auto shown = report::shown_policy_keys();
  std::vector<std::string_view> keys;
  for (const exchange::PolicyKey& key : exchange::policy_keys()) keys.push_back(key.name);
  std::sort(shown.begin(), shown.end());
  std::sort(keys.begin(), keys.end());
  CHECK(shown == keys);
}

TEST_CASE("a policy that can't be taken changes nothing, and the message says where") {
  World world;
  REQUIRE(world.run({"log", "140x5x3"}).code == 0);
  const std::string before = world.bytes();
  const char* text = GENERATE(
      "", " ", "null", "[]", "\"linear\"", "{", "{}", "{}{}", "{\"name\":\"x\"} x",
      "{\"name\":\"x\",}", "{name:\"x\"}", "{'name':'x'}", "// x\n{\"name\":\"x\"}",
      R"({"name":"x","name":"x"})", R"({"name":"x","step_kg":2,"step_kg":2})", R"({"name":"Ä"})",
      R"({"name":"a b"})", R"({"name":"linear","step_kg":1})", R"({"name":"x","extends":"X"})",
      R"({"name":"x","extends":null,"extnds":"rehab"})", R"({"name":"x","extends":["rehab"]})",
      R"({"name":"x","version":3})", R"({"name":"x","Scheme":"double"})",
      R"({"name":"x","scheme":"Double"})", R"({"name":"x","scheme":{"kind":"double","lo":5}})",
      R"({"name":"x","scheme":{"kind":"double","low":"5"}})",
      R"({"name":"x","scheme":{"kind":"wave","weeks":[[],[],[],[]]}})",
      R"({"name":"x","scheme":[]})", R"({"name":"x","excessive_pain":true})",
      R"({"name":"x","excessive_pain":"6"})", R"({"name":"x","excessive_pain":-6})",
      R"({"name":"x","excessive_pain":1e1000})", R"({"name":"x","excessive_pain":Infinity})",
      R"({"name":"x","excessive_pain":0x6})", R"({"name":"x","excessive_pain":06})",
      R"({"name":"x","excessive_pain":6.1})", R"({"name":"x","excessive_pain":[6]})",
      R"({"name":"x","excessive_pain":6.5})", R"({"name":"x","excessive_pain":6.5,"clinician":""})",
      R"({"name":"x","excessive_pain":6.5,"clinician":" "})",
      R"({"name":"x","clinician":"\ud800"})", R"({"name":"x","clinician":"\u202e"})",
      R"({"name":"x","rungs":[100,50]})", R"({"name":"x","rungs":[50,50,100]})",
      R"({"name":"x","rungs":[50,100]})", R"({"name":"x","rungs":[50.5,60,80,100]})",
      R"({"name":"x","rungs":{"0":50}})", R"({"name":"x","deload_percents":[30,20,10]})",
      R"({"name":"x","deload_percents":[10,20,30,40]})",
      R"({"name":"x","deload_percents":[[10],20,30]})", R"({"name":"x","layoff":null})",
      R"({"name":"x","layoff":[10]})", R"({"name":"x","layoff":[{"over_days":10,"rung":"90"}]})",
      R"({"name":"x","block":[]})", R"({"name":"x","most_a_week":8})",
      R"({"name":"x","under_care":"yes"})", R"({"name":"x","rpe_hold":8.25})",
      R"({"name":"x","step_lb":0.0001})");
  INFO(text);
  const Ran ran = world.run({"policy", "set", "-", "--json"}, text);
  CHECK(ran.code == 4);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, Contains("standard input: ") && Contains("nothing was stored"));
  CHECK((ran.err.find(": /") != std::string::npos ||
         ran.err.find("the document: ") != std::string::npos));
  CHECK(world.bytes() == before);
  CHECK(world.run({"policy", "check", "-"}, text).code == 4);
}

TEST_CASE("looking at policies writes nothing") {
  World world;
  REQUIRE(world.run({"log", "140x5x3"}).code == 0);
  REQUIRE(world.run({"policy", "set", "rehab", "step_kg=1"}).code == 0);
  const std::string before = world.bytes();
  for (const std::vector<std::string>& args :
       std::vector<std::vector<std::string>>{{"policy", "list"},
                                             {"policy", "show"},
                                             {"policy", "log"},
                                             {"policy", "check", "wave"},
                                             {"next"},
                                             {"policy", "set", "rehab-own"}}) {
    CHECK(world.run(args).code == 0);
    CHECK(world.bytes() == before);
  }
}

TEST_CASE("each lifter goes by their own policy") {
  World world;
  REQUIRE(world.run({"lifter", "add", "anna"}).code == 0);
  REQUIRE(world.run({"lifter", "add", "joe"}).code == 0);
  REQUIRE(world.run({"policy", "set", "rehab", "-l", "anna"}).code == 0);
  REQUIRE(world.run({"log", "80x5", "-l", "anna"}).code == 0);
  REQUIRE(world.run({"log", "80x5", "-l", "joe"}).code == 0);
  CHECK(policy_in_use(world, "anna") == "rehab 2");
  CHECK(policy_in_use(world, "joe") == "linear 1");
  CHECK(world.run({"policy", "list"}).code == 2);
  CHECK(world.run({"policy", "set", "wave"}).code == 2);
  CHECK(world.run({"policy", "set", "wave", "-l", "kim"}).code == 3);
}

TEST_CASE("a policy of another hinge is never taken for another one") {
  World world;
  REQUIRE(world.run({"log", "140x5x3"}).code == 0);
  const char* stored = GENERATE("tomorrow", "{\"name\":\"x\",\"tomorrow\":1}");
  choose_behind_the_back(world, stored);
  const Ran next = world.run({"next"});
  CHECK(next.code == 5);
  CHECK_THAT(next.err, Contains("version 2 of the policy can't be read") && Contains("tomorrow") &&
                           Contains("hinge policy set linear"));
  // What was lifted can be logged all the same, and another policy chosen.
  CHECK(world.run({"log", "60x5"}).code == 0);
  CHECK(world.run({"policy", "set", "linear"}).code == 0);
  CHECK(world.run({"next"}).code == 0);
}

TEST_CASE("what is no regular file is refused at once") {
  World world;
  const std::string pipe = (world.home() / "pipe.json").string();
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const Ran ran = world.run({"policy", "check", pipe});
  CHECK(ran.code == 4);
  CHECK_THAT(ran.err, Contains("is no file"));
}

TEST_CASE("logging as suggested logs the lighter sets of a wave too") {
  World world;
  REQUIRE(world.run({"policy", "set", "wave"}).code == 0);
  REQUIRE(world.run({"log", "100x5x3", "--on", "2026-11-16"}).code == 0);
  REQUIRE(world.run({"feel", "none", "--on", "2026-11-17"}).code == 0);
  const auto target = nlohmann::json::parse(world.run({"next", "--json"}).out).at("target");
  const Ran logged = world.run({"log", "--as-suggested", "--json"});
  REQUIRE(logged.code == 0);
  const auto sets = nlohmann::json::parse(logged.out).at("sets");
  REQUIRE(sets.size() == 3);
  CHECK(sets.at(0).at("load") == target.at("lead_in").at(0).at("load"));
  CHECK(sets.at(1).at("load") == target.at("lead_in").at(1).at("load"));
  CHECK(sets.at(2).at("load") == target.at("load"));
}

}  // namespace hinge::cli
