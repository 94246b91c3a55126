#include <fmt/core.h>

#include <algorithm>

#include "domain/text.hpp"
#include "report/chart.hpp"
#include "report/chart_rows.hpp"
#include "report/layout.hpp"
#include "report/timeline_scale.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

constexpr std::string_view nothing = "–";
constexpr int eighths = 8;
constexpr int least_bar = 8;

/// Where bars begin and end.
struct Span {
  std::int64_t from = 0;
  std::int64_t to = 1;
};

/// Loads that lie close would all look alike from zero on: their bars begin nearer, and it is said.
Span span_of(const ChartSection& section, const std::vector<ChartRow>& rows) {
  constexpr std::int64_t ten = 10'000;
  std::optional<std::int64_t> lowest;
  Span span{0, std::max<std::int64_t>(1, section.least_top)};
  for (const ChartRow& row : rows) {
    if (!row.value) continue;
    span.to = std::max(span.to, *row.value);
    lowest = std::min(lowest.value_or(*row.value), *row.value);
  }
  if (!section.from_zero && lowest && *lowest * 2 > span.to) {
    span.from = *lowest * 4 / 5 / ten * ten;
  }
  return span;
}

std::string solid_bar(int length_in_eighths) {
  static constexpr std::array<std::string_view, eighths> parts = {"",  "▏", "▎", "▍",
                                                                  "▌", "▋", "▊", "▉"};
  std::string bar;
  for (int full = length_in_eighths / eighths; full > 0; --full) bar += "█";
  return bar + std::string{parts.at(static_cast<std::size_t>(length_in_eighths % eighths))};
}

std::string bar_of(const ChartRow& row, const Span& span, int width, bool ascii) {
  if (!row.value || *row.value <= span.from) return {};
  const auto part = *row.value - span.from;
  const auto whole = span.to - span.from;
  if (!ascii && !row.soft) return solid_bar(std::max(1, share_of(part, whole, width * eighths)));
  std::string bar;
  for (int full = std::max(1, share_of(part, whole, width)); full > 0; --full) {
    bar += !ascii ? "░" : row.soft ? "-" : "#";
  }
  return bar;
}

/// What stands in the columns of one row.
struct Cells {
  std::string label;
  std::string shown;
  std::string words;
};

std::string words_of(const ChartRow& row, bool all) {
  std::string text;
  for (const ChartWord& word : row.words) {
    if (all || word.needed) text += (text.empty() ? "" : ", ") + word.text;
  }
  return text;
}

std::string label_of(const ChartRow& row, Date today, bool narrow) {
  if (!row.period.empty()) return row.period;
  constexpr std::size_t weekday = 4;  // "Fri "
  return narrow ? day(row.date, today).substr(weekday) : day(row.date, today);
}

struct Widths {
  std::size_t label = 0;
  std::size_t shown = 1;
  std::size_t words = 0;
};

Widths widths_of(const std::vector<Cells>& cells) {
  Widths wide;
  for (const Cells& each : cells) {
    wide.label = std::max(wide.label, columns(each.label));
    wide.shown = std::max(wide.shown, columns(each.shown));
    wide.words = std::max(wide.words, columns(each.words));
  }
  return wide;
}

/// The label, the number, the bar and the words of each row, as far as the width goes.
class BarRows {
 public:
  BarRows(const std::vector<ChartRow>& rows, const Span& span, int longest, Date today,
          const Style& style)
      : rows_(rows), span_(span), style_(style), width_(std::clamp(style.width, 16, 80)) {
    const bool narrow = style.width < 60;
    for (const bool all : {true, false}) {
      cells_.clear();
      for (const ChartRow& row : rows) {
        cells_.push_back({label_of(row, today, narrow),
                          row.value ? row.shown : std::string{nothing}, words_of(row, all)});
      }
      wide_ = widths_of(cells_);
      bar_ = std::min(longest,
                      width_ - static_cast<int>(wide_.label + wide_.shown + wide_.words) - gaps);
      if (!narrow && bar_ >= least_bar * 2) break;
    }
    bar_ = std::max(bar_, least_bar);
  }

