#pragma once

#include <string>
#include <unordered_set>

#include "exhaustive/walk.hpp"

/// The promises of engine.md section 10 that are held here, on one history at a time.
namespace hinge::exhaustive {

/// A promise that was broken, and how; 0: none.
struct Broken {
  int promise = 0;
  std::string how;
  explicit operator bool() const { return promise != 0; }
};

/// What holds of each history alone: promises 2, 4 and 6.
[[nodiscard]] Broken broken_alone(const Point& point, const Letter& last, const World& world);

/// What came of one kind of check-in, beside others after the same session.
struct Outcome {
  Suggestion made;
  bool left_calm = false;
};
/// Promise 1: `bad` comes of what `mild` came of, with something worse in its last check-ins.
[[nodiscard]] Broken broken_by_worse(const Outcome& mild, const Outcome& bad);
/// Promise 3: `with` has the feel of the work beside what `without` has.
[[nodiscard]] Broken broken_by_feel_of_work(const Outcome& without, const Outcome& with);

/// Promise 7: green days lead past R. Remembers from where they do.
class RoadBack {
 public:
  explicit RoadBack(const World& world) : world_(world) {}
  [[nodiscard]] Broken broken(const Point& point);
  [[nodiscard]] std::size_t roads() const { return leads_past_.size(); }

 private:
  const World& world_;
  std::unordered_set<std::string> leads_past_;
};

}  // namespace hinge::exhaustive
