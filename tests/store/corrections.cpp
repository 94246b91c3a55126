// What edit, delete, undo and redo rest on: every command taken back as a whole, in any order of
// commands, and put back the same way.

#include <catch2/catch.hpp>
#include <fstream>

#include "hinge/log_file.hpp"
#include "store/fixture.hpp"

using namespace hinge;
using namespace hinge::test;
using Catch::Contains;

namespace {

constexpr Date long_ago{};
constexpr const char* at = "2026-11-22T18:30:00+01:00";

/// All that any command can change.
struct State {
  std::vector<Lifter> lifters;
  std::vector<History> histories;
  std::vector<std::vector<PolicyVersion>> policies;
  friend bool operator==(const State&, const State&) = default;
};

State state_of(const Store& store) {
  State state{store.lifters(), {}, {}};
  for (const Lifter& lifter : state.lifters) {
    state.histories.push_back(store.history(lifter.id, long_ago));
    state.policies.push_back(store.policies(lifter.id));
  }
  return state;
}

std::vector<std::string> names_in(const State& state) {
  std::vector<std::string> names;
  for (const History& history : state.histories) {
    for (const Session& each : history.sessions) names.push_back(session_name(each.id));
    for (const CheckIn& each : history.checkins) names.push_back(checkin_name(each.id));
    for (const Screen& each : history.screens) names.push_back("r" + std::to_string(each.id));
  }
  return names;
}

/// What was taken back of lifters who stand.
std::vector<std::string> names_removed(const Store& store) {
  std::vector<std::string> names;
  for (const char kind : {'s', 'f', 'r'}) {
    for (int id = 1; id <= 20; ++id) {
      std::string name = kind + std::to_string(id);
      const auto record = store.find_removed(name);
      if (record && !record->lifter.empty()) names.push_back(std::move(name));
    }
  }
  return names;
}

/// The record with all its fields another's.
void edit(Store::Writing& writing, const std::string& name, const std::string& lifter) {
  const auto record = writing.find(name);
  if (std::holds_alternative<Session>(record->what)) {
    Session session = *any_session();
    session.id = std::get<Session>(record->what).id;
    writing.replace(lifter, session);
  } else if (std::holds_alternative<CheckIn>(record->what)) {
    CheckIn checkin = *any_checkin();
    checkin.id = std::get<CheckIn>(record->what).id;
    writing.replace(lifter, checkin);
  } else {
    Screen screen = *any_screen();
    screen.id = std::get<Screen>(record->what).id;
    writing.replace(lifter, screen);
  }
}

/// One command of any kind; those about records that stand only where there are some.
void any_command(Store& store) {
  const State state = state_of(store);
  const std::vector<std::string> names = names_in(state);
  const std::string lifter = *rc::gen::element<std::string>("me", "anna");
  const std::vector<std::string> removed = names_removed(store);
  const int what = *rc::gen::inRange(0, names.empty() ? 4 : removed.empty() ? 8 : 10);
  auto writing = store.begin("any", at);
  Lifter owner;
  owner.id = lifter;
  if (!writing.lifter(lifter)) writing.put(owner);
  if (what == 0) writing.add(lifter, *any_session());
  if (what == 1) writing.add(lifter, *any_checkin());
  if (what == 2) writing.add(lifter, *any_screen());
  if (what == 3) writing.add_policy(lifter, "", "rehab");
  if (what == 4 || what == 5) edit(writing, *rc::gen::elementOf(names), lifter);
  if (what == 6) writing.remove(*rc::gen::elementOf(names));
  if (what == 7) {
    owner.loading = Loading::standard(*rc::gen::element(Unit::kg, Unit::lb));
    writing.put(owner);
    writing.remove(names.front());
    if (names.size() > 1) edit(writing, names.back(), lifter);
  }
  if (what >= 8) writing.bring_back(*rc::gen::elementOf(removed));
  writing.commit();
}

bool undo(Store& store) {
  auto writing = store.begin("undo", at);
  const bool undone = writing.undo().has_value();
  writing.commit();
  return undone;
}

/// Undoes until nothing is left, and says how often: an undo that could be undone had no end.
int undo_all(Store& store) {
  constexpr int never = 1'000;
  int undone = 0;
  while (undone < never && undo(store)) ++undone;
  CHECK(undone < never);
  return undone;
}

void bring_back(Store& store, const std::vector<std::string>& names) {
  auto writing = store.begin("undo", at);
  for (const std::string& name : names) writing.bring_back(name);
  writing.commit();
}

bool redo(Store& store) {
  auto writing = store.begin("redo", at);
  const bool redone = writing.redo().has_value();
  writing.commit();
  return redone;
}

std::int64_t log_one(Store& store) {
  log(store, {usual_session()});
  return store.history("me", long_ago).sessions.back().id;
}

template <class What>
void replace_one(Store& store, const What& what) {
  auto writing = store.begin("edit", at);
  writing.replace("me", what);
  writing.commit();
}

void remove_one(Store& store, const char* name) {
  auto writing = store.begin("delete", at);
  writing.remove(name);
  writing.commit();
}

}  // namespace

