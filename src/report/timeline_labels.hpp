#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hinge::report {

/// A rectangle on paper, in tenths of a unit; right and bottom are not in it.
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};
[[nodiscard]] bool overlap(const Box& a, const Box& b);

/// About how wide `text` will be drawn, in tenths, on the wide side: which font it will be is the
/// reader's affair.
[[nodiscard]] int text_width(std::string_view text);

/// `text`, or as much of it as fits in `most` columns with an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

/// Room for labels: each stands where nothing else does, or not at all.
class LabelRoom {
 public:
  /// Labels stay inside `bounds`.
  explicit LabelRoom(const Box& bounds) : bounds_(bounds) {}
  /// Keeps labels away from `box`.
  void take(const Box& box) { taken_.push_back(box); }
  /// Takes the room for `text` centred over x (moved in from the edges), with its baseline at y,
  /// and says where its middle is; none where there is no room.
  [[nodiscard]] std::optional<int> place(std::string_view text, int x, int y);

 private:
  Box bounds_;
  std::vector<Box> taken_;
};

}  // namespace hinge::report
