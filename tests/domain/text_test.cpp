#include "domain/text.hpp"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/did_you_mean.hpp"
#include "domain/fold.hpp"

namespace hinge {
namespace {

using namespace std::string_literals;

TEST_CASE("UTF-8 is taken from its shortest to its longest form") {
  const std::string text = GENERATE(
      values<std::string>({"", "abc\n", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF",
                           "R\xC3\xBC"
                           "cken \xF0\x9F\x8F\x8B"}));
  CAPTURE(text);
  CHECK(is_valid_utf8(text));
}

TEST_CASE("the first bad byte is found") {
  const auto [text, offset] = GENERATE(table<std::string, std::size_t>({
      {"\0"s, 0},
      {"ab\0cd"s, 2},
      {"a\x80", 1},     // a byte that only continues
      {"\xC0\xAF", 0},  // overlong /
      {"\xC1\xBF", 0},  // overlong
      {"ab\xC3", 2},    // cut short
      {"ab\xC3(", 2},
      {"\xE0\x9F\xBF", 0},  // overlong
      {"\xED\xA0\x80", 0},  // a surrogate
      {"\xED\xBF\xBF", 0},
      {"\xE2\x82", 0},
      {"\xF0\x8F\xBF\xBF", 0},  // overlong
      {"\xF4\x90\x80\x80", 0},  // past U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {"\xFE", 0},
      {"x\xFF", 1},
  }));
  CAPTURE(text);
  CHECK(first_bad_byte(text) == offset);
  CHECK_FALSE(is_valid_utf8(text));
}

TEST_CASE("ASCII is told from all else, wherever that stands") {
  CHECK(is_plain_ascii(""));
  CHECK(is_plain_ascii("\x01\x7f"));
  for (const char other : {'\0', '\x80', '\xff'}) {
    for (std::size_t length = 1; length <= 20; ++length) {
      for (std::size_t at = 0; at < length; ++at) {
        std::string text(length, '\x01');
        CHECK(is_plain_ascii(text));
        text[at] = other;
        CHECK_FALSE(is_plain_ascii(text));
      }
    }
  }
}

TEST_CASE("what would act on a terminal is written out") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"plain, \xC3\xA4 and \xE2\x82\xAC", "plain, \xC3\xA4 and \xE2\x82\xAC"},
      {"a\nb\tc", "a\\nb\\tc"},
      {"\x1b[31m", "\\u001b[31m"},
      {"\r\a\b\f\v", "\\u000d\\u0007\\u0008\\u000c\\u000b"},
      {"\0"s, "\\u0000"},
      {"\x1f ~\x7f", "\\u001f ~\\u007f"},
      {"\xC2\x80\xC2\x9B\xC2\x9F\xC2\xA0", "\\u0080\\u009b\\u009f\xC2\xA0"},  // C1; no-break space
      {"\xE2\x80\xAE", "\\u202e"},
      {"\xE2\x80\xAA\xE2\x80\xAF", "\\u202a\xE2\x80\xAF"},
      {"\xE2\x80\x8D\xE2\x80\x8E\xE2\x80\x8F\xE2\x80\x90",
       "\xE2\x80\x8D\\u200e\\u200f\xE2\x80\x90"},
      {"\xE2\x80\xA8\xE2\x80\xA9", "\\u2028\\u2029"},
      {"\xE2\x81\xA5\xE2\x81\xA6\xE2\x81\xA9\xE2\x81\xAA",
       "\xE2\x81\xA5\\u2066\\u2069\xE2\x81\xAA"},
      {"\xD8\x9C", "\\u061c"},
      {"a\xFF"
       "b\xC3",
       "a\\xffb\\xc3"},
  }));
  CHECK(escaped_for_terminal(text) == shown);
}

TEST_CASE("laws of shown text") {
  rc::prop("any bytes are shown as UTF-8 without a control, and that again as it is", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    const std::string shown = escaped_for_terminal(text);
    RC_ASSERT(is_valid_utf8(shown));
    for (const char c : shown) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
    RC_ASSERT(escaped_for_terminal(shown) == shown);
  });
}

TEST_CASE("slips of the hand are counted") {
  CHECK(slips_between("", "") == 0);
  CHECK(slips_between("next", "next") == 0);
  CHECK(slips_between("nxt", "next") == 1);
  CHECK(slips_between("nnext", "next") == 1);
  CHECK(slips_between("nezt", "next") == 1);
  CHECK(slips_between("nxet", "next") == 1);
  CHECK(slips_between("", "next") == 4);
  CHECK(slips_between("kitten", "sitting") == 3);
  CHECK(slips_between("ca", "abc") == 3);  // no letter is touched twice
}

TEST_CASE("a beginning that only one word has proposes that word") {
  const std::vector<std::string_view> commands = {"list", "history", "status", "state"};
  CHECK(did_you_mean("hist", commands) == "history");  // though list is one slip away
  CHECK(did_you_mean("statu", commands) == "status");
  CHECK(did_you_mean("histor", commands) == "history");
  CHECK_FALSE(did_you_mean("hi", commands));
  CHECK_FALSE(did_you_mean("sta", commands));  // two of them
  CHECK_FALSE(did_you_mean("list", commands));
}

