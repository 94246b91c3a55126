#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {

/// The person left with q or Ctrl-D: the command ends, and nothing is stored.
struct Left {};

/// Says a line to the person who is being asked.
void say(Context& context, std::string_view line);

/// What to say about an answer that can't be taken.
[[nodiscard]] std::string complaint(const std::string& answer, const Error& error);

/// Asks on stderr; returns the answer without the blanks around it. Throws Left.
[[nodiscard]] std::string ask(Context& context, std::string_view question);

/// Asks until `read(answer)` returns instead of throwing an Error, which is said each time.
template <class Read>
[[nodiscard]] auto ask_until(Context& context, std::string_view question, const Read& read) {
  for (;;) {
    const std::string answer = ask(context, question);
    try {
      return read(answer);
    } catch (const Error& error) {
      say(context, complaint(answer, error));
    }
  }
}

/// Asks until the answer is one of `words`; with `may_skip`, an empty answer is none.
[[nodiscard]] std::optional<std::string> ask_for_one_of(Context& context, std::string_view question,
                                                        const std::vector<std::string_view>& words,
                                                        bool may_skip);

/// Asks until the answer is yes or no.
[[nodiscard]] bool ask_yes_no(Context& context, std::string_view question);

}  // namespace hinge::cli
