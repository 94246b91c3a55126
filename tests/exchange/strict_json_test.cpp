#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "exchange/strict_json.hpp"
#include "hinge/error.hpp"

using namespace hinge;
using namespace hinge::exchange;

namespace {

std::string refusal(const std::string& text, JsonLimits limits = {}) {
  try {
    return "taken: " + parse_strict(text, limits).dump();
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::bad_data);
    return error.what();
  }
}

std::string nested(int depth) {
  const auto count = static_cast<std::size_t>(depth);
  return std::string(count, '[') + std::string(count, ']');
}

}  // namespace

TEST_CASE("what is JSON is read as it is written") {
  const std::string text = R"({"a":[1,-2,0.5,true,null,"x\u00e9",{}],"b":{"a":{"a":1}},"c":[]})";
  CHECK(parse_strict(text) == nlohmann::json::parse(text));
  CHECK(parse_strict(" 7\n") == nlohmann::json(7));
  CHECK(parse_strict("[[1],[2,[3]],4]").dump() == "[[1],[2,[3]],4]");
}

TEST_CASE("a NUL byte ends nothing: behind the text or in a key it is refused") {
  using namespace std::string_literals;
  CHECK(refusal("{\"a\":1}\0{\"b\":2}"s) ==
        "the document: a NUL byte is no JSON (line 1, column 8)");
  CHECK(refusal("{\"a\":1}\0"s) == "the document: a NUL byte is no JSON (line 1, column 8)");
  CHECK(refusal(R"({"x":{"step\u0000_kg":1}})") == "/x/step_kg: this key has a NUL byte in it");
}

TEST_CASE("a key that is there twice is refused where it stands") {
  CHECK(refusal(R"({"a":1,"a":1})") == "/a: this key is there twice");
  CHECK(refusal(R"({"a":1,"\u0061":2})") == "/a: this key is there twice");
  CHECK(refusal(R"({"x":[0,{"y/~":1,"y/~":2}]})") == "/x/1/y~1~0: this key is there twice");
  CHECK(refusal(R"({"a":{"a":1},"b":{"a":1}})") == R"(taken: {"a":{"a":1},"b":{"a":1}})");
}

TEST_CASE("nesting ends at the limit") {
  CHECK(refusal(nested(64)).substr(0, 6) == "taken:");
  CHECK(refusal(nested(65)).find("nested deeper than 64 levels") != std::string::npos);
  CHECK(refusal(nested(100'000)).find("nested deeper than 64 levels") != std::string::npos);
  CHECK(refusal("[[1]]", {2}) == "taken: [[1]]");
  CHECK(refusal(R"([0,{"a":[]}])", {2}) == "/1/a: nested deeper than 2 levels");
}

TEST_CASE("what is no JSON is refused with line and column") {
  CHECK(refusal("") == "the document: this is no JSON (line 1, column 1)");
  CHECK(refusal("{\"a\":1}\n{}") == "the document: this is no JSON (line 2, column 1)");
  CHECK(refusal("{\"a\":[1,\n  x]}") == "/a/1: this is no JSON (line 2, column 3)");
  CHECK(refusal("[1e999]") == "/0: the number is too large (line 1, column 6)");
  for (const char* text : {"{", "[1,]", "{\"a\"}", "nul", "'a'", "[1] x", "// a\n1", "\"\x01\"",
                           "\"\xff\"", "\"\\ud800\"", "01", "+1", "NaN", "[1 2]", "1 2"}) {
    INFO(text);
    CHECK(refusal(text).find("this is no JSON") != std::string::npos);
  }
}

TEST_CASE("a very long place is cut") {
  const std::string key(1000, 'k');
  CHECK(refusal("{\"" + key + "\":1,\"" + key + "\":1}").size() < 250);
}
