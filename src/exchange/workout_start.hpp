#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exchange/layout.hpp"
#include "exchange/stamp.hpp"

namespace hinge::exchange {

/// When a row's workout began: as the file has it, and by the lifter's clock.
struct Start {
  Stamp stamp;
  Moment when;
  std::optional<Minutes> utc_offset;
};

/// Reads a day, with or without a time, as files of this layout write it.
[[nodiscard]] std::optional<Start> start_of(std::string_view text, const Layout& layout,
                                            const ImportOptions& options);

/// What is wrong with a day that `start_of` does not read; where only the order of its numbers is
/// unknown, both readings, and how to say which is meant.
[[nodiscard]] std::string about_date(const Layout& layout, std::string_view text);

}  // namespace hinge::exchange
