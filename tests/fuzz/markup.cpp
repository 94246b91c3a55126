// What stands in an HTML sheet or an SVG: text that is neither markup nor a control character, and
// that a browser shows as a terminal would.
#include "report/markup.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "domain/text.hpp"
#include "oracle.hpp"

using hinge::fuzz::must;

namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> references = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

/// What a browser makes of our references; there must be no other.
std::string as_shown(std::string_view markup) {
  std::string out;
  for (;;) {
    const std::size_t plain = std::min(markup.find('&'), markup.size());
    out += markup.substr(0, plain);
    markup.remove_prefix(plain);
    if (markup.empty()) return out;
    const auto* const known =
        std::find_if(references.begin(), references.end(), [markup](const auto& reference) {
          return markup.substr(0, reference.first.size()) == reference.first;
        });
    must(known != references.end(), "every & begins a reference");
    out += known->second;
    markup.remove_prefix(known->first.size());
  }
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
