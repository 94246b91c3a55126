#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "cli/choice.hpp"
#include "domain/did_you_mean.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

Error usage(const std::string& message, const std::string& hint) {
  return {ErrorKind::usage, message, hint};
}

const OptionSpec* find_option(std::span<const OptionSpec> options, std::string_view name) {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [name](const OptionSpec& option) { return option.name == name; });
  return found == options.end() ? nullptr : &*found;
}

const OptionSpec* find_letter(std::span<const OptionSpec> options, char letter) {
  const auto found =
      std::find_if(options.begin(), options.end(),
                   [letter](const OptionSpec& option) { return option.letter == letter; });
  return found == options.end() ? nullptr : &*found;
}

/// The command's own options, then the global ones that it doesn't give a meaning of its own.
std::vector<const OptionSpec*> options_of(const CommandSpec& command) {
  std::vector<const OptionSpec*> options;
  for (const OptionSpec& option : command.options) options.push_back(&option);
  for (const OptionSpec& option : global_options()) {
    if (find_option(command.options, option.name) == nullptr) options.push_back(&option);
  }
  return options;
}

/// Whether the value of the global option `word` is the next word.
bool takes_next_word(std::string_view word) {
  if (word.substr(0, 2) == "--") {
    const OptionSpec* option = find_option(global_options(), word.substr(2));
    return option != nullptr && !option->value.empty();
  }
  for (std::size_t i = 1; i < word.size(); ++i) {
    const OptionSpec* option = find_letter(global_options(), word[i]);
    if (option == nullptr) return false;
    if (!option->value.empty()) return i + 1 == word.size();
  }
  return false;
}

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

/// Where the command's name stands; `args.size()` where there is none.
std::size_t command_position(const std::vector<std::string>& args) {
  std::size_t i = 0;
  while (i < args.size() && is_option(args[i]) && args[i] != "--") {
    i += takes_next_word(args[i]) ? std::size_t{2} : std::size_t{1};
  }
  return std::min(i, args.size());
}

std::vector<std::string_view> names_of(std::span<const CommandSpec* const> commands) {
  std::vector<std::string_view> names;
  for (const CommandSpec* command : commands) {
    if (command->hidden) continue;
    names.push_back(command->name);
    if (!command->alias.empty()) names.push_back(command->alias);
  }
  return names;
}

/// The command of `group` that `args` names at `position`, which is then taken out.
const CommandSpec* command_of_group(const CommandSpec& group, std::vector<std::string>& args,
                                    std::size_t position) {
  std::vector<std::string_view> verbs;
  for (const CommandSpec* command : group.commands) {
    verbs.push_back(command->name.substr(group.name.size() + 1));
  }
  if (position >= args.size() || is_option(args[position])) return &group;
  const std::string verb = args[position];
  const std::string name = fmt::format("{} {}", group.name, verb);
  const CommandSpec* command = find_command(group.commands, name);
  if (command == nullptr) {
    throw usage(fmt::format("{} can't {}", group.name, verb),
                did_you_mean_or(verb, verbs, "it can " + any_of(verbs),
                                fmt::format("hinge {} ", group.name)));
  }
  args.erase(args.begin() + static_cast<std::ptrdiff_t>(position));
  return command;
}

std::string flag_names(const OptionSpec& option) {
  return option.letter == '\0' ? fmt::format("--{}", option.name)
                               : fmt::format("-{},--{}", option.letter, option.name);
}

/// Whether `args` may hold the option, as a word or among letters. To register all the others would
/// take CLI11 longer than to read what stands there.
bool may_be_among(const std::vector<std::string>& args, const OptionSpec& option) {
  return std::any_of(args.begin(), args.end(), [&option](std::string_view word) {
    if (word.substr(0, 2) == "--") return word.substr(2, word.find('=') - 2) == option.name;
    return is_option(word) && option.letter != '\0' &&
           word.find(option.letter) != std::string_view::npos;
  });
}

void register_option(CLI::App& app, const OptionSpec& option) {
  if (option.value.empty()) {
    app.add_flag(flag_names(option))->disable_flag_override();
    return;
  }
  // Counted by us afterwards, so that the message can be ours too.
  CLI::Option* added = app.add_option(flag_names(option))
                           ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
                           ->allow_extra_args(option.times == Times::list);
  added->expected(1, option.times == Times::list ? CLI::detail::expected_max_vector_size : 1);
}

