#include <fmt/core.h>

#include <algorithm>

#include "domain/text.hpp"
#include "report/layout.hpp"
#include "report/sheet_words.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

void put_period(Page& page, const Period& period, Date as_of) {
  page.statement("days", fmt::format("{}; as of {}", period_words(period), full_day(as_of)));
}

void put_title(Page& page, std::string_view title) {
  page.blank();
  page.statement("section", title, Tone::strong);
}

void put_facts(Page& page, std::vector<Fact> facts) {
  for (Fact& fact : facts) {
    fact.label = escaped_for_terminal(fact.label);
    fact.value = escaped_for_terminal(fact.value);
  }
  page.list(facts);
}

/// What was suggested, and whether that was done.
std::string asked(const LiftWords& said) {
  return said.adherence.empty() ? said.suggested : said.suggested + " (" + said.adherence + ")";
}

std::vector<Fact> facts_of(const SheetLift& lift, const Sheet& sheet) {
  const LiftWords said = words(lift, sheet);
  std::vector<Fact> facts = {{"did", said.sets + "; tonnage " + said.tonnage, {}},
                             {"suggested", asked(said), {}}};
  if (!said.rules.empty()) facts.push_back({"rules", said.rules, {}});
  if (!said.referral.empty()) facts.push_back({"referral", said.referral, {}});
  for (const std::string& note : lift.notes) facts.push_back({"note", note, {}});
  return facts;
}

void add_answer(std::vector<Fact>& facts, const std::string& label, const BackAnswer& answer) {
  facts.push_back({label, in_one_line(answer), {}});
  if (!answer.checkin.note.empty()) facts.push_back({"note", answer.checkin.note, {}});
}

/// The back answers for the whole day, under its last lift.
void put_day(Page& page, const SheetDay& day, const Sheet& sheet) {
  for (const SheetLift& lift : day.lifts) {
    const std::string date = day_of(day.date, sheet);
    page.record(
        {"day", date, date + ", " + escaped_for_terminal(lift.exposure.lift)},
        page.plain() ? std::vector<Fact>{{"lift", lift.exposure.lift, {}}} : std::vector<Fact>{},
        Tone::strong);
    std::vector<Fact> facts = facts_of(lift, sheet);
    if (&lift == &day.lifts.back()) {
      for (const BackAnswer& answer : day.answers) add_answer(facts, "back", answer);
      if (!day.checked_in) facts.push_back({"back", "no check-in", {}});
    }
    put_facts(page, std::move(facts));
  }
}

void put_days(Page& page, const Sheet& sheet) {
  put_title(page, "What was done, and how the back answered");
  if (sheet.days.empty()) page.sentence("days", "No session in these days.");
  for (const SheetDay& day : sheet.days) put_day(page, day, sheet);
  if (const std::string missing = missing_checkins(sheet); !missing.empty()) {
    page.sentence("missing", missing, Tone::alert);
  }
}

void put_earlier(Page& page, const Sheet& sheet) {
  if (sheet.earlier.empty()) return;
  put_title(page, "Said in these days about days before");
  std::vector<Fact> facts;
  for (const BackAnswer& answer : sheet.earlier) {
    const Date date = answer.checkin.when.date;
    const std::string about =
        answer.about ? "about " + day_of(*answer.about, sheet) + ": " : std::string{};
    facts.push_back({day_of(date, sheet), about + in_one_line(answer), {}});
    if (!answer.checkin.note.empty()) facts.push_back({"note", answer.checkin.note, {}});
  }
  put_facts(page, std::move(facts));
}

/// Columns beside each other. Where the last of them has no room it stands below the others.
void put_columns(Page& page, const std::vector<ChangeRow>& rows) {
  ChangeRow widest;
  const auto widen = [](std::string& so_far, const std::string& cell) {
    if (columns(cell) > columns(so_far)) so_far = cell;
  };
  for (const ChangeRow& row : rows) {
    widen(widest.label, row.label);
    widen(widest.now, row.now);
    widen(widest.before, row.before);
    widen(widest.start, row.start);
  }
  const std::size_t label = columns(widest.label);
  const std::size_t now = columns(widest.now);
  const std::size_t before = columns(widest.before);
  const bool fits = page.fits(label + now + before + columns(widest.start) + 8);
  for (const ChangeRow& row : rows) {
    page.line("  " + padded(row.label, label) + "  " + padded(row.now, now) + "  " +
                  (fits ? padded(row.before, before) + "  " : ""),
              fits ? row.start : row.before);
  }
  if (fits || widest.start.empty()) return;
  page.blank();
  for (const ChangeRow& row : rows) page.line("  " + padded(row.label, label) + "  ", row.start);
}

