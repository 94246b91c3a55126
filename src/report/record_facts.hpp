#pragma once

#include <string>
#include <vector>

#include "hinge/lifter.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace hinge::report {

/// "Fri 20 Nov, 18:30 (UTC+01:00)", as the fact `day`.
[[nodiscard]] Fact moment_fact(const Moment& when, std::optional<Minutes> offset, Date today);

/// "cleared by Dr Lee", "health questions: all no".
[[nodiscard]] std::string answers(const Screen& screen);

/// Every field, and what follows from them, as `show` lists them.
[[nodiscard]] std::vector<Fact> in_full(const Session& session, Date today);
[[nodiscard]] std::vector<Fact> in_full(const CheckIn& checkin, const SessionsByDay& sessions,
                                        Date today);
[[nodiscard]] std::vector<Fact> in_full(const Screen& screen, Date today);

/// "kg, bar 20 kg, step 2.5 kg".
[[nodiscard]] std::string loading_words(const Loading& loading);

}  // namespace hinge::report
