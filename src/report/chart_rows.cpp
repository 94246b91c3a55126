#include "report/chart_rows.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>

#include "report/words.hpp"

namespace hinge::report {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

/// A length of time that rows may be gathered by.
struct Period {
  std::string_view name;
  Date (*begin)(Date);
  Date (*next)(Date);  ///< of a beginning
  std::string (*label)(Date);
};

int year_of(Date date) { return static_cast<int>(year_month_day{date}.year()); }
unsigned month_of(Date date) { return static_cast<unsigned>(year_month_day{date}.month()); }

Date first_of(Date date, unsigned months) {
  const unsigned month = (month_of(date) - 1) / months * months + 1;
  return std::chrono::sys_days{
      year_month_day{year_month_day{date}.year(), std::chrono::month{month}, std::chrono::day{1}}};
}
Date after(Date first, int months) {
  return std::chrono::sys_days{year_month_day{first} + std::chrono::months{months}};
}

constexpr std::array periods = {
    Period{"week", [](Date date) { return monday(iso_week(date)); },
           [](Date first) { return first + days{7}; },
           [](Date first) { return to_string(iso_week(first)); }},
    Period{"month", [](Date date) { return first_of(date, 1); },
           [](Date first) { return after(first, 1); },
           [](Date first) { return fmt::format("{}-{:02}", year_of(first), month_of(first)); }},
    Period{"quarter", [](Date date) { return first_of(date, 3); },
           [](Date first) { return after(first, 3); },
           [](Date first) {
             return fmt::format("{}-Q{}", year_of(first), (month_of(first) + 2) / 3);
           }},
    Period{"year", [](Date date) { return first_of(date, 12); },
           [](Date first) { return after(first, 12); },
           [](Date first) { return std::to_string(year_of(first)); }},
};

std::size_t count_between(const Period& period, Date first, Date last, std::size_t enough) {
  std::size_t count = 0;
  for (Date at = period.begin(first); at <= last && count <= enough; at = period.next(at)) ++count;
  return count;
}

void add_needed(std::vector<ChartWord>& words, const std::vector<ChartWord>& more) {
  for (const ChartWord& word : more) {
    const bool there = std::any_of(words.begin(), words.end(),
                                   [&](const ChartWord& each) { return each.text == word.text; });
    if (word.needed && !there) words.push_back(word);
  }
}

/// What one stretch comes to: the row of the highest value, or the sum.
struct Gathered {
  ChartRow row;
  bool begun = false;  ///< there is one in it
  std::size_t readings = 0;

  void add(const ChartRow& more, Gather how) {
    if (more.value) ++readings;
    if (!begun) {
      row = more;
      begun = true;
      return;
    }
    ChartRow other = more;
    if (how == Gather::sum && row.value && more.value) {
      row.value = *row.value + *more.value;
      row.shown = whole_number(*row.value);
    } else if (more.value > row.value) {
      std::swap(row, other);
    }
    add_needed(row.words, other.words);
  }
};

ChartRow finished(Gathered gathered, const ChartSection& section) {
  ChartRow row = std::move(gathered.row);
  if (section.gather == Gather::sum) {
    std::erase_if(row.words, [](const ChartWord& word) { return !word.needed; });
  }
  if (gathered.readings > 1) {
    row.words.insert(row.words.begin(), {count_of(gathered.readings, section.counted), false});
  }
  return row;
}

std::vector<ChartRow> by_period(const ChartSection& section, const Period& period) {
  std::map<std::pair<Date, bool>, Gathered> stretches;
  for (const ChartRow& row : section.rows) {
    stretches[{period.begin(row.date), row.soft}].add(row, section.gather);
  }
  std::vector<ChartRow> rows;
  Date expected = stretches.begin()->first.first;
  for (auto& [key, stretch] : stretches) {
    for (; expected < key.first; expected = period.next(expected)) {
      rows.push_back({expected, period.label(expected), {}, {}, {}, false});
    }
    rows.push_back(finished(std::move(stretch), section));
    rows.back().date = key.first;
    rows.back().period = period.label(key.first);
    expected = period.next(key.first);
  }
  return rows;
}

}  // namespace

GatheredRows gathered(const ChartSection& section) {
  constexpr std::size_t screenful = 30;
  const auto& rows = section.rows;
  if (rows.size() <= screenful) return {std::string{section.counted}, rows};
  const auto fits = [&](const Period& period) {
    return count_between(period, rows.front().date, rows.back().date, screenful) <= screenful;
  };
  const auto* period = std::find_if(periods.begin(), periods.end(), fits);
  if (period == periods.end()) --period;
  return {std::string{period->name}, by_period(section, *period)};
}

}  // namespace hinge::report
