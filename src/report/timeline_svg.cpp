#include <fmt/core.h>

#include <algorithm>

#include "domain/text.hpp"
#include "report/markup.hpp"
#include "report/timeline.hpp"
#include "report/timeline_labels.hpp"
#include "report/timeline_legend.hpp"
#include "report/timeline_marks.hpp"
#include "report/timeline_scale.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

constexpr int width = 7200;  // all lengths in tenths
constexpr int margin = 80;
constexpr int left = 780;
constexpr int right = 7080;
constexpr int row_height = 150;
constexpr int half_mark = 40;
constexpr int worst = 20;  // 10/10 in halves
constexpr int most_labelled = 14;

/// How high its parts are: a page of its own has room, a sheet has other things to say.
struct Heights {
  int above;  ///< room for what the loads are called
  int load;
  int felt;
  int between;  ///< room for what the lower part is called
  int legend;   ///< from the axis to its first line
  int most_steps;
};
constexpr Heights on_its_own = {260, 1300, 700, 380, 480, 5};
constexpr Heights on_a_sheet = {220, 440, 260, 280, 410, 4};

const Heights& heights_for(const SvgOptions& options) {
  return options.standalone ? on_its_own : on_a_sheet;
}

/// Where everything stands, from top to bottom.
struct Frame {
  int title = 0;
  int load_top = 0;
  int load_floor = 0;
  int felt_top = 0;
  int felt_floor = 0;
  int lasted = 0;  ///< the middle of its row; 0: there is none
  int unsaid = 0;  ///< as well
  int axis = 0;
  int legend = 0;
};

bool shows_length(const TimelineCheckIn& mark) {
  return mark.session && mark.lasted > Minutes{0} && mark.symptom >= Symptom::soreness;
}

void put_felt(Frame& frame, const Timeline& timeline, const Heights& heights) {
  frame.felt_top = frame.load_floor + heights.between;
  frame.felt_floor = frame.felt_top + heights.felt;
  frame.axis = frame.felt_floor;
  int row = frame.felt_floor + 60;
  const auto& points = timeline.points;
  if (std::any_of(timeline.checkins.begin(), timeline.checkins.end(), shows_length)) {
    frame.lasted = row + row_height / 2;
    row += row_height;
  }
  if (!std::all_of(points.begin(), points.end(),
                   [](const TimelinePoint& point) { return point.checked_in; })) {
    frame.unsaid = row + row_height / 2;
    row += row_height;
  }
  if (frame.lasted + frame.unsaid > 0) frame.axis = row + 20;
}

Frame frame_for(const Timeline& timeline, const SvgOptions& options) {
  const Heights& heights = heights_for(options);
  Frame frame;
  frame.title = options.standalone ? 220 : 0;
  frame.load_top = (options.standalone ? 340 : 0) + heights.above;
  frame.load_floor = frame.load_top + heights.load;
  frame.felt_top = frame.felt_floor = frame.axis = frame.load_floor;
  if (options.felt) put_felt(frame, timeline, heights);
  frame.legend = frame.axis + heights.legend;
  return frame;
}

class Picture {
 public:
  Picture(const Timeline& timeline, const SvgOptions& options)
      : timeline_(timeline),
        options_(options),
        frame_(frame_for(timeline, options)),
        scale_(scale_of_values(heights_for(options).most_steps)) {}

  [[nodiscard]] std::string drawn_whole() {
    phases();
    load_grid();
    load_line();
    load_marks();
    if (options_.felt) {
      felt_grid();
      felt_marks();
      lengths();
      unsaid();
    }
    time_axis();
    const Legend legend = legend_of(timeline_, {margin, frame_.legend, right, 0}, options_);
    body_ += legend.elements;
    return head(legend.bottom) + body_ + "</svg>\n";
  }

