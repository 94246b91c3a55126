#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string_view>

#include "domain/table.hpp"
#include "hinge/checkin.hpp"
#include "hinge/next_record.hpp"
#include "hinge/session.hpp"

namespace hinge::exchange {

// The columns of cli.md section 6, in their order. `lifter` is the name the rows go by.

extern const TableSpec sessions_table;
extern const TableSpec sets_table;
extern const TableSpec feel_table;

/// One row; `pain` is the worst that the training day led to.
void write_session(TableWriter& table, std::string_view lifter, const Session& session,
                   std::optional<Nprs> pain);
/// A row for each set, in the order done.
void write_sets(TableWriter& table, std::string_view lifter, const Session& session);
/// One row.
void write_checkin(TableWriter& table, std::string_view lifter, const CheckIn& checkin);

/// Calls `take` with each session in order, and the worst pain of the check-ins that belong to its
/// training day: 0 where none of them was pain, none where there are none about the deadlift. Both
/// come in the order of their days. `named` has the worst pain of the check-ins that name a session
/// which stands, by its id: they may come long after it. Holds two training days at a time.
void with_pain(const NextRecord<Session>& sessions, const NextRecord<CheckIn>& checkins,
               const std::map<std::int64_t, Nprs>& named,
               const std::function<void(const Session& session, std::optional<Nprs> pain)>& take);

/// What a check-in adds to the worst pain of its day.
[[nodiscard]] Nprs pain_of(const CheckIn& checkin);

}  // namespace hinge::exchange
