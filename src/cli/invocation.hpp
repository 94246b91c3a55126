#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/globals.hpp"
#include "report/report.hpp"

namespace hinge::cli {

/// One command on its way: the world, and what was asked of it.
struct Invocation {
  Context& context;
  const CommandSpec& command;
  Arguments arguments;
  Globals globals;
  Moment now;           ///< the clock, or what --today pins it to
  bool stored = false;  ///< something was committed
};

[[nodiscard]] report::Style style_of(const Invocation& call);

/// How a command for the same log begins: with --db, where that was typed, so that a command that
/// is printed and typed acts on no other log.
[[nodiscard]] std::string hinge_of(const Invocation& call);

/// Whether there is somebody to ask.
[[nodiscard]] bool can_ask(const Invocation& call);

/// Now as RFC 3339, for the record of changes.
[[nodiscard]] std::string timestamp(const Invocation& call);

/// The answer of a reading command.
void answer(Invocation& call, std::string_view text);

/// What a storing command did: `text`, which -q silences, or with --json what `json` makes of it.
void confirm(Invocation& call, std::string_view text, const std::function<std::string()>& json);

/// A line on stderr for a person at a terminal; silenced by -q.
void hint(Invocation& call, std::string_view line);

/// Says on stderr what failed, and with `json` as an object too. Returns the exit code.
int report_failure(const Error& error, bool json, Context& context);

}  // namespace hinge::cli
