#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "hinge/date.hpp"
#include "hinge/load.hpp"
#include "hinge/score.hpp"

namespace hinge::cli {

/// The id of the lift that `name` stands for. Throws Error{usage} with `did you mean`.
[[nodiscard]] std::string read_lift(std::string_view name);

/// --lift, read; absent where it isn't given.
[[nodiscard]] std::optional<std::string> lift_option_of(const Arguments& arguments);

/// A load as "15", "2,5" or "45lb"; bare numbers are in `unit`. Throws Error{usage}.
[[nodiscard]] Load read_load(std::string_view text, Unit unit, std::string_view option);

[[nodiscard]] Unit read_unit(std::string_view text);

/// A whole number from `least` to `most`. Throws Error{usage}.
[[nodiscard]] int read_whole(std::string_view text, int least, int most, std::string_view option);

/// 0 to 10 in halves, "4" or "4/10".
[[nodiscard]] std::optional<Nprs> pain_in(std::string_view text);

/// The same. Throws Error{usage}.
[[nodiscard]] Nprs read_pain(std::string_view text, std::string_view what);

/// Free text: UTF-8 of at most 4,000 bytes. Throws Error{usage}.
[[nodiscard]] std::string read_text(std::string text, std::string_view option);

/// When it was: --on, else now. A day without a time that is today takes the clock's.
[[nodiscard]] Moment when_it_was(const Arguments& arguments, const Moment& now);

/// `stored` as --on corrects it. Its own day, without a clock time, leaves it as it is.
[[nodiscard]] Moment corrected_moment(const Moment& stored, const Arguments& arguments,
                                      const Moment& now);

/// The values an option may have, for its spec and for `did you mean`.
inline constexpr std::string_view unit_words[] = {"kg", "lb"};

}  // namespace hinge::cli
