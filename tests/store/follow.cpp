// Records that come one after the other, at one moment.

#include <catch2/catch.hpp>

#include "store/fixture.hpp"

using namespace hinge;
using namespace hinge::test;

namespace {

constexpr Date long_ago{};

template <class What>
std::vector<std::int64_t> ids_of(const Store::Next<What>& next) {
  std::vector<std::int64_t> ids;
  while (const What* const record = next()) ids.push_back(record->id);
  CHECK(next() == nullptr);  // and stays at the end
  return ids;
}

Session session_on(Date date) {
  Session session = usual_session();
  session.when = date;
  return session;
}

}  // namespace

TEST_CASE("records follow by day and id, from a day on, without what was taken back") {
  const Folder folder;
  Store store = open(folder / "hinge.db");
  CheckIn checkin = usual_checkin();
  log(store, {session_on(day(2026, 11, 20)), session_on(day(2026, 11, 2))}, {checkin});
  log(store, {session_on(day(2026, 11, 2)), session_on(day(2026, 10, 1))}, {checkin, checkin});
  log(store, {session_on(day(2026, 11, 3))});
  {
    auto writing = store.begin("undo", "2026-11-22T18:30:00+01:00");
    (void)writing.undo();
    writing.commit();
  }
  const Store::View view = store.view();
  CHECK(ids_of(store.sessions("me", long_ago)) == std::vector<std::int64_t>{4, 2, 3, 1});
  CHECK(ids_of(store.sessions("me", day(2026, 11, 2))) == std::vector<std::int64_t>{2, 3, 1});
  CHECK(ids_of(store.sessions("me", day(2026, 11, 3))) == std::vector<std::int64_t>{1});
  CHECK(ids_of(store.checkins("me", long_ago)) == std::vector<std::int64_t>{1, 2, 3});
  CHECK_THROWS_WITH(store.sessions("joe", long_ago), "there is no lifter called joe");
}

TEST_CASE("two that follow don't disturb each other, nor other reads in between") {
  const Folder folder;
  Store store = open(folder / "hinge.db");
  log(store, {session_on(day(2026, 11, 2)), session_on(day(2026, 11, 20))});
  const Store::View view = store.view();
  const auto one = store.sessions("me", long_ago);
  const auto other = store.sessions("me", long_ago);
  const Session first = *one();
  CHECK(*other() == first);
  CHECK(store.history("me", long_ago).sessions.size() == 2);
  CHECK(store.lifters().size() == 1);
  CHECK(one()->id == 2);
  CHECK(one() == nullptr);
  CHECK(other()->id == 2);
}

TEST_CASE("what is held at one moment keeps writers waiting, and lets them go on after") {
  const Folder folder;
  const auto path = folder / "hinge.db";
  {
    Store store = open(path);
    log(store, {usual_session()});
  }
  const auto write = [&path] {
    Store store = Store::open(path, Access::write, std::chrono::milliseconds{50});
    log(store, {usual_session()});
    return std::string{"stored"};
  };
  const Outcome during =
      Child{[&] {
        Store store = open(path, Access::read);
        const Store::View view = store.view();
        (void)store.lifters();
        const Outcome writer = Child{write}.wait();
        return writer.said + "; " + std::to_string(store.history("me", long_ago).sessions.size());
      }}.wait();
  CHECK_THAT(during.said, Catch::Contains("in use") && Catch::EndsWith("; 1"));
  CHECK(Child{write}.wait().said == "stored");
}
