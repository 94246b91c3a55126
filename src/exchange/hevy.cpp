#include <array>

#include "domain/fold.hpp"
#include "exchange/apps.hpp"

namespace hinge::exchange {
namespace {

constexpr std::array<ColumnName, 15> names{{
    {"title", Field::workout},
    {"start time", Field::date},
    {"end time", Field::workout_end},
    {"description", Field::workout_notes},
    {"exercise title", Field::exercise},
    {"exercise notes", Field::notes},
    {"set index", Field::set_order},
    {"set type", Field::set_type},
    {"weight", Field::weight},
    {"reps", Field::reps},
    {"distance km", Field::distance},
    {"distance miles", Field::distance},
    {"duration seconds", Field::seconds},
    {"rpe", Field::rpe},
    {"superset id", Field::other},
}};

constexpr std::array required{Field::date, Field::exercise, Field::set_type, Field::weight,
                              Field::reps};

struct SetType {
  std::string_view name;
  Mark mark;
};
constexpr std::array<SetType, 9> set_types{{{"", Mark::work},
                                            {"normal", Mark::work},
                                            {"regular", Mark::work},
                                            {"dropset", Mark::work},
                                            {"drop set", Mark::work},
                                            {"drop", Mark::work},
                                            {"warmup", Mark::warmup},
                                            {"warm up", Mark::warmup},
                                            {"failure", Mark::to_failure}}};

Mark mark(const Cells& cells) {
  const std::string type = folded(cells[Field::set_type]);
  for (const SetType& row : set_types) {
    if (row.name == type) return row.mark;
  }
  return Mark::unknown;
}

}  // namespace

constinit const ForeignApp hevy{App::hevy, names, required, mark, true};

}  // namespace hinge::exchange
