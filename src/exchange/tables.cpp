#include "exchange/tables.hpp"

#include <array>
#include <string>

#include "domain/csv_row.hpp"
#include "domain/names.hpp"
#include "exchange/own_words.hpp"
#include "hinge/e1rm.hpp"
#include "hinge/volume.hpp"

namespace hinge::exchange {
namespace {

constexpr std::array<std::string_view, 19> session_columns = {
    "lifter",    "session",   "date",        "week",      "time", "utc_offset", "lift",
    "work_sets", "work_reps", "top_load_kg", "top_load",  "unit", "top_reps",   "top_rpe",
    "volume_kg", "e1rm_kg",   "light",       "pain_peak", "note"};

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) (text += list_separator) += ' ';
    text += item;
  }
  return text;
}

/// Load, reps and RPE of the heaviest work sets: the most of each.
void write_top(TableWriter& table, const std::vector<Set>& sets) {
  const std::vector<Set> working = working_sets(sets);
  if (working.empty()) {
    for (int cell = 0; cell < 5; ++cell) table.unknown();
    return;
  }
  int reps = 0;
  std::optional<Rpe> rpe;
  for (const Set& set : working) {
    reps = std::max(reps, set.reps);
    rpe = std::max(rpe, set.rpe);
  }
  table.weight(working.front().weight).integer(reps);
  table.known(rpe, [&table](Rpe each) -> TableWriter& { return table.score(each); });
}

template <class Word>
void write_word(TableWriter& table, const std::optional<Word>& word) {
  table.word(word ? to_string(*word) : std::string_view{});
}

}  // namespace

const TableSpec sessions_table{"sessions", session_columns};
const TableSpec sets_table{"sets", sets_columns};
const TableSpec feel_table{"feel", feel_columns};

void write_session(TableWriter& table, std::string_view lifter, const Session& session,
                   std::optional<Nprs> pain) {
  const Moment& when = session.when;
  const WorkDone work = work_done(session.sets);
  const auto best = best_e1rm(session.sets);
  table.word(lifter).word(session_name(session.id)).word(iso_date(when.date));
  table.word(to_string(iso_week(when.date))).word(when.time ? clock_time(*when.time) : "");
  table.text(session.utc_offset ? offset_text(*session.utc_offset) : "").word(session.lift);
  table.integer(work.sets).integer(work.reps);
  write_top(table, session.sets);
  table.number(kg_of(work.volume));
  if (best) {
    table.number(number_in(Unit::kg, best->estimate.load));
  } else {
    table.unknown();
  }
  table.yes_or_no(session.light);
  table.known(pain, [&table](Nprs peak) -> TableWriter& { return table.score(peak); });
  table.text(session.note).end_row();
}

void write_sets(TableWriter& table, std::string_view lifter, const Session& session) {
  if (session.sets.empty()) return;
  const Date date = session.when.date;
  table.word(lifter).word(session_name(session.id)).word(iso_date(date));
  table.word(to_string(iso_week(date))).word(session.lift);
  const TableWriter::Beginning same = table.beginning();
  const std::string time = session.when.time ? clock_time(*session.when.time) : "";
  std::int64_t number = 0;
  for (const Set& set : session.sets) {
    if (number > 0) table.begin_as(same);
    table.integer(++number).word(name_of(set.kind, set_kind_names)).weight(set.weight);
    table.integer(set.reps).yes_or_no(set.failed);
    table.known(set.rpe, [&table](Rpe rpe) -> TableWriter& { return table.score(rpe); });
    table.word(time).yes_or_no(session.light).end_row();
  }
}

void write_checkin(TableWriter& table, std::string_view lifter, const CheckIn& checkin) {
  const bool lasts = symptom_of(checkin) >= Symptom::soreness;
  const auto score = [&table](Nprs peak) -> TableWriter& { return table.score(peak); };
  table.word(lifter).word(checkin_name(checkin.id));
  table.word(checkin.session ? session_name(*checkin.session) : "");
  table.word(iso_date(checkin.when.date));
  table.word(checkin.when.time ? clock_time(*checkin.when.time) : "");
  table.word(to_string(checkin.nature)).known(checkin.peak, score);
  table.score(checkin.now).score(checkin.baseline);
  table.known(checkin.lasted, [&table](Minutes time) -> TableWriter& { return table.hours(time); });
  table.yes_or_no(lasts && !checkin.lasted).integer(checkin.limits);
  write_word(table, checkin.where);
  write_word(table, checkin.side);
  write_word(table, checkin.onset);
  table.text(joined(checkin.worse_with)).text(joined(checkin.eases_with));
  table.yes_or_no(checkin.unrelated).text(checkin.note).yes_or_no(checkin.twinge).end_row();
}

}  // namespace hinge::exchange
