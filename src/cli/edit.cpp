#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/checkin_reading.hpp"
#include "cli/commands.hpp"
#include "cli/nature_word.hpp"
#include "cli/next_shift.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/record_name.hpp"
#include "cli/screen_reading.hpp"
#include "cli/session_reading.hpp"
#include "cli/whose_log.hpp"
#include "domain/digits.hpp"

namespace hinge::cli {
namespace {

constexpr std::string_view site_or_none[] = {"low-back",       "upper-back", "hip",
                                             "buttock",        "hamstring",  "leg-above-knee",
                                             "leg-below-knee", "none"};
constexpr std::string_view side_or_none[] = {"left", "right", "both", "none"};
constexpr std::string_view onset_or_none[] = {"during", "after", "next-day", "none"};

constexpr std::array options = {
    OptionSpec{"on", 0, "WHEN", "when it was: yesterday, fri, 2026-11-20T18:30"},
    OptionSpec{"to-lifter", 0, "NAME", "whose it is"},
    OptionSpec{"note", 0, "TEXT", "the note; '' clears it"},
    OptionSpec{"dry-run", 0, "", "say what would change, and store nothing"},
    OptionSpec{"lift", 0, "NAME", "session: which lift"},
    OptionSpec{"light", 0, "", "session: light on purpose"},
    OptionSpec{"no-light", 0, "", "session: not light"},
    OptionSpec{"force", 0, "", "session: take sets that read implausibly"},
    OptionSpec{"lasted", 0, "DUR", "check-in: how long, from the session on: 90m, 48h"},
    OptionSpec{"ongoing", 0, "", "check-in: it was still there"},
    OptionSpec{"limits", 0, "0-3", "check-in: what it kept you from"},
    OptionSpec{"now", 0, "N", "check-in: how strong it was then"},
    OptionSpec{"baseline", 0, "N", "check-in: the pain before the session"},
    OptionSpec{"where", 0, "SITE", "check-in: the place, or none", site_or_none},
    OptionSpec{"side", 0, "SIDE", "check-in: the side, or none", side_or_none},
    OptionSpec{"onset", 0, "WHEN", "check-in: when it began, or none", onset_or_none},
    OptionSpec{
        "worse-with", 0, "TEXT", "check-in: what makes it worse; '' clears", {}, Times::repeatable},
    OptionSpec{
        "eases-with", 0, "TEXT", "check-in: what eases it; '' clears", {}, Times::repeatable},
    OptionSpec{"twinge", 0, "", "check-in: gone before the next set"},
    OptionSpec{"no-twinge", 0, "", "check-in: no twinge"},
    OptionSpec{"unrelated", 0, "", "check-in: it was not the deadlift"},
    OptionSpec{"related", 0, "", "check-in: it was"},
    OptionSpec{"session", 0, "ID", "check-in: the session it is about, or none"},
    OptionSpec{"none", 0, "", "screen: every answer is no"},
    OptionSpec{"yes", 0, "FLAG", "screen: what is so", {}, Times::list},
    OptionSpec{"cleared", 0, "WHO", "screen: the clinician who settled it"},
};

/// The word in front of an option's help that says what it is about; empty: about every record.
std::string_view subject_of(const OptionSpec& option) {
  const auto colon = option.help.find(": ");
  const std::string_view word = option.help.substr(0, colon == std::string_view::npos ? 0 : colon);
  return word == "session" || word == "check-in" || word == "screen" ? word : std::string_view{};
}

Error usage(const std::string& message, const std::string& hint) {
  return {ErrorKind::usage, message, hint};
}

std::string_view kind_of(const Record& record) {
  if (std::holds_alternative<Session>(record.what)) return "session";
  return std::holds_alternative<CheckIn>(record.what) ? "check-in" : "screen";
}

/// Throws Error{usage} for an option that this kind of record has no use for, and where there is
/// none at all.
void refuse_others_options(const Invocation& call, const Record& record, const std::string& name) {
  bool any = call.arguments.operands().size() > 1;
  for (const OptionSpec& option : options) {
    if (!call.arguments.has(option.name)) continue;
    any = any || (option.name != "dry-run" && option.name != "force");
    const std::string_view subject = subject_of(option);
    if (subject.empty() || subject == kind_of(record)) continue;
    throw usage(fmt::format("--{} is about a {}, and {} is a {}", option.name, subject, name,
                            kind_of(record)),
                fmt::format("see what {} says: hinge show {}", name, name));
  }
  if (any) return;
  throw usage(fmt::format("edit needs what to change in {}", name),
              fmt::format("for example: hinge edit {} --on yesterday", name));
}

void refuse_both(const Arguments& arguments, std::string_view one, std::string_view other) {
  if (!arguments.has(one) || !arguments.has(other)) return;
  throw usage(fmt::format("--{} and --{} contradict each other", one, other),
              "leave out one of them");
}

/// What the new words are read by: the log of the lifter whose the record will be.
struct Reading {
  const Invocation& call;
  const Store& store;
  const History& history;
};

Session corrected(Session session, const Reading& reading) {
  const Arguments& arguments = reading.call.arguments;
  refuse_both(arguments, "light", "no-light");
  if (const auto lift = lift_option_of(arguments)) session.lift = *lift;
  if (const std::string sets = joined_operands(arguments.operands(), 1); !sets.empty()) {
    session.sets =
        read_sets_of(reading.history, session.lift, sets, arguments.has("force"), session.id).sets;
    refuse_endless(session, "log some of them on their own day");
  }
  session.when = corrected_moment(session.when, arguments, reading.call.now);
  if (arguments.has("light")) session.light = true;
  if (arguments.has("no-light")) session.light = false;
  if (const auto note = arguments.value("note")) session.note = read_text(*note, "--note");
  return session;
}

/// Times that were taken once are not looked at again where nothing about them changes.
bool same_times(const CheckIn& a, const CheckIn& b) {
  return a.when == b.when && a.lasted == b.lasted && a.session == b.session;
}

CheckIn corrected(const CheckIn& stored, const Reading& reading) {
  const Arguments& arguments = reading.call.arguments;
  refuse_both(arguments, "twinge", "no-twinge");
  refuse_both(arguments, "unrelated", "related");
  const std::vector<std::string>& operands = arguments.operands();
  if (operands.size() > 1 && !operands[1].empty() && is_digit(operands[1].front())) {
    throw usage(fmt::format("'{}' is for a session, and {} is a check-in", operands[1],
                            checkin_name(stored.id)),
                "name the session, as in hinge edit s41 145x5x3; see: hinge history");
  }
  if (operands.size() > 2) {
    throw usage("a check-in is of one nature", "for example: hinge edit f12 ache=4");
  }
  CheckIn checkin = with_options(stored, arguments);
  if (operands.size() == 2) checkin = with_nature(checkin, operands[1]);
  checkin.when = corrected_moment(stored.when, arguments, reading.call.now);
  if (arguments.has("session") || arguments.has("to-lifter")) {
    checkin.session = session_meant(arguments, reading.store, reading.history.lifter.id);
  }
  if (const auto now = arguments.value("now")) {
    checkin.now = read_pain(*now, "--now");
  } else if (stored.now == unsaid_now(stored)) {
    checkin.now = unsaid_now(checkin);
  }
  refuse_contradiction(checkin);
  if (!same_times(checkin, stored)) refuse_lasted_too_long(checkin, reading.history.sessions);
  return checkin;
}

Screen corrected(Screen screen, const Reading& reading) {
  const Arguments& arguments = reading.call.arguments;
  if (arguments.operands().size() > 1 || arguments.has("note")) {
    throw usage("the red flag questions have neither sets nor a note",
                "change them by --none, --yes, --cleared or --on");
  }
  if (has_screen_answers(arguments)) screen = with_answers(screen, arguments);
  screen.when = corrected_moment(screen.when, arguments, reading.call.now);
  return screen;
}

/// Somebody else may have corrected it since it was read.
void refuse_changed_meanwhile(const Store::Writing& writing, const std::string& name,
                              const Record& read) {
  const auto found = writing.find(name);
  if (found && found->lifter == read.lifter && found->what == read.what) return;
  throw Error(ErrorKind::busy, "somebody else has just changed " + name + "; nothing was stored",
              "try again");
}

/// The check-ins that name a session go where it goes.
void take_checkins_along(Store::Writing& writing, const Record& from, const std::string& to) {
  const auto* session = std::get_if<Session>(&from.what);
  if (session == nullptr || from.lifter == to) return;
  for (const CheckIn& checkin : writing.history(from.lifter, Date::min()).checkins) {
    if (checkin.session == session->id) writing.replace(to, checkin);
  }
}

/// For whom, and of which lift, the suggestion is looked at.
struct Asked {
  std::string lifter;
  std::string lift;
};

Asked asked_about(const std::string& lifter, const std::variant<Session, CheckIn, Screen>& what) {
  const auto* session = std::get_if<Session>(&what);
  return {lifter, session == nullptr ? std::string{} : session->lift};
}

int run_edit(Invocation& call) {
  const std::vector<std::string>& operands = call.arguments.operands();
  if (operands.empty()) {
    throw usage("edit needs the id of a record, and what to change",
                "for example: hinge edit s41 145x5x3");
  }
  Store store = open_existing(call, Access::write);
  const std::vector<Lifter> lifters = store.lifters();
  const std::string name = record_name_meant(call, store, operands.front());
  const Record record = find_record_of(call, store, name);
  refuse_others_options(call, record, name);

  const auto to = call.arguments.value("to-lifter");
  const std::string owner = to ? lifter_named(lifters, *to).id : record.lifter;
  const History history = store.history(owner, window_start(call.now.date));
  const Reading reading{call, store, history};
  const auto what = std::visit(
      [&reading](const auto& each) -> std::variant<Session, CheckIn, Screen> {
        return corrected(each, reading);
      },
      record.what);
  const Asked asked = asked_about(owner, what);
  const auto before = suggestion_by(store, asked.lifter, asked.lift, call);

  Store::Writing writing = store.begin("edit", timestamp(call));
  refuse_changed_meanwhile(writing, name, record);
  std::visit([&](const auto& each) { writing.replace(owner, each); }, what);
  take_checkins_along(writing, record, owner);
  report::Correction correction;
  correction.kind = report::CorrectionKind::edit;
  correction.lifter = owner;
  correction.changes = writing.changed();
  correction.records = {name};
  correction.record_count = std::max(1, static_cast<int>(correction.changes.size()));
  correction.shift = shift_between(before, suggestion_by(writing, asked.lifter, asked.lift, call));
  correction.dry_run = call.arguments.has("dry-run");
  correction.name_lifter = has_several(lifters);
  if (!correction.dry_run && !correction.changes.empty()) {
    writing.commit();
    call.stored = true;
  }
  confirm(call, report::text(correction, call.now.date, style_of(call)),
          [&] { return report::json(correction); });
  return 0;
}

constexpr std::array examples = {
    Example{"hinge edit s41 145x5x3 @8", "The sets were others: these take their place."},
    Example{"hinge edit last --on yesterday", "What was logged last was yesterday."},
    Example{"hinge edit f12 ache=4 --lasted 36h --where none", "A check-in, put right."},
};

}  // namespace

constexpr CommandSpec edit_command{
    "edit",
    "",
    "correct a record",
    "ID|last [GROUP... | NATURE[=PEAK]] [--on WHEN] [--to-lifter NAME] [--note TEXT] "
    "[--dry-run] [--lift NAME] [--light | --no-light] [--force] [--lasted DUR | --ongoing] "
    "[--limits 0-3] [--now N] [--baseline N] [--where SITE] [--side SIDE] [--onset WHEN] "
    "[--worse-with TEXT] [--eases-with TEXT] [--twinge | --no-twinge] [--unrelated | "
    "--related] [--session ID] [--none | --yes FLAG... | --cleared WHO]",
    "Changes what is said, and leaves the rest. Sets take the place of the session's sets, and a "
    "nature that of the check-in's. What log, feel and screen would refuse, edit refuses too.\n"
    "last is the record stored or changed last. Every correction can be taken back: hinge undo.",
    options,
    examples,
    -1,
    run_edit};

}  // namespace hinge::cli