 private:
  [[nodiscard]] Reading reading(const TimelinePoint& point) const {
    return reading_of(options_.measure, point, timeline_.unit);
  }
  [[nodiscard]] ValueScale scale_of_values(int most_steps) const {
    std::vector<std::int64_t> values;
    for (const TimelinePoint& point : timeline_.points) {
      if (const auto value = reading(point).value) values.push_back(*value);
    }
    if (values.empty()) return {0, 1000, 1000};
    if (options_.measure == Measure::volume) values.push_back(0);
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return value_scale(*low, *high, most_steps);
  }

  /// Minutes from the beginning of the first day, in the range.
  [[nodiscard]] int x_at(Minutes since_first) const {
    const auto all = Minutes{timeline_.last - timeline_.first} + Minutes{std::chrono::hours{24}};
    const auto inside = std::clamp(since_first, Minutes{0}, Minutes{all});
    return left + share_of(inside.count(), all.count(), right - left);
  }
  /// The middle of a day.
  [[nodiscard]] int x_of(Date date) const {
    return x_at(Minutes{date - timeline_.first} + std::chrono::hours{12});
  }
  [[nodiscard]] int y_of_value(std::int64_t value) const {
    return frame_.load_floor - share_of(value - scale_.low, scale_.high - scale_.low,
                                        frame_.load_floor - frame_.load_top);
  }
  [[nodiscard]] int y_of(const TimelinePoint& point) const {
    const auto value = reading(point).value;
    return value ? y_of_value(*value) : frame_.load_floor - half_mark;
  }
  [[nodiscard]] int y_of(const TimelineCheckIn& mark) const {
    const int halves = std::clamp(mark.peak.value_or(Nprs{0}).in_halves(), 0, worst);
    return frame_.felt_floor - share_of(halves, worst, frame_.felt_floor - frame_.felt_top);
  }
  /// Whether so many marks would run into each other.
  [[nodiscard]] static bool crowded(std::size_t count) {
    return count > static_cast<std::size_t>((right - left) / (half_mark * 2));
  }

  void put(std::string_view elements) {
    body_ += elements;
    body_ += '\n';
  }

  void phases() {
    constexpr int room_for_name = 450;
    for (const PhaseSpan& span : timeline_.phases) {
      const std::string name{to_string(span.phase)};
      const Box box{x_at(span.first - timeline_.first), frame_.load_top,
                    x_at(span.last - timeline_.first + std::chrono::days{1}), frame_.felt_floor};
      std::string shapes = svg_rect(box, name);
      if (options_.felt && box.right - box.left >= room_for_name) {
        shapes += svg_text(box.left + 40, frame_.felt_top - 100, Anchor::start, "muted", name);
      }
      body_ += svg_titled(words(span), shapes);
    }
  }

  void load_grid() {
    put(svg_text(margin, frame_.load_top - 120, Anchor::start, "muted",
                 capitalized(axis_of(options_.measure, timeline_.unit))));
    if (timeline_.points.empty()) {
      put(svg_text(left, (frame_.load_top + frame_.load_floor) / 2, Anchor::start, "muted",
                   "No sessions in these days."));
      return;
    }
    for (std::int64_t value = scale_.low; value <= scale_.high; value += scale_.step) {
      const int y = y_of_value(value);
      put(svg_line(left, y, right, y, "grid") +
          svg_text(left - 80, y + 38, Anchor::end, "muted",
                   number_in(timeline_.unit, Load::of(value, timeline_.unit))));
    }
  }

  void load_line() {
    std::string points;
    for (const TimelinePoint& point : timeline_.points) {
      if (!reading(point).value) continue;
      points += points.empty() ? "" : " ";
      points += svg_number(x_of(point.date)) + "," + svg_number(y_of(point));
    }
    if (!points.empty()) put(fmt::format(R"(<polyline class="line" points="{}"/>)", points));
  }

  void load_marks() {
    const auto& points = timeline_.points;
    const bool small = crowded(points.size());
    for (const TimelinePoint& point : points) {
      const int x = x_of(point.date);
      const int y = y_of(point);
      std::string shapes = drawn(mark_of(point, reading(point)), x, y, small);
      if (point.missed && point.load) shapes += missed_cross(x, y, small);
      body_ += svg_titled(words(point, options_.measure, timeline_.unit), shapes);
    }
    load_labels();
  }