TEST_CASE("any commands, all undone, leave the log as it was; all redone, as it became") {
  CHECK(rc::check([] {
    const Folder folder;
    Store store = open(folder / "x.db");
    const int count = *rc::gen::inRange(1, 7);
    std::vector<State> states = {state_of(store)};
    for (int i = 0; i < count; ++i) {
      const std::size_t commands = store.changes(1000).size();
      any_command(store);
      // A command that left everything as it was is none.
      if (store.changes(1000).size() > commands) states.push_back(state_of(store));
    }
    for (std::size_t i = states.size() - 1; i > 0; --i) {
      RC_ASSERT(undo(store));
      RC_ASSERT(state_of(store) == states[i - 1]);
    }
    RC_ASSERT(!undo(store));
    for (std::size_t i = 1; i < states.size(); ++i) {
      RC_ASSERT(redo(store));
      RC_ASSERT(state_of(store) == states[i]);
    }
    RC_ASSERT(!redo(store));
    // To and fro once more: an undo after a redo finds its way, too.
    RC_ASSERT(undo(store));
    RC_ASSERT(state_of(store) == states[states.size() - 2]);
    RC_ASSERT(redo(store));
    RC_ASSERT(state_of(store) == states.back());
    RC_ASSERT(examine(folder / "x.db", std::chrono::seconds{5}).damage.empty());
  }));
}

TEST_CASE("rows added one after another are one change, and after a gap another") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log(store, {usual_session(), usual_session()});
  auto writing = store.begin("import", at);
  writing.add("me", usual_session());
  writing.skip_to("s10");
  writing.add("me", usual_session());
  writing.add("me", usual_session());
  writing.commit();
  CHECK(raw_sql(folder / "x.db",
                "SELECT group_concat(action || ' ' || kind || ' ' || first || '-' || last, ', ')"
                " FROM (SELECT * FROM change ORDER BY command, position)") ==
        "add lifter 1-1, add session 1-2, add session 3-3, add session 10-11");
  undo(store);
  CHECK(names_in(state_of(store)) == std::vector<std::string>{"s1", "s2"});
}

TEST_CASE("a new command ends what can be redone") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log_one(store);
  log_one(store);
  CHECK_FALSE(redo(store));
  undo(store);
  undo(store);
  CHECK(redo(store));
  log_one(store);
  CHECK_FALSE(redo(store));
  CHECK(store.history("me", long_ago).sessions.size() == 2);
}

TEST_CASE("a record comes back alone, whatever took it out, and that is a command like any other") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log(store, {usual_session(), usual_session()}, {usual_checkin()});
  const State before = state_of(store);
  remove_one(store, "s1");
  log_one(store);
  CHECK(store.find_removed("s1").has_value());
  CHECK_FALSE(store.find_removed("s2").has_value());
  CHECK_FALSE(store.find_removed("s9").has_value());
  bring_back(store, {"s1"});
  CHECK(store.find("s1")->what ==
        std::variant<Session, CheckIn, Screen>(before.histories[0].sessions[0]));
  CHECK(store.latest_record("me") == "s1");
  CHECK(undo(store));
  CHECK(store.find_removed("s1").has_value());
  CHECK(redo(store));
  CHECK(store.find("s1").has_value());
}

