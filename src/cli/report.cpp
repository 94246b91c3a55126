#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "cli/commands.hpp"
#include "cli/days.hpp"
#include "cli/each_lifter.hpp"
#include "cli/lifter_status.hpp"
#include "cli/now.hpp"
#include "cli/open_store.hpp"
#include "cli/output_file.hpp"
#include "cli/policies_of.hpp"
#include "cli/progress.hpp"
#include "cli/whose_log.hpp"
#include "report/sheet.hpp"

namespace hinge::cli {
namespace {

/// This ISO week where nothing else is asked for. Without a first day it begins a year ago; without
/// a last one it ends today.
report::Period period_meant(const Invocation& call) {
  constexpr std::chrono::days six{6};
  const Date today = call.now.date;
  const DayRange range = read_range(call.arguments, today);
  if (!range.since && !range.until) {
    const Date first = monday(iso_week(today));
    return {first, first + six};
  }
  const Date until = range.until.value_or(std::max(today, *range.since));
  return {range.since.value_or(until - std::chrono::days{364}), until};
}

/// A week's decision is the one as of its Sunday; while it lasts, as of now.
Moment as_of(const report::Period& period, const Moment& now) {
  return period.until < now.date ? Moment{period.until} : now;
}

constexpr std::array<std::string_view, 4> forms = {"text", "markdown", "html", "json"};

/// What a file's name may ask for, and no report is.
struct UnwrittenForm {
  std::string_view ending;
  std::string_view name;
  std::string_view instead;
};
constexpr std::string_view a_table = "a table of the weeks: hinge export weeks -o weeks.csv";
constexpr std::array unwritten_forms = {
    UnwrittenForm{".pdf", "PDF", "write a page with -o sheet.html, and print it from a browser"},
    UnwrittenForm{".docx", "Word document", "a page that Word opens: -o sheet.html"},
    UnwrittenForm{".csv", "CSV", a_table},
    UnwrittenForm{".tsv", "TSV", a_table},
    UnwrittenForm{".xlsx", "spreadsheet", a_table},
};

void refuse_unwritten(std::string_view ending) {
  for (const UnwrittenForm& form : unwritten_forms) {
    if (form.ending != ending) continue;
    throw Error(ErrorKind::usage, fmt::format("report writes no {}", form.name),
                std::string{form.instead});
  }
}

/// The form that a file's name asks for.
std::optional<std::string> form_of_file(const Invocation& call) {
  const auto file = call.arguments.value("output");
  const auto dot = file ? file->rfind('.') : std::string::npos;
  if (dot == std::string::npos) return std::nullopt;
  const std::string ending = file->substr(dot);
  refuse_unwritten(ending);
  if (ending == ".html" || ending == ".htm") return "html";
  if (ending == ".md") return "markdown";
  if (ending == ".json") return "json";
  return std::nullopt;
}

/// -f, or what the name of the file says.
const report::ReportForm& form_meant(const Invocation& call) {
  auto form = call.arguments.value("format");
  if (!form && !call.globals.json) form = form_of_file(call);
  if (call.globals.json && form && *form != "json") {
    throw Error(ErrorKind::usage, "--json and -f " + *form + " are two forms of the same",
                "leave one out");
  }
  const std::string name = call.globals.json ? "json" : form.value_or("text");
  for (const auto* known : {&report::markdown_report, &report::html_report, &report::json_report}) {
    if (known->name == name) return *known;
  }
  return report::text_report;
}

report::Sheet sheet_of(const Invocation& call, const Store& store, const report::Standing& standing,
                       report::SheetRequest request) {
  const Lifter& lifter = standing.status.lifter;
  const History history = store.history(lifter.id, first_day);
  request.as_of = now_by(history, call, request.as_of);
  return report::sheet_of(history, policies_of(store, lifter), standing, request);
}

/// A report tells what fired, and when calm ended; the rules that passed would be most of what is
/// held of a clinic's lifters while the worst is looked for.
void forget_what_passed(Suggestion& suggestion) {
  std::erase_if(suggestion.findings, [](const Finding& finding) {
    return finding.verdict == Verdict::pass && finding.rule != RuleId::calm;
  });
  suggestion.findings.shrink_to_fit();
}

report::Standing told(report::Standing standing) {
  forget_what_passed(standing.status.suggestion);
  std::for_each(standing.next.begin(), standing.next.end(), forget_what_passed);
  return standing;
}

/// Reads all that the sheet will be made from, so that what can't be read is known before.
report::Placed placed(const Invocation& call, const Store& store, const Lifter& lifter,
                      report::SheetRequest request) {
  const History history = store.history(lifter.id, first_day);
  request.as_of = now_by(history, call, request.as_of);
  const Policies policies = policies_of(store, lifter);
  return report::placed(history, told(standing_of(history, policies, request.as_of)), request);
}

bool stands_worse(const report::Placed& a, const report::Placed& b) {
  return report::is_worse(a.standing.status, b.standing.status);
}

/// A first page, and the exit code of what could not be read for it.
struct Headed {
  report::ReportHead head;
  int code = done;
};

/// Adds where each lifter stands to the head.
Headed with_places(Invocation& call, const Store& store, const report::SheetRequest& request,
                   const std::vector<Lifter>& lifters, report::ReportHead head) {
  std::set<std::string> unreadable(head.unreadable.begin(), head.unreadable.end());
  for (const Lifter& lifter : lifters) unreadable.insert(lifter.id);
  ProgressLine progress(call, "looked at", "lifters");
  const int code = for_each_lifter(call, lifters, [&](const Lifter& lifter) {
    head.lifters.push_back(placed(call, store, lifter, request));
    unreadable.erase(lifter.id);
    progress(head.lifters.size());
  });
  head.unreadable.assign(unreadable.begin(), unreadable.end());
  std::sort(head.lifters.begin(), head.lifters.end(), stands_worse);
  return {std::move(head), code};
}

/// One document: everybody's, or one lifter's. Who is worst comes first, so each log is read twice,
/// at one moment.
int print(Invocation& call, const Store& store, const report::SheetRequest& request,
          report::ReportHead head, const std::vector<Lifter>& lifters) {
  const report::ReportForm& form = form_meant(call);
  const report::Style style = style_of(call);
  const Store::View view = store.view();
  const auto [with_all, code] = with_places(call, store, request, lifters, std::move(head));
  Output output = output_for(call, {{"week", to_string(iso_week(request.period.until))},
                                    {"lifter", lifters.empty() ? "" : lifters.front().id}});
  output.write(form.opening(with_all, style));
  std::string_view between;
  for (const report::Placed& lifter : with_all.lifters) {
    output.write(between);
    output.write(form.page(sheet_of(call, store, lifter.standing, request), with_all, style));
    between = form.between;
  }
  output.write(form.closing(with_all, style));
  output.commit();
  return code;
}

int run_report(Invocation& call) {
  const report::Period period = period_meant(call);
  const report::SheetRequest request{period, as_of(period, call.now)};
  const Store store = open_existing(call, Access::read);
  const bool all = call.arguments.has("all");
  const KnownLifters known = whose_logs(call, known_lifters(call, store, all), all);
  const std::vector<Lifter>& lifters = known.lifters;
  report::ReportHead head{period, request.as_of.date, all || lifters.size() > 1, {}, known.damaged};
  if (!is_per_lifter(call)) return std::max(known.code, print(call, store, request, head, lifters));
  head.everybody = false;
  head.unreadable = {};
  const int code = for_each_lifter(call, lifters, [&](const Lifter& lifter) {
    (void)print(call, store, request, head, {lifter});
  });
  return std::max(known.code, code);
}

constexpr std::array options = {
    week_option,
    since_option,
    until_option,
    last_option,
    lifters_option,
    OptionSpec{"format", 'f', "FORM",
               "what to write; without it as the file's name ends, else text", forms},
    output_option,
    OptionSpec{"all", 0, "", "every lifter who isn't archived, worst first"},
};

constexpr std::array examples = {
    Example{"hinge report --week last", "Last week's sheet, as of its Sunday."},
    Example{"hinge report -f html -o sheet.html", "This week's, as a page to print or to send."},
    Example{"hinge report --all", "Everybody's week: who stands where, then a sheet each."},
};

}  // namespace

constexpr CommandSpec report_command{
    "report",
    "",
    "print the weekly sheet for a physio: done, felt, decided",
    "[--week WEEK | --last SPAN | --since DAY --until DAY] [--all | -l NAME...] [-f FORM] [-o "
    "FILE]",
    "What was done, how the back answered, what was suggested and why, episodes, and the change "
    "since. This week, unless another range is given; a past range is told as of its last day. "
    "Reads the log and never writes to it.",
    options,
    examples,
    0,
    run_report};

}  // namespace hinge::cli
