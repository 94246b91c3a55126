#pragma once

#include "hinge/lifter.hpp"
#include "report/json_values.hpp"
#include "report/words.hpp"

namespace hinge::report {

// Each puts the fields of one record into an object, as all documents have them.

void put(Json& object, const Session& session);
void put(Json& object, const CheckIn& checkin, const SessionsByDay& sessions);
void put(Json& object, const Screen& screen);
void put(Json& object, const Lifter& lifter);

}  // namespace hinge::report
