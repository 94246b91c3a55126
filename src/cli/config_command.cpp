#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/open_store.hpp"
#include "cli/output_file.hpp"
#include "domain/did_you_mean.hpp"
#include "report/config.hpp"

namespace hinge::cli {
namespace {

using report::Setting;
using report::SettingSource;

/// One key of the file: how it is read from words, and how it stands.
struct Key {
  std::string_view name;
  std::string_view meaning;
  void (*set)(Config&, const std::string& value);
  void (*unset)(Config&);
  std::optional<std::string> (*in_file)(const Config&);
  Setting (*now)(const Invocation&, const Config&);
};

Error bad_value(std::string_view key, const std::string& value, std::string hint) {
  return {ErrorKind::usage, fmt::format("{} can't be '{}'", key, value), std::move(hint)};
}

void set_lifter(Config& config, const std::string& value) {
  if (!is_lifter_id(value)) {
    throw bad_value("lifter", value, "write a lifter's id: a-z, 0-9 and - (not first), at most 40");
  }
  config.lifter = value;
}

void unset_lifter(Config& config) { config.lifter.reset(); }

std::optional<std::string> lifter_in_file(const Config& config) { return config.lifter; }

Setting lifter_now(const Invocation& call, const Config& config) {
  if (call.arguments.has("lifter")) {
    return {"lifter", *call.globals.lifter, SettingSource::option, "-l", {}};
  }
  if (call.globals.lifter) {
    return {"lifter", *call.globals.lifter, SettingSource::environment, "HINGE_LIFTER", {}};
  }
  if (config.lifter) return {"lifter", *config.lifter, SettingSource::file, {}, {}};
  return {"lifter", {}, SettingSource::standard, {}, {}};
}

void set_hints(Config& config, const std::string& value) {
  constexpr std::array<std::string_view, 2> words = {"true", "false"};
  if (value != "true" && value != "false") {
    throw bad_value("hints", value, did_you_mean_or(value, words, "write true or false"));
  }
  config.hints_set = value == "true";
}

void unset_hints(Config& config) { config.hints_set.reset(); }

std::optional<std::string> hints_in_file(const Config& config) {
  if (!config.hints_set) return std::nullopt;
  return *config.hints_set ? "true" : "false";
}

Setting hints_now(const Invocation&, const Config& config) {
  const auto from = config.hints_set ? SettingSource::file : SettingSource::standard;
  return {"hints", config.hints() ? "true" : "false", from, {}, {}};
}

constexpr std::array keys = {Key{"lifter", "whose log is meant where nothing else says so",
                                 set_lifter, unset_lifter, lifter_in_file, lifter_now},
                             Key{"hints", "the plain sentence under a suggestion", set_hints,
                                 unset_hints, hints_in_file, hints_now}};

Setting setting_of(const Key& key, const Invocation& call, const Config& config) {
  Setting setting = key.now(call, config);
  setting.meaning = key.meaning;
  return setting;
}

const Key& key_meant(const Invocation& call) {
  std::vector<std::string_view> names;
  names.reserve(keys.size());
  for (const Key& key : keys) names.push_back(key.name);
  const auto& operands = call.arguments.operands();
  if (operands.empty()) {
    throw Error(ErrorKind::usage, fmt::format("{} needs a key", call.command.name),
                "it knows " + any_of(names));
  }
  const auto* const found = std::find_if(keys.begin(), keys.end(), [&operands](const Key& key) {
    return key.name == operands.front();
  });
  if (found != keys.end()) return *found;
  throw Error(ErrorKind::usage, fmt::format("the config has no key '{}'", operands.front()),
              did_you_mean_or(operands.front(), names, "it knows " + any_of(names)));
}

int run_list(Invocation& call) {
  const Config config = read_config(call.context.environment);
  std::vector<Setting> settings;
  settings.reserve(keys.size());
  for (const Key& key : keys) settings.push_back(setting_of(key, call, config));
  const std::string file = config_path(call.context.environment).string();
  answer(call, call.globals.json ? report::json(settings, file)
                                 : report::text(settings, file, {}, style_of(call)));
  return 0;
}

int run_get(Invocation& call) {
  const Key& key = key_meant(call);
  const Setting setting = setting_of(key, call, read_config(call.context.environment));
  if (call.globals.json) {
    answer(call, report::json({setting}, config_path(call.context.environment).string()));
  } else if (!setting.value.empty()) {
    answer(call, report::paragraph(setting.value, style_of(call)));
  } else {
    hint(call, fmt::format("{} is not set.", key.name));
  }
  return 0;
}

/// The command that makes the file say what it said before; empty where nothing changed, or where
/// it held what no command writes.
std::string way_back(const Key& key, const Config& before, const Config& after) {
  const auto was = key.in_file(before);
  if (was == key.in_file(after)) return {};
  if (!was) return fmt::format("hinge config unset {}", key.name);
  try {
    Config again;
    key.set(again, *was);
  } catch (const Error&) {
    return {};
  }
  return fmt::format("hinge config set {} {}", key.name, *was);
}

/// The name may be meant for a log to come, or have a slip in it.
void say_if_nobody(Invocation& call, const std::string& lifter) {
  try {
    if (!has_database(call) || open_existing(call, Access::read).lifter(lifter)) return;
    hint(call, fmt::format("Nobody in the log has the name {0} yet: hinge lifter add {0}", lifter));
  } catch (const Error&) {
    // A log that can't be read is nothing that the config has to do with.
  }
}

/// Stores the file, and says how the key stands now, which the environment may decide.
void store(Invocation& call, const Key& key, const Config& before, const Config& after) {
  const std::string file = config_path(call.context.environment).string();
  Output output{file};
  output.write(json(after));
  output.commit();
  call.stored = true;
  const std::vector<Setting> settings = {setting_of(key, call, after)};
  confirm(call, report::text(settings, file, way_back(key, before, after), style_of(call)),
          [&] { return report::json(settings, file); });
}

int run_set(Invocation& call) {
  const Key& key = key_meant(call);
  const auto& operands = call.arguments.operands();
  if (operands.size() < 2) {
    throw Error(ErrorKind::usage, fmt::format("config set {} needs a value", key.name),
                fmt::format("to take it out: hinge config unset {}", key.name));
  }
  const Config before = read_config(call.context.environment);
  Config after = before;
  key.set(after, operands[1]);
  store(call, key, before, after);
  if (after.lifter && after.lifter != before.lifter) say_if_nobody(call, *after.lifter);
  return 0;
}

int run_unset(Invocation& call) {
  const Key& key = key_meant(call);
  const Config before = read_config(call.context.environment);
  Config after = before;
  key.unset(after);
  store(call, key, before, after);
  return 0;
}

constexpr std::array list_examples = {
    Example{"hinge config list", "Every setting, and where it comes from."},
    Example{"hinge config list --json", "The same for a script."}};
constexpr std::array get_examples = {
    Example{"hinge config get lifter", "Whose log is meant."},
    Example{"hinge config get hints --json", "With where it comes from."}};
constexpr std::array set_examples = {
    Example{"hinge config set lifter anna", "Anna's log is meant from now on."},
    Example{"hinge config set hints false", "Suggestions without the sentence under them."}};
constexpr std::array unset_examples = {
    Example{"hinge config unset lifter", "Nobody's log is meant in particular."},
    Example{"hinge config unset hints", "As it was."}};

constexpr CommandSpec list_command{
    "config list",
    "",
    "list every setting, and where it comes from",
    "",
    "An option stands above the environment, that above the file, and that above the usual.",
    {},
    list_examples,
    0,
    run_list};
constexpr CommandSpec get_command{"config get",
                                  "",
                                  "print one setting",
                                  "KEY",
                                  "What holds now, wherever it comes from.",
                                  {},
                                  get_examples,
                                  1,
                                  run_get};
constexpr CommandSpec set_command{"config set",
                                  "",
                                  "change a setting in the file",
                                  "KEY VALUE",
                                  "The file is made where there is none.",
                                  {},
                                  set_examples,
                                  2,
                                  run_set};
constexpr CommandSpec unset_command{"config unset",
                                    "",
                                    "take a setting out of the file",
                                    "KEY",
                                    "The usual holds again, or what the environment says.",
                                    {},
                                    unset_examples,
                                    1,
                                    run_unset};

constexpr std::array commands = {&list_command, &get_command, &set_command, &unset_command};

constexpr std::array examples = {
    Example{"hinge config list", "Every setting, and where it comes from."},
    Example{"hinge config set lifter anna", "Anna's log is meant from now on."}};

}  // namespace

constexpr CommandSpec config_command{
    "config",
    "",
    "settle once whose log is meant, and more",
    "list | get | set | unset",
    "The settings stand in $XDG_CONFIG_HOME/hinge/config.json (~/.config/hinge/config.json). An "
    "option or a variable of the environment stands above the file.",
    {},
    examples,
    0,
    nullptr,
    commands};

}  // namespace hinge::cli
