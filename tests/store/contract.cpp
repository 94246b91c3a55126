// What every store promises, whatever it keeps its rows in: a second one joins by a second factory.

#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "store/fixture.hpp"

using namespace hinge;
using namespace hinge::test;

namespace {

/// Opens the one store that lives in a folder, making it where it isn't there.
struct Factory {
  const char* name;
  std::function<Store(const Folder&)> open;
};

const std::vector<Factory>& factories() {
  static const std::vector<Factory> all = {
      {"SQLite", [](const Folder& folder) { return open(folder / "hinge.db"); }},
  };
  return all;
}

constexpr Date long_ago{};
constexpr const char* at = "2026-11-22T18:30:00+01:00";

std::vector<std::int64_t> ids(const std::vector<Session>& sessions) {
  std::vector<std::int64_t> all;
  for (const Session& session : sessions) all.push_back(session.id);
  return all;
}

template <class What>
Arrived add(Store& store, const What& what, std::string_view key = {},
            std::string_view brought = {}) {
  auto writing = store.begin("log", at);
  if (!writing.lifter("me")) writing.put(Lifter{});
  const Arrived arrived = writing.add("me", what, key, brought);
  writing.commit();
  return arrived;
}

std::optional<ChangeSummary> undo(Store& store) {
  auto writing = store.begin("undo", at);
  auto undone = writing.undo();
  writing.commit();
  return undone;
}

/// What was added, with the id it was given, comes back by name from a store opened anew.
template <class What>
void check_round_trip(const Factory& factory, const Folder& folder, What what) {
  {
    Store store = factory.open(folder);
    what.id = add(store, what).id;
  }
  Store store = factory.open(folder);
  const char letter = std::is_same_v<What, Session>   ? 's'
                      : std::is_same_v<What, CheckIn> ? 'f'
                                                      : 'r';
  const auto found = store.find(letter + std::to_string(what.id));
  RC_ASSERT(found.has_value());
  RC_ASSERT(found->lifter == "me");
  RC_ASSERT(std::get<What>(found->what) == what);
}

}  // namespace

TEST_CASE("every field of every record comes back") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    CHECK(rc::check(std::string{factory.name} + ": sessions",
                    [&] { check_round_trip(factory, folder, *any_session()); }));
    CHECK(rc::check(std::string{factory.name} + ": check-ins",
                    [&] { check_round_trip(factory, folder, *any_checkin()); }));
    CHECK(rc::check(std::string{factory.name} + ": screens",
                    [&] { check_round_trip(factory, folder, *any_screen()); }));
    CHECK(rc::check(std::string{factory.name} + ": lifters", [&] {
      const Lifter lifter = *any_lifter();
      Store store = factory.open(folder);
      {
        auto writing = store.begin("lifter set", at);
        writing.put(lifter);
        RC_ASSERT(writing.lifter(lifter.id) == lifter);
        writing.commit();
      }
      RC_ASSERT(store.lifter(lifter.id) == lifter);
    }));
  }
}

TEST_CASE("a history holds the window in the order of days, and all screens") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    Session early = usual_session();
    early.when = day(2026, 11, 9);
    Session on_the_edge = usual_session();
    on_the_edge.when = day(2026, 11, 10);
    Screen old_screen;
    old_screen.when = day(2020, 1, 1);
    log(store, {usual_session(), on_the_edge, early}, {usual_checkin()});
    add(store, old_screen);

    const History history = store.history("me", day(2026, 11, 10));
    CHECK(ids(history.sessions) == std::vector<std::int64_t>{2, 1});
    CHECK(history.checkins.size() == 1);
    CHECK(history.screens.size() == 1);
    CHECK(history.lifter == Lifter{});
    CHECK(history.earlier_checkins.empty());
    CHECK(store.history("me", day(2026, 11, 21)).sessions.empty());
    CHECK_THROWS_AS(store.history("nobody", long_ago), Error);
  }
}

TEST_CASE("check-ins before the window come from the last severe one on") {
  struct Row {
    const char* what;
    int peak_in_halves;
    int limits;
    std::size_t earlier;
    Nature nature = Nature::ache;
    std::optional<Onset> onset = {};
    Site where = Site::low_back;
  };
  const auto row = GENERATE(values<Row>({
      {"a peak of 5.5 is not severe", 11, 0, 0},
      {"a peak of 6 is", 12, 0, 2},
      {"limits of 2 are not", 2, 2, 0},
      {"limits of 3 are", 2, 3, 2},
      {"soreness alone starts no calm", 20, 2, 0, Nature::soreness},
      {"nor does stiffness", 20, 2, 0, Nature::stiff},
      {"what began while lifting is an ache", 12, 0, 2, Nature::soreness, Onset::during},
      {"and so is what is below the knee", 12, 0, 2, Nature::stiff, {}, Site::leg_below_knee},
      {"soreness that stopped the day", 2, 3, 2, Nature::soreness},
  }));
  INFO(row.what);
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    CheckIn before = usual_checkin();
    before.when = day(2024, 5, 1);
    CheckIn severe = usual_checkin();
    severe.when = day(2024, 5, 2);
    severe.peak = Score::halves(row.peak_in_halves);
    severe.limits = row.limits;
    severe.nature = row.nature;
    severe.onset = row.onset;
    severe.where = row.where;
    CheckIn after = usual_checkin();
    after.when = day(2024, 5, 3);
    log(store, {}, {after, before, severe, usual_checkin()});

    const History history = store.history("me", day(2026, 1, 1));
    REQUIRE(history.earlier_checkins.size() == row.earlier);
    CHECK(history.checkins.size() == 1);
    if (row.earlier == 2) {
      CHECK(history.earlier_checkins.front().when == severe.when);
      CHECK(history.earlier_checkins.back().when == after.when);
    }
  }
}

