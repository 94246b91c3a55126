#include "hinge/screening.hpp"

#include <catch2/catch.hpp>

using namespace hinge;
using namespace std::chrono_literals;

namespace {

constexpr Date a_monday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 16};

CheckIn felt(Nature nature, int peak, int limits = 0) {
  CheckIn checkin;
  checkin.when = {a_monday, Minutes{8h}};
  checkin.nature = nature;
  checkin.peak = Nprs{peak};
  checkin.limits = limits;
  return checkin;
}

Screen answered(Moment when) {
  Screen screen;
  screen.when = when;
  return screen;
}

}  // namespace

TEST_CASE("the red flag questions belong to strong pain, nerve symptoms and lost days") {
  struct Row {
    Nature nature;
    int peak;
    int limits;
    bool calls;
  };
  const auto row = GENERATE(values<Row>({{Nature::ache, 5, 2, false},
                                         {Nature::ache, 6, 0, true},
                                         {Nature::soreness, 10, 2, false},
                                         {Nature::soreness, 1, 3, true},
                                         {Nature::sharp, 5, 0, false},
                                         {Nature::weak, 1, 0, true}}));
  CHECK(calls_for_screen(felt(row.nature, row.peak, row.limits)) == row.calls);
}

TEST_CASE("they are due until they are answered, for two weeks") {
  History history;
  history.checkins = {felt(Nature::weak, 3)};
  CHECK(is_screen_due(history, a_monday));
  CHECK(is_screen_due(history, a_monday + std::chrono::days{14}));
  CHECK_FALSE(is_screen_due(history, a_monday + std::chrono::days{15}));
  CHECK_FALSE(is_screen_due(history, a_monday - std::chrono::days{1}));

  struct Row {
    const char* name;
    Screen screen;
    bool due;
  };
  Screen cleared = answered(a_monday + std::chrono::days{1});
  cleared.cleared_by = "Dr Lee";
  const Date day_before = a_monday - std::chrono::days{1};
  const auto row =
      GENERATE_COPY(values<Row>({{"before it", answered(day_before), true},
                                 {"an hour before", answered({a_monday, Minutes{7h}}), true},
                                 {"at once", answered({a_monday, Minutes{8h}}), false},
                                 {"that day", answered(a_monday), false},
                                 {"a clearance is no answer", cleared, true}}));
  INFO(row.name);
  history.screens = {row.screen};
  CHECK(is_screen_due(history, a_monday) == row.due);
}
