#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hinge/e1rm.hpp"
#include "hinge/replay.hpp"
#include "hinge/volume.hpp"

/// One lift and one back over time: what a picture of a log shows.
namespace hinge::report {

/// One exposure of the lift.
struct TimelinePoint {
  Date date;
  std::vector<std::string> sessions;    ///< "s41"
  std::optional<Weight> load;           ///< as typed; none: no rep was good
  std::optional<Weight> outlier;        ///< too far off the usual to count
  int sets = 0;                         ///< at that load
  int reps = 0;                         ///< the fewest among them
  Decision decision = Decision::start;  ///< what had been suggested for the day
  std::optional<int> deload_percent;
  Adherence adherence = Adherence::unasked;
  Phase phase = Phase::build;  ///< after the day
  bool missed = false;
  bool light = false;
  bool checked_in = false;
  std::optional<BestE1rm> e1rm;  ///< of all the day's sets of the lift
  WorkDone work;                 ///< of them too
};

/// One report of how the back felt, whichever lift it followed.
struct TimelineCheckIn {
  Date date;
  Nature nature = Nature::none;
  Symptom symptom = Symptom::none;  ///< the family it counts as
  std::optional<Nprs> peak;
  std::optional<Date> session;  ///< the training day it is about
  Minutes lasted{0};            ///< from that day on; while ongoing until the report
  bool ongoing = false;
  int limits = 0;
  bool unrelated = false;  ///< not from the deadlift
};

/// The days of one phase, both ends in it.
struct PhaseSpan {
  Phase phase = Phase::build;
  Date first;
  Date last;
  friend bool operator==(const PhaseSpan&, const PhaseSpan&) = default;
};

struct Timeline {
  std::string title;  ///< free text, as it came
  std::string lift;
  Unit unit = Unit::kg;
  Date first;  ///< both in the range, and first <= last
  Date last;
  std::vector<TimelinePoint> points;      ///< oldest first
  std::vector<TimelineCheckIn> checkins;  ///< oldest first
  std::vector<PhaseSpan> phases;          ///< without build, oldest first
};

/// Which picture: of `lift`, over the days from `first` to `last`.
struct TimelineRequest {
  std::string title;
  std::string lift;
  Unit unit = Unit::kg;  ///< of the axis
  Date first;
  Date last;
};

/// `exposures` are all that replay gave for this history and these policies, of all lifts: calm
/// belongs to the back, so another lift's day may begin it. It ends on the day that `suggest` says
/// so. Requires first <= last.
[[nodiscard]] Timeline timeline_of(const History& history, const Policies& policies,
                                   const std::vector<Exposure>& exposures,
                                   const TimelineRequest& request);

/// The check-ins from `first` to `last`, oldest first.
[[nodiscard]] std::vector<TimelineCheckIn> checkins_of(const History& history, Date first,
                                                       Date last);

/// "Romanian deadlift": a lift's name in words, or its id where it has none.
[[nodiscard]] std::string lift_label(std::string_view lift);

/// What is drawn over time.
enum class Measure : std::uint8_t {
  load,    ///< the working load
  e1rm,    ///< the single it stands for: an estimate
  volume,  ///< load times reps, over all work sets
  pain,    ///< how the back felt, pain and soreness apart
};

struct SvgOptions {
  /// With its own <style>, as a file of its own; else the page that embeds it has `svg_style()`.
  bool standalone = true;
  std::string id = "timeline";  ///< begins the ids inside: one of its own for each on a page
  /// How the back felt, below the loads. A page may leave it to the first of several pictures of
  /// the same days: it is one back.
  bool felt = true;
  Measure measure = Measure::load;  ///< of the sessions, above; pain is below in any case
};

/// One <svg> element (standalone: with the XML declaration before it): the line of loads, the
/// check-ins
/// below it on the same days, phases shaded, every mark with a <title>; embedded, it is less high.
/// No script, nothing fetched, light or dark as the reader's screen is; the same bytes for the same
/// timeline.
[[nodiscard]] std::string svg(const Timeline& timeline, const SvgOptions& options = {});

/// The rules of every such picture. Its colours are the custom properties of `.hinge-timeline`,
/// which a page may set anew.
[[nodiscard]] std::string svg_style();

/// The picture in a few sentences: its <desc>, and the text beside it. Of how the back felt only
/// with `felt`.
[[nodiscard]] std::string description(const Timeline& timeline, bool felt = true,
                                      Measure measure = Measure::load);
/// One mark in words: its <title>. No year is left out.
[[nodiscard]] std::string words(const TimelinePoint& point);
/// The same, and what it is by another measure than load.
[[nodiscard]] std::string words(const TimelinePoint& point, Measure measure, Unit unit);
[[nodiscard]] std::string words(const TimelineCheckIn& checkin);
[[nodiscard]] std::string words(const PhaseSpan& span);

}  // namespace hinge::report
