#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <ostream>

#include "cli/ask.hpp"
#include "cli/commands.hpp"
#include "cli/days.hpp"
#include "cli/import_file.hpp"
#include "cli/import_log.hpp"
#include "cli/import_logged.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/progress.hpp"
#include "cli/whose_log.hpp"
#include "domain/did_you_mean.hpp"
#include "exchange/import.hpp"

namespace hinge::cli {
namespace {

using exchange::ImportFile;
using exchange::ImportOptions;

constexpr std::string_view app_words[] = {"hinge",    "strong",    "hevy",
                                          "fitnotes", "liftosaur", "csv"};

Error bad_data(const std::string& message, const std::string& hint) {
  return {ErrorKind::bad_data, message, hint};
}

/// "Kilos=load". The last `=` counts: a column's name may hold one.
exchange::MappedColumn read_mapped(const std::string& text) {
  const std::size_t at = text.rfind('=');
  if (at == std::string::npos || at == 0) {
    throw Error(ErrorKind::usage, "--map " + text + " is not COL=FIELD",
                "for example: --map 'Weight (kg)=load'");
  }
  const std::string word = text.substr(at + 1);
  if (const auto field = exchange::parse_map_field(word)) return {text.substr(0, at), *field};
  const auto words = exchange::map_field_words();
  const std::vector<std::string_view> choices(words.begin(), words.end());
  throw Error(ErrorKind::usage, "--map: a column is no " + word,
              did_you_mean_or(word, choices, "it is " + any_of(choices)));
}

ImportOptions read_options(const Invocation& call) {
  const Arguments& arguments = call.arguments;
  ImportOptions options;
  options.today = call.now.date;
  if (const auto app = arguments.value("from")) options.from = exchange::parse_app(*app);
  if (const auto unit = arguments.value("unit")) options.unit = read_unit(*unit);
  options.take_as = lift_option_of(arguments);
  options.excel_safe = arguments.has("excel-safe");
  for (const std::string& text : arguments.values("map")) options.map.push_back(read_mapped(text));
  options.utc_offset_at = [&context = call.context](const Moment& utc) {
    return context.utc_offset_at ? context.utc_offset_at(utc) : context.utc_offset;
  };
  return options;
}

/// Reads the file, and once more where its unit had to be asked for, which is an option then.
ImportFile read_asking_unit(Invocation& call, const std::string& name, ImportOptions& options) {
  ImportFile file = read_import_file(call, name, options);
  if (!file.unit_missing) return file;
  if (!can_ask(call) || name == "-") {
    throw Error(ErrorKind::needs_terminal, name + " does not say whether its loads are kg or lb",
                "say it: --unit kg or --unit lb");
  }
  const auto unit = ask_for_one_of(
      call.context, "The file does not say its unit. Are its loads kg or lb? (q leaves)",
      {"kg", "lb"}, false);
  options.unit = read_unit(*unit);
  return read_import_file(call, name, options);
}

/// Says the bad rows, and throws unless they may be left out.
void account_for_bad_rows(Invocation& call, const std::string& name, const ImportFile& file) {
  constexpr std::size_t most_said = 20;
  if (file.bad.empty()) return;
  for (std::size_t i = 0; i < std::min(most_said, file.bad.size()); ++i) {
    call.context.err << report::text(report::BadLine{file.bad[i].line, file.bad[i].reason}, name);
  }
  if (file.bad.size() > most_said) {
    call.context.err << fmt::format("and {} more\n", file.bad.size() - most_said);
  }
  const std::size_t good = file.set_rows + file.checkin_rows;
  if (file.bad.size() > good) {
    throw bad_data(fmt::format("{} {} of {} can't be read, and {} can; nothing was stored",
                               file.bad.size(), file.bad.size() == 1 ? "row" : "rows", name, good),
                   "check that it is the whole export");
  }
  if (!call.arguments.has("skip-bad")) {
    throw bad_data(fmt::format("{} {} of {} can't be read; nothing was stored", file.bad.size(),
                               file.bad.size() == 1 ? "row" : "rows", name),
                   "mend them, or leave them out: --skip-bad");
  }
}

/// The unit of most of the file's sets.
Unit unit_of(const ImportFile& file) {
  return file.sets_in_kg >= file.sets_in_lb ? Unit::kg : Unit::lb;
}

/// The account so far: all but what the log makes of it.
report::ImportSummary summary_of(const Invocation& call, const std::string& name,
                                 const std::string& lifter, const ImportFile& file) {
  report::ImportSummary summary;
  summary.file = name;
  summary.app = to_string(file.app);
  summary.lifter = lifter;
  summary.dry_run = call.arguments.has("dry-run");
  summary.rows = file.rows;
  summary.set_rows = file.set_rows;
  summary.outliers = file.outliers;
  summary.rpes_dropped = file.rpes_dropped;
  summary.skipped = file.skipped;
  summary.ignored = file.ignored;
  summary.unknown = file.unknown;
  summary.unmapped = file.unmapped;
  for (const auto& bad : file.bad) summary.bad.push_back({bad.line, bad.reason});
  return summary;
}

void note_day(report::ImportSummary& summary, Date date) {
  summary.first = std::min(summary.first.value_or(date), date);
  summary.last = std::max(summary.last.value_or(date), date);
}

/// Whether a file of hinge's own says the same as the log does, as far as such a file says it.
bool says_the_same(const Session& logged, const Session& in_file) {
  return logged.lift == in_file.lift && logged.sets == in_file.sets;
}
bool says_the_same(CheckIn logged, CheckIn in_file) {
  for (CheckIn* const each : {&logged, &in_file}) {
    each->id = 0;
    each->session.reset();
    each->utc_offset.reset();
    each->twinge = false;
  }
  return logged == in_file;
}

/// What was logged here before, of one kind: a file of hinge's own, perhaps of this very log, does
/// not bring it again.
template <class What>
class LoggedBefore {
 public:
  using OfDay = std::function<std::vector<What>(Date)>;
  explicit LoggedBefore(OfDay logged_on) : logged_on_(std::move(logged_on)) {}

