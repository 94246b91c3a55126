#include "cli/complete.hpp"

#include <algorithm>
#include <optional>

#include "cli/commands.hpp"
#include "cli/complete_values.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

/// Where on the line the cursor is.
struct Place {
  const CommandSpec* command = nullptr;  ///< none: its name is being typed
  const OptionSpec* option = nullptr;    ///< whose value is being typed
  std::vector<std::string> typed;        ///< what stands before it, all but the command's name
  std::string begun;                     ///< what has been typed of the word
  std::string kept;                      ///< "--lift=", where that is part of the word
  bool lost = false;                     ///< behind a word that is no command
};

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

const OptionSpec* option_written(std::span<const OptionSpec> options, std::string_view word) {
  const auto found = std::find_if(options.begin(), options.end(), [word](const OptionSpec& each) {
    if (word.substr(0, 2) == "--") return each.name == word.substr(2);
    return word.size() == 2 && word[0] == '-' && each.letter == word[1];
  });
  return found == options.end() ? nullptr : &*found;
}

/// The option that `word` is, where it takes a value.
const OptionSpec* asks_for_value(const CommandSpec* command, std::string_view word) {
  const OptionSpec* option = command == nullptr ? nullptr : option_written(command->options, word);
  if (option == nullptr) option = option_written(global_options(), word);
  return option == nullptr || option->value.empty() ? nullptr : option;
}

/// bash hands `--lift=ro` over as three words.
std::vector<std::string> with_equals_joined(const std::vector<std::string>& words) {
  std::vector<std::string> joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool joins = words[i] == "=" && !joined.empty() && is_option(joined.back());
    if (!joins) {
      joined.push_back(words[i]);
      continue;
    }
    joined.back() += '=';
    if (i + 1 < words.size()) joined.back() += words[++i];
  }
  return joined;
}

/// bash hands `140x5@8` over as three words, too.
std::vector<std::string> with_efforts_joined(const std::vector<std::string>& words) {
  std::vector<std::string> joined;
  bool open = false;
  for (const std::string& word : words) {
    const bool at = word == "@" && !joined.empty();
    if (at || open) {
      joined.back() += word;
    } else {
      joined.push_back(word);
    }
    open = at;
  }
  return joined;
}

/// Takes the command's name (one word or two) off the words before the cursor.
void find_command_of(Place& place) {
  std::vector<std::string>& typed = place.typed;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (is_option(typed[i])) {
      if (asks_for_value(nullptr, typed[i]) != nullptr) ++i;
      continue;
    }
    place.command = find_command(all_commands(), typed[i]);
    place.lost = place.command == nullptr;
    typed.erase(typed.begin() + static_cast<std::ptrdiff_t>(i));
    if (place.lost || place.command->commands.empty() || i >= typed.size()) return;
    const std::string name = std::string(place.command->name) + ' ' + typed[i];
    if (const CommandSpec* each = find_command(place.command->commands, name)) {
      place.command = each;
      typed.erase(typed.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return;
  }
}

Place place_of(const std::vector<std::string>& words) {
  const bool split = std::find(words.begin(), words.end(), "=") != words.end();
  Place place;
  place.typed = with_equals_joined(words);
  if (place.typed.empty()) return place;
  place.begun = place.typed.back();
  place.typed.pop_back();
  place.typed = with_efforts_joined(place.typed);
  find_command_of(place);
  const std::size_t equals = place.begun.find('=');
  if (is_option(place.begun) && equals != std::string::npos) {
    place.option = asks_for_value(place.command, place.begun.substr(0, equals));
    if (!split) place.kept = place.begun.substr(0, equals + 1);
    place.begun.erase(0, equals + 1);
  } else if (!place.typed.empty()) {
    place.option = asks_for_value(place.command, place.typed.back());
    if (place.option != nullptr) place.typed.pop_back();
  }
  return place;
}

void put_options(std::vector<Candidate>& candidates, std::span<const OptionSpec> options,
                 const std::vector<std::string>& typed) {
  for (const OptionSpec& option : options) {
    const std::string word = "--" + std::string(option.name);
    const bool stands = std::any_of(typed.begin(), typed.end(), [&](const std::string& each) {
      return each.substr(0, each.find('=')) == word;
    });
    if (!stands || option.times != Times::once)
      candidates.push_back({word, std::string(option.help)});
  }
}

Completion options_at(const Place& place) {
  Completion completion;
  if (place.command != nullptr) {
    put_options(completion.candidates, place.command->options, place.typed);
  }
  put_options(completion.candidates, global_options(), place.typed);
  return completion;
}

Completion commands_at(std::span<const CommandSpec* const> commands, std::size_t name_begins) {
  Completion completion;
  for (const CommandSpec* each : commands) {
    if (each->hidden) continue;
    completion.candidates.push_back(
        {std::string(each->name.substr(name_begins)), std::string(each->summary)});
  }
  return completion;
}

/// Goes by the --db and -l that stand on the line, also before there is a command; a ~ stands there
/// as it was typed, since no shell has opened it yet.
void take_globals(Invocation& call, const Place& place) {
  const CommandSpec& command = place.command == nullptr ? help_command : *place.command;
  try {
    call.arguments = parse_arguments(command, place.typed);
    call.globals = read_globals(call.arguments, call.context.environment);
    auto& db = call.globals.db;
    const auto& home = call.context.environment.home;
    if (db && home && db->starts_with("~/")) db->replace(0, 1, *home);
  } catch (const Error&) {
    // A line in the making need not be right yet: then the environment's will do.
  }
}

Completion all_at(Invocation& call, const Place& place) {
  if (place.option != nullptr) return values_of(call, *place.option);
  if (!place.begun.empty() && place.begun.front() == '-') return options_at(place);
  if (place.command == nullptr) return commands_at(all_commands(), 0);
  if (!place.command->commands.empty()) {
    return commands_at(place.command->commands, place.command->name.size() + 1);
  }
  return operands_of(call, *place.command, call.arguments.operands());
}

}  // namespace

Completion complete(Invocation& call, const std::vector<std::string>& words) {
  const Place place = place_of(words);
  if (place.lost) return {};
  Completion completion;
  call.arguments = {};
  take_globals(call, place);
  try {
    completion = all_at(call, place);
  } catch (const Error&) {
    return {};
  }
  auto& candidates = completion.candidates;
  const auto fits = [&place](const Candidate& each) {
    return each.word.compare(0, place.begun.size(), place.begun) == 0;
  };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [&fits](const Candidate& each) { return !fits(each); }),
                   candidates.end());
  for (Candidate& each : candidates) each.word.insert(0, place.kept);
  return completion;
}

}  // namespace hinge::cli
