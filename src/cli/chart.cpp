#include "report/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/days.hpp"
#include "cli/now.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/output_file.hpp"
#include "cli/policies_of.hpp"
#include "cli/whose_log.hpp"
#include "domain/did_you_mean.hpp"

namespace hinge::cli {
namespace {

using report::Chart;
using report::Measure;

constexpr std::array<std::string_view, 4> measure_words = {"load", "e1rm", "volume", "pain"};

std::vector<Measure> read_measures(const Arguments& arguments) {
  std::vector<Measure> measures;
  for (const std::string& word : arguments.operands()) {
    const auto measure = report::parse_measure(word);
    if (!measure) {
      const std::vector<std::string_view> words{measure_words.begin(), measure_words.end()};
      throw Error(ErrorKind::usage, fmt::format("there is no chart of '{}'", word),
                  did_you_mean_or(word, words, "take " + any_of(words)));
    }
    if (std::find(measures.begin(), measures.end(), *measure) == measures.end()) {
      measures.push_back(*measure);
    }
  }
  if (measures.empty()) measures.push_back(Measure::load);
  return measures;
}

/// The latest twelve weeks, or the range that was given; without a first day from the first record.
report::ChartRequest read_request(const Invocation& call, const History& history) {
  constexpr std::chrono::days usual{12 * 7};
  const DayRange range = read_range(call.arguments, call.now.date);
  report::ChartRequest request;
  request.measures = read_measures(call.arguments);
  request.lift = lift_option_of(call.arguments);
  request.last = range.until.value_or(call.now.date);
  request.first = range.since.value_or(request.last);
  if (range.since) return request;
  if (!range.until) {
    request.first = request.last - usual + std::chrono::days{1};
    return request;
  }
  for (const Session& session : history.sessions) {
    request.first = std::min(request.first, session.when.date);
  }
  for (const CheckIn& checkin : history.checkins) {
    request.first = std::min(request.first, checkin.when.date);
  }
  return request;
}

std::vector<Measure> of_sessions(std::vector<Measure> measures) {
  std::erase(measures, Measure::pain);
  return measures;
}

bool is_picture(std::string_view path) {
  constexpr std::string_view ending = ".svg";
  return path.size() > ending.size() && path.substr(path.size() - ending.size()) == ending;
}

/// A picture has one measure of the sessions, and the check-ins in any case: refuse what it would
/// leave out.
void check_picture(const Invocation& call) {
  const auto path = call.arguments.value("output");
  if (!path) return;
  if (!is_picture(*path)) {
    throw Error(ErrorKind::usage, fmt::format("-o '{}' is no name of a picture", *path),
                "chart writes SVG: end it in .svg");
  }
  if (call.globals.json) {
    throw Error(ErrorKind::usage, "--json and -o are two forms of the same", "leave one out");
  }
  const std::vector<Measure> measures = of_sessions(read_measures(call.arguments));
  if (measures.size() > 1) {
    throw Error(ErrorKind::usage,
                fmt::format("a picture shows {} or {}, not both", to_string(measures[0]),
                            to_string(measures[1])),
                "draw each into a file of its own");
  }
}

/// What the picture draws above the check-ins.
Measure pictured(const report::ChartRequest& request) {
  const std::vector<Measure> measures = of_sessions(request.measures);
  return measures.empty() ? Measure::load : measures.front();
}

/// "Deadlift of Anna"; whose it is goes without saying in a log of one's own.
std::string title_of(std::string_view lift, const Lifter& lifter) {
  const std::string label = report::lift_label(lift);
  if (!lifter.name.empty()) return label + " of " + lifter.name;
  return lifter.id == "me" ? label : label + " of " + lifter.id;
}

/// The lift trained last; an empty frame where there is none.
report::Timeline picture_of(const Chart& chart, const report::ChartRequest& request,
                            const Lifter& lifter) {
  report::Timeline timeline;
  if (!chart.lifts.empty()) {
    timeline = chart.lifts.front();
  } else {
    timeline.lift = request.lift.value_or("deadlift");
    timeline.unit = loading_for(lifter, timeline.lift).unit;
    timeline.first = chart.first;
    timeline.last = chart.last;
    timeline.checkins = chart.checkins;
  }
  timeline.title = title_of(timeline.lift, lifter);
  return timeline;
}

void write_picture(Invocation& call, const report::Timeline& timeline, const Lifter& lifter,
                   Measure measure) {
  Output output =
      output_for(call, {{"lifter", lifter.id}, {"week", to_string(iso_week(timeline.last))}});
  report::SvgOptions drawing;
  drawing.measure = measure;
  output.write(svg(timeline, drawing));
  output.commit();
}

int run_chart(Invocation& call) {
  check_picture(call);
  const Store store = open_existing(call, Access::read);
  const std::vector<Lifter> lifters = store.lifters();
  const Lifter lifter = whose_log(call, lifters);
  const History history = store.history(lifter.id, first_day);
  const report::ChartRequest request = read_request(call, history);
  const Policies policies = policies_of(store, lifter);
  Chart chart =
      chart_of(history, policies,
               replay_as_said(history, policies, now_by(history, call), request.first), request);
  chart.name_lifter = has_several(lifters);
  if (call.arguments.has("output")) {
    write_picture(call, picture_of(chart, request, lifter), lifter, pictured(request));
  } else {
    answer(call, call.globals.json ? json(chart) : text(chart, call.now.date, style_of(call)));
  }
  return 0;
}

constexpr std::array options = {
    week_option,
    since_option,
    until_option,
    last_option,
    OptionSpec{"lift", 0, "NAME", "only this lift"},
    OptionSpec{"output", 'o', "FILE.svg",
               "a picture of one measure and the check-ins, into this file"},
};

constexpr std::array examples = {
    Example{"hinge chart load pain --last 8w", "Loads, and how the back answered, in 8 weeks."},
    Example{"hinge chart -o deadlift.svg", "The same as one picture, for a sheet or a screen."},
};

}  // namespace

constexpr CommandSpec chart_command{
    "chart",
    "",
    "draw loads, estimated singles, volume or pain over time",
    "[load|e1rm|volume|pain]... [--week WEEK | --last SPAN | --since DAY --until DAY] "
    "[--lift NAME] [-o FILE.svg]",
    "Loads, if no measure is named, and the latest 12 weeks, if no range is. Each lift has a chart "
    "of its own, the back has one for all. The picture shows one measure of the lift trained last, "
    "or of --lift, with the check-ins below it. Reads the log and never writes to it.",
    options,
    examples,
    -1,
    run_chart};

}  // namespace hinge::cli