  void put(Page& page) const {
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      const Cells& cells = cells_[at];
      const std::string start =
          fmt::format("{}  {}{} ", padded(cells.label, wide_.label),
                      std::string(wide_.shown - columns(cells.shown), ' '), cells.shown);
      const std::string bar = bar_of(rows_[at], span_, bar_, style_.ascii);
      const std::string whole =
          start + padded(bar, static_cast<std::size_t>(bar_)) + "  " + cells.words;
      if (static_cast<int>(columns(whole)) <= width_) {
        page.line("", whole);
      } else {
        page.line("", start + bar);
        page.line("  ", cells.words);
      }
    }
  }

 private:
  static constexpr int gaps = 5;  // two before the number, one behind it, two before the words
  const std::vector<ChartRow>& rows_;
  Span span_;
  Style style_;
  int width_;
  std::vector<Cells> cells_;
  Widths wide_;
  int bar_ = 0;
};

void put_plain(Page& page, const ChartSection& section, const std::vector<ChartRow>& rows) {
  for (const ChartRow& row : rows) {
    std::string said = row.shown;
    if (row.value && said.find(' ') == std::string::npos) said += section.unit;
    const std::string more = words_of(row, true);
    if (!row.value && more.empty()) said = "none";
    page.line("", fmt::format("{}: {}{}{}", row.period.empty() ? iso_date(row.date) : row.period,
                              said, said.empty() || more.empty() ? "" : ", ", more));
  }
}

bool has_two_of_a_day(const GatheredRows& gathered) {
  const auto same_day = [](const ChartRow& a, const ChartRow& b) { return a.date == b.date; };
  const auto& rows = gathered.rows;
  return gathered.each == "day" &&
         std::adjacent_find(rows.begin(), rows.end(), same_day) != rows.end();
}

std::string remark_of(const ChartSection& section, const GatheredRows& gathered, const Span& span) {
  std::string text =
      fmt::format("One row a {}{}.", gathered.each,
                  has_two_of_a_day(gathered) ? ", two where there was pain and soreness" : "");
  if (span.from > 0) {
    text += fmt::format(" Bars begin at {}{}.", whole_number(span.from), section.unit);
  }
  return text + (section.remark.empty() ? "" : " ") + section.remark;
}

void put_section(Page& page, const ChartSection& section, Date today, const Style& style) {
  page.statement("chart", section.title, Tone::strong);
  if (section.rows.empty()) {
    page.statement("rows", section.empty);
    return;
  }
  const GatheredRows rows = gathered(section);
  if (page.plain()) {
    put_plain(page, section, rows.rows);
    if (!section.remark.empty()) page.statement("note", section.remark);
    return;
  }
  const Span span = span_of(section, rows.rows);
  BarRows{rows.rows, span, section.longest_bar, today, style}.put(page);
  page.line("", remark_of(section, rows, span), Tone::faint);
}

std::vector<ChartSection> sections_of(const Chart& chart) {
  std::vector<ChartSection> sections;
  for (const Measure measure : chart.measures) {
    if (measure == Measure::pain) {
      sections.push_back(felt_section(chart));
      continue;
    }
    for (const Timeline& timeline : chart.lifts) {
      sections.push_back(section_of(measure, timeline));
    }
  }
  return sections;
}

bool only_pain(const Chart& chart) { return chart.measures == std::vector<Measure>{Measure::pain}; }

/// No sessions in the range: where there are some.
void put_nothing(Page& page, const Chart& chart, Date today) {
  constexpr std::chrono::days twelve_weeks{84};
  if (!chart.latest) {
    page.statement("sessions", "No sessions in these days.");
    return;
  }
  page.statement("sessions", fmt::format("No sessions in these days; the latest was on {}.",
                                         day(*chart.latest, today)));
  page.statement(
      "do", fmt::format("See it: hinge chart --since {}", iso_date(*chart.latest - twelve_weeks)));
}

}  // namespace

std::string text(const Chart& chart, Date today, const Style& style) {
  Page page{style};
  if (chart.name_lifter) {
    page.line("", "lifter: " + escaped_for_terminal(chart.lifter), Tone::strong);
  }
  const std::vector<ChartSection> sections = sections_of(chart);
  if (chart.lifts.empty() && !only_pain(chart)) put_nothing(page, chart, today);
  for (const ChartSection& section : sections) {
    if (!page.str().empty() && !page.plain()) page.blank();
    put_section(page, section, today, style);
  }
  return page.str();
}

}  // namespace hinge::report
