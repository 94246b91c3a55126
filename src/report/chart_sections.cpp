#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "report/chart_rows.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

constexpr std::int64_t half_point = 500;

/// "140×5" and whatever effort.
std::string set_notation(const Set& set) {
  const Weight weight = set.weight;
  std::string text = fmt::format("{}{}×{}", number_in(weight.unit, weight.load),
                                 weight.unit == Unit::kg ? "" : to_string(weight.unit), set.reps);
  if (set.rpe) text += " @" + to_string(*set.rpe);
  return text;
}

/// What was suggested other than more of the same.
std::string suggested_mark(const TimelinePoint& point) {
  switch (point.decision) {
    case Decision::deload:
    case Decision::rebuild:
    case Decision::returning:
    case Decision::calm:
    case Decision::stop:
      return std::string{to_string(point.decision)};
    default:
      return {};
  }
}

void put_marks(ChartRow& row, const TimelinePoint& point) {
  const auto put = [&](std::string mark) { row.words.push_back({std::move(mark), true}); };
  if (const std::string mark = suggested_mark(point); !mark.empty()) {
    put(mark);
    if (point.adherence == Adherence::more) put("did more");
    if (point.adherence == Adherence::less && !point.light) put("did less");
    if (point.adherence == Adherence::no_load) put("trained");
  }
  if (point.light) put("light");
  if (point.missed) put("missed");
  if (point.outlier) put(not_used(*point.outlier));
}

void put_load(ChartRow& row, const TimelinePoint& point) {
  if (!point.load) {
    if (!point.outlier) row.words.push_back({"no good rep", true});
    return;
  }
  row.words.push_back({fmt::format("{}×{}", point.reps, point.sets), false});
}

void put_e1rm(ChartRow& row, const TimelinePoint& point) {
  if (!point.e1rm) {
    if (!point.outlier) row.words.push_back({"no set that says it", false});
    return;
  }
  row.words.push_back({"from " + set_notation(point.e1rm->from), false});
  if (point.e1rm->estimate.rough) row.words.push_back({"rough", true});
}

void put_volume(ChartRow& row, const TimelinePoint& point) {
  row.words.push_back(
      {fmt::format("{}, {}", count_of(static_cast<std::size_t>(point.work.sets), "set"),
                   count_of(static_cast<std::size_t>(point.work.reps), "rep")),
       false});
}

ChartRow row_of(Measure measure, const TimelinePoint& point, Unit unit) {
  ChartRow row;
  row.date = point.date;
  Reading reading = reading_of(measure, point, unit);
  row.value = reading.value;
  row.shown = std::move(reading.shown);
  if (measure == Measure::e1rm) {
    put_e1rm(row, point);
  } else if (measure == Measure::volume) {
    put_volume(row, point);
  } else {
    put_load(row, point);
  }
  put_marks(row, point);
  return row;
}

std::string calm_length(const PhaseSpan& span) {
  const auto days = (span.last - span.first).count() + 1;
  return count_of(static_cast<std::size_t>(days), "day");
}

/// No session shows it: a row of its own where calm began.
void add_calm(std::vector<ChartRow>& rows, const std::vector<PhaseSpan>& phases) {
  for (const PhaseSpan& span : phases) {
    if (span.phase != Phase::calm) continue;
    ChartRow row;
    row.date = span.first;
    row.words = {{"calm", true}, {calm_length(span), false}};
    rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ChartRow& a, const ChartRow& b) { return a.date < b.date; });
}

// ---- how it felt -------------------------------------------------------------------------------

/// The worst of a day: pain, or soreness; or that there was neither.
enum class Family : std::uint8_t { pain, soreness, neither };

Family family_of(const TimelineCheckIn& mark) {
  if (is_pain(mark.symptom)) return Family::pain;
  return mark.symptom == Symptom::soreness ? Family::soreness : Family::neither;
}

/// Short, beside a bar; `limits_words` has them in full.
std::string_view kept_from(int limits) {
  return limits >= 3 ? "kept from normal things" : "changed something";
}

