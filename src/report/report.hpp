#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "hinge/error.hpp"
#include "hinge/history.hpp"
#include "hinge/suggestion.hpp"

/// Values to words. `text` is for people: whole lines, each ending in a newline, never wider than
/// the style's width (nor than 80), with every free text escaped for a terminal. `json` is for
/// programs: one document of cli.md section 5 and a newline, whatever the style.
namespace hinge::report {

/// How text may look. Nothing in it changes what is said; colour only adds.
struct Style {
  int width = 80;
  bool color = false;
  bool ascii = false;           ///< no ×, →, –
  bool plain = false;           ///< `label: value` lines, no padding, no symbols
  std::string hinge = "hinge";  ///< how a command for the same log begins, as one would type it
};

// ---- records -----------------------------------------------------------------------------------

/// What became of what a command brought.
enum class Outcome : std::uint8_t {
  added,
  merged,   ///< its sets joined a session that was there
  same,     ///< nothing changed: it was there already
  dry_run,  ///< nothing was stored: it was only asked how it would be read
};

/// What `log` did. For `merged`, `session` is the whole session and `sets_added` its last sets.
struct LoggedSession {
  std::string lifter;
  Session session;
  Outcome outcome = Outcome::added;
  int sets_added = 0;
  bool name_lifter = false;  ///< say in text whose it is: the log has several
};
[[nodiscard]] std::string text(const LoggedSession& logged, Date today, const Style& style);
[[nodiscard]] std::string json(const LoggedSession& logged);

/// What `feel` did: one check-in for each nature it was given. `sessions` are the lifter's, to say
/// which one a check-in is about. Requires at least one check-in.
struct NotedCheckIns {
  std::string lifter;
  std::vector<CheckIn> checkins;
  std::vector<Session> sessions;
  Outcome outcome = Outcome::added;
  bool name_lifter = false;  ///< as above
};
[[nodiscard]] std::string text(const NotedCheckIns& noted, Date today, const Style& style);
/// The first check-in, and the others under `also`.
[[nodiscard]] std::string json(const NotedCheckIns& noted);

/// What `screen` did.
struct StoredScreen {
  std::string lifter;
  Screen screen;
  Outcome outcome = Outcome::added;
  bool name_lifter = false;  ///< as above
};
[[nodiscard]] std::string text(const StoredScreen& stored, Date today, const Style& style);
[[nodiscard]] std::string json(const StoredScreen& stored);

/// One record in full, every field of it. `sessions` as above.
struct ShownRecord {
  std::string lifter;
  std::variant<Session, CheckIn, Screen> what;
  std::vector<Session> sessions;
  bool deleted = false;
};
[[nodiscard]] std::string text(const ShownRecord& shown, Date today, const Style& style);
/// The document of its kind: hinge.session/1, hinge.checkin/1 or hinge.screen/1.
[[nodiscard]] std::string json(const ShownRecord& shown);

/// Which records `history` lists, oldest first: those of the days from `since` to `until`, and of
/// them the latest `last` (0: all). With `lift`, that lift's sessions and the check-ins about them.
struct HistorySelection {
  std::optional<Date> since;
  std::optional<Date> until;
  std::optional<std::string> lift;
  std::size_t last = 0;
  bool sets = false;  ///< each set on a line of its own
};
[[nodiscard]] std::string text(const History& history, const HistorySelection& selection,
                               Date today, const Style& style);
[[nodiscard]] std::string json(const History& history, const HistorySelection& selection);

// ---- what to lift next -------------------------------------------------------------------------

struct NextOptions {
  bool explain = false;     ///< every rule, also those that passed
  bool education = true;    ///< the one plain sentence under a suggestion
  bool plates = false;      ///< what to put on each side of `loading`'s bar
  bool screen_due = false;  ///< a check-in calls for the red flag questions: is_screen_due
  Loading loading;
  std::string lifter = {};  ///< whose it is, where it has to be said
};
[[nodiscard]] std::string text(const Suggestion& suggestion, const NextOptions& options,
                               const Style& style);
/// hinge.next/1; of the options it heeds `explain`, `plates` and `screen_due`.
[[nodiscard]] std::string json(const Suggestion& suggestion, std::string_view lifter,
                               const NextOptions& options = {});
/// The reasons in one line: the `summary` of hinge.next/1.
[[nodiscard]] std::string summary(const Suggestion& suggestion);

// ---- where everybody stands --------------------------------------------------------------------

/// One line of `status`.
struct LifterStatus {
  Lifter lifter;
  std::optional<Session> last_session;  ///< the latest of any lift
  Suggestion suggestion;
  int sessions_without_checkin = 0;  ///< in a row, the latest ones
};
/// Deload, calm, stop, any referral, or two sessions in a row without a check-in.
[[nodiscard]] bool is_flagged(const LifterStatus& status);
/// The order of `status --all`: referral, decision, deload, missing check-ins, then by lifter id.
[[nodiscard]] bool is_worse(const LifterStatus& a, const LifterStatus& b);
/// In the order given; sort them by `is_worse` first. Nothing for no lifters.
[[nodiscard]] std::string text(const std::vector<LifterStatus>& lifters, Date today,
                               const Style& style);
[[nodiscard]] std::string json(const std::vector<LifterStatus>& lifters, Date today);

// ---- lifters -----------------------------------------------------------------------------------

[[nodiscard]] std::string text(const Lifter& lifter, const Style& style);
[[nodiscard]] std::string json(const Lifter& lifter);
[[nodiscard]] std::string text(const std::vector<Lifter>& lifters, const Style& style);
[[nodiscard]] std::string json(const std::vector<Lifter>& lifters);

// ---- import, errors ----------------------------------------------------------------------

struct BadLine {
  std::size_t line = 0;
  std::string reason;
};

/// The account of one import: every row of the file is in it once.
struct ImportSummary {
  std::string file;
  std::string app;  ///< "strong"
  std::string lifter;
  bool dry_run = false;
  std::size_t rows = 0;      ///< data rows read
  std::size_t set_rows = 0;  ///< of them, those that became sets
  std::size_t sessions_added = 0;
  std::size_t checkins_added = 0;
  std::size_t same = 0;     ///< records that a former import brought
  std::size_t changed = 0;  ///< sessions that a former import brought with other content: replaced
  std::optional<Date> first;  ///< of the sessions added
  std::optional<Date> last;
  std::size_t outliers = 0;
  std::size_t twice = 0;  ///< sessions added though the log had the same sets of that lift and day
  std::size_t rpes_dropped = 0;  ///< sets that came with an RPE other than 5 to 10 in halves
  std::map<std::string, std::size_t> skipped;  ///< rows, by reason
  std::map<std::string, std::size_t> ignored;  ///< rows, by exercise
  std::map<std::string, std::size_t> unknown;  ///< rows, by exercise: what `--lift` would take
  std::vector<std::string> unmapped;  ///< columns of a table of one's own that nothing is taken of
  std::vector<BadLine> bad;           ///< in text only counted: the lines go to stderr
};
[[nodiscard]] std::string text(const ImportSummary& summary, Date today, const Style& style);
[[nodiscard]] std::string json(const ImportSummary& summary);
/// "FILE:LINE: reason".
[[nodiscard]] std::string text(const BadLine& bad, std::string_view file);

/// What bare `hinge` says where nothing is logged yet.
[[nodiscard]] std::string welcome(const Style& style);

/// "hinge: WHAT; what to do", one line.
[[nodiscard]] std::string text(const Error& error);
/// The same for a terminal: as many lines as its width asks for.
[[nodiscard]] std::string text(const Error& error, const Style& style);
/// hinge.error/1, with the exit code it leads to.
[[nodiscard]] std::string json(const Error& error, int code);
/// hinge.error/1 for a bug (exit 70).
[[nodiscard]] std::string json_of_bug(std::string_view message);

/// A paragraph of its own, wrapped to the width.
[[nodiscard]] std::string paragraph(std::string_view text, const Style& style);
/// The same, as `label: text` in plain.
[[nodiscard]] std::string paragraph(std::string_view label, std::string_view text,
                                    const Style& style);

// ---- words others need too ---------------------------------------------------------------------

/// "3 sets of 5 at 140 kg, RPE 8"; "5, 5, 4 + miss at 140 kg"; "(+2 warm-ups)" is not in it.
[[nodiscard]] std::string words(const std::vector<Set>& sets);
/// "ache 3/10 for 48 h, low back, did everything".
[[nodiscard]] std::string words(const CheckIn& checkin);
/// "Fri 20 Nov", with the year where it isn't `today`'s.
[[nodiscard]] std::string day(Date date, Date today);

}  // namespace hinge::report
