#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "report/sheet.hpp"

namespace hinge::report {
namespace {

/// The rules by which the back says that it was too much: T1 to N2. A red flag says something else.
bool is_too_much(RuleId rule) { return rule >= RuleId::t1 && rule <= RuleId::n2; }

std::vector<RuleId> too_much(const Exposure& exposure) {
  std::vector<RuleId> rules;
  std::copy_if(exposure.rules.begin(), exposure.rules.end(), std::back_inserter(rules),
               is_too_much);
  return rules;
}

bool felt_worse(const DayFelt& a, const DayFelt& b) {
  const auto order = [](const DayFelt& felt) {
    return std::tuple(felt.peak.value_or(Nprs{0}), felt.limits, felt.lasted);
  };
  return order(a) > order(b);
}

/// Another day that was too much: the episode is told by its worst.
void add_red_day(Episode& episode, const Exposure& exposure, const std::vector<RuleId>& rules) {
  ++episode.red_days;
  episode.rules.insert(episode.rules.end(), rules.begin(), rules.end());
  std::sort(episode.rules.begin(), episode.rules.end());
  episode.rules.erase(std::unique(episode.rules.begin(), episode.rules.end()), episode.rules.end());
  if (felt_worse(exposure.felt, episode.felt)) episode.felt = exposure.felt;
}

}  // namespace

std::vector<Episode> episodes_in(const std::vector<Exposure>& exposures) {
  std::vector<Episode> episodes;
  std::map<std::string, std::size_t> open;  // which of them, by lift
  for (const Exposure& exposure : exposures) {
    std::vector<RuleId> rules = too_much(exposure);
    const auto running = open.find(exposure.lift);
    if (running == open.end()) {
      if (rules.empty()) continue;
      open[exposure.lift] = episodes.size();
      episodes.push_back({exposure.lift, exposure.date, {}, std::move(rules), exposure.felt, 1});
    } else if (!rules.empty()) {
      add_red_day(episodes[running->second], exposure, rules);
    } else if (exposure.phase == Phase::build) {
      episodes[running->second].end = exposure.date;
      open.erase(running);
    }
  }
  return episodes;
}

}  // namespace hinge::report
