#include "cli/whose_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/ask.hpp"
#include "cli/config.hpp"
#include "cli/open_store.hpp"
#include "domain/did_you_mean.hpp"

namespace hinge::cli {
namespace {

std::vector<std::string_view> ids_of(const std::vector<Lifter>& lifters) {
  std::vector<std::string_view> ids;
  ids.reserve(lifters.size());
  for (const Lifter& lifter : lifters) ids.emplace_back(lifter.id);
  return ids;
}

std::vector<Lifter> active_among(const std::vector<Lifter>& lifters) {
  std::vector<Lifter> active;
  std::copy_if(lifters.begin(), lifters.end(), std::back_inserter(active),
               [](const Lifter& lifter) { return !lifter.archived; });
  return active;
}

/// The lifter that the command line, the environment or the config names.
std::optional<std::string> named_lifter(const Invocation& call) {
  if (call.globals.lifter) return call.globals.lifter;
  return read_config(call.context.environment).lifter;
}

/// The lifter of that name; where it was not typed, the error says where it comes from.
Lifter lifter_meant_by(const Invocation& call, const std::vector<Lifter>& lifters,
                       const std::string& name) {
  const auto is_meant = [&name](const Lifter& lifter) { return lifter.id == name; };
  const bool from_config = !call.globals.lifter;
  if (!from_config || std::any_of(lifters.begin(), lifters.end(), is_meant)) {
    return lifter_named(lifters, name);
  }
  throw Error(ErrorKind::not_found,
              fmt::format("there is no lifter '{}', whom the config names", name),
              "take it out: hinge config unset lifter");
}

Error several_lifters(const std::vector<Lifter>& active) {
  return {ErrorKind::usage, "this log has several lifters",
          fmt::format("say whose: -l {}; always the same: hinge config set lifter {}",
                      any_of(ids_of(active)), active.front().id)};
}

/// Those of `known` that go by one of the names.
KnownLifters named_lifters(Invocation& call, KnownLifters known,
                           const std::vector<std::string>& names) {
  std::map<std::string, Lifter, std::less<>> meant;
  std::vector<Error> missing;
  for (const std::string& name : names) {
    try {
      meant.emplace(name, lifter_named(known.lifters, name));
    } catch (const Error& error) {
      missing.push_back(error);
    }
  }
  if (meant.empty()) throw Error(missing.front());
  for (const Error& error : missing) {
    known.code = std::max(known.code, report_failure(error, call.globals.json, call.context));
  }
  known.lifters.clear();
  known.lifters.reserve(meant.size());
  for (auto& [id, lifter] : meant) known.lifters.push_back(std::move(lifter));
  return known;
}

Unit ask_unit(Context& context) {
  const auto unit =
      ask_for_one_of(context, "Do you load the bar in kg or lb? (q leaves)", {"kg", "lb"}, false);
  return *unit == "lb" ? Unit::lb : Unit::kg;
}

}  // namespace

Lifter lifter_named(const std::vector<Lifter>& lifters, std::string_view id) {
  const auto found = std::find_if(lifters.begin(), lifters.end(),
                                  [id](const Lifter& lifter) { return lifter.id == id; });
  if (found != lifters.end()) return *found;
  const std::string message = fmt::format("there is no lifter '{}'", id);
  for (const Lifter& lifter : lifters) {
    if (lifter.name != id) continue;
    throw Error(ErrorKind::not_found, message, fmt::format("did you mean {}?", lifter.id));
  }
  throw Error(
      ErrorKind::not_found, message,
      did_you_mean_or(id, ids_of(lifters),
                      fmt::format("add one: hinge lifter add {}", is_lifter_id(id) ? id : "NAME")));
}

Lifter whose_log(const Invocation& call, const std::vector<Lifter>& lifters) {
  if (const auto name = named_lifter(call)) return lifter_meant_by(call, lifters, *name);
  const auto active = active_among(lifters);
  if (active.size() > 1) throw several_lifters(active);
  if (active.size() == 1) return active.front();
  if (lifters.empty()) throw nothing_logged_yet(call);
  throw Error(ErrorKind::usage, "every lifter of this log is archived",
              fmt::format("say whose: -l {}", any_of(ids_of(lifters))));
}

KnownLifters known_lifters(Invocation& call, const Store& store, bool everybody) {
  if (!everybody) return {store.lifters()};
  KnownLifters known;
  known.lifters = store.lifters([&](std::string_view id, const Error& error) {
    known.damaged.emplace_back(id);
    known.code = std::max(known.code, report_failure(error, call.globals.json, call.context));
  });
  return known;
}

KnownLifters whose_logs(Invocation& call, KnownLifters known, bool everybody) {
  const auto names = call.arguments.values(lifters_option.name);
  if (everybody && !names.empty()) {
    throw Error(ErrorKind::usage, "--all and -l contradict each other", "leave out one of them");
  }
  if (everybody) {
    std::erase_if(known.lifters, [](const Lifter& lifter) { return lifter.archived; });
  } else if (names.empty()) {
    known.lifters = {whose_log(call, known.lifters)};
  } else {
    known = named_lifters(call, std::move(known), names);
  }
  return known;
}

std::vector<Lifter> lifters_to_choose_from(const Invocation& call, const Store& store) {
  constexpr int more_than_one = 2;
  std::vector<Lifter> some = store.active_lifters(more_than_one);
  const auto name = named_lifter(call);
  if (!name) return some.size() == 1 ? some : store.lifters();
  auto named = store.lifter(*name);
  if (!named) return store.lifters();
  std::erase_if(some, [&name](const Lifter& lifter) { return lifter.id == *name; });
  some.push_back(*std::move(named));
  return some;
}

bool has_several(const std::vector<Lifter>& lifters) { return active_among(lifters).size() > 1; }

Owner whose_new_record(Invocation& call, const std::vector<Lifter>& lifters,
                       std::optional<Unit> unit) {
  const auto name = named_lifter(call);
  if (!lifters.empty() || (name && *name != "me")) {
    return {name ? lifter_meant_by(call, lifters, *name) : whose_log(call, lifters)};
  }
  Owner owner;
  owner.is_new = true;
  owner.asked = !unit && can_ask(call);
  if (owner.asked) {
    say(call.context, "This begins a new log.");
    unit = ask_unit(call.context);
  }
  owner.lifter.loading = Loading::standard(unit.value_or(Unit::kg));
  return owner;
}

void put_if_new(Store::Writing& writing, const Owner& owner) {
  if (!owner.is_new) return;
  if (const auto begun = writing.lifter(owner.lifter.id)) {
    // Somebody else began the log meanwhile; what was read goes for it, where the bar is the same.
    if (*begun == owner.lifter) return;
    throw Error(ErrorKind::busy, "somebody else has just begun this log; nothing was stored",
                "try again");
  }
  writing.put(owner.lifter);
}

std::string welcome_of(const Owner& owner, const report::Style& style) {
  if (owner.lifter.archived) {
    return report::paragraph(
        "archived",
        fmt::format("{0} is archived, and status --all leaves them out. Back: {1} lifter archive "
                    "{0} --restore",
                    owner.lifter.id, style.hinge),
        style);
  }
  if (!owner.is_new) return {};
  const Loading& loading = owner.lifter.loading;
  return report::paragraph(
      "new log",
      fmt::format("New log for {}: loads in {}, bar {}, step {}. Change it: {} lifter set {}",
                  owner.lifter.id, to_string(loading.unit), number_in(loading.unit, loading.bar),
                  number_in(loading.unit, loading.step), style.hinge, owner.lifter.id),
      style);
}

}  // namespace hinge::cli
