#pragma once

#include "exchange/csv_reader.hpp"
#include "exchange/import.hpp"
#include "exchange/layout.hpp"

namespace hinge::exchange {

/// Reads the rows below `layout`'s header: one set a row, as every app but hinge writes them.
[[nodiscard]] ImportFile read_foreign(CsvReader& reader, const Layout& layout,
                                      const ImportOptions& options);

}  // namespace hinge::exchange
