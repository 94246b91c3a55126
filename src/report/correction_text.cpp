#include <fmt/core.h>

#include <algorithm>

#include "domain/text.hpp"
#include "report/corrections.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

bool is_of_the_past(CorrectionKind kind) {
  return kind == CorrectionKind::undo || kind == CorrectionKind::redo;
}

/// What stands between a value and what became of it.
std::string_view between_versions(const Page& page) { return page.plain() ? ", now " : " → "; }

std::string_view took_or_put(CorrectionKind kind) {
  return kind == CorrectionKind::undo ? "took back" : "put back";
}

std::string more_records(std::size_t named, int count) {
  const auto more = count - static_cast<int>(named);
  return more > 0 ? fmt::format(" and {} more", more) : "";
}

/// "s41, f12 and 3 more".
std::string records_words(const std::vector<std::string>& records, int count) {
  std::string out;
  for (const std::string& record : records) {
    out += (out.empty() ? "" : ", ") + escaped_for_terminal(record);
  }
  return out + more_records(records.size(), count);
}

/// "125 kg × 5 × 3 (deload 10 %)", "stop".
std::string suggestion_words(const Suggestion& suggestion) {
  if (!suggestion.target) return decision_words(suggestion);
  return fmt::format("{} ({})", words(*suggestion.target), decision_words(suggestion));
}

/// "next: 125 kg × 5 × 3 (deload 10 %), was 142.5 kg × 5 × 3 (progress)"; none where it would be
/// said in the same words.
std::optional<Fact> shift_fact(const std::optional<Shift>& moved) {
  if (!moved) return std::nullopt;
  const Shift& shift = *moved;
  const std::string after = suggestion_words(shift.after);
  const std::string before = suggestion_words(shift.before);
  if (after == before && shift.after.lift == shift.before.lift) return std::nullopt;
  std::string value = after + ", was " + before;
  const std::string lift = is_about_its_lift(shift.after) ? lift_words(shift.after.lift) : "";
  const std::string of = lift.empty() ? "" : " of " + escaped_for_terminal(lift);
  std::string shown = fmt::format("next{}: {}", of, value);
  return Fact{"next" + of, std::move(value), std::move(shown)};
}

/// A line under what a command did, in line with it.
void put_below(Page& page, std::size_t indent, const Fact& fact) {
  page.record({{}, {}, std::string(indent, ' ')}, {fact});
}

std::string done_words(const Correction& correction) {
  if (correction.dry_run) return correction.kind == CorrectionKind::edit ? "would be" : "would go";
  if (correction.kind == CorrectionKind::bring_back) return "back";
  return correction.kind == CorrectionKind::edit ? "edited" : "deleted";
}

/// The widest of the names, so that what stands beside them lines up.
std::size_t widest_name(const std::vector<RecordChange>& changes) {
  std::size_t widest = 0;
  for (const RecordChange& change : changes) widest = std::max(widest, change.record.size());
  return widest;
}

std::vector<Fact> facts_of(const Correction& correction, const RecordChange& change, Date today,
                           std::string_view between) {
  std::vector<Fact> facts;
  const std::optional<Version>& there = change.before ? change.before : change.after;
  if (correction.name_lifter && there) {
    facts.push_back({"lifter", escaped_for_terminal(there->lifter), {}});
  }
  const std::string_view label = !change.after ? "was" : change.before ? "changed" : "is";
  facts.push_back({std::string{label}, words(change, today, between), {}});
  return facts;
}

/// "f12 stays, the check-in about it": of one record that went, or of several.
std::string kept_words(const std::vector<std::string>& kept, int gone) {
  constexpr std::size_t few = 5;
  const std::vector<std::string> named(
      kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(std::min(few, kept.size())));
  const std::string which =
      kept.size() > few ? records_words(named, static_cast<int>(kept.size())) : listed(named);
  const bool one = kept.size() == 1;
  return fmt::format("{} {}, the {} about {}", which, one ? "stays" : "stay",
                     one ? "check-in" : "check-ins", gone == 1 ? "it" : "them");
}

/// What edit and delete did, and an undo of records.
std::string corrected_text(const Correction& correction, Date today, const Style& style) {
  Page page{style};
  if (correction.changes.empty()) {
    page.record({"unchanged", records_words(correction.records, correction.record_count),
                 records_words(correction.records, correction.record_count) + " kept  "},
                {{"changed", "nothing changed (it says so already)", {}}});
    return page.str();
  }
  const std::string done = done_words(correction);
  const std::size_t widest = widest_name(correction.changes);
  std::size_t indent = 0;
  for (const RecordChange& change : correction.changes) {
    const std::string head = padded(padded(change.record, widest) + " " + done, 10) + "  ";
    indent = columns(head);
    page.record({done, change.record, head},
                facts_of(correction, change, today, between_versions(page)));
  }
  const std::string more = more_records(correction.changes.size(), correction.record_count);
  if (!more.empty()) put_below(page, indent, {"more", more.substr(1), {}});
  if (!correction.kept.empty()) {
    const std::string kept = kept_words(correction.kept, correction.record_count);
    put_below(page, indent, {"kept", kept, kept});
  }
  if (const auto shift = shift_fact(correction.shift)) put_below(page, indent, *shift);
  if (correction.dry_run) {
    put_below(page, indent, {"stored", "nothing: this was a dry run", "(dry run: not stored)"});
  } else {
    const std::string undo = style.hinge + " undo";
    put_below(page, indent, {"undo", undo, "undo: " + undo});
  }
  return page.str();
}

