#include "exchange/fitnotes_rows.hpp"

#include <fmt/format.h>

#include "domain/csv_row.hpp"

namespace hinge::exchange {

FitNotesRows::FitNotesRows() : text_("Date,Exercise,Category,Weight (kgs),Reps,Comment\n") {}

void FitNotesRows::add(std::string_view day, std::string_view exercise, double kilograms,
                       std::int64_t reps, std::string_view comment) {
  CsvRow row;
  row.cell(day).cell(exercise).empty(1).cell(fmt::format("{:.9f}", kilograms));
  row.cell(reps).cell(comment);
  text_ += std::move(row).finished();
}

}  // namespace hinge::exchange
