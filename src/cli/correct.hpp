#pragma once

#include <string>

#include "cli/invocation.hpp"
#include "hinge/store.hpp"
#include "report/corrections.hpp"

namespace hinge::cli {

/// Does `change` to each of `correction.records`, all of them as one command or none, unless it is
/// a dry run, and says what that did, also to the next suggestion of `correction.lifter`.
void correct_records(Invocation& call, Store& store, report::Correction correction,
                     void (Store::Writing::*change)(std::string_view name));

}  // namespace hinge::cli
