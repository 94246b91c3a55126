#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace hinge::report {

/// One record of a history, by the name it is shown under: exactly one pointer is set.
struct Item {
  Moment when;
  std::int64_t id = 0;
  std::string name;
  const Session* session = nullptr;
  const CheckIn* checkin = nullptr;
  const Screen* screen = nullptr;
};

/// The records a selection takes, oldest first; on one day sessions before check-ins before
/// screens. Points into `history`.
[[nodiscard]] std::vector<Item> selected(const History& history, const HistorySelection& selection);

/// "+01:00".
[[nodiscard]] std::string offset_words(Minutes offset);

}  // namespace hinge::report
