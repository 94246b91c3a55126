#include "hinge/inventory.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace hinge {
namespace {

using Ids = std::vector<std::int64_t>;
using Names = std::vector<std::string>;

const Date monday{std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{11},
                                              std::chrono::day{16}}};

Date on(int days) { return monday + std::chrono::days{days}; }

TEST_CASE("records are told apart by their id, and those of one id by their checksum") {
  // s1 only here, s2 in both, s3 in both and different, s4 only there, s6 and s7 only here.
  Inventory present;
  present.sessions = {{1, 1, on(4), 10},
                      {2, 1, on(1), 20},
                      {3, 1, on(2), 30},
                      {6, 1, on(3), 60},
                      {7, 1, on(0), 70}};
  Inventory other;
  other.sessions = {{2, 1, on(1), 20}, {3, 1, on(2), 31}, {4, 1, on(6), 40}};

  const KindDifference found = difference(present, other).sessions;
  CHECK(found.lost.ids == Ids{1, 6, 7});
  CHECK(found.lost.first == on(0));
  CHECK(found.lost.last == on(4));
  CHECK(found.gained.ids == Ids{4});
  CHECK(found.gained.first == on(6));
  CHECK(found.gained.last == on(6));
  CHECK(found.changed == Ids{3});

  const KindDifference back = difference(other, present).sessions;
  CHECK(back.lost.ids == Ids{4});
  CHECK(back.gained.ids == Ids{1, 6, 7});
  CHECK(back.gained.first == on(0));
  CHECK(back.gained.last == on(4));
  CHECK(back.changed == Ids{3});
}

TEST_CASE("a log and itself, or nothing and nothing, have no difference") {
  Inventory log;
  log.sessions = {{1, 1, on(0), 10}};
  log.lifters = {{1, "me", false, 5}};
  for (const Inventory& each : {log, Inventory{}}) {
    const Difference found = difference(each, each);
    CHECK(found.sessions.lost.ids.empty());
    CHECK_FALSE(found.sessions.lost.first);
    CHECK(found.sessions.gained.ids.empty());
    CHECK_FALSE(found.sessions.gained.last);
    CHECK(found.sessions.changed.empty());
    CHECK(found.lifters_lost.empty());
    CHECK(found.lifters_gained.empty());
    CHECK(found.lifters_changed.empty());
  }
}

TEST_CASE("each kind is compared with its own") {
  Inventory present;
  present.sessions = {{1, 1, on(0), 0}};
  present.checkins = {{2, 1, on(0), 0}};
  present.screens = {{3, 1, on(0), 0}};
  present.policies = {{4, 1, {}, 0}};
  const Difference found = difference(present, {});
  CHECK(found.sessions.lost.ids == Ids{1});
  CHECK(found.checkins.lost.ids == Ids{2});
  CHECK(found.screens.lost.ids == Ids{3});
  CHECK(found.policies.lost.ids == Ids{4});
}

TEST_CASE("lifters are told apart by their id, whatever key a file gives them") {
  Inventory present;
  present.lifters = {{1, "me", false, 10}, {2, "ben", false, 20}, {3, "anna", false, 30}};
  Inventory other;
  other.lifters = {{1, "cleo", false, 10}, {5, "me", false, 11}, {7, "anna", false, 30}};
  const Difference found = difference(present, other);
  CHECK(found.lifters_lost == Names{"ben"});
  CHECK(found.lifters_gained == Names{"cleo"});
  CHECK(found.lifters_changed == Names{"me"});
}

TEST_CASE("damage is said by its first place, and how many more there are") {
  CHECK(damage_words({}).empty());
  CHECK(damage_words({{"s41", ""}}) == "s41 does not match its checksum");
  CHECK(damage_words({{"", "row 3 is missing from its index"}}) ==
        "row 3 is missing from its index");
  CHECK(damage_words({{"s41", ""}, {"f1", ""}}) == "s41 does not match its checksum (and 1 more)");
  CHECK(damage_words({{"s41", ""}, {"f1", ""}, {"", "bad"}}) ==
        "s41 does not match its checksum (and 2 more)");
}

}  // namespace
}  // namespace hinge
