#include "exchange/foreign.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "domain/lifts.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/numbers.hpp"
#include "exchange/row_fit.hpp"
#include "exchange/session_log.hpp"
#include "exchange/stamp.hpp"

namespace hinge::exchange {
namespace {

constexpr int most_reps = 999;
constexpr std::size_t longest_name = 200;

/// A row of a deadlift, read: a set, or why it is none, or what is wrong with it.
struct SetRow {
  std::optional<Set> set;
  std::string_view skipped;
  std::string bad;
  bool rpe_dropped = false;
  bool unit_unknown = false;
};

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
  const std::string_view word = cells[Field::weight_unit];
  if (word.empty()) return {options.unit, {}};
  if (const auto unit = parse_unit_word(word)) return {unit, {}};
  return {std::nullopt, about_cell(cells.layout.name(Field::weight_unit), word, "not kg or lb")};
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

SetRow read_set(const Cells& cells, const ImportOptions& options) {
  const Numbers numbers = numbers_of(cells);
  if (!numbers.bad.empty()) return refuse(numbers.bad);
  const Mark mark = cells.layout.app->mark(cells);
  const bool lifted = numbers.reps > 0;
  if (lifted && (mark == Mark::unknown || mark == Mark::no_set)) {
    const Field field = cells.layout.app->app == App::hevy ? Field::set_type : Field::set_order;
    return refuse(about_cell(cells.layout.name(field), cells[field],
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
  if (mark == Mark::warmup) row.set->kind = SetKind::warmup;
  return with_rpe(std::move(row), cells, mark);
}

std::string without_backslash_n(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\\n") {
      plain += '\n';
      ++i;
    } else if (text[i] != '\r') {
      plain += text[i];
    }
  }
  return plain;
}

class ForeignFile {
 public:
  ForeignFile(const Layout& layout, const ImportOptions& options, char delimiter)
      : layout_(layout), options_(options), delimiter_(delimiter), log_(layout.app->app) {
    file_.app = layout.app->app;
  }

  void take(const CsvRow& row) {
    ++file_.rows;
    if (row.quote_left_open) return refuse_row(row.line, "a quote is opened and never closed");
    const std::span<const std::string_view> fields = row.fields;
    const std::size_t columns = layout_.columns.size();
    if (fields.size() <= columns) return take_fields(row.line, fields);
    const auto joined = fitted(fields, layout_, delimiter_);
    if (!joined) return take_without_blanks(row.line, fields);
    const std::vector<std::string_view> views(joined->begin(), joined->end());
    take_fields(row.line, views);
  }

  [[nodiscard]] ImportFile result() && {
    if (file_.unit_missing) return std::move(file_);
    file_.sessions = std::move(log_).sessions();
    file_.outliers = mark_outliers(file_.sessions);
    return std::move(file_);
  }

 private:
  /// A row that fits its header in no way, but may still be of no interest.
  void take_without_blanks(std::size_t line, std::span<const std::string_view> fields) {
    const std::size_t count = fields.size();
    fields = fields.first(std::max(layout_.columns.size(), length_without_blanks(fields)));
    if (fields.size() > layout_.columns.size()) return refuse_row(line, wrong_count(count));
    take_fields(line, fields);
  }

  void refuse_row(std::size_t line, std::string reason) {
    file_.bad.push_back({line, std::move(reason)});
  }

  [[nodiscard]] std::string wrong_count(std::size_t fields) const {
    return std::to_string(fields) + " fields, where the header has " +
           std::to_string(layout_.columns.size());
  }

  /// What the exercise is to us; looked up once a name.
  struct Exercise {
    std::optional<std::string> lift;
    std::size_t* count = nullptr;  ///< of its rows, where it is no lift
  };

  const Exercise& exercise_named(std::string_view name) {
    const auto [found, is_new] = exercises_.try_emplace(std::string(name));
    if (is_new) found->second = look_up(name);
    return found->second;
  }

  Exercise look_up(std::string_view name) {
    if (auto lift = lift_named(name)) return {std::move(lift), nullptr};
    const std::string shown(cut(name, longest_name));
    if (!may_be_a_deadlift(name)) return {std::nullopt, &file_.ignored[shown]};
    if (options_.take_as) return {options_.take_as, nullptr};
    return {std::nullopt, &file_.unknown[shown]};
  }

  void take_fields(std::size_t line, std::span<const std::string_view> fields) {
    const Cells cells{layout_, fields};
    if (*layout_.position(Field::exercise) >= fields.size()) {
      return refuse_row(line, wrong_count(fields.size()));
    }
    const Exercise& exercise = exercise_named(cells[Field::exercise]);
    if (!exercise.lift) {
      ++*exercise.count;
    } else if (fields.size() < layout_.columns.size()) {
      refuse_row(line, wrong_count(fields.size()));
    } else {
      take_lift(line, cells, *exercise.lift);
    }
  }

  void take_lift(std::size_t line, const Cells& cells, const std::string& lift) {
    const std::string_view date = cells[Field::date];
    const auto& start = start_in(date);
    if (!start) {
      return refuse_row(line, about_cell(layout_.name(Field::date), date,
                                         "not a day that reads one way only (YYYY-MM-DD does)"));
    }
    if (options_.today && start->when.date > *options_.today) {
      ++file_.skipped["in the future"];
      return;
    }
    const Place place{cells[Field::exercise], lift, *start, workout_of(cells)};
    SetRow row = read_set(cells, options_);
    if (row.set && !log_.add_set(place, *row.set, line)) {
      row = refuse("more than 1000 sets of one exercise in one workout");
    }
    if (!row.bad.empty()) return refuse_row(line, std::move(row.bad));
    count(row);
    for (const Field field : {Field::notes, Field::workout_notes}) {
      log_.add_note(place, note_in(cells[field]), line);
    }
  }

  /// The date is the same for all rows of a workout: read once.
  const std::optional<Stamp>& start_in(std::string_view date) {
    if (date != last_date_) {
      last_date_ = date;
      last_start_ = parse_stamp(date);
    }
    return last_start_;
  }

  void count(const SetRow& row) {
    if (!row.set) {
      ++file_.skipped[std::string(row.skipped)];
      return;
    }
    ++file_.set_rows;
    if (row.rpe_dropped) ++file_.rpes_dropped;
    if (row.unit_unknown) file_.unit_missing = true;
  }

  static std::string workout_of(const Cells& cells) {
    std::string workout;
    for (const Field field : {Field::workout_number, Field::workout_end, Field::workout}) {
      (workout += cells[field]) += '\n';
    }
    return workout;
  }

  [[nodiscard]] std::string note_in(std::string_view text) const {
    return layout_.app->newlines_as_backslash_n ? without_backslash_n(text) : std::string(text);
  }

  const Layout& layout_;
  const ImportOptions& options_;
  char delimiter_;
  ImportFile file_;
  SessionLog log_;
  std::unordered_map<std::string, Exercise> exercises_;
  std::string last_date_;
  std::optional<Stamp> last_start_;
};

}  // namespace

ImportFile read_foreign(CsvReader& reader, const Layout& layout, const ImportOptions& options) {
  ForeignFile file(layout, options, reader.delimiter());
  while (const CsvRow* const row = reader.next()) file.take(*row);
  return std::move(file).result();
}

}  // namespace hinge::exchange
