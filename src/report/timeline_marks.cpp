#include "report/timeline_marks.hpp"

#include <fmt/core.h>

#include "report/markup.hpp"

namespace hinge::report {
namespace {

std::string circle(int x, int y, int radius, std::string_view style) {
  return fmt::format(R"(<circle class="{}" cx="{}" cy="{}" r="{}"/>)", style, svg_number(x),
                     svg_number(y), svg_number(radius));
}

std::string cross(int x, int y, int arm) {
  return svg_line(x - arm, y - arm, x + arm, y + arm, "missed") +
         svg_line(x - arm, y + arm, x + arm, y - arm, "missed");
}

/// Pointing down, as the load does.
std::string triangle(int x, int y, int size) {
  return fmt::format(R"(<polygon class="deload" points="{},{} {},{} {},{}"/>)",
                     svg_number(x - size), svg_number(y - size * 7 / 10), svg_number(x + size),
                     svg_number(y - size * 7 / 10), svg_number(x), svg_number(y + size));
}

std::string square(int x, int y, int half) {
  return svg_rect({x - half, y - half, x + half, y + half}, "soreness hollow");
}

}  // namespace

std::string svg_number(int tenths) {
  const std::string_view sign = tenths < 0 ? "-" : "";
  const int size = tenths < 0 ? -tenths : tenths;
  if (size % 10 == 0) return fmt::format("{}{}", sign, size / 10);
  return fmt::format("{}{}.{}", sign, size / 10, size % 10);
}

std::string svg_line(int x1, int y1, int x2, int y2, std::string_view style) {
  return fmt::format(R"(<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>)", style, svg_number(x1),
                     svg_number(y1), svg_number(x2), svg_number(y2));
}

std::string svg_rect(const Box& box, std::string_view style) {
  return fmt::format(R"(<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>)", style,
                     svg_number(box.left), svg_number(box.top), svg_number(box.right - box.left),
                     svg_number(box.bottom - box.top));
}

std::string svg_text(int x, int y, Anchor anchor, std::string_view style, std::string_view text) {
  const std::string_view placed = anchor == Anchor::start    ? ""
                                  : anchor == Anchor::middle ? R"( text-anchor="middle")"
                                                             : R"( text-anchor="end")";
  const std::string styled = style.empty() ? "" : fmt::format(R"( class="{}")", style);
  return fmt::format(R"(<text{} x="{}" y="{}"{}>{}</text>)", styled, svg_number(x), svg_number(y),
                     placed, escaped_for_markup(text));
}

std::string svg_titled(std::string_view title, std::string_view shapes) {
  return fmt::format("<g><title>{}</title>{}</g>\n", escaped_for_markup(title), shapes);
}

LoadMark mark_of(const TimelinePoint& point, const Reading& reading) {
  if (!reading.value) return LoadMark::no_rep;
  if (point.decision == Decision::deload) return LoadMark::deload;
  return point.light ? LoadMark::light : LoadMark::done;
}

std::string drawn(LoadMark mark, int x, int y, bool small) {
  switch (mark) {
    case LoadMark::no_rep:
      return cross(x, y, small ? 25 : 40);
    case LoadMark::deload:
      return triangle(x, y, small ? 40 : 60);
    case LoadMark::light:
      return circle(x, y, small ? 20 : 32, "light hollow");
    case LoadMark::done:
      break;
  }
  return circle(x, y, small ? 15 : 32, "done");
}

std::string missed_cross(int x, int y, bool small) { return cross(x, y, small ? 30 : 50); }

FeltMark mark_of(const TimelineCheckIn& checkin) {
  if (is_pain(checkin.symptom)) return checkin.unrelated ? FeltMark::elsewhere : FeltMark::pain;
  if (checkin.symptom == Symptom::soreness) return FeltMark::soreness;
  return checkin.symptom == Symptom::sensation ? FeltMark::sensation : FeltMark::nothing;
}

std::string drawn(FeltMark mark, int x, int y, int floor, bool small) {
  constexpr int tick = 70;
  switch (mark) {
    case FeltMark::pain:
      return svg_line(x, y, x, floor, "pain-stem") + circle(x, y, small ? 22 : 36, "pain");
    case FeltMark::elsewhere:
      return svg_line(x, y, x, floor, "pain-stem") +
             circle(x, y, small ? 22 : 36, "pain-stem hollow");
    case FeltMark::soreness:
      return svg_line(x, y, x, floor, "soreness") + square(x, y, small ? 18 : 30);
    case FeltMark::sensation:
      return svg_line(x, floor - tick, x, floor, "felt");
    case FeltMark::nothing:
      break;
  }
  return circle(x, floor, small ? 15 : 24, "felt hollow");
}

std::string limits_ring(int x, int y, bool small) {
  return fmt::format(R"(<circle class="limits" cx="{}" cy="{}" r="{}"/>)", svg_number(x),
                     svg_number(y), svg_number(small ? 42 : 65));
}

}  // namespace hinge::report