  /// The last load, the highest, the deloads, the first; all of them where they are few.
  [[nodiscard]] std::vector<const TimelinePoint*> labelled_points() const {
    const auto rank = [this](const TimelinePoint* point) {
      if (point == &timeline_.points.back()) return 0;
      if (point->decision == Decision::deload) return 2;
      return point == &timeline_.points.front() ? 3 : 4;
    };
    std::vector<const TimelinePoint*> wanted;
    for (const TimelinePoint& point : timeline_.points) {
      if (reading(point).value) wanted.push_back(&point);
    }
    if (wanted.empty()) return wanted;
    const TimelinePoint* highest = *std::max_element(
        wanted.begin(), wanted.end(),
        [this](const auto* a, const auto* b) { return reading(*a).value < reading(*b).value; });
    const auto order = [&](const TimelinePoint* point) {
      return point == highest ? std::min(1, rank(point)) : rank(point);
    };
    std::stable_sort(wanted.begin(), wanted.end(),
                     [&](const auto* a, const auto* b) { return order(a) < order(b); });
    if (wanted.size() > most_labelled) {
      std::erase_if(wanted, [&](const auto* point) { return order(point) > 3; });
    }
    return wanted;
  }

  void load_labels() {
    LabelRoom room{{left, frame_.load_top - 150, right + 120, frame_.load_floor}};
    for (const TimelinePoint& point : timeline_.points) room.take(box_around(point));
    for (const TimelinePoint* point : labelled_points()) {
      const std::string text = reading(*point).shown;
      const bool below = point->decision == Decision::deload;
      const int above_it = y_of(*point) - 80;
      const int below_it = y_of(*point) + 170;
      label(room, text, x_of(point->date), below ? below_it : above_it,
            below ? above_it : below_it);
    }
  }

  template <class Mark>
  [[nodiscard]] Box box_around(const Mark& mark) const {
    const int x = x_of(mark.date);
    const int y = y_of(mark);
    return {x - half_mark, y - half_mark, x + half_mark, y + half_mark};
  }

  void label(LabelRoom& room, const std::string& text, int x, int y, int else_y) {
    for (const int at : {y, else_y}) {
      if (const auto middle = room.place(text, x, at)) {
        put(svg_text(*middle, at, Anchor::middle, "halo", text));
        return;
      }
    }
  }

  void felt_grid() {
    put(svg_text(margin, frame_.felt_top - 100, Anchor::start, "muted", "Felt, 0–10"));
    for (const int points : {0, 5, 10}) {
      const int y =
          frame_.felt_floor - share_of(points, worst / 2, frame_.felt_floor - frame_.felt_top);
      put(svg_line(left, y, right, y, points == 0 ? "axis" : "grid") +
          svg_text(left - 80, y + 38, Anchor::end, "muted", std::to_string(points)));
    }
    if (timeline_.checkins.empty()) {
      put(svg_text(left, (frame_.felt_top + frame_.felt_floor) / 2 - 80, Anchor::start, "muted",
                   "No check-ins in these days."));
    }
  }

  void felt_marks() {
    const bool small = crowded(timeline_.checkins.size());
    for (const TimelineCheckIn& mark : timeline_.checkins) {
      const int x = x_of(mark.date);
      std::string shapes = drawn(mark_of(mark), x, y_of(mark), frame_.felt_floor, small);
      if (mark.limits >= 2) shapes += limits_ring(x, y_of(mark), small);
      body_ += svg_titled(words(mark), shapes);
    }
    if (!small) felt_labels();
  }