TEST_CASE("all records come back, or none: one that stands, was erased, or never was is refused") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log(store, {usual_session(), usual_session()}, {usual_checkin()});
  remove_one(store, "s1");
  remove_one(store, "f1");
  PurgeOrder order;
  order.names = {"f1"};
  store.purge(order);
  for (const char* name : {"s2", "f1", "s9", "x1", ""}) {
    INFO(name);
    CHECK_THROWS_AS(bring_back(store, {"s1", name}), Error);
    CHECK_FALSE(store.find("s1").has_value());
  }
}

TEST_CASE("a record comes back to a lifter who is there") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log_one(store);
  undo(store);
  CHECK_THROWS_WITH(bring_back(store, {"s1"}), Contains("s1 was me's, who is not in the log"));
  {
    auto writing = store.begin("lifter add", at);
    Lifter again;
    again.id = "me";
    writing.put(again);
    writing.commit();
  }
  bring_back(store, {"s1"});
  CHECK(store.find("s1")->lifter == "me");
}

TEST_CASE("the key of a record that came back is known again, and never stands for two") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log_one(store);
  const auto import = [&store](std::string_view key) {
    auto writing = store.begin("import", at);
    const Arrived arrived = writing.add("me", usual_session(), key);
    writing.commit();
    return arrived;
  };
  CHECK(import("a").id == 2);
  undo(store);
  bring_back(store, {"s2"});
  CHECK(import("a").arrival == Arrival::same);
  undo(store);
  CHECK_FALSE(store.find("s2").has_value());
  CHECK(import("a").id == 3);
  CHECK_THROWS_WITH(bring_back(store, {"s2"}), Contains("s2 came again since, as s3"));
}

TEST_CASE("a record that was deleted is found no more, and comes back by undo") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log(store, {usual_session(), usual_session()}, {usual_checkin()});
  remove_one(store, "s1");
  CHECK_FALSE(store.find("s1").has_value());
  CHECK(store.find("s2").has_value());
  CHECK_THROWS_AS(store.begin("delete", at).remove("s1"), Error);
  CHECK_THROWS_AS(store.begin("delete", at).remove("x1"), Error);
  CHECK_THROWS_AS(store.begin("edit", at).replace("me", CheckIn{}), Error);
  undo(store);
  CHECK(store.find("s1").has_value());
  redo(store);
  CHECK_FALSE(store.find("s1").has_value());
}

TEST_CASE("a change is said with what was before and what came after it") {
  const Folder folder;
  Store store = open(folder / "x.db");
  Session session = usual_session();
  session.id = log_one(store);
  Session second = session;
  second.note = "second";
  replace_one(store, second);
  Session third = second;
  third.light = true;
  replace_one(store, third);
  remove_one(store, "s1");

  const auto changes = store.changes(10);  // newest first
  REQUIRE(changes.size() == 4);
  const auto said = [&](std::size_t which) {
    const auto done = store.changed_by(changes[which].id);
    REQUIRE_FALSE(done.empty());
    CHECK(done.back().record == "s1");
    return done.back();
  };
  const auto is = [](const std::optional<Version>& version, const Session& expected) {
    return version && version->lifter == "me" && std::get<Session>(version->what) == expected;
  };
  CHECK_FALSE(said(3).before.has_value());
  CHECK(is(said(3).after, session));
  CHECK(is(said(2).before, session));
  CHECK(is(said(2).after, second));
  CHECK(is(said(1).before, second));
  CHECK(is(said(1).after, third));
  CHECK(is(said(0).before, third));
  CHECK_FALSE(said(0).after.has_value());
}

