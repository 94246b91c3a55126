#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cli/ask.hpp"
#include "cli/checkin_reading.hpp"
#include "cli/commands.hpp"
#include "cli/feel_interview.hpp"
#include "cli/nature_word.hpp"
#include "cli/now.hpp"
#include "cli/open_store.hpp"
#include "cli/option_values.hpp"
#include "cli/record_key.hpp"
#include "cli/red_flag_questions.hpp"
#include "cli/whose_log.hpp"
#include "hinge/screening.hpp"
#include "hinge/suggest.hpp"
#include "hinge/training_day.hpp"

namespace hinge::cli {
namespace {

Error usage(const std::string& message, const std::string& hint) {
  return {ErrorKind::usage, message, hint};
}

/// What all check-ins of one command share: its options.
CheckIn read_shared(const Invocation& call) {
  CheckIn shared;
  shared.when = when_it_was(call.arguments, call.now);
  shared.utc_offset = call.context.utc_offset;
  return with_options(shared, call.arguments);
}

/// "ache=3".
CheckIn read_checkin(const std::string& operand, const CheckIn& shared,
                     const Arguments& arguments) {
  CheckIn checkin = with_nature(shared, operand);
  const auto now = arguments.value("now");
  checkin.now = now ? read_pain(*now, "--now") : unsaid_now(checkin);
  refuse_contradiction(checkin);
  return checkin;
}

std::vector<CheckIn> read_checkins(const Invocation& call, const CheckIn& shared) {
  refuse_loose_peaks(call.arguments.operands());
  std::vector<CheckIn> checkins;
  for (const std::string& operand : call.arguments.operands()) {
    checkins.push_back(read_checkin(operand, shared, call.arguments));
    const Nature nature = checkins.back().nature;
    const auto same = [nature](const CheckIn& each) { return each.nature == nature; };
    if (std::count_if(checkins.begin(), checkins.end(), same) > 1) {
      throw usage(fmt::format("{} was given twice", to_string(nature)), "give it once");
    }
  }
  const bool any_none = std::any_of(checkins.begin(), checkins.end(), [](const CheckIn& each) {
    return each.nature == Nature::none;
  });
  if (any_none && checkins.size() > 1) {
    throw usage("none says that nothing was felt, and beside it stands what was",
                "leave out one of them");
  }
  if (const auto lasted = call.arguments.value("lasted"); any_none && lasted) {
    throw usage("nothing felt has no length; where something was there and went, name it",
                fmt::format("for example: hinge feel ache=3 --lasted {}", *lasted));
  }
  return checkins;
}

/// Asks at the terminal what the command line left out: everything.
CheckIn interview(Invocation& call, const CheckIn& begun, const std::vector<Session>& sessions) {
  if (!can_ask(call)) {
    throw Error(ErrorKind::needs_terminal, "feel would have to ask, and there is no terminal",
                "say it in one line, for example: hinge feel ache=3 --lasted 48h");
  }
  return ask_how_it_feels(call.context, begun, [&sessions](const CheckIn& checkin) {
    refuse_contradiction(checkin);
    refuse_lasted_too_long(checkin, sessions);
  });
}

std::string key_of(const std::string& key, std::size_t index) {
  return key.empty() || index == 0 ? key : fmt::format("{}/{}", key, index + 1);
}

/// Stores all of them or, where a key is known already, none; gives them their ids.
std::vector<Arrived> store_new(Invocation& call, Store& store, const Owner& owner,
                               std::vector<CheckIn>& checkins, const std::string& key) {
  std::vector<Arrived> arrivals;
  Store::Writing writing = store.begin("feel", timestamp(call));
  put_if_new(writing, owner);
  for (std::size_t i = 0; i < checkins.size(); ++i) {
    arrivals.push_back(writing.add(owner.lifter.id, checkins[i], key_of(key, i)));
    checkins[i].id = arrivals.back().id;
  }
  const bool all_new = std::all_of(arrivals.begin(), arrivals.end(), [](const Arrived& arrived) {
    return arrived.arrival == Arrival::added;
  });
  if (all_new) {
    writing.commit();
    call.stored = true;
  }
  return arrivals;
}

/// A retry comes later by the clock, and is the same all the same.
bool same_but_for_the_clock(const Store& store, CheckIn checkin) {
  const auto record = store.find(checkin_name(checkin.id));
  const auto* known = record ? std::get_if<CheckIn>(&record->what) : nullptr;
  if (known == nullptr) return false;
  checkin.when.time = known->when.time;
  checkin.utc_offset = known->utc_offset;
  return checkin == *known;
}

report::Outcome store_checkins(Invocation& call, Store& store, const Owner& owner,
                               std::vector<CheckIn>& checkins, const std::string& key) {
  const auto arrivals = store_new(call, store, owner, checkins, key);
  if (call.stored) return report::Outcome::added;
  for (std::size_t i = 0; i < checkins.size(); ++i) {
    const bool known =
        arrivals[i].arrival == Arrival::same ||
        (arrivals[i].arrival == Arrival::changed && same_but_for_the_clock(store, checkins[i]));
    if (!known) throw key_brought_something_else(key, checkin_name(checkins[i].id));
  }
  return report::Outcome::same;
}

/// The red flag questions, where what was just stored calls for them.
void ask_for_screen(Invocation& call, Store& store, const Owner& owner,
                    const std::vector<CheckIn>& checkins, const History& history) {
  if (std::none_of(checkins.begin(), checkins.end(), calls_for_screen)) return;
  if (!can_ask(call) || call.globals.json) {
    hint(call, "A few questions belong to this: hinge screen");
    return;
  }
  try {
    const Screen screen = ask_red_flags(call, history.screens);
    Owner stored_owner = owner;
    stored_owner.is_new = false;
    store_screen(call, store, stored_owner, screen);
  } catch (const Left&) {
    say(call.context, "The check-in is stored; the questions can wait: hinge screen");
  }
}

void refuse_options_without_nature(const Invocation& call) {
  for (const OptionSpec& option : call.command.options) {
    if (call.arguments.operands().empty() && call.arguments.has(option.name)) {
      throw usage(fmt::format("feel needs what it felt like with --{}", option.name),
                  "for example: hinge feel ache=3 --lasted 48h");
    }
  }
}

int run_feel(Invocation& call) {
  refuse_options_without_nature(call);
  const std::string key = read_record_key(call.arguments);
  CheckIn shared = read_shared(call);
  std::vector<CheckIn> checkins = read_checkins(call, shared);

  Store store = open_or_create(call);
  const std::vector<Lifter> lifters = store.lifters();
  const Owner owner = whose_new_record(call, lifters);
  const History history =
      owner.is_new ? History{} : store.history(owner.lifter.id, window_start(call.now.date));
  // Noted now is after the session that was logged before, wherever the clock went since.
  shared.when = now_by(history, call, shared.when);
  for (CheckIn& checkin : checkins) checkin.when = shared.when;
  if (checkins.empty()) checkins.push_back(interview(call, shared, history.sessions));
  const auto session = session_meant(call.arguments, store, owner.lifter.id);
  for (CheckIn& checkin : checkins) {
    checkin.session = session;
    refuse_lasted_too_long(checkin, history.sessions);
  }

  const auto outcome = store_checkins(call, store, owner, checkins, key);
  const report::NotedCheckIns noted{owner.lifter.id, checkins, history.sessions, outcome,
                                    has_several(lifters)};
  const report::Style style = style_of(call);
  std::string text = report::text(noted, call.now.date, style);
  if (call.stored) text += welcome_of(owner, style);
  if (!training_day_of(checkins.front(), history.sessions)) {
    text += report::paragraph("session", "No session to go with it yet; it is kept all the same.",
                              style);
  }
  confirm(call, text, [&] { return report::json(noted); });
  if (call.stored) ask_for_screen(call, store, owner, checkins, history);
  return 0;
}

constexpr std::array options = {
    OptionSpec{"lasted", 0, "DUR", "from the session until it was gone: 90m, 48h, 3d"},
    OptionSpec{"ongoing", 0, "", "it is still there (so it is without --lasted)"},
    OptionSpec{"limits", 0, "0-3",
               "0 no, 1 a little, 2 changed or skipped something, 3 could not do normal things"},
    OptionSpec{"now", 0, "N", "how strong it is now, 0 to 10"},
    OptionSpec{"baseline", 0, "N", "the pain that was there before the session (0)"},
    OptionSpec{"where", 0, "SITE", "the place", site_words},
    OptionSpec{"side", 0, "SIDE", "the side", side_words},
    OptionSpec{"onset", 0, "WHEN", "when it began", onset_words},
    OptionSpec{"worse-with", 0, "TEXT", "what makes it worse", {}, Times::repeatable},
    OptionSpec{"eases-with", 0, "TEXT", "what eases it", {}, Times::repeatable},
    OptionSpec{"twinge", 0, "", "sharp, 2/10 at most, gone before the next set"},
    OptionSpec{"unrelated", 0, "", "it was not the deadlift (moved house, ...)"},
    OptionSpec{"session", 0, "ID", "the session it is about (the latest before it)"},
    OptionSpec{"on", 0, "WHEN", "when it felt so: yesterday, fri, 2026-11-20T18:30"},
    OptionSpec{"note", 0, "TEXT", "a note to keep with it"},
    OptionSpec{"id", 0, "KEY", "a key of your own: reporting it again changes nothing"},
};

constexpr std::array examples = {
    Example{"hinge feel soreness=5", "Soreness of 5 out of 10 that is still there."},
    Example{"hinge feel ache=3 --lasted 48h --where low-back", "A pain that went after two days."},
    Example{"hinge feel none", "All is well: that is worth a check-in too."},
    Example{"hinge feel", "Asks, question by question."},
};

}  // namespace

constexpr CommandSpec feel_command{
    "feel",
    "checkin",
    "record how your back felt",
    "[NATURE[=PEAK]]... [--lasted DUR | --ongoing] [--limits 0-3] [--now N] [--baseline N] "
    "[--where SITE] [--side SIDE] [--onset WHEN] [--worse-with TEXT] [--eases-with TEXT] "
    "[--twinge] [--unrelated] [--session ID] [--on WHEN] [--note TEXT] [--id KEY]",
    "NATURE is none; pump, fatigue, tight; soreness, stiff; ache; sharp, stabbing, catching; "
    "shooting, tingling, numb or weak. PEAK is 0 to 10, from soreness on.\n"
    "Without arguments, at a terminal, hinge asks.",
    options,
    examples,
    -1,
    run_feel};

}  // namespace hinge::cli
