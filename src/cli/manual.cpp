#include "cli/manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>
#include <string_view>

#include "cli/command.hpp"

namespace hinge::cli {
namespace {

constexpr std::string_view see_also_everywhere =
    ".Xr hinge 1 ,\n.Xr hinge-exit-codes 7 ,\n.Xr hinge-notation 7\n";

/// A word of running text: nothing in it is a request to roff.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return !out.empty() && (out.front() == '.' || out.front() == '\'') ? "\\&" + out : out;
}

bool ends_sentence(std::string_view word) {
  const bool ellipsis = word.size() >= 3 && word.substr(word.size() - 3) == "...";
  return !ellipsis && std::string_view(".?:").find(word.back()) != std::string_view::npos;
}

/// Lines of at most about 75 characters, a new one for each sentence, as mdoc wants it.
std::string running_text(std::string_view text) {
  constexpr std::size_t widest = 75;
  std::istringstream words{std::string(text)};
  std::string out;
  std::string line;
  for (std::string word; words >> word;) {
    const std::string shown = escaped(word);
    if (!line.empty() && line.size() + 1 + shown.size() > widest) {
      out += line + '\n';
      line.clear();
    }
    line += (line.empty() ? "" : " ") + shown;
    if (ends_sentence(word)) {
      out += line + '\n';
      line.clear();
    }
  }
  return line.empty() ? out : out + line + '\n';
}

std::string paragraphs(std::string_view text) {
  std::istringstream lines{std::string(text)};
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (!out.empty()) out += ".Pp\n";
    out += running_text(line);
  }
  return out;
}

std::string option_item(const OptionSpec& option) {
  std::string item = ".It ";
  if (option.letter != '\0') item += fmt::format("Fl {} , ", option.letter);
  item += fmt::format("Fl \\-{}", escaped(option.name));
  if (!option.value.empty()) item += fmt::format(" Ar {}", escaped(option.value));
  if (option.times == Times::list) item += " ...";
  std::string help{option.help};
  for (std::size_t i = 0; i < option.choices.size(); ++i) {
    help += fmt::format("{} {}", i == 0 ? ":" : ",", option.choices[i]);
  }
  if (option.times == Times::repeatable) help += " (repeatable)";
  return item + '\n' + running_text(help);
}

std::string option_list(std::span<const OptionSpec> options) {
  std::string out = ".Bl -tag -width Ds\n";
  for (const OptionSpec& option : options) out += option_item(option);
  return out + ".El\n";
}

std::string example_list(std::span<const Example> examples) {
  std::string out;
  for (const Example& example : examples) {
    out += (out.empty() ? "" : ".Pp\n") + running_text(example.does);
    out += ".Bd -literal -offset indent\n" + escaped(example.line) + "\n.Ed\n";
  }
  return out;
}

/// "HINGE\-LOG", "hinge\-log": the command's name as a page's.
std::string page_name(const CommandSpec& command) { return fmt::format("hinge-{}", command.name); }

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::string head(const std::string& name, std::string_view does, const std::string& date) {
  return fmt::format(".Dd {}\n.Dt {} 1\n.Os\n.Sh NAME\n.Nm {}\n.Nd {}\n", date, upper(name), name,
                     escaped(does));
}

std::string synopsis_of(const CommandSpec& command) {
  return fmt::format(".Nm hinge {}\n{}", escaped(command.name), running_text(command.usage));
}

std::string synopsis(const CommandSpec& command) {
  if (command.commands.empty()) return synopsis_of(command);
  std::string out;
  for (const CommandSpec* each : command.commands) out += synopsis_of(*each);
  return out;
}

std::string described(const CommandSpec& command) {
  std::string out = paragraphs(command.description);
  if (!command.alias.empty()) {
    out += fmt::format(".Pp\nAlso:\n.Nm hinge {} .\n", escaped(command.alias));
  }
  if (!command.options.empty()) out += ".Pp\nThe options are:\n" + option_list(command.options);
  for (const CommandSpec* each : command.commands) {
    out += fmt::format(".Ss hinge {}\n", each->name) + described(*each);
  }
  return out;
}