void put_changes(Page& page, const Sheet& sheet) {
  std::vector<ChangeRow> rows = change_rows(sheet);
  if (rows.empty()) return;
  put_title(page, "Then and now (in brackets: the change since)");
  rows.insert(rows.begin(), change_head(sheet));
  if (page.plain() || page.narrow()) {
    for (auto row = std::next(rows.begin()); row != rows.end(); ++row) {
      const std::string inset = page.plain() ? "" : "  ";
      page.list(
          {{row->label, row->now, {}}, {inset + uncapitalized(rows[0].before), row->before, {}}});
      if (row->start.empty()) continue;
      page.list({{inset + uncapitalized(rows[0].start), row->start, {}}});
    }
    return;
  }
  put_columns(page, rows);
}

void put_episodes(Page& page, const Sheet& sheet) {
  put_title(page, "Episodes: from the first day that was too much to full load again");
  if (sheet.episodes.empty()) page.sentence("episodes", "None in these days.");
  std::vector<Fact> facts;
  for (const Episode& episode : sheet.episodes) {
    const EpisodeWords said = words(episode, sheet);
    facts.push_back({said.when, said.what, {}});
  }
  put_facts(page, std::move(facts));
}

void put_factors(Page& page, const Sheet& sheet) {
  if (sheet.worse_with.empty() && sheet.eases_with.empty()) return;
  put_title(page, "What made it worse, and what eased it");
  std::vector<Fact> facts;
  if (!sheet.worse_with.empty()) facts.push_back({"worse with", words(sheet.worse_with), {}});
  if (!sheet.eases_with.empty()) facts.push_back({"eases with", words(sheet.eases_with), {}});
  put_facts(page, std::move(facts));
}

void put_sheet(Page& page, const Sheet& sheet) {
  const std::string name = escaped_for_terminal(lifter_words(sheet.lifter));
  page.record({"report", name, "Deadlift report: " + name}, {}, Tone::strong);
  put_period(page, sheet.period, sheet.as_of.date);
  put_title(page, "Where it stands");
  put_facts(page, standing_facts(sheet));
  put_days(page, sheet);
  put_earlier(page, sheet);
  put_episodes(page, sheet);
  put_factors(page, sheet);
  put_changes(page, sheet);
}

void put_overview(Page& page, const ReportHead& head) {
  const std::string who = count_of(head.lifters.size(), "lifter") + ", worst first";
  page.record({"report", who, "Deadlift report: " + who}, {}, Tone::strong);
  put_period(page, head.period, head.as_of);
  page.blank();
}

std::string opening(const ReportHead& head, const Style& style) {
  if (!head.everybody) return {};
  Page first{style};
  put_overview(first, head);
  std::vector<LifterStatus> statuses;
  statuses.reserve(head.lifters.size());
  for (const Placed& lifter : head.lifters) statuses.push_back(lifter.standing.status);
  Page unreadable{style};
  for (const std::string& id : head.unreadable) {
    unreadable.line(style.plain ? "unreadable: " : "! ",
                    escaped_for_terminal(id) + ": could not be read; see: hinge doctor",
                    Tone::alert);
  }
  return first.str() + text(statuses, head.as_of, style) + unreadable.str();
}

std::string page_of(const Sheet& sheet, const ReportHead& head, const Style& style) {
  Page page{style};
  if (head.everybody) page.blank();
  if (head.everybody && !page.plain()) page.line("", "----------------------------------------");
  put_sheet(page, sheet);
  return page.str();
}

std::string closing(const ReportHead& /*head*/, const Style& style) {
  Page last{style};
  last.blank();
  last.statement("note", not_a_diagnosis(), Tone::faint);
  return last.str();
}

}  // namespace

const ReportForm text_report{"text", "", opening, page_of, closing};

}  // namespace hinge::report
