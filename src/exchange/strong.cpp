#include <array>

#include "domain/digits.hpp"
#include "exchange/apps.hpp"

namespace hinge::exchange {
namespace {

// Headers seen in exports of 2015 to 2026, in English, German and Chinese.
constexpr std::array<ColumnName, 38> names{{
    {"date", Field::date},
    {"workout name", Field::workout},
    {"workout", Field::workout_number},  // "Workout #"
    {"exercise name", Field::exercise},
    {"set order", Field::set_order},
    {"weight", Field::weight},
    {"weight unit", Field::weight_unit},
    {"reps", Field::reps},
    {"rpe", Field::rpe},
    {"distance", Field::distance},
    {"km", Field::distance},
    {"mi", Field::distance},
    {"distance meters", Field::distance},
    {"seconds", Field::seconds},
    {"notes", Field::notes},
    {"workout notes", Field::workout_notes},

    {"datum", Field::date},
    {"name der ubung", Field::exercise},
    {"reihenfolge festlegen", Field::set_order},
    {"gewicht", Field::weight},
    {"gewichtseinheit", Field::weight_unit},
    {"wiederh", Field::reps},
    {"wiederholungen", Field::reps},
    {"entfernung", Field::distance},
    {"sekunden", Field::seconds},
    {"notizen", Field::notes},
    {"workout notizen", Field::workout_notes},

    {"日期", Field::date},
    {"锻炼名称", Field::workout},
    {"运动名称", Field::exercise},
    {"设置顺序", Field::set_order},
    {"重量", Field::weight},
    {"重量单位", Field::weight_unit},
    {"次", Field::reps},
    {"距离", Field::distance},
    {"秒", Field::seconds},
    {"备注", Field::notes},
    {"锻炼备注", Field::workout_notes},
}};

constexpr std::array required{Field::date, Field::exercise, Field::set_order, Field::weight,
                              Field::reps};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos &&
         is_digit(text.front());
}

// Rest timers and notes say so in the set's place, in the language of the app: whatever is no
// number and no known letter there is no set, as long as nothing was lifted in it.
Mark mark(const Cells& cells) {
  const std::string_view order = cells[Field::set_order];
  if (order == "W" || order == "w") return Mark::warmup;
  if (order == "F" || order == "f") return Mark::to_failure;
  if (order == "D" || order == "d" || is_number(order)) return Mark::work;
  return order.size() > 1 ? Mark::no_set : Mark::unknown;
}

}  // namespace

constinit const ForeignApp strong{App::strong, names, required, mark, false};

}  // namespace hinge::exchange
