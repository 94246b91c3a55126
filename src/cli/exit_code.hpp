#pragma once

#include <array>
#include <string_view>

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

/// A code, and when a command ends with it.
struct ExitCode {
  int code;
  std::string_view when;
};

inline constexpr std::array exit_codes = {
    ExitCode{done, "done, also where there was nothing to report"},
    ExitCode{look_here,
             "it worked, and the answer is to look here: doctor found something, or --exit-code "
             "was given and somebody needs a look"},
    ExitCode{exit_code(ErrorKind::usage),
             "the command line can't be read: an unknown command or option, a bad load or day"},
    ExitCode{exit_code(ErrorKind::not_found), "there is no such lifter, record or policy"},
    ExitCode{exit_code(ErrorKind::bad_data),
             "bad data in an import, a backup or a policy; nothing was stored"},
    ExitCode{exit_code(ErrorKind::database),
             "there is no log yet, or it can't be opened or written, is damaged, or is newer than "
             "this hinge"},
    ExitCode{exit_code(ErrorKind::busy), "somebody else was writing for longer than --timeout"},
    ExitCode{exit_code(ErrorKind::output), "the output could not be written"},
    ExitCode{exit_code(ErrorKind::needs_terminal), "it would have to ask, and has no terminal"},
    ExitCode{bug, "a bug in hinge: please report it"},
};

}  // namespace hinge::cli