std::string examples_of(const CommandSpec& command) {
  std::string out = example_list(command.examples);
  for (const CommandSpec* each : command.commands) {
    out += ".Pp\n" + example_list(each->examples);
  }
  return out;
}

std::string text_of(const CommandSpec& command, const std::string& date) {
  std::string out = head(page_name(command), command.summary, date);
  out += ".Sh SYNOPSIS\n" + synopsis(command) + ".Sh DESCRIPTION\n" + described(command);
  out += ".Pp\nThe options of every command stand in\n.Xr hinge 1 .\n";
  out += ".Sh EXIT STATUS\nThe codes are those of\n.Xr hinge-exit-codes 7 .\n";
  return out + ".Sh EXAMPLES\n" + examples_of(command) + ".Sh SEE ALSO\n" +
         std::string(see_also_everywhere);
}

std::string command_list() {
  std::string out = ".Bl -tag -width Ds\n";
  for (const CommandSpec* each : all_commands()) {
    if (each->hidden) continue;
    out += fmt::format(".It Xr {} 1\n", page_name(*each)) + running_text(each->summary);
  }
  return out + ".El\n";
}

/// What stands around the tables in hinge(1): nothing in it depends on them.
constexpr std::string_view overview_description =
    "Keeps a log of deadlifts and of how the back answered in one SQLite file, and suggests the "
    "next load from both, with its reason. Feeling deadlifts in the back is normal and never costs "
    "load; pain that is sharp, excessive, lingering or limiting asks for a lighter one for a "
    "while. What it says is a suggestion, never a diagnosis.";

constexpr std::string_view overview_end = R"(.Sh ENVIRONMENT
.Bl -tag -width Ds
.It Ev HINGE_DB
The database.
.It Ev HINGE_LIFTER
Whose log.
.It Ev HINGE_TODAY
The day to take for now.
.It Ev NO_COLOR
No colour, where it is set.
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa ~/.local/share/hinge/hinge.db
The log, or below
.Ev XDG_DATA_HOME .
.It Pa ~/.config/hinge/config.json
The config, or below
.Ev XDG_CONFIG_HOME .
.El
.Sh EXIT STATUS
The codes are those of
.Xr hinge-exit-codes 7 .
.Sh EXAMPLES
Log a session: load first, reps second.
.Bd -literal -offset indent
hinge log 140x5x3 @8
.Ed
.Pp
Next morning:
.Bd -literal -offset indent
hinge feel soreness=3
.Ed
.Pp
What to lift next:
.Bd -literal -offset indent
hinge next
.Ed
.Sh SEE ALSO
.Xr hinge-policy 5 ,
.Xr hinge-exit-codes 7 ,
.Xr hinge-json 7 ,
.Xr hinge-notation 7
)";

std::string overview_page(const std::string& date) {
  std::string out =
      head("hinge", "a deadlift log that knows a sore back from an overloaded one", date);
  out += ".Sh SYNOPSIS\n.Nm\n.Op Ar COMMAND\n.Op Ar options\n.Sh DESCRIPTION\n";
  out += running_text(overview_description);
  out += ".Pp\nThe commands are:\n" + command_list();
  out += ".Pp\nOptions of every command, before it or after it:\n" + option_list(global_options());
  return out + std::string(overview_end);
}

}  // namespace

std::vector<ManualPage> manual_pages(const std::string& date) {
  std::vector<ManualPage> pages{{"hinge.1", overview_page(date)}};
  for (const CommandSpec* each : all_commands()) {
    if (!each->hidden) pages.push_back({page_name(*each) + ".1", text_of(*each, date)});
  }
  return pages;
}

}  // namespace hinge::cli
