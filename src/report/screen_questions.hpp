#pragma once

#include <string_view>

#include "hinge/screen.hpp"

namespace hinge::report {

/// What to say before the red flag questions are asked.
[[nodiscard]] std::string_view screen_intro();

/// The plain yes/no question behind a red flag, in fixed wording. Facts: IFOMPT framework
/// (Finucane 2020), the cauda equina cards of the NHS, NICE NG59.
[[nodiscard]] std::string_view question_for(RedFlag flag);

/// What a yes to it is called in a sentence: "numbness around the seat".
[[nodiscard]] std::string_view words_for(RedFlag flag);

}  // namespace hinge::report