  /// Whether there is a record of the same day that says the same; each stands for one in the file.
  /// A day is read once, before anything of the file is added to it, in whatever order days come.
  [[nodiscard]] bool take_one_like(const What& record) {
    const auto [day, is_new] = left_by_day_.try_emplace(record.when.date);
    auto& left = day->second;
    if (is_new) left = logged_on_(record.when.date);
    const auto found = std::find_if(left.begin(), left.end(), [&record](const What& logged) {
      return says_the_same(logged, record);
    });
    if (found == left.end()) return false;
    left.erase(found);
    return true;
  }

 private:
  OfDay logged_on_;
  std::map<Date, std::vector<What>> left_by_day_;
};

/// Replaces the session of that id; false where there is nothing to replace. What was deleted here
/// stays so. A file in UTC does not say where its lifter was: a session stays on the day that its
/// first import gave it, wherever the next one is made.
bool replace_changed(Store::Writing& writing, const exchange::Imported<Session>& imported,
                     std::int64_t id, const std::string& lifter) {
  const auto record = writing.find(session_name(id));
  if (!record) return false;
  const auto& known = std::get<Session>(record->what);
  Session session = as_judged(imported.what, known);
  session.id = id;
  if (session.utc_offset) {
    session.when = known.when;
    session.utc_offset = known.utc_offset;
  }
  if (session == known) return false;
  writing.replace(lifter, session, imported.key);
  return true;
}

void add(Store::Writing& writing, const exchange::Imported<Session>& imported,
         report::ImportSummary& summary) {
  const Arrived arrived = writing.add(summary.lifter, imported.what, imported.key);
  switch (arrived.arrival) {
    case Arrival::added:
      ++summary.sessions_added;
      note_day(summary, imported.what.when.date);
      break;
    case Arrival::same:
      ++summary.same;
      break;
    case Arrival::changed:
      ++(replace_changed(writing, imported, arrived.id, summary.lifter) ? summary.changed
                                                                        : summary.same);
      break;
  }
}

void add(Store::Writing& writing, const exchange::Imported<CheckIn>& imported,
         report::ImportSummary& summary) {
  const Arrived arrived = writing.add(summary.lifter, imported.what, imported.key);
  if (arrived.arrival == Arrival::added) ++summary.checkins_added;
  if (arrived.arrival == Arrival::same) ++summary.same;
  if (arrived.arrival == Arrival::changed)
    ++summary.skipped["check-in that is here already, other than in this file"];
}

/// Takes each record of one kind: what a file of hinge's own has from this log is here already.
template <class What>
class Taking {
 public:
  Taking(Store::Writing& writing, bool own, ProgressLine& progress, report::ImportSummary& summary,
         typename LoggedBefore<What>::OfDay logged_on)
      : writing_(writing),
        own_(own),
        progress_(progress),
        summary_(summary),
        before_(std::move(logged_on)) {}

  void operator()(const exchange::Imported<What>& imported) {
    progress_.step();
    if (own_ && before_.take_one_like(imported.what)) {
      ++summary_.same;
    } else {
      add(writing_, imported, summary_);
    }
  }

