#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "report/markup.hpp"
#include "report/sheet_style.hpp"
#include "report/sheet_tables.hpp"
#include "report/sheet_words.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

/// A number stays on one line with its unit.
std::string unbroken(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kept = {
      {{" kg", "\u00a0kg"}, {" lb", "\u00a0lb"}, {" %", "\u00a0%"}, {" × ", "\u00a0×\u00a0"}}};
  std::string out;
  while (!text.empty()) {
    const auto* const found = std::find_if(kept.begin(), kept.end(), [text](const auto& entry) {
      return text.substr(0, entry.first.size()) == entry.first;
    });
    out += found == kept.end() ? text.substr(0, 1) : found->second;
    text.remove_prefix(found == kept.end() ? 1 : found->first.size());
  }
  return escaped_for_markup(out);
}

/// For a cell: a note keeps its lines.
std::string cell(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t end = text.find('\n');
    std::string line{text.substr(0, end)};
    std::replace(line.begin(), line.end(), '\t', ' ');
    line.erase(std::remove(line.begin(), line.end(), '\r'), line.end());
    out += unbroken(line);
    if (end == std::string_view::npos) return out;
    out += "<br>";
    text.remove_prefix(end + 1);
  }
}

std::string element(std::string_view tag, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>", tag, escaped_for_markup(text));
}

/// What stands beside a pain score; the text says it too.
std::string bar(int halves) {
  if (halves == 0) return {};
  return fmt::format(
      "<span class=\"bar\" aria-hidden=\"true\"><span style=\"width:{}%\"></span></span>",
      halves * 5);
}

std::string head_row(const Table& table) {
  if (table.head.empty()) return {};
  std::string out = "<thead><tr>";
  for (const std::string& name : table.head) {
    // A corner is no header.
    out += name.empty() ? "<td></td>"
                        : fmt::format("<th scope=\"col\">{}</th>", escaped_for_markup(name));
  }
  return out + "</tr></thead>\n";
}

/// No other id in the page has a colon: those of pictures are made from lifters' ids alone.
std::string anchor_of(const std::string& lifter) { return "of:" + lifter; }

std::string body_row(const Table& table, std::size_t at) {
  const auto& cells = table.rows[at];
  std::string name = escaped_for_markup(cells.front());
  if (at < table.links.size()) {
    name = fmt::format("<a href=\"#{}\">{}</a>", anchor_of(table.links[at]), name);
  }
  std::string out = fmt::format("<tr><th scope=\"row\">{}</th>", name);
  for (std::size_t column = 1; column < cells.size(); ++column) {
    const bool has_bar = column == 1 && !table.bars.empty();
    out += fmt::format("<td>{}{}</td>", cell(cells[column]), has_bar ? bar(table.bars[at]) : "");
  }
  return out + "</tr>\n";
}

/// A table in a box of its own, which scrolls where a screen is narrower than it.
std::string table_of(const Table& table, std::string_view kind) {
  if (table.rows.empty()) return {};
  std::string out = fmt::format(
      "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"{0}\">\n"
      "<table class=\"{1}\"><caption>{0}</caption>\n{2}<tbody>\n",
      escaped_for_markup(table.caption), kind, head_row(table));
  for (std::size_t at = 0; at < table.rows.size(); ++at) out += body_row(table, at);
  return out + "</tbody></table></div>\n";
}

/// The headings of a lifter's page: one below its title.
struct Headings {
  std::string_view title;
  std::string_view section;
};

/// What sets a fact apart: a referral is seen first, and what is brief shares its line on paper.
std::string_view kind_of(const Fact& fact) {
  constexpr std::size_t half_a_line = 36;
  if (fact.label == "referral" && fact.value != "none") return " class=\"asks\"";
  return columns(fact.value) <= half_a_line ? " class=\"brief\"" : "";
}

std::string standing(const Sheet& sheet) {
  std::string out = "<dl class=\"standing\">\n";
  for (const Fact& fact : standing_facts(sheet)) {
    out += fmt::format("<div{}>{}{}</div>\n", kind_of(fact), element("dt", capitalized(fact.label)),
                       element("dd", fact.value));
  }
  return out + "</dl>\n";
}

