#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "store/arrivals.hpp"
#include "store/change_list.hpp"
#include "store/changes.hpp"
#include "store/checksum.hpp"
#include "store/entries.hpp"
#include "store/find.hpp"
#include "store/open.hpp"
#include "store/read.hpp"
#include "store/store_impl.hpp"
#include "store/write.hpp"

namespace hinge {

using store::ChangeLog;
using store::Connection;
using store::Kind;
using store::Row;
using store::Transaction;

struct Store::Writing::Impl {
  Impl(std::unique_ptr<store::NewLog> its_fresh, Connection& its_database, std::string_view command,
       std::string_view at)
      : fresh(std::move(its_fresh)),
        database(its_database),
        transaction(store::begin_writing(database)),
        log(database, command, at) {}

  /// The key of a lifter. Throws Error{not_found}.
  std::int64_t owner(std::string_view lifter) {
    // An import asks for the same one a million times.
    if (owner_ == 0 || lifter != owner_id_) {
      owner_ = store::require_lifter(counted(), lifter).key;
      owner_id_ = lifter;
    }
    return owner_;
  }

  /// To read all of a lifter, or all lifters: what is added and not counted yet would look like
  /// damage.
  Connection& counted() {
    log.count();
    return database;
  }

  std::unique_ptr<store::NewLog> fresh;  ///< where there was no log yet
  Connection& database;
  std::unique_ptr<Transaction> transaction;
  ChangeLog log;