/// "s41: 3 sets of 5 at 145 kg → 3 sets of 5 at 140 kg"; a record that came or went says so.
std::string outcome_words(const RecordChange& change, Date today, std::string_view between) {
  std::string_view fate = ": ";
  if (!change.after) fate = " is gone: ";
  if (!change.before) fate = " is back: ";
  return fmt::format("{}{}{}", escaped_for_terminal(change.record), fate,
                     words(change, today, between));
}

/// Of many records, which ones is all there is to say.
bool are_few(const Correction& correction) {
  constexpr int few = 3;
  return correction.record_count <= few;
}

std::string nothing_words(CorrectionKind kind) {
  return kind == CorrectionKind::undo
             ? "Nothing to take back."
             : "Nothing to put back: nothing was taken back since the latest change.";
}

std::string plain_past_text(const Correction& correction, Date today, Page page) {
  std::vector<Fact> facts;
  if (correction.name_lifter && !correction.lifter.empty()) {
    facts.push_back({"lifter", escaped_for_terminal(correction.lifter), {}});
  }
  facts.push_back({"records", records_words(correction.records, correction.record_count), {}});
  if (are_few(correction)) {
    for (const RecordChange& change : correction.changes) {
      facts.push_back({"changed", outcome_words(change, today, between_versions(page)), {}});
    }
  }
  if (auto shift = shift_fact(correction.shift)) facts.push_back(*std::move(shift));
  page.record(
      {std::string{took_or_put(correction.kind)}, escaped_for_terminal(correction.command), {}},
      facts);
  return page.str();
}

/// What undo and redo did.
std::string past_text(const Correction& correction, Date today, const Style& style) {
  Page page{style};
  if (correction.command.empty()) {
    page.statement(took_or_put(correction.kind), nothing_words(correction.kind));
    return page.str();
  }
  if (page.plain()) return plain_past_text(correction, today, page);
  std::string what = escaped_for_terminal(correction.command);
  if (correction.name_lifter && !correction.lifter.empty()) {
    what += " for " + escaped_for_terminal(correction.lifter);
  }
  const std::string records = records_words(correction.records, correction.record_count);
  if (!records.empty()) what += ": " + records;
  page.line(fmt::format("{} ", took_or_put(correction.kind)), what);
  if (are_few(correction)) {
    for (const RecordChange& change : correction.changes) {
      page.line("  ", outcome_words(change, today, between_versions(page)));
    }
  }
  if (const auto shift = shift_fact(correction.shift)) page.line("  ", shift->in_line());
  return page.str();
}

/// "s41: 3 sets of 5 at 140 kg → …", or of many records their names.
std::vector<Fact> past_facts(const PastCommand& past, Date today, std::string_view between) {
  constexpr std::size_t few = 3;
  const ChangeSummary& summary = past.summary;
  const std::string names = records_words(summary.records, summary.record_count);
  if (past.changes.empty() || past.changes.size() > few ||
      static_cast<std::size_t>(summary.record_count) > few) {
    return {{"records", names, {}}};
  }
  std::vector<Fact> facts;
  for (const RecordChange& change : past.changes) {
    const std::string name = escaped_for_terminal(change.record);
    const std::string fate = change.after ? "" : "without ";
    const std::string said = words(change, today, between);
    facts.push_back({"record", fate + name + (said.empty() ? "" : ": " + said), {}});
  }
  return facts;
}

}  // namespace

std::string text(const Correction& correction, Date today, const Style& style) {
  return is_of_the_past(correction.kind) ? past_text(correction, today, style)
                                         : corrected_text(correction, today, style);
}

std::string text(const std::vector<PastCommand>& commands, bool name_lifters, Date today,
                 const Style& style) {
  constexpr std::size_t minute = 16;  // "2026-11-22T18:30"
  constexpr std::size_t usual_name = 10;
  Page page{style};
  if (commands.empty()) page.statement("commands", "Nothing has changed this log yet.");
  for (const PastCommand& past : commands) {
    const ChangeSummary& summary = past.summary;
    const std::string at = escaped_for_terminal(summary.at.substr(0, minute));
    const std::string command = escaped_for_terminal(summary.command);
    std::vector<Fact> facts = past_facts(past, today, between_versions(page));
    if (name_lifters && !summary.lifters.empty()) {
      facts.insert(facts.begin(), {"lifter", escaped_for_terminal(listed(summary.lifters)), {}});
    }
    if (summary.undone) facts.push_back({"taken back", "yes", "(taken back)"});
    page.record({"command", fmt::format("{}, {}", command, at),
                 fmt::format("{}  {}  ", at, padded(command, usual_name))},
                facts);
  }
  return page.str();
}

}  // namespace hinge::report
