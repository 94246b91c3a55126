#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "hinge/change.hpp"
#include "hinge/error.hpp"
#include "hinge/history.hpp"
#include "hinge/kept.hpp"
#include "hinge/next_record.hpp"

namespace hinge {

/// Whether a database may be written, and made where there is none.
enum class Access : std::uint8_t { read, write, create };

/// A session, check-in or screen, and whose it is.
struct Record {
  std::string lifter;
  std::variant<Session, CheckIn, Screen> what;
};

/// What became of a record that brought a key of its own (an import's identity, or `--id`).
enum class Arrival : std::uint8_t {
  added,
  same,     ///< the key is known and brought the same content before: nothing was stored
  changed,  ///< the key is known and brought other content before: nothing was stored
};
struct Arrived {
  Arrival arrival = Arrival::added;
  std::int64_t id = 0;  ///< of the record added, or of the one the key stands for
};

/// A choice, when it was made, and whether it was taken back.
struct PolicyEntry {
  PolicyVersion choice;
  std::string at;  ///< as given by the caller: RFC 3339
  bool removed = false;
};

/// What to erase for good: records by name ("s41"), all that was taken back, or a whole lifter; or,
/// with `earlier`, only what records were before corrections: those by name, or without a name all.
struct PurgeOrder {
  std::vector<std::string> names;
  bool removed = false;
  std::string whole_lifter;  ///< the lifter too, with settings and policies; empty: nobody
  std::string only_of;       ///< nothing of any other lifter; empty: of all
  bool earlier = false;
};

/// How much of it there was; of earlier versions, of how many records.
struct Purged {
  std::int64_t lifters = 0;
  std::int64_t sessions = 0;
  std::int64_t checkins = 0;
  std::int64_t screens = 0;
};

/// One SQLite file of lifters and their logs. Speaks domain types only; hides its database.
///
/// Every member throws Error{database} naming the file and the reason where the file can't be
/// opened, read or written, is another program's, damaged or newer, and Error{busy} where a lock
/// did not come in time. Every session and check-in read has its checksum verified.
class Store {
 public:
  /// Opens `path` (made absolute; never a URI). `create` makes the file, 0600 in a 0700 folder,
  /// only when something is committed. `timeout` bounds every wait for a lock.
  [[nodiscard]] static Store open(const std::filesystem::path& path, Access access,
                                  std::chrono::milliseconds timeout);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// What opening did that a person should know, as sentences: an older file was backed up and
  /// migrated.
  [[nodiscard]] const std::vector<std::string>& notices() const;

  /// What is done about a lifter whose own row is damaged, given the id that stands there, or "?"
  /// where a row is missing.
  using OfDamaged = std::function<void(std::string_view id, const Error& error)>;
  /// All lifters, archived ones too, by id. With `of_damaged`, those it is called for are left out;
  /// without it, the first such row is thrown.
  [[nodiscard]] std::vector<Lifter> lifters(const OfDamaged& of_damaged = {}) const;
  /// The first so many of those that are not archived.
  [[nodiscard]] std::vector<Lifter> active_lifters(int most) const;
  [[nodiscard]] std::optional<Lifter> lifter(std::string_view id) const;

  /// The lifter's sessions and check-ins from `since` on, and all their screens, in (date, id)
  /// order, read in one transaction. Throws Error{not_found} for an unknown lifter.
  [[nodiscard]] History history(std::string_view lifter, Date since) const;

  /// The same without the sessions and check-ins from `since` on, for those who follow them.
  [[nodiscard]] History history_before(std::string_view lifter, Date since) const;

  template <class What>
  using Next = NextRecord<What>;
  /// The lifter's records from `since` on in (date, id) order, each verified when it is come to:
  /// hold a View meanwhile. The store has to outlive it. Throws Error{not_found} for an unknown
  /// lifter.
  [[nodiscard]] Next<Session> sessions(std::string_view lifter, Date since) const;
  [[nodiscard]] Next<CheckIn> checkins(std::string_view lifter, Date since) const;

  /// The keys of the lifter whose records stand, by key; without those of hinge's own exports.
  [[nodiscard]] Next<KnownKey> keys(std::string_view lifter) const;

  /// While it lives, every read of this store sees the log as it was at one moment.
  class View {
   public:
    View(View&&) noexcept;
    View& operator=(View&&) = delete;
    ~View();

   private:
    friend class Store;
    struct Impl;
    explicit View(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
  };
  [[nodiscard]] View view() const;

  /// The lifter's choices of a policy that stand, by version; none where there never was one.
  [[nodiscard]] std::vector<PolicyVersion> policies(std::string_view lifter) const;
  /// All of them, also what was taken back.
  [[nodiscard]] std::vector<PolicyEntry> policy_log(std::string_view lifter) const;

  /// By the names the program prints: "s41", "f12", "r3". None: never given out, or taken back.
  [[nodiscard]] std::optional<Record> find(std::string_view name) const;
  /// The same of what was taken back, with an empty lifter where they were, too. None: never given
  /// out, erased, or it stands.
  [[nodiscard]] std::optional<Record> find_removed(std::string_view name) const;

