#include "cli/complete_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "cli/config.hpp"
#include "cli/nature_word.hpp"
#include "cli/open_store.hpp"
#include "cli/whose_log.hpp"
#include "domain/lifts.hpp"
#include "domain/notation.hpp"
#include "hinge/log_file.hpp"
#include "hinge/policy.hpp"
#include "report/corrections.hpp"
#include "report/learn.hpp"
#include "report/records.hpp"
#include "report/words.hpp"

namespace hinge::cli {
namespace {

using Candidates = std::vector<Candidate>;

/// What is offered comes from the latest weeks: a list longer than a screen helps nobody.
constexpr std::chrono::days recent{90};
constexpr std::size_t most_records = 30;

void offer_lifts(Invocation&, Completion& completion) {
  for (const Lift& lift : all_lifts()) {
    completion.candidates.push_back({std::string(lift.id), std::string(lift.label)});
  }
}

void offer_lifters(Invocation& call, Completion& completion) {
  for (const Lifter& lifter : open_existing(call, Access::read).lifters()) {
    completion.candidates.push_back({lifter.id, lifter.archived ? "archived" : lifter.name});
  }
}

/// Built-in ones, those of the lifter's own, and files.
void offer_policies(Invocation&, Completion& completion) {
  for (const Policy& policy : built_in_policies()) {
    completion.candidates.push_back({policy.name, "built in"});
  }
  completion.files = true;
}

History recent_history(const Invocation& call) {
  const Store store = open_existing(call, Access::read);
  const Lifter lifter = whose_log(call, store.lifters());
  return store.history(lifter.id, call.now.date - recent);
}

/// A record with its day, to be sorted by it.
struct Dated {
  Date date;
  Candidate candidate;
};

/// The latest first.
void put_latest(std::vector<Dated> records, Completion& completion) {
  std::stable_sort(records.begin(), records.end(),
                   [](const Dated& a, const Dated& b) { return a.date > b.date; });
  if (records.size() > most_records) records.resize(most_records);
  for (Dated& each : records) completion.candidates.push_back(std::move(each.candidate));
}

std::vector<Dated> sessions_in(const Invocation& call, const History& history) {
  std::vector<Dated> records;
  for (const Session& session : history.sessions) {
    records.push_back({session.when.date,
                       {session_name(session.id), report::day(session.when.date, call.now.date) +
                                                      "  " + report::words(session.sets)}});
  }
  return records;
}

void offer_sessions(Invocation& call, Completion& completion) {
  put_latest(sessions_in(call, recent_history(call)), completion);
}

void offer_records(Invocation& call, Completion& completion) {
  const History history = recent_history(call);
  std::vector<Dated> records = sessions_in(call, history);
  for (const CheckIn& checkin : history.checkins) {
    records.push_back({checkin.when.date,
                       {checkin_name(checkin.id), report::day(checkin.when.date, call.now.date) +
                                                      "  " + report::words(checkin)}});
  }
  for (const Screen& screen : history.screens) {
    records.push_back({screen.when.date,
                       {report::screen_name(screen.id),
                        report::day(screen.when.date, call.now.date) + "  red flag questions"}});
  }
  put_latest(std::move(records), completion);
}

/// What was deleted lately.
void offer_deleted(Invocation& call, Completion& completion) {
  constexpr int latest_commands = 20;
  const Store store = open_existing(call, Access::read);
  std::set<std::string> offered;
  for (const ChangeSummary& command : store.changes(latest_commands)) {
    for (const RecordChange& change : store.changed_by(command.id)) {
      if (change.after || !store.find_removed(change.record)) continue;
      if (!offered.insert(change.record).second) continue;
      completion.candidates.push_back({change.record, report::words(change, call.now.date)});
    }
  }
}

/// A group each of the session logged last, to be typed again or changed.
void offer_groups(Invocation& call, Completion& completion) {
  const History history = recent_history(call);
  if (history.sessions.empty()) return;
  const auto latest = std::max_element(
      history.sessions.begin(), history.sessions.end(),
      [](const Session& a, const Session& b) { return a.when.date < b.when.date; });
  std::istringstream groups{write_sets(latest->sets)};
  for (std::string group; groups >> group;) {
    completion.candidates.push_back(
        {group, "as on " + report::day(latest->when.date, call.now.date)});
  }
}

void offer_natures(Invocation&, Completion& completion) {
  for (const std::string_view word : nature_words()) {
    const bool with_peak = symptom_of(*parse_nature(word)) >= Symptom::soreness;
    completion.candidates.push_back({std::string(word) + (with_peak ? "=" : ""),
                                     with_peak ? "and how strong at its peak, 0 to 10" : ""});
  }
}

void offer_days(Invocation& call, Completion& completion) {
  const auto put = [&](std::string word, Date date) {
    completion.candidates.push_back({std::move(word), report::day(date, call.now.date)});
  };
  put("today", call.now.date);
  put("yesterday", call.now.date - std::chrono::days{1});
  constexpr std::array<std::string_view, 7> names = {"sun", "mon", "tue", "wed",
                                                     "thu", "fri", "sat"};
  for (int ago = 2; ago < 7; ++ago) {
    const Date date = call.now.date - std::chrono::days{ago};
    put(std::string(names.at(std::chrono::weekday{date}.c_encoding())), date);
  }
}

void offer_days_ahead(Invocation& call, Completion& completion) {
  const Date tomorrow = call.now.date + std::chrono::days{1};
  completion.candidates.push_back({"today", report::day(call.now.date, call.now.date)});
  completion.candidates.push_back({"tomorrow", report::day(tomorrow, call.now.date)});
  for (int ahead = 2; ahead < 7; ++ahead) {
    const Date date = call.now.date + std::chrono::days{ahead};
    completion.candidates.push_back({iso_date(date), report::day(date, call.now.date)});
  }
}

void offer_weeks(Invocation& call, Completion& completion) {
  completion.candidates.push_back({"this", to_string(iso_week(call.now.date))});
  completion.candidates.push_back(
      {"last", to_string(iso_week(call.now.date - std::chrono::days{7}))});
  for (int ago = 2; ago < 6; ++ago) {
    completion.candidates.push_back(
        {to_string(iso_week(call.now.date - std::chrono::days{7 * ago})),
         fmt::format("{} weeks ago", ago)});
  }
}

void offer_spans(Invocation&, Completion& completion) {
  completion.candidates = {
      {"4w", "four weeks"}, {"8w", "eight weeks"}, {"12w", "twelve weeks"}, {"30d", "thirty days"}};
}

void offer_durations(Invocation&, Completion& completion) {
  completion.candidates = {{"2h", "two hours"},
                           {"12h", "gone next morning"},
                           {"24h", "a day"},
                           {"48h", "two days"},
                           {"3d", "three days"}};
}

void offer_limits(Invocation&, Completion& completion) {
  for (int limits = 0; limits <= 3; ++limits) {
    completion.candidates.push_back(
        {std::to_string(limits), std::string(report::limits_words(limits))});
  }
}

void offer_flags(Invocation&, Completion& completion) {
  for (const RedFlag flag : all_red_flags) {
    completion.candidates.push_back(
        {std::string(to_string(flag)), is_emergency(flag) ? "emergency" : "urgent"});
  }
}

void offer_topics(Invocation&, Completion& completion) {
  for (const report::Topic& topic : report::topics()) {
    completion.candidates.push_back({topic.name, topic.title});
  }
}

void offer_commands(Invocation&, Completion& completion) {
  for (const CommandSpec* each : all_commands()) {
    if (!each->hidden) {
      completion.candidates.push_back({std::string(each->name), std::string(each->summary)});
    }
  }
  completion.candidates.push_back({"exit-codes", "what a command ends with"});
}

void offer_shells(Invocation&, Completion& completion) {
  completion.candidates = {{"bash", ""}, {"zsh", ""}, {"fish", ""}};
}

void offer_measures(Invocation&, Completion& completion) {
  completion.candidates = {{"load", "the working load"},
                           {"e1rm", "the estimated single"},
                           {"volume", "load times reps"},
                           {"pain", "how the back felt"}};
}

void offer_settings(Invocation&, Completion& completion) {
  for (const std::string_view key : config_keys)
    completion.candidates.push_back({std::string(key), ""});
}

void offer_tables(Invocation&, Completion& completion) {
  completion.candidates = {{"sessions", "a row a session"},
                           {"sets", "a row a set"},
                           {"feel", "a row a check-in"},
                           {"weeks", "a row a week"},
                           {"all", "everything, for import to read back"}};
}

void offer_files(Invocation&, Completion& completion) { completion.files = true; }

/// The latest first; others may lie anywhere.
void offer_backups(Invocation& call, Completion& completion) {
  const auto log = database_path(call.globals, call.context.environment);
  auto backups = backups_of(log, backup_folder(log));
  std::reverse(backups.begin(), backups.end());
  for (const BackupFile& each : backups) {
    completion.candidates.push_back(
        {each.path.filename().string(), report::day(each.made.date, call.now.date)});
  }
  completion.files = true;
}

/// Which record, and then what it may say.
void offer_corrections(Invocation& call, Completion& completion) {
  const auto& operands = call.arguments.operands();
  if (operands.empty()) {
    completion.candidates.push_back({"last", "what was logged or noted last"});
    offer_records(call, completion);
  } else if (operands.front().front() == 's') {
    offer_groups(call, completion);
  } else if (operands.front().front() == 'f') {
    offer_natures(call, completion);
  }
}

/// What is offered, by the name of an option or a command.
struct Offer {
  std::string_view name;
  void (*put)(Invocation&, Completion&);
};

constexpr std::array option_offers = {
    Offer{"lift", offer_lifts},       Offer{"lifter", offer_lifters},
    Offer{"policy", offer_policies},  Offer{"session", offer_sessions},
    Offer{"on", offer_days},          Offer{"since", offer_days},
    Offer{"until", offer_days},       Offer{"for", offer_days_ahead},
    Offer{"week", offer_weeks},       Offer{"last", offer_spans},
    Offer{"lasted", offer_durations}, Offer{"limits", offer_limits},
    Offer{"yes", offer_flags},        Offer{"db", offer_files},
    Offer{"output", offer_files},     Offer{"to-lifter", offer_lifters},
};

constexpr std::array operand_offers = {
    Offer{"log", offer_groups},
    Offer{"feel", offer_natures},
    Offer{"chart", offer_measures},
    Offer{"show", offer_records},
    Offer{"edit", offer_corrections},
    Offer{"delete", offer_records},
    Offer{"undo", offer_deleted},
    Offer{"purge", offer_records},
    Offer{"import", offer_files},
    Offer{"export", offer_tables},
    Offer{"backup", offer_files},
    Offer{"restore", offer_backups},
    Offer{"config get", offer_settings},
    Offer{"config set", offer_settings},
    Offer{"config unset", offer_settings},
    Offer{"learn", offer_topics},
    Offer{"help", offer_commands},
    Offer{"completions", offer_shells},
    Offer{"lifter show", offer_lifters},
    Offer{"lifter set", offer_lifters},
    Offer{"lifter archive", offer_lifters},
    Offer{"lifter delete", offer_lifters},
    Offer{"policy show", offer_policies},
    Offer{"policy set", offer_policies},
    Offer{"policy check", offer_policies},
};

const Offer* offer_named(std::span<const Offer> offers, std::string_view name) {
  const auto found = std::find_if(offers.begin(), offers.end(),
                                  [name](const Offer& each) { return each.name == name; });
  return found == offers.end() ? nullptr : &*found;
}

}  // namespace

bool is_value_known(const OptionSpec& option) {
  return !option.choices.empty() || offer_named(option_offers, option.name) != nullptr;
}

bool are_operands_known(const CommandSpec& command) {
  return offer_named(operand_offers, command.name) != nullptr;
}

Completion values_of(Invocation& call, const OptionSpec& option) {
  Completion completion;
  for (const std::string_view choice : option.choices) {
    completion.candidates.push_back({std::string(choice), ""});
  }
  const Offer* offer = option.choices.empty() ? offer_named(option_offers, option.name) : nullptr;
  if (offer != nullptr) offer->put(call, completion);
  return completion;
}

Completion operands_of(Invocation& call, const CommandSpec& command,
                       const std::vector<std::string>& typed) {
  Completion completion;
  const auto most = static_cast<std::size_t>(std::max(command.most_operands, 0));
  if (command.most_operands >= 0 && typed.size() >= most) return completion;
  if (const Offer* offer = offer_named(operand_offers, command.name)) offer->put(call, completion);
  auto& candidates = completion.candidates;
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [&typed](const Candidate& each) {
                                    return std::count(typed.begin(), typed.end(), each.word) > 0;
                                  }),
                   candidates.end());
  return completion;
}

}  // namespace hinge::cli
