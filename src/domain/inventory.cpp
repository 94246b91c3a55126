#include "hinge/inventory.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hinge {

namespace {

void note(OnlyHere& side, const RecordMark& mark) {
  side.ids.push_back(mark.id);
  side.first = side.first ? std::min(*side.first, mark.day) : mark.day;
  side.last = side.last ? std::max(*side.last, mark.day) : mark.day;
}

KindDifference difference(const std::vector<RecordMark>& present,
                          const std::vector<RecordMark>& other) {
  KindDifference found;
  auto mine = present.begin();
  auto theirs = other.begin();
  while (mine != present.end() || theirs != other.end()) {
    if (theirs == other.end() || (mine != present.end() && mine->id < theirs->id)) {
      note(found.lost, *mine++);
    } else if (mine == present.end() || theirs->id < mine->id) {
      note(found.gained, *theirs++);
    } else {
      if (mine->checksum != theirs->checksum) found.changed.push_back(mine->id);
      ++mine;
      ++theirs;
    }
  }
  return found;
}

std::vector<std::string> without(const std::vector<LifterMark>& some,
                                 const std::vector<LifterMark>& others) {
  std::set<std::string> left;
  for (const LifterMark& each : some) left.insert(each.id);
  for (const LifterMark& each : others) left.erase(each.id);
  return {left.begin(), left.end()};
}

std::vector<std::string> changed(const std::vector<LifterMark>& some,
                                 const std::vector<LifterMark>& others) {
  std::map<std::string, std::int64_t> theirs;
  for (const LifterMark& each : others) theirs.emplace(each.id, each.checksum);
  std::set<std::string> differ;
  for (const LifterMark& each : some) {
    const auto found = theirs.find(each.id);
    if (found != theirs.end() && found->second != each.checksum) differ.insert(each.id);
  }
  return {differ.begin(), differ.end()};
}

}  // namespace

std::string damage_words(const std::vector<Damage>& damage) {
  if (damage.empty()) return {};
  const Damage& first = damage.front();
  std::string words =
      first.record.empty() ? first.what : first.record + " does not match its checksum";
  if (damage.size() > 1) words += " (and " + std::to_string(damage.size() - 1) + " more)";
  return words;
}

Difference difference(const Inventory& present, const Inventory& other) {
  return {
      difference(present.sessions, other.sessions), difference(present.checkins, other.checkins),
      difference(present.screens, other.screens),   without(present.lifters, other.lifters),
      without(other.lifters, present.lifters),      changed(present.lifters, other.lifters),
      difference(present.policies, other.policies)};
}

}  // namespace hinge
