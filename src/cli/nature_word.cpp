#include "cli/nature_word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/did_you_mean.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

/// What people say, and the word that it comes closest to.
struct Everyday {
  std::string_view said;
  std::string_view ours;
};
constexpr std::array everyday_words = {
    Everyday{"sore", "soreness"},   Everyday{"doms", "soreness"}, Everyday{"stiffness", "stiff"},
    Everyday{"tightness", "tight"}, Everyday{"tired", "fatigue"}, Everyday{"pain", "ache"},
    Everyday{"dull", "ache"},       Everyday{"aching", "ache"},   Everyday{"numbness", "numb"},
    Everyday{"weakness", "weak"},   Everyday{"pins", "tingling"}, Everyday{"fine", "none"},
    Everyday{"good", "none"},       Everyday{"great", "none"},    Everyday{"ok", "none"},
    Everyday{"well", "none"},       Everyday{"nothing", "none"},
};

std::string hint_for(std::string_view word) {
  for (const Everyday& each : everyday_words) {
    if (each.said == word) return fmt::format("did you mean {}?", each.ours);
  }
  return did_you_mean_or(word, nature_words(), "take " + any_of(nature_words()));
}

}  // namespace

std::vector<std::string_view> nature_words() {
  std::vector<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(Nature::weak); ++i) {
    words.push_back(to_string(static_cast<Nature>(i)));
  }
  return words;
}

Nature read_nature(std::string_view typed) {
  std::string word{typed};
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char each) { return each >= 'A' && each <= 'Z' ? each - 'A' + 'a' : each; });
  if (const auto nature = parse_nature(word)) return *nature;
  if (word == "burning") {
    throw Error(ErrorKind::usage,
                "where does it burn: in the muscle while lifting (write fatigue), or down the leg "
                "(write shooting)?");
  }
  throw Error(ErrorKind::usage, fmt::format("'{}' is no word for how it felt", word),
              hint_for(word));
}

}  // namespace hinge::cli
