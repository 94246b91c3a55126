#include "report/layout.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hinge::report {
namespace {

constexpr int widest = 80;
constexpr int narrowest = 16;
constexpr int one_fact_a_line_below = 60;

struct Range {
  char32_t first;
  char32_t last;
};
constexpr std::array combining = {
    Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},   Range{0x610, 0x61A},
    Range{0x64B, 0x65F},   Range{0x93A, 0x93C},   Range{0x941, 0x94D},   Range{0xE31, 0xE31},
    Range{0xE34, 0xE3A},   Range{0xE47, 0xE4E},   Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
    Range{0x200B, 0x200D}, Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
};
constexpr std::array wide = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x23E9, 0x23F3},
    Range{0x2614, 0x2615},   Range{0x26A1, 0x26A1},   Range{0x26BD, 0x26BE},
    Range{0x2705, 0x2705},   Range{0x270A, 0x270B},   Range{0x2728, 0x2728},
    Range{0x274C, 0x274E},   Range{0x2753, 0x2757},   Range{0x2795, 0x2797},
    Range{0x2B50, 0x2B55},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
    Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6},
    Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F7E0, 0x1F7EB}, Range{0x1F900, 0x1FAFF},
    Range{0x20000, 0x3FFFD},
};

template <std::size_t Count>
bool is_in(const std::array<Range, Count>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](Range range) { return c >= range.first && c <= range.last; });
}

std::size_t columns_of(char32_t c) {
  if (c < 0x300) return 1;
  if (is_in(combining, c)) return 0;
  return is_in(wide, c) ? 2 : 1;
}

/// The bytes before the first that is not ASCII.
std::size_t ascii_size(std::string_view text) {
  const auto* const other = std::find_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0x80U) != 0;
  });
  return static_cast<std::size_t>(other - text.begin());
}

/// The bytes of the character `text` begins with. Requires text that is not empty.
std::size_t first_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

