#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hinge/load.hpp"
#include "hinge/score.hpp"

namespace hinge {

/// A value as a cell of RFC 4180: quoted where it has to be.
[[nodiscard]] std::string csv_cell(std::string_view value);

/// One row of hinge's CSV in the making (cli.md section 6): RFC 4180, an empty cell for what is
/// unknown. The bytes depend on nothing but the values.
class CsvRow {
 public:
  CsvRow& cell(std::string_view value);
  CsvRow& cell(std::int64_t number) { return cell(std::to_string(number)); }
  CsvRow& yes_or_no(bool yes) { return cell(yes ? "yes" : "no"); }
  CsvRow& score(std::optional<Score> score) { return cell(score ? to_string(*score) : ""); }
  CsvRow& kg(Load load) { return cell(number_in(Unit::kg, load)); }
  /// Three cells: in kilograms, as typed, and the unit.
  CsvRow& weight(Weight weight) {
    return kg(weight.load).cell(number_in(weight.unit, weight.load)).cell(to_string(weight.unit));
  }
  CsvRow& empty(int cells) {
    for (int at = 0; at < cells; ++at) cell("");
    return *this;
  }
  template <class Word>
  CsvRow& word(const std::optional<Word>& word) {
    return cell(word ? to_string(*word) : std::string_view{});
  }

  /// The row with its line end.
  [[nodiscard]] std::string finished() && { return std::move(text_) + '\n'; }

 private:
  std::string text_;
  bool first_ = true;
};

/// Hours to the hundredth: exact enough for every minute to read back.
[[nodiscard]] std::string csv_hours(std::chrono::minutes time);

}  // namespace hinge
