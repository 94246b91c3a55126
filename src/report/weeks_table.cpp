#include "report/weeks_table.hpp"

#include <array>
#include <string>

namespace hinge::report {
namespace {

constexpr std::array<std::string_view, 21> columns = {
    "lifter",    "name",       "week",        "week_start", "week_end",     "sessions", "work_sets",
    "work_reps", "volume_kg",  "top_load_kg", "top_reps",   "e1rm_kg",      "checkins", "pain_peak",
    "pain_mean", "limits_max", "crossings",   "decision",   "next_load_kg", "refer",    "policy"};

/// "1.67" of 167, "2" of 200.
std::string hundredths(int count) {
  std::string text = std::to_string(count / 100);
  if (count % 100 == 0) return text;
  text += '.';
  text += static_cast<char>('0' + count % 100 / 10);
  if (count % 10 != 0) text += static_cast<char>('0' + count % 10);
  return text;
}

void write_kg(TableWriter& table, const std::optional<Load>& load) {
  if (load) {
    table.number(number_in(Unit::kg, *load));
  } else {
    table.unknown();
  }
}

void write_done(TableWriter& table, const Week& week) {
  table.integer(week.sessions).integer(week.work.sets).integer(week.work.reps);
  table.number(kg_of(week.work.volume));
  write_kg(table, week.top ? std::optional{week.top->weight.load} : std::nullopt);
  table.known(week.top,
              [&table](const TopSet& top) -> TableWriter& { return table.integer(top.reps); });
  write_kg(table, week.e1rm ? std::optional{week.e1rm->load} : std::nullopt);
}

void write_felt(TableWriter& table, const Week& week) {
  table.integer(week.checkins);
  table.known(week.pain_peak, [&table](Nprs peak) -> TableWriter& { return table.score(peak); });
  table.known(week.pain_mean_hundredths,
              [&table](int count) -> TableWriter& { return table.number(hundredths(count)); });
  table.known(week.limits_max, [&table](int most) -> TableWriter& { return table.integer(most); });
  table.integer(week.crossings);
}

}  // namespace

const TableSpec weeks_table{"weeks", columns};

void write_week(TableWriter& table, std::string_view lifter, std::string_view name,
                const Week& week, std::string_view policy) {
  constexpr std::chrono::days six_days{6};
  const Date start = monday(week.week);
  const auto& target = week.suggestion.target;
  table.word(lifter).text(name).word(to_string(week.week));
  table.word(iso_date(start)).word(iso_date(start + six_days));
  write_done(table, week);
  write_felt(table, week);
  table.word(to_string(week.suggestion.decision));
  write_kg(table, target ? std::optional{target->weight.load} : std::nullopt);
  table.word(to_string(week.suggestion.refer)).text(policy).end_row();
}

}  // namespace hinge::report
