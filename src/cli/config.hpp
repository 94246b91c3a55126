#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "cli/context.hpp"
#include "cli/globals.hpp"

namespace hinge::cli {

/// What may stand in config.json.
inline constexpr std::array<std::string_view, 2> config_keys = {"lifter", "hints"};

/// What the person settled once, in config.json.
struct Config {
  std::optional<std::string> lifter;
  std::optional<bool> hints_set;
  /// The one plain sentence under a suggestion.
  [[nodiscard]] bool hints() const { return hints_set.value_or(true); }
};

/// $XDG_CONFIG_HOME/hinge/config.json, else ~/.config/hinge/config.json. Throws Error{database}
/// where there is no home to put it in.
[[nodiscard]] std::filesystem::path config_path(const Environment& environment);

/// The file's content that `read_config` reads back as `config`.
[[nodiscard]] std::string json(const Config& config);

/// --db, else HINGE_DB, else $XDG_DATA_HOME/hinge/hinge.db, else ~/.local/share/hinge/hinge.db;
/// absolute. Throws Error{database} where there is no home to put it in.
[[nodiscard]] std::filesystem::path database_path(const Globals& globals,
                                                  const Environment& environment);

/// Reads the file at `config_path`; the defaults where there is none. Throws Error{bad_data} naming
/// file and key for anything it doesn't know.
[[nodiscard]] Config read_config(const Environment& environment);

}  // namespace hinge::cli
