// What stands in an HTML sheet or an SVG: text that is neither markup nor a control character, and
// that a browser shows as a terminal would.
#include "report/markup.hpp"

#include <array>
#include <string>
#include <utility>

#include "domain/text.hpp"
#include "oracle.hpp"

using hinge::fuzz::must;

namespace {

/// What a browser makes of our references; -1 for another one.
std::string as_shown(std::string_view markup) {
  constexpr std::array<std::pair<std::string_view, char>, 5> references = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string out;
  while (!markup.empty()) {
    std::size_t length = 1;
    char shown = markup.front();
    bool known = shown != '&';
    for (const auto& [reference, character] : references) {
      if (markup.substr(0, reference.size()) != reference) continue;
      length = reference.size();
      shown = character;
      known = true;
    }
    must(known, "every & begins a reference");
    out += shown;
    markup.remove_prefix(length);
  }
  return out;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = hinge::fuzz::text_of(data, size);
  const std::string markup = hinge::report::escaped_for_markup(text);
  must(markup.find_first_of("<>\"'") == std::string::npos, "nothing opens a tag or ends a quote");
  must(hinge::is_valid_utf8(markup), "markup is UTF-8");
  for (const char* no_character : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    must(markup.find(no_character) == std::string::npos, "every character is one of XML's");
  }
  const std::string shown = as_shown(markup);
  must(hinge::escaped_for_terminal(shown) == shown, "what is shown moves nothing");
  return 0;
}