ChartRow row_of(const TimelineCheckIn& mark) {
  ChartRow row;
  row.date = mark.date;
  row.soft = family_of(mark) == Family::soreness;
  const int halves =
      family_of(mark) == Family::neither ? 0 : mark.peak.value_or(Nprs{0}).in_halves();
  row.value = halves * half_point;
  row.shown = to_string(Score::halves(halves));
  row.words.push_back({felt(mark.nature, std::nullopt), true});
  if (mark.lasted > Minutes{0}) row.words.push_back({duration(mark.lasted), true});
  if (mark.ongoing) row.words.push_back({"ongoing", true});
  if (mark.limits >= 2) row.words.push_back({std::string{kept_from(mark.limits)}, false});
  if (mark.unrelated) row.words.push_back({"not from the deadlift", false});
  return row;
}

std::vector<ChartRow> checkin_rows(const std::vector<TimelineCheckIn>& checkins) {
  std::map<std::pair<Date, Family>, const TimelineCheckIn*> worst;
  for (const TimelineCheckIn& mark : checkins) {
    const auto [place, is_new] = worst.try_emplace({mark.date, family_of(mark)}, &mark);
    // Of the same peak the later one, which knows how long it lasted.
    if (!is_new && place->second->peak <= mark.peak) place->second = &mark;
  }
  std::vector<ChartRow> rows;
  for (const auto& [key, mark] : worst) {
    const bool said_more =
        key.second == Family::neither && !rows.empty() && rows.back().date == key.first;
    if (!said_more) rows.push_back(row_of(*mark));
  }
  return rows;
}

/// A training day without a check-in; what that day's check-ins are about is something else.
void put_unsaid(std::vector<ChartRow>& rows, Date date) {
  const auto same_day = std::find_if(rows.rbegin(), rows.rend(),
                                     [date](const ChartRow& row) { return row.date == date; });
  if (same_day == rows.rend()) {
    rows.push_back({date, {}, {}, {}, {{"no check-in", true}}, false});
  } else {
    same_day->words.push_back({"no check-in for its session", true});
  }
}

}  // namespace

ChartSection section_of(Measure measure, const Timeline& timeline) {
  ChartSection section;
  section.label = std::string{to_string(measure)};
  section.unit = " " + to_string(timeline.unit);
  section.from_zero = false;
  section.title = timeline.title + ": " + axis_of(measure, timeline.unit);
  if (measure == Measure::e1rm) {
    section.remark =
        "An estimate, from sets of up to 12 reps: by the RTS table where you logged an RPE, else "
        "by "
        "Epley's formula.";
  }
  if (measure == Measure::volume) {
    section.gather = Gather::sum;
    section.from_zero = true;
  }
  for (const TimelinePoint& point : timeline.points) {
    section.rows.push_back(row_of(measure, point, timeline.unit));
  }
  add_calm(section.rows, timeline.phases);
  return section;
}

ChartSection felt_section(const Chart& chart) {
  ChartSection section;
  section.title = "How the back felt, 0 to 10";
  section.label = "peak";
  section.unit = "/10";
  section.counted = "day";
  section.least_top = 10'000;
  section.longest_bar = 20;
  section.rows = checkin_rows(chart.checkins);
  std::set<Date> unsaid;
  for (const Timeline& timeline : chart.lifts) {
    for (const TimelinePoint& point : timeline.points) {
      if (!point.checked_in) unsaid.insert(point.date);
    }
  }
  if (section.rows.empty()) {
    section.empty = "No check-ins in these days";
    section.empty +=
        unsaid.empty() ? "."
                       : fmt::format("; {} without one.", count_of(unsaid.size(), "training day"));
    return section;
  }
  for (const Date date : unsaid) put_unsaid(section.rows, date);
  std::stable_sort(section.rows.begin(), section.rows.end(),
                   [](const ChartRow& a, const ChartRow& b) { return a.date < b.date; });
  return section;
}

}  // namespace hinge::report
