#include <algorithm>
#include <array>
#include <set>

#include "cli/commands.hpp"
#include "cli/days.hpp"
#include "cli/each_lifter.hpp"
#include "cli/lifter_status.hpp"
#include "cli/open_store.hpp"
#include "cli/output_file.hpp"
#include "cli/policies_of.hpp"
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

report::Sheet sheet_for(const Store& store, const Lifter& lifter,
                        const report::SheetRequest& request) {
  return report::sheet_of(store.history(lifter.id, first_day), policies_of(store, lifter),
                          standing_of(store, lifter, request.as_of), request);
}

bool stands_worse(const report::Sheet& a, const report::Sheet& b) {
  return report::is_worse(a.standing.status, b.standing.status);
}

constexpr std::array<std::string_view, 4> forms = {"text", "markdown", "html", "json"};

std::string form_meant(const Invocation& call) {
  const auto form = call.arguments.value("format");
  if (call.globals.json && form && *form != "json") {
    throw Error(ErrorKind::usage, "--json and -f " + *form + " are two forms of the same",
                "leave one out");
  }
  return call.globals.json ? "json" : form.value_or("text");
}

std::string written(const Invocation& call, const report::Report& report) {
  const std::string form = form_meant(call);
  if (form == "html") return report::html(report);
  if (form == "markdown") return report::markdown(report);
  if (form == "json") return report::json(report);
  return report::text(report, style_of(call));
}

/// One document: everybody's, or one lifter's.
int print(Invocation& call, const Store& store, const report::SheetRequest& request,
          const std::vector<Lifter>& lifters, bool everybody) {
  report::Report report{request.period, request.as_of.date, everybody, {}, {}};
  std::set<std::string> unreadable;
  for (const Lifter& lifter : lifters) unreadable.insert(lifter.id);
  const int code = for_each_lifter(call, lifters, [&](const Lifter& lifter) {
    report.sheets.push_back(sheet_for(store, lifter, request));
    unreadable.erase(lifter.id);
  });
  report.unreadable.assign(unreadable.begin(), unreadable.end());
  std::sort(report.sheets.begin(), report.sheets.end(), stands_worse);
  Output output = output_for(call, {{"week", to_string(iso_week(request.period.until))},
                                    {"lifter", lifters.empty() ? "" : lifters.front().id}});
  output.write(written(call, report));
  output.commit();
  return code;
}

int run_report(Invocation& call) {
  const report::Period period = period_meant(call);
  const report::SheetRequest request{period, as_of(period, call.now)};
  const Store store = open_existing(call, Access::read);
  const std::vector<Lifter> lifters = whose_logs(call, store.lifters(), call.arguments.has("all"));
  if (!is_per_lifter(call)) {
    const bool everybody = call.arguments.has("all") || lifters.size() > 1;
    return print(call, store, request, lifters, everybody);
  }
  return for_each_lifter(call, lifters, [&](const Lifter& lifter) {
    (void)print(call, store, request, {lifter}, false);
  });
}

constexpr std::array options = {
    week_option,    since_option,
    until_option,   last_option,
    lifters_option, OptionSpec{"format", 'f', "FORM", "text, markdown, html or json", forms},
    output_option,  OptionSpec{"all", 0, "", "every lifter who isn't archived, worst first"},
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
