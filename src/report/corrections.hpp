#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hinge/change.hpp"
#include "report/report.hpp"

namespace hinge::report {

/// What to lift next, as it was before a command and as it is after it.
struct Shift {
  Suggestion before;
  Suggestion after;
};

/// The commands that correct a log.
enum class CorrectionKind : std::uint8_t { edit, remove, undo, redo, bring_back };

/// What one of them did.
struct Correction {
  CorrectionKind kind = CorrectionKind::edit;
  std::string lifter;                ///< whose records they are; empty: not one lifter's
  std::string command = {};          ///< the one taken or put back; empty: there was none
  std::vector<std::string> records;  ///< "s41", "f12"; the first of `record_count`
  int record_count = 0;
  std::vector<RecordChange> changes = {};  ///< of the first records; none where nothing changed
  std::optional<Shift> shift = {};         ///< where the next suggestion differs
  std::vector<std::string> kept = {};      ///< check-ins that stay, of the sessions that went
  bool dry_run = false;                    ///< nothing was stored
  bool name_lifter = false;                ///< say in text whose it was: the log has several
};
[[nodiscard]] std::string text(const Correction& correction, Date today, const Style& style);
/// hinge.edit/1, hinge.delete/1, hinge.undo/1 or hinge.redo/1.
[[nodiscard]] std::string json(const Correction& correction);

/// A command in the record of changes, with what it did to the first records.
struct PastCommand {
  ChangeSummary summary;
  std::vector<RecordChange> changes;
};
/// `undo --list`.
[[nodiscard]] std::string text(const std::vector<PastCommand>& commands, bool name_lifters,
                               Date today, const Style& style);
/// hinge.changes/1.
[[nodiscard]] std::string json(const std::vector<PastCommand>& commands);

/// What differs, in words: "3 sets of 5 at 140 kg → 3 sets of 5 at 145 kg". A record that came or
/// went is said by `words`.
[[nodiscard]] std::string words(const RecordChange& change, Date today,
                                std::string_view between = " → ");
/// One line about it: "Fri 20 Nov, 3 sets of 5 at 140 kg".
[[nodiscard]] std::string words(const Version& version, Date today);

}  // namespace hinge::report
