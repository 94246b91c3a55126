#include "report/measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "report/words.hpp"

namespace hinge::report {
namespace {

constexpr std::array<std::string_view, 4> measure_names = {"load", "e1rm", "volume", "pain"};

std::int64_t thousandths_of(Load load, Unit unit) {
  const std::int64_t each = nanograms_per_thousandth(unit);
  return (load.nanograms() + each / 2) / each;
}

Reading whole(std::int64_t thousandths) { return {thousandths, whole_number(thousandths)}; }

Reading load_of(const TimelinePoint& point, Unit unit) {
  if (!point.load) return {};
  const Weight load = *point.load;
  return {thousandths_of(load.load, unit),
          load.unit == unit ? number_in(unit, load.load) : to_string(load)};
}

Reading volume_of(const TimelinePoint& point, Unit unit) {
  const double kg_thousandth = static_cast<double>(nanograms_per_thousandth(Unit::kg));
  const double thousandth = static_cast<double>(nanograms_per_thousandth(unit));
  return whole(std::llround(point.work.volume.kg() * 1000 * kg_thousandth / thousandth));
}

}  // namespace

std::string_view to_string(Measure measure) {
  return measure_names.at(static_cast<std::size_t>(measure));
}

std::optional<Measure> parse_measure(std::string_view word) {
  const auto* const found = std::find(measure_names.begin(), measure_names.end(), word);
  if (found == measure_names.end()) return std::nullopt;
  return static_cast<Measure>(found - measure_names.begin());
}

std::string axis_of(Measure measure, Unit unit) {
  const std::string name = to_string(unit);
  if (measure == Measure::e1rm) return "estimated single (e1RM), " + name;
  if (measure == Measure::volume) return "volume, " + name + " × reps";
  return "load, " + name;
}

Reading reading_of(Measure measure, const TimelinePoint& point, Unit unit) {
  if (measure == Measure::volume) return volume_of(point, unit);
  if (measure == Measure::load) return load_of(point, unit);
  if (!point.e1rm) return {};
  return whole(thousandths_of(point.e1rm->estimate.load, unit));
}

std::string whole_number(std::int64_t thousandths) {
  return std::to_string((thousandths + 500) / 1000);
}

}  // namespace hinge::report
