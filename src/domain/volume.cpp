#include "hinge/volume.hpp"

namespace hinge {

std::string kg_of(const Volume& volume) {
  const std::string rest = number_in(Unit::kg, Load::from_nanograms(volume.nanograms_));
  if (rest == "1") return std::to_string(volume.kilograms_ + 1);
  return std::to_string(volume.kilograms_) + rest.substr(1);
}

WorkDone work_done(const std::vector<Set>& sets) {
  WorkDone done;
  for (const Set& set : sets) {
    if (set.kind != SetKind::work) continue;
    ++done.sets;
    done.reps += set.reps;
    done.volume.add(set.weight.load, set.reps);
  }
  return done;
}

WorkDone& operator+=(WorkDone& sum, const WorkDone& more) {
  sum.sets += more.sets;
  sum.reps += more.reps;
  sum.volume += more.volume;
  return sum;
}

}  // namespace hinge