TEST_CASE("two changes of one record by one command are said as one") {
  const Folder folder;
  Store store = open(folder / "x.db");
  Session session = usual_session();
  session.id = log_one(store);
  Session other = session;
  auto writing = store.begin("edit", at);
  other.note = "first";
  writing.replace("me", other);
  other.note = "second";
  writing.replace("me", other);
  const auto done = writing.changed();
  REQUIRE(done.size() == 1);
  CHECK(std::get<Session>(done[0].before->what) == session);
  CHECK(std::get<Session>(done[0].after->what) == other);
}

TEST_CASE("a command is of those whose records it changed, from before and after it") {
  const Folder folder;
  Store store = open(folder / "x.db");
  Session session = usual_session();
  session.id = log_one(store);
  Lifter anna;
  anna.id = "anna";
  {
    auto writing = store.begin("lifter add", at);
    writing.put(anna);
    writing.commit();
  }
  {
    auto writing = store.begin("policy set", at);
    writing.add_policy("anna", "", "rehab");
    writing.commit();
  }
  {
    auto writing = store.begin("edit", at);
    writing.replace("anna", session);
    writing.commit();
  }
  const auto changes = store.changes(10);
  CHECK(changes[0].lifters == std::vector<std::string>{"anna", "me"});
  CHECK(changes[1].lifters == std::vector<std::string>{"anna"});
  CHECK(changes[2].lifters == std::vector<std::string>{"anna"});
  undo(store);
  CHECK(store.find("s1")->lifter == "me");
}

TEST_CASE("the record a lifter dealt with last") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log(store, {usual_session(), usual_session()});
  CHECK(store.latest_record("me") == "s2");
  log(store, {}, {usual_checkin()});
  CHECK(store.latest_record("me") == "f1");
  Session session = usual_session();
  session.id = 1;
  session.note = "corrected";
  replace_one(store, session);
  CHECK(store.latest_record("me") == "s1");
  remove_one(store, "s1");
  CHECK(store.latest_record("me") == "f1");
  undo(store);
  CHECK(store.latest_record("me") == "s1");
  undo(store);
  CHECK(store.latest_record("me") == "f1");
  {
    auto writing = store.begin("screen", at);
    writing.add("me", Screen{});
    writing.add_policy("me", "", "rehab");  // no record that has a name
    writing.commit();
  }
  CHECK(store.latest_record("me") == "r1");
}

TEST_CASE("what is damaged is not corrected away") {
  const Folder folder;
  const auto path = folder / "x.db";
  {
    Store store = open(path);
    Session session = usual_session();
    session.id = log_one(store);
    session.note = "corrected";
    replace_one(store, session);
  }
  const auto says = [&path](const auto& what) -> std::string {
    Store store = open(path, Access::write);
    auto writing = store.begin("any", at);
    try {
      what(writing);
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::database);
      return error.what();
    }
    return "nothing";
  };
  const auto undoing = [](Store::Writing& writing) { static_cast<void>(writing.undo()); };
  const auto removing = [](Store::Writing& writing) { writing.remove("s1"); };
  const auto replacing = [](Store::Writing& writing) {
    Session session = usual_session();
    session.id = 1;
    writing.replace("me", session);
  };
  CHECK(says(undoing) == "nothing");
  CHECK(says(removing) == "nothing");
  SECTION("a value") {
    CHECK(raw_sql(path, "UPDATE session SET day = '2026-11-19'").empty());
    CHECK_THAT(says(undoing), Contains("s1 does not match its checksum"));
    CHECK_THAT(says(removing), Contains("s1 does not match its checksum"));
    CHECK_THAT(says(replacing), Contains("s1 does not match its checksum"));
  }
  SECTION("a value and its mark of what is kept of it") {
    CHECK(raw_sql(path, "UPDATE change SET before = replace(before, '2026-11-20', '2026-11-19')")
              .empty());
    CHECK_THAT(says(undoing), Contains("record of changes does not match"));
  }
  SECTION("what is kept of how it is now") {
    CHECK(raw_sql(path, "UPDATE change SET after = replace(after, 'corrected', 'other')").empty());
    CHECK_THAT(says(undoing), Contains("record of changes does not match"));
  }
}

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

bool holds(const std::filesystem::path& path, const char* text) {
  return bytes_of(path).find(text) != std::string::npos;
}

