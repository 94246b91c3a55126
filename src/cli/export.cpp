#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "cli/commands.hpp"
#include "cli/each_lifter.hpp"
#include "cli/export_log.hpp"
#include "cli/export_rows.hpp"
#include "cli/open_store.hpp"
#include "cli/output_file.hpp"
#include "cli/whose_log.hpp"
#include "domain/did_you_mean.hpp"
#include "domain/names.hpp"
#include "exchange/tables.hpp"
#include "report/weeks_table.hpp"

namespace hinge::cli {
namespace {

enum class What : std::uint8_t { sessions, sets, feel, weeks, all };
constexpr Names<5> what_words = {"sessions", "sets", "feel", "weeks", "all"};
constexpr Names<3> form_words = {"csv", "json", "jsonl"};

struct Request {
  What what = What::all;
  TableForm form = TableForm::csv;
  bool excel_safe = false;
  bool anonymous = false;
  DayRange range;
};

What read_what(const Invocation& call) {
  const auto& operands = call.arguments.operands();
  const std::vector<std::string_view> words(what_words.begin(), what_words.end());
  if (operands.empty()) {
    throw Error(ErrorKind::usage, "export needs to know what", "say " + any_of(words));
  }
  if (const auto what = value_named<What>(operands.front(), what_words)) return *what;
  throw Error(ErrorKind::usage, fmt::format("there is no export of '{}'", operands.front()),
              did_you_mean_or(operands.front(), words, "say " + any_of(words)));
}

/// The form that a file's name asks for.
std::optional<TableForm> form_of_file(const Invocation& call) {
  const auto file = call.arguments.value("output");
  const auto dot = file ? file->rfind('.') : std::string::npos;
  if (dot == std::string::npos) return std::nullopt;
  return value_named<TableForm>(file->substr(dot + 1), form_words);
}

/// -f, or --json, or what the name of the file says.
TableForm read_form(const Invocation& call, What what) {
  TableForm form = what == What::all ? TableForm::json : TableForm::csv;
  if (const auto named = form_of_file(call)) form = *named;
  if (call.globals.json) form = TableForm::json;
  if (const auto word = call.arguments.value("format")) {
    form = *value_named<TableForm>(*word, form_words);
  }
  if (call.globals.json && form == TableForm::csv) {
    throw Error(ErrorKind::usage, "--json and -f csv contradict each other", "leave one out");
  }
  if (what == What::all && form == TableForm::csv) {
    throw Error(ErrorKind::usage, "all is more than one table can hold",
                "write it with -f json, or export sessions, sets, feel and weeks");
  }
  return form;
}

Request read_request(const Invocation& call) {
  Request request;
  request.what = read_what(call);
  request.form = read_form(call, request.what);
  request.excel_safe = call.arguments.has("excel-safe");
  request.anonymous = call.arguments.has("anon");
  request.range = read_range(call.arguments, call.now.date);
  if (request.excel_safe && request.form != TableForm::csv) {
    throw Error(ErrorKind::usage, "--excel-safe is about CSV", "leave it out, or write -f csv");
  }
  return request;
}

const TableSpec& table_of(What what) {
  switch (what) {
    case What::sessions:
      return exchange::sessions_table;
    case What::sets:
      return exchange::sets_table;
    case What::feel:
      return exchange::feel_table;
    case What::weeks:
    case What::all:
      break;
  }
  return report::weeks_table;
}

void export_rows(TableWriter& table, What what, const ExportedLifter& from, const Invocation& call,
                 ProgressLine& progress) {
  switch (what) {
    case What::sessions:
      return export_sessions(table, from, progress);
    case What::sets:
      return export_sets(table, from, progress);
    case What::feel:
      return export_feel(table, from, progress);
    case What::weeks:
    case What::all:
      break;
  }
  export_weeks(table, from, call, progress);
}

/// All of a log has everybody in it, archived too, unless some are named.
KnownLifters lifters_meant(Invocation& call, const Request& request, const Store& store) {
  const bool whole = request.what == What::all && !call.arguments.has("lifter");
  const bool everybody = whole || call.arguments.has("all");
  KnownLifters known = known_lifters(call, store, everybody);
  if (known.lifters.empty() && known.damaged.empty()) throw nothing_logged_yet(call);
  return whole ? known : whose_logs(call, std::move(known), everybody);
}

/// What each lifter is called in the export.
using ShownNames = std::map<std::string, std::string, std::less<>>;

ShownNames names_of(const std::vector<Lifter>& lifters, bool anonymous) {
  ShownNames names;
  for (const Lifter& lifter : lifters) {
    names[lifter.id] = anonymous ? fmt::format("l{}", names.size() + 1) : lifter.id;
  }
  return names;
}

/// Writes the lifters into one output. Returns the exit code.
int export_into(Output& output, Invocation& call, const Request& request, const Store& store,
                const std::vector<Lifter>& lifters, const ShownNames& names) {
  const Sink sink = [&output](std::string_view block) { output.write(block); };
  const auto exported = [&](const Lifter& lifter) {
    return ExportedLifter{store, lifter, names.find(lifter.id)->second, request.anonymous,
                          request.range};
  };
  ProgressLine progress(call, "exported", request.what == What::weeks ? "weeks" : "records");
  int code = done;
  if (request.what == What::all) {
    LogWriter log(sink, request.form);
    code = for_each_lifter(call, lifters,
                           [&](const Lifter& lifter) { log.write(exported(lifter), progress); });
    log.finish();
  } else {
    TableWriter table(sink, request.form, table_of(request.what), request.excel_safe);
    code = for_each_lifter(call, lifters, [&](const Lifter& lifter) {
      export_rows(table, request.what, exported(lifter), call, progress);
    });
    table.finish();
  }
  output.commit();
  return code;
}

int run_export(Invocation& call) {
  const Request request = read_request(call);
  const Store store = open_existing(call, Access::read);
  const Store::View view = store.view();
  const KnownLifters known = lifters_meant(call, request, store);
  const ShownNames names = names_of(known.lifters, request.anonymous);
  const std::string week = to_string(iso_week(request.range.until.value_or(call.now.date)));
  if (!is_per_lifter(call)) {
    // Nobody asked for {lifter}; it is named for the sake of `did you mean`.
    Output output = output_for(call, {{"week", week}, {"lifter", ""}});
    return std::max(known.code, export_into(output, call, request, store, known.lifters, names));
  }
  const int code = for_each_lifter(call, known.lifters, [&](const Lifter& lifter) {
    Output output = output_for(call, {{"week", week}, {"lifter", names.find(lifter.id)->second}});
    (void)export_into(output, call, request, store, {lifter}, names);
  });
  return std::max(known.code, code);
}

constexpr std::array options = {
    OptionSpec{"format", 'f', "FORM",
               "what to write; without it as the file's name ends, else csv, and json for all",
               form_words},
    output_option,
    all_option,
    lifters_option,
    week_option,
    since_option,
    until_option,
    last_option,
    OptionSpec{"excel-safe", 0, "", "guard what a spreadsheet would take for a formula"},
    OptionSpec{"anon", 0, "", "without names, notes and other free text"},
};

constexpr std::array examples = {
    Example{"hinge export sets -o sets.csv", "Every set, for a spreadsheet."},
    Example{"hinge export weeks --all --last 8w -f json",
            "Eight weeks of everybody, for a script."},
    Example{"hinge export all -o log.json", "The whole log, to take along: hinge import log.json"},
};

}  // namespace

constexpr CommandSpec export_command{
    "export",
    "",
    "write the log as CSV or JSON, in stable columns",
    "sessions|sets|feel|weeks|all [-f csv|json|jsonl] [-o FILE] [--all | -l NAME...] "
    "[--week WEEK | --last SPAN | --since DAY --until DAY] [--excel-safe] [--anon]",
    "The same log gives the same bytes. With -o, a file that would not change is left alone, and "
    "one that would is replaced as a whole; {lifter} in its name makes a file a lifter, {week} is "
    "the last week of the range. all is everything, for import to read back. Never writes to the "
    "log.",
    options,
    examples,
    1,
    run_export};

}  // namespace hinge::cli
