#pragma once

#include <cstdint>
#include <string>

#include "cli/days.hpp"
#include "cli/progress.hpp"
#include "domain/table.hpp"
#include "hinge/store.hpp"

namespace hinge::cli {

/// One lifter's records on their way out.
struct ExportedLifter {
  const Store& store;
  const Lifter& lifter;
  std::string shown_as;    ///< the id, or what stands for it in an anonymous export
  bool anonymous = false;  ///< without names and free text
  const DayRange& range;
};

/// A record without its free text.
[[nodiscard]] Session without_text(Session session);
[[nodiscard]] CheckIn without_text(CheckIn checkin);

// The rows of one lifter, of the days in the range, record by record.

void export_sessions(TableWriter& table, const ExportedLifter& from, ProgressLine& progress);
void export_sets(TableWriter& table, const ExportedLifter& from, ProgressLine& progress);
void export_feel(TableWriter& table, const ExportedLifter& from, ProgressLine& progress);
/// All the weeks that the range touches; without one, from the first record to now.
void export_weeks(TableWriter& table, const ExportedLifter& from, const Invocation& call,
                  ProgressLine& progress);

}  // namespace hinge::cli
