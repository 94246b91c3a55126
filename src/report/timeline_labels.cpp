#include "report/timeline_labels.hpp"

#include <algorithm>

#include "report/layout.hpp"

namespace hinge::report {
namespace {

constexpr int column_width = 66;  // of 11 px type, in tenths
constexpr int ascent = 95;
constexpr int descent = 30;

}  // namespace

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

std::string shortened(std::string_view text, std::size_t most) {
  if (columns(text) <= most) return std::string{text};
  std::string_view kept = text;
  const auto goes_on = [&] {
    return kept.size() < text.size() &&
           (static_cast<unsigned char>(text[kept.size()]) & 0xC0U) == 0x80U;
  };
  while (!kept.empty() && (goes_on() || columns(kept) >= most)) kept.remove_suffix(1);
  return std::string{kept} + "…";
}

int text_width(std::string_view text) { return static_cast<int>(columns(text)) * column_width; }

std::optional<int> LabelRoom::place(std::string_view text, int x, int y) {
  const int width = text_width(text);
  const int left = std::max(bounds_.left, std::min(x - width / 2, bounds_.right - width));
  const Box box{left, y - ascent, left + width, y + descent};
  const bool inside =
      box.right <= bounds_.right && box.top >= bounds_.top && box.bottom <= bounds_.bottom;
  const bool is_free = std::none_of(taken_.begin(), taken_.end(),
                                    [&](const Box& other) { return overlap(box, other); });
  if (!inside || !is_free) return std::nullopt;
  taken_.push_back(box);
  return left + width / 2;
}

}  // namespace hinge::report
