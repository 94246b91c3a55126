#include <fmt/core.h>

#include <algorithm>

#include "domain/text.hpp"
#include "report/layout.hpp"
#include "report/record_facts.hpp"
#include "report/records.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

/// "s41 logged  ", wide enough for what stands below it to line up.
std::string head_of(std::string_view name, std::string_view done) {
  return padded(fmt::format("{} {}", name, done), 10) + "  ";
}

Fact undo_fact(const Style& style) {
  const std::string undo = style.hinge + " undo";
  return {"undo", undo, "undo: " + undo};
}

Fact aside(std::string label, std::string value) {
  std::string shown = "(" + value + ")";
  return {std::move(label), std::move(value), std::move(shown)};
}

bool has_outlier(const std::vector<Set>& sets) {
  return std::any_of(sets.begin(), sets.end(),
                     [](const Set& set) { return set.kind == SetKind::outlier; });
}

std::vector<Fact> session_facts(const Session& session, const std::vector<Set>& sets, Date today) {
  std::vector<Fact> facts = {{"day", day(session.when.date, today), {}}};
  if (const std::string lift = lift_words(session.lift); !lift.empty()) {
    facts.push_back({"lift", escaped_for_terminal(lift), {}});
  }
  facts.push_back({"sets", words(sets), {}});
  if (const std::size_t warmups = warmups_in(sets); warmups > 0) {
    facts.push_back(
        {"warm-ups", std::to_string(warmups), fmt::format("(+{})", count_of(warmups, "warm-up"))});
  }
  if (session.light) facts.push_back(aside("kind", "light"));
  if (has_outlier(sets)) facts.push_back(aside("outlier", "far off the usual: not used"));
  return facts;
}

std::vector<Fact> checkin_facts(const CheckIn& checkin, const SessionsByDay& sessions, Date today) {
  std::vector<Fact> facts = {{"day", day(checkin.when.date, today), {}},
                             {"felt", words(checkin), {}}};
  if (const std::string session = sessions.name_for(checkin); !session.empty()) {
    facts.push_back(aside("session", session));
  }
  return facts;
}

std::vector<Fact> screen_facts(const Screen& screen, Date today) {
  return {{"day", day(screen.when.date, today), {}}, {"answers", answers(screen), {}}};
}

/// The head of what a command stored, and of what it didn't.
Fact stored_head(std::string_view kind, std::string_view name, std::string_view done,
                 Outcome outcome) {
  if (outcome == Outcome::dry_run) {
    return {"not stored", std::string{kind}, head_of("not", "stored")};
  }
  return {std::string{kind}, std::string{name}, head_of(name, done)};
}

std::string nothing_changed(std::string_view kind, std::string_view name, const Style& style) {
  Page page{style};
  page.record({std::string{kind}, std::string{name}, head_of(name, "kept")},
              {{"changed", "nothing changed (already logged)", {}}});
  return page.str();
}

/// Whose record it is, before all else, where that has to be said.
std::vector<Fact> named(bool name_lifter, const std::string& lifter, std::vector<Fact> facts) {
  if (name_lifter) {
    facts.insert(facts.begin(), {"lifter", escaped_for_terminal(lifter), {}});
  }
  return facts;
}

std::string merged_text(const LoggedSession& logged, Date today, const Style& style) {
  const Session& session = logged.session;
  const auto added = static_cast<std::ptrdiff_t>(logged.sets_added);
  std::vector<Fact> facts =
      named(logged.name_lifter, logged.lifter,
            session_facts(session, {session.sets.end() - added, session.sets.end()}, today));
  facts.push_back(aside("now", "now " + count_of(session.sets.size(), "set")));
  const std::string name = session_name(session.id);
  const std::string head = "added to " + name + "  ";
  Page page{style};
  page.record({"added to", name, head}, facts);
  page.record({{}, {}, std::string(columns(head), ' ')}, {undo_fact(style)});
  return page.str();
}

void put_set_lines(Page& page, const Session& session, std::size_t indent) {
  int number = 0;
  for (const Set& set : session.sets) {
    page.record({{}, {}, std::string(indent, ' ')},
                {{fmt::format("set {}", ++number), set_words(set), {}}});
  }
}

}  // namespace

