#include "hinge/score.hpp"

#include "domain/digits.hpp"

namespace hinge {

std::string to_string(Score score) {
  const int halves = score.in_halves();
  const int magnitude = halves < 0 ? -halves : halves;
  return (halves < 0 ? "-" : "") + std::to_string(magnitude / 2) + (magnitude % 2 != 0 ? ".5" : "");
}

std::optional<Score> parse_score(std::string_view text) {
  const std::size_t mark = text.find_first_of(".,");
  const auto points = number_of_digits(text.substr(0, mark));
  if (!points || *points > 99) return std::nullopt;
  const Score whole{static_cast<int>(*points)};
  if (mark == std::string_view::npos) return whole;
  const std::string_view half = text.substr(mark + 1);
  if (half == "0") return whole;
  if (half == "5") return whole + Score::halves(1);
  return std::nullopt;
}

}  // namespace hinge
