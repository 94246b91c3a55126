#include <fmt/core.h>

#include <algorithm>

#include "report/sheet_words.hpp"

namespace hinge::report {
namespace {

const BestOfLift* best_of(const Totals& totals, const std::string& lift) {
  const auto found = std::find_if(totals.best.begin(), totals.best.end(),
                                  [&lift](const BestOfLift& each) { return each.lift == lift; });
  return found == totals.best.end() ? nullptr : &*found;
}

std::string with_sign(Unit unit, Load from, Load to) {
  if (from == to) return "the same";
  return from < to ? "+" + number_in(unit, to - from) : "-" + number_in(unit, from - to);
}

/// One number of a period: in words, and what has changed since.
struct Figure {
  std::string now;
  std::string then;
};

Figure of_counts(int now, int then) {
  const std::string since = now == then ? "the same" : fmt::format("{:+}", now - then);
  return {std::to_string(now), fmt::format("{} ({})", then, since)};
}

Figure of_loads(const std::optional<Load>& now, const std::optional<Load>& then, Unit unit) {
  const auto said = [unit](const std::optional<Load>& load) {
    return load ? to_string(Weight{*load, unit}) : std::string{"none"};
  };
  Figure figure{said(now), said(then)};
  if (now && then) figure.then += fmt::format(" ({})", with_sign(unit, *then, *now));
  return figure;
}

Figure of_pain(const std::optional<Nprs>& now, const std::optional<Nprs>& then) {
  const auto said = [](const std::optional<Nprs>& peak) {
    return peak ? to_string(*peak) + "/10" : std::string{"none said"};
  };
  return {said(now), said(then)};
}

using Compare = Figure (*)(const Totals& now, const Totals& then, Unit unit);

struct Row {
  std::string_view label;
  Compare compare;
};
constexpr Row rows[] = {
    {"Training days", [](const Totals& now, const Totals& then,
                         Unit) { return of_counts(now.training_days, then.training_days); }},
    {"Work sets", [](const Totals& now, const Totals& then,
                     Unit) { return of_counts(now.work_sets, then.work_sets); }},
    {"Good reps",
     [](const Totals& now, const Totals& then, Unit) { return of_counts(now.reps, then.reps); }},
    {"Tonnage", [](const Totals& now, const Totals& then,
                   Unit unit) { return of_loads(now.tonnage, then.tonnage, unit); }},
    {"Highest pain",
     [](const Totals& now, const Totals& then, Unit) { return of_pain(now.pain, then.pain); }},
};

/// A row of `figure(then)` for each period that is compared with.
template <class Compared>
ChangeRow row_of(std::string label, const Sheet& sheet, Compared figure) {
  const Figure before = figure(sheet.before);
  const std::string start = sheet.start ? figure(*sheet.start).then : std::string{};
  return {std::move(label), before.now, before.then, start};
}

void put_best(std::vector<ChangeRow>& out, const std::string& lift, const Sheet& sheet) {
  const Unit unit = sheet.lifter.loading.unit;
  const auto load_of = [&lift](const Totals& totals) -> std::optional<Load> {
    const BestOfLift* const best = best_of(totals, lift);
    return best != nullptr && best->load ? std::optional{best->load->load} : std::nullopt;
  };
  const auto e1rm_of = [&lift, unit](const Totals& totals) -> std::optional<Load> {
    const BestOfLift* const best = best_of(totals, lift);
    if (best == nullptr || !best->e1rm) return std::nullopt;
    // An estimate, not more exact than this.
    return (*best->e1rm + Load::of(500, unit)).floor_to(Load::of(1000, unit));
  };
  const bool several = sheet.now.best.size() > 1 || lift != "deadlift";
  const std::string of = several ? ", " + lift : "";
  out.push_back(row_of("Top load" + of, sheet, [&](const Totals& then) {
    return of_loads(load_of(sheet.now), load_of(then), unit);
  }));
  out.push_back(row_of("Estimated 1RM" + of, sheet, [&](const Totals& then) {
    return of_loads(e1rm_of(sheet.now), e1rm_of(then), unit);
  }));
}

}  // namespace

std::vector<ChangeRow> change_rows(const Sheet& sheet) {
  if (sheet.now.training_days == 0 && sheet.before.training_days == 0 && !sheet.start) return {};
  const Unit unit = sheet.lifter.loading.unit;
  std::vector<ChangeRow> out;
  for (const Row& row : rows) {
    out.push_back(row_of(std::string{row.label}, sheet,
                         [&](const Totals& then) { return row.compare(sheet.now, then, unit); }));
  }
  for (const BestOfLift& best : sheet.now.best) put_best(out, best.lift, sheet);
  return out;
}

ChangeRow change_head(const Sheet& sheet) {
  if (!is_week(sheet.period)) {
    const auto days = (sheet.period.until - sheet.period.from).count() + 1;
    const std::string start = days == 1 ? "First day" : fmt::format("First {} days", days);
    const std::string before = days == 1 ? "The day before" : fmt::format("{} days before", days);
    return {"", days == 1 ? "This day" : "These days", before, sheet.start ? start : ""};
  }
  const std::string start =
      sheet.start ? fmt::format("First week, {}", to_string(iso_week(sheet.start->period.from)))
                  : std::string{};
  return {"", to_string(iso_week(sheet.period.from)),
          fmt::format("Week before, {}", to_string(iso_week(sheet.before.period.from))), start};
}

}  // namespace hinge::report
