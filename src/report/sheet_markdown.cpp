#include <fmt/core.h>

#include <algorithm>

#include "domain/text.hpp"
#include "report/sheet_tables.hpp"
#include "report/sheet_words.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

/// Text that stays text: nothing in it becomes a mark, a link, a cell or HTML.
std::string escaped(std::string_view text) {
  static constexpr std::string_view marks = "\\`*_[]|#~!$";
  std::string out;
  for (const char c : escaped_for_terminal(text)) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (marks.find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

/// A row is one line: where a note has several, they run on.
std::string row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (std::string cell : cells) {
    std::replace_if(
        cell.begin(), cell.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    out += " " + escaped(cell) + " |";
  }
  return out + "\n";
}

std::string table(const Table& table) {
  if (table.rows.empty()) return {};
  // Markdown knows no table without a head.
  const std::vector<std::string> head =
      table.head.empty() ? std::vector<std::string>(table.rows.front().size()) : table.head;
  std::string out = fmt::format("## {}\n\n{}|", escaped(table.caption), row(head));
  for (std::size_t i = 0; i < head.size(); ++i) out += "---|";
  out += "\n";
  for (const auto& cells : table.rows) out += row(cells);
  return out + "\n";
}

std::string title(std::string_view who, const Period& period, Date as_of) {
  return fmt::format("# Deadlift report: {}\n\n{}; as of {}\n\n", escaped(who),
                     period_words(period), full_day(as_of));
}

std::string standing(const Sheet& sheet) {
  std::string out = "## Where it stands\n\n";
  for (const Fact& fact : standing_facts(sheet)) {
    out += fmt::format("- **{}**: {}\n", escaped(capitalized(fact.label)), escaped(fact.value));
  }
  return out + "\n";
}

std::string page(const Sheet& sheet, const ReportHead& /*head*/, const Style& /*style*/) {
  std::string out = title(lifter_words(sheet.lifter), sheet.period, sheet.as_of.date);
  out += standing(sheet);
  const std::string done = table(done_table(sheet));
  out += done.empty() ? "## What was done\n\nNo session in these days.\n\n" : done;
  out += table(back_table(sheet));
  if (const std::string missing = missing_checkins(sheet); !missing.empty())
    out += missing + "\n\n";
  out += table(episode_table(sheet)) + table(factor_table(sheet));
  return out + table(change_table(sheet));
}

std::string opening(const ReportHead& head, const Style& /*style*/) {
  if (!head.everybody) return {};
  const std::string who = count_of(head.lifters.size(), "lifter") + ", worst first";
  return title(who, head.period, head.as_of) + table(overview_table(head));
}

std::string closing(const ReportHead& /*head*/, const Style& /*style*/) {
  return std::string{not_a_diagnosis()} + "\n";
}

}  // namespace

const ReportForm markdown_report{"markdown", "", opening, page, closing};

}  // namespace hinge::report
