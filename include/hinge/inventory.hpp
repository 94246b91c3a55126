#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hinge/date.hpp"

namespace hinge {

/// Something in a log's file that is not as hinge wrote it. Free of names and notes.
struct Damage {
  std::string record;  ///< "s41", "f12", "r3", "lifter 2", "policy 5"; empty: the file as a whole
  std::string what;    ///< what SQLite says; empty: the record does not match its checksum
  friend bool operator==(const Damage&, const Damage&) = default;
};

/// "s41 does not match its checksum (and 2 more)"; empty for none.
[[nodiscard]] std::string damage_words(const std::vector<Damage>& damage);

/// A record by what tells it from every other: its id, and the checksum over all that it says.
struct RecordMark {
  std::int64_t id = 0;
  std::int64_t lifter = 0;  ///< the key that the file gives them
  Date day{};
  std::int64_t checksum = 0;
  friend bool operator==(const RecordMark&, const RecordMark&) = default;
};

struct LifterMark {
  std::int64_t key = 0;
  std::string id;
  bool archived = false;
  std::int64_t checksum = 0;  ///< over their name, units, bars and plates
};

/// What stands in a log, without what was taken back; records by id.
struct Inventory {
  std::vector<LifterMark> lifters;
  std::vector<RecordMark> sessions;
  std::vector<RecordMark> checkins;
  std::vector<RecordMark> screens;
  std::vector<RecordMark> policies;  ///< choices of a policy; without a day
};

/// What was found in a log's file.
struct Examined {
  std::int64_t format = 0;             ///< the version of its tables
  std::int64_t known = 0;              ///< the newest that this hinge knows
  std::vector<Damage> damage;          ///< none: every part of it is as it was written
  std::vector<std::string> strangers;  ///< "trigger x": what is in the file and no part of a log
  Inventory inventory;  ///< what of it can be read; nothing where the format is older
};

/// The records of one kind that one log has and another has not.
struct OnlyHere {
  std::vector<std::int64_t> ids;
  std::optional<Date> first;
  std::optional<Date> last;
};

/// What tells two logs of one kind of record apart.
struct KindDifference {
  OnlyHere lost;                      ///< only in the present log
  OnlyHere gained;                    ///< only in the other one
  std::vector<std::int64_t> changed;  ///< in both under one id, and they differ
};

/// What would change if another log took the present one's place.
struct Difference {
  KindDifference sessions;
  KindDifference checkins;
  KindDifference screens;
  std::vector<std::string> lifters_lost;
  std::vector<std::string> lifters_gained;
  std::vector<std::string> lifters_changed;
  KindDifference policies;
};

[[nodiscard]] Difference difference(const Inventory& present, const Inventory& other);

}  // namespace hinge
