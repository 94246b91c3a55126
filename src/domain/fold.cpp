#include "domain/fold.hpp"

#include <array>
#include <cstddef>

#include "domain/digits.hpp"

namespace hinge {
namespace {

// The letters behind U+00C0..U+017F, without what is written over or under them; the two signs
// among them are spaces.
constexpr std::array<std::string_view, 3> latin_letters = {
    "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy",
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll",
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"};

constexpr unsigned byte(char c) { return static_cast<unsigned char>(c); }

struct Letter {
  char ascii;  ///< a space between words, 0 for nothing at all
  std::size_t bytes;
};

/// A letter of ASCII, or a space in place of what is none.
char plain_letter(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return (c >= 'a' && c <= 'z') || is_digit(c) ? c : ' ';
}

/// A letter outside ASCII that folds to one inside, to a space or to nothing; 0 bytes if it stays.
Letter accented_letter(std::string_view rest) {
  if (rest.size() < 2) return {0, 0};
  const unsigned first = byte(rest[0]);
  const unsigned second = byte(rest[1]);
  if (second < 0x80 || second > 0xBF) return {0, 0};
  if (first >= 0xC3 && first <= 0xC5) {
    return {latin_letters.at(first - 0xC3)[second - 0x80], 2};
  }
  if (first == 0xC2) return {' ', 2};
  const bool combining = first == 0xCC || (first == 0xCD && second <= 0xAF);
  if (combining) return {0, 2};
  const bool punctuation = (first == 0xE2 && second == 0x80) || (first == 0xEF && second == 0xBC);
  return punctuation && rest.size() >= 3 ? Letter{' ', 3} : Letter{0, 0};
}

/// A Cyrillic capital's small letter, without dots; empty if it is none.
std::string cyrillic_letter(std::string_view rest) {
  if (rest.size() < 2) return {};
  const unsigned first = byte(rest[0]);
  const unsigned second = byte(rest[1]);
  const bool io = (first == 0xD0 && second == 0x81) || (first == 0xD1 && second == 0x91);
  if (io) return "\xD0\xB5";
  if (first != 0xD0 || second < 0x90 || second > 0xAF) return {};
  if (second <= 0x9F) return {'\xD0', static_cast<char>(second + 0x20)};
  return {'\xD1', static_cast<char>(second - 0x20)};
}

void append(std::string& words, char letter) {
  if (letter == 0) return;
  if (letter == ' ' && (words.empty() || words.back() == ' ')) return;
  words.push_back(letter);
}

}  // namespace

std::string folded(std::string_view name) {
  std::string words;
  for (std::size_t i = 0; i < name.size();) {
    if (byte(name[i]) < 0x80) {
      append(words, plain_letter(name[i++]));
    } else if (const Letter letter = accented_letter(name.substr(i)); letter.bytes > 0) {
      append(words, letter.ascii);
      i += letter.bytes;
    } else if (const std::string small = cyrillic_letter(std::string_view(name).substr(i));
               !small.empty()) {
      words += small;
      i += 2;
    } else {
      words.push_back(name[i++]);
    }
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace hinge
