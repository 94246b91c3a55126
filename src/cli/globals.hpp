#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/arguments.hpp"
#include "cli/context.hpp"

namespace hinge::cli {

enum class ColorChoice : std::uint8_t { automatic, always, never };

/// The options every command takes, read.
struct Globals {
  std::optional<std::string> lifter;  ///< -l, else HINGE_LIFTER
  std::optional<std::string> db;      ///< --db, else HINGE_DB
  bool json = false;
  bool quiet = false;
  ColorChoice color = ColorChoice::automatic;
  bool ascii = false;
  bool plain = false;
  std::optional<Moment> today;  ///< --today, else HINGE_TODAY
  std::chrono::milliseconds timeout = std::chrono::seconds{10};
  bool assume_yes = false;
  bool no_input = false;
};

/// Throws Error{usage} for a value that can't be read.
[[nodiscard]] Globals read_globals(const Arguments& arguments, const Environment& environment);

}  // namespace hinge::cli
