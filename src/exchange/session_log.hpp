#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exchange/import.hpp"
#include "exchange/stamp.hpp"

namespace hinge::exchange {

/// Where a row of another app belongs.
struct Place {
  std::string_view exercise;  ///< as the file names it
  std::string_view lift;
  Stamp start;                        ///< as the file has it: what the session is known by
  Moment when;                        ///< by the lifter's clock
  std::optional<Minutes> utc_offset;  ///< of that clock, where the file tells
  std::string workout;  ///< what tells two workouts of the same start apart, where anything does
};

/// Gathers rows into sessions, one for each exercise of each workout, in whatever order they come.
class SessionLog {
 public:
  explicit SessionLog(App app) : app_(app) {}

  /// Adds the set so many times; false, and nothing added, where the session would hold more than
  /// 1,000.
  [[nodiscard]] bool add_sets(const Place& place, const Set& set, std::size_t count,
                              std::size_t line);
  void add_note(const Place& place, std::string_view note, std::size_t line);

  /// The sessions that hold a set, by day, each with a key that depends on nothing but the app, the
  /// start, the exercise and, for several workouts of one start, on what tells them apart.
  [[nodiscard]] std::vector<Imported<Session>> sessions() &&;

 private:
  struct Gathered {
    std::string key;
    std::string workout;
    Imported<Session> imported;
    std::vector<std::string> notes;
  };
  [[nodiscard]] Gathered& at(const Place& place, std::size_t line);
  void tell_apart();

  App app_;
  std::vector<Gathered> gathered_;
  std::unordered_map<std::string, std::size_t> index_;
  std::size_t last_at_ = 0;
  Stamp last_start_;
  std::string last_exercise_;
};

}  // namespace hinge::exchange
