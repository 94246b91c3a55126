#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "domain/notation_group.hpp"
#include "domain/notation_tokens.hpp"
#include "hinge/error.hpp"

/// What the set notation says about what it can't take, and what to write instead.
namespace hinge::refusals {

/// The tokens as typed, safe to show; cut short where they are long.
[[nodiscard]] std::string typed(std::span<const Token> tokens);

// `group` is the whole group; `at` the place in it that can't be.
[[nodiscard]] Error unexpected(std::span<const Token> group, std::size_t at);
[[nodiscard]] Error no_whole_number(std::span<const Token> group, std::size_t at,
                                    std::string_view what);
[[nodiscard]] Error no_rpe(std::span<const Token> group, std::size_t at, Unit unit);
[[nodiscard]] Error count_out_of_range(std::string_view group, std::string_view number,
                                       std::string_view what, int most);
[[nodiscard]] Error no_load(std::string_view group, std::string_view number);
[[nodiscard]] Error rpes_do_not_fit(std::string_view group, std::size_t sets, std::size_t rpes);
[[nodiscard]] Error nothing_written();
[[nodiscard]] Error too_many_sets();

// The guards: well written, and hard to believe.
[[nodiscard]] Error under_the_bar(const Group& group, const Loading& loading, Load best);
[[nodiscard]] Error many_sets(const Group& group);
[[nodiscard]] Error many_reps(const Group& group);
[[nodiscard]] Error far_over_best(const Group& group, const Loading& loading, Load best);

}  // namespace hinge::refusals
