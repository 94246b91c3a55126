#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "hinge/checkin.hpp"
#include "hinge/lifter.hpp"
#include "hinge/screen.hpp"
#include "hinge/session.hpp"

namespace hinge {

/// One choice of a policy: from then on, the lifter or one of their lifts goes by it.
struct PolicyVersion {
  std::int64_t id = 0;
  std::string lift;    ///< empty: all lifts that have no policy of their own
  int version = 0;     ///< counted over all choices of the lifter from 2 on, and never used again
  std::string policy;  ///< a built-in's name, or the whole of one's own; empty: as all lifts again
  friend bool operator==(const PolicyVersion&, const PolicyVersion&) = default;
};

/// What something in the log was at one moment, and whose it was.
struct Version {
  std::string lifter;
  std::variant<Session, CheckIn, Screen, Lifter, PolicyVersion> what;
};

/// What one command did to one record.
struct RecordChange {
  std::string record;             ///< "s41", "lifter me", "policy 3"
  std::optional<Version> before;  ///< none: it was not there
  std::optional<Version> after;   ///< none: it is not there any more
};

/// One command in the record of changes: what `undo` takes back as a whole.
struct ChangeSummary {
  std::int64_t id = 0;
  std::string command;               ///< "log", "feel", "import"
  std::string at;                    ///< when, as given by the caller: RFC 3339
  std::vector<std::string> records;  ///< "s41", "f12", "lifter me"; the first 20
  int record_count = 0;
  std::vector<std::string> lifters;  ///< whose records they are, by id
  bool undone = false;
};

}  // namespace hinge
