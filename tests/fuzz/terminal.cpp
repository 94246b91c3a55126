// What is shown in a terminal: UTF-8 without control characters, whatever was stored.
#include "domain/text.hpp"

#include "oracle.hpp"

using hinge::fuzz::must;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto shown = hinge::escaped_for_terminal(hinge::fuzz::text_of(data, size));
  must(hinge::is_valid_utf8(shown), "what is shown is UTF-8");
  for (const char c : shown) must((c < 0 || c >= 0x20) && c != 0x7f, "what is shown moves nothing");
  must(shown.find("\xc2\x9b") == std::string::npos, "no 8-bit control sequence");
  for (const char* bidi : {"\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068"}) {
    must(shown.find(bidi) == std::string::npos, "nothing turns the direction of the text");
  }
  must(hinge::escaped_for_terminal(shown) == shown, "what was made safe stays as it is");
  return 0;
}