/// The value in our spelling.
std::string checked_choice(const OptionSpec& option, const std::string& value) {
  if (option.choices.empty()) return value;
  if (const auto choice = choice_meant(value, option.choices)) return *choice;
  const std::vector<std::string_view> choices(option.choices.begin(), option.choices.end());
  throw usage(fmt::format("--{} can't be '{}'", option.name, value),
              did_you_mean_or(value, choices, "it is " + any_of(choices)));
}

std::vector<std::string> checked_values(const OptionSpec& option, std::vector<std::string> values) {
  if (option.times == Times::once && values.size() > 1) {
    throw usage(fmt::format("--{} was given {} times", option.name, values.size()), "give it once");
  }
  for (std::string& value : values) value = checked_choice(option, value);
  return values;
}

/// What people type for an option, and its names here: a command has one of them at most.
struct OtherName {
  std::string_view typed;
  std::string_view ours;
};
constexpr std::array other_names = {
    OtherName{"--date", "on"},       OtherName{"--date", "for"},
    OtherName{"--day", "on"},        OtherName{"--day", "for"},
    OtherName{"--when", "on"},       OtherName{"--from", "since"},
    OtherName{"--to", "until"},      OtherName{"--file", "output"},
    OtherName{"--exercise", "lift"}, OtherName{"--comment", "note"},
    OtherName{"--client", "lifter"},
};

Error unknown_option(const CommandSpec& command, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  const std::string message = fmt::format("{} has no option {}", command.name, name);
  std::vector<std::string> dashed;
  for (const OptionSpec* option : options_of(command)) {
    const bool is_meant = std::any_of(other_names.begin(), other_names.end(),
                                      [&name, option](const OtherName& other) {
                                        return other.typed == name && other.ours == option->name;
                                      });
    if (is_meant) return usage(message, fmt::format("did you mean --{}?", option->name));
    dashed.push_back(fmt::format("--{}", option->name));
  }
  const std::vector<std::string_view> candidates(dashed.begin(), dashed.end());
  return usage(message,
               did_you_mean_or(name, candidates, fmt::format("see: hinge help {}", command.name)));
}

const OptionSpec* option_named(const std::vector<const OptionSpec*>& options,
                               std::string_view word) {
  if (word.substr(0, 2) != "--") return nullptr;
  const auto found = std::find_if(options.begin(), options.end(), [word](const OptionSpec* option) {
    return option->name == word.substr(2);
  });
  return found == options.end() ? nullptr : *found;
}

/// What stands after an equals sign: CLI11 would take `--json=true`, and for `--note=` the next
/// word.
void check_equals_sign(const OptionSpec& option, const std::string& word) {
  if (option.value.empty()) {
    throw usage(fmt::format("--{} takes no value", option.name),
                fmt::format("write: --{}", option.name));
  }
  if (word.back() == '=') {
    throw usage(fmt::format("{} has no value after the equals sign", word), "write it after it");
  }
}

/// Equals signs that CLI11 would read otherwise than they were meant.
void refuse_misread_values(const CommandSpec& command, const std::vector<std::string>& args) {
  const auto options = options_of(command);
  for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
    const auto equals = args[i].find('=');
    const OptionSpec* option = option_named(options, std::string_view(args[i]).substr(0, equals));
    if (option == nullptr) continue;
    if (equals != std::string::npos) {
      check_equals_sign(*option, args[i]);
    } else if (!option->value.empty()) {
      ++i;  // its value, whatever it looks like
    }
  }
}

/// CLI11 has just refused `args`: the reason, in our words.
Error explained(const CommandSpec& command, const std::vector<std::string>& args) {
  const std::string& last = args.back();
  for (const OptionSpec* option : options_of(command)) {
    const bool stands_last = last == fmt::format("--{}", option->name) ||
                             (is_option(last) && last[1] != '-' && last.back() == option->letter);
    if (stands_last && !option->value.empty()) {
      return usage(fmt::format("--{} needs a value", option->name),
                   fmt::format("write: --{} {}", option->name, option->value));
    }
  }
  return usage(fmt::format("this can't be read as options of {}", command.name),
               fmt::format("see: hinge help {}", command.name));
}

