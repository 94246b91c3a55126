#include "domain/csv_row.hpp"

namespace hinge {
namespace {

bool needs_quotes(std::string_view cell) {
  const bool spaces_around = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
  return spaces_around || cell.find_first_of(",;\t\"\r\n") != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view value) {
  if (!needs_quotes(value)) return std::string(value);
  std::string cell = "\"";
  for (const char c : value) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

CsvRow& CsvRow::cell(std::string_view value) {
  if (!first_) text_ += ',';
  first_ = false;
  text_ += csv_cell(value);
  return *this;
}

std::string csv_hours(std::chrono::minutes time) {
  const auto hundredths = (time.count() * 100 + 30) / 60;
  std::string text = std::to_string(hundredths / 100);
  if (hundredths % 100 == 0) return text;
  text += '.';
  text += static_cast<char>('0' + hundredths % 100 / 10);
  if (hundredths % 10 != 0) text += static_cast<char>('0' + hundredths % 10);
  return text;
}

}  // namespace hinge
