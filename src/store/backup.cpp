#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "hinge/log_file.hpp"
#include "store/backup.hpp"
#include "store/examine.hpp"
#include "store/file.hpp"
#include "store/open.hpp"

namespace hinge {

namespace fs = std::filesystem;

namespace store {

namespace {

constexpr std::string_view ending = ".db";
constexpr std::size_t stamp_size = std::string_view{"2026-11-25T2030Z"}.size();

std::string stamp_of(Moment utc) {
  const auto minutes = utc.time.value_or(Minutes{0}).count();
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return iso_date(utc.date) + "T" + two(minutes / 60) + two(minutes % 60) + "Z";
}

std::optional<int> digits(std::string_view text) {
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || text.front() == '-' || error != std::errc{} || stopped != end) {
    return std::nullopt;
  }
  return number;
}

/// "2026-11-25T2030Z".
std::optional<Moment> moment_in(std::string_view stamp) {
  if (stamp.size() != stamp_size || stamp[10] != 'T' || stamp[15] != 'Z') return std::nullopt;
  const auto date = parse_iso_date(stamp.substr(0, 10));
  const auto hours = digits(stamp.substr(11, 2));
  const auto minutes = digits(stamp.substr(13, 2));
  if (!date || !hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return Moment{*date, Minutes{*hours * 60 + *minutes}};
}

/// None: hinge did not give that name to a backup of a log called `stem`.
std::optional<BackupFile> backup_called(const fs::path& path, const std::string& stem) {
  const std::string name = path.filename().string();
  std::string_view rest = name;
  if (rest.substr(0, stem.size() + 1) != stem + "-" || !rest.ends_with(ending)) {
    return std::nullopt;
  }
  rest.remove_prefix(stem.size() + 1);
  rest.remove_suffix(std::min(ending.size(), rest.size()));
  const auto made = moment_in(rest.substr(0, stamp_size));
  if (!made) return std::nullopt;
  rest.remove_prefix(stamp_size);
  if (rest.empty()) return BackupFile{path, *made, 1};
  const auto number = rest.front() == '_' ? digits(rest.substr(1)) : std::nullopt;
  if (!number || *number < 2 || rest[1] == '0') return std::nullopt;
  return BackupFile{path, *made, *number};
}

}  // namespace

std::vector<BackupFile> backups_named(const fs::path& folder, const std::string& stem) {
  std::vector<BackupFile> backups;
  std::error_code none;
  for (fs::directory_iterator entry{folder, none}, end; !none && entry != end;
       entry.increment(none)) {
    std::error_code gone;
    if (entry->symlink_status(gone).type() != fs::file_type::regular) continue;
    if (auto backup = backup_called(entry->path(), stem)) backups.push_back(*std::move(backup));
  }
  std::sort(backups.begin(), backups.end(), [](const BackupFile& a, const BackupFile& b) {
    return std::tie(a.made.date, a.made.time, a.number) <
           std::tie(b.made.date, b.made.time, b.number);
  });
  return backups;
}

std::string publish_as_backup(Draft& draft, const std::string& folder, const std::string& stem,
                              Moment now_in_utc) {
  // After the last one of the minute, and not into a gap that an older one left: names are the
  // order.
  int number = 1;
  for (const BackupFile& other : backups_named(folder, stem)) {
    if (stamp_of(other.made) == stamp_of(now_in_utc)) number = other.number + 1;
  }
  for (;; ++number) {
    const std::string counted = number == 1 ? "" : "_" + std::to_string(number);
    std::string path =
        fmt::format("{}/{}-{}{}{}", folder, stem, stamp_of(now_in_utc), counted, ending);
    if (draft.publish(path)) return path;
  }
}

Draft copied(const std::string& log, const std::string& folder, std::chrono::milliseconds timeout) {
  Draft draft{folder};
  {
    Connection source{log, Connection::Mode::read, timeout};
    try {
      copy_into_new_file(source, draft.path());
    } catch (const Failure& failure) {
      if (failure.kind() == ErrorKind::bad_data) throw damaged_content(log);
      if (failure.cause() != Failure::Cause::full) throw;
      // It is the copy that has no room, and not the log.
      throw Error{ErrorKind::output,
                  folder + " has no room for a copy of " + log + "; nothing was stored",
                  failure.hint()};
    }
  }
  sync_file(draft.path());
  return draft;
}

namespace {

void refuse_damaged(const std::string& log, const Examined& examined) {
  if (examined.damage.empty()) return;
  throw Error{ErrorKind::database,
              log + " is damaged: " + damage_words(examined.damage) + "; no backup was made",
              "keep the backups there are, and see: hinge doctor"};
}

/// A verified copy of the log, in the folder where it is to stay, and what it holds.
std::pair<Draft, Inventory> verified_copy(const std::string& log, const std::string& folder,
                                          std::chrono::milliseconds timeout,
                                          const Progress& progress) {
  if (presence_of(log) != Presence::present) {
    throw Error{ErrorKind::database, "nothing logged yet at " + log,
                "start with: hinge log 140x5x3"};
  }
  {
    // An index that misses a row is mended by copying, unseen: so the log is looked at, too.
    const Opened opened = open_existing(log, Connection::Mode::read, timeout);
    refuse_damaged(log, examine(*opened.connection, progress));
  }
  Draft draft = copied(log, folder, timeout);
  Examined examined = hinge::examine(draft.path(), timeout, progress);
  refuse_damaged(log, examined);
  return {std::move(draft), std::move(examined.inventory)};
}

Backup made_at(const std::string& path, bool made, Inventory inventory) {
  std::error_code unknown;
  const auto bytes = fs::file_size(path, unknown);
  if (unknown) {
    throw Error{ErrorKind::output,
                path + " was written, but can't be looked at: " + unknown.message(),
                "check the disk; see: hinge doctor"};
  }
  return {path, bytes, made, std::move(inventory)};
}

}  // namespace

}  // namespace store

fs::path backup_folder(const fs::path& log) {
  return store::absolute_path(log).parent_path() / "backups";
}

std::vector<BackupFile> backups_of(const fs::path& log, const fs::path& folder) {
  return store::backups_named(folder, log.stem().string());
}

Backup back_up_into(const fs::path& log, const fs::path& folder, Moment now_in_utc,
                    std::chrono::milliseconds timeout, const Progress& progress) {
  const fs::path normal = store::absolute_path(folder).lexically_normal();
  const std::string into = (normal.has_filename() ? normal : normal.parent_path()).string();
  auto [draft, inventory] =
      store::verified_copy(store::absolute_path(log).string(), into, timeout, progress);
  const auto backups = backups_of(log, into);
  if (!backups.empty() && store::have_same_content(draft.path(), backups.back().path.string())) {
    return store::made_at(backups.back().path.string(), false, std::move(inventory));
  }
  const std::string path = store::publish_as_backup(draft, into, log.stem().string(), now_in_utc);
  return store::made_at(path, true, std::move(inventory));
}

Backup back_up_as(const fs::path& log, const fs::path& target, std::chrono::milliseconds timeout,
                  const Progress& progress) {
  const std::string path = fs::absolute(target).lexically_normal().string();
  auto [draft, inventory] = store::verified_copy(
      fs::absolute(log).string(), fs::path{path}.parent_path().string(), timeout, progress);
  if (draft.publish(path)) return store::made_at(path, true, std::move(inventory));
  if (store::have_same_content(draft.path(), path)) {
    return store::made_at(path, false, std::move(inventory));
  }
  throw Error{ErrorKind::output, "there is a file at " + path + " already; it was left alone",
              "name another, or a folder, where each backup gets a name of its own"};
}

std::vector<fs::path> remove_older_backups(const fs::path& log, const fs::path& latest,
                                           std::size_t keep) {
  std::vector<fs::path> removed;
  auto others = backups_of(log, latest.parent_path());
  others.erase(std::remove_if(others.begin(), others.end(),
                              [&latest](const BackupFile& each) { return each.path == latest; }),
               others.end());
  for (std::size_t i = 0; i + keep <= others.size(); ++i) {
    std::error_code failed;
    if (fs::remove(others[i].path, failed)) removed.push_back(others[i].path);
  }
  return removed;
}

}  // namespace hinge
