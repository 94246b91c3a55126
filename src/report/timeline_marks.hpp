#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/measure.hpp"
#include "report/timeline_labels.hpp"

/// The shapes of a timeline, as SVG elements. All lengths are in tenths of a unit.
namespace hinge::report {

[[nodiscard]] std::string svg_line(int x1, int y1, int x2, int y2, std::string_view style);
[[nodiscard]] std::string svg_rect(const Box& box, std::string_view style);
enum class Anchor : std::uint8_t { start, middle, end };
/// `text` is free text.
[[nodiscard]] std::string svg_text(int x, int y, Anchor anchor, std::string_view style,
                                   std::string_view text);
/// `shapes` with `title`, which is free text, as what a reader hears or hovers over.
[[nodiscard]] std::string svg_titled(std::string_view title, std::string_view shapes);
/// "12.5".
[[nodiscard]] std::string svg_number(int tenths);

/// How a session is drawn: by its shape, and by its colour too.
enum class LoadMark : std::uint8_t { done, light, deload, no_rep };
[[nodiscard]] LoadMark mark_of(const TimelinePoint& point, const Reading& reading);
[[nodiscard]] std::string drawn(LoadMark mark, int x, int y, bool small);
/// A cross over a session in which a rep was missed.
[[nodiscard]] std::string missed_cross(int x, int y, bool small);

/// How a check-in is drawn.
enum class FeltMark : std::uint8_t { nothing, sensation, soreness, pain, elsewhere };
[[nodiscard]] FeltMark mark_of(const TimelineCheckIn& checkin);
/// With a stem down to `floor` where its height says something.
[[nodiscard]] std::string drawn(FeltMark mark, int x, int y, int floor, bool small);
/// A ring around a check-in that kept from something.
[[nodiscard]] std::string limits_ring(int x, int y, bool small);

}  // namespace hinge::report
