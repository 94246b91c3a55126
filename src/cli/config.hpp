#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/context.hpp"
#include "cli/globals.hpp"

namespace hinge::cli {

/// What the person settled once, in config.json.
struct Config {
  std::optional<std::string> lifter;
  bool hints = true;  ///< the one plain sentence under a suggestion
};

/// --db, else HINGE_DB, else $XDG_DATA_HOME/hinge/hinge.db, else ~/.local/share/hinge/hinge.db;
/// absolute. Throws Error{database} where there is no home to put it in.
[[nodiscard]] std::filesystem::path database_path(const Globals& globals,
                                                  const Environment& environment);

/// Reads $XDG_CONFIG_HOME/hinge/config.json (~/.config/hinge/config.json); the defaults where there
/// is none. Throws Error{bad_data} naming file and key for anything it doesn't know.
[[nodiscard]] Config read_config(const Environment& environment);

}  // namespace hinge::cli
