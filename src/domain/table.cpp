#include "domain/table.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "domain/csv_row.hpp"
#include "domain/text.hpp"

namespace hinge {
namespace {

constexpr std::size_t block_size = std::size_t{64} * 1024;
constexpr char guard = '\'';

bool begins_like_a_formula(std::string_view text) {
  constexpr std::string_view beginnings = "=+-@\t\r'";
  return !text.empty() && beginnings.find(text.front()) != std::string_view::npos;
}

}  // namespace

TableWriter::TableWriter(Sink sink, TableForm form, const TableSpec& table, bool excel_safe)
    : sink_(std::move(sink)), form_(form), table_(table), excel_safe_(excel_safe) {
  block_.reserve(block_size * 2);
  if (form_ == TableForm::json) {
    ((block_ += R"({"schema":"hinge.)") += table_.name) += R"(/1","rows":[)";
  }
  if (form_ != TableForm::csv) return;
  for (const std::string_view column : table_.columns) {
    if (!block_.empty()) block_ += ',';
    block_ += column;
  }
  block_ += '\n';
}

void TableWriter::begin_row() {
  if (form_ == TableForm::json && !first_row_) block_ += ',';
  row_ = block_.size();
}

void TableWriter::begin_cell() {
  assert(column_ < table_.columns.size());
  if (column_ == 0) begin_row();
  if (form_ == TableForm::csv) {
    if (column_ > 0) block_ += ',';
  } else {
    ((block_ += column_ == 0 ? "{\"" : ",\"") += table_.columns[column_]) += "\":";
  }
  ++column_;
}

TableWriter& TableWriter::text(std::string_view text) {
  if (text.empty()) return unknown();
  begin_cell();
  if (form_ == TableForm::csv) {
    const bool guarded = excel_safe_ && begins_like_a_formula(text);
    block_ += guarded ? csv_cell(guard + std::string(text)) : csv_cell(text);
  } else {
    block_ += json_string(text);
  }
  return *this;
}

TableWriter& TableWriter::word(std::string_view word) {
  if (word.empty()) return unknown();
  begin_cell();
  if (form_ == TableForm::csv) {
    block_ += word;
  } else {
    ((block_ += '"') += word) += '"';
  }
  return *this;
}

TableWriter& TableWriter::number(std::string_view digits) {
  begin_cell();
  block_ += digits;
  return *this;
}

TableWriter& TableWriter::integer(std::int64_t number) {
  constexpr std::size_t longest = 20;
  std::array<char, longest> digits{};
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return this->number({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

TableWriter& TableWriter::yes_or_no(bool yes) {
  begin_cell();
  if (form_ == TableForm::csv) {
    block_ += yes ? "yes" : "no";
  } else {
    block_ += yes ? "true" : "false";
  }
  return *this;
}

TableWriter& TableWriter::unknown() {
  begin_cell();
  if (form_ != TableForm::csv) block_ += "null";
  return *this;
}

TableWriter& TableWriter::score(Score score) { return number(to_string(score)); }

TableWriter& TableWriter::hours(Minutes time) { return number(csv_hours(time)); }

TableWriter& TableWriter::weight(Weight weight) {
  assert(column_ > 0);
  if (weight == weight_.weight && column_ == weight_.column) {
    block_ += weight_.bytes;
    column_ += 3;
    return *this;
  }
  weight_.weight = weight;
  weight_.column = column_;
  const std::size_t begun = block_.size();
  const std::string typed = number_in(weight.unit, weight.load);
  number(weight.unit == Unit::kg ? typed : number_in(Unit::kg, weight.load));
  number(typed).word(to_string(weight.unit));
  weight_.bytes = block_.substr(begun);
  return *this;
}

TableWriter::Beginning TableWriter::beginning() const { return {block_.substr(row_), column_}; }

TableWriter& TableWriter::begin_as(const Beginning& beginning) {
  assert(column_ == 0);
  begin_row();
  block_ += beginning.bytes;
  column_ = beginning.cells;
  return *this;
}

void TableWriter::end_row() {
  assert(column_ == table_.columns.size());
  column_ = 0;
  first_row_ = false;
  if (form_ != TableForm::csv) block_ += '}';
  if (form_ != TableForm::json) block_ += '\n';
  if (block_.size() < block_size) return;
  sink_(block_);
  block_.clear();
}

void TableWriter::finish() {
  if (form_ == TableForm::json) block_ += "]}\n";
  sink_(block_);
  block_.clear();
}

std::string_view unguarded(std::string_view cell) {
  const bool guarded =
      !cell.empty() && cell.front() == guard && begins_like_a_formula(cell.substr(1));
  return guarded ? cell.substr(1) : cell;
}

std::string offset_text(Minutes offset) {
  const auto minutes = std::abs(offset.count());
  return (offset.count() < 0 ? "-" : "+") + clock_time(Minutes{minutes});
}

}  // namespace hinge