void check_operands(const CommandSpec& command, const std::vector<std::string>& operands) {
  const auto most = static_cast<std::size_t>(std::max(command.most_operands, 0));
  if (command.most_operands < 0 || operands.size() <= most) return;
  throw usage(fmt::format("{} can't do anything with '{}'", command.name, operands[most]),
              fmt::format("see: hinge help {}", command.name));
}

}  // namespace

bool Arguments::has(std::string_view option) const {
  return options_.find(option) != options_.end();
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = options_.find(option);
  if (found == options_.end() || found->second.empty()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = options_.find(option);
  return found == options_.end() ? std::vector<std::string>{} : found->second;
}

const CommandSpec* find_command(std::span<const CommandSpec* const> commands,
                                std::string_view name) {
  const auto found =
      std::find_if(commands.begin(), commands.end(), [name](const CommandSpec* each) {
        return each->name == name || (!each->alias.empty() && each->alias == name);
      });
  return found == commands.end() ? nullptr : *found;
}

namespace {

/// The option before the command that no command takes there; it is why the command wasn't found.
std::optional<std::string> stray_option(const std::vector<std::string>& args,
                                        std::size_t position) {
  for (std::size_t i = 0; i < position; ++i) {
    const std::string name = args[i].substr(0, args[i].find('='));
    const bool is_global =
        name.substr(0, 2) == "--"
            ? find_option(global_options(), std::string_view(name).substr(2)) != nullptr
            : find_letter(global_options(), args[i][1]) != nullptr;
    if (!is_global) return name;
    if (takes_next_word(args[i])) ++i;
  }
  return std::nullopt;
}

Error unknown_command(const std::vector<std::string>& args, std::size_t position) {
  if (const auto stray = stray_option(args, position)) {
    std::vector<std::string> dashed;
    for (const OptionSpec& option : global_options()) {
      dashed.push_back(fmt::format("--{}", option.name));
    }
    const std::vector<std::string_view> names{dashed.begin(), dashed.end()};
    return usage(fmt::format("no option {} stands before a command", *stray),
                 did_you_mean_or(*stray, names, "write the command first; see: hinge help"));
  }
  return usage(
      fmt::format("there is no command '{}'", args[position]),
      did_you_mean_or(args[position], names_of(all_commands()), "see: hinge help", "hinge "));
}

}  // namespace

CommandLine find_command_in(const std::vector<std::string>& args) {
  CommandLine line{nullptr, args};
  const std::size_t position = command_position(args);
  if (position >= args.size() || args[position] == "--") return line;
  const std::string& name = args[position];
  line.command = find_command(all_commands(), name);
  if (line.command == nullptr) throw unknown_command(args, position);
  line.arguments.erase(line.arguments.begin() + static_cast<std::ptrdiff_t>(position));
  if (!line.command->commands.empty()) {
    line.command = command_of_group(*line.command, line.arguments, position);
  }
  return line;
}

Arguments parse_arguments(const CommandSpec& command, const std::vector<std::string>& args) {
  refuse_misread_values(command, args);
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<std::string> operands;
  app.add_option("operands", operands)->expected(-1);
  auto specs = options_of(command);
  std::erase_if(specs, [&args](const OptionSpec* option) { return !may_be_among(args, *option); });
  for (const OptionSpec* option : specs) register_option(app, *option);

  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::ParseError&) {
    throw explained(command, args);
  }

  Arguments::Options options;
  for (const OptionSpec* option : specs) {
    const CLI::Option* found = app.get_option(fmt::format("--{}", option->name));
    if (found->count() == 0) continue;
    auto values = option->value.empty() ? std::vector<std::string>{} : found->results();
    options.emplace(option->name, checked_values(*option, std::move(values)));
  }
  const bool asks_for_help = options.count("help") > 0;
  if (!asks_for_help && app.remaining_size() > 0)
    throw unknown_option(command, app.remaining().front());
  if (!asks_for_help) check_operands(command, operands);
  return {std::move(options), std::move(operands)};
}

}  // namespace hinge::cli
