#pragma once

#include <string_view>

#include "domain/table.hpp"
#include "hinge/week.hpp"

namespace hinge::report {

/// The columns of cli.md section 6: what was done and felt in each week, and where it led.
extern const TableSpec weeks_table;

/// One row. `lifter` and `name` are what the lifter goes by, `policy` what the policy does.
void write_week(TableWriter& table, std::string_view lifter, std::string_view name,
                const Week& week, std::string_view policy);

}  // namespace hinge::report
