#include "cli/nature_word.hpp"

#include <fmt/format.h>

#include "cli/near_miss.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {

std::vector<std::string_view> nature_words() {
  std::vector<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(Nature::weak); ++i) {
    words.push_back(to_string(static_cast<Nature>(i)));
  }
  return words;
}

Nature read_nature(std::string_view word) {
  if (const auto nature = parse_nature(word)) return *nature;
  if (word == "burning") {
    throw Error(ErrorKind::usage,
                "where does it burn: in the muscle while lifting (write fatigue), or down the leg "
                "(write shooting)?");
  }
  throw Error(ErrorKind::usage, fmt::format("'{}' is no word for how it felt", word),
              did_you_mean_or(word, nature_words(), "take " + any_of(nature_words())));
}

}  // namespace hinge::cli
