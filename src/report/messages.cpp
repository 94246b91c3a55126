#include <array>
#include <nlohmann/json.hpp>

#include "domain/text.hpp"
#include "report/json_values.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::string_view kind_word(ErrorKind kind) {
  constexpr std::array<std::string_view, 7> words = {
      "usage", "not_found", "bad_data", "database", "busy", "output", "needs_terminal"};
  return words.at(static_cast<std::size_t>(kind));
}

Json error_document(int code, std::string_view kind, std::string_view message) {
  Json object = document("error");
  object["code"] = code;
  object["kind"] = kind;
  object["message"] = message;
  object["suggestion"] = nullptr;
  return object;
}

/// The start of the character that the byte at `at` belongs to.
std::size_t start_of_character(const std::string& text, std::size_t at) {
  constexpr int most_bytes_behind_the_first = 3;
  for (int i = 0; i < most_bytes_behind_the_first; ++i) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) break;
    --at;
  }
  return at;
}

/// The beginning and the end of what nobody would read in full: a value may be a whole file.
std::string shortened(const std::string& text) {
  constexpr std::size_t head = 400;
  constexpr std::size_t tail = 160;
  if (text.size() <= head + tail) return text;
  return text.substr(0, start_of_character(text, head)) + "…" +
         text.substr(start_of_character(text, text.size() - tail));
}

/// What happened and what to do, in one line.
std::string error_words(const Error& error) {
  std::string out = escaped_for_terminal(shortened(error.what()));
  if (!error.hint().empty()) out += "; " + escaped_for_terminal(shortened(error.hint()));
  return out;
}

}  // namespace

std::string welcome(const Style& style) {
  Page page{style};
  page.statement("hinge",
                 "hinge is a deadlift log: it tells an ordinary sore back from one that asks for a "
                 "lighter load, and says what to lift next, and why.");
  if (!page.plain()) page.blank();
  page.list({{"log a session", "hinge log 140x5x3 @8", {}},
             {"say how it felt", "hinge feel soreness=4 --lasted 36h", {}},
             {"ask what is next", "hinge next", {}}});
  return page.str();
}

std::string text(const Error& error) { return "hinge: " + error_words(error) + "\n"; }

std::string text(const Error& error, const Style& style) {
  return paragraph("hinge: " + error_words(error), style);
}

std::string paragraph(std::string_view text, const Style& style) {
  Page page{style};
  page.line("", text);
  return page.str();
}

std::string paragraph(std::string_view label, std::string_view text, const Style& style) {
  Page page{style};
  page.statement(label, text);
  return page.str();
}

std::string json(const Error& error, int code) {
  Json object = error_document(code, kind_word(error.kind()), shortened(error.what()));
  object["suggestion"] = json_text(shortened(error.hint()));
  return written(object);
}

std::string json_of_bug(std::string_view message) {
  return written(error_document(70, "bug", message));
}

}  // namespace hinge::report
