#include "store/find.hpp"

#include <cassert>
#include <charconv>

#include "store/read.hpp"

namespace hinge::store {

namespace {

/// The number in "s41", after its letter.
std::optional<std::int64_t> id_in(std::string_view name) {
  if (name.size() < 2 || name[1] < '1' || name[1] > '9') return std::nullopt;
  std::int64_t id = 0;
  const char* const end = name.data() + name.size();
  const auto [stopped, error] = std::from_chars(name.data() + 1, end, id);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  return id;
}

template <class What>
std::optional<Record> record_from(Connection& database, std::optional<Stored<What>> stored) {
  if (!stored) return std::nullopt;
  const auto lifter = read_lifter(database, stored->lifter);
  return Record{lifter ? lifter->lifter.id : std::string{}, std::move(stored->what)};
}

std::optional<Record> find_wanted(Connection& database, std::string_view name, Wanted wanted) {
  const auto row = row_named(name);
  if (!row) return std::nullopt;
  const std::int64_t id = row->id;
  if (row->kind == Kind::session) {
    return record_from(database, read_session(database, id, wanted));
  }
  if (row->kind == Kind::checkin) {
    return record_from(database, read_checkin(database, id, wanted));
  }
  return record_from(database, read_screen(database, id, wanted));
}

}  // namespace

std::optional<NamedRow> row_named(std::string_view name) {
  const auto id = id_in(name);
  if (!id) return std::nullopt;
  switch (name.front()) {
    case 's':
      return NamedRow{Kind::session, *id};
    case 'f':
      return NamedRow{Kind::checkin, *id};
    case 'r':
      return NamedRow{Kind::screen, *id};
    default:
      return std::nullopt;
  }
}

std::optional<Record> find_record(Connection& database, std::string_view name) {
  return find_wanted(database, name, Wanted::standing);
}

std::optional<Record> find_removed_record(Connection& database, std::string_view name) {
  return find_wanted(database, name, Wanted::removed);
}

std::string owner_of(Connection& database, const NamedRow& row) {
  const auto snapshot = snapshot_of(database, row.kind, row.id);
  assert(snapshot);
  return version_in(database, row.kind, row.id, *snapshot).lifter;
}

}  // namespace hinge::store
