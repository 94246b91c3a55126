#pragma once

#include <string>

#include "cli/invocation.hpp"
#include "exchange/import.hpp"

namespace hinge::cli {

/// Reads the file `name`, or with "-" standard input; of a long file of hinge's own, the account
/// alone (`in_order`). Throws Error{bad_data} with the file's name.
[[nodiscard]] exchange::ImportFile read_import_file(Invocation& call, const std::string& name,
                                                    const exchange::ImportOptions& options);

/// Gives `take` the records of `file`: those it holds, which are gone then, or those of the file
/// `name`, which is read once more. Throws Error{bad_data} where that says something else now.
void each_record(const std::string& name, const exchange::ImportOptions& options,
                 exchange::ImportFile& file, const exchange::RecordTaker& take);

}  // namespace hinge::cli
