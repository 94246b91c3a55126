#include "cli/run.hpp"

#include <algorithm>
#include <new>
#include <ostream>

#include "cli/ask.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/invocation.hpp"
#include "domain/text.hpp"

namespace hinge::cli {
namespace {

/// Known before the command line is understood, since that may fail.
bool wants_json(const std::vector<std::string>& args) {
  const auto end = std::find(args.begin(), args.end(), "--");
  return std::find(args.begin(), end, "--json") != end;
}

/// What did not arrive was not done, as far as a pipeline can tell; unless its reader has left.
void flush(const Invocation& call) {
  const Context& context = call.context;
  if (context.out.flush() || (context.reader_left && context.reader_left())) return;
  throw Error(ErrorKind::output, "the output could not be written",
              call.stored ? "what you entered is stored; see: hinge undo --list"
                          : "make room, or send it elsewhere, and try again");
}

Error out_of_memory(bool stored) {
  return {ErrorKind::database, "the memory ran out",
          stored ? "what you entered is stored; see: hinge history -n 1"
                 : "nothing was stored; close other programs, and try again"};
}

int run_command(const CommandSpec& command, bool bare, const Arguments& arguments,
                Context& context) {
  const Globals globals = read_globals(arguments, context.environment);
  Invocation call{context, command, arguments, globals, globals.today.value_or(context.now)};
  int code = 0;
  try {
    code = bare ? run_bare(call) : command.run(call);
  } catch (const Left&) {
    say(context, "Left; nothing was stored.");
  } catch (const std::bad_alloc&) {
    throw out_of_memory(call.stored);
  }
  flush(call);
  return code;
}

void refuse_bad_text(const std::vector<std::string>& args) {
  for (const std::string& word : args) {
    const auto byte = first_bad_byte(word);
    if (!byte) continue;
    throw Error(ErrorKind::usage,
                "'" + word + "' is no UTF-8 from byte " + std::to_string(*byte) + " on",
                "type it again, or mend the script that wrote it");
  }
}

int dispatch(const std::vector<std::string>& args, Context& context) {
  refuse_bad_text(args);
  const CommandLine line = find_command_in(args);
  const bool bare = line.command == nullptr;
  const CommandSpec& command = bare ? status_command : *line.command;
  const Arguments arguments = parse_arguments(command, line.arguments);
  if (arguments.has("version") || arguments.has("help")) {
    if (arguments.has("version")) {
      context.out << "hinge " HINGE_VERSION "\n";
    } else {
      const std::size_t columns = columns_of(context.terminal.width);
      context.out << (bare ? overview(columns) : help_for(command, columns));
    }
    flush(Invocation{context, command, arguments, {}, context.now});
    return 0;
  }
  if (command.run == nullptr) {
    throw Error(ErrorKind::usage, std::string(command.name) + " needs to know what to do",
                "see: hinge help " + std::string(command.name));
  }
  return run_command(command, bare, arguments, context);
}

}  // namespace

int run(const std::vector<std::string>& args, Context& context) {
  try {
    return dispatch(args, context);
  } catch (const Error& error) {
    return report_failure(error, wants_json(args), context);
  }
}

}  // namespace hinge::cli
