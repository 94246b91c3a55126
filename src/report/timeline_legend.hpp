#pragma once

#include <string>

#include "report/timeline.hpp"
#include "report/timeline_labels.hpp"

namespace hinge::report {

struct Legend {
  std::string elements;
  int bottom = 0;  ///< where the picture may end, in tenths
};

/// The marks that the timeline has, each with what it means, in rows from the top of `room` on; its
/// bottom is not looked at. What was felt only where the picture shows it.
[[nodiscard]] Legend legend_of(const Timeline& timeline, const Box& room,
                               const SvgOptions& options);

}  // namespace hinge::report
