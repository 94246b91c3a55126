#include "report/sheet_tables.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "report/sheet_words.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    out += (out.empty() ? "" : "; ") + part;
  }
  return out;
}

std::vector<std::string> row_of(const SheetDay& day, const SheetLift& lift, const Sheet& sheet) {
  const LiftWords said = words(lift, sheet);
  const std::string decided = joined({said.rules, said.referral});
  return {day_of(day.date, sheet),
          lift.exposure.lift,
          said.suggested,
          joined({said.sets, said.adherence}),
          said.top_set,
          said.rpe.empty() ? "not said" : said.rpe,
          said.tonnage,
          joined({decided.empty() ? "all quiet" : decided,
                  "then " + std::string{to_string(lift.exposure.phase)}}),
          joined(lift.notes)};
}

void put_answer(Table& table, std::string day, const BackAnswer& answer) {
  const AnswerWords said = words(answer);
  table.rows.push_back(
      {std::move(day), said.felt, said.where, said.settled, said.limits, answer.checkin.note});
  table.bars.push_back(peak_of(answer.checkin).in_halves());
}

/// Without the columns that are empty in every row.
void drop_empty_columns(Table& table) {
  for (std::size_t column = table.head.size(); column-- > 2;) {
    const bool used = std::any_of(table.rows.begin(), table.rows.end(),
                                  [column](const auto& row) { return !row[column].empty(); });
    if (used) continue;
    const auto at = static_cast<std::ptrdiff_t>(column);
    table.head.erase(table.head.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
  }
}

/// In the caption, where all rows are about one lift. Requires the lift in the second column.
void name_one_lift_once(Table& table) {
  if (table.rows.empty()) return;
  const std::string lift = table.rows.front()[1];
  const bool one = std::all_of(table.rows.begin(), table.rows.end(),
                               [&lift](const auto& row) { return row[1] == lift; });
  if (!one) return;
  table.caption += ": " + lift;
  table.head.erase(table.head.begin() + 1);
  for (auto& row : table.rows) row.erase(row.begin() + 1);
}

/// A title of a mark, taken apart where it says its day.
std::vector<std::string> mark_of(const std::string& title) {
  const std::size_t colon = title.find(": ");
  if (colon == std::string::npos) return {title, ""};
  return {title.substr(0, colon), title.substr(colon + 2)};
}

}  // namespace

Table overview_table(const ReportHead& head) {
  Table table{"Who stands where, worst first",
              {"Lifter", "Needs a look", "Next", "Last session", "Training days", "Highest pain"},
              {}};
  for (const Placed& lifter : head.lifters) {
    const LifterStatus& status = lifter.standing.status;
    const StatusWords said = words(status, head.as_of);
    table.rows.push_back({lifter_words(status.lifter),
                          said.look.empty() ? (is_flagged(status) ? "yes" : "no") : said.look,
                          said.next, said.last, std::to_string(lifter.training_days),
                          lifter.pain ? to_string(*lifter.pain) + "/10" : "none said"});
    table.links.push_back(status.lifter.id);
  }
  for (const std::string& id : head.unreadable) {
    table.rows.push_back({id, "could not be read; see: hinge doctor", "", "", "", ""});
  }
  return table;
}

Table done_table(const Sheet& sheet) {
  Table table{"What was done",
              {"Day", "Lift", "Suggested", "Done", "Top set", "RPE", "Tonnage", "Decided", "Note"},
              {}};
  for (const SheetDay& day : sheet.days) {
    for (const SheetLift& lift : day.lifts) table.rows.push_back(row_of(day, lift, sheet));
  }
  drop_empty_columns(table);
  name_one_lift_once(table);
  return table;
}

Table back_table(const Sheet& sheet) {
  Table table{
      "How the back answered", {"Day", "Felt", "Where", "Course", "Other things", "Note"}, {}};
  for (const SheetDay& day : sheet.days) {
    const std::string date = day_of(day.date, sheet);
    for (const BackAnswer& answer : day.answers) put_answer(table, date, answer);
    if (day.checked_in) continue;
    table.rows.push_back({date, "no check-in", "", "", "", ""});
    table.bars.push_back(0);
  }
  for (const BackAnswer& answer : sheet.earlier) {
    const std::string said_on = "said " + day_of(answer.checkin.when.date, sheet);
    put_answer(table, answer.about ? day_of(*answer.about, sheet) + ", " + said_on : said_on,
               answer);
  }
  drop_empty_columns(table);
  return table;
}

Table episode_table(const Sheet& sheet) {
  Table table{
      "Episodes, from the first day that was too much to full load again", {"When", "What"}, {}};
  for (const Episode& episode : sheet.episodes) {
    const EpisodeWords said = words(episode, sheet);
    table.rows.push_back({said.when, said.what});
  }
  return table;
}

Table factor_table(const Sheet& sheet) {
  Table table{"What made it worse, and what eased it", {}, {}};
  if (!sheet.worse_with.empty()) table.rows.push_back({"Worse with", words(sheet.worse_with)});
  if (!sheet.eases_with.empty()) table.rows.push_back({"Eases with", words(sheet.eases_with)});
  return table;
}

Table change_table(const Sheet& sheet) {
  const ChangeRow head = change_head(sheet);
  Table table{"Then and now, in brackets the change since", {"", head.now, head.before}, {}};
  if (sheet.start) table.head.push_back(head.start);
  for (const ChangeRow& row : change_rows(sheet)) {
    table.rows.push_back({row.label, row.now, row.before});
    if (sheet.start) table.rows.back().push_back(row.start);
  }
  return table;
}

Table picture_table(const Timeline& timeline, bool felt) {
  Table table{"The picture as a table", {"Day", "What"}, {}};
  for (const TimelinePoint& point : timeline.points) table.rows.push_back(mark_of(words(point)));
  if (felt) {
    for (const TimelineCheckIn& checkin : timeline.checkins) {
      table.rows.push_back(mark_of(words(checkin)));
    }
  }
  for (const PhaseSpan& span : timeline.phases) table.rows.push_back(mark_of(words(span)));
  return table;
}

}  // namespace hinge::report