TEST_CASE("nothing is stored without commit") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    log(store, {usual_session()});
    {
      auto writing = store.begin("log", at);
      writing.add("me", usual_session());
      CHECK(writing.history("me", long_ago).sessions.size() == 2);
    }
    CHECK(store.history("me", long_ago).sessions.size() == 1);
    CHECK(store.changes(10).size() == 1);
  }
}

TEST_CASE("the same key with the same content is a no-op, with other content it is said") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    const Arrived first = add(store, usual_session(), "k1");
    CHECK(first.arrival == Arrival::added);
    const Arrived again = add(store, usual_session(), "k1");
    CHECK(again.arrival == Arrival::same);
    CHECK(again.id == first.id);
    Session other = usual_session();
    other.sets.pop_back();
    CHECK(add(store, other, "k1").arrival == Arrival::changed);
    CHECK(add(store, usual_session(), "k2").arrival == Arrival::added);
    CHECK(store.history("me", long_ago).sessions.size() == 2);
    CHECK(store.changes(10).size() == 2);
  }
}

TEST_CASE("what a key brought may be the command as typed") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    Session later = usual_session();
    later.when.time = std::chrono::minutes{18 * 60 + 31};
    add(store, usual_session(), "k", "log 140x5x3");
    CHECK(add(store, later, "k", "log 140x5x3").arrival == Arrival::same);
    CHECK(add(store, later, "k", "log 140x5x2").arrival == Arrival::changed);
  }
}

TEST_CASE("a key that added sets to a session is known until that is undone") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    Session session = usual_session();
    session.id = add(store, session).id;
    Session more = usual_session();
    more.sets.resize(1);
    const auto log_more = [&] {
      auto writing = store.begin("log", at);
      const Arrived arrived = writing.claim("me", "k", more, session.id);
      if (arrived.arrival == Arrival::added) {
        Session whole = session;
        whole.sets.push_back(more.sets.front());
        writing.replace("me", whole);
      }
      writing.commit();
      return arrived.arrival;
    };
    CHECK(log_more() == Arrival::added);
    CHECK(log_more() == Arrival::same);
    CHECK(store.history("me", long_ago).sessions.front().sets.size() == 4);
    undo(store);
    CHECK(store.history("me", long_ago).sessions.front() == session);
    CHECK(log_more() == Arrival::added);
  }
}

TEST_CASE("undo takes each kind of change back, a command at a time") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    Session session = usual_session();
    session.id = add(store, session).id;
    add(store, usual_checkin());
    Screen screen;
    screen.when = day(2026, 11, 22);
    add(store, screen);
    Session corrected = session;
    corrected.lift = "sumo";
    corrected.sets.pop_back();
    corrected.note = "with \"quotes\"\nand lines";
    {
      auto writing = store.begin("edit", at);
      writing.replace("me", corrected);
      writing.commit();
    }
    Lifter in_pounds;
    in_pounds.loading = Loading::standard(Unit::lb);
    in_pounds.lifts["sumo"] = Loading::standard(Unit::kg);
    {
      auto writing = store.begin("lifter set", at);
      writing.put(in_pounds);
      writing.commit();
    }

    CHECK(undo(store)->command == "lifter set");
    CHECK(store.lifter("me") == Lifter{});
    CHECK(store.history("me", long_ago).sessions.front() == corrected);
    CHECK(undo(store)->command == "edit");
    CHECK(store.history("me", long_ago).sessions.front() == session);
    undo(store);
    CHECK(store.history("me", long_ago).screens.empty());
    undo(store);
    CHECK(store.history("me", long_ago).checkins.empty());
    CHECK(store.find("s1").has_value());
    CHECK(undo(store)->records == std::vector<std::string>{"lifter me", "s1"});
    CHECK_FALSE(store.find("s1").has_value());
    CHECK(store.lifters().empty());
    CHECK_FALSE(undo(store).has_value());

    const auto changes = store.changes(20);
    REQUIRE(changes.size() == 10);
    CHECK(changes.front().command == "undo");
    CHECK(changes.back().undone);
  }
}

