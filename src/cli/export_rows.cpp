#include "cli/export_rows.hpp"

#include <algorithm>
#include <map>

#include "cli/now.hpp"
#include "cli/policies_of.hpp"
#include "exchange/tables.hpp"
#include "hinge/suggest.hpp"
#include "report/weeks_table.hpp"

namespace hinge::cli {
namespace {

bool is_before(Date date, const DayRange& range) { return range.since && date < *range.since; }
bool is_after(Date date, const DayRange& range) { return range.until && date > *range.until; }

/// Calls `take` with each record of the range.
template <class What, class Take>
void each_in_range(const NextRecord<What>& next, const DayRange& range, ProgressLine& progress,
                   Take take) {
  for (const What* record = next(); record != nullptr; record = next()) {
    if (is_after(record->when.date, range)) return;
    progress.step();
    take(*record);
  }
}

/// The worst pain of the check-ins that name a session which stands, by its id.
std::map<std::int64_t, Nprs> named_pains(const ExportedLifter& from) {
  std::map<std::int64_t, Nprs> pains;
  const auto next = from.store.checkins(from.lifter.id, first_day);
  for (const CheckIn* checkin = next(); checkin != nullptr; checkin = next()) {
    if (!checkin->session || checkin->unrelated) continue;
    if (!from.store.find(session_name(*checkin->session))) continue;
    Nprs& worst = pains[*checkin->session];
    worst = std::max(worst, exchange::pain_of(*checkin));
  }
  return pains;
}

/// The day of the first record; none where there is none.
std::optional<Date> first_record(const ExportedLifter& from) {
  std::optional<Date> first;
  const auto note = [&first](const auto& next) {
    if (const auto* const record = next()) {
      first = std::min(first.value_or(record->when.date), record->when.date);
    }
  };
  note(from.store.sessions(from.lifter.id, first_day));
  note(from.store.checkins(from.lifter.id, first_day));
  return first;
}

/// A policy of one's own may have a name in it.
std::string policy_name(const std::string& name, bool anonymous) {
  return anonymous && built_in_policy(name) == nullptr ? "own" : name;
}

}  // namespace

Session without_text(Session session) {
  session.note.clear();
  return session;
}

CheckIn without_text(CheckIn checkin) {
  checkin.note.clear();
  checkin.worse_with.clear();
  checkin.eases_with.clear();
  return checkin;
}

void export_sessions(TableWriter& table, const ExportedLifter& from, ProgressLine& progress) {
  // From the first day on: whose pain it was depends on the days before.
  exchange::with_pain(from.store.sessions(from.lifter.id, first_day),
                      from.store.checkins(from.lifter.id, first_day), named_pains(from),
                      [&](const Session& session, std::optional<Nprs> pain) {
                        const Date date = session.when.date;
                        progress.step();
                        if (is_before(date, from.range) || is_after(date, from.range)) return;
                        exchange::write_session(table, from.shown_as,
                                                from.anonymous ? without_text(session) : session,
                                                pain);
                      });
}

void export_sets(TableWriter& table, const ExportedLifter& from, ProgressLine& progress) {
  const auto sessions = from.store.sessions(from.lifter.id, from.range.since.value_or(first_day));
  each_in_range(sessions, from.range, progress, [&](const Session& session) {
    exchange::write_sets(table, from.shown_as, session);
  });
}

void export_feel(TableWriter& table, const ExportedLifter& from, ProgressLine& progress) {
  const auto checkins = from.store.checkins(from.lifter.id, from.range.since.value_or(first_day));
  each_in_range(checkins, from.range, progress, [&](const CheckIn& checkin) {
    exchange::write_checkin(table, from.shown_as, from.anonymous ? without_text(checkin) : checkin);
  });
}

void export_weeks(TableWriter& table, const ExportedLifter& from, const Invocation& call,
                  ProgressLine& progress) {
  const Store& store = from.store;
  const std::string& id = from.lifter.id;
  const auto first = from.range.since ? from.range.since : first_record(from);
  if (!first) return;
  const Date begin =
      from.range.since ? window_start(monday(iso_week(*from.range.since))) : first_day;
  const Moment now = now_by(store.history(id, call.now.date), call);
  const auto next = weeks_of(store.history_before(id, begin), store.sessions(id, begin),
                             store.checkins(id, begin), policies_of(store, from.lifter), *first,
                             from.range.until.value_or(now.date), now);
  while (const Week* const week = next()) {
    report::write_week(table, from.shown_as, from.anonymous ? "" : from.lifter.name, *week,
                       policy_name(week->suggestion.policy, from.anonymous));
    progress.long_step();
  }
}

}  // namespace hinge::cli
