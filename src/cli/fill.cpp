#include "cli/fill.hpp"

#include <algorithm>
#include <sstream>

namespace hinge::cli {

std::size_t columns_of(int terminal_width) {
  constexpr int narrowest = 20;
  return static_cast<std::size_t>(std::clamp(terminal_width, narrowest, static_cast<int>(widest)));
}

bool is_narrow(std::size_t columns) {
  constexpr std::size_t beside_each_other_from = 60;
  return columns < beside_each_other_from;
}

std::string filled(std::string_view text, std::size_t indent, std::string first,
                   std::size_t columns) {
  first.resize(std::max(first.size(), indent), ' ');
  std::string out;
  std::string line = first;
  bool line_has_words = false;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    if (line_has_words && line.size() + 1 + word.size() > columns) {
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
