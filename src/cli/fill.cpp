#include "cli/fill.hpp"

#include <algorithm>
#include <sstream>

namespace hinge::cli {

std::string filled(std::string_view text, std::size_t indent, std::string first,
                   std::size_t width) {
  first.resize(std::max(first.size(), indent), ' ');
  std::string out;
  std::string line = first;
  bool line_has_words = false;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    if (line_has_words && line.size() + 1 + word.size() > width) {
      out += line + '\n';
      line = std::string(indent, ' ');
      line_has_words = false;
    }
    if (line_has_words) line += ' ';
    line += word;
    line_has_words = true;
  }
  return out + line + '\n';
}

}  // namespace hinge::cli