std::string text(const LoggedSession& logged, Date today, const Style& style) {
  const Session& session = logged.session;
  const std::string name = session_name(session.id);
  if (logged.outcome == Outcome::same) return nothing_changed("session", name, style);
  if (logged.outcome == Outcome::merged) return merged_text(logged, today, style);
  const Fact head = stored_head("session", name, "logged", logged.outcome);
  Page page{style};
  page.record(
      head, named(logged.name_lifter, logged.lifter, session_facts(session, session.sets, today)));
  if (logged.outcome == Outcome::added) {
    page.record({{}, {}, std::string(columns(head.in_line()), ' ')}, {undo_fact(style)});
  }
  return page.str();
}

std::string text(const NotedCheckIns& noted, Date today, const Style& style) {
  const SessionsByDay sessions{noted.sessions};
  Page page{style};
  std::string out;
  for (const CheckIn& checkin : noted.checkins) {
    const std::string name = checkin_name(checkin.id);
    if (noted.outcome == Outcome::same) {
      out += nothing_changed("check-in", name, style);
      continue;
    }
    const Fact head = stored_head("check-in", name, "noted", noted.outcome);
    page.record(head,
                named(noted.name_lifter, noted.lifter, checkin_facts(checkin, sessions, today)));
    if (const std::string taken = taken_as(checkin); !taken.empty()) {
      page.record({{}, {}, std::string(columns(head.in_line()), ' ')}, {{"counted", taken, {}}});
    }
  }
  const bool is_weak = std::any_of(noted.checkins.begin(), noted.checkins.end(),
                                   [](const CheckIn& each) { return each.nature == Nature::weak; });
  if (is_weak && noted.outcome != Outcome::same) {
    page.sentence("weak", "Where less strength in a leg is new, please call a doctor today.");
  }
  return out + page.str();
}

std::string text(const StoredScreen& stored, Date today, const Style& style) {
  const std::string name = screen_name(stored.screen.id);
  if (stored.outcome == Outcome::same) return nothing_changed("screen", name, style);
  Page page{style};
  page.record(stored_head("screen", name, "noted", stored.outcome),
              named(stored.name_lifter, stored.lifter, screen_facts(stored.screen, today)));
  return page.str();
}

std::string text(const ShownRecord& shown, Date today, const Style& style) {
  Page page{style};
  const std::string lifter = escaped_for_terminal(shown.lifter);
  const auto head = [&](const std::string& name, const std::string& kind) {
    page.record({kind, name, name + "  "}, {{"lifter", lifter, kind + " of " + lifter}},
                Tone::strong);
  };
  const auto list = [&](const std::string& name, std::vector<Fact> facts) {
    if (shown.deleted)
      facts.insert(facts.begin(), {"deleted", "yes; bring it back: hinge undo " + name, {}});
    page.list(facts);
  };
  if (const auto* session = std::get_if<Session>(&shown.what)) {
    head(session_name(session->id), "session");
    list(session_name(session->id), in_full(*session, today));
  } else if (const auto* checkin = std::get_if<CheckIn>(&shown.what)) {
    head(checkin_name(checkin->id), "check-in");
    list(checkin_name(checkin->id), in_full(*checkin, SessionsByDay{shown.sessions}, today));
  } else {
    const Screen& screen = std::get<Screen>(shown.what);
    head(screen_name(screen.id), "screen");
    list(screen_name(screen.id), in_full(screen, today));
  }
  return page.str();
}

std::string text(const History& history, const HistorySelection& selection, Date today,
                 const Style& style) {
  const std::vector<Item> items = selected(history, selection);
  Page page{style};
  if (items.empty()) {
    page.statement("records", "Nothing logged in these days.");
    return page.str();
  }
  const SessionsByDay by_day{history.sessions};
  std::size_t widest = 0;
  for (const Item& item : items) widest = std::max(widest, item.name.size());
  for (const Item& item : items) {
    const std::string head = padded(item.name, widest) + "  ";
    if (item.session != nullptr) {
      page.record({"session", item.name, head},
                  session_facts(*item.session, item.session->sets, today));
      if (selection.sets) put_set_lines(page, *item.session, widest + 2);
    } else if (item.checkin != nullptr) {
      page.record({"check-in", item.name, head}, checkin_facts(*item.checkin, by_day, today));
    } else {
      page.record({"screen", item.name, head}, screen_facts(*item.screen, today));
    }
  }
  return page.str();
}

}  // namespace hinge::report
