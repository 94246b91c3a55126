#pragma once

#include <span>
#include <string_view>

#include "exchange/csv_reader.hpp"
#include "exchange/import.hpp"

namespace hinge::exchange {

/// Whether a header is one of hinge's own (docs/format.md).
[[nodiscard]] bool is_own_header(std::span<const std::string_view> header);

/// Reads hinge's own `sets` or `feel` CSV below `header`. Keys are made of the lifter and the id
/// there. Throws Error{bad_data} for `sessions` and `weeks`, which hold no sets, for a header that
/// lacks a column, and for a file of several lifters. With `excel_safe`, the guards against
/// formulas come off.
[[nodiscard]] ImportFile read_own(CsvReader& reader, std::span<const std::string_view> header,
                                  bool excel_safe);

}  // namespace hinge::exchange
