#include "report/markup.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/text.hpp"

namespace hinge::report {
namespace {

// The last two of the first plane are no XML characters (XML 1.0, section 2.2).
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> references = {
    {{"&", "&amp;"},
     {"<", "&lt;"},
     {">", "&gt;"},
     {"\"", "&quot;"},
     {"'", "&#39;"},
     {"\xEF\xBF\xBE", "\\ufffe"},
     {"\xEF\xBF\xBF", "\\uffff"}}};
/// The first bytes of all that is written otherwise.
constexpr std::string_view suspects = "&<>\"'\xEF";

}  // namespace

std::string escaped_for_markup(std::string_view text) {
  const std::string shown = escaped_for_terminal(text);
  std::string out;
  out.reserve(shown.size());
  for (std::string_view rest = shown; !rest.empty();) {
    const std::size_t plain = std::min(rest.find_first_of(suspects), rest.size());
    out += rest.substr(0, plain);
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    const auto* const reference = std::find_if(
        references.begin(), references.end(),
        [rest](const auto& entry) { return rest.substr(0, entry.first.size()) == entry.first; });
    const bool found = reference != references.end();
    out += found ? reference->second : rest.substr(0, 1);
    rest.remove_prefix(found ? reference->first.size() : 1);
  }
  return out;
}

}  // namespace hinge::report
