#include "hinge/store.hpp"

#include <cassert>

#include "store/change_list.hpp"
#include "store/file.hpp"
#include "store/find.hpp"
#include "store/open.hpp"
#include "store/purge.hpp"
#include "store/read.hpp"
#include "store/store_impl.hpp"

namespace hinge {

using store::Connection;
using store::Presence;
using store::ReadTransaction;
using store::Transaction;

namespace {

Error nothing_logged(const std::string& path) {
  return Error{ErrorKind::database, "nothing logged yet at " + path,
               "start with: hinge log 140x5x3"};
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Connection* Store::Impl::database() {
  if (!connection && store::presence_of(path) == Presence::present) {
    const auto mode = access == Access::read ? Connection::Mode::read : Connection::Mode::write;
    store::Opened opened = store::open_existing(path, mode, timeout);
    connection = std::move(opened.connection);
    notices.insert(notices.end(), opened.notices.begin(), opened.notices.end());
  }
  return connection.get();
}

Store Store::open(const std::filesystem::path& path, Access access,
                  std::chrono::milliseconds timeout) {
  auto impl = std::make_unique<Impl>();
  impl->path = store::absolute_path(path).string();
  impl->access = access;
  impl->timeout = timeout;
  if (impl->database() == nullptr && access != Access::create) throw nothing_logged(impl->path);
  return Store{std::move(impl)};
}

const std::vector<std::string>& Store::notices() const { return impl_->notices; }

std::vector<Lifter> Store::lifters(const OfDamaged& of_damaged) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return {};
  const ReadTransaction transaction{*database};
  return store::read_lifters(*database, of_damaged);
}

std::vector<Lifter> Store::active_lifters(int most) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return {};
  const ReadTransaction transaction{*database};
  return store::read_active_lifters(*database, most);
}

std::optional<Lifter> Store::lifter(std::string_view id) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return std::nullopt;
  const ReadTransaction transaction{*database};
  auto stored = store::read_lifter(*database, id);
  return stored ? std::optional{std::move(stored->lifter)} : std::nullopt;
}

History Store::history(std::string_view lifter, Date since) const {
  Connection* const database = impl_->database();
  if (database == nullptr) throw nothing_logged(impl_->path);
  const ReadTransaction transaction{*database};
  return store::read_history(*database, lifter, since);
}

History Store::history_before(std::string_view lifter, Date since) const {
  Connection* const database = impl_->database();
  if (database == nullptr) throw nothing_logged(impl_->path);
  const ReadTransaction transaction{*database};
  return store::read_history_before(*database, lifter, since);
}

Store::Next<Session> Store::sessions(std::string_view lifter, Date since) const {
  Connection* const database = impl_->database();
  if (database == nullptr) throw nothing_logged(impl_->path);
  return store::follow_sessions(*database, store::require_lifter(*database, lifter).key, since);
}

Store::Next<CheckIn> Store::checkins(std::string_view lifter, Date since) const {
  Connection* const database = impl_->database();
  if (database == nullptr) throw nothing_logged(impl_->path);
  return store::follow_checkins(*database, store::require_lifter(*database, lifter).key, since);
}

Store::Next<KnownKey> Store::keys(std::string_view lifter) const {
  Connection* const database = impl_->database();
  if (database == nullptr) throw nothing_logged(impl_->path);
  return store::follow_keys(*database, store::require_lifter(*database, lifter).key);
}

struct Store::View::Impl {
  explicit Impl(Connection& database) : transaction(database) {}
  ReadTransaction transaction;
};

Store::View::View(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::View::View(View&&) noexcept = default;
Store::View::~View() = default;

Store::View Store::view() const {
  Connection* const database = impl_->database();
  return View{database == nullptr ? nullptr : std::make_unique<View::Impl>(*database)};
}

std::vector<PolicyVersion> Store::policies(std::string_view lifter) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return {};
  const ReadTransaction transaction{*database};
  return store::read_policies(*database, store::require_lifter(*database, lifter).key);
}

std::vector<PolicyEntry> Store::policy_log(std::string_view lifter) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return {};
  const ReadTransaction transaction{*database};
  return store::read_policy_log(*database, store::require_lifter(*database, lifter).key);
}

std::optional<Record> Store::find(std::string_view name) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return std::nullopt;
  const ReadTransaction transaction{*database};
  return store::find_record(*database, name);
}

std::optional<Record> Store::find_removed(std::string_view name) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return std::nullopt;
  const ReadTransaction transaction{*database};
  return store::find_removed_record(*database, name);
}

std::vector<ChangeSummary> Store::changes(int limit) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return {};
  const ReadTransaction transaction{*database};
  return store::read_changes(*database, limit);
}

std::vector<RecordChange> Store::changed_by(std::int64_t command) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return {};
  const ReadTransaction transaction{*database};
  return store::read_record_changes(*database, command);
}

namespace {

bool is_erased(Connection& database, const PurgeOrder& order) {
  try {
    const auto transaction = store::begin_writing(database);
    const Purged left = store::erase_rows(database, order);
    return left.lifters + left.sessions + left.checkins + left.screens == 0;
  } catch (const Error& error) {
    return error.kind() == ErrorKind::not_found;
  }
}

/// Where the very last sync fails, the change is in the file all the same: looks, and says so.
void commit_or_say(Connection& database, Transaction& transaction, const PurgeOrder& order) {
  try {
    transaction.commit();
  } catch (const Error& error) {
    if (database.in_transaction()) database.run("ROLLBACK");
    if (!is_erased(database, order)) throw;
    throw Error{error.kind(),
                std::string{error.what()} +
                    "; the records are erased, but that may not outlast a power cut",
                error.hint()};
  }
}

}  // namespace

Purged Store::purge(const PurgeOrder& order) {
  assert(impl_->access != Access::read);
  Connection* const database = impl_->database();
  if (database == nullptr) throw nothing_logged(impl_->path);
  Purged purged;
  {
    const auto transaction = store::begin_writing(*database);
    purged = store::erase_rows(*database, order);
    commit_or_say(*database, *transaction, order);
  }
  store::rewrite_file(*database);
  return purged;
}

Purged Store::purgeable(const PurgeOrder& order) {
  Connection* const database = impl_->database();
  if (database == nullptr) throw nothing_logged(impl_->path);
  const auto transaction = store::begin_writing(*database);
  return store::erase_rows(*database, order);
}

std::optional<std::string> Store::latest_record(std::string_view lifter) const {
  Connection* const database = impl_->database();
  if (database == nullptr) return std::nullopt;
  const ReadTransaction transaction{*database};
  return store::latest_record(*database, store::require_lifter(*database, lifter).key);
}

}  // namespace hinge
