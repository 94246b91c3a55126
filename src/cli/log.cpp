#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/ask.hpp"
#include "cli/commands.hpp"
#include "cli/now.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/policies_of.hpp"
#include "cli/record_key.hpp"
#include "cli/session_reading.hpp"
#include "cli/whose_log.hpp"
#include "domain/did_you_mean.hpp"
#include "domain/notation.hpp"
#include "hinge/suggest.hpp"
#include "hinge/training_day.hpp"

namespace hinge::cli {
namespace {

/// What the command line asks to be logged, as far as it can be read without the log.
struct Request {
  std::string notation;
  std::optional<std::string> lift;
  Moment when;
  std::string note;
  std::string key;
};

/// A session ready to be stored, and how its loads were read.
struct Reading {
  Session session;
  bool first_bare_load = false;  ///< the lifter's first load, and it stood without a unit
};

Error stands_for_the_sets() {
  return {ErrorKind::usage, "--as-suggested stands for the sets",
          "leave out either it or the sets; only their RPE may stand beside it: @8"};
}

Request read_request(const Invocation& call) {
  const Arguments& arguments = call.arguments;
  Request request;
  request.notation = joined_operands(arguments.operands(), 0);
  const bool as_suggested = arguments.has("as-suggested");
  if (request.notation.empty() && !as_suggested) {
    throw Error(ErrorKind::usage, "log needs the sets you did", "for example: hinge log 140x5x3");
  }
  if (as_suggested && !request.notation.empty() && request.notation.front() != '@') {
    throw stands_for_the_sets();
  }
  request.lift = lift_option_of(arguments);
  request.when = when_it_was(arguments, call.now);
  request.note = read_text(arguments.value("note").value_or(""), "--note");
  request.key = read_record_key(arguments);
  return request;
}

/// The suggested sets, with the RPE that "@8" or "@8/8.5/9" gives them.
std::vector<Set> done_as(const Target& target, const std::string& effort) {
  const Set set{target.weight, target.reps, false, {}, SetKind::work};
  std::vector<Set> sets(static_cast<std::size_t>(target.sets), set);
  if (effort.empty()) return sets;
  const Weight weight = target.weight;
  const std::string notation =
      fmt::format("{}{}x{}x{} {}", number_in(weight.unit, weight.load), to_string(weight.unit),
                  target.reps, target.sets, effort);
  const std::vector<Set> read = read_sets(notation, {}, {}, true).sets;
  if (read.size() != sets.size()) throw stands_for_the_sets();
  for (std::size_t i = 0; i < sets.size(); ++i) sets[i].rpe = read[i].rpe;
  return sets;
}

/// The sets that `next` asks for on that day.
Session as_suggested(const History& history, const Policies& policies, const Request& request,
                     const Moment& when) {
  const Suggestion suggestion = request.lift ? suggest(history, policies, when, *request.lift)
                                             : suggest(history, policies, when);
  if (!suggestion.target) {
    throw Error(ErrorKind::usage, "there is no suggested load to log", "see why: hinge next");
  }
  Session session;
  session.lift = suggestion.lift;
  const Target& target = *suggestion.target;
  for (const LeadIn& lighter : target.lead_in) {
    session.sets.push_back({lighter.weight, lighter.reps, false, {}, SetKind::work});
  }
  const std::vector<Set> sets = done_as(target, request.notation);
  session.sets.insert(session.sets.end(), sets.begin(), sets.end());
  return session;
}

/// What the sets are read by: the sessions of the last year, and only for what `next` would say,
/// all else too.
History history_to_read_by(const Invocation& call, const Store& store, const Owner& owner) {
  History history;
  history.lifter = owner.lifter;
  if (owner.is_new) return history;
  const Date since = window_start(call.now.date);
  if (call.arguments.has("as-suggested")) return store.history(owner.lifter.id, since);
  const Store::View view = store.view();
  const auto next = store.sessions(owner.lifter.id, since);
  while (const Session* const session = next()) history.sessions.push_back(*session);
  return history;
}

/// Nothing was logged in the lifter's unit so far: no bare load can have been.
bool all_in_the_other_unit(const History& history) {
  const Unit unit = history.lifter.loading.unit;
  return std::all_of(
      history.sessions.begin(), history.sessions.end(), [unit](const Session& session) {
        return std::all_of(session.sets.begin(), session.sets.end(),
                           [unit](const Set& set) { return set.weight.unit != unit; });
      });
}

const char* const instead_of_endless = "log them on their own day, or with --new";

Reading read_session(const Invocation& call, const Request& request, const Store& store,
                     const Owner& owner, const History& history) {
  Reading reading;
  if (call.arguments.has("as-suggested")) {
    const Policies policies = owner.is_new ? linear_policy() : policies_of(store, owner.lifter);
    reading.session = as_suggested(history, policies, request, now_by(history, call, request.when));
  } else {
    Session& session = reading.session;
    if (request.lift) session.lift = *request.lift;
    const ReadSets read =
        read_sets_of(history, session.lift, request.notation, call.arguments.has("force"));
    session.sets = read.sets;
    reading.first_bare_load = read.any_bare_load && all_in_the_other_unit(history);
  }
  refuse_endless(reading.session, instead_of_endless);
  reading.session.when = request.when;
  reading.session.utc_offset = call.context.utc_offset;
  reading.session.light = call.arguments.has("light");
  reading.session.note = request.note;
  return reading;
}

/// `more` done later the same day, of the same lift.
Session joined(Session session, const Session& more) {
  session.sets.insert(session.sets.end(), more.sets.begin(), more.sets.end());
  session.light = session.light && more.light;
  if (!more.note.empty()) session.note += (session.note.empty() ? "" : "; ") + more.note;
  return session;
}

/// The session of that day whose sets the new ones are added to. Sets as suggested are all there is
/// to do on a day: said again, they are a slip.
std::optional<Session> session_to_join(const Arguments& arguments, const Store::Writing& writing,
                                       const std::string& lifter, const Session& more) {
  if (arguments.has("new")) return std::nullopt;
  for (Session& session : writing.sessions_on(lifter, more.when.date)) {
    if (session.lift != more.lift) continue;
    if (!arguments.has("as-suggested") || arguments.has("id")) return std::move(session);
    throw Error(
        ErrorKind::usage,
        fmt::format("{} is of that day already; nothing was stored", session_name(session.id)),
        "write out the sets to add, or log another session with --new");
  }
  return std::nullopt;
}

/// A session that is entered now comes after what was noted before it, also in the same minute or
/// where the clock went back since: so a check-in stays with the session it was about.
Moment after(const std::vector<CheckIn>& noted, Moment now) {
  constexpr Minutes last_of_day{24 * 60 - 1};
  for (const CheckIn& checkin : noted) {
    if (!now.time || !checkin.when.time || *checkin.when.time < *now.time) continue;
    now.time = std::min(*checkin.when.time + Minutes{1}, last_of_day);
  }
  return now;
}

/// Stores the session, or adds its sets to the one of that day; a key makes a retry a no-op.
report::LoggedSession store_session(const Arguments& arguments, Store::Writing& writing,
                                    const std::string& lifter, const Session& session,
                                    const std::string& key) {
  const auto existing = session_to_join(arguments, writing, lifter, session);
  if (existing && session.light && !existing->light) {
    const std::string name = session_name(existing->id);
    throw Error(
        ErrorKind::usage,
        fmt::format("{} is of that day, and no light one; --light is of a whole session", name),
        fmt::format("hinge edit {} --light, or log another session with --new", name));
  }
  report::LoggedSession logged{lifter, session, report::Outcome::added,
                               static_cast<int>(session.sets.size())};
  if (existing) {
    logged.session = joined(*existing, session);
    logged.outcome = report::Outcome::merged;
    refuse_endless(logged.session, instead_of_endless);
    writing.replace(lifter, logged.session);
  } else {
    logged.session.id = writing.add(lifter, session).id;
  }
  if (key.empty()) return logged;

  // A retry comes later by the clock, and is the same all the same.
  Session content = session;
  content.when.time.reset();
  content.utc_offset.reset();
  const Arrived arrived = writing.claim(lifter, key, content, logged.session.id);
  if (arrived.arrival == Arrival::changed) {
    throw key_brought_something_else(key, session_name(arrived.id));
  }
  if (arrived.arrival == Arrival::same) {
    logged.outcome = report::Outcome::same;
    logged.session = session;
    logged.session.id = arrived.id;
  }
  return logged;
}

/// Whether anybody ever said how this lifter loads, or was told: `lifter add` and `set` do both.
bool knows_their_unit(const Store& store, const Owner& owner) {
  constexpr int most = 1'000;
  if (owner.is_new) return owner.asked;
  if (owner.lifter.loading.unit != Unit::kg) return true;
  const std::string record = "lifter " + owner.lifter.id;
  const std::vector<ChangeSummary> changes = store.changes(most);
  return std::any_of(changes.begin(), changes.end(), [&record](const ChangeSummary& change) {
    return !change.undone && change.command.substr(0, 6) == "lifter" &&
           std::count(change.records.begin(), change.records.end(), record) > 0;
  });
}

/// "Took 225 as kg (496 lb). Pounds? …": said once, by a lifter's first bare load.
std::string how_loads_were_read(const Session& session, const Lifter& lifter,
                                std::string_view hinge) {
  const Weight weight = session.sets.back().weight;
  const Unit other = weight.unit == Unit::kg ? Unit::lb : Unit::kg;
  const Load whole = Load::of(1000, other);
  const Load rounded = (weight.load + Load::of(500, other)).floor_to(whole);
  return fmt::format("Took {} as {} ({} {}). {}? {} undo; {} lifter set {} --unit {}",
                     number_in(weight.unit, weight.load), to_string(weight.unit),
                     number_in(other, rounded), to_string(other),
                     other == Unit::lb ? "Pounds" : "Kilograms", hinge, hinge, lifter.id,
                     to_string(other));
}

/// What reads in neither unit is refused before anybody is asked for one.
void refuse_in_any_unit(const std::string& notation, bool force) {
  try {
    (void)read_sets(notation, Loading::standard(Unit::lb), {}, force);
  } catch (const Error&) {
    (void)read_sets(notation, Loading::standard(Unit::kg), {}, force);
  }
}

/// A session that is logged late takes the check-ins that came after it: said, since the answer may
/// be another one now.
void say_what_goes_with_it(Invocation& call, const Store& store, std::vector<Session> sessions,
                           const report::LoggedSession& logged) {
  const TrainingDays before(sessions);
  sessions.push_back(logged.session);
  const TrainingDays after(sessions);
  const Store::View view = store.view();
  const auto next = store.checkins(logged.lifter, logged.session.when.date);
  while (const CheckIn* const checkin = next()) {
    const auto day = before.of(*checkin);
    if (day == after.of(*checkin)) continue;
    const std::string name = checkin_name(checkin->id);
    std::string said = fmt::format("{} goes with {} now", name, session_name(logged.session.id));
    const auto was = std::find_if(sessions.begin(), sessions.end(),
                                  [&day](const Session& each) { return each.when.date == day; });
    if (was != sessions.end()) {
      said += fmt::format(", not with {0}. Back to {0}: {2} edit {1} --session {0}",
                          session_name(was->id), name, hinge_of(call));
    }
    say(call.context, said);
  }
}

int run_log(Invocation& call) {
  const Request request = read_request(call);
  Store store = open_or_create(call);
  const std::vector<Lifter> lifters = lifters_to_choose_from(call, store);
  if (lifters.empty() && !call.arguments.has("as-suggested")) {
    refuse_in_any_unit(request.notation, call.arguments.has("force"));
  }
  const Owner owner = whose_new_record(call, lifters);
  const History history = history_to_read_by(call, store, owner);
  Reading reading = read_session(call, request, store, owner, history);

  const bool dry_run = call.arguments.has("dry-run");
  const bool say_unit = reading.first_bare_load && !dry_run && !knows_their_unit(store, owner);
  report::LoggedSession logged{owner.lifter.id, reading.session, report::Outcome::dry_run, 0};
  if (!dry_run) {
    Store::Writing writing = store.begin("log", timestamp(call));
    put_if_new(writing, owner);
    Moment& when = reading.session.when;
    const bool by_the_clock = !call.arguments.has("on") && !call.globals.today;
    if (by_the_clock) when = after(writing.checkins_on(owner.lifter.id, when.date), when);
    logged = store_session(call.arguments, writing, owner.lifter.id, reading.session, request.key);
    if (logged.outcome != report::Outcome::same) {
      writing.commit();
      call.stored = true;
    }
  }
  logged.name_lifter = has_several(lifters);
  const report::Style style = style_of(call);
  std::string text = report::text(logged, call.now.date, style);
  if (call.stored) text += welcome_of(owner, style);
  if (say_unit) {
    text += report::paragraph(
        "unit", how_loads_were_read(reading.session, owner.lifter, style.hinge), style);
  }
  confirm(call, text, [&] { return report::json(logged); });
  const bool may_take_some = call.context.terminal.err || call.arguments.has("on");
  if (call.stored && may_take_some && !call.globals.quiet) {
    say_what_goes_with_it(call, store, history.sessions, logged);
  }
  return 0;
}

constexpr std::array options = {
    OptionSpec{"on", 0, "DAY", "when it was: yesterday, fri, 3d (ago), 2026-11-20, friT18:30"},
    OptionSpec{"lift", 0, "NAME", "which lift (deadlift)"},
    OptionSpec{"note", 0, "TEXT", "a note to keep with it"},
    OptionSpec{"light", 0, "", "a light day on purpose: no new starting point"},
    OptionSpec{"as-suggested", 0, "", "the sets that hinge next said; @8 may stand with it"},
    OptionSpec{"new", 0, "", "another session, though there is one of that lift and day"},
    OptionSpec{"force", 0, "", "store it even if it reads implausibly"},
    OptionSpec{"dry-run", 0, "", "say how it would be read, and store nothing"},
    OptionSpec{"id", 0, "KEY", "a key of your own: logging it again changes nothing"},
};

constexpr std::array examples = {
    Example{"hinge log 140x5x3 @8", "140 for 5 reps, 3 sets, at RPE 8."},
    Example{"hinge log 60x5w 100x3w 140x5/5/4f --on fri",
            "Two warm-ups, then sets of 5, 5, and 4 with a miss, on Friday."},
    Example{"hinge log 315lbx5 --lift trap-bar", "A load in its own unit, of another lift."},
};

}  // namespace

constexpr CommandSpec log_command{
    "log",
    "",
    "record a session",
    "GROUP... [--on DAY] [--lift NAME] [--note TEXT] [--light] [--as-suggested] [--new] [--force] "
    "[--dry-run] [--id KEY]",
    "A group is LOADxREPSxSETS, load first: 140x5x3. Sets that differ: 140x5/5/4. A missed rep: "
    "4f. Effort: @8 after it (RPE 5 to 10). A warm-up: w behind it. Other units: 315lbx5.\n"
    "The same lift on the same day again adds its sets to that session. A log that has nobody yet "
    "gets its first lifter, me.",
    options,
    examples,
    -1,
    run_log};

}  // namespace hinge::cli
