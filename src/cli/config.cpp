#include "cli/config.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/input_file.hpp"
#include "domain/did_you_mean.hpp"
#include "domain/text.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t largest_config = 65'536;

/// The folder that `own` names, else `below_home` in the home folder. A relative path counts as
/// absent, as the XDG base directory specification asks.
std::optional<fs::path> base_folder(const std::optional<std::string>& own,
                                    const Environment& environment, const char* below_home) {
  if (own && fs::path(*own).is_absolute()) return fs::path(*own);
  if (environment.home && fs::path(*environment.home).is_absolute()) {
    return fs::path(*environment.home) / below_home;
  }
  return std::nullopt;
}

Error bad_config(const fs::path& path, const std::string& what, const std::string& hint) {
  return {ErrorKind::bad_data, fmt::format("{}: {}", path.string(), what), hint};
}

/// Flat, and each key once: nlohmann would keep the last of two.
Json parse_flat(const fs::path& path, const std::string& text) {
  std::set<std::string> seen;
  const auto look = [&](int depth, Json::parse_event_t event, Json& value) {
    if (depth > 1) throw bad_config(path, "values nest too deep", "write plain values");
    if (event == Json::parse_event_t::key && !seen.insert(value.get<std::string>()).second) {
      throw bad_config(path, fmt::format("/{} stands twice", value.get<std::string>()),
                       "keep one of them");
    }
    return true;
  };
  try {
    return Json::parse(text, look);
  } catch (const Json::parse_error& error) {
    throw bad_config(path, fmt::format("no JSON from byte {} on", error.byte), "mend or remove it");
  }
}

Config config_of(const fs::path& path, const Json& json) {
  if (!json.is_object()) throw bad_config(path, "not a JSON object", "write: {\"lifter\": \"me\"}");
  Config config;
  for (const auto& item : json.items()) {
    const std::string& key = item.key();
    if (key == "lifter" && item.value().is_string() &&
        is_valid_utf8(item.value().get<std::string>())) {
      config.lifter = item.value().get<std::string>();
    } else if (key == "hints" && item.value().is_boolean()) {
      config.hints_set = item.value().get<bool>();
    } else if (key == "lifter" || key == "hints") {
      throw bad_config(path, fmt::format("/{} has the wrong type", key),
                       key == "lifter" ? "write the lifter's id in quotes" : "write true or false");
    } else {
      throw bad_config(path, fmt::format("/{} is no key of it", key),
                       did_you_mean_or(key, config_keys, "it knows lifter, hints"));
    }
  }
  return config;
}

}  // namespace

fs::path database_path(const Globals& globals, const Environment& environment) {
  if (globals.db) {
    if (globals.db->starts_with("file:") || *globals.db == ":memory:") {
      throw Error(ErrorKind::database, *globals.db + " is a name for SQLite, and no path",
                  "give the path alone; a file of that name is ./" + *globals.db);
    }
    std::error_code error;
    fs::path absolute = fs::absolute(*globals.db, error);
    if (globals.db->empty() || error) {
      throw Error(ErrorKind::database, "the path of the database is empty", "give --db FILE");
    }
    return absolute;
  }
  const auto folder = base_folder(environment.data_home, environment, ".local/share");
  if (!folder) {
    throw Error(ErrorKind::database, "there is no home folder to keep the log in",
                "name the file: --db FILE");
  }
  return *folder / "hinge" / "hinge.db";
}

fs::path config_path(const Environment& environment) {
  const auto folder = base_folder(environment.config_home, environment, ".config");
  if (!folder) {
    throw Error(ErrorKind::database, "there is no home folder to keep the config in",
                "set HOME or XDG_CONFIG_HOME");
  }
  return *folder / "hinge" / "config.json";
}

std::string json(const Config& config) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  if (config.lifter) object["lifter"] = *config.lifter;
  if (config.hints_set) object["hints"] = *config.hints_set;
  return object.dump(2) + '\n';
}

Config read_config(const Environment& environment) {
  if (!base_folder(environment.config_home, environment, ".config")) return {};
  const fs::path path = config_path(environment);
  std::error_code error;
  if (!fs::exists(path, error)) return {};
  if (!fs::is_regular_file(path, error)) throw bad_config(path, "not a file", "remove it");
  std::ifstream file = input_file(path);
  std::string text(largest_config + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (file.bad() || text.empty()) throw bad_config(path, "can't be read", "mend or remove it");
  if (text.size() > largest_config) throw bad_config(path, "over 64 KiB", "mend or remove it");
  return config_of(path, parse_flat(path, text));
}

}  // namespace hinge::cli
