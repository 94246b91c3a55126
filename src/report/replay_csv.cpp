#include "domain/csv_row.hpp"
#include "report/road.hpp"

namespace hinge::report {
namespace {

constexpr std::string_view header =
    "lifter,date,week,lift,sessions,decision,deload_percent,suggested_load_kg,suggested_load,"
    "suggested_unit,suggested_sets,suggested_reps,load_kg,load,unit,sets,reps,rpe,missed,light,"
    "adherence,checked_in,nature,peak,hours,limits,rules,phase,refer,policy,outlier_kg\n";

void put_suggested(CsvRow& row, const Exposure& exposure) {
  row.cell(to_string(exposure.decision));
  row.cell(exposure.deload_percent ? std::to_string(*exposure.deload_percent) : "");
  if (!exposure.suggested) {
    row.empty(5);
    return;
  }
  row.weight(exposure.suggested->weight);
  row.cell(exposure.suggested->sets).cell(exposure.suggested->reps);
}

void put_done(CsvRow& row, const Exposure& exposure) {
  if (exposure.load) {
    row.weight(*exposure.load).cell(exposure.sets).cell(exposure.reps);
  } else {
    row.empty(5);
  }
  row.score(exposure.rpe).yes_or_no(exposure.missed).yes_or_no(exposure.light);
  row.cell(to_string(exposure.adherence));
}

void put_felt(CsvRow& row, const DayFelt& felt) {
  row.yes_or_no(felt.checked_in);
  row.cell(felt.checked_in ? to_string(felt.nature) : "").score(felt.peak);
  row.cell(felt.lasted > Minutes{0} ? csv_hours(felt.lasted) : "");
  row.cell(felt.checked_in ? std::to_string(felt.limits) : "");
}

template <class Items, class Name>
std::string joined(const Items& items, Name name) {
  std::string text;
  for (const auto& item : items) {
    text += text.empty() ? "" : " ";
    text += name(item);
  }
  return text;
}

}  // namespace

std::string csv(const ReplayedLog& replayed) {
  std::string text{header};
  for (const Exposure& exposure : replayed.exposures) {
    CsvRow row;
    row.cell(replayed.lifter).cell(iso_date(exposure.date));
    row.cell(to_string(iso_week(exposure.date))).cell(exposure.lift);
    row.cell(joined(exposure.sessions, [](const std::string& name) { return name; }));
    put_suggested(row, exposure);
    put_done(row, exposure);
    put_felt(row, exposure.felt);
    row.cell(joined(exposure.rules, [](RuleId rule) { return rule_info(rule).name; }));
    row.cell(to_string(exposure.phase))
        .cell(to_string(exposure.refer))
        .cell(replayed.policies.of(exposure.lift).name);
    row.cell(exposure.outlier ? number_in(Unit::kg, exposure.outlier->load) : "");
    text += std::move(row).finished();
  }
  return text;
}

}  // namespace hinge::report
