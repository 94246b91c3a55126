#include "cli/choice.hpp"

#include <algorithm>
#include <array>

namespace hinge::cli {
namespace {

/// What people say, in our spelling, and the word for it.
struct Everyday {
  std::string_view said;
  std::string_view ours;
};
constexpr std::array everyday_words = {
    Everyday{"lower-back", "low-back"},
    Everyday{"back", "low-back"},
};

std::string in_our_spelling(std::string_view typed) {
  std::string word{typed};
  for (char& each : word) {
    if (each == ' ') each = '-';
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
  }
  return word;
}

}  // namespace

std::optional<std::string> choice_meant(std::string_view typed,
                                        std::span<const std::string_view> choices) {
  std::string word = in_our_spelling(typed);
  const auto is_a_choice = [choices](std::string_view each) {
    return std::find(choices.begin(), choices.end(), each) != choices.end();
  };
  if (is_a_choice(word)) return word;
  for (const Everyday& each : everyday_words) {
    if (each.said == word && is_a_choice(each.ours)) return std::string{each.ours};
  }
  return std::nullopt;
}

}  // namespace hinge::cli
