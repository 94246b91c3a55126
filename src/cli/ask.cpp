#include "cli/ask.hpp"

#include <fmt/format.h>

#include <istream>
#include <ostream>

#include "cli/choice.hpp"
#include "cli/fill.hpp"
#include "domain/did_you_mean.hpp"
#include "domain/text.hpp"

namespace hinge::cli {
namespace {

std::string trimmed(const std::string& line) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = line.find_first_not_of(blanks);
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

}  // namespace

void say(Context& context, std::string_view line) {
  const std::size_t columns = columns_of(context.terminal.width);
  if (line.size() <= columns) {
    context.err << line << '\n';
  } else {
    context.err << filled(line, line.front() == ' ' ? 2 : 0, "", columns);
  }
}

std::string complaint(const std::string& answer, const Error& error) {
  const std::string hint = error.hint().empty() ? "" : "; " + error.hint();
  // "'' is no score" is no way to speak to somebody who pressed Enter.
  const bool only_enter = answer.empty() && !hint.empty();
  const std::string what = only_enter ? "nothing was typed" : escaped_for_terminal(error.what());
  return fmt::format("  {}{} (q leaves)", what, hint);
}

std::string ask(Context& context, std::string_view question) {
  std::string asked = filled(question, 0, "", columns_of(context.terminal.width));
  asked.back() = ' ';
  context.err << asked << std::flush;
  std::string line;
  if (!std::getline(context.in, line)) {
    say(context, "");
    throw Left{};
  }
  std::string answer = trimmed(line);
  if (answer == "q" || answer == "quit") throw Left{};
  return answer;
}

std::optional<std::string> ask_for_one_of(Context& context, std::string_view question,
                                          const std::vector<std::string_view>& words,
                                          bool may_skip) {
  return ask_until(context, question, [&](const std::string& answer) -> std::optional<std::string> {
    if (answer.empty() && may_skip) return std::nullopt;
    if (answer.empty()) throw Error(ErrorKind::usage, "please take " + any_of(words));
    if (auto word = choice_meant(answer, words)) return word;
    throw Error(ErrorKind::usage, fmt::format("'{}' is not among the answers", answer),
                did_you_mean_or(answer, words, "please take " + any_of(words)));
  });
}

bool ask_yes_no(Context& context, std::string_view question) {
  const auto answer =
      ask_for_one_of(context, fmt::format("{} [yes/no]", question), {"yes", "no", "y", "n"}, false);
  return answer->front() == 'y';
}

}  // namespace hinge::cli
