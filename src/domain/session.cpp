#include "hinge/session.hpp"

namespace hinge {
namespace {

bool counts(const Set& set) { return set.kind == SetKind::work && set.reps > 0; }

}  // namespace

std::optional<Weight> working_load(const std::vector<Set>& sets) {
  std::optional<Weight> heaviest;
  for (const Set& set : sets) {
    if (counts(set) && (!heaviest || set.weight.load > heaviest->load)) heaviest = set.weight;
  }
  return heaviest;
}

std::vector<Set> working_sets(const std::vector<Set>& sets) {
  const auto load = working_load(sets);
  std::vector<Set> working;
  working.reserve(sets.size());
  for (const Set& set : sets) {
    if (counts(set) && set.weight.load == load->load) working.push_back(set);
  }
  return working;
}

std::string session_name(std::int64_t id) { return "s" + std::to_string(id); }

}  // namespace hinge
