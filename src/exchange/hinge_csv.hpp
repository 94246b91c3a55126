#pragma once

#include <span>
#include <string_view>

#include "exchange/csv_reader.hpp"
#include "exchange/import.hpp"

namespace hinge::exchange {

/// Whether a header is one of hinge's own (docs/format.md).
[[nodiscard]] bool is_own_header(std::span<const std::string_view> header);

/// A file of hinge's own `sets` or `feel` CSV, read up to its header. With `excel_safe`, the guards
/// against formulas come off.
struct OwnFile {
  CsvReader& reader;
  std::span<const std::string_view> header;
  bool excel_safe = false;
};

// Keys are made of the lifter and the id in the file. All throw Error{bad_data} for `sessions` and
// `weeks`, which hold no sets, for a header that lacks a column, and for a file of several lifters.

/// The whole file, the sessions in the order of their days, wherever their rows stand.
[[nodiscard]] ImportFile read_own(const OwnFile& file);

/// Gives `take`, where it takes any, each record that rows make which stand together; returns the
/// account. It is `in_order` where no session can have rows in two places, since days and ids only
/// go up, as they do in an export.
[[nodiscard]] ImportFile read_own_records(const OwnFile& file, const RecordTaker& take);

}  // namespace hinge::exchange
