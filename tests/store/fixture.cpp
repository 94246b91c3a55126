#include "store/fixture.hpp"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace hinge::test {

namespace {

using std::chrono::minutes;

rc::Gen<std::string> any_text() {
  static const std::vector<std::string> pieces = {"a", "Z", " ", "\"",   "\\",   "\n", "\t", "'",
                                                  "%", "é", "💪", "\x1b", "\x7f", "[",  "]",  ","};
  return rc::gen::exec([] {
    std::string text;
    const int count = *rc::gen::inRange(0, 6);
    for (int piece = 0; piece < count; ++piece) text += *rc::gen::elementOf(pieces);
    return text;
  });
}

template <class Value>
rc::Gen<std::optional<Value>> perhaps(rc::Gen<Value> gen) {
  return rc::gen::oneOf(rc::gen::just(std::optional<Value>{}),
                        rc::gen::map(std::move(gen), [](Value value) {
                          return std::optional<Value>{std::move(value)};
                        }));
}

/// `last` included.
rc::Gen<int> between(int first, int last) { return rc::gen::inRange(first, last + 1); }
rc::Gen<minutes> any_minutes(int first, int last) {
  return rc::gen::map(between(first, last), [](int count) { return minutes{count}; });
}
rc::Gen<Score> any_score() { return rc::gen::map(between(0, 20), &Score::halves); }
rc::Gen<bool> any_bool() { return rc::gen::arbitrary<bool>(); }
template <class Enum>
rc::Gen<Enum> any_of(Enum last) {
  return rc::gen::map(between(0, static_cast<int>(last)),
                      [](int value) { return static_cast<Enum>(value); });
}

Moment any_moment() {
  const Date date = day(2024, 1, 1) + std::chrono::days{*between(0, 1200)};
  return {date, *perhaps(any_minutes(0, 1439))};
}

std::vector<std::string> any_list() {
  std::vector<std::string> texts;
  const int count = *rc::gen::inRange(0, 4);
  for (int text = 0; text < count; ++text) texts.push_back(*any_text());
  return texts;
}

Weight any_weight() {
  const Unit unit = *any_of(Unit::lb);
  return {Load::of(*between(0, 500'000), unit), unit};
}

Set any_set() {
  return {any_weight(), *between(0, 50), *any_bool(), *perhaps(any_score()),
          *any_of(SetKind::outlier)};
}

Loading any_loading() {
  const Unit unit = *any_of(Unit::lb);
  return {unit, Load::of(*between(0, 60'000), unit), Load::of(*between(1, 20'000), unit)};
}

std::string said_by(const std::function<std::string()>& what, int& code) {
  try {
    code = 0;
    return what();
  } catch (const Error& error) {
    code = 1;
    return error.what();
  } catch (const std::exception& error) {
    code = 2;
    return error.what();
  }
}

}  // namespace

Folder::Folder() {
  // In memory where there is such a place: every commit waits for its disk five times.
  const std::filesystem::path in_memory = "/dev/shm";
  const bool fast = access(in_memory.c_str(), W_OK | X_OK) == 0;
  const auto& parent = fast ? in_memory : std::filesystem::temp_directory_path();
  std::string name = (parent / "hinge-store-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder to test in");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
  std::filesystem::remove_all(path_, ignored);
}

Date day(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month);
}

Session usual_session() {
  Session session;
  session.when = {day(2026, 11, 20), minutes{18 * 60 + 30}};
  session.utc_offset = minutes{60};
  session.sets.assign(3, Set{{140_kg, Unit::kg}, 5, false, Score{8}, SetKind::work});
  return session;
}

CheckIn usual_checkin() {
  CheckIn checkin;
  checkin.when = day(2026, 11, 22);
  checkin.nature = Nature::ache;
  checkin.peak = 3;
  checkin.lasted = std::chrono::hours{48};
  checkin.where = Site::low_back;
  return checkin;
}

rc::Gen<Session> any_session() {
  return rc::gen::exec([] {
    Session session;
    session.lift = *rc::gen::elementOf(std::vector<std::string>{"deadlift", "romanian-dumbbell"});
    session.when = any_moment();
    session.utc_offset = *perhaps(any_minutes(-1080, 1080));
    const int sets = *between(0, 6);
    for (int count = 0; count < sets; ++count) session.sets.push_back(any_set());
    session.imported = *any_bool();
    session.light = *any_bool();
    session.note = *any_text();
    return session;
  });
}

rc::Gen<CheckIn> any_checkin() {
  return rc::gen::exec([] {
    CheckIn checkin;
    checkin.when = any_moment();
    checkin.utc_offset = *perhaps(any_minutes(-1080, 1080));
    checkin.nature = *any_of(Nature::weak);
    checkin.peak = *perhaps(any_score());
    checkin.lasted = *perhaps(any_minutes(0, 20'000));
    checkin.limits = *between(0, 3);
    checkin.now = *any_score();
    checkin.baseline = *any_score();
    checkin.where = *perhaps(any_of(Site::leg_below_knee));
    checkin.side = *perhaps(any_of(Side::both));
    checkin.onset = *perhaps(any_of(Onset::next_day));
    checkin.worse_with = any_list();
    checkin.eases_with = any_list();
    checkin.twinge = *any_bool();
    checkin.unrelated = *any_bool();
    checkin.note = *any_text();
    return checkin;
  });
}

rc::Gen<Screen> any_screen() {
  return rc::gen::exec([] {
    Screen screen;
    screen.when = any_moment();
    for (const RedFlag flag : all_red_flags) {
      if (*any_bool()) screen.yes.push_back(flag);
    }
    screen.cleared_by = *perhaps(any_text());
    return screen;
  });
}

rc::Gen<Lifter> any_lifter() {
  return rc::gen::exec([] {
    Lifter lifter;
    lifter.id = *rc::gen::elementOf(std::vector<std::string>{"me", "anna-2", "b"});
    lifter.name = *any_text();
    lifter.loading = any_loading();
    if (*any_bool()) lifter.lifts["sumo"] = any_loading();
    if (*any_bool()) lifter.lifts["trap-bar"] = any_loading();
    lifter.archived = *any_bool();
    return lifter;
  });
}

Store open(const std::filesystem::path& path, Access access) {
  return Store::open(path, access, std::chrono::seconds{20});
}

void log(Store& store, const std::vector<Session>& sessions, const std::vector<CheckIn>& checkins) {
  auto writing = store.begin("log", "2026-11-22T18:30:00+01:00");
  if (!writing.lifter("me")) writing.put(Lifter{});
  for (const Session& session : sessions) writing.add("me", session);
  for (const CheckIn& checkin : checkins) writing.add("me", checkin);
  writing.commit();
}

Child::Child(const std::function<std::string()>& what) : process_(-1), pipe_(-1) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  process_ = fork();
  if (process_ == 0) {
    close(ends[0]);
    alarm(60);  // a hang is a failure
    int code = 0;
    const std::string said = said_by(what, code);
    const bool written =
        write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size());
    _exit(written ? code : 3);
  }
  close(ends[1]);
  pipe_ = ends[0];
}

Outcome Child::wait() {
  Outcome outcome;
  std::array<char, 4096> buffer{};
  for (ssize_t count = 0; (count = read(pipe_, buffer.data(), buffer.size())) > 0;) {
    outcome.said.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(pipe_);
  int status = 0;
  waitpid(process_, &status, 0);
  outcome.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

std::string raw_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  sqlite3_open(path.c_str(), &database);
  sqlite3_exec(database, "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
  std::string said;
  const auto take = [](void* into, int columns, char** values, char**) {
    *static_cast<std::string*>(into) = columns > 0 && values[0] != nullptr ? values[0] : "";
    return 0;
  };
  char* error = nullptr;
  if (sqlite3_exec(database, sql.c_str(), take, &said, &error) != SQLITE_OK) {
    said = error != nullptr ? error : "?";
  }
  sqlite3_free(error);
  sqlite3_close(database);
  return said;
}

}  // namespace hinge::test
