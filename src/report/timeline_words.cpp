#include <fmt/core.h>

#include <algorithm>

#include "report/measure.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::string suggested_words(const TimelinePoint& point) {
  if (point.decision == Decision::start) return {};
  std::string text = fmt::format(", suggested: {}", to_string(point.decision));
  if (point.deload_percent) text += fmt::format(" {} %", *point.deload_percent);
  return text;
}

std::string_view name_of(Measure measure) {
  return measure == Measure::e1rm ? "estimated single" : "volume";
}

std::string unit_of(Measure measure, Unit unit) {
  return to_string(unit) + (measure == Measure::volume ? " × reps" : "");
}

template <class Marks, class Matches>
std::size_t number_of(const Marks& marks, Matches matches) {
  return static_cast<std::size_t>(std::count_if(marks.begin(), marks.end(), matches));
}

/// " Load from 100 kg to 140 kg."
std::string loads_words(const Timeline& timeline) {
  std::vector<Weight> loads;
  for (const TimelinePoint& point : timeline.points) {
    if (point.load) loads.push_back(*point.load);
  }
  if (loads.empty()) return {};
  const auto lighter = [](Weight a, Weight b) { return a.load < b.load; };
  const auto [low, high] = std::minmax_element(loads.begin(), loads.end(), lighter);
  if (low->load == high->load) return fmt::format(" Load {}.", to_string(*low));
  return fmt::format(" Load from {} to {}.", to_string(*low), to_string(*high));
}

/// " Estimated single from 117 to 163 kg."
std::string readings_words(const Timeline& timeline, Measure measure) {
  if (measure == Measure::load) return loads_words(timeline);
  std::vector<std::int64_t> values;
  for (const TimelinePoint& point : timeline.points) {
    const Reading reading = reading_of(measure, point, timeline.unit);
    if (reading.value) values.push_back(*reading.value);
  }
  if (values.empty()) return {};
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const std::string span =
      *low == *high ? whole_number(*low)
                    : fmt::format("from {} to {}", whole_number(*low), whole_number(*high));
  return fmt::format(" {} {} {}.", capitalized(std::string{name_of(measure)}), span,
                     unit_of(measure, timeline.unit));
}

std::string felt_words(const Timeline& timeline) {
  const auto& checkins = timeline.checkins;
  if (checkins.empty()) return " No check-ins.";
  std::string text = fmt::format(" {}", count_of(checkins.size(), "check-in"));
  Nprs highest = 0;
  std::size_t with_pain = 0;
  for (const TimelineCheckIn& mark : checkins) {
    if (!is_pain(mark.symptom)) continue;
    ++with_pain;
    highest = std::max(highest, mark.peak.value_or(Nprs{0}));
  }
  if (with_pain == 0) return text + ", none with pain.";
  return text + fmt::format(", {} with pain, {}/10 at most.", with_pain, to_string(highest));
}

}  // namespace

std::string words(const TimelinePoint& point) {
  std::string text = full_day(point.date) + ": ";
  if (point.load) {
    text += fmt::format("{} of {} at {}", count_of(static_cast<std::size_t>(point.sets), "set"),
                        point.reps, to_string(*point.load));
  } else if (!point.outlier) {
    text += "no good rep";
  }
  if (point.outlier) {
    text += fmt::format("{}{} is far off the usual, not used", point.load ? ", " : "",
                        to_string(*point.outlier));
  }
  if (point.missed) text += ", a rep missed";
  if (point.light) text += ", light";
  text += suggested_words(point);
  if (!point.checked_in) text += ", no check-in";
  return text;
}

std::string words(const TimelinePoint& point, Measure measure, Unit unit) {
  if (measure == Measure::load) return words(point);
  const Reading reading = reading_of(measure, point, unit);
  if (!reading.value) return words(point) + ", no set that says the single";
  return fmt::format("{}, {} {} {}", words(point), name_of(measure), reading.shown,
                     unit_of(measure, unit));
}

std::string words(const TimelineCheckIn& checkin) {
  std::string text = full_day(checkin.date) + ": " + felt(checkin.nature, checkin.peak);
  if (is_pain(checkin.symptom) && !is_pain(symptom_of(checkin.nature))) text += ", counts as pain";
  if (checkin.lasted > Minutes{0}) {
    text += (checkin.ongoing ? ", ongoing after " : " for ") + duration(checkin.lasted);
  } else if (checkin.ongoing) {
    text += ", ongoing";
  }
  if (checkin.limits > 0) text += fmt::format(", {}", limits_words(checkin.limits));
  if (checkin.unrelated) text += ", not from the deadlift";
  return text;
}

std::string words(const PhaseSpan& span) {
  return fmt::format("{}: {} to {}", capitalized(std::string{to_string(span.phase)}),
                     full_day(span.first), full_day(span.last));
}

std::string description(const Timeline& timeline, bool felt, Measure measure) {
  const auto& points = timeline.points;
  std::string text = fmt::format("{} from {} to {}.", count_of(points.size(), "session"),
                                 full_day(timeline.first), full_day(timeline.last));
  text += readings_words(timeline, measure);
  const std::size_t deloads = number_of(
      points, [](const TimelinePoint& point) { return point.decision == Decision::deload; });
  if (deloads > 0) text += fmt::format(" {}.", count_of(deloads, "deload"));
  if (!felt) return text;
  text += felt_words(timeline);
  const std::size_t unsaid =
      number_of(points, [](const TimelinePoint& point) { return !point.checked_in; });
  if (unsaid > 0) text += fmt::format(" {} without a check-in.", count_of(unsaid, "session"));
  return text;
}

}  // namespace hinge::report
