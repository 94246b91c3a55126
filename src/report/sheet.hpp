#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/replay.hpp"
#include "report/report.hpp"
#include "report/timeline.hpp"

/// The physio's sheet: what one lifter did in some days, how the back answered, and where they
/// stand.
namespace hinge::report {

/// Some days, both ends in it.
struct Period {
  Date from;
  Date until;
  friend bool operator==(const Period&, const Period&) = default;
};
/// Monday to Sunday.
[[nodiscard]] bool is_week(const Period& period);

/// Where a lifter stands: as `status` says it, and what is next of each lift trained lately (the
/// one trained last first).
struct Standing {
  LifterStatus status;
  std::vector<Suggestion> next;
};

/// One report of the back, beside the training day it is about.
struct BackAnswer {
  CheckIn checkin;
  std::optional<Date> about;  ///< none before the first session
  Minutes lasted{0};          ///< from that day on; while ongoing until the report
};

/// One lift on one day: what the engine saw of it, and the sets themselves.
struct SheetLift {
  Exposure exposure;
  std::vector<Set> sets;  ///< the work sets, in the order done
  Load tonnage;           ///< of their good reps
  std::vector<std::string> notes;
};

/// One training day, and what the back said of it.
struct SheetDay {
  Date date;
  std::vector<SheetLift> lifts;
  std::vector<BackAnswer> answers;
  bool checked_in = false;  ///< a report that isn't about something else
};

/// The best of one lift: the heaviest working load, and the highest estimate of a single.
struct BestOfLift {
  std::string lift;
  std::optional<Weight> load;
  std::optional<Load> e1rm;
};

/// Some days in numbers, to be laid beside others.
struct Totals {
  Period period;
  int training_days = 0;
  int work_sets = 0;
  int reps = 0;  ///< good ones, of the work sets
  Load tonnage;
  std::vector<BestOfLift> best;  ///< by lift
  int without_checkin = 0;       ///< training days
  std::optional<Nprs> pain;      ///< the highest said in these days, 0 where there was none; none:
                                 ///< nobody said; not what was unrelated
};

/// From the first day on which the back said "too much" of a lift to the one on which that lift
/// stood at 100 % again.
struct Episode {
  std::string lift;
  Date start;
  std::optional<Date> end;    ///< none: not yet over
  std::vector<RuleId> rules;  ///< of the back, on the first day
  DayFelt felt;               ///< on the first day
  int red_days = 0;           ///< that one, and those that followed before the end
};

/// What was said to make it worse or better, in whichever letters, and in how many check-ins.
struct Counted {
  std::string what;  ///< free text, as it came first
  int times = 0;
};

/// The whole sheet: facts alone, and all of them up to `as_of`.
struct Sheet {
  Lifter lifter;
  Period period;
  Moment as_of;
  std::vector<SheetDay> days;       ///< oldest first
  std::vector<BackAnswer> earlier;  ///< reported in these days, about one before them
  std::vector<Episode> episodes;    ///< that touch these days, oldest first
  std::vector<Counted> worse_with;  ///< most often first
  std::vector<Counted> eases_with;
  Totals now;
  Totals before;                ///< as many days, right before these
  std::optional<Totals> start;  ///< as many, from the first session's week; none: one of the above
  Standing standing;
  std::vector<Timeline> pictures;  ///< four weeks up to the last day, or more: one a lift
  std::optional<Screen> screened;  ///< the latest answers to the red flag questions
  std::optional<Screen> cleared;   ///< a clearance after them
};

/// What a sheet is made from. `history` is the whole log.
struct SheetRequest {
  Period period;
  Moment as_of;  ///< nothing later is looked at
};
[[nodiscard]] Sheet sheet_of(const History& history, const Policies& policies, Standing standing,
                             const SheetRequest& request);

/// What a report's first page says of one lifter.
struct Placed {
  Standing standing;
  int training_days = 0;
  std::optional<Nprs> pain;
};
/// As the whole sheet would say it, and made much sooner.
[[nodiscard]] Placed placed(const History& history, Standing standing, const SheetRequest& request);

/// All episodes among these exposures, oldest first.
[[nodiscard]] std::vector<Episode> episodes_in(const std::vector<Exposure>& exposures);

/// Whose sheets a report has: one lifter's, or several with a page of who stands where before them.
struct ReportHead {
  Period period;
  Date as_of;
  bool everybody = false;                    ///< that page is wanted
  std::vector<Placed> lifters;               ///< worst first
  std::vector<std::string> unreadable = {};  ///< lifters whose records could not be read
};

/// How a report is written: its opening, a page for each of the head's lifters, in that order and
/// with `between` them, and its closing. So one sheet is held at a time.
struct ReportForm {
  std::string_view name;
  std::string_view between;
  std::string (*opening)(const ReportHead& head, const Style& style);
  std::string (*page)(const Sheet& sheet, const ReportHead& head, const Style& style);
  std::string (*closing)(const ReportHead& head, const Style& style);
};
extern const ReportForm text_report;
/// CommonMark with tables; the same whatever the terminal.
extern const ReportForm markdown_report;
/// One page that needs nothing else: no script, nothing fetched, light and dark, made to be printed
/// and to be read aloud.
extern const ReportForm html_report;
/// hinge.report/1.
extern const ReportForm json_report;

}  // namespace hinge::report
