#include "report/timeline_legend.hpp"

#include <algorithm>
#include <array>

#include "report/measure.hpp"
#include "report/timeline_marks.hpp"

namespace hinge::report {
namespace {

/// Entries side by side, and below each other where a row is full.
class Rows {
 public:
  explicit Rows(const Box& room) : room_(room), x_(room.left), baseline_(room.top) {}

  /// `draw` gives the mark around a place.
  template <class Draw>
  void entry(std::string_view text, Draw draw) {
    constexpr int mark_width = 160;
    constexpr int gap = 180;
    constexpr int row_height = 170;
    const int entry_width = mark_width + text_width(text);
    if (x_ + entry_width > room_.right && x_ > room_.left) {
      x_ = room_.left;
      baseline_ += row_height;
    }
    text_ += draw(x_ + mark_width / 2 - 10, baseline_ - 38);
    text_ += svg_text(x_ + mark_width, baseline_, Anchor::start, "muted", text) + "\n";
    x_ += entry_width + gap;
  }

  [[nodiscard]] Legend finished() const {
    constexpr int below = 100;
    return {text_, baseline_ + below};
  }

 private:
  Box room_;
  int x_;
  int baseline_;
  std::string text_;
};

template <class Marks, class Matches>
bool any(const Marks& marks, Matches matches) {
  return std::any_of(marks.begin(), marks.end(), matches);
}

void put_sessions(Rows& rows, const Timeline& timeline, Measure measure) {
  const std::vector<TimelinePoint>& points = timeline.points;
  struct Entry {
    LoadMark mark;
    std::string_view text;
  };
  const std::array entries = {
      Entry{LoadMark::done, "session"}, Entry{LoadMark::deload, "deload"},
      Entry{LoadMark::light, "light session"},
      Entry{LoadMark::no_rep,
            measure == Measure::e1rm ? "no set that says it" : "no rep that counts"}};
  for (const Entry& entry : entries) {
    if (!any(points, [&](const auto& point) {
          return mark_of(point, reading_of(measure, point, timeline.unit)) == entry.mark;
        }))
      continue;
    rows.entry(entry.text, [&](int x, int y) { return drawn(entry.mark, x, y, false); });
  }
  if (any(points, [](const auto& point) { return point.missed && point.load; })) {
    rows.entry("missed a rep", [](int x, int y) {
      return drawn(LoadMark::done, x, y, false) + missed_cross(x, y, false);
    });
  }
}

void put_checkins(Rows& rows, const std::vector<TimelineCheckIn>& checkins) {
  struct Entry {
    FeltMark mark;
    std::string_view text;
  };
  static constexpr std::array entries = {
      Entry{FeltMark::pain, "pain"}, Entry{FeltMark::elsewhere, "pain, not from the deadlift"},
      Entry{FeltMark::soreness, "soreness"}, Entry{FeltMark::sensation, "pump, tight or tired"},
      Entry{FeltMark::nothing, "nothing felt"}};
  for (const Entry& entry : entries) {
    if (!any(checkins, [&](const auto& mark) { return mark_of(mark) == entry.mark; })) continue;
    rows.entry(entry.text, [&](int x, int y) {
      // What stands on the floor stands lower than what stands on a stem.
      const int floor = entry.mark == FeltMark::nothing ? y : y + 35;
      return drawn(entry.mark, x, y, floor, false);
    });
  }
  if (any(checkins, [](const auto& mark) { return mark.limits >= 2; })) {
    rows.entry("kept from something", [](int x, int y) { return limits_ring(x, y, false); });
  }
}

void put_phases(Rows& rows, const std::vector<PhaseSpan>& phases) {
  constexpr int half = 50;
  for (const Phase phase : {Phase::rebuild, Phase::calm}) {
    if (!any(phases, [phase](const PhaseSpan& span) { return span.phase == phase; })) continue;
    rows.entry(to_string(phase), [phase](int x, int y) {
      return svg_rect({x - half, y - half, x + half, y + half}, to_string(phase));
    });
  }
}

}  // namespace

Legend legend_of(const Timeline& timeline, const Box& room, const SvgOptions& options) {
  Rows rows{room};
  put_sessions(rows, timeline, options.measure);
  if (options.felt) put_checkins(rows, timeline.checkins);
  put_phases(rows, timeline.phases);
  return rows.finished();
}

}  // namespace hinge::report
