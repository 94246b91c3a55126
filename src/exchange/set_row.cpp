#include "exchange/set_row.hpp"

#include <utility>

#include "exchange/cell_text.hpp"
#include "exchange/numbers.hpp"

namespace hinge::exchange {
namespace {

constexpr int most_reps = 999;

SetRow skip(std::string_view reason) {
  SetRow row;
  row.skipped = reason;
  return row;
}

SetRow refuse(std::string reason) {
  SetRow row;
  row.bad = std::move(reason);
  return row;
}

/// The number in a cell, where empty is 0.
std::optional<Decimal> number_in_cell(std::string_view text) {
  return Decimal::parse(text.empty() ? "0" : text);
}

/// Weight and reps, or what is wrong with one of them.
struct Numbers {
  Decimal weight;
  int reps = 0;
  std::string bad;
};

Numbers numbers_of(const Cells& cells) {
  const Decimal none = *Decimal::parse("0");
  const std::string_view weight_text = cells.weight().text;
  const auto weight = number_in_cell(weight_text);
  if (!weight || weight->rounded(0) >= 10'000) {
    return {none, 0,
            about_cell(cells.layout.name(Field::weight), weight_text,
                       "not a load (0 to 9999, with a point for decimals)")};
  }
  const std::string_view reps_text = cells[Field::reps];
  const auto number = number_in_cell(reps_text);
  const auto reps = number ? number->whole() : std::nullopt;
  if (!reps || *reps > most_reps) {
    return {none, 0,
            about_cell(cells.layout.name(Field::reps), reps_text,
                       "not a number of reps (a whole number, 0 to 999)")};
  }
  return {*weight, *reps, {}};
}

/// The unit of this row: as its column or its cell states, else as the caller says.
struct RowUnit {
  std::optional<Unit> unit;
  std::string bad;
};

RowUnit unit_of(const Cells& cells, const ImportOptions& options) {
  if (const auto unit = cells.weight().unit) return {unit, {}};
  const std::string_view word = cells[Field::unit];
  if (word.empty()) return {options.unit, {}};
  if (const auto unit = parse_unit_word(word)) return {unit, {}};
  return {std::nullopt, about_cell(cells.layout.name(Field::unit), word, "not kg or lb")};
}

/// Puts the RPE of the row into `row`. Apps let people write 4 or 7.25; such a set is worth more
/// than its RPE.
SetRow with_rpe(SetRow row, const Cells& cells, Mark mark) {
  const std::string_view text = cells[Field::rpe];
  const auto number = number_in_cell(text);
  if (!number) {
    return refuse(
        about_cell(cells.layout.name(Field::rpe), text, "not an RPE (5 to 10 in halves)"));
  }
  const auto halves = number->halves();
  if (halves && *halves >= 10 && *halves <= 20) {
    row.set->rpe = Rpe::halves(*halves);
  } else {
    row.rpe_dropped = !number->is_zero();
  }
  if (mark == Mark::to_failure && !row.set->rpe) row.set->rpe = Rpe(10);
  return row;
}

/// Why a row with these numbers is no set; empty if it is one.
std::string_view reason_to_skip(const Cells& cells, Mark mark, const Numbers& numbers) {
  if (mark == Mark::no_set) return cells[Field::notes].empty() ? "rest timer" : "note";
  if (numbers.reps == 0 && numbers.weight.is_zero()) return "not done";
  if (numbers.reps == 0) return "no reps";
  if (numbers.weight.rounded(2) == 0) return "no load";
  return {};
}

/// The row's set as often as the row says: once where there is no column for it.
SetRow with_count(SetRow row, const Cells& cells) {
  constexpr int most = 100;
  const std::string_view text = cells[Field::sets];
  if (text.empty()) return row;
  const auto number = Decimal::parse(text);
  const auto count = number ? number->whole() : std::nullopt;
  if (!count || *count < 1 || *count > most) {
    return refuse(
        about_cell(cells.layout.name(Field::sets), text, "not a number of sets (1 to 100)"));
  }
  row.count = static_cast<std::size_t>(*count);
  return row;
}

}  // namespace

SetRow read_set(const Cells& cells, const ImportOptions& options) {
  const Numbers numbers = numbers_of(cells);
  if (!numbers.bad.empty()) return refuse(numbers.bad);
  const Mark mark = cells.mark();
  const bool lifted = numbers.reps > 0;
  if (lifted && (mark == Mark::unknown || mark == Mark::no_set)) {
    return refuse(about_cell(cells.layout.name(Field::kind), cells[Field::kind],
                             "not a kind of set that hinge knows, and it has reps"));
  }
  if (const auto reason = reason_to_skip(cells, mark, numbers); !reason.empty()) {
    return skip(reason);
  }
  const RowUnit unit = unit_of(cells, options);
  if (!unit.bad.empty()) return refuse(unit.bad);

  SetRow row;
  row.unit_unknown = !unit.unit;
  row.set.emplace();
  row.set->weight = snapped(numbers.weight, unit.unit.value_or(Unit::kg));
  row.set->reps = numbers.reps;
  if (mark == Mark::warm_up) row.set->kind = SetKind::warmup;
  row = with_rpe(std::move(row), cells, mark);
  return row.set ? with_count(std::move(row), cells) : row;
}

}  // namespace hinge::exchange
