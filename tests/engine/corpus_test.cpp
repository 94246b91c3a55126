// The engine against a second reading of engine.md: histories told at random, and what the model in
// tests/model answers about each on several days.
#include "engine/corpus.hpp"

#include <catch2/catch.hpp>

using namespace hinge;
using namespace hinge::test::corpus;

TEST_CASE("the engine answers as the second reading does") {
  const std::vector<Life> lives = read_corpus();
  REQUIRE(lives.size() > 400);
  for (const Life& life : lives) {
    for (const Question& question : life.questions) {
      const History history = handed_out(life.history, question.when.date);
      const Suggestion made = suggest(history, linear_policy(), question.when, question.lift);
      const std::string answer = in_one_line(made);
      if (answer == question.answer) continue;
      INFO("history " << life.name << " on day " << day_name(question.when) << ", "
                      << question.lift);
      CHECK(answer == question.answer);
    }
  }
}
