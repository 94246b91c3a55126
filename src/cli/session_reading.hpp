#pragma once

#include <string>
#include <vector>

#include "domain/notation.hpp"
#include "hinge/history.hpp"

namespace hinge::cli {

/// The operands of a command as the one line that was typed.
[[nodiscard]] std::string joined_operands(const std::vector<std::string>& operands,
                                          std::size_t from);

/// The sets that `notation` says the lifter of `history` did of `lift`: bare loads in what they
/// load with, and measured against their best of the last year, but for the session `except`.
/// Throws Error{usage} as read_sets does.
[[nodiscard]] ReadSets read_sets_of(const History& history, const std::string& lift,
                                    const std::string& notation, bool force,
                                    std::int64_t except = 0);

/// Throws Error{usage} for more sets than a session holds; `hint` says what to do instead.
void refuse_endless(const Session& session, const std::string& hint);

}  // namespace hinge::cli
