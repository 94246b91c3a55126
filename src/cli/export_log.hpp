#pragma once

#include <string>
#include <string_view>

#include "cli/export_rows.hpp"

namespace hinge::cli {

/// Writes whole logs: as one hinge.log/1 document, or as lines of records that each say their kind
/// and their lifter. Holds one record at a time.
class LogWriter {
 public:
  /// Requires a form other than CSV.
  LogWriter(Sink sink, TableForm form);
  /// All of one lifter that lies in the range. Reads it to its end first, so that what is damaged
  /// leaves nothing half written.
  void write(const ExportedLifter& from, ProgressLine& progress);
  /// Call it once, last.
  void finish();

 private:
  void begin_list(std::string_view name);
  void put(std::string_view object);
  void flush_when_full();

  Sink sink_;
  TableForm form_;
  std::string block_;
  std::string lifter_;
  bool first_lifter_ = true;
  bool in_list_ = false;
  bool first_in_list_ = true;
};

}  // namespace hinge::cli
