#pragma once

#include "hinge/history.hpp"

/// When the red flag questions are due.
namespace hinge {

/// Pain of 6/10 and more, nerve symptoms and limits of 3 call for the red flag questions
/// (engine.md, section 7).
[[nodiscard]] bool calls_for_screen(const CheckIn& checkin);

/// Whether a check-in of the two weeks up to `on` calls for the questions, and they were not
/// answered since.
[[nodiscard]] bool is_screen_due(const History& history, Date on);

}  // namespace hinge
