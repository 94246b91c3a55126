#include "cli/invocation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "cli/exit_code.hpp"
#include "cli/fill.hpp"
#include "report/log_file.hpp"

namespace hinge::cli {

std::string hinge_of(const Invocation& call) {
  const auto file = call.arguments.value("db");
  return file ? "hinge --db " + report::shell_word(*file) : "hinge";
}

report::Style style_of(const Invocation& call) {
  const Globals& globals = call.globals;
  const auto file = call.arguments.value("output");
  const bool to_file = file && *file != "-";  // the same bytes, whatever the terminal is
  const bool by_itself =
      call.context.terminal.out && !to_file && !call.context.environment.no_color;
  report::Style style;
  if (!to_file) style.width = std::min(static_cast<int>(widest), call.context.terminal.width);
  style.color = globals.color == ColorChoice::always ||
                (globals.color == ColorChoice::automatic && by_itself && !globals.plain);
  style.ascii = globals.ascii;
  style.plain = globals.plain;
  style.hinge = hinge_of(call);
  return style;
}

bool can_ask(const Invocation& call) {
  return call.context.terminal.in && call.context.terminal.err && !call.globals.no_input;
}

std::string timestamp(const Invocation& call) {
  const auto offset = call.context.utc_offset.count();
  return fmt::format("{}T{}:00{}{:02}:{:02}", iso_date(call.now.date),
                     clock_time(call.now.time.value_or(Minutes{0})), offset < 0 ? '-' : '+',
                     std::abs(offset) / 60, std::abs(offset) % 60);
}

void answer(Invocation& call, std::string_view text) { call.context.out << text; }

void confirm(Invocation& call, std::string_view text, const std::function<std::string()>& json) {
  if (call.globals.json) {
    call.context.out << json();
  } else if (!call.globals.quiet) {
    call.context.out << text;
  }
}

void hint(Invocation& call, std::string_view line) {
  if (!call.context.terminal.err || call.globals.quiet) return;
  call.context.err << filled(line, 0, "", columns_of(call.context.terminal.width));
}

int report_failure(const Error& error, bool json, Context& context) {
  const int code = exit_code(error.kind());
  // A file gets one line; a terminal gets lines that it need not cut inside a word.
  report::Style style;
  style.width = context.terminal.width;
  context.err << (context.terminal.err ? report::text(error, style) : report::text(error));
  if (json) context.err << report::json(error, code);
  return code;
}

}  // namespace hinge::cli
