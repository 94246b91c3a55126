#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace hinge::report {

/// The columns a terminal gives to UTF-8 text: two for wide scripts and emoji, none for marks that
/// combine.
[[nodiscard]] std::size_t columns(std::string_view text);

/// `text` with the program's own symbols (×, →, –, …) spelled in ASCII.
[[nodiscard]] std::string without_symbols(std::string_view text);

/// What colour may add to a line. Never the only carrier of anything.
enum class Tone : std::uint8_t { normal, strong, faint, alert };

/// One thing to know. `shown` is how it stands in a line beside others, where that differs.
struct Fact {
  std::string label;
  std::string value;
  std::string shown;
  [[nodiscard]] const std::string& in_line() const { return shown.empty() ? value : shown; }
};

/// Lines of text that keep to a style: but for what is verbatim no line is wider than it allows.
class Page {
 public:
  explicit Page(Style style);

  /// `head`, then `text`, wrapped under itself.
  void line(std::string_view head, std::string_view text, Tone tone = Tone::normal);
  /// One record. Wide: `head` and the facts beside it, `gap` apart; narrow: one fact a line; plain:
  /// `label: value`, the head under its label.
  void record(const Fact& head, const std::vector<Fact>& facts, Tone tone = Tone::normal,
              std::string_view gap = "  ");
  /// A paragraph at the margin; `label: text` in plain.
  void statement(std::string_view label, std::string_view text, Tone tone = Tone::normal);
  /// A paragraph two columns in; `label: text` in plain.
  void sentence(std::string_view label, std::string_view text, Tone tone = Tone::normal);
  /// What is copied in one piece, a path or a command: two columns in, behind `lead` or below it,
  /// and never broken, however long it is. `label: text` in plain.
  void verbatim(std::string_view label, std::string_view lead, std::string_view text);
  /// Facts below each other, their labels padded to one width; `label: value` in plain.
  void list(const std::vector<Fact>& facts);
  void blank();

  [[nodiscard]] bool narrow() const;
  /// Whether so many columns stand on one line.
  [[nodiscard]] bool fits(std::size_t columns) const { return columns <= width(); }
  [[nodiscard]] bool plain() const { return style_.plain; }
  [[nodiscard]] const std::string& str() const { return text_; }

 private:
  [[nodiscard]] std::size_t width() const;
  void put(std::string_view line, Tone tone);

  Style style_;
  std::string text_;
};

/// `text` with spaces behind it up to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

}  // namespace hinge::report
