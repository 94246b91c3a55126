#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "hinge/log_file.hpp"
#include "store/backup.hpp"
#include "store/examine.hpp"
#include "store/file.hpp"
#include "store/open.hpp"

namespace hinge {

namespace fs = std::filesystem;
using store::Connection;
using store::Draft;
using store::Failure;
using store::Presence;

struct Restoring::Impl {
  std::string log;
  std::chrono::milliseconds timeout{};
  Draft draft;
  Examined incoming;
  std::optional<Examined> present;
  bool unreadable = false;  ///< the present log is no database any more
};

namespace {

constexpr const char* choose_another = "choose another backup; this one was left as it is";

Error refused(const std::string& source, const std::string& what) {
  return Error{ErrorKind::bad_data, source + what + "; the present log was not touched",
               choose_another};
}

/// What reading the source says against it, as something about the file that was named.
template <class Read>
auto reading(const std::string& source, const Read& read) {
  try {
    return read();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::database) throw;
    std::string what = error.what();
    if (what.find(source) == std::string::npos) what = source + ": " + what;
    throw Error{ErrorKind::bad_data, what, choose_another};
  }
}

/// Before it is copied: copying mends an index that misses a row, unseen.
void check_source(const std::string& source, std::chrono::milliseconds timeout) {
  const Presence presence = store::presence_of(source);
  if (presence == Presence::missing) {
    throw Error{ErrorKind::bad_data,
                "there is no file " + source + "; the present log was not touched",
                "check the name"};
  }
  if (presence == Presence::empty) throw refused(source, " is empty");
  Connection database{source, Connection::Mode::read, timeout};
  const store::ReadTransaction transaction{database};
  if (store::contents_of(database, store::schema_steps()) == store::Contents::nothing) {
    throw refused(source, " is an empty database, not a hinge log");
  }
  if (const auto damage = store::damage_to_the_file(database); !damage.empty()) {
    throw refused(source, " is damaged: " + damage_words(damage));
  }
}

void bring_up_to_date(const std::string& draft, std::chrono::milliseconds timeout) {
  Connection database{draft, Connection::Mode::write, timeout};
  store::Transaction transaction{database};
  store::apply_steps(database, store::schema_steps());
  transaction.commit();
}

/// What is there now, also where it is damaged; `unreadable` where it is no database any more.
std::optional<Examined> look_at(const std::string& log, std::chrono::milliseconds timeout,
                                const Progress& progress, bool& unreadable) {
  if (store::presence_of(log) != Presence::present) return std::nullopt;
  try {
    { Connection recovering{log, Connection::Mode::write, timeout}; }
    return examine(log, timeout, progress);
  } catch (const Failure& failure) {
    if (failure.cause() != Failure::Cause::damaged) throw;
    unreadable = true;
    return Examined{0, 0, {{{}, "not a database any more"}}, {}, {}};
  }
}

bool are_one_file(const std::string& one, const std::string& other) {
  std::error_code missing;
  return fs::equivalent(one, other, missing) && !missing;
}

std::string kept_stem(const std::string& log) {
  return fs::path{log}.stem().string() + "-before-restore";
}

/// The present log as its last commit left it, under a name of its own. A damaged one may not let
/// itself be read to its end: then all its bytes are kept as they are.
std::string kept(const std::string& log, Moment now_in_utc, std::chrono::milliseconds timeout) {
  const std::string folder = backup_folder(log).string();
  try {
    Draft draft = store::copied(log, folder, timeout);
    return store::publish_as_backup(draft, folder, kept_stem(log), now_in_utc);
  } catch (const Failure& failure) {
    if (failure.cause() != Failure::Cause::damaged) throw;
  }
  Draft draft{folder};
  std::error_code failed;
  fs::copy_file(log, draft.path(), fs::copy_options::overwrite_existing, failed);
  if (failed) {
    throw Error{ErrorKind::database,
                log + " could not be copied: " + failed.message() + "; nothing was stored",
                "check the disk, and try again"};
  }
  store::sync_file(draft.path());
  return store::publish_as_backup(draft, folder, kept_stem(log), now_in_utc);
}

/// Through SQLite, so that others who have the log open wait, and then see the other content.
std::string swap_content(const std::string& log, const std::string& draft, Moment now_in_utc,
                         std::chrono::milliseconds timeout) {
  Connection target{log, Connection::Mode::write, timeout};
  for (;;) {
    {
      const store::ReadTransaction transaction{target};
      (void)store::schema_version(target);
    }
    const unsigned version = target.data_version();
    std::string keeping = kept(log, now_in_utc, timeout);
    Connection source{draft, Connection::Mode::read, timeout};
    if (target.take_over(source, version)) return keeping;
    store::remove_file(keeping);  // somebody logged meanwhile: that has to be in what is kept
  }
}

/// What nobody can have open as a database is moved aside, its journal with it: that of another
/// database would be taken for the new one's.
std::string replace_file(const std::string& log, Draft& draft, Moment now_in_utc,
                         std::chrono::milliseconds timeout) {
  std::string keeping = kept(log, now_in_utc, timeout);
  const std::string journal = log + "-journal";
  if (std::rename(journal.c_str(), (keeping + "-journal").c_str()) != 0 && errno != ENOENT) {
    throw Error{ErrorKind::database, journal + " can't be moved: " + std::strerror(errno),
                "check the path and the permissions"};
  }
  if (std::rename(draft.path().c_str(), log.c_str()) != 0) {
    throw Error{ErrorKind::database, log + " can't be replaced: " + std::strerror(errno),
                "check the path and the permissions"};
  }
  store::sync_file(log);
  return keeping;
}

}  // namespace

Restoring::Restoring(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Restoring::Restoring(Restoring&&) noexcept = default;
Restoring::~Restoring() = default;

const Examined& Restoring::incoming() const { return impl_->incoming; }
const std::optional<Examined>& Restoring::present() const { return impl_->present; }

Restoring Restoring::prepare(const fs::path& source, const fs::path& log,
                             std::chrono::milliseconds timeout, const Progress& progress) {
  const std::string from = store::absolute_path(source).lexically_normal().string();
  const std::string to = store::absolute_path(log).string();
  if (are_one_file(from, to)) {
    throw Error{ErrorKind::usage, from + " is the present log itself", "name a backup of it"};
  }
  bool unreadable = false;
  auto present = look_at(to, timeout, progress, unreadable);
  reading(from, [&] { check_source(from, timeout); });
  Draft draft = store::copied(from, fs::path{to}.parent_path().string(), timeout);
  bring_up_to_date(draft.path(), timeout);
  Examined incoming = examine(draft.path(), timeout, progress);
  if (!incoming.damage.empty()) {
    throw refused(from, " is damaged: " + damage_words(incoming.damage));
  }
  return Restoring{std::make_unique<Impl>(
      Impl{to, timeout, std::move(draft), std::move(incoming), std::move(present), unreadable})};
}

fs::path Restoring::put(Moment now_in_utc) {
  Impl& impl = *impl_;
  if (impl.unreadable) return replace_file(impl.log, impl.draft, now_in_utc, impl.timeout);
  if (!impl.present) {
    const store::FolderLock lock{impl.log, impl.timeout};
    if (store::presence_of(impl.log) != Presence::present) {
      store::publish_file(impl.draft.path(), impl.log);
      return {};
    }
  }
  return swap_content(impl.log, impl.draft.path(), now_in_utc, impl.timeout);
}

}  // namespace hinge
