#include "exchange/foreign.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "domain/lifts.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/row_fit.hpp"
#include "exchange/session_log.hpp"
#include "exchange/set_row.hpp"
#include "exchange/workout_start.hpp"

namespace hinge::exchange {
namespace {

constexpr std::size_t longest_name = 200;

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
    for (const auto& session : file_.sessions) {
      for (const Set& set : session.what.sets) {
        ++(set.weight.unit == Unit::kg ? file_.sets_in_kg : file_.sets_in_lb);
      }
    }
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
    const auto column = layout_.position(Field::exercise);
    if (column && *column >= fields.size()) return refuse_row(line, wrong_count(fields.size()));
    const Exercise& exercise = exercise_named(column ? cells[Field::exercise] : *options_.take_as);
    if (!exercise.lift) {
      ++*exercise.count;
    } else if (fields.size() < layout_.columns.size()) {
      refuse_row(line, wrong_count(fields.size()));
    } else {
      take_lift(line, cells, *exercise.lift);
    }
  }

  void take_lift(std::size_t line, const Cells& cells, const std::string& lift) {
    std::string date(cells[Field::date]);
    if (const auto time = cells[Field::time]; !time.empty()) (date += ' ') += time;
    const auto& start = start_in(date);
    if (!start) return refuse_row(line, about_date(layout_, date));
    if (options_.today && start->when.date > *options_.today) {
      ++file_.skipped["in the future"];
      return;
    }
    const bool named = layout_.position(Field::exercise).has_value();
    const Place place{named ? cells[Field::exercise] : lift,
                      lift,
                      start->stamp,
                      start->when,
                      start->utc_offset,
                      workout_of(cells)};
    SetRow row = read_set(cells, options_);
    if (row.set && !log_.add_sets(place, *row.set, row.count, line)) {
      row.bad = "more than 1000 sets of one exercise in one workout";
    }
    if (!row.bad.empty()) return refuse_row(line, std::move(row.bad));
    count(row);
    for (const Field field : {Field::notes, Field::workout_notes}) {
      log_.add_note(place, note_in(cells[field]), line);
    }
  }

  /// The date is the same for all rows of a workout: read once.
  const std::optional<Start>& start_in(std::string_view date) {
    if (date != last_date_) {
      last_date_ = date;
      last_start_ = start_of(date, layout_, options_);
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
  std::optional<Start> last_start_;
};

}  // namespace

ImportFile read_foreign(CsvReader& reader, const Layout& layout, const ImportOptions& options) {
  ForeignFile file(layout, options, reader.delimiter());
  while (const CsvRow* const row = reader.next()) file.take(*row);
  return std::move(file).result();
}

}  // namespace hinge::exchange