/// How the back felt stands in the first of them: it is one back.
std::string pictures(const Sheet& sheet, const Headings& headings) {
  std::string out;
  int count = 0;
  for (const Timeline& timeline : sheet.pictures) {
    SvgOptions options;
    options.standalone = false;
    options.felt = count == 0;
    options.id = fmt::format("{}-{}", sheet.lifter.id, ++count);
    const std::string lift = lift_label(timeline.lift);
    out += fmt::format(
        "<figure>\n<div class=\"wide picture\" role=\"group\" tabindex=\"0\" aria-label=\"The "
        "picture of {0}\">\n{1}</div>\n<figcaption>{0}: {2}</figcaption>\n",
        escaped_for_markup(lift), svg(timeline, options),
        escaped_for_markup(description(timeline, options.felt)));
    out += "<details><summary>The picture as a table</summary>\n" +
           table_of(picture_table(timeline, options.felt), "marks") + "</details></figure>\n";
  }
  return out.empty() ? out : element(headings.section, "The last weeks") + "\n" + out;
}

std::string body_of(const Sheet& sheet, const Headings& headings) {
  std::string out = element(headings.section, "Where it stands") + "\n" + standing(sheet);
  out += element(headings.section, "What was done, and how the back answered") + "\n";
  if (sheet.days.empty()) out += element("p", "No session in these days.") + "\n";
  out += table_of(done_table(sheet), "done") + table_of(back_table(sheet), "back");
  if (const std::string missing = missing_checkins(sheet); !missing.empty()) {
    out += fmt::format("<p class=\"missing\">{}</p>\n", escaped_for_markup(missing));
  }
  out += pictures(sheet, headings);
  const std::string course =
      table_of(episode_table(sheet), "episodes") + table_of(factor_table(sheet), "factors");
  const std::string change = table_of(change_table(sheet), "change");
  if (change.empty() && course.empty()) return out;
  out += element(headings.section, "The course") + "\n";
  if (change.empty() || course.empty()) return out + change + course;
  return out + "<div class=\"beside\">\n" + change + "<div>\n" + course + "</div></div>\n";
}

std::string header(std::string_view tag, std::string_view who, const Period& period, Date as_of) {
  return fmt::format(
      "<header>\n<p class=\"kind\">Deadlift report</p>\n{}\n<p>{}</p>\n</header>\n",
      element(tag, who),
      escaped_for_markup(fmt::format("{}; as of {}", period_words(period), full_day(as_of))));
}

std::string page(const Sheet& sheet, const ReportHead& head, const Style& /*style*/) {
  const Headings headings = head.everybody ? Headings{"h2", "h3"} : Headings{"h1", "h2"};
  return fmt::format("<article id=\"{}\">\n", anchor_of(sheet.lifter.id)) +
         header(headings.title, lifter_words(sheet.lifter), sheet.period, sheet.as_of.date) +
         body_of(sheet, headings) + "</article>\n";
}

std::string title_of(const ReportHead& head) {
  const std::string who = head.everybody || head.lifters.empty()
                              ? "everybody"
                              : lifter_words(head.lifters.front().standing.status.lifter);
  return fmt::format("Deadlift report: {}, {}", who, period_words(head.period));
}

std::string opening(const ReportHead& head, const Style& /*style*/) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "{}\n<style>\n{}{}</style>\n</head>\n<body>\n<main>\n",
      element("title", title_of(head)), svg_style(), sheet_style());
  if (!head.everybody) return out;
  const std::string who = count_of(head.lifters.size(), "lifter") + ", worst first";
  return out + "<article>\n" + header("h1", who, head.period, head.as_of) +
         table_of(overview_table(head), "overview") + "</article>\n";
}

std::string closing(const ReportHead& /*head*/, const Style& /*style*/) {
  return "</main>\n" + fmt::format("<footer>{}</footer>\n", element("p", not_a_diagnosis())) +
         "</body>\n</html>\n";
}

}  // namespace

const ReportForm html_report{"html", "", opening, page, closing};

}  // namespace hinge::report