TEST_CASE("ids are never given out again") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    std::set<std::int64_t> given;
    for (int round = 0; round < 5; ++round) {
      Store store = factory.open(folder);
      CHECK(given.insert(add(store, usual_session()).id).second);
      undo(store);
    }
    Store store = factory.open(folder);
    CHECK(add(store, usual_checkin()).id == 1);  // each kind counts on its own
  }
}

namespace {

int choose(Store& store, std::string_view lift, std::string_view policy) {
  auto writing = store.begin("policy set", at);
  if (!writing.lifter("me")) writing.put(Lifter{});
  const int version = writing.add_policy("me", lift, policy);
  writing.commit();
  return version;
}

}  // namespace

TEST_CASE("choices of a policy are counted from 2 on, and never twice the same") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    CHECK(store.policies("me").empty());
    CHECK(choose(store, "", "rehab") == 2);
    CHECK(choose(store, "sumo", "{\"name\": \"mine\"}\n") == 3);
    CHECK(undo(store)->records == std::vector<std::string>{"policy 3"});
    CHECK(choose(store, "sumo", "") == 4);
    const std::vector<PolicyVersion> standing = {{1, "", 2, "rehab"}, {3, "sumo", 4, ""}};
    CHECK(store.policies("me") == standing);
    CHECK(factory.open(folder).policies("me") == standing);

    const auto entries = store.policy_log("me");
    REQUIRE(entries.size() == 3);
    CHECK(entries[1].choice == PolicyVersion{2, "sumo", 3, "{\"name\": \"mine\"}\n"});
    CHECK(entries[1].removed);
    CHECK_FALSE(entries[2].removed);
    for (const PolicyEntry& entry : entries) CHECK(entry.at == at);
  }
}

TEST_CASE("each lifter's choices are counted for themselves, and two of a command together") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    choose(store, "", "rehab");
    auto writing = store.begin("policy reset", at);
    writing.put(Lifter{"anna", {}, {}, {}, false});
    CHECK(writing.add_policy("anna", "", "wave") == 2);
    CHECK(writing.add_policy("anna", "sumo", "rpe") == 3);
    CHECK(writing.policies("anna").size() == 2);
    writing.commit();
    CHECK(store.policies("me").size() == 1);
    CHECK(undo(store)->record_count == 3);
    CHECK(store.policies("me").size() == 1);
    CHECK_THROWS_AS(store.policies("anna"), Error);
  }
}

TEST_CASE("an import is undone as one, and may come again") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    const auto import = [&store] {
      int added = 0;
      auto writing = store.begin("import", at);
      if (!writing.lifter("me")) writing.put(Lifter{});
      for (int count = 0; count < 30; ++count) {
        Session session = usual_session();
        session.when = day(2026, 1, 1) + std::chrono::days{count};
        const Arrived arrived = writing.add("me", session, "app:" + std::to_string(count));
        added += arrived.arrival == Arrival::added ? 1 : 0;
      }
      writing.commit();
      return added;
    };
    CHECK(import() == 30);
    CHECK(import() == 0);
    CHECK(store.changes(10).size() == 1);
    const auto undone = undo(store);
    CHECK(undone->record_count == 31);
    CHECK(undone->records.size() == 20);
    CHECK(store.lifters().empty());
    CHECK(import() == 30);
    CHECK(store.history("me", long_ago).sessions.front().id == 31);
  }
}

TEST_CASE("one lifter's records are no other's") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    {
      auto writing = store.begin("log", at);
      Lifter anna;
      anna.id = "anna";
      writing.put(anna);
      writing.put(Lifter{});
      CHECK(writing.add("anna", usual_session(), "k").arrival == Arrival::added);
      CHECK(writing.add("me", usual_session(), "k").arrival == Arrival::added);
      CHECK(ids(writing.sessions_on("me", day(2026, 11, 20))) == std::vector<std::int64_t>{2});
      CHECK(writing.sessions_on("me", day(2026, 11, 19)).empty());
      CHECK(writing.sessions_on("me", day(2026, 11, 21)).empty());
      writing.commit();
    }
    CHECK(ids(store.history("anna", long_ago).sessions) == std::vector<std::int64_t>{1});
    CHECK(store.find("s2")->lifter == "me");
    CHECK_THROWS_AS(store.begin("log", at).add("nobody", usual_session()), Error);
    CHECK_THROWS_AS(store.begin("edit", at).replace("me", usual_session()), Error);
  }
}

TEST_CASE("names that stand for nothing find nothing") {
  for (const Factory& factory : factories()) {
    const Folder folder;
    Store store = factory.open(folder);
    log(store, {usual_session()});
    for (const char* name : {"", "s", "s0", "s01", "s2", "f1", "r1", "x1", "s1 ", "s-1", "1",
                             "s99999999999999999999"}) {
      INFO(name);
      CHECK_FALSE(store.find(name).has_value());
    }
  }
}