  /// Pain, the worst first.
  void felt_labels() {
    LabelRoom room{{left, frame_.felt_top - 80, right + 120, frame_.felt_floor}};
    std::vector<const TimelineCheckIn*> wanted;
    for (const TimelineCheckIn& mark : timeline_.checkins) {
      if (mark.symptom >= Symptom::soreness) room.take(box_around(mark));
      if (is_pain(mark.symptom)) wanted.push_back(&mark);
    }
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto* a, const auto* b) { return a->peak > b->peak; });
    for (const TimelineCheckIn* mark : wanted) {
      const std::string text = felt(mark->nature, std::nullopt);
      label(room, text, x_of(mark->date), y_of(*mark) - 80, y_of(*mark) - 80);
    }
  }

  void lengths() {
    if (frame_.lasted == 0) return;
    put(svg_text(left - 80, frame_.lasted + 38, Anchor::end, "muted", "lasted"));
    constexpr int half = 30;
    for (const bool pain : {false, true}) {
      for (const TimelineCheckIn& mark : timeline_.checkins) {
        if (!shows_length(mark) || is_pain(mark.symptom) != pain) continue;
        const Minutes from = Minutes{*mark.session - timeline_.first} + std::chrono::hours{12};
        const Box box{x_at(from), frame_.lasted - half, x_at(from + mark.lasted),
                      frame_.lasted + half};
        if (box.left >= box.right) continue;
        body_ += svg_titled(words(mark), svg_rect(box, pain ? "pain" : "soreness hollow"));
      }
    }
  }

  void unsaid() {
    if (frame_.unsaid == 0) return;
    put(svg_text(left - 80, frame_.unsaid + 38, Anchor::end, "muted", "no check-in"));
    constexpr int half = 35;
    for (const TimelinePoint& point : timeline_.points) {
      if (point.checked_in) continue;
      const int x = x_of(point.date);
      body_ += svg_titled(words(point),
                          svg_line(x, frame_.unsaid - half, x, frame_.unsaid + half, "unsaid"));
    }
  }

  void time_axis() {
    constexpr int most_ticks = 12;
    put(svg_line(left, frame_.axis, right, frame_.axis, "axis"));
    LabelRoom room{{left - 200, frame_.axis, width, frame_.legend}};
    for (const TimeTick& tick : time_ticks(timeline_.first, timeline_.last, most_ticks)) {
      const int x = x_of(tick.date);
      put(svg_line(x, frame_.axis, x, frame_.axis + 40, "axis"));
      const auto middle = room.place(tick.label, x, frame_.axis + 160);
      if (!middle) continue;
      put(svg_text(*middle, frame_.axis + 160, Anchor::middle, "muted", tick.label));
      if (!tick.year.empty()) {
        put(svg_text(*middle, frame_.axis + 290, Anchor::middle, "muted", tick.year));
      }
    }
  }

  [[nodiscard]] std::string head(int height) const {
    const std::string id = escaped_for_markup(options_.id);
    std::string text;
    if (options_.standalone) text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    text += fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" class="hinge-timeline" viewBox="0 0 {} {}" )"
        R"(width="{}" height="{}" role="img" aria-labelledby="{}-title {}-desc">)",
        svg_number(width), svg_number(height), svg_number(width), svg_number(height), id, id);
    text +=
        fmt::format("\n<title id=\"{}-title\">{}</title>\n<desc id=\"{}-desc\">{}</desc>\n", id,
                    escaped_for_markup(timeline_.title), id,
                    escaped_for_markup(description(timeline_, options_.felt, options_.measure)));
    if (!options_.standalone) return text;
    constexpr std::size_t title_columns = 80;
    text += "<style>" + svg_style() + "</style>\n";
    text += svg_rect({0, 0, width, height}, "paper") + "\n";
    text += svg_text(margin, frame_.title, Anchor::start, "title",
                     shortened(escaped_for_terminal(timeline_.title), title_columns));
    return text + "\n";
  }

  const Timeline& timeline_;
  const SvgOptions& options_;
  Frame frame_;
  ValueScale scale_;
  std::string body_;
};

}  // namespace

std::string svg(const Timeline& timeline, const SvgOptions& options) {
  return Picture{timeline, options}.drawn_whole();
}

}  // namespace hinge::report
