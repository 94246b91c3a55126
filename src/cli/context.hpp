#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "hinge/date.hpp"

namespace hinge::cli {

/// The environment values that hinge looks at; an empty one counts as absent.
struct Environment {
  std::optional<std::string> db;           ///< HINGE_DB
  std::optional<std::string> lifter;       ///< HINGE_LIFTER
  std::optional<std::string> today;        ///< HINGE_TODAY
  std::optional<std::string> no_color;     ///< NO_COLOR
  std::optional<std::string> data_home;    ///< XDG_DATA_HOME
  std::optional<std::string> config_home;  ///< XDG_CONFIG_HOME
  std::optional<std::string> home;         ///< HOME
};

/// Which of the three streams a person sits at, and how wide their window is.
struct Terminal {
  bool in = false;
  bool out = false;
  bool err = false;
  int width = 80;
};

/// The world, as main found it: everything a command may touch but the database.
struct Context {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Moment now;            ///< the local clock
  Minutes utc_offset{};  ///< of that clock
  Environment environment;
  Terminal terminal;
  /// Whether nobody reads `out` any more; asked only after a write failed. Absent: somebody does.
  std::function<bool()> reader_left = {};
  /// The offset that the local clock has, or had, at a moment of UTC. Absent: `utc_offset`, always.
  std::function<Minutes(const Moment& utc)> utc_offset_at = {};
};

}  // namespace hinge::cli
