#include "report/chart.hpp"

#include <algorithm>

#include "domain/lifts.hpp"
#include "hinge/lifter.hpp"

namespace hinge::report {
namespace {

/// The one trained last first; of one day, by name.
std::vector<std::string> lifts_of(const std::vector<Exposure>& exposures,
                                  const ChartRequest& request) {
  std::vector<std::string> lifts;
  for (const Exposure& exposure : exposures) {
    const bool wanted = exposure.date >= request.first && exposure.date <= request.last &&
                        (!request.lift || *request.lift == exposure.lift);
    if (!wanted) continue;
    std::erase(lifts, exposure.lift);
    lifts.insert(lifts.begin(), exposure.lift);
  }
  return lifts;
}

std::optional<Date> latest_before(const std::vector<Exposure>& exposures,
                                  const ChartRequest& request) {
  std::optional<Date> latest;
  for (const Exposure& exposure : exposures) {
    const bool wanted = !request.lift || *request.lift == exposure.lift;
    if (wanted && exposure.date < request.first) latest = exposure.date;
  }
  return latest;
}

}  // namespace

Chart chart_of(const History& history, const Policies& policies,
               const std::vector<Exposure>& exposures, const ChartRequest& request) {
  Chart made;
  made.lifter = history.lifter.id;
  made.measures = request.measures;
  made.first = request.first;
  made.last = request.last;
  for (const std::string& lift : lifts_of(exposures, request)) {
    made.lifts.push_back(
        timeline_of(history, policies, exposures,
                    {lift_label(lift), lift, loading_for(history.lifter, lift).unit, request.first,
                     request.last}));
  }
  made.checkins = checkins_of(history, request.first, request.last);
  if (made.lifts.empty()) made.latest = latest_before(exposures, request);
  return made;
}

}  // namespace hinge::report
