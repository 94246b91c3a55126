#include "cli/import_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <istream>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/days.hpp"
#include "cli/input_file.hpp"
#include "cli/open_store.hpp"
#include "exchange/log_json.hpp"

namespace hinge::cli {
namespace {

using exchange::LoggedLifter;

std::vector<LoggedLifter> read(const std::string& name, std::string_view text) {
  try {
    return exchange::read_log(text);
  } catch (const Error& error) {
    throw Error(error.kind(),
                fmt::format("{}: {}", name == "-" ? "standard input" : name, error.what()),
                error.hint());
  }
}

/// What makes two records of one kind, day and lifter the same, whatever is in them.
std::string subject_of(const Session& session) { return session.lift; }
std::string subject_of(const CheckIn& checkin) { return std::string(to_string(checkin.nature)); }
std::string subject_of(const Screen& screen) { return screen.cleared_by ? "cleared" : "asked"; }

template <class What>
bool says_the_same(What a, What b) {
  a.id = b.id = 0;
  return a == b;
}

/// The records of one kind that the log held before; each stands for one of the file.
template <class What>
class HeldBefore {
 public:
  explicit HeldBefore(const std::vector<What>& records) {
    for (const What& record : records) by_day_.emplace(record.when.date, record);
  }

  /// The id of the one that says the same, or else is the same record, changed since.
  [[nodiscard]] std::optional<std::int64_t> take_one_like(const What& record) {
    const auto [first, last] = by_day_.equal_range(record.when.date);
    const auto take = [this, end = last](auto found) -> std::optional<std::int64_t> {
      if (found == end) return std::nullopt;
      const std::int64_t id = found->second.id;
      by_day_.erase(found);
      return id;
    };
    if (const auto id = take(std::find_if(first, last, [&record](const auto& held) {
          return says_the_same(held.second, record);
        }))) {
      return id;
    }
    return take(std::find_if(first, last, [&record](const auto& held) {
      return held.second.id == record.id && subject_of(held.second) == subject_of(record);
    }));
  }

 private:
  std::multimap<Date, What> by_day_;
};

/// One lifter of the file on the way into the log.
struct Joining {
  const LoggedLifter* logged;
  HeldBefore<Session> sessions;
  HeldBefore<CheckIn> checkins;
  HeldBefore<Screen> screens;
  report::ImportSummary summary;
  std::size_t others_added = 0;  ///< screens and choices of a policy
};

class LogImport {
 public:
  LogImport(Store::Writing& writing, const std::vector<LoggedLifter>& lifters,
            const report::ImportSummary& summary)
      : writing_(writing) {
    for (const LoggedLifter& lifter : lifters) join(lifter, summary);
  }

  void run() {
    // All of a kind by their ids: only then is each still free when its turn comes.
    add_all<Session>(&History::sessions, &Joining::sessions);
    add_all<CheckIn>(&History::checkins, &Joining::checkins);
    add_all<Screen>(&History::screens, &Joining::screens);
    for (const Joining& joining : joining_) note_keys(joining);
  }

  [[nodiscard]] const std::vector<Joining>& joining() const { return joining_; }

 private:
  void join(const LoggedLifter& logged, report::ImportSummary summary) {
    const Lifter& lifter = logged.history.lifter;
    const bool is_new = !writing_.lifter(lifter.id);
    if (is_new) writing_.put(lifter);
    const History held = writing_.history(lifter.id, first_day);
    summary.lifter = lifter.id;
    joining_.push_back({&logged, HeldBefore<Session>(held.sessions),
                        HeldBefore<CheckIn>(held.checkins), HeldBefore<Screen>(held.screens),
                        std::move(summary)});
    Joining& joining = joining_.back();
    joining.others_added = is_new ? 1 : 0;
    if (writing_.policies(lifter.id).empty()) add_policies(joining);
  }

  void add_policies(Joining& joining) {
    for (const PolicyVersion& choice : joining.logged->policies) {
      (void)writing_.add_policy(joining.summary.lifter, choice.lift, choice.policy, choice.version);
      ++joining.others_added;
    }
  }

  template <class What>
  void add_all(std::vector<What> History::*records, HeldBefore<What> Joining::*held) {
    std::vector<std::pair<const What*, Joining*>> in_order;
    for (Joining& joining : joining_) {
      for (const What& record : joining.logged->history.*records) {
        in_order.emplace_back(&record, &joining);
      }
    }
    std::sort(in_order.begin(), in_order.end(),
              [](const auto& a, const auto& b) { return a.first->id < b.first->id; });
    for (const auto& [record, joining] : in_order) {
      add(with_its_session(*record), *joining, joining->*held);
    }
  }

  static std::string name_of(const Session& session) { return session_name(session.id); }
  static std::string name_of(const CheckIn& checkin) { return checkin_name(checkin.id); }
  static std::string name_of(const Screen& screen) { return "r" + std::to_string(screen.id); }

  template <class What>
  void add(const What& record, Joining& joining, HeldBefore<What>& held) {
    count_read(record, joining.summary);
    const std::string name = name_of(record);
    if (const auto id = held.take_one_like(record)) {
      ++joining.summary.same;
      ids_[name] = *id;
      return;
    }
    writing_.skip_to(name);
    const Arrived arrived = writing_.add(joining.summary.lifter, record,
                                         fmt::format("hinge:{}:{}", joining.summary.lifter, name));
    ids_[name] = arrived.id;
    if (arrived.arrival == Arrival::same) {
      ++joining.summary.same;
    } else if (arrived.arrival == Arrival::added) {
      count_added(record, joining);
    } else {
      What replacing = record;
      replacing.id = arrived.id;
      replace(joining.summary.lifter, replacing);
      ++joining.summary.changed;
    }
  }