char32_t decoded(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return lead;
  char32_t c = lead & (0xFFU >> (character.size() + 1));
  for (const char byte : character.substr(1))
    c = (c << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  return c;
}

/// The bytes of as much of `text` as fits in `width` columns; at least one character.
std::size_t bytes_that_fit(std::string_view text, std::size_t width) {
  if (text.size() <= width) return text.size();  // no character is wider than it has bytes
  std::size_t bytes = 0;
  std::size_t used = 0;
  while (bytes < text.size()) {
    const std::string_view character = text.substr(bytes, first_size(text.substr(bytes)));
    used += columns_of(decoded(character));
    if (used > width && bytes > 0) break;
    bytes += character.size();
  }
  return bytes;
}

/// The last space of `text`, at `fits` at most, where a line may end: not inside a command.
std::size_t break_before(std::string_view text, std::size_t fits) {
  constexpr std::string_view command = "hinge";
  std::size_t space = text.rfind(' ', fits);
  while (space != std::string_view::npos && space > 0 &&
         text.substr(0, space).substr(space - std::min(space, command.size())) == command) {
    space = text.rfind(' ', space - 1);
  }
  return space;
}

/// What of `rest` goes on a line of `width` columns: up to a space where there is one in reach.
std::string_view next_line(std::string_view& rest, std::size_t width) {
  std::size_t fits = bytes_that_fit(rest, width);
  if (fits < rest.size()) {
    const std::size_t space = break_before(rest, fits);
    if (space != std::string_view::npos && space > 0) fits = space;
  }
  const std::string_view line = rest.substr(0, fits);
  rest.remove_prefix(fits);
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

std::string_view escape_for(Tone tone) {
  switch (tone) {
    case Tone::strong:
      return "\x1b[1m";
    case Tone::faint:
      return "\x1b[2m";
    case Tone::alert:
      return "\x1b[1;33m";
    case Tone::normal:
      break;
  }
  return {};
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t plain = ascii_size(text);
    count += plain;
    text.remove_prefix(plain);
    if (text.empty()) break;
    const std::size_t size = first_size(text);
    count += columns_of(decoded(text.substr(0, size)));
    text.remove_prefix(size);
  }
  return count;
}

std::string without_symbols(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> spelled = {
      {{"×", "x"}, {"→", "->"}, {"–", "-"}, {"…", "..."}, {"·", "-"}}};
  std::string out;
  while (!text.empty()) {
    const auto* const symbol = std::find_if(
        spelled.begin(), spelled.end(),
        [text](const auto& entry) { return text.substr(0, entry.first.size()) == entry.first; });
    const bool found = symbol != spelled.end();
    out += found ? symbol->second : text.substr(0, 1);
    text.remove_prefix(found ? symbol->first.size() : 1);
  }
  return out;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out{text};
  out.append(width - std::min(width, columns(text)), ' ');
  return out;
}

Page::Page(Style style) : style_(std::move(style)) {}

std::size_t Page::width() const {
  return static_cast<std::size_t>(std::clamp(style_.width, narrowest, widest));
}

bool Page::narrow() const { return !style_.plain && style_.width < one_fact_a_line_below; }

void Page::put(std::string_view line, Tone tone) {
  const std::string_view escape = style_.color && !style_.plain ? escape_for(tone) : "";
  text_ += escape;
  text_ += line;
  if (!escape.empty()) text_ += "\x1b[0m";
  text_ += '\n';
}

void Page::line(std::string_view head, std::string_view text, Tone tone) {
  const bool spell = style_.ascii || style_.plain;
  const std::string body = spell ? without_symbols(text) : std::string{};
  std::string start = spell ? without_symbols(head) : std::string{head};
  // A head that leaves no room for its text stands on lines of its own.
  constexpr std::size_t room = 20;
  std::size_t used = columns(start);
  if (used * 2 > width() && used + room > width()) {
    std::string_view rest = start;
    while (!rest.empty()) put(next_line(rest, width()), tone);
    start = "  ";
    used = start.size();
  }
  const std::size_t indent = style_.plain ? 0 : used;
  std::string_view rest = spell ? body : text;
  do {
    start += next_line(rest, width() - used);
    start.erase(start.find_last_not_of(' ') + 1);
    put(start, tone);
    start.assign(indent, ' ');
    used = indent;
  } while (!rest.empty());
}

void Page::record(const Fact& head, const std::vector<Fact>& facts, Tone tone,
                  std::string_view gap) {
  if (style_.plain) {
    if (!head.value.empty()) line("", head.label + ": " + head.value, tone);
    for (const Fact& fact : facts) line("", fact.label + ": " + fact.value);
    return;
  }
  if (narrow()) {
    std::string trimmed = head.in_line();
    trimmed.erase(trimmed.find_last_not_of(' ') + 1);
    if (!trimmed.empty()) line("", trimmed, tone);
    for (const Fact& fact : facts) line("  ", fact.in_line());
    return;
  }
  std::string body;
  for (const Fact& fact : facts) {
    if (!body.empty()) body += gap;
    body += fact.in_line();
  }
  line(head.in_line(), body, tone);
}

void Page::statement(std::string_view label, std::string_view text, Tone tone) {
  line("", style_.plain ? std::string{label} + ": " + std::string{text} : std::string{text}, tone);
}

void Page::sentence(std::string_view label, std::string_view text, Tone tone) {
  if (style_.plain) return statement(label, text, tone);
  line("  ", text, tone);
}

void Page::verbatim(std::string_view label, std::string_view lead, std::string_view text) {
  const std::string before = style_.plain ? std::string{label} + ": " : "  " + std::string{lead};
  const bool fits = columns(before) + columns(text) <= width();
  if (style_.plain || lead.empty() || fits) {
    put(before + std::string{text}, Tone::normal);
    return;
  }
  put(std::string_view{before}.substr(0, before.find_last_not_of(' ') + 1), Tone::normal);
  put("  " + std::string{text}, Tone::normal);
}

void Page::list(const std::vector<Fact>& facts) {
  std::size_t widest_label = 0;
  for (const Fact& fact : facts) widest_label = std::max(widest_label, columns(fact.label));
  for (const Fact& fact : facts) {
    if (style_.plain) {
      line("", fact.label + ": " + fact.value);
    } else if (narrow()) {
      line("  ", fact.label.empty() ? fact.value : fact.label + ": " + fact.value);
    } else {
      line("  " + padded(fact.label, widest_label) + "  ", fact.value);
    }
  }
}

void Page::blank() { text_ += '\n'; }

}  // namespace hinge::report