TEST_CASE("a beginning of two or three words proposes them all, and of more none") {
  const std::vector<std::string_view> keys = {"step_kg", "step_lb", "rungs", "runs", "rules"};
  CHECK(did_you_mean_or("step", keys, "see the page") == "did you mean step_kg or step_lb?");
  CHECK(did_you_mean_or("step", keys, "", "--") == "did you mean --step_kg or step_lb?");
  CHECK(did_you_mean_or("rung", keys, "") == "did you mean rungs?");
  CHECK(did_you_mean_or("st", keys, "see the page") == "see the page");
  CHECK(did_you_mean_or("load", keys, "see the page") == "see the page");
  const std::vector<std::string_view> many = {"stay", "start", "state"};
  CHECK(did_you_mean_or("sta", many, "") == "did you mean stay?");  // one slip away
  const std::vector<std::string_view> long_ones = {"stepping", "stepladder", "stepwise"};
  CHECK(did_you_mean_or("step", long_ones, "") == "did you mean stepping, stepladder or stepwise?");
  const std::vector<std::string_view> four = {"stepping", "stepladder", "stepwise", "stepmother"};
  CHECK(did_you_mean_or("step", four, "see the page") == "see the page");
  CHECK(did_you_mean_or("step_kg", keys, "see the page") == "see the page");  // it is there
}

TEST_CASE("the nearest word is proposed, if it is near") {
  const std::vector<std::string_view> commands = {"next", "log", "lifter", "history", "feel"};
  CHECK(did_you_mean("nxet", commands) == "next");
  CHECK(did_you_mean("lgo", commands) == "log");
  CHECK(did_you_mean("histroy", commands) == "history");
  CHECK(did_you_mean("hsitroy", commands) == "history");  // two slips in a long word
  CHECK(did_you_mean("lifters", commands) == "lifter");
  CHECK_FALSE(did_you_mean("nxtt", std::vector<std::string_view>{"neat"}));  // two in a short one
  CHECK_FALSE(did_you_mean("next", commands));
  CHECK_FALSE(did_you_mean("squat", commands));
  CHECK_FALSE(did_you_mean("l", commands));
  CHECK_FALSE(did_you_mean("", commands));
  CHECK_FALSE(did_you_mean(std::string(1'000'000, 'x'), commands));
  CHECK_FALSE(did_you_mean("x", std::vector<std::string_view>{"y"}));  // none in a single letter
  CHECK(did_you_mean("ab", std::vector<std::string_view>{"ac"}) == "ac");
  CHECK_FALSE(did_you_mean("abcde", std::vector<std::string_view>{"abcxy"}));
  CHECK(did_you_mean("abcdef", std::vector<std::string_view>{"abcdxy"}) == "abcdxy");
}

TEST_CASE("words of more than 64 letters are no slip of the hand") {
  const std::string longest(64, 'x');
  const std::string longer(65, 'x');
  const std::vector<std::string_view> of_64 = {longest};
  const std::vector<std::string_view> of_65 = {longer};
  CHECK(did_you_mean('y' + std::string(63, 'x'), of_64) == longest);
  CHECK_FALSE(did_you_mean('y' + std::string(64, 'x'), of_64));
  CHECK_FALSE(did_you_mean('y' + std::string(63, 'x'), of_65));
}

TEST_CASE("laws of slips") {
  const auto word = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
  rc::prop("they count the same both ways, none for the same word only", [word] {
    const std::string a = *word;
    const std::string b = *word;
    RC_ASSERT(slips_between(a, b) == slips_between(b, a));
    RC_ASSERT((slips_between(a, b) == 0) == (a == b));
  });
}

TEST_CASE("names are folded to plain words") {
  CHECK(folded("  Deadlift  (Barbell) ") == "deadlift barbell");
  CHECK(folded("Rum\xC3\xA4nisches") == "rumanisches");
  CHECK(folded("Ruma\xCC\x88nisches") == "rumanisches");
  CHECK(folded("D\xC3\x9CZ \xC4\xB0\xC4\xB1\xC5\x9F") == "duz iis");
  CHECK(folded("\xE7\xA1\xAC\xE6\x8B\x89") == "\xE7\xA1\xAC\xE6\x8B\x89");
  CHECK(folded("a\xE2\x80\x93"
               "b\xC2\xA0"
               "c") == "a b c");
  CHECK(folded("Становая ТЯГА, Ё-Я") == "становая тяга е я");
  CHECK(folded("a`b{c@d[e/1:2") == "a b c d e 1 2");  // the neighbours of letters and digits
  CHECK(folded("azAZ09") == "azaz09");
  CHECK(folded("---").empty());
}

TEST_CASE("laws of folded names") {
  rc::prop("any bytes fold", [] {
    static_cast<void>(folded(*rc::gen::container<std::string>(rc::gen::arbitrary<char>())));
  });
  rc::prop("what is folded stays so", [] {
    const auto letters =
        *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "A", "z", "7", " ", "-", "é", "Ü", "ß", "×", "ı", "ź", "a\xCC\x88", "\xCC\x81",
            "\xCD\xAF", "\xCD\xB0", "Я", "Ё", "д", "\xC2\xA0", "–", "！", "硬", "拉", "😀"));
    std::string text;
    for (const std::string& letter : letters) text += letter;
    const std::string once = folded(text);
    RC_ASSERT(folded(once) == once);
    RC_ASSERT(is_valid_utf8(once));
  });
}

}  // namespace
}  // namespace hinge
