#pragma once

#include "hinge/error.hpp"

namespace hinge::cli {

// The codes that no Error stands for; cli.md section 2 has the table.
inline constexpr int done = 0;
inline constexpr int look_here = 1;  ///< the run worked, and the answer is "look here"
inline constexpr int bug = 70;

/// 2 to 8, one for each kind.
[[nodiscard]] constexpr int exit_code(ErrorKind kind) { return static_cast<int>(kind) + 2; }

static_assert(exit_code(ErrorKind::usage) == 2);
static_assert(exit_code(ErrorKind::not_found) == 3);
static_assert(exit_code(ErrorKind::bad_data) == 4);
static_assert(exit_code(ErrorKind::database) == 5);
static_assert(exit_code(ErrorKind::busy) == 6);
static_assert(exit_code(ErrorKind::output) == 7);
static_assert(exit_code(ErrorKind::needs_terminal) == 8);

}  // namespace hinge::cli