  void replace(const std::string& lifter, const Session& session) {
    writing_.replace(lifter, session);
  }
  void replace(const std::string& lifter, const CheckIn& checkin) {
    writing_.replace(lifter, checkin);
  }
  void replace(const std::string& lifter, const Screen& screen) {
    writing_.replace(lifter, screen);
  }

  static void count_read(const Session& session, report::ImportSummary& summary) {
    summary.rows += session.sets.size();
    summary.set_rows += session.sets.size();
  }
  static void count_read(const CheckIn&, report::ImportSummary& summary) { ++summary.rows; }
  static void count_read(const Screen&, report::ImportSummary& summary) { ++summary.rows; }

  static void count_added(const Session& session, Joining& joining) {
    report::ImportSummary& summary = joining.summary;
    ++summary.sessions_added;
    summary.first = std::min(summary.first.value_or(session.when.date), session.when.date);
    summary.last = std::max(summary.last.value_or(session.when.date), session.when.date);
  }
  static void count_added(const CheckIn&, Joining& joining) { ++joining.summary.checkins_added; }
  static void count_added(const Screen&, Joining& joining) { ++joining.others_added; }

  [[nodiscard]] const Session& with_its_session(const Session& session) const { return session; }
  [[nodiscard]] const Screen& with_its_session(const Screen& screen) const { return screen; }
  /// The session may have another id here.
  [[nodiscard]] CheckIn with_its_session(CheckIn checkin) const {
    if (!checkin.session) return checkin;
    const auto here = ids_.find(session_name(*checkin.session));
    checkin.session = here == ids_.end() ? std::nullopt : std::optional{here->second};
    return checkin;
  }

  /// The keys of the file go with what it brought: another app's export adds nothing here that it
  /// would not have added there.
  void note_keys(const Joining& joining) {
    const auto& summary = joining.summary;
    if (summary.sessions_added + summary.checkins_added + joining.others_added == 0) return;
    for (KnownKey key : joining.logged->keys) {
      const auto id = ids_.find(key.record);
      if (id == ids_.end()) continue;
      key.record = key.record.substr(0, 1) + std::to_string(id->second);
      writing_.note_key(summary.lifter, key);
    }
  }

  Store::Writing& writing_;
  std::vector<Joining> joining_;
  std::map<std::string, std::int64_t> ids_;  ///< here, by the name in the file
};

bool has_news(const Joining& joining) {
  const report::ImportSummary& summary = joining.summary;
  return summary.sessions_added + summary.checkins_added + summary.changed + joining.others_added >
         0;
}

std::optional<std::string> json_in(std::istream& in) {
  if (in.peek() != '{') return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

/// A log of one lifter goes to whoever is meant here: most people are `me` in their own. Of
/// several, only the one that -l names, if it does.
std::vector<LoggedLifter> lifters_meant(const Invocation& call, const std::string& name,
                                        std::vector<LoggedLifter> lifters) {
  if (lifters.size() == 1 && call.globals.lifter) {
    lifters.front().history.lifter.id = *call.globals.lifter;
    if (is_lifter_id(*call.globals.lifter)) return lifters;
    throw Error(ErrorKind::usage, fmt::format("'{}' can't be a lifter's id", *call.globals.lifter),
                "take a-z, 0-9 and - (not first), at most 40");
  }
  const auto meant = call.arguments.value("lifter");
  if (!meant) return lifters;
  std::erase_if(
      lifters, [&meant](const LoggedLifter& logged) { return logged.history.lifter.id != *meant; });
  if (!lifters.empty()) return lifters;
  throw Error(ErrorKind::not_found, fmt::format("{} holds no lifter '{}'", name, *meant),
              "leave -l out for all it holds");
}

}  // namespace

std::optional<std::string> json_text_of(Invocation& call, const std::string& name) {
  if (name == "-") return json_in(call.context.in);
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(name, unknown)) return std::nullopt;
  std::ifstream file = input_file(name);
  return json_in(file);
}

int import_log(Invocation& call, const std::string& name, std::string_view text) {
  const std::vector<LoggedLifter> lifters = lifters_meant(call, name, read(name, text));
  if (lifters.empty()) {
    throw Error(ErrorKind::bad_data, name + " holds no lifter",
                "check that it is the whole export");
  }
  report::ImportSummary summary;
  summary.file = name;
  summary.app = "hinge";
  summary.dry_run = call.arguments.has("dry-run");
  Store store = open_or_create(call);
  Store::Writing writing = store.begin("import", timestamp(call));
  LogImport importing(writing, lifters, summary);
  importing.run();
  const auto& joining = importing.joining();
  if (!summary.dry_run && std::any_of(joining.begin(), joining.end(), has_news)) {
    writing.commit();
    call.stored = true;
  }
  for (const Joining& each : joining) {
    confirm(call, report::text(each.summary, call.now.date, style_of(call)),
            [&] { return report::json(each.summary); });
  }
  return 0;
}

}  // namespace hinge::cli
