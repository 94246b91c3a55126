#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hinge::exchange {

/// The CSV that FitNotes would export, made of the rows of its backup: so a backup and an export of
/// the same log are the same sessions, and the second one adds nothing.
class FitNotesRows {
 public:
  FitNotesRows();
  void add(std::string_view day, std::string_view exercise, double kilograms, std::int64_t reps,
           std::string_view comment);
  [[nodiscard]] std::string csv() && { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace hinge::exchange