  /// The latest commands first.
  [[nodiscard]] std::vector<ChangeSummary> changes(int limit) const;
  /// What the command of that id did to the first 20 records it changed. What was erased since is
  /// left out.
  [[nodiscard]] std::vector<RecordChange> changed_by(std::int64_t command) const;
  /// The name of the record that the lifter's latest command stored or changed, and that stands.
  [[nodiscard]] std::optional<std::string> latest_record(std::string_view lifter) const;

  /// The changes of one command: all of them or none. Holds the write lock from `begin` on, so
  /// reads through it see what the writes will rest on. Without `commit`, nothing happened.
  class Writing {
   public:
    Writing(Writing&&) noexcept;
    Writing& operator=(Writing&&) = delete;
    ~Writing();

    [[nodiscard]] std::vector<Lifter> lifters() const;
    [[nodiscard]] std::optional<Lifter> lifter(std::string_view id) const;
    [[nodiscard]] History history(std::string_view lifter, Date since) const;
    [[nodiscard]] std::vector<PolicyVersion> policies(std::string_view lifter) const;
    [[nodiscard]] std::optional<Record> find(std::string_view name) const;
    [[nodiscard]] std::vector<Session> sessions_on(std::string_view lifter, Date day) const;
    /// The lifter's check-ins of that day.
    [[nodiscard]] std::vector<CheckIn> checkins_on(std::string_view lifter, Date day) const;

    /// Adds the lifter, or changes the one of that id.
    void put(const Lifter& lifter);
    /// Adds a record (its id is given out here and never again), unless `key` is known already.
    /// A key is known while the command that brought it stands. What it brought is the record, or,
    /// where `brought` is given, that text: a command as typed, so that a retry a minute later is
    /// the same although the clock time in the record is not.
    Arrived add(std::string_view lifter, const Session& session, std::string_view key = {},
                std::string_view brought = {});
    Arrived add(std::string_view lifter, const CheckIn& checkin, std::string_view key = {},
                std::string_view brought = {});
    Arrived add(std::string_view lifter, const Screen& screen, std::string_view key = {},
                std::string_view brought = {});
    /// Has the id in `name` ("s41", "f12", "r3") be the next one of its kind to be given out,
    /// unless it, or one after it, was given out already.
    void skip_to(std::string_view name);
    /// Notes a key that came elsewhere, unless it is known here: from now on it stands for
    /// `record`.
    void note_key(std::string_view lifter, const KnownKey& key);
    /// Adds a choice of a policy for `lift` (empty: all lifts) and returns its version: `least` or,
    /// where that was given out, the next one.
    int add_policy(std::string_view lifter, std::string_view lift, std::string_view policy,
                   int least = 2);
    /// Replaces all fields of the record with that id, which is the lifter's from now on; with a
    /// key, the key now stands for this content. Throws Error{not_found} where there is no such
    /// record.
    void replace(std::string_view lifter, const Session& session, std::string_view key = {});
    void replace(std::string_view lifter, const CheckIn& checkin);
    void replace(std::string_view lifter, const Screen& screen);
    /// Marks the record of that name ("s41", "f12", "r3") as removed. Throws Error{not_found}.
    void remove(std::string_view name);
    /// Has the record of that name, which was taken back, stand again as it was. Throws
    /// Error{not_found} where it stands, was never there or is erased, where whose it was is gone,
    /// or where its key brought another one since.
    void bring_back(std::string_view name);
    /// Notes that `key` has brought `session`'s content into the session of that id (a `log` that
    /// added sets). Returns what became of it before anything is stored; `added` means: go on and
    /// replace.
    Arrived claim(std::string_view lifter, std::string_view key, const Session& content,
                  std::int64_t id, std::string_view brought = {});

    /// Takes the latest command that is not undone back as a whole; none if there is nothing left.
    /// The undo is itself in the record of changes.
    std::optional<ChangeSummary> undo();
    /// Takes the latest undo back: the command it took back stands again. None after a command
    /// that was new.
    std::optional<ChangeSummary> redo();
    /// What `undo` and `redo` would take and put back.
    [[nodiscard]] std::optional<ChangeSummary> undoable() const;
    [[nodiscard]] std::optional<ChangeSummary> redoable() const;
    /// What this command has done so far, as `Store::changed_by` says it.
    [[nodiscard]] std::vector<RecordChange> changed();

    /// Durable when it returns; call it once, last. A command that changed nothing writes nothing.
    void commit();

   private:
    friend class Store;
    struct Impl;
    explicit Writing(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
  };

  /// Erases for good: the rows, what the record of changes and the keys of imports know of them,
  /// and their bytes in the file. What is left can be undone as before, but for changes of records
  /// that knew what was erased. No undo; ids are never given out again. Throws Error{not_found} for
  /// a name that was never given out or is not `only_of`'s.
  Purged purge(const PurgeOrder& order);
  /// What it would erase.
  [[nodiscard]] Purged purgeable(const PurgeOrder& order);

  /// `command` and `at` (RFC 3339) go into the record of changes.
  [[nodiscard]] Writing begin(std::string_view command, std::string_view at);

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hinge
