#include "cli/globals.hpp"

#include <array>
#include <charconv>

#include "cli/days.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

constexpr std::array<std::string_view, 3> colors = {"auto", "always", "never"};

constexpr std::array global_table = {
    OptionSpec{"lifter", 'l', "NAME", "whose log (or HINGE_LIFTER)"},
    OptionSpec{"db", 0, "FILE", "the database (or HINGE_DB)"},
    OptionSpec{"json", 0, "", "the answer as one JSON object"},
    OptionSpec{"quiet", 'q', "", "no confirmation and no hints"},
    OptionSpec{"plain", 0, "", "label: value lines, for screen readers"},
    OptionSpec{"ascii", 0, "", "no characters beyond ASCII"},
    OptionSpec{"color", 0, "WHEN", "colour in the answer (or NO_COLOR)", colors},
    OptionSpec{"today", 0, "DATE", "take DATE[THH:MM] for now (or HINGE_TODAY)"},
    OptionSpec{"timeout", 0, "SEC", "how long to wait for another writer (10)"},
    OptionSpec{"yes", 'y', "", "answer yes where hinge would ask to go on"},
    OptionSpec{"no-input", 0, "", "never ask anything"},
    OptionSpec{"help", 'h', "", "help for the command"},
    OptionSpec{"version", 'V', "", "the version of hinge"},
};

std::chrono::milliseconds read_timeout(const std::string& text) {
  constexpr int longest = 3600;
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 ||
      seconds > longest) {
    throw Error(ErrorKind::usage, "--timeout " + text + " is no number of seconds from 0 to 3600",
                "write for example: --timeout 30");
  }
  return std::chrono::seconds{seconds};
}

std::optional<Moment> read_today(const Arguments& arguments, const Environment& environment) {
  if (const auto given = arguments.value("today")) return read_pinned_now(*given, "--today");
  if (environment.today) return read_pinned_now(*environment.today, "HINGE_TODAY");
  return std::nullopt;
}

}  // namespace

std::span<const OptionSpec> global_options() { return global_table; }

Globals read_globals(const Arguments& arguments, const Environment& environment) {
  Globals globals;
  globals.lifter = arguments.has("lifter") ? arguments.value("lifter") : environment.lifter;
  globals.db = arguments.has("db") ? arguments.value("db") : environment.db;
  globals.json = arguments.has("json");
  globals.quiet = arguments.has("quiet");
  globals.ascii = arguments.has("ascii");
  globals.plain = arguments.has("plain");
  const std::string color = arguments.value("color").value_or("auto");
  if (color == "always") globals.color = ColorChoice::always;
  if (color == "never") globals.color = ColorChoice::never;
  globals.today = read_today(arguments, environment);
  if (const auto seconds = arguments.value("timeout")) globals.timeout = read_timeout(*seconds);
  globals.assume_yes = arguments.has("yes");
  globals.no_input = arguments.has("no-input");
  return globals;
}

}  // namespace hinge::cli
