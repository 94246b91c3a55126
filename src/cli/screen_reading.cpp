#include "cli/screen_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/option_values.hpp"
#include "domain/did_you_mean.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

std::vector<std::string_view> flag_words() {
  std::vector<std::string_view> words;
  words.reserve(all_red_flags.size());
  for (const RedFlag flag : all_red_flags) words.push_back(to_string(flag));
  return words;
}

RedFlag read_flag(const std::string& word) {
  if (const auto flag = parse_red_flag(word)) return *flag;
  throw Error(ErrorKind::usage, fmt::format("'{}' is no red flag", word),
              did_you_mean_or(word, flag_words(), "take " + any_of(flag_words())));
}

}  // namespace

bool has_screen_answers(const Arguments& arguments) {
  const int kinds = static_cast<int>(arguments.has("none")) +
                    static_cast<int>(arguments.has("yes")) +
                    static_cast<int>(arguments.has("cleared"));
  if (kinds > 1) {
    throw Error(ErrorKind::usage, "--none, --yes and --cleared contradict each other",
                "give one of them");
  }
  return kinds == 1;
}

Screen with_answers(Screen screen, const Arguments& arguments) {
  screen.yes.clear();
  screen.cleared_by.reset();
  for (const std::string& word : arguments.values("yes")) {
    const RedFlag flag = read_flag(word);
    if (std::count(screen.yes.begin(), screen.yes.end(), flag) == 0) screen.yes.push_back(flag);
  }
  std::sort(screen.yes.begin(), screen.yes.end());
  if (const auto who = arguments.value("cleared")) screen.cleared_by = read_text(*who, "--cleared");
  if (screen.cleared_by && screen.cleared_by->empty()) {
    throw Error(ErrorKind::usage, "--cleared is empty", "say who settled it");
  }
  return screen;
}

}  // namespace hinge::cli
