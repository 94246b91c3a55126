#include <array>

#include "exchange/apps.hpp"

namespace hinge::exchange {
namespace {

constexpr std::array<ColumnName, 11> names{{
    {"date", Field::date},
    {"exercise", Field::exercise},
    {"category", Field::category},
    {"weight", Field::weight},
    {"weight unit", Field::weight_unit},
    {"reps", Field::reps},
    {"distance", Field::distance},
    {"comment", Field::notes},
    {"notes", Field::notes},
    {"kind", Field::other},
    {"time", Field::other},
}};

constexpr std::array required{Field::date, Field::exercise, Field::category, Field::weight,
                              Field::reps};

// Neither warm-ups nor set numbers: the order of the rows is all there is.
Mark mark(const Cells& /*cells*/) { return Mark::work; }

}  // namespace

constinit const ForeignApp fitnotes{App::fitnotes, names, required, mark, false};

}  // namespace hinge::exchange
