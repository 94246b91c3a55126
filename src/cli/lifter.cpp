#include <fmt/format.h>

#include <array>

#include "cli/commands.hpp"
#include "cli/erase.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/whose_log.hpp"

namespace hinge::cli {
namespace {

Error usage(const std::string& message, const std::string& hint) {
  return {ErrorKind::usage, message, hint};
}

std::string id_given(const Invocation& call) {
  if (!call.arguments.operands().empty()) return call.arguments.operands().front();
  throw usage(fmt::format("{} needs the lifter", call.command.name),
              fmt::format("for example: hinge {} anna", call.command.name));
}

/// The lifter who is named, or else the one whose log it would be.
Lifter lifter_meant(const Invocation& call, const std::vector<Lifter>& lifters) {
  if (call.arguments.operands().empty()) return whose_log(call, lifters);
  return lifter_named(lifters, call.arguments.operands().front());
}

/// `loading` as --unit, --bar and --step change it. Another unit brings its usual bar and step.
Loading changed(Loading loading, const Arguments& arguments) {
  if (const auto unit = arguments.value("unit"); unit && read_unit(*unit) != loading.unit) {
    loading = Loading::standard(read_unit(*unit));
  }
  if (const auto bar = arguments.value("bar")) loading.bar = read_load(*bar, loading.unit, "--bar");
  if (const auto step = arguments.value("step")) {
    loading.step = read_load(*step, loading.unit, "--step");
  }
  if (loading.step <= Load{}) throw usage("--step 0 would never get anywhere", "write 2.5 or 5");
  return loading;
}

bool changes_loading(const Arguments& arguments) {
  return arguments.has("unit") || arguments.has("bar") || arguments.has("step");
}

/// The lift loads like all others again.
void forget_lift(Lifter& lifter, const Arguments& arguments) {
  const auto lift = lift_option_of(arguments);
  if (!lift) throw usage("--usual is about one lift", "name it with --lift");
  if (changes_loading(arguments)) {
    throw usage("--usual and --unit, --bar or --step contradict each other", "leave one out");
  }
  lifter.lifts.erase(*lift);
}

void apply_settings(Lifter& lifter, const Arguments& arguments) {
  if (const auto name = arguments.value("name")) lifter.name = read_text(*name, "--name");
  if (arguments.has("usual")) return forget_lift(lifter, arguments);
  if (!changes_loading(arguments)) return;
  if (const auto lift = lift_option_of(arguments)) {
    lifter.lifts[*lift] = changed(loading_for(lifter, *lift), arguments);
  } else {
    lifter.loading = changed(lifter.loading, arguments);
  }
}

/// Stores the lifter, and says how they are now.
void store_lifter(Invocation& call, Store& store, const Lifter& lifter) {
  if (store.lifter(lifter.id) == lifter) {
    confirm(call, report::text(lifter, style_of(call)) + "nothing changed (it was so already)\n",
            [&] { return report::json(lifter); });
    return;
  }
  Store::Writing writing = store.begin(call.command.name, timestamp(call));
  writing.put(lifter);
  writing.commit();
  call.stored = true;
  confirm(call, report::text(lifter, style_of(call)) + "undo: " + hinge_of(call) + " undo\n",
          [&] { return report::json(lifter); });
}

int run_add(Invocation& call) {
  Lifter lifter;
  lifter.id = id_given(call);
  if (!is_lifter_id(lifter.id)) {
    throw usage(fmt::format("'{}' can't be a lifter's id", lifter.id),
                "take a-z, 0-9 and - (not first), at most 40; the full name goes into --name");
  }
  apply_settings(lifter, call.arguments);
  Store store = open_or_create(call);
  for (const Lifter& other : store.lifters()) {
    if (other.id != lifter.id) continue;
    throw usage(fmt::format("there is a lifter '{}' already", lifter.id),
                fmt::format("change them: hinge lifter set {}", lifter.id));
  }
  store_lifter(call, store, lifter);
  return 0;
}

int run_list(Invocation& call) {
  const auto lifters = open_existing(call, Access::read).lifters();
  answer(call, call.globals.json ? report::json(lifters) : report::text(lifters, style_of(call)));
  return 0;
}

int run_show(Invocation& call) {
  const auto lifters = open_existing(call, Access::read).lifters();
  const Lifter lifter = lifter_meant(call, lifters);
  answer(call, call.globals.json ? report::json(lifter) : report::text(lifter, style_of(call)));
  return 0;
}

int run_set(Invocation& call) {
  const Arguments& given = call.arguments;
  if (!changes_loading(given) && !given.has("name") && !given.has("usual")) {
    throw usage("lifter set needs something to change", "give --name, --unit, --bar or --step");
  }
  Store store = open_existing(call, Access::write);
  const auto lifters = store.lifters();
  // After an undo of the very first log there is nobody, and `me` is who is meant.
  const bool first = lifters.empty() && id_given(call) == "me";
  Lifter lifter = first ? Lifter{} : lifter_meant(call, lifters);
  apply_settings(lifter, call.arguments);
  store_lifter(call, store, lifter);
  return 0;
}

int run_archive(Invocation& call) {
  const std::string id = id_given(call);
  Store store = open_existing(call, Access::write);
  Lifter lifter = lifter_named(store.lifters(), id);
  lifter.archived = !call.arguments.has("restore");
  store_lifter(call, store, lifter);
  return 0;
}

int run_delete(Invocation& call) {
  const std::string id = id_given(call);
  Store store = open_existing(call, Access::write);
  PurgeOrder order;
  order.whole_lifter = lifter_named(store.lifters(), id).id;
  return erase_for_good(call, store, order);
}

constexpr OptionSpec name_option{"name", 0, "NAME", "the full name, as they write it"};
constexpr OptionSpec unit_option{"unit", 0, "UNIT", "what they load in", unit_words};
constexpr OptionSpec bar_option{"bar", 0, "N", "the empty bar (20 kg, 45 lb)"};
constexpr OptionSpec step_option{"step", 0, "N", "the smallest step up (2.5 kg, 5 lb)"};

constexpr std::array add_options = {name_option, unit_option, bar_option, step_option};
constexpr std::array set_options = {
    name_option,
    unit_option,
    bar_option,
    step_option,
    OptionSpec{"lift", 0, "NAME", "for this lift alone: --unit, --bar and --step"},
    OptionSpec{"usual", 0, "", "this lift loads like all others again"}};
constexpr std::array archive_options = {
    OptionSpec{"restore", 0, "", "bring an archived lifter back"}};

constexpr std::array add_examples = {
    Example{"hinge lifter add anna --name \"Anna Berg\"", "A lifter who loads in kg."},
    Example{"hinge lifter add joe --unit lb", "One who loads in lb: bar 45, steps of 5."}};
constexpr std::array list_examples = {
    Example{"hinge lifter list", "Everybody in this log."},
    Example{"hinge lifter list --json", "The same for a script."}};
constexpr std::array show_examples = {
    Example{"hinge lifter show anna", "What Anna loads with."},
    Example{"hinge lifter show", "The same for you, in a log of your own."}};
constexpr std::array set_examples = {
    Example{"hinge lifter set me --unit lb", "Bare loads are pounds from now on."},
    Example{"hinge lifter set anna --bar 15 --step 1 --lift romanian",
            "A lighter bar and smaller steps, for one lift."}};
constexpr std::array archive_examples = {
    Example{"hinge lifter archive joe", "Joe's log stays, and status --all leaves him out."},
    Example{"hinge lifter archive joe --restore", "He is back."}};

constexpr std::array delete_examples = {
    Example{"hinge lifter delete joe", "Asks, and erases Joe with all he logged."},
    Example{"hinge lifter delete joe -y", "Without being asked."}};

constexpr CommandSpec add_command{"lifter add",
                                  "client add",
                                  "add somebody to this log",
                                  "ID [--name NAME] [--unit UNIT] [--bar N] [--step N]",
                                  "ID is a-z, 0-9 and - (not first), and never changes.",
                                  add_options,
                                  add_examples,
                                  1,
                                  run_add};
constexpr CommandSpec list_command{"lifter list",
                                   "client list",
                                   "list the lifters of this log",
                                   "",
                                   "Archived ones too, and said so.",
                                   {},
                                   list_examples,
                                   0,
                                   run_list};
constexpr CommandSpec show_command_of_lifter{"lifter show",
                                             "client show",
                                             "show one lifter's settings",
                                             "[ID]",
                                             "Without ID: whose log it would be.",
                                             {},
                                             show_examples,
                                             1,
                                             run_show};
constexpr CommandSpec set_command{
    "lifter set",
    "client set",
    "change what a lifter loads with",
    "ID [--name NAME] [--unit UNIT] [--bar N] [--step N] [--lift NAME "
    "[--usual]]",
    "Loads that can be suggested are the bar and whole steps above it. Another unit brings its "
    "usual bar and step. What was logged stays as it was typed.",
    set_options,
    set_examples,
    1,
    run_set};
constexpr CommandSpec archive_command{"lifter archive",
                                      "client archive",
                                      "set a lifter aside",
                                      "ID [--restore]",
                                      "The log stays, and can be read with -l.",
                                      archive_options,
                                      archive_examples,
                                      1,
                                      run_archive};

constexpr CommandSpec delete_command_of_lifter{
    "lifter delete",
    "client delete",
    "erase a lifter for good",
    "ID",
    "With every record, earlier version and policy, and no byte of it left in the file. There is "
    "no undo, and backups and exports made before still hold it. To set somebody aside and keep "
    "the log: hinge lifter archive.",
    {},
    delete_examples,
    1,
    run_delete};

constexpr std::array commands = {&add_command, &list_command,    &show_command_of_lifter,
                                 &set_command, &archive_command, &delete_command_of_lifter};

constexpr std::array examples = {
    Example{"hinge lifter add anna", "Several people can share one log."},
    Example{"hinge log 80x5x3 -l anna", "Then say whose it is."}};

}  // namespace

constexpr CommandSpec lifter_command{"lifter",
                                     "client",
                                     "several people in one log",
                                     "add | list | show | set | archive | delete",
                                     "A log of your own needs none of it.",
                                     {},
                                     examples,
                                     0,
                                     nullptr,
                                     commands};

}  // namespace hinge::cli