 private:
  std::string owner_id_;
  std::int64_t owner_ = 0;
};

namespace {

void write(Connection& database, std::int64_t lifter, const Session& session, Row row) {
  store::write_session(database, lifter, session, row);
}
void write(Connection& database, std::int64_t lifter, const CheckIn& checkin, Row row) {
  store::write_checkin(database, lifter, checkin, row);
}
void write(Connection& database, std::int64_t lifter, const Screen& screen, Row row) {
  store::write_screen(database, lifter, screen, row);
}

Kind kind_of(const Session&) { return Kind::session; }
Kind kind_of(const CheckIn&) { return Kind::checkin; }
Kind kind_of(const Screen&) { return Kind::screen; }

template <class What>
std::int64_t digest(const What& what, std::string_view brought) {
  return brought.empty() ? store::digest_of(what).value() : store::Checksum{}.add(brought).value();
}

template <class What>
Arrived add_record(Connection& database, ChangeLog& log, std::int64_t owner, What what,
                   std::string_view key, std::string_view brought) {
  const Kind kind = kind_of(what);
  const std::int64_t content = digest(what, brought);
  if (!key.empty()) {
    if (const auto known = store::known_arrival(database, owner, key, content)) return *known;
  }
  what.id = log.new_id(kind);
  write(database, owner, what, Row::added);
  log.added(what.id, {kind, owner, store::month_counting(what.when.date)});
  if (!key.empty()) store::note_arrival(database, log, owner, key, kind, what.id, content);
  return {Arrival::added, what.id};
}

/// Verified by reading it: what is damaged is left as it is.
void require_record(Connection& database, std::string_view name) {
  if (store::find_record(database, name)) return;
  throw Error{ErrorKind::not_found, "there is no record " + std::string{name},
              "see: hinge history"};
}

/// That of this name which was taken back, verified by reading it.
store::NamedRow require_removed(Connection& database, std::string_view name) {
  if (store::find_record(database, name)) {
    throw Error{ErrorKind::not_found, fmt::format("{} is not deleted", name),
                fmt::format("to take it out: hinge delete {}", name)};
  }
  const auto record = store::find_removed_record(database, name);
  const auto row = store::row_named(name);
  if (!record || !row) {
    throw Error{ErrorKind::not_found, fmt::format("there is no deleted record {}", name),
                "what was purged is gone for good; what was deleted: hinge undo --list"};
  }
  if (!record->lifter.empty()) return *row;
  const std::string lifter = store::owner_of(database, *row);
  throw Error{ErrorKind::not_found,
              fmt::format("{} was {}'s, who is not in the log any more", name, lifter),
              fmt::format("put them back first: hinge lifter add {}", lifter)};
}

/// `owner`: the lifter whose it is from now on.
template <class What>
void replace_record(Connection& database, ChangeLog& log, std::int64_t owner, const What& what,
                    std::string_view name) {
  require_record(database, name);
  const std::string before = log.snapshot(kind_of(what), what.id);
  write(database, owner, what, Row::there);
  log.replaced(kind_of(what), what.id, before);
}

/// One more than any version before, also those taken back. The first is without any choice.
int next_version(Connection& database, std::int64_t lifter) {
  store::Statement row{database,
                       "SELECT coalesce(max(version), 1) + 1 FROM policy_version WHERE lifter = ?1",
                       lifter};
  row.step();
  return static_cast<int>(row.integer(0));
}

/// Whether the log has it after a commit that failed; none where that can't be read now.
std::optional<bool> holds_command(Connection& database, std::int64_t command) {
  const bool committed = !database.in_transaction();
  try {
    if (!committed) database.run("ROLLBACK");
    store::Statement row{database, "SELECT 1 FROM command WHERE id = ?1", command};
    return row.step();
  } catch (const Error&) {
    // Not rolled back either? Then the journal stays, and whoever opens the log next does it.
    return committed ? std::nullopt : std::optional{false};
  }
}

/// Where the very last sync fails, the change is in the file all the same: looks, and says so. A
/// draft that was not put in its place goes, whatever is in it.
void commit_or_say(Connection& database, Transaction& transaction, std::int64_t command,
                   bool draft) {
  try {
    transaction.commit();
  } catch (const Error& error) {
    constexpr std::string_view nothing = "; nothing was stored";
    const std::string_view said = error.what();
    if (error.kind() != ErrorKind::database || said.ends_with(nothing)) throw;
    const std::optional<bool> stored = draft ? false : holds_command(database, command);
    const std::string_view outcome = !stored   ? "; whether the log has it can't be read now"
                                     : *stored ? "; it was stored, but may not outlast a power cut"
                                               : nothing;
    throw Error{
        error.kind(), std::string{said}.append(outcome),
        // To try again might store it twice.
        stored == false ? error.hint() : "check the disk; see what is there: hinge history"};
  }
}

}  // namespace

Store::Writing::Writing(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Writing::Writing(Writing&&) noexcept = default;

Store::Writing::~Writing() = default;

Store::Writing Store::begin(std::string_view command, std::string_view at) {
  assert(impl_->access != Access::read);
  std::unique_ptr<store::NewLog> fresh;
  if (impl_->database() == nullptr) fresh = store::NewLog::begin(impl_->path, impl_->timeout);
  Connection* const database = fresh ? &fresh->connection() : impl_->database();
  if (database == nullptr)
    throw Error{ErrorKind::database, impl_->path + " was moved away meanwhile"};
  return Writing{std::make_unique<Writing::Impl>(std::move(fresh), *database, command, at)};
}

std::vector<Lifter> Store::Writing::lifters() const {
  return store::read_lifters(impl_->counted());
}

std::optional<Lifter> Store::Writing::lifter(std::string_view id) const {
  auto stored = store::read_lifter(impl_->database, id);
  return stored ? std::optional{std::move(stored->lifter)} : std::nullopt;
}

History Store::Writing::history(std::string_view lifter, Date since) const {
  return store::read_history(impl_->counted(), lifter, since);
}

std::vector<PolicyVersion> Store::Writing::policies(std::string_view lifter) const {
  const std::int64_t owner = impl_->owner(lifter);
  return store::read_policies(impl_->counted(), owner);
}

std::optional<Record> Store::Writing::find(std::string_view name) const {
  return store::find_record(impl_->database, name);
}

std::vector<Session> Store::Writing::sessions_on(std::string_view lifter, Date day) const {
  return store::read_sessions_on(impl_->database, impl_->owner(lifter), day);
}

std::vector<CheckIn> Store::Writing::checkins_on(std::string_view lifter, Date day) const {
  return store::read_checkins_on(impl_->database, impl_->owner(lifter), day);
}

void Store::Writing::put(const Lifter& lifter) {
  Connection& database = impl_->database;
  ChangeLog& log = impl_->log;
  store::Statement row{database, "SELECT key, removed FROM lifter WHERE id = ?1", lifter.id};
  if (row.step()) {
    const std::int64_t key = row.integer(0);
    // One who was taken back comes back by a change of their own: purging what was there before
    // forgets corrections, and undo would no longer take the lifter out again.
    if (row.boolean(1)) log.bring_back(Kind::lifter, key);
    const std::string before = log.snapshot(Kind::lifter, key);
    store::write_lifter(database, key, lifter);
    log.replaced(Kind::lifter, key, before);
  } else {
    const std::int64_t key = log.new_id(Kind::lifter);
    store::write_lifter(database, key, lifter);
    log.added(key, {Kind::lifter, 0, {}});
  }
}

Arrived Store::Writing::add(std::string_view lifter, const Session& session, std::string_view key,
                            std::string_view brought) {
  return add_record(impl_->database, impl_->log, impl_->owner(lifter), session, key, brought);
}

Arrived Store::Writing::add(std::string_view lifter, const CheckIn& checkin, std::string_view key,
                            std::string_view brought) {
  return add_record(impl_->database, impl_->log, impl_->owner(lifter), checkin, key, brought);
}

Arrived Store::Writing::add(std::string_view lifter, const Screen& screen, std::string_view key,
                            std::string_view brought) {
  return add_record(impl_->database, impl_->log, impl_->owner(lifter), screen, key, brought);
}

void Store::Writing::skip_to(std::string_view name) {
  if (const auto row = store::row_named(name)) impl_->log.skip_to(row->kind, row->id);
}

void Store::Writing::note_key(std::string_view lifter, const KnownKey& key) {
  Connection& database = impl_->database;
  const std::int64_t owner = impl_->owner(lifter);
  const auto row = store::row_named(key.record);
  if (!row || store::known_arrival(database, owner, key.key, key.digest)) return;
  store::note_arrival(database, impl_->log, owner, key.key, row->kind, row->id, key.digest);
}

int Store::Writing::add_policy(std::string_view lifter, std::string_view lift,
                               std::string_view policy, int least) {
  Connection& database = impl_->database;
  const std::int64_t owner = impl_->owner(lifter);
  const PolicyVersion choice{impl_->log.new_id(Kind::policy), std::string{lift},
                             std::max(next_version(database, owner), least), std::string{policy}};
  store::write_policy(database, owner, choice);
  impl_->log.added(choice.id, {Kind::policy, owner, {}});
  return choice.version;
}

void Store::Writing::replace(std::string_view lifter, const Session& session,
                             std::string_view key) {
  Connection& database = impl_->database;
  const std::int64_t owner = impl_->owner(lifter);
  replace_record(database, impl_->log, owner, session, session_name(session.id));
  if (!key.empty()) {
    store::note_arrival(database, impl_->log, owner, key, Kind::session, session.id,
                        store::digest_of(session).value());
  }
}

void Store::Writing::replace(std::string_view lifter, const CheckIn& checkin) {
  replace_record(impl_->database, impl_->log, impl_->owner(lifter), checkin,
                 checkin_name(checkin.id));
}

void Store::Writing::replace(std::string_view lifter, const Screen& screen) {
  replace_record(impl_->database, impl_->log, impl_->owner(lifter), screen,
                 "r" + std::to_string(screen.id));
}

void Store::Writing::remove(std::string_view name) {
  require_record(impl_->database, name);
  const auto row = store::row_named(name);
  impl_->log.remove(row->kind, row->id);
}

void Store::Writing::bring_back(std::string_view name) {
  Connection& database = impl_->database;
  const store::NamedRow row = require_removed(database, name);
  impl_->log.bring_back(row.kind, row.id);
  const auto other = store::claim_keys_again(database, impl_->log, row);
  if (!other) return;
  throw Error{ErrorKind::not_found,
              fmt::format("{} came again since, as {}{}", name, name.front(), *other),
              fmt::format("see it: hinge show {}{}", name.front(), *other)};
}

Arrived Store::Writing::claim(std::string_view lifter, std::string_view key, const Session& content,
                              std::int64_t id, std::string_view brought) {
  Connection& database = impl_->database;
  const std::int64_t owner = impl_->owner(lifter);
  const std::int64_t digested = digest(content, brought);
  if (const auto known = store::known_arrival(database, owner, key, digested)) return *known;
  store::note_arrival(database, impl_->log, owner, key, Kind::session, id, digested);
  return {Arrival::added, id};
}

std::optional<ChangeSummary> Store::Writing::undo() {
  const auto taken = impl_->log.undo();
  if (!taken) return std::nullopt;
  return store::read_change(impl_->database, *taken);
}

std::optional<ChangeSummary> Store::Writing::redo() {
  const auto again = impl_->log.redo();
  if (!again) return std::nullopt;
  return store::read_change(impl_->database, *again);
}

std::optional<ChangeSummary> Store::Writing::undoable() const {
  const auto command = store::undoable_command(impl_->database);
  if (!command) return std::nullopt;
  return store::read_change(impl_->database, *command);
}

std::optional<ChangeSummary> Store::Writing::redoable() const {
  const auto undo = store::redoable_undo(impl_->database);
  if (!undo) return std::nullopt;
  return store::read_change(impl_->database, store::target_of(impl_->database, *undo));
}

std::vector<RecordChange> Store::Writing::changed() {
  if (impl_->log.empty()) return {};
  impl_->log.seal();
  return store::read_record_changes(impl_->database, impl_->log.command());
}

void Store::Writing::commit() {
  impl_->log.finish();
  const bool changed = !impl_->log.empty();
  const bool draft = impl_->fresh != nullptr;
  if (changed) {
    commit_or_say(impl_->database, *impl_->transaction, impl_->log.command(), draft);
  }
  impl_->transaction.reset();
  if (draft && changed) impl_->fresh->publish();
}

}  // namespace hinge
