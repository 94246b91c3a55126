#include "exchange/cell_text.hpp"

namespace hinge::exchange {

std::string_view cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

std::string about_cell(std::string_view column, std::string_view value, std::string_view what) {
  constexpr std::size_t enough = 40;
  std::string text(column);
  (text += " \"") += cut(value, enough);
  if (value.size() > enough) text += "…";
  return (text += "\": ") += what;
}

}  // namespace hinge::exchange
