#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/inventory.hpp"
#include "report/report.hpp"

/// The words of `doctor`.
namespace hinge::report {

/// All that was found about a log, its file and its surroundings.
struct Findings {
  std::string path;
  std::string hinge_version;
  std::string sqlite_version;
  std::optional<Examined> examined;  ///< none: `unreadable` says why
  std::string unreadable;
  bool damaged = false;  ///< that is why
  unsigned file_mode = 0600;
  unsigned folder_mode = 0700;
  std::uintmax_t bytes = 0;
  std::uintmax_t free_bytes = 0;
  std::string file_system;  ///< where it is a network's
  std::vector<std::string> leftovers;
  Moment now;  ///< in UTC
  Date today{};
  Minutes utc_offset{};
  std::optional<Moment> last_backup;  ///< in UTC
  std::optional<Moment> last_change;  ///< in UTC
  std::size_t backups = 0;
  std::string config_error;  ///< empty: it is well, or there is none
};

enum class Verdict : std::uint8_t { ok, look, problem };

/// One line of `doctor`.
struct Check {
  std::string_view id;
  Verdict verdict = Verdict::ok;
  std::string seen;
  std::string advice = {};  ///< what to do; empty: nothing
};

/// Every check once, always in the same order.
[[nodiscard]] std::vector<Check> checks_of(const Findings& findings);
/// The worst verdict among them.
[[nodiscard]] Verdict worst(const std::vector<Check>& checks);

[[nodiscard]] std::string text(const std::vector<Check>& checks, const Style& style);
/// hinge.doctor/1: free of names, notes and paths.
[[nodiscard]] std::string json(const Findings& findings);

}  // namespace hinge::report
