#include "exchange/row_fit.hpp"

#include <algorithm>
#include <array>

#include "domain/lifts.hpp"
#include "exchange/numbers.hpp"
#include "exchange/workout_start.hpp"

namespace hinge::exchange {
namespace {

constexpr std::size_t most_commas = 8;

using Reading = std::vector<std::string>;

bool is_free_text(Field field) {
  return field == Field::workout || field == Field::exercise || field == Field::notes ||
         field == Field::workout_notes;
}

bool is_number_or_empty(std::string_view text) {
  return text.empty() || Decimal::parse(text).has_value();
}

bool holds_what_it_should(Field field, std::string_view text, const Layout& layout) {
  switch (field) {
    case Field::date:
      return start_of(text, layout, {}).has_value();
    case Field::weight:
    case Field::reps:
    case Field::sets:
    case Field::rpe:
    case Field::distance:
    case Field::seconds:
      return is_number_or_empty(text);
    case Field::unit:
      return text.empty() || parse_unit_word(text).has_value();
    default:
      return true;
  }
}

std::vector<std::string_view> views_of(const Reading& reading) {
  return {reading.begin(), reading.end()};
}

/// Whether its kind of set goes with its reps.
bool is_some_set(const Reading& reading, const Layout& layout) {
  const auto fields = views_of(reading);
  const Cells cells{layout, fields};
  const Mark mark = cells.mark();
  const auto reps = Decimal::parse(cells[Field::reps]);
  const bool lifted = reps && !reps->is_zero();
  return mark != Mark::unknown && (mark != Mark::no_set || !lifted);
}

/// Puts the fields of a row into its columns from left to right, several into one of free text, and
/// leaves a way as soon as a column does not hold what it should.
class Fitting {
 public:
  Fitting(std::span<const std::string_view> fields, const Layout& layout, char delimiter)
      : fields_(fields), layout_(layout), delimiter_(delimiter) {}

  /// Every way to read all of the fields, none dropped.
  std::vector<Reading> readings() && {
    fill(0, fields_.size() - layout_.columns.size());
    return std::move(readings_);
  }

 private:
  /// Reads on from the field `next`, where there are `surplus` more fields than columns.
  void fill(std::size_t next, std::size_t surplus) {
    if (reading_.size() == layout_.columns.size()) {
      if (surplus == 0 && is_some_set(reading_, layout_)) readings_.push_back(reading_);
      return;
    }
    const Field field = layout_.columns[reading_.size()].field;
    const std::size_t most = is_free_text(field) ? surplus : 0;
    std::string cell(fields_[next]);
    for (std::size_t more = 0; more <= most; ++more) {
      if (more > 0) (cell += delimiter_) += fields_[next + more];
      if (!holds_what_it_should(field, trimmed(cell), layout_)) return;
      reading_.push_back(cell);
      fill(next + more + 1, surplus - more);
      reading_.pop_back();
    }
  }

  std::span<const std::string_view> fields_;
  const Layout& layout_;
  char delimiter_;
  Reading reading_;  ///< as far as it has come
  std::vector<Reading> readings_;
};

/// What makes two readings the same set.
std::vector<std::string> essence_of(const Reading& reading, const Layout& layout) {
  std::vector<std::string> essence;
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const Field field = layout.columns[i].field;
    const bool beside_the_point =
        field != Field::exercise && (is_free_text(field) || field == Field::other);
    if (!beside_the_point) essence.push_back(reading[i]);
  }
  return essence;
}

bool all_the_same_set(const std::vector<Reading>& readings, const Layout& layout) {
  return std::all_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return essence_of(reading, layout) == essence_of(readings.front(), layout);
  });
}

std::string_view exercise_of(const Reading& reading, const Layout& layout) {
  const auto at = layout.position(Field::exercise);
  return at ? trimmed(reading[*at]) : std::string_view{};
}

std::vector<Reading> readings_of(std::span<const std::string_view> fields, const Layout& layout,
                                 char delimiter) {
  if (fields.size() - layout.columns.size() > most_commas) return {};
  return Fitting(fields, layout, delimiter).readings();
}

/// Empty fields fit anywhere: they may fill up a row that has its reps, but not stand for them.
void drop_without_reps(std::vector<Reading>& readings, const Layout& layout) {
  const auto has_none = [&layout](const Reading& reading) {
    const auto fields = views_of(reading);
    return Cells{layout, fields}[Field::reps].empty();
  };
  readings.erase(std::remove_if(readings.begin(), readings.end(), has_none), readings.end());
}

/// The one that is meant, if that can be told.
std::optional<Reading> the_one_of(std::vector<Reading> readings, const Layout& layout) {
  const auto first_other = std::stable_partition(
      readings.begin(), readings.end(),
      [&](const Reading& reading) { return lift_named(exercise_of(reading, layout)).has_value(); });
  if (first_other != readings.begin()) {
    readings.erase(first_other, readings.end());
  } else if (std::none_of(readings.begin(), readings.end(), [&](const Reading& reading) {
               return may_be_a_deadlift(exercise_of(reading, layout));
             })) {
    return readings.front();
  }
  if (!all_the_same_set(readings, layout)) return std::nullopt;
  return readings.front();
}

}  // namespace

std::size_t length_without_blanks(std::span<const std::string_view> fields) {
  std::size_t length = fields.size();
  while (length > 0 && trimmed(fields[length - 1]).empty()) --length;
  return length;
}

// The shortest first: a comma too many in a name moves words to where numbers belong, and so does
// not fit; what does fit without a comma too many is meant so.
std::optional<std::vector<std::string>> fitted(std::span<const std::string_view> fields,
                                               const Layout& layout, char delimiter) {
  const std::size_t shortest = std::max(layout.columns.size(), length_without_blanks(fields));
  for (std::size_t length = shortest; length <= fields.size(); ++length) {
    auto readings = readings_of(fields.first(length), layout, delimiter);
    if (length > shortest) drop_without_reps(readings, layout);
    if (!readings.empty()) return the_one_of(std::move(readings), layout);
  }
  return std::nullopt;
}

}  // namespace hinge::exchange