PurgeOrder order_for(std::vector<std::string> names) { return {std::move(names), false, {}, {}}; }

}  // namespace

TEST_CASE("no byte of what is purged stays in the file") {
  const Folder folder;
  const auto path = folder / "x.db";
  Store store = open(path);
  Session session = usual_session();
  session.note = "the first secret";
  log(store, {session, usual_session()});
  session.id = 1;
  session.note = "the second secret";
  replace_one(store, session);
  CheckIn checkin = usual_checkin();
  checkin.session = 1;
  log(store, {}, {checkin});
  REQUIRE(holds(path, "the first secret"));
  REQUIRE(holds(path, "the second secret"));

  CHECK(store.purgeable(order_for({"s1"})).sessions == 1);
  CHECK(holds(path, "the second secret"));
  CHECK(store.purge(order_for({"s1"})).sessions == 1);
  CHECK_FALSE(holds(path, "the first secret"));
  CHECK_FALSE(holds(path, "the second secret"));
  CHECK(raw_sql(path, "PRAGMA integrity_check") == "ok");
  CHECK(raw_sql(path, "PRAGMA foreign_key_check").empty());
  CHECK(raw_sql(path, "SELECT count(*) FROM change WHERE action = 'replace'") == "0");
  CHECK_FALSE(std::get<CheckIn>(store.find("f1")->what).session.has_value());
  CHECK_THROWS_AS(store.purge(order_for({"s1"})), Error);
  CHECK_THROWS_AS(store.purge(order_for({"s2", "s3"})), Error);
  CHECK(store.find("s2").has_value());
  CHECK(log_one(store) == 3);
}

TEST_CASE("what was taken back can be purged, and a lifter with everything") {
  const Folder folder;
  const auto path = folder / "x.db";
  Store store = open(path);
  log(store, {usual_session(), usual_session()}, {usual_checkin()});
  remove_one(store, "s1");
  Lifter anna{"anna", "Anna Privat", {}, {}, true};
  Session moved = usual_session();
  moved.id = 2;
  {
    auto writing = store.begin("lifter add", at);
    writing.put(anna);
    writing.add("anna", usual_session(), "a key of hers");
    writing.add_policy("anna", "", "rehab");
    writing.commit();
  }
  for (const char* lifter : {"anna", "me"}) {
    auto writing = store.begin("edit", at);
    writing.replace(lifter, moved);
    writing.commit();
  }
  PurgeOrder removed{{}, true, {}, "anna"};
  CHECK(store.purgeable(removed).sessions == 0);
  removed.only_of.clear();
  CHECK(store.purge(removed).sessions == 1);
  CHECK_THROWS_AS(store.purge({{"s3"}, false, {}, "me"}), Error);

  const Purged gone = store.purge({{}, false, "anna", {}});
  CHECK(gone.lifters == 1);
  CHECK(gone.sessions == 1);
  CHECK_FALSE(holds(path, "Anna Privat"));
  CHECK_FALSE(holds(path, "a key of hers"));
  CHECK(store.lifters().size() == 1);
  CHECK(store.find("s2")->lifter == "me");
  undo_all(store);
  CHECK(store.lifters().empty());
  while (redo(store)) {
  }
  CHECK(store.find("s2")->lifter == "me");
  CHECK(store.find("f1").has_value());
}

TEST_CASE("what a record was before can be erased without it") {
  const Folder folder;
  const auto path = folder / "x.db";
  Store store = open(path);
  log(store, {usual_session(), usual_session()});
  const auto with_note = [](std::int64_t id, std::string note) {
    Session session = usual_session();
    session.id = id;
    session.note = std::move(note);
    return session;
  };
  replace_one(store, with_note(1, "the first secret"));
  replace_one(store, with_note(1, "the second secret"));
  replace_one(store, with_note(1, "what may be read"));
  replace_one(store, with_note(2, "the other's"));
  replace_one(store, with_note(2, "the other's, again"));
  PurgeOrder order = order_for({"s1"});
  order.earlier = true;
  CHECK(store.purgeable(order).sessions == 1);
  CHECK(store.purge(order).sessions == 1);
  CHECK_FALSE(holds(path, "secret"));
  CHECK(holds(path, "the other's\""));  // in the record of changes
  CHECK(std::get<Session>(store.find("s1")->what).note == "what may be read");
  CHECK(store.purge(order).sessions == 0);
  undo(store);
  CHECK(std::get<Session>(store.find("s2")->what).note == "the other's");
  undo(store);
  undo(store);  // of what is left: the log command itself
  CHECK_FALSE(store.find("s1").has_value());
  CHECK(examine(path, std::chrono::seconds{5}).damage.empty());
}