 private:
  Store::Writing& writing_;
  bool own_;
  ProgressLine& progress_;
  report::ImportSummary& summary_;
  LoggedBefore<What> before_;
};

void store_records(Invocation& call, const std::string& name, const ImportOptions& options,
                   ImportFile& file, const LoggedSessions& logged, Store::Writing& writing,
                   report::ImportSummary& summary) {
  ProgressLine progress(call, "stored");
  const bool own = file.app == exchange::App::hinge;
  exchange::RecordTaker take;
  Taking<Session> session{writing, own, progress, summary,
                          [&](Date day) { return writing.sessions_on(summary.lifter, day); }};
  take.session = [&](exchange::Imported<Session>&& imported) {
    const auto before = summary.sessions_added;
    const bool twice = !own && logged.has_like(imported.what);
    session(imported);
    if (twice && summary.sessions_added > before) ++summary.twice;
  };
  take.checkin = Taking<CheckIn>{writing, own, progress, summary, [&](Date day) {
                                   return writing.checkins_on(summary.lifter, day);
                                 }};
  each_record(name, options, file, take);
}

/// What of another app's is far off the usual; a file of hinge's own says it itself.
void judge(ImportFile& file, const LoggedSessions& logged, report::ImportSummary& summary) {
  if (file.app == exchange::App::hinge) return;
  summary.outliers = exchange::mark_outliers(file.sessions, logged.all());
}

int run_import(Invocation& call) {
  if (call.arguments.operands().empty()) {
    throw Error(ErrorKind::usage, "import needs a file", "for example: hinge import strong.csv");
  }
  const std::string name = call.arguments.operands().front();
  if (const auto log = json_text_of(call, name)) return import_log(call, name, *log);
  ImportOptions options = read_options(call);
  ImportFile file = read_asking_unit(call, name, options);
  account_for_bad_rows(call, name, file);

  Store store = open_or_create(call);
  const Owner owner = whose_new_record(call, store.lifters(), unit_of(file));
  auto summary = summary_of(call, name, owner.lifter.id, file);
  {
    Store::Writing writing = store.begin("import", timestamp(call));
    put_if_new(writing, owner);
    const LoggedSessions logged(file.app == exchange::App::hinge
                                    ? std::vector<Session>{}
                                    : writing.history(owner.lifter.id, first_day).sessions);
    judge(file, logged, summary);
    store_records(call, name, options, file, logged, writing, summary);
    const auto news = summary.sessions_added + summary.checkins_added + summary.changed;
    if (news > 0 && !summary.dry_run) {
      writing.commit();
      call.stored = true;
    }
  }
  std::string text = report::text(summary, call.now.date, style_of(call));
  if (call.stored) text += welcome_of(owner, style_of(call));
  confirm(call, text, [&] { return report::json(summary); });
  return 0;
}

constexpr std::array options = {
    OptionSpec{"from", 0, "APP", "whose export it is, where the header doesn't tell", app_words},
    OptionSpec{"map", 0, "COL=FIELD", "what a column is; once for each", {}, Times::repeatable},
    OptionSpec{"unit", 0, "UNIT", "of loads the file states no unit for", unit_words},
    OptionSpec{"lift", 0, "NAME", "take unknown kinds of deadlift for this lift"},
    OptionSpec{"excel-safe", 0, "", "take off the guards of hinge export --excel-safe"},
    OptionSpec{"dry-run", 0, "", "read it and say what would be stored"},
    OptionSpec{"skip-bad", 0, "", "leave out the rows that can't be read"},
};

constexpr std::array examples = {
    Example{"hinge import strong.csv --unit kg", "An export of Strong, which states no unit."},
    Example{"hinge import FitNotes_Backup.fitnotes", "A backup of FitNotes."},
    Example{"hinge import hevy.csv --dry-run", "What it would bring, without storing it."},
    Example{"hinge import log.csv --map Kilos=load --map Day=date-dmy",
            "A table of your own: the columns whose names hinge can't know."},
    Example{"cat log.csv | hinge import -", "From another program."},
};

}  // namespace

constexpr CommandSpec import_command{
    "import",
    "",
    "bring in a log from another app",
    "FILE|- [--from APP] [--map COL=FIELD]... [--unit UNIT] [--lift NAME] [--excel-safe] "
    "[--dry-run] [--skip-bad]",
    "Knows the exports of Strong, Hevy, FitNotes (its .fitnotes backups, too) and Liftosaur, and "
    "hinge's own CSV, by their headers; any other table by --map, whose FIELD is date, date-dmy, "
    "date-mdy, time, exercise, "
    "load, unit, reps, sets, rpe, kind, note or none. "
    "Deadlifts are taken, other exercises counted. Importing a file twice, or a newer one that "
    "overlaps, adds only what is new. All of it is stored, or nothing.",
    options,
    examples,
    1,
    run_import};

}  // namespace hinge::cli
