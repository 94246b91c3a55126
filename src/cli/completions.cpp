#include <fmt/format.h>

#include <array>

#include "cli/commands.hpp"
#include "cli/complete.hpp"
#include "data_file.hpp"
#include "domain/did_you_mean.hpp"
#include "domain/text.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

struct Shell {
  std::string_view name;
  std::string_view file;  ///< of data/
};

constexpr std::array shells = {Shell{"bash", "completions/hinge.bash"},
                               Shell{"zsh", "completions/_hinge"},
                               Shell{"fish", "completions/hinge.fish"}};

int run_completions(Invocation& call) {
  if (call.arguments.operands().empty()) {
    throw Error(ErrorKind::usage, "completions needs to know your shell",
                "for example: hinge completions bash");
  }
  const std::string& name = call.arguments.operands().front();
  std::vector<std::string_view> names;
  for (const Shell& shell : shells) {
    if (shell.name == name) {
      answer(call, data_file(shell.file));
      return 0;
    }
    names.push_back(shell.name);
  }
  throw Error(
      ErrorKind::usage, fmt::format("there is no completion for '{}'", name),
      did_you_mean_or(name, names, "there is one for " + any_of(names), "hinge completions "));
}

/// A line each for the shell: the word, a tab, what it means; ":files" for the names of files.
int run_complete(Invocation& call) {
  const Completion completion = complete(call, call.arguments.operands());
  std::string lines;
  for (const Candidate& each : completion.candidates) {
    lines += escaped_for_terminal(each.word);
    if (!each.meaning.empty()) lines += '\t' + escaped_for_terminal(each.meaning);
    lines += '\n';
  }
  answer(call, lines + (completion.files ? ":files\n" : ""));
  return 0;
}

constexpr std::array examples = {
    Example{"source <(hinge completions bash)",
            "In ~/.bashrc: the Tab key knows hinge from then on."},
    Example{"hinge completions fish > ~/.config/fish/completions/hinge.fish", "The same for fish."},
};

constexpr std::array hidden_examples = {
    Example{"hinge __complete -- log --lift ro", "What may stand there."},
    Example{"hinge __complete -- feel ''", "The words for how it felt."},
};

}  // namespace

constexpr CommandSpec completions_command{
    "completions",
    "",
    "let the Tab key complete hinge's commands",
    "bash | zsh | fish",
    "Prints a script for your shell. Tab then knows commands, options and their values, the lifts, "
    "the lifters and records of your log, and the sets you logged last. For zsh: source "
    "<(hinge completions zsh) in ~/.zshrc, below compinit.",
    {},
    examples,
    1,
    run_completions};

constexpr CommandSpec complete_command{
    "__complete",
    "",
    "say what may stand where the cursor is",
    "-- WORD...",
    "For the scripts of hinge completions. WORDs are all that follows hinge, the last one as far "
    "as it is typed.",
    {},
    hidden_examples,
    -1,
    run_complete,
    {},
    true};

}  // namespace hinge::cli
