#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/inventory.hpp"
#include "report/report.hpp"

/// The words for what is done with a log as a file: backups, a restore.
namespace hinge::report {

/// "41 sessions, 12 check-ins, 1 lifter".
[[nodiscard]] std::string words(const Inventory& inventory);
/// "64 KiB", "1.2 MiB".
[[nodiscard]] std::string size_words(std::uintmax_t bytes);
/// `text` as one word of a command line, quoted where a shell would take it apart; escaped.
[[nodiscard]] std::string shell_word(std::string_view text);

/// What `backup` did.
struct BackupMade {
  std::string path;
  std::string restored_as;  ///< what `restore` takes for it
  std::uintmax_t bytes = 0;
  bool made = true;  ///< false: that file held the same already
  Inventory inventory;
  std::vector<std::string> removed;  ///< the paths of older ones that --keep let go
};
[[nodiscard]] std::string text(const BackupMade& backup, const Style& style);
/// hinge.backup/1.
[[nodiscard]] std::string json(const BackupMade& backup);

/// A backup that may take, or has taken, the place of the present log.
struct RestoreShown {
  std::string source;
  Inventory incoming;
  bool is_first = false;       ///< there is no log yet
  std::string present_damage;  ///< in words; empty: it is well
  bool is_compared = true;     ///< false: the present log can't be read as far as that
  Difference difference;
  bool is_done = false;
  std::string kept;     ///< the path of the present log as it was; empty: there was none
  std::string kept_as;  ///< what `restore` takes for it
};
/// What would be lost, gained and changed.
[[nodiscard]] std::string comparison(const RestoreShown& restore, Date today, const Style& style);
/// That it is done, and how to go back.
[[nodiscard]] std::string text(const RestoreShown& restore, const Style& style);
/// hinge.restore/1.
[[nodiscard]] std::string json(const RestoreShown& restore);

}  // namespace hinge::report