TEST_CASE("what was corrected together is forgotten together") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log(store, {usual_session(), usual_session(), usual_session()});
  const auto replace_both = [&](std::int64_t one, std::int64_t other, const std::string& note) {
    auto writing = store.begin("edit", at);
    for (const std::int64_t id : {one, other}) {
      Session session = usual_session();
      session.id = id;
      session.note = note;
      writing.replace("me", session);
    }
    writing.commit();
  };
  replace_both(2, 3, "b");
  replace_both(1, 2, "a");
  PurgeOrder order = order_for({"s1"});
  order.earlier = true;
  CHECK(store.purge(order).sessions == 3);
}

TEST_CASE("an earlier name is erased, of one lifter only") {
  const Folder folder;
  const auto path = folder / "x.db";
  Store store = open(path);
  const auto call = [&](std::string id, std::string name) {
    auto writing = store.begin("lifter", at);
    writing.put({std::move(id), std::move(name), {}, {}, false});
    writing.commit();
  };
  call("anna", "Anna Privat");
  call("ben", "Benjamin Privat");
  call("anna", "A.");
  call("ben", "B.");
  PurgeOrder order;
  order.earlier = true;
  order.only_of = "anna";
  CHECK(store.purge(order).lifters == 1);
  CHECK_FALSE(holds(path, "Anna Privat"));
  CHECK(holds(path, "Benjamin Privat"));
  order.only_of.clear();
  CHECK(store.purge(order).lifters == 1);
  CHECK_FALSE(holds(path, "Privat"));
  CHECK(store.lifter("ben")->name == "B.");
}

TEST_CASE("who was taken back and came again goes again by undo, whatever was purged") {
  const Folder folder;
  Store store = open(folder / "x.db");
  log_one(store);
  undo(store);
  log_one(store);
  PurgeOrder order;
  order.earlier = true;
  store.purge(order);
  const State left = state_of(store);
  CHECK(undo_all(store) == 1);
  CHECK(state_of(store).lifters.empty());
  CHECK(redo(store));
  CHECK(state_of(store) == left);
}

TEST_CASE("after any purge, all that is left can be undone and redone") {
  CHECK(rc::check([] {
    const Folder folder;
    Store store = open(folder / "x.db");
    const int count = *rc::gen::inRange(2, 9);
    for (int i = 0; i < count; ++i) {
      any_command(store);
      if (*rc::gen::inRange(0, 4) == 0) undo(store);
    }
    const std::vector<std::string> names = names_in(state_of(store));
    PurgeOrder order;
    if (!names.empty()) order.names = {*rc::gen::elementOf(names)};
    order.removed = *rc::gen::arbitrary<bool>();
    const auto lifters = store.lifters();
    if (lifters.size() > 1 && *rc::gen::arbitrary<bool>()) {
      order.whole_lifter = lifters.front().id;
    }
    if (!order.removed && order.whole_lifter.empty()) order.earlier = *rc::gen::arbitrary<bool>();
    store.purge(order);
    RC_ASSERT(examine(folder / "x.db", std::chrono::seconds{5}).damage.empty());
    RC_ASSERT(raw_sql(folder / "x.db", "SELECT month FROM tally WHERE records = 0").empty());
    const State left = state_of(store);
    const int undone = undo_all(store);
    RC_ASSERT(state_of(store).lifters.empty());
    for (int i = 0; i < undone; ++i) RC_ASSERT(redo(store));
    RC_ASSERT(state_of(store) == left);
  }));
}
