#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "hinge/load.hpp"
#include "hinge/session.hpp"

namespace hinge {

/// Load times good reps, added up: exact, and far beyond what a Load alone can hold.
class Volume {
 public:
  constexpr Volume& add(Load load, int reps) {
    Volume more;
    more.kilograms_ = load.nanograms() / nanograms_per_kilogram * reps;
    more.nanograms_ = load.nanograms() % nanograms_per_kilogram * reps;
    return *this += more;
  }
  constexpr Volume& operator+=(const Volume& more) {
    kilograms_ += more.kilograms_;
    nanograms_ += more.nanograms_;
    kilograms_ += nanograms_ / nanograms_per_kilogram;
    nanograms_ %= nanograms_per_kilogram;
    return *this;
  }
  [[nodiscard]] constexpr double kg() const {
    return static_cast<double>(kilograms_) + static_cast<double>(nanograms_) / 1e12;
  }
  /// As one load; where it is more than a Load can be (9,223 t), just that.
  [[nodiscard]] constexpr Load load() const {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const bool fits = kilograms_ < most / nanograms_per_kilogram;
    return Load::from_nanograms(fits ? kilograms_ * nanograms_per_kilogram + nanograms_ : most);
  }
  friend constexpr auto operator<=>(const Volume&, const Volume&) = default;

 private:
  static constexpr std::int64_t nanograms_per_kilogram = 1'000'000'000'000;
  friend std::string kg_of(const Volume& volume);
  std::int64_t kilograms_ = 0;
  std::int64_t nanograms_ = 0;  ///< less than a kilogram
};

/// "2100", "2142.97": kilograms, as `number_in` writes them.
[[nodiscard]] std::string kg_of(const Volume& volume);

/// What the work sets of a session, or of several, come to. Warm-ups and outliers don't count.
struct WorkDone {
  int sets = 0;
  int reps = 0;  ///< good ones
  Volume volume;
  friend bool operator==(const WorkDone&, const WorkDone&) = default;
};
[[nodiscard]] WorkDone work_done(const std::vector<Set>& sets);
WorkDone& operator+=(WorkDone& sum, const WorkDone& more);

}  // namespace hinge
