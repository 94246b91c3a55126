#pragma once

#include <string>
#include <vector>

#include "cli/invocation.hpp"
#include "hinge/store.hpp"

namespace hinge::cli {

/// Throws Error{usage} for what is no name of a record such as "s41", "f12" or "r3".
void require_record_name(const std::string& name);

/// The record that "s41", "f12" or "r3" names. Throws Error{usage} for what is no such name, and
/// Error{not_found} where there is none.
[[nodiscard]] Record find_record(const Store& store, const std::string& name);

/// The name that an operand stands for: `last` is the record that the lifter whose log it would be
/// stored or changed last. Throws Error{not_found} where there is none.
[[nodiscard]] std::string record_name_meant(const Invocation& call, const Store& store,
                                            const std::string& operand);

/// Those of all operands, each once, in the order given.
[[nodiscard]] std::vector<std::string> record_names_meant(const Invocation& call,
                                                          const Store& store);

/// Throws Error{not_found} where -l names another lifter than the one whose the record is.
void refuse_anothers_record(const Invocation& call, const Store& store, const Record& record,
                            const std::string& name);

/// As `find_record`; throws Error{not_found} too where -l names another lifter than whose it is.
[[nodiscard]] Record find_record_of(const Invocation& call, const Store& store,
                                    const std::string& name);

}  // namespace hinge::cli
