#include <algorithm>
#include <iterator>
#include <map>

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
      ++episodes[running->second].red_days;
    } else if (exposure.phase == Phase::build) {
      episodes[running->second].end = exposure.date;
      open.erase(running);
    }
  }
  return episodes;
}

}  // namespace hinge::report
