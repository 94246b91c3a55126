#pragma once

#include <string>

#include "hinge/checkin.hpp"
#include "hinge/lifter.hpp"
#include "hinge/screen.hpp"
#include "hinge/session.hpp"

namespace hinge::report {

// The members of hinge.log/1, each a compact JSON object without line end: what hinge.history/1
// says of a record and, where numbers are rounded there, the exact nanograms beside them.

[[nodiscard]] std::string log_json(const Lifter& lifter);
[[nodiscard]] std::string log_json(const Session& session);
[[nodiscard]] std::string log_json(const CheckIn& checkin);
[[nodiscard]] std::string log_json(const Screen& screen);

}  // namespace hinge::report
